from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kgraph import corpus
from kgraph.errors import OutputError, StoreError
from kgraph.store import Store, is_store
from kgraph.store.schema import VERSION
from tests.faults.reader import documents, graph_bytes, update

_NOBODY = 65534  # the user who may do nothing, on Linux and macOS

_HOLD = (
    "import sys; from pathlib import Path; from kgraph.store import Store;"
    "store = Store.to_write(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "news.kgraph"
    with Store.to_write(path) as store:
        update(store, documents(3))
    return path


def execute(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def test_a_store_is_told_from_other_files(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    execute(other, "CREATE TABLE things (name TEXT)")
    text = tmp_path / "text.kgraph"
    text.write_text("These words are no database, however long one goes on with them. " * 20, encoding="utf-8")
    assert [is_store(each) for each in (path, other, text, tmp_path, tmp_path / "none")] == [True, *[False] * 4]
    for each in (other, text):
        before = each.read_bytes()
        for opened in (Store.to_write, Store.to_read):
            with pytest.raises(StoreError, match="is no store of kgraph; choose another file"):
                opened(each)
        assert each.read_bytes() == before


def test_a_newer_store_is_refused(path: Path) -> None:
    execute(path, f"PRAGMA user_version = {VERSION + 1}")
    for opened in (Store.to_write, Store.to_read):
        with pytest.raises(StoreError, match=rf"a newer kgraph wrote it \(version {VERSION + 1} .* install a newer"):
            opened(path)


def test_one_that_was_killed_while_it_was_made_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "news.kgraph"
    path.touch()
    with pytest.raises(StoreError, match="is empty, since the run that made it was cut off; run it again"):
        Store.to_read(path)
    with Store.to_write(path) as store:
        update(store, documents(1))
    execute(empty := tmp_path / "empty.kgraph", "PRAGMA journal_mode = WAL")
    with Store.to_write(empty) as store:
        assert store.info().documents == 0


def test_it_has_one_writer(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(StoreError, match=f"process {other.pid} is writing to it; wait for its end, or end it"):
            Store.to_write(path)
        assert graph_bytes(path)
        other.kill()
    with Store.to_write(path) as store:
        assert store.info().documents == 3
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        Store.to_write(tmp_path / "missing" / "news.kgraph")
    with pytest.raises(OutputError, match="cannot be written"):
        Store.to_write(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def read_only(path: Path) -> Iterator[Path]:
    """A store that nothing can be written to or beside, also where root runs the tests."""
    if sys.platform == "win32":
        pytest.skip("Windows keeps no folder from being written by its mode")
    with Store.to_read(path) as store, corpus.graph(store):
        graph_bytes(path)  # so that all is imported that root alone may be able to read
    with TemporaryDirectory() as folder:
        place = Path(folder, path.name)
        shutil.copyfile(path, place)
        place.chmod(0o444)
        place.parent.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(_NOBODY)
        try:
            yield place
        finally:
            if root:
                os.seteuid(0)
            place.parent.chmod(0o755)


def test_it_is_read_where_nothing_can_be_written(read_only: Path) -> None:
    assert graph_bytes(read_only)
    with Store.to_read(read_only) as store, corpus.graph(store) as graph:
        assert len(graph.evidence) == len(graph.documents) > 0
    assert list(read_only.parent.iterdir()) == [read_only]


def test_reading_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no such file; make it with kgraph build INPUT\.\.\. --store"):
        Store.to_read(tmp_path / "news.kgraph")
    assert list(tmp_path.iterdir()) == []
