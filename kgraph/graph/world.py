"""The world view: what the writers themselves affirm as actual.

What somebody else claims, what is denied, planned, possible or asked makes no
edge here; it stays in the statements. Otherwise a query that knows nothing of
factuality would be told rumours as facts.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias, TypeVar

from kgraph.graph.nodes import node_iri
from kgraph.model.graph import Evidence, Fact, KnowledgeGraph
from kgraph.model.statement import Mention, Statement

Edge: TypeAlias = tuple[str, str, str]
Node = TypeVar("Node", bound=Hashable)

_ISO_DAY_LENGTH = len("2022-06-01")


def united_facts(several: Sequence[Fact]) -> Fact:
    """One fact out of those that several documents affirm of the same edge."""
    if len(several) == 1:
        return several[0]
    return replace(
        several[0],
        statements=tuple(sorted(iri for each in several for iri in each.statements)),
        first=min((each.first for each in several if each.first is not None), default=None),
        last=max((each.last for each in several if each.last is not None), default=None),
    )


def affirmed(statement: Statement) -> bool:
    """Whether the writer says of it, in his own voice, that it is so."""
    return statement.factuality.actual and not statement.attributed_to


def day(statement: Statement) -> datetime.date | None:
    """The day that a statement's time names; nothing for a month, a span of days or a vague time."""
    if statement.time is None or len(statement.time.value) != _ISO_DAY_LENGTH:
        return None
    try:
        return datetime.date.fromisoformat(statement.time.value)
    except ValueError:
        return None


def dated(evidence: Evidence, published: Mapping[str, datetime.date | None]) -> str | None:
    """The ISO date of a piece of evidence: the day that it names, else that on which its document was published."""
    date = day(evidence.statement) or published.get(evidence.document)
    return date.isoformat() if date is not None else None


def facts(graph: KnowledgeGraph) -> tuple[Fact, ...]:
    """The edges subject → predicate → object of all affirmed statements that have both.

    Subject and object are node IRIs: entities, or referents where a mention is
    linked to none. One fact holds all statements that affirm it; its dates are
    those that the statements name, else those of their documents.

    Returns:
        Sorted by subject, predicate and object.
    """
    return _facts(graph, (_clause(evidence) for evidence in graph.evidence))


def dyads(graph: KnowledgeGraph) -> tuple[Fact, ...]:
    """The edges actor → predicate → recipient of all affirmed political acts.

    They tell who acted towards whom where the object is a thing or a decision:
    "The U.S. sends HIMARS to Ukraine" gives an edge from the U.S. to Ukraine.
    An actor is no recipient of its own act here.

    Returns:
        Sorted by subject, predicate and object.
    """
    return _facts(graph, (_sides(evidence) for evidence in graph.evidence))


def _clause(evidence: Evidence) -> Iterator[Edge]:
    statement = evidence.statement
    if statement.subject is not None and statement.object is not None:
        subject = node_iri(statement.subject, evidence.document)
        yield subject, statement.predicate.iri, node_iri(statement.object, evidence.document)


def _sides(evidence: Evidence) -> Iterator[Edge]:
    for actor, recipient in sides(evidence.statement, lambda mention: node_iri(mention, evidence.document)):
        yield actor, evidence.statement.predicate.iri, recipient


def sides(statement: Statement, node: Callable[[Mention], Node]) -> Iterator[tuple[Node, Node]]:
    """Each actor of a political act with each of its recipients that is not an actor too.

    Args:
        statement: A statement, of an act or not.
        node: What a mention stands for.
    """
    if statement.event is None:
        return
    actors = {node(party.mention) for party in statement.event.actors}
    recipients = {node(party.mention) for party in statement.event.recipients} - actors
    for actor in actors:
        for recipient in recipients:
            yield actor, recipient


def _facts(graph: KnowledgeGraph, edges: Iterable[Iterable[Edge]]) -> tuple[Fact, ...]:
    """Facts out of the edges of each piece of evidence, in the evidence's order."""
    published = {document.iri: document.date for document in graph.documents}
    statements: defaultdict[Edge, set[str]] = defaultdict(set)
    dates: defaultdict[Edge, set[str]] = defaultdict(set)
    for evidence, own in zip(graph.evidence, edges, strict=True):
        if not affirmed(evidence.statement):
            continue
        date = dated(evidence, published)
        for edge in own:
            statements[edge].add(evidence.statement.id)
            if date is not None:
                dates[edge].add(date)
    return tuple(
        Fact(
            *edge,
            statements=tuple(sorted(statements[edge])),
            first=min(dates[edge], default=None),
            last=max(dates[edge], default=None),
        )
        for edge in sorted(statements)
    )
