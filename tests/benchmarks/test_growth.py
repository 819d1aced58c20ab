"""Synthetic documents are as a reader's, and what is measured on them grows as it should be told."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

import pytest

from kgraph.corpus import check_up_to_date, graph
from kgraph.graph.validate import validate
from kgraph.model.identifiers import DOCUMENT, STATEMENT
from kgraph.model.statement import Reading
from kgraph.republication import republications
from kgraph.store import Store
from kgraph.store.verify import verify
from tests.benchmarks.growth import Work, exponent
from tests.benchmarks.synthetic import ARTICLES, readings, write

COUNT = 3 * ARTICLES


@pytest.fixture(scope="module")
def some() -> list[Reading]:
    return list(readings(COUNT))


def test_offsets_hold(some: list[Reading]) -> None:
    for reading in some:
        text = reading.document.text
        for statement in reading.statements:
            assert statement.predicate.span.of(text) == statement.predicate.text
            for mention in statement.mentions():
                assert mention.span.of(text) == mention.text


def test_links_lead_to_statements_and_entities_of_the_same_reading(some: list[Reading]) -> None:
    for reading in some:
        ids = {each.id for each in reading.statements}
        iris = {each.iri for each in reading.entities}
        assert {link.statement for each in reading.statements for link in each.attributed_to} <= ids
        mentions = [mention for each in reading.statements for mention in each.mentions()]
        assert {each.entity for each in mentions if each.entity is not None} <= iris
        assert {each.about for each in mentions if each.about is not None} <= ids


def test_no_two_documents_share_statements(some: list[Reading]) -> None:
    ids = [each.id for reading in some for each in reading.statements]
    assert len(set(ids)) == len(ids)
    assert all(each.startswith(STATEMENT) for each in ids)
    assert 9 < len(ids) / len(some) < 13


def test_names_vary_and_some_actors_are_met_often(some: list[Reading]) -> None:
    documents: dict[str, int] = {}
    for reading in some:
        for entity in reading.entities:
            documents[entity.iri] = documents.get(entity.iri, 0) + 1
    assert len(documents) > COUNT
    assert max(documents.values()) > COUNT / 10


def test_the_same_documents_come_in_every_run(some: list[Reading]) -> None:
    assert list(islice(readings(COUNT), 3)) == some[:3]


def test_the_store_is_one_that_kgraph_takes(tmp_path: Path) -> None:
    path = tmp_path / "news.kgraph"
    told: list[tuple[int, int]] = []
    write(path, [2, COUNT], lambda documents, statements: told.append((documents, statements)))
    assert list(verify(path)) == []
    with Store.to_read(path) as store:
        check_up_to_date(store)
        assert republications(store.stories()) == {}
        with graph(store) as whole:
            validate(whole)
            assert (len(whole.documents), len(whole.evidence)) == told[-1]
            assert all(each.iri.startswith(DOCUMENT) for each in whole.documents)
    assert told[0][0] == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell what a process costs")
def test_work_costs_something_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "news.kgraph"
    write(path, [5], lambda _documents, _statements: None)
    cost = Work("CSV", ("-m", "kgraph", "export", "{store}", "--format", "csv", "-o", "{folder}"), 5).cost(path)
    assert cost.seconds > 0
    assert cost.megabytes > 20
    assert [each.name for each in tmp_path.iterdir()] == ["news.kgraph"]


def test_the_exponent_is_that_of_the_power() -> None:
    assert exponent([(x, 3 * x**1.5) for x in (10, 100, 1_000)]) == pytest.approx(1.5)
