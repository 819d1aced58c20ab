"""What follows from the records of a graph and RDF says of it besides: claims, referents, direct triples.

Whoever writes a graph in several formats works it out once and hands it on with
the graph (:class:`Viewed`); a graph that memory cannot hold comes with it
(:mod:`kgraph.store.merged`), and so does each part of one that is written in
parts (:mod:`kgraph.cluster`).
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from kgraph.graph.claims import Held, claims, held
from kgraph.graph.descriptions import reading_iri
from kgraph.graph.nodes import Referent, referents
from kgraph.graph.statement_descriptions import Origin, origin
from kgraph.graph.world import facts
from kgraph.model.entity import Entity
from kgraph.model.graph import DocumentNode, Evidence, Fact, KnowledgeGraph
from kgraph.model.identifiers import BASE, OPEN_PREDICATE
from kgraph.model.parsed import ModelInfo

Origins: TypeAlias = Mapping[str, Origin]
"""Where the statements of each document come from, by its IRI."""


class Views(NamedTuple):
    """What follows from the records of a graph.

    Attributes:
        claims: Its claims with those that they contradict or corroborate, sorted by IRI.
        referents: What mentions without an entity stand for, sorted by IRI.
        facts: The edges of the world view, sorted by subject, predicate and object.
        origins: Where statements come from.
        readings: Its documents, sorted by the IRI of their reading.
        statements: The IRIs of its statements, sorted.
        predicates: The lemmas of each predicate that the ontology does not know, by its IRI.
    """

    claims: Collection[Held]
    referents: Collection[Referent]
    facts: Collection[Fact]
    origins: Origins
    readings: Collection[DocumentNode]
    statements: Collection[str]
    predicates: Mapping[str, AbstractSet[str]]


class Contents(NamedTuple):
    """What a dataset holds, wherever it is read from.

    Attributes:
        base: The base below which its IRIs are minted.
        readings: IRIs of the readings, in the order of their documents.
        statements: IRIs of the statements, sorted.
        days: The first and the last ISO date of the documents, if they have any.
        documents: How many there are, and so on.
    """

    base: str
    readings: Iterable[str]
    statements: Collection[str]
    days: tuple[str, str] | None
    documents: int
    claims: int
    referents: int
    entities: int


class Appearances(NamedTuple):
    """How many statements an entity takes part in, and their first and last date."""

    statements: int = 0
    first: datetime.date | None = None
    last: datetime.date | None = None


class Share(NamedTuple):
    """What one of several parts of a graph tells and knows besides its own records.

    What several parts have in common is told by one of them alone, so that
    no triple is counted twice.

    Attributes:
        agents: The software agents that it describes.
        base: The base below which their IRIs stand.
        whole: What all parts hold together, if this is the one that describes it.
        triples: How many triples the others have.
        mentioned: The entities that its statements mention and another part describes.
        appearances: Where its own entities take part, by their IRIs, in the statements of all parts.
    """

    agents: Collection[ModelInfo] = ()
    base: str = BASE
    whole: Contents | None = None
    triples: int = 0
    mentioned: Collection[Entity] = ()
    appearances: Mapping[str, Appearances] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewed(KnowledgeGraph):
    """A graph with its views; whoever makes one to be written has checked it.

    Attributes:
        views: Its views.
        share: What it tells besides, if it is one part of a graph.
    """

    views: Views
    share: Share | None = None


def share_of(graph: KnowledgeGraph) -> Share | None:
    """What a part of a graph tells besides its records; nothing of a graph that is whole."""
    return graph.share if isinstance(graph, Viewed) else None


def viewed(graph: KnowledgeGraph) -> Viewed:
    """A graph with its views worked out."""
    if isinstance(graph, Viewed):
        return graph
    views = Views(
        claims=held(claims(graph)),
        referents=referents(graph),
        facts=facts(graph),
        origins={document.iri: origin(document) for document in graph.documents},
        readings=sorted(graph.documents, key=reading_iri),
        statements=[each.statement.id for each in graph.evidence],
        predicates=open_predicates(graph.evidence),
    )
    return Viewed(**_records(graph), views=views)


def bare(graph: KnowledgeGraph) -> KnowledgeGraph:
    """A graph without its views, to be changed."""
    return KnowledgeGraph(**_records(graph))


def loaded(graph: Viewed) -> Viewed:
    """The same graph held in memory, wherever it lies."""
    views = graph.views
    held_views = views._replace(
        claims=tuple(views.claims),
        referents=tuple(views.referents),
        facts=tuple(views.facts),
        origins=dict(views.origins),
        readings=tuple(views.readings),
        statements=tuple(views.statements),
    )
    return replace(
        graph,
        documents=tuple(graph.documents),
        entities=tuple(graph.entities),
        evidence=tuple(graph.evidence),
        views=held_views,
    )


def views_of(graph: KnowledgeGraph) -> Views:
    """The views of a graph, worked out now if it does not bring them."""
    return viewed(graph).views


def referents_of(graph: KnowledgeGraph) -> Collection[Referent]:
    """The referents of a graph, sorted by IRI; worked out now if it does not bring them."""
    return graph.views.referents if isinstance(graph, Viewed) else referents(graph)


def facts_of(graph: KnowledgeGraph) -> Collection[Fact]:
    """The edges of the world view, sorted; worked out now if it does not bring them."""
    return graph.views.facts if isinstance(graph, Viewed) else facts(graph)


def _records(graph: KnowledgeGraph) -> dict[str, Any]:
    return {each.name: getattr(graph, each.name) for each in fields(KnowledgeGraph)}


def open_predicates(evidence: Iterable[Evidence]) -> dict[str, set[str]]:
    """The lemmas of each predicate that the ontology does not know, by its IRI."""
    lemmas: defaultdict[str, set[str]] = defaultdict(set)
    for each in evidence:
        predicate = each.statement.predicate
        if predicate.iri.startswith(OPEN_PREDICATE):
            lemmas[predicate.iri].add(predicate.lemma)
    return dict(lemmas)
