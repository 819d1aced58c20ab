"""The benchmark of the store runs and measures something; its limits are for ``make bench`` alone."""

from __future__ import annotations

import sys

import pytest

from tests.benchmarks.store import Costs, main


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no processor time of other processes this way")
def test_it_runs_on_a_little(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--documents", "3"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["3", "reading,", "first", "nothing", "one"]


def test_writing_is_a_share_of_reading() -> None:
    assert Costs(10.0, 10.5, 0, 0, 1, 1).writing == pytest.approx(0.05)
