"""The stage itself: statements whose predicate the ontology knows get its IRI and, if a political act, the event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kgraph.events.triggers import Triggers
from kgraph.model.entity import Entity
from kgraph.model.statement import Event, Mention, Party, Reading, Statement
from kgraph.model.vocabulary import PredicateType


def code(reading: Reading, known: Triggers) -> Reading:
    """Codes the statements of a resolved reading after PLOVER.

    A statement whose predicate the ontology does not know keeps its open
    predicate and gets no event.

    Args:
        reading: With linked mentions.
        known: The ontology's triggers.
    """
    entities = {entity.iri: entity for entity in reading.entities}
    return replace(reading, statements=tuple(_coded(s, known, entities) for s in reading.statements))


def _coded(statement: Statement, known: Triggers, entities: Mapping[str, Entity]) -> Statement:
    predicate = known.match(statement)
    if predicate is None:
        return statement
    named = replace(statement, predicate=replace(statement.predicate, iri=predicate.iri))
    if predicate.event is None:
        return named
    return replace(named, event=_event(named, predicate, entities))


def _event(statement: Statement, predicate: PredicateType, entities: Mapping[str, Entity]) -> Event:
    actors = [statement.subject] if statement.subject is not None else []
    return Event(
        type=predicate.event or "",
        mode=predicate.mode,
        contexts=predicate.contexts,
        cameo=predicate.cameo,
        actors=tuple(_party(mention, entities) for mention in actors),
        recipients=tuple(_party(mention, entities) for mention in _recipients(statement, predicate)),
    )


def _recipients(statement: Statement, predicate: PredicateType) -> list[Mention]:
    """The mentions in the slots where the predicate's frame has its recipient."""
    found = [statement.object] if statement.object is not None and "object" in predicate.recipients else []
    found += [a.filler for a in statement.arguments if a.marker in predicate.recipients and a.role != "complement"]
    return found


def _party(mention: Mention, entities: Mapping[str, Entity]) -> Party:
    entity = entities.get(mention.entity) if mention.entity is not None else None
    return Party(mention, country=entity.country if entity is not None else None)
