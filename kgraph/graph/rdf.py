"""The whole graph as RDF 1.1 triples.

Every statement is a node of its own with its parts, factuality, source and
evidence. The *direct* triples ``subject predicate object`` beside them are the
world view alone (:mod:`kgraph.graph.world`). There are no blank nodes, and all
values are flat, so that one triple pattern reaches each of them.

==============  =====================================================================
node            described by
==============  =====================================================================
document        ``kg:Document``, Dublin Core, who read it (``kg:readBy``)
software agent  ``prov:SoftwareAgent``: a language model and its version
entity          its ontology class, label, names, country, kind, sector, ``owl:sameAs``, what it belongs to
office          ``kg:Office``: titles, the state or body that it is an office of
holding         ``kg:Holding``: which person held which office, since and until when
referent        ``kg:Referent``: a mention that is linked to no entity
statement       ``kg:Statement``, ``rdf:Statement``, the PLOVER type it was coded as
claim           ``kg:Claim``: what one voice says, its evidence, which claims it contradicts or corroborates
open predicate  ``rdf:Property`` with the lemma as label
==============  =====================================================================
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from kgraph.graph.claims import claims, disputes
from kgraph.graph.nodes import Referent, node_iri, referents
from kgraph.graph.terms import (
    AGENT,
    DCTERMS,
    IRI,
    KG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    XSD,
    Literal,
    Term,
    Triple,
    boolean,
    clean,
    date,
    decimal,
    integer,
    string,
)
from kgraph.graph.world import day, facts
from kgraph.model.entity import Entity
from kgraph.model.graph import Background, Claim, DocumentNode, Evidence, KnowledgeGraph
from kgraph.model.identifiers import OPEN_PREDICATE, slug
from kgraph.model.parsed import ModelInfo
from kgraph.model.statement import Factuality, Statement
from kgraph.model.vocabulary import Holding, OfficeEntry

TYPE = RDF + "type"
LABEL = RDFS + "label"

# Roles whose name is that of a property with another meaning.
_ROLES = {"time": "timeReference"}

Property: TypeAlias = tuple[str, Term]
"""A predicate's IRI and its object."""

Description: TypeAlias = tuple[str, Iterable[Property]]
"""A subject's IRI and what is said of it."""


def triples(graph: KnowledgeGraph) -> Iterator[Triple]:
    """All triples, each once, grouped by subject and sorted; the types of a subject come first.

    The graph's tuples must be sorted, as :func:`kgraph.graph.merge.merge` leaves them.
    """
    readers = {document.iri: agent_iri(document.model) for document in graph.documents}
    described = heapq.merge(
        ((document.iri, _document(document)) for document in graph.documents),
        _agents(graph.documents),
        ((entity.iri, _entity(entity)) for entity in graph.entities),
        _background(graph.background),
        _claims(graph),
        ((evidence.statement.id, _statement(evidence, readers[evidence.document])) for evidence in graph.evidence),
        ((referent.iri, _referent(referent)) for referent in referents(graph)),
        _open_predicates(graph),
        ((fact.subject, [(fact.predicate, IRI(fact.object))]) for fact in facts(graph)),
        key=itemgetter(0),
    )
    for subject, descriptions in groupby(described, key=itemgetter(0)):
        properties = {each for _, description in descriptions for each in description}
        node = IRI(subject)
        for predicate, value in sorted(properties, key=_rank):
            yield Triple(node, IRI(predicate), value)


def agent_iri(model: ModelInfo) -> str:
    """The IRI of the software agent that a language model of one version is."""
    return AGENT + slug(f"{model.name} {model.version}")


def _rank(each: Property) -> tuple[bool, str, bool, Term]:
    predicate, value = each
    return predicate != TYPE, predicate, isinstance(value, Literal), value


