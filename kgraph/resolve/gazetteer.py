"""The known entities, indexed by every name that news gives them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kgraph.model.vocabulary import EntityEntry, Vocabulary


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Entity entries by name; only names that mean one entity are in it.

    Attributes:
        names: By strong and weak names.
        adjectives: By demonyms as modifiers ("Russian").
        nationals: By demonyms as nouns ("Russians").
        capitals: By the name of the capital.
    """

    names: Mapping[str, EntityEntry]
    adjectives: Mapping[str, EntityEntry]
    nationals: Mapping[str, EntityEntry]
    capitals: Mapping[str, EntityEntry]


def gazetteer(vocabulary: Vocabulary) -> Gazetteer:
    """Indexes a vocabulary's entities; a strong name beats a weak one, an ambiguous name is left out."""
    entries = vocabulary.entities
    strong = _index((name, e) for e in entries for name in {*e.names, e.label} - {*e.weak_names})
    weak = _index((name, e) for e in entries for name in e.weak_names)
    return Gazetteer(
        names={**weak, **strong},
        adjectives=_index((name, e) for e in entries for name in e.adjectives),
        nationals=_index((name, e) for e in entries for name in e.nationals),
        capitals=_index((name, e) for e in entries for name in e.capitals),
    )


def _index(pairs: Iterable[tuple[str, EntityEntry]]) -> dict[str, EntityEntry]:
    found: dict[str, EntityEntry | None] = {}
    for name, entry in pairs:
        found[name] = None if found.get(name, entry) is not entry else entry
    return {name: entry for name, entry in found.items() if entry is not None}
