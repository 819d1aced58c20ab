"""What the ontology knows of those whom a graph speaks of."""

from __future__ import annotations

from rdflib import Literal, Namespace, URIRef
from rdflib.namespace import RDF, RDFS

from kgraph import ontology
from kgraph.export.conformance import checked, require
from kgraph.graph.background import with_background, with_offices
from kgraph.graph.merge import graph_of, merge
from kgraph.graph.rdflib_view import to_rdflib
from kgraph.graph.terms import KG as KG_IRI
from kgraph.graph.validate import validate
from kgraph.model.entity import Entity, entity_of
from kgraph.model.graph import Background, KnowledgeGraph, Link
from kgraph.model.identifiers import ENTITY
from kgraph.model.vocabulary import EntityEntry, Holding, OfficeEntry, Vocabulary
from tests.unit.graph.samples import LAVROV, RUSSIA, SAID, SENT, UKRAINE, reading

KG = Namespace(KG_IRI)
UNION = EntityEntry(ENTITY + "union", "The Union", "Organization", ("Union",), kind="IGO", members=(UKRAINE.iri,))
OFFICE = OfficeEntry(ENTITY + "office-1", "Foreign minister of Russia", ("foreign minister",), "RUS", sector="GOV")
HOLDING = Holding(OFFICE.iri, LAVROV.iri, "2004-03-09", None, ENTITY + "holding-1")
FLEET = EntityEntry(ENTITY + "fleet", "The Fleet", "MilitaryUnit", (), part_of=RUSSIA.iri)
VOCABULARY = Vocabulary(
    version="1",
    event_types={},
    predicates=(),
    entities=(
        UNION,
        FLEET,
        EntityEntry(RUSSIA.iri, "Russia", "State", (), country="RUS"),
        EntityEntry(UKRAINE.iri, "Ukraine", "State", (), country="UKR"),
        EntityEntry(LAVROV.iri, "Sergey Lavrov", "Person", ()),
    ),
    offices=(OFFICE, OfficeEntry(ENTITY + "office-2", "Mayor of Rome", ("mayor",))),
    holdings=(HOLDING, Holding(ENTITY + "office-2", ENTITY + "someone", iri=ENTITY + "holding-2")),
)


def known(*spoken_of: Entity) -> KnowledgeGraph:
    return with_background(KnowledgeGraph(entities=tuple(sorted(spoken_of))), VOCABULARY)


def test_a_person_brings_the_office_and_its_state() -> None:
    found = known(LAVROV).background
    assert (found.offices, found.holdings) == ((OFFICE,), (HOLDING,))
    assert found.links == (Link(OFFICE.iri, "officeOf", RUSSIA.iri),)
    assert [entity.label for entity in found.entities] == ["Russia"]


def test_a_member_brings_the_body() -> None:
    found = known(UKRAINE).background
    assert found.links == (Link(UKRAINE.iri, "memberOf", UNION.iri),)
    assert found.entities == (Entity(UNION.iri, "The Union", "Organization", kind="IGO"),)


def test_a_part_brings_the_whole_unless_it_is_spoken_of() -> None:
    fleet = Entity(FLEET.iri, "The Fleet", "MilitaryUnit")
    assert [entity.label for entity in known(fleet).background.entities] == ["Russia"]
    assert known(fleet, RUSSIA).background.entities == ()
    assert known(fleet, RUSSIA).background.links == (Link(FLEET.iri, "partOf", RUSSIA.iri),)


def test_nothing_is_known_of_others() -> None:
    stranger = Entity(ENTITY + "stranger", "Stranger", "Person")
    assert known(stranger).background == Background()


def test_backgrounds_unite_in_any_order() -> None:
    one, other = known(LAVROV), known(RUSSIA, UKRAINE)
    assert merge([one, other]) == merge([other, one]) == known(LAVROV, RUSSIA, UKRAINE)
    assert merge([one, one]) == one


def test_person_office_and_state_are_told_in_rdf() -> None:
    graph = with_background(graph_of(reading(SAID, SENT)), VOCABULARY)
    validate(graph)
    view = to_rdflib(graph)
    holding, office = URIRef(HOLDING.iri), URIRef(OFFICE.iri)
    assert (holding, RDF.type, KG.Holding) in view
    assert (holding, KG.heldBy, URIRef(LAVROV.iri)) in view
    assert (holding, KG.since, Literal("2004-03-09")) in view
    assert (holding, KG.until, None) not in view
    assert (office, KG.officeOf, URIRef(RUSSIA.iri)) in view
    assert (office, KG.title, Literal("foreign minister")) in view
    assert (URIRef(UKRAINE.iri), KG.memberOf, URIRef(UNION.iri)) in view
    assert (URIRef(UNION.iri), RDFS.label, Literal("The Union")) in view
    assert (URIRef(UNION.iri), KG.kind, Literal("IGO")) in view


def test_an_office_that_is_spoken_of_brings_its_titles_and_its_state() -> None:
    spoken_of = Entity(OFFICE.iri, OFFICE.label, "Office", country="RUS", sector="GOV")
    graph = known(spoken_of)
    assert graph.background.offices == (OFFICE,)
    assert Link(OFFICE.iri, "officeOf", RUSSIA.iri) in graph.background.links
    require(graph)


def test_each_entity_of_the_ontology_is_whole_in_a_document_that_speaks_of_it_alone() -> None:
    vocabulary = ontology.load()
    offices = {office.iri: office for office in vocabulary.offices}
    held = [Entity(each.iri, each.label, "Office", country=each.country) for each in vocabulary.offices]
    known = tuple(sorted([*map(entity_of, vocabulary.entities), *held]))
    graph = with_offices(KnowledgeGraph(entities=known), offices)
    assert {office.iri for office in graph.background.offices} == offices.keys()
    checked(graph)
