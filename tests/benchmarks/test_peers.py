"""Readers are measured in processes of their own, and one that cannot run is told of."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.benchmarks import peers, process
from tests.benchmarks.articles import articles
from tests.benchmarks.findings import UnavailableError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell what a process costs")


def test_bare_reading_and_a_build_are_measured(tmp_path: Path) -> None:
    texts = [each.text for each in articles(2)]
    bare, own = peers.read("bare", sys.executable, texts, tmp_path), peers.build(texts, tmp_path)
    assert bare.words == own.words == sum(len(text.split()) for text in texts)
    assert bare.speed > 0
    assert bare.failed == 0
    assert min(bare.megabytes, own.megabytes) > 50


def test_readers_that_cannot_be_installed_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "_environment", lambda: ("nowhere", "pip could not install it (no network)"))
    found = peers.findings(0.001)
    assert found.rows[2] == ("textacy", None, None, None, None)
    assert found.rows[3] == ("triplet-extract", None, None, None, None)
    assert "textacy was not measured: pip could not install it (no network)." in found.notes
    assert found.limits[0].value > 0


def test_a_command_that_fails_is_told_of_with_its_last_words() -> None:
    with pytest.raises(UnavailableError, match="failed: no luck$"):
        process.python("-c", "import sys; sys.exit('no luck')")


def test_a_process_costs_what_its_own_processes_do() -> None:
    cost = process.python("-c", "x = bytearray(200 << 20); print(sum(range(3_000_000)))")
    assert cost.seconds > 0.02
    assert 200 < cost.megabytes < 300
    assert cost.output == "4499998500000\n"
