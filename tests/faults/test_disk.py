"""On a disk that is full, a run ends with one clear line, and what was committed is kept."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.errors import OutputError
from kgraph.store import Store
from kgraph.store.verify import verify
from tests.faults.reader import documents, graph_bytes, update

_MANY = 6_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a megabyte."""
    if not sys.platform.startswith("linux"):
        pytest.skip("a small disk is made by mounting a tmpfs, which only Linux has")
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True, text=True, check=False
    )
    if made.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {made.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk(small_disk: Path, tmp_path: Path) -> None:
    path = small_disk / "news.kgraph"
    some, many = documents(100), documents(_MANY)
    with Store.to_write(path) as store:
        update(store, some)
    before = graph_bytes(path)
    with pytest.raises(OutputError, match="cannot be written: database or disk is full"), Store.to_write(path) as store:
        update(store, many)
    assert list(verify(path)) == []
    roomy = tmp_path / "news.kgraph"
    roomy.write_bytes(path.read_bytes())
    for log in small_disk.glob("*-wal"):
        (tmp_path / log.name).write_bytes(log.read_bytes())
    with Store.to_write(roomy) as store:
        watcher = update(store, some)
    assert watcher.done == []
    assert graph_bytes(roomy) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of files")
def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    path = tmp_path / "news.kgraph"
    script = (
        "import resource, sys; from pathlib import Path; from tests.faults.reader import *;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000));"
        "store = Store.to_write(Path(sys.argv[1])).__enter__(); update(store, documents(6000))"
    )
    run = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False)
    assert "OutputError" in run.stderr.splitlines()[-1]
    assert list(verify(path)) == []
    with Store.to_write(path) as store:
        update(store, documents(200))
    whole = tmp_path / "whole.kgraph"
    with Store.to_write(whole) as store:
        update(store, documents(200))
    assert graph_bytes(path) == graph_bytes(whole)
