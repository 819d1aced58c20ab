"""How merging and writing grow with the corpus.

A store of synthetic documents (:mod:`tests.benchmarks.synthetic`), some eleven
statements each, grows from size to size. At each, ``kgraph export`` writes it
in several formats, a process each; two run at a time, since there are two
cores on the smallest machine of today.

- Growth: the exponent of the processor time in the number of documents, which
  is the slope of log time over log size of the best straight line through all
  sizes. The start of the program, which is what a store of ten documents
  takes, is taken off. It must be at most 1.1.
- *Edges* are those between entities, merged of all their statements by
  ``kgraph store edges``: at most 2 s for a million statements.
"""

from __future__ import annotations

import math
import shutil
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import process, synthetic
from tests.benchmarks.findings import Cell, Findings, Limit
from tests.benchmarks.process import Cost

LARGEST_EXPONENT = 1.1
MOST_FOR_A_MILLION = 2.0
"""Seconds for the edges of a million statements."""
SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
"""Documents."""

_STORE, _FOLDER = "{store}", "{folder}"
_START = 10  # documents
_AT_ONCE = 2
_LEAST = 0.01  # seconds; what takes less cannot be told from the start of the program
_EDGES = "Edges"
_EXPORT = ("-m", "kgraph", "export", _STORE)


@dataclass(frozen=True, slots=True)
class Work:
    """Something that is done with a store.

    Attributes:
        name: What comes of it.
        arguments: Those of the Python that does it; ``{store}`` is the store, ``{folder}`` one for files.
        largest: The largest store that it is measured with, in documents.
    """

    name: str
    arguments: tuple[str, ...]
    largest: int

    def cost(self, store: Path) -> Cost:
        """What it costs; the files are removed."""
        folder = store.parent / self.name
        folder.mkdir()
        places = [each.replace(_STORE, str(store)).replace(_FOLDER, str(folder)) for each in self.arguments]
        cost = process.python(*places)
        shutil.rmtree(folder)
        return cost


WORKS = (
    Work("Turtle", (*_EXPORT, "--format", "turtle", "-o", _FOLDER), 100_000),
    Work(_EDGES, ("-m", "kgraph", "store", "edges", _STORE, "-o", f"{_FOLDER}/edges.csv"), 100_000),
    Work("GraphML", (*_EXPORT, "--format", "graphml", "-o", _FOLDER), 10_000),
    Work("CSV", (*_EXPORT, "--format", "csv", "-o", _FOLDER), 10_000),
)


@dataclass(frozen=True, slots=True)
class Point:
    """What the works with a store of one size cost, by name."""

    documents: int
    statements: int
    costs: dict[str, Cost]


def findings(scale: float) -> Findings:
    """Measures all works at all sizes."""
    wanted = [max(_START + 1, int(size * scale)) for size in SIZES]
    points = measure([_START, *wanted], scale)
    start, *sizes = points
    columns = ["Documents", "Statements"]
    for work in WORKS:
        columns += [f"{work.name}, CPU s", f"{work.name}, MB"]
    limits = [
        Limit(
            f"{work.name}: exponent of CPU time in documents",
            exponent([(each.documents, _spent(work.name, each, start)) for each in sizes if work.name in each.costs]),
            most=LARGEST_EXPONENT,
        )
        for work in WORKS
        if work.name != _EDGES
    ]
    largest = sizes[-1]
    million = _spent(_EDGES, largest, start) * 1e6 / largest.statements
    limits.append(Limit("edges merged of a million statements, CPU seconds", million, most=MOST_FOR_A_MILLION))
    started = max(cost.seconds for cost in start.costs.values())
    note = f"The start of the program, at most {started:.1f} s, is in the seconds, and taken off for the exponents."
    return Findings(tuple(columns), tuple(map(_row, sizes)), tuple(limits), (note,))


def _spent(name: str, point: Point, start: Point) -> float:
    """Seconds of processor time without the start of the program."""
    return max(_LEAST, point.costs[name].seconds - start.costs[name].seconds)


def measure(sizes: Sequence[int], scale: float) -> list[Point]:
    """What each work costs at each size."""
    points: list[Point] = []
    with tempfile.TemporaryDirectory() as place:
        store = Path(place, "news.kgraph")

        def reached(documents: int, statements: int) -> None:
            wanted = [work for work in WORKS if documents <= max(_START, work.largest * scale)]
            with ThreadPoolExecutor(_AT_ONCE) as several:
                costs = dict(
                    zip([each.name for each in wanted], several.map(lambda each: each.cost(store), wanted), strict=True)
                )
            points.append(Point(documents, statements, costs))

        synthetic.write(store, sizes, reached)
    return points


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the straight line of least squares through the logarithms of points."""
    logarithms = [(math.log(x), math.log(y)) for x, y in points]
    middle = sum(x for x, _ in logarithms) / len(logarithms)
    return sum((x - middle) * y for x, y in logarithms) / sum((x - middle) ** 2 for x, _ in logarithms)


def _row(point: Point) -> tuple[Cell, ...]:
    cells: list[Cell] = [point.documents, point.statements]
    for work in WORKS:
        cost = point.costs.get(work.name)
        cells += [None, None] if cost is None else [cost.seconds, cost.megabytes]
    return tuple(cells)
