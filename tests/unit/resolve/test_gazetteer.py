"""How entries are found by name."""

from __future__ import annotations

from kgraph.model.vocabulary import EntityEntry, Vocabulary
from kgraph.resolve.gazetteer import Gazetteer, Naming, gazetteer

ENTRIES = (
    EntityEntry("NOR", "Norland", "State", ("Norland",), adjectives=("Norlandic",), capitals=("Kievo",), country="NOR"),
    EntityEntry("who", "WHO", "Organization", ("WHO", "World Health Organization")),
    EntityEntry("gov", "Government of Norland", "Government", ("Red House",), seats=("Red House",), country="NOR"),
    EntityEntry("a", "Anna Zelensky", "Person", ("Anna Zelensky",)),
    EntityEntry("b", "Xi Wei", "Person", ("Xi Wei",), country="CHN"),
)


def known() -> Gazetteer:
    return gazetteer(Vocabulary("1", {}, (), ENTRIES))


def naming(name: str) -> list[tuple[str, Naming]]:
    return [(sense.entry.iri, sense.naming) for sense in known().called(name)]


def test_a_name_tells_how_it_means_its_entity() -> None:
    assert naming("the Norland") == [("NOR", Naming.NAME)]
    assert naming("Norlandic") == [("NOR", Naming.DEMONYM)]
    assert naming("Kievo") == [("NOR", Naming.CAPITAL)]
    assert naming("Red House") == [("gov", Naming.SEAT)]
    assert naming("Nowhere") == []


def test_persons_are_apart_and_found_by_the_surname_wherever_it_stands() -> None:
    assert naming("Anna Zelensky") == []
    assert [sense.entry.iri for sense in known().surnamed("Zelenskyy")] == ["a"]
    assert [sense.entry.iri for sense in known().surnamed("Xi")] == ["b"]
    assert known().surnamed("Anna") == ()


def test_only_places_are_found_by_another_transliteration() -> None:
    assert [sense.naming for sense in known().sounding("Kyivo")] == [Naming.VARIANT]
    assert known().sounding("Woo") == ()


def test_acronyms_are_told_apart() -> None:
    assert known().acronyms == {"who"}
    assert known().lengths["world"] == 3


def test_nobody_is_found_where_nobody_is_known() -> None:
    nobody = gazetteer(Vocabulary("1", {}, (), ()))
    assert nobody.surnamed("Zelensky") == ()
    assert nobody.sounding("Kyivo") == ()
