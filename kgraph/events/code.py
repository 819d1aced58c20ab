"""The stage itself: statements whose predicate the ontology knows get its IRI and, if a political act, the event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kgraph.events.triggers import Trigger, Triggers
from kgraph.model.entity import Entity
from kgraph.model.statement import Event, Mention, Party, Reading, Statement


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
    trigger = known.match(statement)
    if trigger is None:
        return statement
    named = replace(statement, predicate=replace(statement.predicate, iri=trigger.predicate.iri))
    event = _event(named, trigger, entities)
    return replace(named, event=event) if event is not None else named


def _event(statement: Statement, trigger: Trigger, entities: Mapping[str, Entity]) -> Event | None:
    predicate = trigger.predicate
    if predicate.event is None:
        return None
    actors = [statement.subject] if statement.subject is not None else []
    return Event(
        type=predicate.event,
        mode=predicate.mode,
        contexts=predicate.contexts,
        cameo=predicate.cameo,
        actors=tuple(_party(mention, entities) for mention in actors),
        recipients=tuple(_party(mention, entities) for mention in _recipients(statement, trigger)),
    )


def _recipients(statement: Statement, trigger: Trigger) -> list[Mention]:
    """The mentions in the slot where the predicate's frame has its recipient: the object, else a marked argument."""
    slots = trigger.predicate.recipients
    target = statement.object
    if target is not None and "object" in slots and target.lemma not in trigger.others:
        return [target]
    return [a.filler for a in statement.arguments if a.marker in slots and a.role != "complement"]


def _party(mention: Mention, entities: Mapping[str, Entity]) -> Party:
    entity = entities.get(mention.entity) if mention.entity is not None else None
    return Party(mention, country=entity.country if entity is not None else None)
