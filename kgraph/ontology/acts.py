"""Political acts: event types with their modes, and predicates with the words that trigger them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kgraph.model.identifiers import ONTOLOGY
from kgraph.model.vocabulary import EventType, PredicateType
from kgraph.ontology.triples import RDFS, SKOS, Triples


def event_types(triples: Triples) -> Iterator[EventType]:
    """The event types, sorted.

    Raises:
        OntologyError: One is malformed.
    """
    for iri in triples.instances("EventType"):
        quad_class = next(iter(triples.kg(iri, "quadClass")), None)
        if quad_class is not None and quad_class not in triples.values:
            raise triples.error(iri, f"has the unknown quad class <{quad_class}>")
        yield EventType(
            iri=iri,
            name=iri.removeprefix(ONTOLOGY),
            label=triples.label(iri),
            definition=triples.first(iri, SKOS + "definition") or "",
            quad_class=triples.label(quad_class) if quad_class else None,
        )


def predicates(triples: Triples, types: Mapping[str, EventType]) -> tuple[PredicateType, ...]:
    """The predicates, sorted and checked against the event types.

    Raises:
        OntologyError: One is malformed, or shares a trigger with another.
    """
    modes = _modes(triples)
    found = []
    for iri in triples.subjects(RDFS + "subPropertyOf", ONTOLOGY + "relation"):
        predicate = _predicate(triples, iri)
        if predicate.event is not None and predicate.event not in types:
            raise triples.error(iri, f"has the unknown event type {predicate.event}")
        if predicate.mode is not None and (predicate.event, predicate.mode) not in modes:
            raise triples.error(iri, f"has the mode {predicate.mode!r}, which {predicate.event} does not have")
        if not predicate.examples:
            raise triples.error(iri, "has no skos:example; give it a sentence that says it")
        if not all(trigger.strip() for trigger in (*predicate.verbs, *predicate.nouns)):
            raise triples.error(iri, "has an empty trigger; remove it")
        found.append(predicate)
    for kind in ("verbs", "nouns"):
        names = ((predicate.iri, trigger) for predicate in found for trigger in getattr(predicate, kind))
        triples.check_unique(names, f"shares the trigger {{!r}} ({kind}) with")
    return tuple(found)


def _predicate(triples: Triples, iri: str) -> PredicateType:
    event = next(iter(triples.kg(iri, "eventType")), None)
    return PredicateType(
        iri=iri,
        label=triples.label(iri),
        event=event.removeprefix(ONTOLOGY) if event else None,
        mode=next(iter(triples.kg(iri, "mode")), None),
        contexts=triples.kg(iri, "impliesContext"),
        cameo=next(iter(triples.kg(iri, "cameo")), None),
        verbs=triples.kg(iri, "verbTrigger"),
        nouns=triples.kg(iri, "nounTrigger"),
        recipients=triples.kg(iri, "recipientSlot"),
        examples=triples.all(iri, SKOS + "example"),
        counterexamples=triples.kg(iri, "counterExample"),
    )


def _modes(triples: Triples) -> set[tuple[str, str]]:
    """Event types with the names of their modes."""
    return {
        (event_type.removeprefix(ONTOLOGY), name)
        for mode in triples.instances("EventMode")
        for event_type in triples.all(mode, SKOS + "broader")
        for name in triples.all(mode, SKOS + "notation")
    }
