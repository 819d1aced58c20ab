"""The benchmark runs and measures something; its limits are for ``make bench`` alone."""

from __future__ import annotations

import itertools
import sys

import pytest

from tests.benchmarks.build import Build
from tests.benchmarks.reading import Memory, Speed, main, measure_speed, samples, varied


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no peak of memory this way")
def test_it_runs_on_a_little(capsys: pytest.CaptureFixture[str]) -> None:
    speed = measure_speed(samples()[:3], rounds=1)
    assert speed.ratio > 0
    assert main(["--rounds", "1", "--copies", "1", "--characters", "5000", "--sentences", "20"]) in {0, 1}
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [
        *(
            "memory",
            str(len(samples())),
            "parsing",
            "extraction",
            "resolution",
            "coding",
            "all",
            "resolution",
            "whole",
            "one",
        ),
    ]


def test_ratios_are_of_parsing() -> None:
    speed = Speed(parsing=2.0, extraction=0.4, resolution=0.2, coding=0.1)
    assert speed.ratio == pytest.approx(0.35)
    assert speed.after_extraction == pytest.approx(0.15)
    assert Build(start=1.0, parsing=3.0, building=2.0).ratio == pytest.approx(1.5)
    assert Memory(100, 110).growth == pytest.approx(1.1)


def test_texts_vary_and_are_the_same_in_every_run() -> None:
    some = samples()
    first, second = (list(itertools.islice(varied(some), 2 * len(some))) for _ in range(2))
    assert first == second
    assert len({document.text for document in first}) > 0.9 * len(first)
    assert len({document.id for document in first}) == len(first)
