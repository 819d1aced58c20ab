from __future__ import annotations

from dataclasses import replace

import pytest
import rdflib
from rdflib import Namespace
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD

from kgraph.graph.descriptions import agent_iri, reading_iri
from kgraph.graph.merge import graph_of
from kgraph.graph.nodes import node_iri
from kgraph.graph.rdf import triples
from kgraph.graph.rdflib_view import to_rdflib
from kgraph.graph.terms import KG as KG_IRI
from kgraph.graph.terms import PREFIXES, Literal, clean, decimal, is_local_name, prefixed
from kgraph.model.identifiers import document_iri
from kgraph.model.parsed import ModelInfo
from tests.unit.graph.samples import (
    AMERICA,
    ATTACK,
    CRITICIZED,
    LAVROV,
    ROCKETS,
    RUSSIA,
    SAID,
    SENT,
    TEXT,
    UKRAINE,
    mention,
    reading,
)

KG = Namespace(KG_IRI)
SCHEMA = Namespace(PREFIXES["schema"])
DOCUMENT = document_iri("article-1", TEXT)


def view() -> rdflib.Graph:
    return to_rdflib(graph_of(reading()))


def described(subject: str) -> set[tuple[str, rdflib.term.Node]]:
    return {(str(predicate), value) for predicate, value in view().predicate_objects(rdflib.URIRef(subject))}


def plain(text: str) -> rdflib.Literal:
    return rdflib.Literal(text)


def typed(text: str, name: str) -> rdflib.Literal:
    return rdflib.Literal(text, datatype=XSD[name])


def node(iri: str) -> rdflib.URIRef:
    return rdflib.URIRef(iri)


def test_a_statement_is_told_in_full() -> None:
    assert described(SENT.id) == {
        (str(predicate), value)
        for predicate, value in [
            (RDF.type, KG.Statement),
            (RDF.type, RDF.Statement),
            (RDF.type, KG.AID),
            (RDF.subject, node(AMERICA.iri)),
            (RDF.predicate, KG.sends),
            (RDF.object, node(ROCKETS.iri)),
            (KG.recipient, node(UKRAINE.iri)),
            (KG.certainty, KG.certain),
            (KG.modality, KG.asserted),
            (KG.negated, typed("false", "boolean")),
            (KG.future, typed("false", "boolean")),
            (KG.confidence, typed("0.5", "decimal")),
            (KG.time, plain("2022-06-01")),
            (KG.timeText, plain("Wednesday")),
            (KG.date, typed("2022-06-01", "date")),
            (KG.eventType, KG.AID),
            (KG.quadClass, KG.MaterialCooperation),
            (KG.mode, plain("military")),
            (KG.context, plain("military")),
            (KG.cameo, plain("072")),
            (KG.actor, node(AMERICA.iri)),
            (KG.eventRecipient, node(UKRAINE.iri)),
            (KG.begin, typed("18", "integer")),
            (KG.end, typed("22", "integer")),
            (KG.sentenceBegin, typed("0", "integer")),
            (KG.sentenceEnd, typed(str(len(TEXT)), "integer")),
            (KG.predicateText, plain("sent")),
            (KG.sentence, plain(TEXT)),
            (KG.rule, plain("verb")),
            (PROV.wasDerivedFrom, node(DOCUMENT)),
            (PROV.wasGeneratedBy, node(reading_iri(graph_of(reading()).documents[0]))),
            (PROV.wasAttributedTo, node(agent_iri(ModelInfo("en_test", "1.0")))),
        ]
    }


def test_a_claim_names_who_says_it_and_where() -> None:
    told = described(ATTACK.id)
    assert (str(KG.attributedTo), node(SAID.id)) in told
    assert (str(KG.holder), node(LAVROV.iri)) in told
    assert (str(KG.certainty), KG.possible) in told
    assert (str(KG.future), typed("true", "boolean")) in told
    assert (str(KG.place), node(RUSSIA.iri)) in told


def test_reported_words_are_told() -> None:
    told = described(SAID.id)
    assert (str(KG.content), plain("Kyiv \\ <may> attack Russia")) in told
    assert (str(KG.contentQuoted), typed("true", "boolean")) in told


