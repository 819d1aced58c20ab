"""What the graph says of each record: pairs of a property and a value, in the order in which people read them.

==============  =====================================================================
node            described by
==============  =====================================================================
document        ``kg:Document``, Dublin Core, who read it (``kg:readBy``)
reading         ``kg:Reading``: the activity that made a document's statements, and its agents
software agent  ``prov:SoftwareAgent``: kgraph or a language model, with its version
entity          its ontology class, label, names, country, kind, sector, ``owl:sameAs``
office          ``kg:Office``: titles, country, sector
holding         ``kg:Holding``: which person held which office, since and until when
referent        ``kg:Referent``: a mention that is linked to no entity
==============  =====================================================================

Statements and claims are in :mod:`kgraph.graph.statement_descriptions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from kgraph import __version__
from kgraph.graph.nodes import Referent
from kgraph.graph.terms import (
    KG,
    XSD,
    Literal,
    Term,
    clean,
    date,
    dcterms,
    kg,
    named_node,
    owl,
    prov,
    rdf,
    rdfs,
    schema,
    skos,
    string,
)
from kgraph.model.entity import Entity
from kgraph.model.graph import DocumentNode
from kgraph.model.identifiers import AGENT, BASE, READING, base_of, digest, slug
from kgraph.model.parsed import ModelInfo
from kgraph.model.vocabulary import Holding, OfficeEntry

TYPE = rdf.type
LABEL = rdfs.label

Property: TypeAlias = tuple[str, Term]
"""A predicate's IRI and its object."""

Description: TypeAlias = tuple[str, Iterable[Property]]
"""A subject's IRI and what is said of it."""

PROGRAM = ModelInfo("kgraph", __version__)
"""The program as a software agent beside its language model."""


def agent_iri(model: ModelInfo, base: str = BASE) -> str:
    """The IRI of the software agent that a program or a language model of one version is."""
    return base + AGENT.removeprefix(BASE) + slug(f"{model.name} {model.version}")


def reading_iri(document: DocumentNode) -> str:
    """The IRI of the activity of reading a document with one language model."""
    base = base_of(document.iri)
    name = document.iri.removeprefix(base)
    return base + READING.removeprefix(BASE) + digest("reading", name, document.model.name, document.model.version)


def document_properties(document: DocumentNode) -> Iterator[Property]:
    """Dublin Core of a document, and which language model read it."""
    yield TYPE, named_node(kg.Document)
    yield TYPE, named_node(schema.NewsArticle)
    yield dcterms.identifier, string(document.id)
    if document.title is not None:
        yield dcterms.title, string(document.title)
    if document.date is not None:
        yield dcterms.date, date(document.date.isoformat())
    if document.source is not None:
        yield dcterms.source, string(document.source)
    if document.url is not None:
        # A literal: what inputs give as URL need not be a valid IRI, and one that is not breaks every RDF reader.
        yield schema.url, Literal(clean(document.url), XSD + "anyURI")
    if document.author is not None:
        yield schema.author, string(document.author)
    if document.republication_of is not None:
        yield kg.republicationOf, named_node(document.republication_of)
    yield kg.readBy, named_node(agent_iri(document.model, base_of(document.iri)))


def reading_properties(document: DocumentNode) -> Iterator[Property]:
    """The activity between a document and its statements, with the program and the language model behind it."""
    yield TYPE, named_node(kg.Reading)
    yield TYPE, named_node(prov.Activity)
    yield prov.used, named_node(document.iri)
    for agent in (document.model, PROGRAM):
        yield prov.wasAssociatedWith, named_node(agent_iri(agent, base_of(document.iri)))


def agent_properties(agent: ModelInfo) -> Iterator[Property]:
    """A program or a language model."""
    yield TYPE, named_node(prov.SoftwareAgent)
    yield LABEL, string(agent.name)
    yield schema.softwareVersion, string(agent.version)


def entity_properties(entity: Entity) -> Iterator[Property]:
    """What is known of an entity itself."""
    yield TYPE, named_node(KG + entity.type)
    yield LABEL, string(entity.label)
    for name in entity.names:
        yield skos.altLabel, string(name)
    if entity.country is not None:
        yield kg.country, string(entity.country)
    if entity.kind is not None:
        yield kg.kind, string(entity.kind)
    if entity.sector is not None:
        yield kg.sector, string(entity.sector)
    for iri in entity.same_as:
        yield owl.sameAs, named_node(iri)


def office_properties(office: OfficeEntry) -> Iterator[Property]:
    """An office and what its holders are called."""
    yield TYPE, named_node(kg.Office)
    yield LABEL, string(office.label)
    for title in office.titles:
        yield kg.title, string(title)
    if office.country is not None:
        yield kg.country, string(office.country)
    if office.sector is not None:
        yield kg.sector, string(office.sector)


def holding_properties(holding: Holding) -> Iterator[Property]:
    """Who held an office, and when."""
    yield TYPE, named_node(kg.Holding)
    yield kg.heldOffice, named_node(holding.office)
    yield kg.heldBy, named_node(holding.person)
    if holding.start is not None:
        yield kg.since, string(holding.start)
    if holding.end is not None:
        yield kg.until, string(holding.end)


def referent_properties(referent: Referent) -> Iterator[Property]:
    """A mention of something unknown."""
    yield TYPE, named_node(kg.Referent)
    if referent.type:
        yield TYPE, named_node(KG + referent.type)
    yield LABEL, string(referent.label)
    if referent.country:
        yield kg.country, string(referent.country)
    yield prov.wasDerivedFrom, named_node(referent.document)
