from __future__ import annotations

import io
import json

import pytest
from rich.console import Console
from rich.progress import Progress, TextColumn

from kgraph.cli.progress import Bar, JsonLines, Pace
from kgraph.engine import Stage
from kgraph.store.store import Work

WORK = Work({Stage.PARSE: 4}, 1_000)


def test_the_time_left_goes_by_the_words_that_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("kgraph.cli.progress.time.monotonic", lambda: now)
    pace = Pace(WORK)
    assert pace.seconds_left == 0
    now = 110.0
    pace.advance(100)
    assert pace.documents_per_second == 0.1
    assert pace.words_per_second == 10
    assert pace.seconds_left == 90
    for _ in range(3):
        pace.advance(300)
    assert pace.seconds_left == 0


def test_the_bar_counts_what_is_set_aside(capsys: pytest.CaptureFixture[str]) -> None:
    columns = (
        TextColumn("{task.completed}/{task.total} {task.fields[rate]}, {task.fields[left]} {task.fields[aside]}"),
    )
    with Progress(*columns, console=Console(file=io.StringIO())) as progress:
        bar = Bar(progress)
        bar.begin(WORK)
        bar.read("one", 500)
        bar.aside("two", 500, "poison")
        (task,) = progress.tasks
    assert task.completed == 2
    assert "documents/s" in task.fields["rate"]
    assert task.fields["left"] == "0:00:00 left"
    assert task.fields["aside"] == "1 set aside"
    assert capsys.readouterr().err == "kgraph: error: two: set aside, since it cannot be read: poison\n"


def test_events_are_told_one_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    lines = JsonLines()
    lines.begin(WORK)
    for document in ("one", "two", "three"):
        lines.read(document, 250)
    lines.aside("four", 250, "poison")
    begin, aside, progress = map(json.loads, capsys.readouterr().err.splitlines())
    assert begin == {"event": "begin", "documents": 4, "words": 1000}
    assert aside == {"event": "aside", "document": "four", "reason": "poison"}
    assert {key: progress[key] for key in ("event", "documents", "of", "aside", "seconds_left")} == {
        "event": "progress",
        "documents": 4,
        "of": 4,
        "aside": 1,
        "seconds_left": 0,
    }
