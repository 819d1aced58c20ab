"""The tables of entities, and of all that takes part in statements."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from kgraph.export.tables.table import Column, Kind, Table
from kgraph.export.tables.told import Told, told
from kgraph.graph.statements_view import Part, parts
from kgraph.graph.views import Appearances, share_of
from kgraph.model.entity import Entity
from kgraph.model.graph import KnowledgeGraph


class Participant(NamedTuple):
    """One that takes part in a statement."""

    told: Told
    part: Part


class Spoken(NamedTuple):
    """An entity and the statements that it takes part in."""

    entity: Entity
    where: Appearances


def taking_part(graph: KnowledgeGraph) -> Iterator[Participant]:
    """Everyone and everything that takes part in a statement, statement by statement."""
    return (Participant(each, part) for each in told(graph) for part in parts(each.statement))


def spoken(graph: KnowledgeGraph) -> Iterator[Spoken]:
    """The entities with what the statements tell of them, sorted by IRI."""
    share = share_of(graph)
    where = appearances(graph) if share is None else share.appearances
    for entity in graph.entities:
        yield Spoken(entity, where.get(entity.iri, Appearances()))


def appearances(graph: KnowledgeGraph) -> dict[str, Appearances]:
    """Where entities take part in the statements of a graph, by their IRIs."""
    counts: defaultdict[str, int] = defaultdict(int)
    dates: defaultdict[str, set[datetime.date]] = defaultdict(set)
    for each in told(graph):
        for iri in {part.mention.entity for part in parts(each.statement) if part.mention.entity is not None}:
            counts[iri] += 1
            if each.date is not None:
                dates[iri].add(each.date)
    return {
        iri: Appearances(count, min(dates[iri], default=None), max(dates[iri], default=None))
        for iri, count in counts.items()
    }


ENTITIES = Table(
    "entities",
    "an actor, place or thing that statements speak of",
    (
        Column("entity", Kind.TEXT, "its IRI, the same in every format", lambda s: s.entity.iri),
        Column("label", Kind.TEXT, "the name to show", lambda s: s.entity.label),
        Column("type", Kind.TEXT, "its class in the ontology", lambda s: s.entity.type),
        Column(
            "country", Kind.TEXT, "ISO 3166-1 alpha-3 of the state that it is or belongs to", lambda s: s.entity.country
        ),
        Column("kind", Kind.TEXT, "what an actor of no country is: IGO, NGO, MNC, IMG", lambda s: s.entity.kind),
        Column("sector", Kind.TEXT, "PLOVER sector", lambda s: s.entity.sector),
        Column("names", Kind.TEXTS, "other names that documents use for it", lambda s: s.entity.names),
        Column("same_as", Kind.TEXTS, "IRIs of the same elsewhere", lambda s: s.entity.same_as),
        Column("statements", Kind.INTEGER, "how many it takes part in, or says", lambda s: s.where.statements),
        Column("first", Kind.DATE, "the first date of those", lambda s: s.where.first),
        Column("last", Kind.DATE, "the last date of those", lambda s: s.where.last),
    ),
    spoken,
)

PARTICIPANTS = Table(
    "participants",
    "one that takes part in a statement, with the words that stand for it",
    (
        Column("statement", Kind.TEXT, "the statement's IRI", lambda p: p.told.statement.id),
        Column(
            "role",
            Kind.TEXT,
            "subject, object, place, holder, event_actor, event_recipient, or an argument's role",
            lambda p: p.part.label,
        ),
        Column(
            "node",
            Kind.TEXT,
            "IRI of the entity, or of the words themselves where they are not linked",
            lambda p: p.told.iri(p.part.mention),
        ),
        Column("name", Kind.TEXT, "the entity's label, else the words", lambda p: p.told.name(p.part.mention)),
        Column("type", Kind.TEXT, "its class, if known", lambda p: p.part.mention.type),
        Column(
            "country",
            Kind.TEXT,
            "ISO 3166-1 alpha-3; of the sides of an event as coded",
            lambda p: p.part.party.country if p.part.party else p.told.country(p.part.mention),
        ),
        Column(
            "sector",
            Kind.TEXT,
            "PLOVER sector, for the sides of an event",
            lambda p: p.part.party and p.part.party.sector,
        ),
        Column("words", Kind.TEXT, "the words that stand for it", lambda p: p.part.mention.text),
        Column("marker", Kind.TEXT, "the word that marks an argument", lambda p: p.part.marker or None),
        Column("begin", Kind.INTEGER, "where the words begin", lambda p: p.part.mention.span.start),
        Column("end", Kind.INTEGER, "where they end", lambda p: p.part.mention.span.end),
        Column("resolution", Kind.TEXT, "linked, ambiguous or unknown", lambda p: p.part.mention.resolution.value),
        Column("rule", Kind.TEXT, "the rule that linked it", lambda p: p.part.mention.rule),
        Column("score", Kind.NUMBER, "how sure the link is, between 0 and 1", lambda p: p.part.mention.score),
        Column(
            "candidates",
            Kind.TEXTS,
            "IRIs of those that it may mean, where it is ambiguous",
            lambda p: p.part.mention.candidates,
        ),
    ),
    taking_part,
)
