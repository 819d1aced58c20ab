"""The benchmark of the store runs and measures something; its limits are for ``make bench`` alone."""

from __future__ import annotations

import sys

import pytest

from tests.benchmarks.store import Costs, findings


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no processor time of other processes this way")
def test_it_runs_on_a_little() -> None:
    found = findings(0.001)
    assert found.column("Run") == ["first run", "nothing new", "one document in a hundred changed"]
    first, nothing, _ = found.column("CPU s")
    assert 0 < nothing < first


def test_writing_is_a_share_of_reading() -> None:
    assert Costs(10.0, 10.5, 100.0, 0, 0, 1, 1).writing == pytest.approx(0.05)
