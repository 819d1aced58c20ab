"""What the graph says of statements and claims: pairs of a property and a value, in the order of reading.

A statement is ``kg:Statement``, ``rdf:Statement`` and the PLOVER type that it
was coded as; a claim is ``kg:Claim``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kgraph.graph.descriptions import TYPE, Property, agent_iri, reading_iri
from kgraph.graph.nodes import node_iri
from kgraph.graph.terms import IRI, KG, PROV, RDF, TripleTerm, boolean, date, decimal, integer, string
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
    return Origin(IRI(document.iri), IRI(reading_iri(document)), IRI(agent))


def claim_properties(claim: Claim, *, reified: bool = False) -> Iterator[Property]:
    """What one voice says, and the statements that it rests on.

    Args:
        claim: The claim.
        reified: Whether it is also to reify its triple term, as RDF 1.2 does.
    """
    yield TYPE, IRI(KG + "Claim")
    yield from said_properties(claim)
    if reified:
        yield RDF + "reifies", TripleTerm(IRI(claim.subject), IRI(claim.predicate), IRI(claim.object))
    if claim.first is not None and claim.last is not None:
        yield KG + "firstDate", date(claim.first)
        yield KG + "lastDate", date(claim.last)
    for iri in claim.statements:
        yield KG + "evidence", IRI(iri)


def said_properties(claim: Claim) -> Iterator[Property]:
    """Who says what of whom in a claim, without its evidence."""
    yield RDF + "subject", IRI(claim.subject)
    yield RDF + "predicate", IRI(claim.predicate)
    yield RDF + "object", IRI(claim.object)
    yield from _factuality(claim.factuality)
    if claim.holder is not None:
        yield KG + "holder", IRI(claim.holder)


def statement_properties(evidence: Evidence, origin: Origin, *, reified: bool = False) -> Iterator[Property]:
    """What a statement says, for whom, when and where, the words it rests on, and where it comes from.

    Args:
        evidence: The statement with its words.
        origin: Where it comes from.
        reified: Whether it is also to reify its triple term, as RDF 1.2 does.
    """
    statement = evidence.statement
    yield TYPE, IRI(KG + "Statement")
    yield TYPE, IRI(RDF + "Statement")
    if statement.event is not None:
        yield TYPE, IRI(KG + statement.event.type)
    yield from _triple(statement, evidence.document, reified)
    for argument in statement.arguments:
        yield KG + _ROLES.get(argument.role, argument.role), IRI(node_iri(argument.filler, evidence.document))
    yield from _factuality(statement.factuality)
    yield from _sources(statement, evidence.document)
    yield from _circumstances(statement, evidence.document)
    yield from _event(statement, evidence.document)
    yield from _words(evidence)
    yield KG + "confidence", decimal(statement.confidence)
    if statement.rule:
        yield KG + "rule", string(statement.rule)
    yield PROV + "wasDerivedFrom", origin.document
    yield PROV + "wasGeneratedBy", origin.reading
    # The agent that made the record; who says what it records is kg:holder.
    yield PROV + "wasAttributedTo", origin.agent


def _triple(statement: Statement, document: str, reified: bool) -> Iterator[Property]:
    subject = None if statement.subject is None else IRI(node_iri(statement.subject, document))
    predicate = IRI(statement.predicate.iri)
    value = None if statement.object is None else IRI(node_iri(statement.object, document))
    if subject is not None:
        yield RDF + "subject", subject
    yield RDF + "predicate", predicate
    if value is not None:
        yield RDF + "object", value
    if reified and subject is not None and value is not None:
        yield RDF + "reifies", TripleTerm(subject, predicate, value)


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
    if link.source is not None:
        yield KG + "holder", IRI(node_iri(link.source, document))
    yield KG + "attributedTo", IRI(link.statement)


def _circumstances(statement: Statement, document: str) -> Iterator[Property]:
    if statement.place is not None:
        yield KG + "place", IRI(node_iri(statement.place, document))
    if statement.time is None:
        return
    named = day(statement)
    if named is not None:
        yield KG + "date", date(named.isoformat())
    if statement.time.value:
        yield KG + "time", string(statement.time.value)
    yield KG + "timeText", string(statement.time.text)


def _event(statement: Statement, document: str) -> Iterator[Property]:
    event = statement.event
    if event is None:
        return
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
    yield KG + "predicateText", string(statement.predicate.text)
    if statement.content is not None:
        yield from ((KG + "content", string(words)) for words in evidence.content)
        yield KG + "contentQuoted", boolean(statement.content.quoted)
    yield KG + "sentence", string(evidence.sentence)
    yield KG + "begin", integer(statement.predicate.span.start)
    yield KG + "end", integer(statement.predicate.span.end)
    yield KG + "sentenceBegin", integer(statement.sentence.start)
    yield KG + "sentenceEnd", integer(statement.sentence.end)
