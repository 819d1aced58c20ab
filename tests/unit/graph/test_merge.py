from __future__ import annotations

from dataclasses import replace

import pytest

from kgraph.graph.merge import graph_of, linked, merge
from kgraph.model.document import Span
from kgraph.model.entity import Entity
from kgraph.model.graph import DocumentNode, KnowledgeGraph
from kgraph.model.identifiers import document_iri
from kgraph.model.parsed import ModelInfo
from tests.unit.graph.samples import DOCUMENT, ENTITIES, RUSSIA, SAID, SENT, STATEMENTS, TEXT, reading


def test_a_document_is_remembered_without_its_text() -> None:
    iri = document_iri("article-1", TEXT)
    assert graph_of(reading()).documents == (
        DocumentNode(
            iri, "article-1", ModelInfo("en_test", "1.0"), DOCUMENT.date, "Rockets", DOCUMENT.url, "The Paper"
        ),
    )


def test_evidence_holds_the_words_of_sentence_and_content() -> None:
    graph = graph_of(reading(replace(SAID, sentence=Span(84, len(TEXT)))))
    (evidence,) = graph.evidence
    assert evidence.document == document_iri("article-1", TEXT)
    assert evidence.sentence == TEXT[84:]
    assert evidence.content == ("Kyiv \\ <may> attack Russia",)


def test_tuples_are_sorted_by_iri() -> None:
    graph = graph_of(reading(*reversed(STATEMENTS), entities=tuple(reversed(ENTITIES))))
    assert [entity.iri for entity in graph.entities] == sorted(entity.iri for entity in ENTITIES)
    assert [evidence.statement.id for evidence in graph.evidence] == sorted(each.id for each in STATEMENTS)


def test_entities_of_one_iri_are_united() -> None:
    other = Entity(RUSSIA.iri, "Russian Federation", "Organization", ("Moscow",), None, ("urn:x:1",))
    (united,) = merge([KnowledgeGraph(entities=(RUSSIA,)), KnowledgeGraph(entities=(other,))]).entities
    assert united == Entity(RUSSIA.iri, "Russian Federation", "Organization", ("Moscow", "Russia"), "RUS", ("urn:x:1",))


def test_of_two_readings_of_a_statement_the_surer_stays() -> None:
    surer = replace(SENT, confidence=0.9, rule="other")
    for order in ((SENT, surer), (surer, SENT)):
        (evidence,) = merge(graph_of(reading(statement)) for statement in order).evidence
        assert evidence.statement == surer


def test_of_two_descriptions_of_a_document_the_fuller_stays() -> None:
    bare = graph_of(reading(title=None, url=None))
    full = graph_of(reading(date=None))
    assert merge([bare, full]).documents == merge([full, bare]).documents == full.documents


def test_documents_of_one_id_and_different_texts_stay_apart() -> None:
    other = graph_of(reading(SENT, text=TEXT + " More."))
    assert len(merge([graph_of(reading(SENT)), other]).documents) == 2


def test_of_a_republication_the_document_alone_remains() -> None:
    original, copy = graph_of(reading(SENT)), graph_of(reading(SENT, id="copy", source="Other Post"))
    iri = original.documents[0].iri
    united = merge([linked(copy, {copy.documents[0].iri: iri}), original])
    assert {document.source: document.republication_of for document in united.documents} == {
        original.documents[0].source: None,
        "Other Post": iri,
    }
    assert united.evidence == original.evidence
    # What another graph read out of it is no evidence of its own either.
    assert merge([copy, united]) == united


@pytest.mark.parametrize("graphs", [[], [KnowledgeGraph()], [KnowledgeGraph(), KnowledgeGraph()]])
def test_nothing_merges_to_nothing(graphs: list[KnowledgeGraph]) -> None:
    assert merge(graphs) == KnowledgeGraph()
