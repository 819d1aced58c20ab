"""A document that raises or stalls is set aside with its reason, and the rest goes on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kgraph.engine import Patience
from kgraph.model.document import Document
from kgraph.store import Store
from tests.faults.reader import documents, fingerprints, graph_bytes, update

_POISON = [Document("poison", "raise hell."), Document("swamp", "stall here.")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no alarm")
def test_poisoned_documents(tmp_path: Path) -> None:
    good, path, clean = documents(50), tmp_path / "news.kgraph", tmp_path / "clean.kgraph"
    with Store.to_write(clean) as store:
        update(store, good)
    with Store.to_write(path) as store:
        watcher = update(store, [*good[:20], *_POISON, *good[20:]], patience=Patience(2))
        assert watcher.set_aside["poison"] == "ValueError: poison"
        assert watcher.set_aside["swamp"].startswith("not read within 2")
        assert len(watcher.done) == 50
        assert [(each.id, each.tries) for each in store.aside()] == [("poison", 1), ("swamp", 1)]
    assert graph_bytes(path) == graph_bytes(clean)


def test_they_are_tried_again_only_when_told_or_when_a_stage_changed(tmp_path: Path) -> None:
    given = [*documents(3), _POISON[0]]
    with Store.to_write(tmp_path / "news.kgraph") as store:
        update(store, given)
        assert update(store, given).set_aside == {}
        assert store.aside()[0].tries == 1
        with store.transaction():
            store.retry_all()
        assert update(store, given).set_aside == {"poison": "ValueError: poison"}
        assert update(store, given, fingerprints(code="new")).set_aside == {"poison": "ValueError: poison"}
        assert store.aside()[0].tries == 3
        assert update(store, documents(3)).set_aside == {}
        assert store.aside() == []