def _document(document: DocumentNode) -> Iterator[Property]:
    yield TYPE, IRI(KG + "Document")
    yield TYPE, IRI(SCHEMA + "NewsArticle")
    yield DCTERMS + "identifier", string(document.id)
    yield KG + "readBy", IRI(agent_iri(document.model))
    if document.date is not None:
        yield DCTERMS + "date", date(document.date.isoformat())
    if document.title is not None:
        yield DCTERMS + "title", string(document.title)
    if document.source is not None:
        yield DCTERMS + "source", string(document.source)
    if document.url is not None:
        # A literal: what inputs give as URL need not be a valid IRI, and one that is not breaks every RDF reader.
        yield SCHEMA + "url", Literal(clean(document.url), XSD + "anyURI")


def _agents(documents: Iterable[DocumentNode]) -> Iterator[Description]:
    models = {agent_iri(document.model): document.model for document in documents}
    for iri, model in sorted(models.items(), key=itemgetter(0)):
        yield (
            iri,
            [
                (TYPE, IRI(PROV + "SoftwareAgent")),
                (LABEL, string(model.name)),
                (SCHEMA + "softwareVersion", string(model.version)),
            ],
        )


def _entity(entity: Entity) -> Iterator[Property]:
    yield TYPE, IRI(KG + entity.type)
    yield LABEL, string(entity.label)
    for name in entity.names:
        yield SKOS + "altLabel", string(name)
    if entity.country is not None:
        yield KG + "country", string(entity.country)
    if entity.kind is not None:
        yield KG + "kind", string(entity.kind)
    if entity.sector is not None:
        yield KG + "sector", string(entity.sector)
    for iri in entity.same_as:
        yield OWL + "sameAs", IRI(iri)


def _background(known: Background) -> Iterator[Description]:
    found: list[Description] = [(entity.iri, _entity(entity)) for entity in known.entities]
    found += [(office.iri, _office(office)) for office in known.offices]
    found += [(holding.iri, _holding(holding)) for holding in known.holdings]
    found += [(link.source, [(KG + link.relation, IRI(link.target))]) for link in known.links]
    yield from sorted(found, key=itemgetter(0))


def _office(office: OfficeEntry) -> Iterator[Property]:
    yield TYPE, IRI(KG + "Office")
    yield LABEL, string(office.label)
    for title in office.titles:
        yield KG + "title", string(title)
    if office.country is not None:
        yield KG + "country", string(office.country)
    if office.sector is not None:
        yield KG + "sector", string(office.sector)


def _holding(holding: Holding) -> Iterator[Property]:
    yield TYPE, IRI(KG + "Holding")
    yield KG + "heldOffice", IRI(holding.office)
    yield KG + "heldBy", IRI(holding.person)
    if holding.start is not None:
        yield KG + "since", string(holding.start)
    if holding.end is not None:
        yield KG + "until", string(holding.end)


def _claims(graph: KnowledgeGraph) -> Iterator[Description]:
    found = claims(graph)
    others: defaultdict[str, list[Property]] = defaultdict(list)
    for one, relation, other in disputes(found):
        others[one].append((KG + relation, IRI(other)))
    for claim in found:
        yield claim.iri, [*_claim(claim), *others[claim.iri]]


def _claim(claim: Claim) -> Iterator[Property]:
    yield TYPE, IRI(KG + "Claim")
    yield RDF + "subject", IRI(claim.subject)
    yield RDF + "predicate", IRI(claim.predicate)
    yield RDF + "object", IRI(claim.object)
    yield from _factuality(claim.factuality)
    if claim.holder is not None:
        yield KG + "holder", IRI(claim.holder)
    for iri in claim.statements:
        yield KG + "evidence", IRI(iri)
    if claim.first is not None and claim.last is not None:
        yield KG + "firstDate", date(claim.first)
        yield KG + "lastDate", date(claim.last)


def _referent(referent: Referent) -> Iterator[Property]:
    yield TYPE, IRI(KG + "Referent")
    if referent.type:
        yield TYPE, IRI(KG + referent.type)
    yield LABEL, string(referent.label)
    yield PROV + "wasDerivedFrom", IRI(referent.document)
    if referent.country:
        yield KG + "country", string(referent.country)


