"""How fast graph files are written and how much memory it takes: ``python -m tests.benchmarks.graph_files``.

- Speed: the time in which ``networkx.write_graphml`` writes the statements
  view, which lies ready in networkx, as a ratio of the time in which we make
  the view and write it. In one run, in turn; of the rounds' ratios the median
  counts. It must be at least 3 for GraphML and for GEXF.
- Memory: the peak of what writing holds beside the graph, as a ratio of the
  size of the file. It must be at most 1/4, or the text of the file is held.

The graph is of 100,000 statements, copies of our hand-made sample with ids and
days of their own. Exit code 1 tells that a limit was passed.
"""

from __future__ import annotations

import argparse
import datetime
import functools
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence
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
from tests.unit.graph.samples import STATEMENTS, reading

SMALLEST_RATIO = 3.0
LARGEST_SHARE = 1 / 4
_STATEMENTS = 100_000
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints one line a format; returns 1 if a limit was passed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.graph_files", description=__doc__.split("\n")[0])
    parser.add_argument("--statements", type=int, default=_STATEMENTS)
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    options = parser.parse_args(arguments)
    graph = sample(options.statements)
    with tempfile.TemporaryDirectory() as folder:
        passed = measure(graph, options.rounds, Path(folder, "file"))
    return 0 if passed else 1


def measure(graph: KnowledgeGraph, rounds: int, file: Path) -> bool:
    """Prints the figures; whether all keep their limits."""
    ours: dict[str, list[float]] = {"graphml": [], "gexf": []}
    theirs = []
    ready = to_networkx(graph, "statements")
    for _ in range(rounds):
        theirs.append(seconds(functools.partial(networkx.write_graphml, ready, file)))
        for name, times in ours.items():
            times.append(seconds(functools.partial(write, graph, name, file)))
    del ready
    print(f"networkx  {statistics.median(theirs):.1f} s for {len(graph.evidence):,} statements as GraphML")
    passed = True
    for name, times in ours.items():
        ratio = statistics.median(their / our for their, our in zip(theirs, times, strict=True))
        held = peak(functools.partial(write, graph, name, file))
        size = file.stat().st_size
        print(
            f"{name:<8}  {statistics.median(times):.1f} s, {ratio:.1f} times as fast (at least {SMALLEST_RATIO:.0f}); "
            f"holds {held / _MEGABYTE:.0f} MB for a file of {size / _MEGABYTE:.0f} MB (at most {LARGEST_SHARE:.0%})"
        )
        passed &= ratio >= SMALLEST_RATIO and held / size <= LARGEST_SHARE
    return passed


if __name__ == "__main__":
    sys.exit(main())
