"""The known entities, indexed by every name that news gives them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from kgraph.model.vocabulary import EntityEntry, Vocabulary
from kgraph.resolve.names import key, sound, sounds

PERSON = "Person"
THINGS = frozenset({"Weapon", "Vehicle", "Aircraft", "Ship"})
_SURNAME_FIRST = frozenset({"CHN", "HKG", "KHM", "KOR", "MAC", "PRK", "TWN", "VNM"})
_PLACES = frozenset({"State", "Place", "City", "Region"})


class Naming(StrEnum):
    """What a name is to the entity that it may mean."""

    NAME = "name"
    WEAK = "weak name"
    VARIANT = "transliterated name"
    CAPITAL = "capital for its state"
    SEAT = "seat for its government"
    DEMONYM = "demonym"
    NATIONAL = "people of a state"
    SURNAME = "surname"


@dataclass(frozen=True, slots=True)
class Sense:
    """One entity that a name may mean, and how."""

    entry: EntityEntry
    naming: Naming


Senses = tuple[Sense, ...]


@dataclass(frozen=True)
class Gazetteer:
    """Entity entries by name.

    Attributes:
        names: Senses by the :func:`~kgraph.resolve.names.key` of a name, all but those of persons.
        people: Persons by the key of a full name.
        surnames: Persons by the key of the last, or first, word of a name.
        lengths: How many words the longest of ``names`` with a certain first word has.
        acronyms: Those of ``names`` that stand in capitals only ("WHO").
        by_iri: Every entry.
    """

    names: Mapping[str, Senses]
    people: Mapping[str, Senses]
    surnames: Mapping[str, Senses]
    lengths: Mapping[str, int]
    acronyms: frozenset[str]
    by_iri: Mapping[str, EntityEntry]

    def called(self, name: str) -> Senses:
        """What a name of anything but a person may mean; how it is transliterated counts only where it is unknown."""
        return self.names.get(key(name), ())

    def sounding(self, name: str) -> Senses:
        """The states and places that are named by another transliteration of a name."""
        found = self._places_by_sound.get(sound(name), ())
        return tuple([Sense(sense.entry, Naming.VARIANT) for sense in found if sense.naming in _PROPER])

    def surnamed(self, name: str) -> Senses:
        """The persons with a surname, in whatever transliteration."""
        return self.surnames.get(key(name)) or self.surname_sounding(name)

    def surname_sounding(self, name: str) -> Senses:
        """The persons with a surname, in all transliterations."""
        return self._surnames_by_sound.get(sound(name), ())

    @cached_property
    def _places_by_sound(self) -> Mapping[str, Senses]:
        return _by_sound(self.names, _PLACES)

    @cached_property
    def _surnames_by_sound(self) -> Mapping[str, Senses]:
        return _by_sound(self.surnames, {PERSON})


_PROPER = frozenset({Naming.NAME, Naming.WEAK, Naming.CAPITAL})


def gazetteer(vocabulary: Vocabulary) -> Gazetteer:
    """Indexes a vocabulary's entities by their names."""
    people = [(entry, list(map(key, _full_names(entry)))) for entry in vocabulary.entities if entry.type == PERSON]
    named = [
        (name, key(name), Sense(entry, naming))
        for entry in vocabulary.entities
        if entry.type != PERSON
        for naming, names in _namings(entry)
        for name in names
    ]
    names = _index((known, sense) for _, known, sense in named)
    return Gazetteer(
        names=names,
        people=_index((known, Sense(entry, Naming.NAME)) for entry, full in people for known in full),
        surnames=_index(
            (part, Sense(entry, Naming.SURNAME)) for entry, full in people for part in _surnames(entry, full)
        ),
        lengths=_lengths(names),
        acronyms=frozenset(
            {known for name, known, _ in named if name.isupper()}
            - {known for name, known, _ in named if not name.isupper()}
        ),
        by_iri={entry.iri: entry for entry in vocabulary.entities},
    )


def _namings(entry: EntityEntry) -> Iterable[tuple[Naming, Iterable[str]]]:
    """How an entry is named, the most telling way first."""
    return (
        (Naming.SEAT, entry.seats),
        (Naming.NAME, (*entry.names, *(() if entry.label in entry.weak_names else (entry.label,)))),
        (Naming.WEAK, entry.weak_names),
        (Naming.DEMONYM, entry.adjectives),
        (Naming.NATIONAL, entry.nationals),
        (Naming.CAPITAL, entry.capitals),
    )


def _full_names(entry: EntityEntry) -> list[str]:
    return sorted({entry.label, *entry.names, *entry.weak_names})


def _surnames(entry: EntityEntry, full: Iterable[str]) -> Iterable[str]:
    """The last word of a person's names, which may be two ("bin Laden"), or the first, where surnames come first."""
    parts: dict[str, None] = {}
    for name in full:
        words = name.split()
        parts[words[-1]] = parts[" ".join(words[-2:])] = None
        if entry.country in _SURNAME_FIRST:
            parts[words[0]] = None
    return parts


def _lengths(names: Iterable[str]) -> dict[str, int]:
    """The most words of a name, by its first word."""
    longest: dict[str, int] = {}
    for name in names:
        words = name.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def _by_sound(index: Mapping[str, Senses], types: Container[str]) -> dict[str, Senses]:
    """The senses of some types of entities, by the sound of their names."""
    fitting = {name: [each for each in senses if each.entry.type in types] for name, senses in index.items()}
    heard = zip(sounds(fitting), fitting.values(), strict=True)
    return _index((spoken, each) for spoken, senses in heard for each in senses)


def _index(pairs: Iterable[tuple[str, Sense]]) -> dict[str, Senses]:
    """Senses by name; an entity has each name once, in the most telling way."""
    found: dict[str, dict[str, Sense]] = {}
    for name, sense in pairs:
        if name:
            found.setdefault(name, {}).setdefault(sense.entry.iri, sense)
    return {name: tuple(senses.values()) for name, senses in found.items()}