def _open_predicates(graph: KnowledgeGraph) -> Iterator[Description]:
    lemmas: defaultdict[str, set[str]] = defaultdict(set)
    for evidence in graph.evidence:
        predicate = evidence.statement.predicate
        if predicate.iri.startswith(OPEN_PREDICATE):
            lemmas[predicate.iri].add(predicate.lemma)
    for iri in sorted(lemmas):
        yield iri, [(TYPE, IRI(RDF + "Property")), *((LABEL, string(lemma)) for lemma in sorted(lemmas[iri]))]


def _statement(evidence: Evidence, reader: str) -> Iterator[Property]:
    statement = evidence.statement
    yield TYPE, IRI(KG + "Statement")
    yield TYPE, IRI(RDF + "Statement")
    yield from _participants(statement, evidence.document)
    yield from _factuality(statement.factuality)
    yield from _sources(statement, evidence.document)
    yield from _time(statement)
    yield from _event(statement, evidence.document)
    yield from _words(evidence)
    yield KG + "confidence", decimal(statement.confidence)
    if statement.rule:
        yield KG + "rule", string(statement.rule)
    yield PROV + "wasDerivedFrom", IRI(evidence.document)
    # The agent that made the record; who says what it records is kg:holder.
    yield PROV + "wasAttributedTo", IRI(reader)


def _participants(statement: Statement, document: str) -> Iterator[Property]:
    yield RDF + "predicate", IRI(statement.predicate.iri)
    if statement.subject is not None:
        yield RDF + "subject", IRI(node_iri(statement.subject, document))
    if statement.object is not None:
        yield RDF + "object", IRI(node_iri(statement.object, document))
    if statement.place is not None:
        yield KG + "place", IRI(node_iri(statement.place, document))
    for argument in statement.arguments:
        yield KG + _ROLES.get(argument.role, argument.role), IRI(node_iri(argument.filler, document))


def _factuality(factuality: Factuality) -> Iterator[Property]:
    yield KG + "certainty", IRI(KG + factuality.certainty)
    yield KG + "modality", IRI(KG + factuality.modality)
    yield KG + "negated", boolean(factuality.negated)
    yield KG + "future", boolean(factuality.future)


def _sources(statement: Statement, document: str) -> Iterator[Property]:
    if not statement.attributed_to:
        return
    # The innermost link only: the reporting statement carries its own, so kg:attributedTo+ walks the chain.
    link = statement.attributed_to[-1]
    yield KG + "attributedTo", IRI(link.statement)
    if link.source is not None:
        yield KG + "holder", IRI(node_iri(link.source, document))


def _time(statement: Statement) -> Iterator[Property]:
    if statement.time is None:
        return
    yield KG + "timeText", string(statement.time.text)
    if statement.time.value:
        yield KG + "time", string(statement.time.value)
    named = day(statement)
    if named is not None:
        yield KG + "date", date(named.isoformat())


def _event(statement: Statement, document: str) -> Iterator[Property]:
    event = statement.event
    if event is None:
        return
    yield TYPE, IRI(KG + event.type)
    yield KG + "eventType", IRI(KG + event.type)
    if event.quad_class is not None:
        yield KG + "quadClass", IRI(KG + event.quad_class)
    if event.mode is not None:
        yield KG + "mode", string(event.mode)
    for context in event.contexts:
        yield KG + "context", string(context)
    if event.cameo is not None:
        yield KG + "cameo", string(event.cameo)
    for property_name, parties in (("actor", event.actors), ("eventRecipient", event.recipients)):
        for party in parties:
            yield KG + property_name, IRI(node_iri(party.mention, document))


def _words(evidence: Evidence) -> Iterator[Property]:
    """The words that the statement rests on, with character offsets into the document's text."""
    statement = evidence.statement
    offsets = [
        ("begin", statement.predicate.span.start),
        ("end", statement.predicate.span.end),
        ("sentenceBegin", statement.sentence.start),
        ("sentenceEnd", statement.sentence.end),
    ]
    yield from ((KG + name, integer(offset)) for name, offset in offsets)
    yield KG + "predicateText", string(statement.predicate.text)
    yield KG + "sentence", string(evidence.sentence)
    if statement.content is not None:
        yield KG + "contentQuoted", boolean(statement.content.quoted)
        yield from ((KG + "content", string(words)) for words in evidence.content)
