"""Readers are measured in processes of their own, and one that cannot run is told of."""

from __future__ import annotations

import sys

import pytest

from tests.benchmarks import peers, process
from tests.benchmarks.findings import UnavailableError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell what a process costs")


def test_readers_that_cannot_be_installed_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "_environment", lambda: ("nowhere", "pip could not install it (no network)"))
    found = peers.findings(0.1)  # less reading would be lost in what the start takes now more, now less
    assert found.column("Reader")[:2] == ["bare `nlp.pipe`", "`kgraph build`"]
    assert all(speed > 0 for speed in found.column("Words a CPU second")[:2])
    assert found.rows[2] == ("textacy", None, None, None, None)
    assert found.rows[3] == ("triplet-extract", None, None, None, None)
    assert "textacy was not measured: pip could not install it (no network)." in found.notes
    assert found.limits[0].value > 0


def test_a_command_that_fails_is_told_of_with_its_last_words() -> None:
    with pytest.raises(UnavailableError, match=r"failed: no luck$"):
        process.python("-c", "import sys; sys.exit('no luck')")


def test_a_process_costs_what_its_own_processes_do() -> None:
    cost = process.python("-c", "x = bytearray(200 << 20); print(sum(range(3_000_000)))")
    assert cost.seconds > 0.02
    assert 200 < cost.megabytes < 300
    assert cost.output == "4499998500000\n"
