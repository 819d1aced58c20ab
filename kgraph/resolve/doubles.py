"""One person whom the sources hold under several names.

Two who hold the same office of a state on one day, under surnames that differ
by transliteration only, are one ("Lukashenko", "Lukashenka"): a state has but
one head at a time.
"""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.model.vocabulary import EntityEntry
from kgraph.resolve.names import key, skeleton


def united(people: Iterable[EntityEntry]) -> list[EntityEntry]:
    """Each of the holders of one office on one day once, by the entry that is linked elsewhere, or tells most."""
    best: dict[tuple[str | None, str], EntityEntry] = {}
    for entry in people:
        surname = key(entry.label).split()[-1]
        group = (entry.country, skeleton(surname))
        best[group] = min(best.get(group, entry), entry, key=_rank)
    return list(best.values())


def _rank(entry: EntityEntry) -> tuple[bool, int, int, str]:
    return not entry.same_as, -len(key(entry.label).split()), -len(entry.names), entry.iri
