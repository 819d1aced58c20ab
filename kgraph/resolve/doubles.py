"""One person whom the sources hold under several names.

Two who hold an office of the same title on one day are one if they have one
name, or if it is the same state's and their surnames differ by transliteration
only ("Lukashenko", "Lukashenka"): a state has but one head at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kgraph.model.vocabulary import EntityEntry
from kgraph.resolve.names import key, skeleton


def united(people: Iterable[EntityEntry]) -> list[EntityEntry]:
    """Each of the holders of one office on one day once, by the entry that is linked elsewhere, or tells most."""
    return _best(_best(people, lambda entry: key(entry.label)), _surname)


def _surname(entry: EntityEntry) -> str:
    return f"{entry.country} {skeleton(key(entry.label).split()[-1])}"


def _best(people: Iterable[EntityEntry], group: Callable[[EntityEntry], str]) -> list[EntityEntry]:
    best: dict[str, EntityEntry] = {}
    for entry in people:
        name = group(entry)
        best[name] = min(best.get(name, entry), entry, key=_rank)
    return list(best.values())


def _rank(entry: EntityEntry) -> tuple[bool, int, int, str]:
    return not entry.same_as, -len(key(entry.label).split()), -len(entry.names), entry.iri
