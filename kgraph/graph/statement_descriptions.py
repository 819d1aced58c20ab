"""What the graph says of statements and claims: pairs of a property and a value, in the order of reading.

A statement is ``kg:Statement``, ``rdf:Statement`` and the PLOVER type that it
was coded as; a claim is ``kg:Claim``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kgraph.graph.descriptions import TYPE, Property, agent_iri, reading_iri
from kgraph.graph.nodes import node_iri
from kgraph.graph.terms import IRI, KG, TripleTerm, boolean, date, decimal, integer, kg, named_node, prov, rdf, string
from kgraph.graph.world import day
from kgraph.model.graph import Claim, DocumentNode, Evidence
from kgraph.model.identifiers import base_of
from kgraph.model.statement import Factuality, Statement

# Roles whose name is that of a property with another meaning.
_ROLES = {"time": "timeReference"}


class Origin(NamedTuple):
    """Where the statements of a document come from: the document, its reading, and the language model that read it."""

    document: IRI
    reading: IRI
    agent: IRI


def origin(document: DocumentNode) -> Origin:
    """The origin of a document's statements."""
    agent = agent_iri(document.model, base_of(document.iri))
    return Origin(named_node(document.iri), named_node(reading_iri(document)), named_node(agent))


def claim_properties(claim: Claim, *, reified: bool = False) -> Iterator[Property]:
    """What one voice says, and the statements that it rests on.

    Args:
        claim: The claim.
        reified: Whether it is also to reify its triple term, as RDF 1.2 does.
    """
    yield TYPE, named_node(kg.Claim)
    yield from said_properties(claim)
    if reified:
        yield (
            rdf.reifies,
            TripleTerm(named_node(claim.subject), named_node(claim.predicate), named_node(claim.object)),
        )
    if claim.first is not None and claim.last is not None:
        yield kg.firstDate, date(claim.first)
        yield kg.lastDate, date(claim.last)
    for iri in claim.statements:
        yield kg.evidence, named_node(iri)


def said_properties(claim: Claim) -> Iterator[Property]:
    """Who says what of whom in a claim, without its evidence."""
    yield rdf.subject, named_node(claim.subject)
    yield rdf.predicate, named_node(claim.predicate)
    yield rdf.object, named_node(claim.object)
    yield from _factuality(claim.factuality)
    if claim.holder is not None:
        yield kg.holder, named_node(claim.holder)


def statement_properties(evidence: Evidence, origin: Origin, *, reified: bool = False) -> Iterator[Property]:
    """What a statement says, for whom, when and where, the words it rests on, and where it comes from.

    Args:
        evidence: The statement with its words.
        origin: Where it comes from.
        reified: Whether it is also to reify its triple term, as RDF 1.2 does.
    """
    statement = evidence.statement
    yield TYPE, named_node(kg.Statement)
    yield TYPE, named_node(rdf.Statement)
    if statement.event is not None:
        yield TYPE, named_node(KG + statement.event.type)
    yield from _triple(statement, evidence.document, reified)
    for argument in statement.arguments:
        yield KG + _ROLES.get(argument.role, argument.role), named_node(node_iri(argument.filler, evidence.document))
    yield from _factuality(statement.factuality)
    yield from _sources(statement, evidence.document)
    yield from _circumstances(statement, evidence.document)
    yield from _event(statement, evidence.document)
    yield from _words(evidence)
    yield kg.confidence, decimal(statement.confidence)
    if statement.rule:
        yield kg.rule, string(statement.rule)
    yield prov.wasDerivedFrom, origin.document
    yield prov.wasGeneratedBy, origin.reading
    # The agent that made the record; who says what it records is kg:holder.
    yield prov.wasAttributedTo, origin.agent


def _triple(statement: Statement, document: str, reified: bool) -> Iterator[Property]:
    subject = None if statement.subject is None else named_node(node_iri(statement.subject, document))
    predicate = named_node(statement.predicate.iri)
    value = None if statement.object is None else named_node(node_iri(statement.object, document))
    if subject is not None:
        yield rdf.subject, subject
    yield rdf.predicate, predicate
    if value is not None:
        yield rdf.object, value
    if reified and subject is not None and value is not None:
        yield rdf.reifies, TripleTerm(subject, predicate, value)


@cache
def _factuality(factuality: Factuality) -> tuple[Property, ...]:
    return (
        (kg.certainty, named_node(KG + factuality.certainty)),
        (kg.modality, named_node(KG + factuality.modality)),
        (kg.negated, boolean(factuality.negated)),
        (kg.future, boolean(factuality.future)),
    )


def _sources(statement: Statement, document: str) -> Iterator[Property]:
    if not statement.attributed_to:
        return
    # The innermost link only: the reporting statement carries its own, so kg:attributedTo+ walks the chain.
    link = statement.attributed_to[-1]
    if link.source is not None:
        yield kg.holder, named_node(node_iri(link.source, document))
    yield kg.attributedTo, named_node(link.statement)


def _circumstances(statement: Statement, document: str) -> Iterator[Property]:
    if statement.place is not None:
        yield kg.place, named_node(node_iri(statement.place, document))
    if statement.time is None:
        return
    named = day(statement)
    if named is not None:
        yield kg.date, date(named.isoformat())
    if statement.time.value:
        yield kg.time, string(statement.time.value)
    yield kg.timeText, string(statement.time.text)


def _event(statement: Statement, document: str) -> Iterator[Property]:
    event = statement.event
    if event is None:
        return
    yield kg.eventType, named_node(KG + event.type)
    if event.quad_class is not None:
        yield kg.quadClass, named_node(KG + event.quad_class)
    if event.mode is not None:
        yield kg.mode, string(event.mode)
    for context in event.contexts:
        yield kg.context, string(context)
    if event.cameo is not None:
        yield kg.cameo, string(event.cameo)
    for property_name, parties in (("actor", event.actors), ("eventRecipient", event.recipients)):
        for party in parties:
            yield KG + property_name, named_node(node_iri(party.mention, document))


def _words(evidence: Evidence) -> Iterator[Property]:
    """The words that the statement rests on, with character offsets into the document's text."""
    statement = evidence.statement
    yield kg.predicateText, string(statement.predicate.text)
    if statement.content is not None:
        yield from ((kg.content, string(words)) for words in evidence.content)
        yield kg.contentQuoted, boolean(statement.content.quoted)
    yield kg.sentence, string(evidence.sentence)
    yield kg.begin, integer(statement.predicate.span.start)
    yield kg.end, integer(statement.predicate.span.end)
    yield kg.sentenceBegin, integer(statement.sentence.start)
    yield kg.sentenceEnd, integer(statement.sentence.end)
