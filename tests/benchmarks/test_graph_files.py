"""The benchmark runs and measures something; its limits are for ``make bench`` alone."""

from __future__ import annotations

from tests.benchmarks.graph_files import findings, sample


def test_it_runs_on_a_little() -> None:
    found = findings(0.002)
    assert found.column("Writer") == ["networkx, GraphML", "graphml", "gexf"]
    assert all(seconds > 0 for seconds in found.column("CPU s"))
    assert len(found.limits) == 4


def test_the_sample_has_as_many_statements_as_asked_for() -> None:
    assert len(sample(80).evidence) == 80
