"""A graph below another base IRI.

Documents, statements, claims, mentions, readings, agents, the dataset and the
entities that a text alone is the source of stand below the base. The terms of
the ontology, the entities that it knows and open predicates keep their shared
IRIs, so that the graphs of two users meet in them.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TypeAlias

from pyoxigraph import NamedNode

from kgraph.errors import UsageError
from kgraph.model.entity import Entity
from kgraph.model.graph import DocumentNode, Evidence, KnowledgeGraph
from kgraph.model.identifiers import BASE, DOCUMENT, ENTITY, STATEMENT
from kgraph.model.statement import Mention, Party, Statement

Rename: TypeAlias = Callable[[str], str]


def rebased(graph: KnowledgeGraph, base: str, known: AbstractSet[str]) -> KnowledgeGraph:
    """The graph with its own IRIs below another base, its tuples sorted again.

    Args:
        graph: A graph below the shared base.
        base: The new one, see :func:`checked_base`.
        known: IRIs of the entities and offices of the ontology.
    """

    def rename(iri: str) -> str:
        own = iri.startswith((DOCUMENT, STATEMENT)) or (iri.startswith(ENTITY) and iri not in known)
        return base + iri[len(BASE) :] if own else iri

    # Background stands for what the ontology knows, so it is shared.
    return replace(
        graph,
        documents=tuple(_document(document, rename) for document in graph.documents),
        entities=tuple(sorted((_entity(entity, rename) for entity in graph.entities), key=lambda entity: entity.iri)),
        evidence=tuple(_evidence(evidence, rename) for evidence in graph.evidence),
    )


def _document(document: DocumentNode, rename: Rename) -> DocumentNode:
    original = document.republication_of
    return replace(
        document, iri=rename(document.iri), republication_of=rename(original) if original is not None else None
    )


def checked_base(base: str) -> str:
    """The base, if IRIs can be made of it.

    Raises:
        UsageError: It is no absolute IRI that ends in ``/`` or ``#``.
    """
    if checked_iri(base, "base")[-1] not in "/#":
        raise UsageError(f"the base {base!r} does not end in / or #; write it as https://example.org/news/")
    return base


def checked_iri(iri: str, what: str) -> str:
    """The IRI, if it is one.

    Raises:
        UsageError: It is malformed or not absolute.
    """
    try:
        return NamedNode(iri).value
    except ValueError as error:
        raise UsageError(f"the {what} {iri!r} is no absolute IRI: {error}") from error


def _entity(entity: Entity, rename: Rename) -> Entity:
    return replace(entity, iri=rename(entity.iri))


def _evidence(evidence: Evidence, rename: Rename) -> Evidence:
    return replace(evidence, document=rename(evidence.document), statement=_statement(evidence.statement, rename))


def _statement(statement: Statement, rename: Rename) -> Statement:
    return replace(
        statement,
        id=rename(statement.id),
        subject=_mention(statement.subject, rename),
        object=_mention(statement.object, rename),
        place=_mention(statement.place, rename),
        arguments=tuple(
            replace(argument, filler=_renamed(argument.filler, rename)) for argument in statement.arguments
        ),
        attributed_to=tuple(
            replace(link, statement=rename(link.statement), source=_mention(link.source, rename))
            for link in statement.attributed_to
        ),
        event=statement.event
        and replace(
            statement.event,
            actors=tuple(_party(party, rename) for party in statement.event.actors),
            recipients=tuple(_party(party, rename) for party in statement.event.recipients),
        ),
    )


def _party(party: Party, rename: Rename) -> Party:
    return replace(party, mention=_renamed(party.mention, rename))


def _mention(mention: Mention | None, rename: Rename) -> Mention | None:
    return None if mention is None else _renamed(mention, rename)


def _renamed(mention: Mention, rename: Rename) -> Mention:
    return replace(
        mention,
        entity=mention.entity and rename(mention.entity),
        about=mention.about and rename(mention.about),
        candidates=tuple(rename(iri) for iri in mention.candidates),
    )
