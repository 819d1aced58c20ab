"""Workers and whoever has them are killed at any moment: nothing is lost, nothing is left over."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.engine import Done, Output, Stage, Task
from kgraph.engine.in_process import InProcess
from kgraph.engine.workers import Workers
from kgraph.store import Store
from kgraph.store.verify import verify
from kgraph.work import ReadingRecipe
from tests.benchmarks.reading import samples, varied
from tests.faults.poisoned import recipe, stream
from tests.faults.processes import children, end_session, of_session, wait_until, workers

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")

ROOT = Path(__file__).parents[2]
_MOST_SECONDS = 0.5  # from one kill to the next, where the run gets on meanwhile
_SOON = 60  # seconds: far less than what the workers would take, far more than anyone needs
_KILLS = int(os.environ.get("KGRAPH_KILLS", "20"))


class Assassin:
    """Kills so many workers of this process, one after the other, at random moments.

    The next to be killed may live until the run has got on since the last, however
    slow the machine: who kills a process while it loads, again and again, would try
    another thing than a run's endurance.
    """

    def __init__(self, chance: random.Random, kills: int) -> None:
        self.left = kills
        self._chance = chance
        self._over = threading.Event()
        self._got_on = threading.Event()
        self._thread = threading.Thread(target=self._kill)

    def __enter__(self) -> Assassin:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._got_on.set()
        self._thread.join()

    def see(self) -> None:
        """The run has got on."""
        self._got_on.set()

    def _kill(self) -> None:
        while self.left:
            self._got_on.wait()
            if self._over.wait(self._chance.uniform(0, _MOST_SECONDS)):
                return
            if found := workers(os.getpid()):
                self._got_on.clear()
                with contextlib.suppress(ProcessLookupError):
                    os.kill(self._chance.choice(found), signal.SIGKILL)
                    self.left -= 1


@pytest.mark.parametrize("seed", range(2))
def test_workers_are_killed_at_random_moments(seed: int) -> None:
    before = children()
    with Assassin(random.Random(seed), _KILLS // 2) as assassin:
        # There is work until the last of them is killed.
        texts = (f"work 0.005 {number}" for number in itertools.takewhile(lambda _: assassin.left, itertools.count()))
        found = []
        for outcome in Workers(2).run(stream(texts), recipe):
            found.append(outcome)
            assassin.see()
    assert assassin.left == 0
    assert found == [
        Done(str(number), (Output(Stage.CODE, f"work 0.005 {number}".encode()),)) for number in range(len(found))
    ]
    assert children() <= before


def test_readers_are_killed_and_read_the_same() -> None:
    given = [Task(document.id, document) for document in samples()[:40]]
    reading = ReadingRecipe(kept=(Stage.CODE,))
    expected = list(InProcess().run(given, reading))
    run = Workers(2).run(given, reading)
    found = [next(run)]
    for pid in workers(os.getpid()):
        os.kill(pid, signal.SIGKILL)
    found += run
    assert found == expected


@contextlib.contextmanager
def session(*command: str, folder: Path = ROOT) -> Iterator[subprocess.Popen[str]]:
    """A process that leads a session of its own; nothing of it is left in the end."""
    with subprocess.Popen(
        [sys.executable, "-m", *command], stderr=subprocess.PIPE, text=True, cwd=folder, start_new_session=True
    ) as leader:
        try:
            yield leader
        finally:
            end_session(leader.pid)


@contextlib.contextmanager
def parent(seconds: float, text: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process whose two workers are at work on such a text, which leaves a mark in a folder."""
    with session("tests.faults.parent", str(seconds), f"{text} {folder}") as leader:
        wait_until(lambda: len(list(folder.iterdir())) >= 2)
        yield leader


@pytest.mark.parametrize(("text", "seconds"), [("stall", 600), ("spin", 5)])
def test_no_worker_outlives_a_parent_that_is_killed(text: str, seconds: float, tmp_path: Path) -> None:
    # One that holds the interpreter cannot see that its parent is gone; its own time limit ends it.
    with parent(seconds, text, tmp_path) as leader:
        leader.kill()
        leader.wait()
        wait_until(lambda: not of_session(leader.pid))


@pytest.mark.parametrize(
    ("number", "text"), [(signal.SIGINT, "stall"), (signal.SIGINT, "spin"), (signal.SIGTERM, "stall")]
)
def test_no_worker_outlives_an_interrupt(number: signal.Signals, text: str, tmp_path: Path) -> None:
    with parent(600, text, tmp_path) as leader:
        os.killpg(leader.pid, number)
        assert leader.wait(_SOON) == -number
        wait_until(lambda: not of_session(leader.pid))


@pytest.mark.parametrize(
    ("number", "code", "message"), [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")]
)
def test_a_build_that_is_told_to_end(number: signal.Signals, code: int, message: str, tmp_path: Path) -> None:
    documents = itertools.islice(varied(samples()), 1_000)
    rows = (json.dumps({"id": each.id, "text": each.text}) + "\n" for each in documents)
    (tmp_path / "news.jsonl").write_text("".join(rows), encoding="utf-8")
    command = ["kgraph", "build", "news.jsonl", "--workers", "2", "--store", "news.kgraph", "-o", "graph", "--log-json"]
    with session(*command, folder=tmp_path) as leader:
        assert leader.stderr is not None
        events = (json.loads(line)["event"] for line in leader.stderr)
        assert "progress" in events
        os.killpg(leader.pid, number)
        told = leader.stderr.read().splitlines()
        assert leader.wait() == code
        wait_until(lambda: not of_session(leader.pid))
    assert json.loads(told[-1]) == {"event": "error", "message": message}
    assert {each.name for each in tmp_path.iterdir()} == {"news.jsonl", "news.kgraph"}
    assert list(verify(tmp_path / "news.kgraph")) == []
    with Store.to_read(tmp_path / "news.kgraph") as store:
        assert 0 < store.info().unread < store.info().documents


def test_an_interrupt_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("Russia criticized Poland.", encoding="utf-8")
    with session("kgraph", "build", "news.txt", "--workers", "2", "-o", "graph", folder=tmp_path) as leader:
        wait_until(lambda: workers(leader.pid))
        os.killpg(leader.pid, signal.SIGINT)
        _, told = leader.communicate()
        assert told == "kgraph: error: interrupted\n"
        assert leader.returncode == 130
    assert [each.name for each in tmp_path.iterdir()] == ["news.txt"]
