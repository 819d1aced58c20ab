from __future__ import annotations

import dataclasses
import datetime
import itertools
from pathlib import Path

import pytest

from kgraph import corpus
from kgraph.engine import Stage
from kgraph.errors import StoreError
from kgraph.fingerprint import Fingerprints
from kgraph.model.document import Document
from kgraph.model.identifiers import document_iri
from kgraph.store import Store
from kgraph.store.verify import verify
from tests.faults.reader import documents, fingerprints, graph_bytes, reading, update


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.kgraph"


def test_readings_come_out_as_they_went_in(path: Path) -> None:
    given = documents(10)
    with Store.to_write(path) as store:
        update(store, given)
    with Store.to_read(path) as store:
        assert list(store.readings()) == [reading(document) for document in given]


def test_a_second_run_reads_only_what_is_new(path: Path) -> None:
    with Store.to_write(path) as store:
        update(store, documents(5))
        assert update(store, documents(5)).done == []
        assert update(store, documents(8)).done == ["day/5", "day/6", "day/7"]
        assert [(run.added, run.forgotten, run.read) for run in store.info().runs] == [(5, 0, 5), (0, 0, 0), (3, 0, 3)]


def test_a_changed_text_is_read_again_and_its_old_one_forgotten(path: Path) -> None:
    given = documents(4)
    changed = dataclasses.replace(given[1], text="Russia criticizes Chad again.")
    with Store.to_write(path) as store:
        update(store, given)
        assert update(store, [given[0], changed, *given[2:]]).done == ["day/1"]
        assert {each.document.text for each in store.readings()} == {
            given[0].text, changed.text, given[2].text, given[3].text,
        }  # fmt: skip


def test_a_document_that_comes_twice_has_its_fuller_description_in_any_order() -> None:
    bare = documents(1)[0]
    dated = dataclasses.replace(bare, date=datetime.date(2022, 6, 1))
    titled = dataclasses.replace(bare, date=datetime.date(2022, 6, 2), title="News")
    for order in itertools.permutations([bare, dated, titled]):
        with Store.in_memory() as store:
            update(store, order)
            assert [each.document for each in store.readings()] == [titled]
            update(store, [dated])
            assert [each.document for each in store.readings()] == [dated]


def test_removed_documents_are_forgotten_with_all_that_was_made_of_them(path: Path) -> None:
    few = path.with_name("few.kgraph")
    with Store.to_write(path) as store, Store.to_write(few) as other:
        update(store, documents(9))
        update(store, documents(4))
        update(other, documents(4))
        assert store.info().documents == 4
        assert store.info().runs[-1].forgotten == 5
    assert graph_bytes(path) == graph_bytes(few)
    assert list(verify(path)) == []


def test_a_new_date_leaves_the_parse_as_it_is(path: Path) -> None:
    given = documents(3)
    dated = [dataclasses.replace(given[0], date=datetime.date(2022, 6, 1)), *given[1:]]
    with Store.to_write(path) as store:
        update(store, given)
        watcher = update(store, dated)
        assert watcher.work.documents == {Stage.EXTRACT: 1}
        assert watcher.done == ["day/0"]
        assert next(store.readings()).document.date == datetime.date(2022, 6, 1)


@pytest.mark.parametrize(
    ("prints", "first"),
    [
        (fingerprints(parse="new"), Stage.PARSE),
        (fingerprints(extract="new"), Stage.EXTRACT),
        (fingerprints(code="new"), Stage.CODE),
    ],
)
def test_what_changed_is_done_again_from_its_own_stage_on(path: Path, prints: Fingerprints, first: Stage) -> None:
    with Store.to_write(path) as store:
        update(store, documents(3))
        assert update(store, documents(3), prints).work.documents == {first: 3}
        assert update(store, documents(3), prints).work.total == 0


def test_without_inputs_only_what_is_stale_is_done(path: Path) -> None:
    with Store.to_write(path) as store:
        update(store, documents(3))
        assert len(update(store, None, fingerprints(code="new")).done) == 3
        assert store.info().documents == 3


def test_documents_of_one_id_are_told_apart_by_their_words(path: Path) -> None:
    same = [dataclasses.replace(document, id="one") for document in documents(3)]
    with Store.to_write(path) as store:
        assert corpus.take_in(store, same).new == 3
        assert [task.key for task in store.tasks(fingerprints().of)] == [
            document_iri(document.id, document.text).rpartition("/")[2] for document in same
        ]


def test_awkward_names_and_texts_come_back(path: Path) -> None:
    document = Document("a\x00b/ü", "Nul\x00 and 😀 \u2028.", title="'; DROP TABLE documents; --")
    with Store.to_write(path) as store:
        corpus.take_in(store, [document])
        assert [task.document for task in store.tasks(fingerprints().of)] == [document]
    assert list(verify(path)) == []


def test_a_transaction_is_whole_or_not_there(path: Path) -> None:
    def stop(store: Store) -> None:
        store.enlist(documents(1)[0])
        raise KeyboardInterrupt

    with Store.to_write(path) as store:
        with pytest.raises(KeyboardInterrupt), store.transaction():
            stop(store)
        assert store.info().documents == 0


def test_a_store_that_is_not_up_to_date_gives_no_graph(path: Path) -> None:
    with Store.to_write(path) as store:
        update(store, documents(3))
        corpus.take_in(store, documents(5))
        with pytest.raises(StoreError, match="2 of its documents are still to be read; bring it up to date: kgraph"):
            corpus.graph(store).__enter__()
        with store.transaction():
            store.put_settings(ontology="another")
        with pytest.raises(StoreError, match="made with another kgraph or another ontology"):
            corpus.graph(store).__enter__()


def test_a_reader_sees_one_state_while_a_run_goes_on(path: Path) -> None:
    with Store.to_write(path) as writer:
        update(writer, documents(3))
        with Store.to_read(path) as reader:
            assert reader.info().documents == 3
            update(writer, documents(9))
            assert len(list(reader.readings())) == 3
        with Store.to_read(path) as reader:
            assert len(list(reader.readings())) == 9
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_vacuum_gives_space_back(path: Path) -> None:
    with Store.to_write(path) as store:
        update(store, documents(400))
        update(store, documents(3))
    large = path.stat().st_size
    with Store.to_write(path) as store:
        store.vacuum()
    assert path.stat().st_size < large / 2
    assert list(verify(path)) == []
