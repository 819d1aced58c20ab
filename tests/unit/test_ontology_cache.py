"""The cache of compiled ontologies: it saves time and never changes what is loaded."""

from __future__ import annotations

import hashlib
import pickle
from pathlib import Path

import pytest

from kgraph.model.vocabulary import ActorType, EntityEntry, Vocabulary
from kgraph.ontology import cache, load
from tests.unit.test_ontology import write

VOCABULARY = Vocabulary(
    version="1",
    event_types={},
    predicates=(),
    entities=(EntityEntry("urn:a", "A", "State", ("A", "Ay"), country="AAA"),),
    actor_types=(ActorType("urn:b", "army", "MilitaryUnit", ("army",), "MIL"),),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    return tmp_path / "cache"


def kept(folder: Path) -> Path:
    (found,) = [path for path in folder.rglob("*") if path.is_file()]
    return found


def test_a_vocabulary_comes_back_as_it_was(folder: Path) -> None:
    cache.put("k", VOCABULARY)
    assert cache.get("k") == VOCABULARY
    assert cache.get("other") is None
    assert kept(folder).stat().st_size > 0


def test_loading_twice_gives_the_same(tmp_path: Path, folder: Path) -> None:
    ontology = tmp_path / "ontology"
    ontology.mkdir()
    write(ontology, 'kge:A a kg:State ; rdfs:label "A" .')
    assert load(ontology) == load(ontology)
    assert kept(folder)


def test_a_change_of_a_file_is_seen(tmp_path: Path) -> None:
    ontology = tmp_path / "ontology"
    ontology.mkdir()
    write(ontology, 'kge:A a kg:State ; rdfs:label "A" .')
    load(ontology)
    extra = ontology / "entities" / "extra.ttl"
    extra.write_text(extra.read_text("utf-8").replace('"A"', '"B"'), "utf-8")
    assert [each.label for each in load(ontology).entities] == ["B"]


@pytest.mark.parametrize("content", [b"", b"x" * 10, b"x" * 500])
def test_a_damaged_file_is_as_good_as_none(folder: Path, content: bytes) -> None:
    cache.put("k", VOCABULARY)
    kept(folder).write_bytes(content)
    assert cache.get("k") is None
    cache.put("k", VOCABULARY)
    assert cache.get("k") == VOCABULARY


def test_a_file_builds_nothing_but_records(folder: Path) -> None:
    cache.put("k", VOCABULARY)
    body = pickle.dumps(Path("/"))
    kept(folder).write_bytes(hashlib.sha256(body).digest() + body)
    assert cache.get("k") is None


def test_a_folder_that_cannot_be_written_is_no_error(folder: Path) -> None:
    folder.write_text("no folder", "utf-8")
    cache.put("k", VOCABULARY)
    assert cache.get("k") is None


def test_only_the_newest_files_are_kept(folder: Path) -> None:
    for number in range(12):
        cache.put(str(number), VOCABULARY)
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 8
    assert cache.get("11") == VOCABULARY
