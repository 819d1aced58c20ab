"""How fast graph files are written and how much memory it takes.

- Speed: the time in which ``networkx.write_graphml`` writes the statements
  view, which lies ready in networkx, as a ratio of the time in which we make
  the view and write it. In one run, in turn; of the rounds' ratios the median
  counts. It must be at least 3 for GraphML and for GEXF.
- Memory: the peak of what writing holds beside the graph, as a ratio of the
  size of the file. It must be at most 1/4, or the text of the file is held.

The graph is of 20,000 statements, copies of our hand-made sample with ids and
days of their own.
"""

from __future__ import annotations

import datetime
import functools
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import networkx

from kgraph.export.drawing import Drawing
from kgraph.export.registry import EXPORTERS
from kgraph.graph.merge import graph_of, merge
from kgraph.graph.networkx_view import to_networkx
from kgraph.graph.rdf import RDF11
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.statement import Reading, Statement
from tests.benchmarks.findings import Cell, Findings, Limit
from tests.unit.graph.samples import STATEMENTS, reading

SMALLEST_RATIO = 3.0
LARGEST_SHARE = 1 / 4
_STATEMENTS = 20_000
_ROUNDS = 3
_MEGABYTE = 1e6
_VIEW = Drawing(views=("statements",))


def sample(statements: int) -> KnowledgeGraph:
    """A graph of so many statements, four a document."""
    return merge(graph_of(_copy(number)) for number in range(statements // len(STATEMENTS)))


def _copy(number: int) -> Reading:
    day = datetime.date(2000, 1, 1) + datetime.timedelta(days=number % 9_000)
    return reading(*(_renamed(each, number) for each in STATEMENTS), id=f"article-{number}", date=day)


def _renamed(statement: Statement, number: int) -> Statement:
    links = tuple(replace(link, statement=f"{link.statement}-{number}") for link in statement.attributed_to)
    return replace(statement, id=f"{statement.id}-{number}", attributed_to=links)


def write(graph: KnowledgeGraph, name: str, file: Path) -> None:
    """Writes the statements view in a format, as ``kgraph build`` does."""
    (pieces,) = EXPORTERS[name].making(RDF11, _VIEW).values()
    with file.open("w", encoding="utf-8", newline="\n") as text:
        text.writelines(piece for piece in pieces(graph) if isinstance(piece, str))


def seconds(work: Callable[[], object]) -> float:
    """The processor time that some work takes, which other programs do not change."""
    start = time.process_time()
    work()
    return time.process_time() - start


def peak(work: Callable[[], object]) -> int:
    """The bytes that some work holds at most beside what was there before."""
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        work()
        return tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()


def findings(scale: float) -> Findings:
    """Measures GraphML and GEXF, beside networkx."""
    graph = sample(max(4, int(_STATEMENTS * scale)))
    ours: dict[str, list[float]] = {"graphml": [], "gexf": []}
    theirs = []
    ready = to_networkx(graph, "statements")
    rows: list[tuple[Cell, ...]] = []
    limits = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "file")
        for _ in range(_ROUNDS):
            theirs.append(seconds(functools.partial(networkx.write_graphml, ready, file)))
            for name, times in ours.items():
                times.append(seconds(functools.partial(write, graph, name, file)))
        rows.append(("networkx, GraphML", statistics.median(theirs), None, file.stat().st_size / _MEGABYTE))
        for name, times in ours.items():
            ratio = statistics.median(their / our for their, our in zip(theirs, times, strict=True))
            held = peak(functools.partial(write, graph, name, file))
            size = file.stat().st_size
            rows.append((name, statistics.median(times), held / _MEGABYTE, size / _MEGABYTE))
            limits += [
                Limit(f"{name}: time of networkx as a ratio of ours", ratio, least=SMALLEST_RATIO),
                Limit(f"{name}: memory held as a share of the file", held / size, most=LARGEST_SHARE),
            ]
    note = f"{len(graph.evidence):,} statements."
    return Findings(("Writer", "CPU s", "MB held", "MB of the file"), tuple(rows), tuple(limits), (note,))
