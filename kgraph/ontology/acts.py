"""Political acts: event types with their modes and contexts, and predicates with the words that trigger them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kgraph.model.identifiers import ONTOLOGY
from kgraph.model.vocabulary import Context, EventMode, EventType, PredicateType
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
            quad_class=_local(quad_class),
            planned_as=_local(triples.one(iri, "plannedAs")),
            refused_as=_local(triples.one(iri, "refusedAs")),
            reciprocal=triples.one(iri, "reciprocal") == "true",
            directed=triples.one(iri, "requiresRecipient") == "true",
            domestic=triples.one(iri, "domestic") == "true",
            cameo=triples.one(iri, "cameo"),
        )


def event_modes(triples: Triples) -> tuple[EventMode, ...]:
    """The modes of the event types, sorted."""
    return tuple(
        EventMode(
            event=event_type.removeprefix(ONTOLOGY),
            name=name,
            words=triples.kg(mode, "word"),
            contents=tuple(each.removeprefix(ONTOLOGY) for each in triples.kg(mode, "contentType")),
        )
        for mode in triples.instances("EventMode")
        for event_type in triples.all(mode, SKOS + "broader")
        for name in triples.all(mode, SKOS + "notation")
    )


def contexts(triples: Triples) -> tuple[Context, ...]:
    """The contexts, sorted."""
    return tuple(
        Context(name, triples.kg(iri, "word"))
        for iri in triples.instances("Context")
        for name in triples.all(iri, SKOS + "notation")
    )


def word_classes(triples: Triples) -> dict[str, tuple[str, ...]]:
    """The words of each word class, by its name."""
    return {
        name: triples.kg(iri, "word")
        for iri in triples.instances("WordClass")
        for name in triples.all(iri, SKOS + "notation")
    }


def predicates(
    triples: Triples, types: Mapping[str, EventType], modes: tuple[EventMode, ...], classes: Mapping[str, object]
) -> tuple[PredicateType, ...]:
    """The predicates, sorted and checked against the event types, their modes and the word classes.

    Raises:
        OntologyError: One is malformed, or shares a trigger with another.
    """
    named = {(mode.event, mode.name) for mode in modes}
    found = []
    for iri in triples.subjects(RDFS + "subPropertyOf", ONTOLOGY + "relation"):
        predicate = _predicate(triples, iri)
        if predicate.event is not None and predicate.event not in types:
            raise triples.error(iri, f"has the unknown event type {predicate.event}")
        if predicate.mode is not None and (predicate.event, predicate.mode) not in named:
            raise triples.error(iri, f"has the mode {predicate.mode!r}, which {predicate.event} does not have")
        if not predicate.examples:
            raise triples.error(iri, "has no skos:example; give it a sentence that says it")
        if not all(trigger.strip() for trigger in (*predicate.verbs, *predicate.nouns)):
            raise triples.error(iri, "has an empty trigger; remove it")
        for word in (word for trigger in predicate.verbs for word in trigger.split()):
            if word.startswith("<") and word[1:-1] not in classes:
                raise triples.error(iri, f"has a trigger with the unknown word class {word}")
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
        reciprocal=triples.one(iri, "reciprocal") == "true",
        directed=triples.one(iri, "requiresRecipient") == "true",
        vow=triples.one(iri, "vow") == "true",
        joint=triples.one(iri, "joint"),
        unarmed=triples.one(iri, "unarmed"),
    )


def _local(iri: str | None) -> str | None:
    return iri.removeprefix(ONTOLOGY) if iri is not None else None
