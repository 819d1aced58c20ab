"""Whenever a run is killed, nothing committed is lost, nothing counts twice, and the graph is the undisturbed one.

Twenty kills at random moments, or as many as KGRAPH_KILLS says; the moments are the same in every run as far as the
machine allows.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from kgraph.errors import StoreError
from kgraph.store import Store
from kgraph.store.file import is_store, open_to_read
from kgraph.store.verify import verify
from tests.faults.reader import documents, graph_bytes, update

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")

KILLS = int(os.environ.get("KGRAPH_KILLS", "20"))
_DOCUMENTS = 300
_SECONDS = 0.002
_LONGEST = 1.0  # seconds from the beginning of a run to its kill; an undisturbed run takes about as long
_DATA = Path(__file__).parents[1] / "data"


def read_keys(path: Path) -> set[str]:
    """The documents whose coded readings are committed."""
    if not is_store(path):
        return set()
    try:
        opened = open_to_read(path)
    except StoreError as error:
        if "is empty, since the run that made it was cut off" not in str(error):
            raise
        return set()
    with closing(opened) as connection:
        rows = connection.execute(
            "SELECT key FROM documents JOIN outputs ON document = number WHERE stage = 'code'"
        ).fetchall()
    assert len(rows) == len(set(rows))
    return {key for (key,) in rows}


def killed_after(seconds: float, path: Path) -> bool:
    """Runs the fake reader and kills it; whether it was still at work."""
    command = [sys.executable, "-m", "tests.faults.reader", str(path), str(_DOCUMENTS), str(_SECONDS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"begins\n"
        time.sleep(seconds)
        run.kill()
        return run.wait() == -signal.SIGKILL


def test_killed_at_random_moments(tmp_path: Path) -> None:
    whole = tmp_path / "whole.kgraph"
    with Store.to_write(whole) as store:
        update(store, documents(_DOCUMENTS))
    wanted = graph_bytes(whole)
    chance = random.Random(7)
    kills = finished = 0
    path = tmp_path / "0.kgraph"
    before: set[str] = set()
    while kills < KILLS:
        killed = killed_after(chance.uniform(0, _LONGEST) ** 2, path)
        kills += killed
        after = read_keys(path)
        assert before <= after
        assert not after or list(verify(path)) == []
        before = after
        if not killed:
            assert graph_bytes(path) == wanted
            finished += 1
            path, before = tmp_path / f"{finished}.kgraph", set()
    with Store.to_write(path) as store:
        done = update(store, documents(_DOCUMENTS)).done
    assert len(done) == _DOCUMENTS - len(before)
    assert graph_bytes(path) == wanted


def test_the_real_reader_killed_while_it_reads(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kgraph", "build", str(_DATA), "--date", "2022-09-16", "--log-json"]
    whole, torn = tmp_path / "whole", tmp_path / "news.kgraph"
    subprocess.run([*command, "-o", str(whole)], check=True, capture_output=True)
    with subprocess.Popen([*command, "--store", str(torn)], stderr=subprocess.PIPE) as run:
        assert run.stderr is not None
        assert b'"event": "begin"' in run.stderr.readline()
        time.sleep(1)
        run.kill()
    again = [*command, "--store", str(torn), "-o", str(tmp_path / "again")]
    subprocess.run(again, check=True, capture_output=True)
    assert list(verify(torn)) == []
    assert {file.name: file.read_bytes() for file in whole.iterdir()} == {
        file.name: file.read_bytes() for file in (tmp_path / "again").iterdir()
    }
