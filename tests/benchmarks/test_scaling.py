"""The benchmark runs and measures something; its limits are for ``make bench`` alone."""

from __future__ import annotations

import sys

import pytest

from tests.benchmarks.reading import samples
from tests.benchmarks.scaling import long_document, main, measure


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the peak of another process")
def test_it_runs_on_a_little(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.engine._CHUNK_CHARACTERS", 1)  # a document a chunk, as in a long run
    measured = measure(samples()[:5], 1)
    assert 50 < measured.warm <= measured.peak
    assert measured.words_a_second > 0
    assert main(["--rounds", "1", "--documents", "40", "--long", "2000"]) in {0, 1}
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["40", "1", "2", "two", "with", "largest"]


def test_the_long_document_is_as_long_as_asked() -> None:
    assert 5_000 <= len(long_document(5_000).text) < 10_000
