"""The two tables that event data comes in, under the column names of the data sets that analysts know.

``events`` has a row an event, as POLECAT has (Halterman et al. 2023); ``dyads``
a row a pair of sides, as ICEWS has (Boschee et al. 2015). What those have and
kgraph does not know (intensity, coordinates, COW numbers) is left out, never
filled in. What stands behind their own columns is ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

from kgraph.export.tables.table import Column, Kind, Table
from kgraph.export.tables.told import Told, told
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.statement import Event, Factuality, Party

_WORD_START = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Act(NamedTuple):
    """A statement that is a political act."""

    told: Told
    event: Event


class Dyad(NamedTuple):
    """One who acts and one at whom the act is directed."""

    act: Act
    actor: Party
    recipient: Party


def acts(graph: KnowledgeGraph) -> Iterator[Act]:
    """The political acts of a graph, in the order of their statements."""
    for each in told(graph):
        if each.statement.event is not None:
            yield Act(each, each.statement.event)


def dyads(graph: KnowledgeGraph) -> Iterator[Dyad]:
    """Every actor of an act with every recipient; nobody acts on himself here."""
    for act in acts(graph):
        sides = [
            (actor, recipient)
            for actor in act.event.actors
            for recipient in act.event.recipients
            if act.told.iri(actor.mention) != act.told.iri(recipient.mention)
        ]
        yield from (Dyad(act, *pair) for pair in sides)


Field: TypeAlias = Callable[[Told, Party], str | None]


def _name(told: Told, party: Party) -> str | None:
    return told.name(party.mention)


def _country(_told: Told, party: Party) -> str | None:
    return party.country


def _sector(_told: Told, party: Party) -> str | None:
    return party.sector or party.kind


def _words(_told: Told, party: Party) -> str | None:
    return party.mention.text


def _node(told: Told, party: Party) -> str | None:
    return told.iri(party.mention)


def _quad(event: Event) -> str | None:
    """VERBAL CONFLICT for ``VerbalConflict``."""
    return _WORD_START.sub(" ", event.quad_class).upper() if event.quad_class is not None else None


def _actors(field: Field) -> Callable[[Act], tuple[str, ...]]:
    """A field of every actor; one that is not known is empty, so that the columns of one side run in parallel."""
    return lambda act: tuple(field(act.told, party) or "" for party in act.event.actors)


def _recipients(field: Field) -> Callable[[Act], tuple[str, ...]]:
    return lambda act: tuple(field(act.told, party) or "" for party in act.event.recipients)


def _ours(record: Callable[[Any], Act]) -> tuple[Column, ...]:
    """The columns that neither data set has: who says it, how, in which words."""

    def of(field: Callable[[Told], str | bool | float | None]) -> Callable[[Any], str | bool | float | None]:
        return lambda row: field(record(row).told)

    def manner(field: Callable[[Factuality], str | bool]) -> Callable[[Any], str | bool | float | None]:
        return of(lambda told: field(told.statement.factuality))

    return (
        Column("Predicate", Kind.TEXT, "IRI of the predicate", of(lambda told: told.statement.predicate.iri)),
        Column("Holder", Kind.TEXT, "who says it, if not the writer", of(lambda told: told.name(told.holder))),
        Column("Holder ID", Kind.TEXT, "the same as a node of the graph", of(lambda told: told.iri(told.holder))),
        Column("Negated", Kind.BOOLEAN, "whether its holder says that it is not so", manner(lambda f: f.negated)),
        Column("Certainty", Kind.TEXT, "certain, probable, possible or unknown", manner(lambda f: f.certainty.value)),
        Column("Future", Kind.BOOLEAN, "whether it is still to come", manner(lambda f: f.future)),
        Column("Modality", Kind.TEXT, "asserted, planned, promised, ...", manner(lambda f: f.modality.value)),
        Column("Confidence", Kind.NUMBER, "between 0 and 1", of(lambda told: told.statement.confidence)),
        Column("Headline", Kind.TEXT, "the document's title", of(lambda told: told.document.title)),
        Column("URL", Kind.TEXT, "where it was published", of(lambda told: told.document.url)),
        Column("Sentence", Kind.TEXT, "the sentence that says it", of(lambda told: told.evidence.sentence)),
    )


EVENTS = Table(
    "events",
    "a political act, under POLECAT's names; the lists of actors run in parallel, and so do those of recipients",
    (
        Column("Event ID", Kind.TEXT, "IRI of the statement", lambda a: a.told.statement.id),
        Column("Event Date", Kind.DATE, "the day that the text names, else that of publication", lambda a: a.told.date),
        Column("Event Type", Kind.TEXT, "PLOVER event type", lambda a: a.event.type),
        Column("Event Mode", Kind.TEXT, "PLOVER mode", lambda a: a.event.mode),
        Column("CAMEO Code", Kind.TEXT, "CAMEO code, a text: some begin with 0", lambda a: a.event.cameo),
        Column("Quad Code", Kind.TEXT, "VERBAL or MATERIAL, COOPERATION or CONFLICT", lambda a: _quad(a.event)),
        Column("Contexts", Kind.TEXTS, "PLOVER contexts", lambda a: a.event.contexts),
        Column("Actor Name", Kind.TEXTS, "who acts: labels, else words", _actors(_name)),
        Column("Actor Country", Kind.TEXTS, "ISO 3166-1 alpha-3", _actors(_country)),
        Column("Actor Sectors", Kind.TEXTS, "PLOVER sector, or kind where of no country", _actors(_sector)),
        Column("Actor Name Raw", Kind.TEXTS, "the words", _actors(_words)),
        Column("Actor ID", Kind.TEXTS, "nodes of the graph", _actors(_node)),
        Column("Recipient Name", Kind.TEXTS, "at whom it is directed: labels, else words", _recipients(_name)),
        Column("Recipient Country", Kind.TEXTS, "ISO 3166-1 alpha-3", _recipients(_country)),
        Column("Recipient Sectors", Kind.TEXTS, "PLOVER sector, or kind where of no country", _recipients(_sector)),
        Column("Recipient Name Raw", Kind.TEXTS, "the words", _recipients(_words)),
        Column("Recipient ID", Kind.TEXTS, "nodes of the graph", _recipients(_node)),
        Column(
            "Placename", Kind.TEXT, "where: the label, else the words", lambda a: a.told.name(a.told.statement.place)
        ),
        Column("Country", Kind.TEXT, "of the place, ISO alpha-3", lambda a: a.told.country(a.told.statement.place)),
        Column(
            "Raw Placename", Kind.TEXT, "the words", lambda a: a.told.statement.place and a.told.statement.place.text
        ),
        Column("Source", Kind.TEXT, "who published the document", lambda a: a.told.document.source),
        Column("Publication Date", Kind.DATE, "when", lambda a: a.told.document.date),
        Column("Story ID", Kind.TEXT, "the document's id", lambda a: a.told.document.id),
        *_ours(lambda act: act),
    ),
    acts,
)

DYADS = Table(
    "dyads",
    "one actor and one recipient of a political act, under ICEWS's names",
    (
        Column(
            "Event ID",
            Kind.TEXT,
            "IRI of the statement, shared by the pairs of one act",
            lambda d: d.act.told.statement.id,
        ),
        Column(
            "Event Date", Kind.DATE, "the day that the text names, else that of publication", lambda d: d.act.told.date
        ),
        Column("Source Name", Kind.TEXT, "who acts: the label, else the words", lambda d: _name(d.act.told, d.actor)),
        Column(
            "Source Sectors",
            Kind.TEXT,
            "PLOVER sector, or kind where of no country",
            lambda d: _sector(d.act.told, d.actor),
        ),
        Column("Source Country", Kind.TEXT, "ISO 3166-1 alpha-3", lambda d: d.actor.country),
        Column("Source ID", Kind.TEXT, "node of the graph", lambda d: _node(d.act.told, d.actor)),
        Column("Event Type", Kind.TEXT, "PLOVER event type", lambda d: d.act.event.type),
        Column("Event Mode", Kind.TEXT, "PLOVER mode", lambda d: d.act.event.mode),
        Column("CAMEO Code", Kind.TEXT, "CAMEO code, a text: some begin with 0", lambda d: d.act.event.cameo),
        Column("Quad Code", Kind.TEXT, "VERBAL or MATERIAL, COOPERATION or CONFLICT", lambda d: _quad(d.act.event)),
        Column("Target Name", Kind.TEXT, "at whom it is directed", lambda d: _name(d.act.told, d.recipient)),
        Column(
            "Target Sectors",
            Kind.TEXT,
            "PLOVER sector, or kind where of no country",
            lambda d: _sector(d.act.told, d.recipient),
        ),
        Column("Target Country", Kind.TEXT, "ISO 3166-1 alpha-3", lambda d: d.recipient.country),
        Column("Target ID", Kind.TEXT, "node of the graph", lambda d: _node(d.act.told, d.recipient)),
        Column("Story ID", Kind.TEXT, "the document's id", lambda d: d.act.told.document.id),
        Column("Publisher", Kind.TEXT, "who published the document", lambda d: d.act.told.document.source),
        Column("Publication Date", Kind.DATE, "when", lambda d: d.act.told.document.date),
        Column(
            "Country", Kind.TEXT, "of the place, ISO alpha-3", lambda d: d.act.told.country(d.act.told.statement.place)
        ),
        *_ours(lambda dyad: dyad.act),
    ),
    dyads,
)
