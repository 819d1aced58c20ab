"""A file that is not what was written is refused in one line; it never gives another graph."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kgraph.errors import StoreError
from kgraph.store import Store
from kgraph.store.verify import verify
from tests.faults.reader import documents, graph_bytes, update

_PLACES = 40


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "news.kgraph"
    with Store.to_write(path) as store:
        update(store, documents(120))
    return path


def problems(path: Path) -> list[str]:
    try:
        return list(verify(path))
    except StoreError as error:
        return [str(error)]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_torn_file(whole: Path, tmp_path: Path, share: float) -> None:
    content = whole.read_bytes()
    path = tmp_path / "news.kgraph"
    path.write_bytes(content[: int(len(content) * share)])
    assert problems(path)
    with pytest.raises(StoreError, match=r"news\.kgraph: is damaged .* bring back a copy of it, or delete it"):
        Store.to_write(path)
    with pytest.raises(StoreError, match="damaged"):
        graph_bytes(path)


def test_bytes_that_were_overwritten(whole: Path, tmp_path: Path) -> None:
    content, wanted = whole.read_bytes(), graph_bytes(whole)
    chance = random.Random(3)
    path = tmp_path / "news.kgraph"
    refused = 0
    for _ in range(_PLACES):
        place = chance.randrange(len(content) - 64)
        path.write_bytes(content[:place] + chance.randbytes(64) + content[place + 64 :])
        try:
            assert graph_bytes(path) == wanted
        except StoreError:
            refused += 1
            assert problems(path)
    assert refused > _PLACES / 4


def test_an_output_that_was_changed(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.kgraph"
    path.write_bytes(whole.read_bytes())
    with Store.to_write(path) as store, store.transaction():
        store._db.execute("UPDATE outputs SET content = x'00' WHERE document = 7 AND stage = 'extract'")
    assert list(verify(path)) == ["document 'day/6': stage extract: the output is not what was written"]


def test_a_text_that_was_changed(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.kgraph"
    path.write_bytes(whole.read_bytes())
    with Store.to_write(path) as store, store.transaction():
        store._db.execute(
            "UPDATE documents SET content = (SELECT content FROM documents WHERE number = 1) WHERE number = 2"
        )
    assert list(verify(path)) == ["document 'day/1': its text is not the one that its key was made of"]


def test_an_edge_that_was_lost(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.kgraph"
    path.write_bytes(whole.read_bytes())
    with Store.to_write(path) as store, store.transaction():
        store._db.execute("DELETE FROM edges WHERE document = 3")
    assert list(verify(path)) == ["document 'day/2': stage code: its edges are not those that were written"]
    assert graph_bytes(path) == graph_bytes(whole)
