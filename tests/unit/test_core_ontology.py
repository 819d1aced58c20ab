"""The core file and the shapes: what describes them, and that graphs conform."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import NamedTuple

import pytest
from pyshacl import validate
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, VANN, XSD
from rdflib.term import Literal, Node

from kgraph.graph.merge import graph_of
from kgraph.graph.rdflib_view import to_rdflib
from kgraph.graph.terms import KG as KG_IRI
from kgraph.model.document import Document
from kgraph.ontology import shipped
from kgraph.pipeline import Pipeline, build
from tests.unit.graph.samples import SENT, reading

KG = Namespace(KG_IRI)
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
PROV = Namespace("http://www.w3.org/ns/prov#")
SCHEMA = Namespace("https://schema.org/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
ORG = Namespace("http://www.w3.org/ns/org#")
GRASP = Namespace("http://groundedannotationframework.org/grasp#")
AIF = Namespace(
    "https://raw.githubusercontent.com/NextCenturyCorporation/AIDA-Interchange-Format/master/java/src/main/resources/com/"
    "ncc/aif/ontologies/InterchangeOntology#"
)
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


@pytest.fixture(scope="module")
def core() -> Graph:
    return Graph().parse(shipped() / "kgraph.ttl")


@pytest.fixture(scope="module")
def classes() -> Graph:
    """What graphs are validated together with."""
    return Graph().parse(shipped() / "kgraph.ttl").parse(shipped() / "events" / "types.ttl")


@pytest.fixture(scope="module")
def built(pipeline: Pipeline) -> Graph:
    """The graph of a text with many kinds of statements, with what the ontology knows."""
    text = (
        "Russian Foreign Minister Sergey Lavrov said on Tuesday that Poland had attacked Chad. Poland denied that it "
        "had attacked Chad. Norway will send tanks to Ukraine after the talks in Ankara. “We regard it as an act of "
        "war,” he said. "
        "Farmers frobbed the ministry amid protests against the plan because of the drought."
    )
    made = pipeline.read_all(
        [Document("one", text, datetime.date(2022, 6, 1), title="War", url="https://example.org/1")]
    )
    return to_rdflib(build(made, pipeline.vocabulary))


def terms(core: Graph) -> list[Node]:
    return sorted({term for kind in KINDS for term in core.subjects(RDF.type, kind)}, key=str)


def test_the_ontology_describes_itself(core: Graph) -> None:
    itself = URIRef("https://w3id.org/kgraph/ontology")
    assert (itself, RDF.type, OWL.Ontology) in core
    assert str(core.value(itself, OWL.versionIRI)).endswith(f"/{core.value(itself, OWL.versionInfo)}")
    assert str(core.value(itself, VANN.preferredNamespaceUri)) == KG_IRI
    assert str(core.value(itself, VANN.preferredNamespacePrefix)) == "kg"
    assert (itself, DCTERMS.license, None) in core


def test_every_class_and_property_has_label_definition_and_example(core: Graph) -> None:
    found = terms(core)
    assert len(found) > 120
    for asked in (RDFS.label, SKOS.definition, SKOS.example):
        assert [term for term in found if (term, asked, None) not in core] == [], asked


class Alignment(NamedTuple):
    term: URIRef
    relation: URIRef
    other: URIRef


@pytest.mark.parametrize(
    "alignment",
    [
        Alignment(KG.Event, RDFS.subClassOf, SEM.Event),
        Alignment(KG.Actor, RDFS.subClassOf, SEM.Actor),
        Alignment(KG.Place, RDFS.subClassOf, SEM.Place),
        Alignment(KG.actor, RDFS.subPropertyOf, SEM.hasActor),
        Alignment(KG.time, SKOS.closeMatch, SEM.hasTime),
        Alignment(KG.Proposition, RDFS.subClassOf, PROV.Entity),
        Alignment(KG.Person, RDFS.subClassOf, FOAF.Person),
        Alignment(KG.Person, RDFS.subClassOf, SCHEMA.Person),
        Alignment(KG.Organization, RDFS.subClassOf, ORG.Organization),
        Alignment(KG.Holding, RDFS.subClassOf, ORG.Membership),
        Alignment(KG.Modality, SKOS.closeMatch, GRASP.AttributionValue),
        Alignment(KG.holder, SKOS.closeMatch, GRASP.wasAttributedTo),
        Alignment(KG.Claim, SKOS.closeMatch, AIF.Claim),
        Alignment(KG.contradicts, SKOS.closeMatch, AIF.refutingClaims),
        Alignment(KG.corroborates, SKOS.closeMatch, AIF.supportingClaims),
    ],
    ids=lambda alignment: str(alignment.term).rpartition("#")[2],
)
def test_terms_are_aligned(core: Graph, alignment: Alignment) -> None:
    assert (alignment.term, alignment.relation, alignment.other) in core


def test_no_term_is_said_to_be_the_same_as_another(core: Graph) -> None:
    assert not list(core.triples((None, OWL.sameAs, None)))


def test_the_superclasses_of_every_entity_are_in_the_ontology(core: Graph, built: Graph) -> None:
    shown = {kind for entity in built.subjects(KG.country) for kind in built.objects(entity, RDF.type)}
    assert {KG.State, KG.Person, KG.Office} <= shown
    for kind in shown - {KG.Referent, KG.Office}:
        assert {KG.Actor, KG.Place, KG.Weapon, KG.Vehicle} & set(core.transitive_objects(kind, RDFS.subClassOf)), kind


def test_person_office_and_state_are_joined(built: Graph) -> None:
    lavrov = next(built.subjects(RDFS.label, Literal("Sergey Lavrov")))
    offices = {
        office for holding in built.subjects(KG.heldBy, lavrov) for office in built.objects(holding, KG.heldOffice)
    }
    states = {state for office in offices for state in built.objects(office, KG.officeOf)}
    assert Literal("Russia") in {label for state in states for label in built.objects(state, RDFS.label)}


def test_every_property_of_a_graph_is_declared(core: Graph, built: Graph) -> None:
    known = {*terms(core)}
    relations = {predicate for _, predicate, _ in built.triples((None, RDF.predicate, None))}
    direct = set(built.objects(None, RDF.predicate)) | relations
    assert [
        each for each in set(built.predicates()) - direct if str(each).startswith(KG_IRI) and each not in known
    ] == []


def test_every_term_of_a_graph_is_defined(classes: Graph, built: Graph) -> None:
    """Classes, properties and individuals of the ontology, in any place of a triple."""
    defined = set(classes.subjects(SKOS.definition))
    for path in sorted((shipped() / "events").glob("*.ttl")):
        defined |= set(Graph().parse(path).subjects(SKOS.definition))
    used = {
        term
        for triple in built
        for term in triple
        if isinstance(term, URIRef) and str(term).startswith(KG_IRI) and str(term) != KG_IRI
    }
    assert {KG.Reading, KG.Statement, KG.certain, KG.asserted} <= used
    assert used - defined == set()


def test_every_role_has_a_property(core: Graph) -> None:
    rows = (shipped().parent / "kgraph/lexicon/en/prepositions.tsv").read_text("utf-8").splitlines()
    roles = {row.split("\t")[1] for row in rows if row and not row.startswith("#")} - {"time"}
    missing = [role for role in roles if (KG[role], RDFS.subPropertyOf, KG.participant) not in core]
    assert (missing, (KG.timeReference, RDFS.subPropertyOf, KG.participant) in core) == ([], True)


def faults(data: Graph, classes: Graph) -> list[str]:
    """The messages of the shapes that a graph breaks."""
    _, results, _ = validate(data + classes, shacl_graph=Graph().parse(shipped() / "shapes.ttl"))
    assert isinstance(results, Graph)
    message = URIRef("http://www.w3.org/ns/shacl#resultMessage")
    return sorted(str(value) for value in results.objects(None, message))


def test_graphs_conform_to_the_shapes(built: Graph, classes: Graph) -> None:
    assert (None, RDF.type, KG.Claim) in built
    assert (None, KG.contradicts, None) in built
    assert faults(built, classes) == []


def test_the_samples_conform_to_the_shapes(classes: Graph) -> None:
    assert faults(Graph().parse(shipped().parent / "exports" / "graph.ttl"), classes) == []


@pytest.mark.parametrize(
    ("predicate", "value", "message"),
    [
        (KG.confidence, None, "a statement has one kg:confidence"),
        (KG.confidence, Literal("1.5", datatype=XSD.decimal), "a statement has one kg:confidence from 0.0 to 1.0"),
        (KG.certainty, KG.asserted, "kg:certainty is kg:certain, kg:probable, kg:possible or kg:unknown"),
        (KG.end, Literal(10), "which is not behind kg:end"),
        (PROV.wasDerivedFrom, KG.nowhere, "a statement is derived from one document"),
        (KG.cameo, Literal("x"), "kg:cameo is one code"),
        (KG.eventType, None, "an event has one kg:eventType"),
    ],
)
def test_a_broken_statement_does_not_conform(
    classes: Graph, predicate: URIRef, value: Node | None, message: str
) -> None:
    data = to_rdflib(graph_of(reading(replace(SENT, attributed_to=()))))
    assert faults(data, classes) == []
    data.remove((URIRef(SENT.id), predicate, None))
    if value is not None:
        data.add((URIRef(SENT.id), predicate, value))
    assert re.search(re.escape(message), "\n".join(faults(data, classes)))
