"""The entries of an ontology by what people call them: predicates, event types, entities, offices, kinds of actors."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from kgraph.errors import UsageError
from kgraph.model.identifiers import ENTITY, ONTOLOGY
from kgraph.model.vocabulary import ActorType, EntityEntry, EventType, OfficeEntry, PredicateType, Vocabulary

Entry: TypeAlias = PredicateType | EventType | EntityEntry | OfficeEntry | ActorType

_SHOWN = 5
_PREFIXES = {"kg:": ONTOLOGY, "kge:": ENTITY}


def find(name: str, vocabulary: Vocabulary) -> tuple[Entry, ...]:
    """The entries that a name means, sorted by IRI.

    An IRI, whole or prefixed, or a local name goes before a label, a label before other names and triggers, and those
    before the last word of a person's name; case counts for local names alone.

    Raises:
        UsageError: There is none, or there are too many to tell apart; the message holds the nearest names.
    """
    entries = tuple(_entries(vocabulary))
    for means in (_identifiers, _labels, _names, _last_words):
        index: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            for each in set(means(entry)):
                index[each].append(entry)
        wanted = name if means is _identifiers else name.casefold()
        found = sorted(index.get(wanted, ()), key=lambda entry: entry.iri)
        if len(found) > _SHOWN:
            listed = ", ".join(_local(entry.iri) for entry in found[:_SHOWN])
            raise UsageError(f"{name!r} means {len(found)} entries; name one: {listed}, ...")
        if found:
            return tuple(found)
    near = difflib.get_close_matches(name.casefold(), _like(name, entries), n=4, cutoff=0.6)
    remedy = f"did you mean {', '.join(map(repr, near))}?" if near else "nothing is called alike"
    raise UsageError(f"the ontology has no entry {name!r}; {remedy}")


def _entries(vocabulary: Vocabulary) -> Iterator[Entry]:
    yield from vocabulary.predicates
    yield from vocabulary.event_types.values()
    yield from vocabulary.entities
    yield from vocabulary.offices
    yield from vocabulary.actor_types


def _identifiers(entry: Entry) -> Iterator[str]:
    yield entry.iri
    for prefix, space in _PREFIXES.items():
        if entry.iri.startswith(space):
            yield entry.iri.removeprefix(space)
            yield prefix + entry.iri.removeprefix(space)


def _labels(entry: Entry) -> Iterator[str]:
    yield entry.label.casefold()


def _names(entry: Entry) -> Iterator[str]:
    names: Iterable[str] = ()
    match entry:
        case PredicateType():
            names = (*entry.verbs, *entry.nouns)
        case EntityEntry():
            names = (*entry.names, *entry.weak_names, *entry.seats)
        case ActorType():
            names = entry.nouns
        case EventType():
            names = (entry.name,)
        case OfficeEntry():
            whose = entry.label.rpartition(" of ")[2]
            names = (*entry.titles, *(f"{title} of {whose}" for title in entry.titles))
    return (each.casefold() for each in names)


def _last_words(entry: Entry) -> Iterator[str]:
    if isinstance(entry, EntityEntry) and entry.type == "Person":
        yield from (each.split()[-1].casefold() for each in (entry.label, *entry.names))


def _like(name: str, entries: Iterable[Entry]) -> list[str]:
    """The names that begin as the given one does, which keeps the comparison short."""
    start = name.casefold()[:1]
    found = {each for entry in entries for each in (*_labels(entry), *_names(entry), *_last_words(entry))}
    return sorted(each for each in found if each.startswith(start))


def _local(iri: str) -> str:
    return iri.removeprefix(ONTOLOGY).removeprefix(ENTITY)
