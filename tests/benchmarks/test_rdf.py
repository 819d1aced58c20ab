"""The benchmark runs and measures something; its limits are for ``make bench`` alone."""

from __future__ import annotations

import sys

import pytest

from kgraph.graph.rdf import triples
from tests.benchmarks.rdf import generated, main


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no peak of memory this way")
def test_it_runs_on_a_little(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--triples", "2000"]) in {0, 1}
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == [
        *("write", "write_with_rdflib", "load", "load_with_rdflib"),
        *("writing,", "loading,", "memory"),
    ]


def test_the_generated_graph_has_about_the_triples_asked_for() -> None:
    assert sum(1 for _ in triples(generated(20_000))) == pytest.approx(20_000, rel=0.1)
