from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.engine import Done, Failed, Patience, Task
from kgraph.engine.in_process import InProcess
from kgraph.engine.workers import Workers, cores
from kgraph.errors import EngineError, ModelError
from tests.faults.poisoned import broken, dying, recipe, refusing, tasks
from tests.faults.processes import children, wait_until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the texts that do harm send signals")

TEXTS = [f"text {number} {'x' * (number * 37 % 4_000)}" for number in range(150)]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_any_number_of_workers_tells_the_same_as_this_process(count: int) -> None:
    texts = [*TEXTS[:70], "raise", *TEXTS[70:]]
    expected = list(InProcess().run(tasks(texts), recipe))
    assert list(Workers(count).run(tasks(texts), recipe)) == expected
    assert len(expected) == len(texts)
    assert [each for each in expected if isinstance(each, Failed)] == [
        Failed("70", "ValueError: poisoned by its second line")
    ]


@pytest.mark.parametrize(
    ("poison", "reason"),
    [
        ("kill", "killed the process that read it: SIGKILL"),
        ("segfault", "killed the process that read it: SIGSEGV"),
        ("exit", "killed the process that read it: exit code 3"),
    ],
)
def test_a_document_that_kills_its_worker_is_set_aside_and_the_others_are_read(poison: str, reason: str) -> None:
    found = list(Workers(2).run(tasks(["one", poison, "two"]), recipe))
    assert [type(each) for each in found] == [Done, Failed, Done]
    assert found[1] == Failed("1", reason)


@pytest.mark.parametrize("poison", ["stall", "spin"])
def test_a_document_that_stalls_is_set_aside(poison: str) -> None:
    start = time.monotonic()
    found = list(Workers(1, Patience(1)).run(tasks(["one", poison, "two"]), recipe))
    assert time.monotonic() - start < 120  # a stalled one takes 300
    assert [type(each) for each in found] == [Done, Failed, Done]
    assert isinstance(found[1], Failed)
    assert "not read within" in found[1].reason


def test_one_death_is_no_reason_to_set_aside(tmp_path: Path) -> None:
    texts = ["one", f"once {tmp_path / 'alone'}", "x" * 30_000, f"once {tmp_path / 'together'}", "two"]
    assert all(isinstance(each, Done) for each in Workers(1).run(tasks(texts), recipe))


def test_what_a_library_prints_does_not_mix_with_the_answers(capfd: pytest.CaptureFixture[str]) -> None:
    (found,) = Workers(1).run(tasks(["print this"]), recipe)
    assert isinstance(found, Done)
    captured = capfd.readouterr()
    assert captured.out == ""
    assert "a library that prints this" in captured.err


def test_no_process_is_started_for_nothing_and_one_for_little() -> None:
    assert list(Workers(2).run([], recipe)) == []
    before = children()
    run = Workers(4).run(tasks(["one"] * 40), recipe)
    next(run)
    assert len(children() - before) <= 2
    assert len(list(run)) == 39


def test_that_no_worker_can_be_made_ends_the_run() -> None:
    with pytest.raises(ModelError, match="no model"):
        list(Workers(2).run(tasks(["one"]), refusing))
    with pytest.raises(EngineError, match="no worker can be made: LookupError: of all things"):
        list(Workers(2).run(tasks(["one"]), broken))
    with pytest.raises(EngineError, match="cannot be started: SIGKILL while it loaded"):
        list(Workers(2).run(tasks(["one"]), dying))


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken = 0

    def endless() -> Iterator[Task]:
        nonlocal taken
        for task in tasks(["text " + "x" * 5_000] * 100_000):
            taken += 1
            yield task

    run = Workers(2).run(endless(), recipe)
    for _ in range(50):
        next(run)
    run.close()  # type: ignore[attr-defined]
    assert taken < 1_000


def test_processes_end_with_the_run_however_it_ends() -> None:
    before = children()
    run = Workers(2).run(tasks(TEXTS), recipe)
    next(run)
    assert children() - before
    run.close()  # type: ignore[attr-defined]
    assert children() <= before

    def interrupted() -> Iterator[Task]:
        yield from tasks(["stall"] + ["work 0.1 " + "x" * 19_000] * 4)
        raise KeyboardInterrupt

    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        list(Workers(2).run(interrupted(), recipe))
    assert time.monotonic() - start < 120  # a stalled one takes 300
    assert children() <= before
    wait_until(lambda: not [each for each in threading.enumerate() if each.name.startswith("kgraph")])


def test_all_cores_that_this_process_may_use() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
