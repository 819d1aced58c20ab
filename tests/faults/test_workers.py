"""Workers and whoever has them are killed at any moment: nothing is lost, nothing is left over."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.engine import Stage, Task
from kgraph.engine.in_process import InProcess
from kgraph.engine.workers import Workers
from kgraph.work import ReadingRecipe
from tests.benchmarks.reading import samples
from tests.faults.poisoned import recipe, tasks
from tests.faults.processes import alive, children, wait_until, workers

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")

ROOT = Path(__file__).parents[2]
_KILLS = int(os.environ.get("KGRAPH_KILLS", "20"))


@contextlib.contextmanager
def assassin(chance: random.Random, kills: int, most_seconds: float) -> Iterator[list[int]]:
    """Kills so many workers of this process, one after the other, at random moments."""
    killed: list[int] = []
    over = threading.Event()

    def kill() -> None:
        while len(killed) < kills and not over.wait(chance.uniform(0, most_seconds)):
            if found := workers(os.getpid()):
                victim = chance.choice(found)
                with contextlib.suppress(ProcessLookupError):
                    os.kill(victim, signal.SIGKILL)
                    killed.append(victim)

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        yield killed
    finally:
        over.set()
        thread.join()


@pytest.mark.parametrize("seed", range(2))
def test_workers_are_killed_at_random_moments(seed: int) -> None:
    texts = [f"work 0.005 {number}" for number in range(120 * _KILLS)]
    expected = list(InProcess().run(tasks(f"work 0 {number}" for number in range(120 * _KILLS)), recipe))
    before = children()
    with assassin(random.Random(seed), _KILLS // 2, 0.5) as killed:
        found = list(Workers(2).run(tasks(texts), recipe))
    assert [each.key for each in found] == [each.key for each in expected]
    assert {type(each) for each in found} == {type(each) for each in expected}
    assert len(set(killed)) > _KILLS // 4
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


def start(seconds: float, *texts: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.parent", str(seconds), *texts],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        start_new_session=True,
    )


@pytest.mark.parametrize("text", ["stall", "spin"])
def test_no_worker_outlives_a_parent_that_is_killed(text: str) -> None:
    # One that holds the interpreter cannot see that its parent is gone; its own time limit ends it.
    with start(3, text, "x" * 30_000, text) as parent:
        wait_until(lambda: len(workers(parent.pid)) == 2)
        orphans = workers(parent.pid)
        time.sleep(1)  # they begin
        parent.kill()
        parent.wait()
        wait_until(lambda: not alive(orphans), 20)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_no_worker_outlives_an_interrupt(number: signal.Signals) -> None:
    with start(60, "stall", "x" * 30_000, "stall") as parent:
        wait_until(lambda: len(workers(parent.pid)) == 2)
        orphans = workers(parent.pid)
        os.killpg(parent.pid, number)
        parent.wait(20)
        wait_until(lambda: not alive(orphans))
        assert parent.returncode == -number


def test_an_interrupted_build_says_so_in_one_line(tmp_path: Path) -> None:
    rows = "".join(f'{{"id": "{number}", "text": "Russia criticized Poland. {"x" * 500}"}}\n' for number in range(500))
    (tmp_path / "news.jsonl").write_text(rows, encoding="utf-8")
    command = [sys.executable, "-m", "kgraph", "build", "news.jsonl", "--workers", "2", "-o", "graph"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, start_new_session=True) as parent:
        wait_until(lambda: workers(parent.pid), 60)
        orphans = workers(parent.pid)
        os.killpg(parent.pid, signal.SIGINT)
        _, told = parent.communicate(timeout=60)
        assert told.strip() == "kgraph: error: interrupted"
        assert parent.returncode == 130
        wait_until(lambda: not alive(orphans))
    assert not (tmp_path / "graph").exists()
