"""The graph as a dataset: who is in which graph, what describes it, what another base and RDF 1.2 change."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from kgraph.errors import UsageError
from kgraph.graph.descriptions import PROGRAM, agent_iri, reading_iri
from kgraph.graph.merge import graph_of, merge
from kgraph.graph.nanopublications import nanopublications
from kgraph.graph.nodes import node_iri
from kgraph.graph.rdf import RDF11, Profile, Resource, parts, resources
from kgraph.graph.rebase import checked_base, checked_iri, rebased
from kgraph.graph.terms import (
    DCAT,
    DCTERMS,
    IRI,
    KG,
    PROV,
    RDF,
    SCHEMA,
    VOID,
    XSD,
    Literal,
    TripleTerm,
    integer,
    prefixes,
    string,
)
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import BASE, DATASET, ENTITY, ONTOLOGY, document_iri, open_predicate_iri
from tests.unit.graph.samples import ATTACK, CRITICIZED, RUSSIA, SAID, SENT, TEXT, UKRAINE, mention, reading

OWN = "https://example.org/news/"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def by_iri(graph: KnowledgeGraph, profile: Profile = RDF11) -> dict[str, Resource]:
    return {resource.iri: resource for resource in resources(graph, profile)}


def two_documents() -> KnowledgeGraph:
    other = replace(SENT, id=SENT.id + "-b", document="b")
    return merge([graph_of(reading()), graph_of(reading(other, id="b", date=datetime.date(2022, 5, 1)))])


def test_each_document_has_a_graph_of_what_it_says() -> None:
    graph = two_documents()
    held = [(part.name, {each.iri: each.properties for each in part.resources}) for part in parts(graph)]
    default, *documents, description = held
    assert [name for name, _ in documents] == [document.iri for document in graph.documents]
    assert default[0] is description[0] is None
    told = dict(documents)
    first, second = document_iri("article-1", TEXT), document_iri("b", TEXT)
    assert SENT.id in told[first]
    assert SENT.id + "-b" in told[second]
    # The direct triple belongs to every document that affirms it.
    america = SENT.subject.entity if SENT.subject else None
    assert america is not None
    for document in (first, second):
        assert ONTOLOGY + "sends" in told[document][america]
    assert RUSSIA.iri in told[first]
    assert RUSSIA.iri not in told[second]
    assert node_iri(mention("the move"), first) in told[first]
    assert {first, second, UKRAINE.iri} <= default[1].keys()
    assert all(iri.startswith(DATASET) for iri in description[1])


def test_a_document_that_says_nothing_has_no_graph() -> None:
    graph = replace(graph_of(reading()), evidence=())
    assert [part.name for part in parts(graph) if list(part.resources)] == [None, None]


def test_a_reading_leads_from_the_document_to_the_program() -> None:
    graph = graph_of(reading())
    (document,) = graph.documents
    told = by_iri(graph)
    activity = told[reading_iri(document)].properties
    assert activity[PROV + "used"] == [IRI(document.iri)]
    assert set(activity[PROV + "wasAssociatedWith"]) == {IRI(agent_iri(document.model)), IRI(agent_iri(PROGRAM))}
    assert told[SENT.id].properties[PROV + "wasGeneratedBy"] == [IRI(reading_iri(document))]
    assert told[agent_iri(PROGRAM)].properties[SCHEMA + "softwareVersion"] == [string(PROGRAM.version)]


def test_a_chain_of_attribution_is_walked_statement_by_statement() -> None:
    told = by_iri(graph_of(reading()))
    assert told[ATTACK.id].properties[KG + "attributedTo"] == [IRI(SAID.id)]
    assert KG + "attributedTo" not in told[SAID.id].properties


def test_the_dataset_is_described_with_its_counts() -> None:
    told = by_iri(two_documents(), Profile(licence=LICENCE))
    dataset, *partitions = [resource for iri, resource in told.items() if iri.startswith(DATASET)]
    properties = dataset.properties
    assert set(properties[RDF + "type"]) == {IRI(DCAT + "Dataset"), IRI(VOID + "Dataset")}
    assert properties[DCTERMS + "license"] == [IRI(LICENCE)]
    assert properties[DCTERMS + "conformsTo"] == [IRI(f"{BASE}ontology/{PROGRAM.version}")]
    assert properties[SCHEMA + "temporalCoverage"] == [string("2022-05-01/2022-06-02")]
    assert IRI(KG) in properties[VOID + "vocabulary"]
    sizes = {
        (kind, size)
        for each in partitions
        for kind, size in zip(each.properties[VOID + "class"], each.properties[VOID + "entities"], strict=True)
    }
    wanted = (("Claim", 3), ("Document", 2), ("Referent", 1), ("Statement", 5))
    assert sizes == {(IRI(KG + name), integer(size)) for name, size in wanted}
    assert {IRI(each.iri) for each in partitions} == set(properties[VOID + "classPartition"])


def test_no_licence_is_stated_unless_one_is_given() -> None:
    assert not any(DCTERMS + "license" in each.properties for each in resources(two_documents()))


def test_other_contents_are_another_dataset() -> None:
    graphs = [graph_of(reading()), graph_of(reading(CRITICIZED)), two_documents()]
    found = {next(iri for iri in by_iri(graph) if iri.startswith(DATASET)) for graph in graphs}
    assert len(found) == 3


def test_in_rdf_12_statements_and_claims_reify_their_triple() -> None:
    told = by_iri(graph_of(reading()), Profile(rdf12=True))
    term = TripleTerm(IRI(UKRAINE.iri), IRI(ATTACK.predicate.iri), IRI(RUSSIA.iri))
    reifying = {iri for iri, each in told.items() if term in each.properties.get(RDF + "reifies", ())}
    assert ATTACK.id in reifying
    assert {told[iri].properties[RDF + "type"][-1] for iri in reifying} == {IRI(KG + "Claim"), IRI(KG + "Statement")}
    assert RDF + "reifies" not in told[SAID.id].properties
    # It is not thereby so.
    assert ATTACK.predicate.iri not in told[UKRAINE.iri].properties


def test_below_another_base_only_what_is_minted_moves() -> None:
    graph = graph_of(reading())
    moved = rebased(graph, OWN, {RUSSIA.iri})
    iris = [resource.iri for resource in resources(moved)]
    shared = {RUSSIA.iri, open_predicate_iri("said"), open_predicate_iri("attack")}
    assert {iri for iri in iris if not iri.startswith(OWN)} == shared
    before = [resource.iri for resource in resources(graph)]
    assert len(iris) == len(before)
    kept = {iri.removeprefix(OWN) for iri in iris if iri.startswith((f"{OWN}mention", f"{OWN}statement"))}
    assert kept == {iri.removeprefix(BASE) for iri in before if iri.startswith((f"{BASE}mention", f"{BASE}statement"))}
    linked = {
        value.value
        for resource in resources(moved)
        for values in resource.properties.values()
        for value in values
        if isinstance(value, IRI) and value.value.startswith(OWN)
    }
    assert linked <= set(iris)
    assert prefixes(OWN)["kgn"] == OWN + "entity/"
    assert prefixes(OWN)["kge"] == ENTITY


def test_graphs_of_two_bases_share_what_the_ontology_knows() -> None:
    graph = graph_of(reading())
    known = {entity.iri for entity in graph.entities}
    one, two = ({resource.iri for resource in resources(rebased(graph, base, known))} for base in (OWN, OWN + "b/"))
    assert known <= one & two
    assert not any(iri.startswith((OWN, OWN + "b/")) for iri in one & two)


@pytest.mark.parametrize("base", ["", "news", "https://example.org/news", "https://example.org/a b/", "//example.org/"])
def test_a_base_that_makes_no_iris_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match="the base "):
        checked_base(base)


def test_good_bases_and_iris_pass() -> None:
    assert checked_base(OWN) == OWN
    assert checked_base("https://example.org/ä#") == "https://example.org/ä#"
    assert checked_iri(LICENCE, "licence") == LICENCE


def test_a_nanopublication_asserts_a_fact_only_if_the_writers_do() -> None:
    graph = graph_of(reading())
    assertions = [
        {each.iri: each.properties for each in part.resources}
        for part in nanopublications(graph, RDF11)
        if str(part.name).endswith("-assertion")
    ]
    known = {evidence.statement.predicate.iri for evidence in graph.evidence}
    direct = [predicate for told in assertions for each in told.values() for predicate in each if predicate in known]
    assert sorted(direct) == sorted([ONTOLOGY + "criticizes", ONTOLOGY + "sends"])
    assert len(assertions) == 3


def test_a_nanopublication_tells_when_and_by_what_it_was_made() -> None:
    graph = graph_of(reading(CRITICIZED))
    profile = Profile(licence=LICENCE)
    told = {str(part.name).rpartition("-")[2]: list(part.resources) for part in nanopublications(graph, profile)}
    (itself,) = [each.properties for each in told["pubinfo"] if DCTERMS + "created" in each.properties]
    assert itself[DCTERMS + "created"] == [Literal("2022-06-02T00:00:00Z", XSD + "dateTime")]
    assert itself[DCTERMS + "license"] == [IRI(LICENCE)]
    sentences = [each.properties.get(KG + "sentence") for each in told["provenance"]]
    assert [string(TEXT)] in sentences
