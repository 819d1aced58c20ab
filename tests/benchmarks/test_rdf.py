"""The benchmark runs and measures something; its limits are for ``make bench`` alone."""

from __future__ import annotations

import sys

import pytest

from kgraph.graph.rdf import triples
from tests.benchmarks.rdf import findings, generated


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no peak of memory this way")
def test_it_runs_on_a_little() -> None:
    found = findings(0.005)
    assert found.column("Step") == ["write", "check", "write with rdflib", "load", "load with rdflib"]
    assert all(after >= before > 0 for before, after in zip(*map(found.column, found.columns[2:]), strict=True))
    assert len(found.limits) == 4


def test_the_generated_graph_has_about_the_triples_asked_for() -> None:
    assert sum(1 for _ in triples(generated(20_000))) == pytest.approx(20_000, rel=0.1)
