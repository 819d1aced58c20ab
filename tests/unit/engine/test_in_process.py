from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence

import pytest

from kgraph.engine import PATIENT, Done, Failed, Output, Patience, Recipe, Stage, Task, Worker, chunks
from kgraph.engine.in_process import InProcess
from kgraph.errors import ModelError
from kgraph.model.document import Document


def task(text: str, key: str = "") -> Task:
    return Task(key or text, Document(key or text, text))


def echo(tasks: Sequence[Task]) -> list[Done]:
    """Reads each text as itself, save for those that tell it what else to do."""
    for each in tasks:
        if each.document.text == "raise":
            raise ValueError("poisoned\nby its second line")
        if each.document.text == "stall":
            time.sleep(30)
    return [Done(each.key, (Output(Stage.PARSE, each.document.text.encode()),)) for each in tasks]


def recipe() -> Worker:
    return echo


def outcomes(texts: list[str], patience: Patience = PATIENT) -> list[Done | Failed]:
    return list(InProcess(patience).run(map(task, texts), recipe))


def test_outcomes_come_in_the_order_of_the_tasks() -> None:
    texts = [f"text {number}" for number in range(100)]
    assert [each.key for each in outcomes(texts)] == texts


def test_a_document_that_raises_is_set_aside_and_the_others_of_its_chunk_are_read() -> None:
    found = outcomes(["one", "raise", "two"])
    assert [type(each) for each in found] == [Done, Failed, Done]
    assert found[1] == Failed("raise", "ValueError: poisoned by its second line")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no alarm")
def test_a_document_that_stalls_is_set_aside() -> None:
    start = time.monotonic()
    found = outcomes(["one", "stall", "two"], Patience(0.2))
    assert time.monotonic() - start < 10
    assert found[1] == Failed("stall", "not read within 0.205 seconds")
    assert [type(each) for each in found] == [Done, Failed, Done]


def test_no_worker_is_made_for_nothing() -> None:
    def refuse() -> Worker:
        raise AssertionError("made a worker")

    assert list(InProcess().run([], refuse)) == []


def test_that_no_worker_can_be_made_ends_the_run() -> None:
    def broken() -> Worker:
        raise ModelError("no model")

    with pytest.raises(ModelError, match="no model"):
        list(InProcess().run([task("one")], broken))


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken = 0

    def endless() -> Iterator[Task]:
        nonlocal taken
        while True:
            taken += 1
            yield task("x", str(taken))

    run: Recipe = recipe
    assert isinstance(next(InProcess().run(endless(), run)), Done)
    assert taken < 100


def test_long_documents_are_done_alone_and_short_ones_together() -> None:
    tasks = [task("x" * size, str(number)) for number, size in enumerate([10, 150_000, 10, 10, 45_000, 45_000])]
    assert [[each.key for each in chunk] for chunk in chunks(tasks)] == [["0"], ["1"], ["2", "3", "4"], ["5"]]
    assert list(chunks([])) == []