def test_direct_triples_are_the_world_view_alone() -> None:
    graph = view()
    move = node(node_iri(mention("the move"), DOCUMENT))
    assert (node(AMERICA.iri), KG.sends, node(ROCKETS.iri)) in graph
    assert (node(RUSSIA.iri), KG.criticizes, move) in graph
    assert (node(UKRAINE.iri), node(ATTACK.predicate.iri), node(RUSSIA.iri)) not in graph


def test_a_document_is_described_by_dublin_core_and_its_reader() -> None:
    assert described(DOCUMENT) == {
        (str(predicate), value)
        for predicate, value in [
            (RDF.type, KG.Document),
            (RDF.type, SCHEMA.NewsArticle),
            (DCTERMS.identifier, plain("article-1")),
            (DCTERMS.date, typed("2022-06-02", "date")),
            (DCTERMS.title, plain("Rockets")),
            (DCTERMS.source, plain("The Paper")),
            (SCHEMA.url, typed("https://example.org/1 a", "anyURI")),
            (KG.readBy, node(agent_iri(ModelInfo("en_test", "1.0")))),
        ]
    }


def test_the_reader_is_a_software_agent_with_its_version() -> None:
    assert described(agent_iri(ModelInfo("en_test", "1.0"))) == {
        (str(RDF.type), PROV.SoftwareAgent),
        (str(RDFS.label), plain("en_test")),
        (str(SCHEMA.softwareVersion), plain("1.0")),
    }


def test_entities_referents_and_open_predicates_are_described() -> None:
    assert described(UKRAINE.iri) == {
        (str(RDF.type), KG.State),
        (str(RDFS.label), plain("Ukraine")),
        (str(SKOS.altLabel), plain("Kyiv")),
        (str(KG.country), plain("UKR")),
        (str(OWL.sameAs), node("https://example.org/ukraine")),
    }
    assert described(node_iri(mention("the move"), DOCUMENT)) == {
        (str(RDF.type), KG.Referent),
        (str(RDFS.label), plain("the move")),
        (str(PROV.wasDerivedFrom), node(DOCUMENT)),
    }
    assert described(SAID.predicate.iri) == {(str(RDF.type), RDF.Property), (str(RDFS.label), plain("said"))}


def test_no_blank_nodes_and_prefixes_bound() -> None:
    graph = view()
    assert not [term for triple in graph for term in triple if isinstance(term, rdflib.BNode)]
    assert {prefix: str(space) for prefix, space in graph.namespaces()} == dict(PREFIXES)


def test_the_rdflib_view_survives_its_own_serializer() -> None:
    graph = view()
    assert isomorphic(rdflib.Graph().parse(data=graph.serialize(format="turtle"), format="turtle"), graph)


def test_types_come_first_in_each_group() -> None:
    told = [triple.predicate.value for triple in triples(graph_of(reading())) if triple.subject.value == SENT.id]
    assert told[:3] == [str(RDF.type)] * 3
    assert str(RDF.type) not in told[3:]


def test_parts_that_a_statement_lacks_are_not_told() -> None:
    bare = replace(CRITICIZED, subject=None, object=None)
    told = {triple.predicate.value for triple in triples(graph_of(reading(bare))) if triple.subject.value == bare.id}
    missing = [RDF.subject, RDF.object, KG.time, KG.date, KG.holder, KG.content, KG.eventType, KG.rule, KG.place]
    assert told.isdisjoint(map(str, missing))


@pytest.mark.parametrize(
    ("value", "expected"), [(0.5, "0.5"), (1.0, "1.0"), (0.0, "0.0"), (0.123456789, "0.123457"), (1e-12, "0.0")]
)
def test_decimals_are_canonical(value: float, expected: str) -> None:
    assert decimal(value) == Literal(expected, str(XSD.decimal))


def test_what_xml_cannot_hold_is_replaced_one_for_one() -> None:
    assert clean("a\x00b\x1f\ud800\uffff") == "a\ufffdb\ufffd\ufffd\ufffd"
    assert clean("tab\tline\r\n\x7f\x85 😀 \u202e") == "tab\tline\r\n\x7f\x85 😀 \u202e"


@pytest.mark.parametrize("name", ["", "-a", "a.b", "a b", "é", "a/b", "a\n"])
def test_local_names_need_no_escape(name: str) -> None:
    assert not is_local_name(name)
    assert is_local_name("a_B-1")


def test_an_iri_is_split_at_its_namespace() -> None:
    assert prefixed(RUSSIA.iri) == ("kge", "russia")
    assert prefixed("https://example.org/russia") is None
