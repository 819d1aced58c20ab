"""The benchmark runs and measures something; its limits are for ``make bench`` alone."""

from __future__ import annotations

import pytest

from tests.benchmarks.graph_files import main, sample


def test_it_runs_on_a_little(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--statements", "40", "--rounds", "1"]) in {0, 1}
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["networkx", "graphml", "gexf"]


def test_the_sample_has_as_many_statements_as_asked_for() -> None:
    assert len(sample(80).evidence) == 80
