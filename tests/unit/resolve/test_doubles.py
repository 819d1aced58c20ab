"""Which holders of one office are one person."""

from __future__ import annotations

from kgraph.model.vocabulary import EntityEntry
from kgraph.resolve.doubles import united


def person(iri: str, label: str, country: str, *same_as: str) -> EntityEntry:
    return EntityEntry(iri, label, "Person", (label,), country=country, same_as=same_as)


def test_one_name_is_one_person_whatever_the_state() -> None:
    linked = person("b", "Anna Weber", "FRA", "wd:Q1")
    assert united([person("a", "Anna Weber", "NCL"), linked]) == [linked]


def test_surnames_of_one_state_are_compared_by_transliteration() -> None:
    full, short = person("a", "Anna Sergeyenko", "BLR"), person("b", "Sergeyenka", "BLR")
    assert united([short, full]) == [full]
    assert len(united([full, person("b", "Sergeyenka", "UKR")])) == 2


def test_two_names_are_two_persons() -> None:
    assert len(united([person("a", "Anna Weber", "DEU"), person("b", "Otto Schmidt", "DEU")])) == 2
