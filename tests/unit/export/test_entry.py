"""Entries found by what people call them, and explained."""

from __future__ import annotations

import pytest

from kgraph.errors import UsageError
from kgraph.export.entry import Context, explained
from kgraph.model.identifiers import ENTITY, ONTOLOGY
from kgraph.model.vocabulary import Vocabulary
from kgraph.ontology.entries import find
from kgraph.ontology.load import gathered, sources_of


@pytest.fixture(scope="module")
def context(vocabulary: Vocabulary) -> Context:
    return Context(vocabulary, gathered(sources_of()))


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("criticizes", ONTOLOGY + "criticizes"),
        ("kg:criticizes", ONTOLOGY + "criticizes"),
        (ONTOLOGY + "criticizes", ONTOLOGY + "criticizes"),
        ("lash out at", ONTOLOGY + "criticizes"),
        ("ACCUSE", ONTOLOGY + "ACCUSE"),
        ("NATO", ENTITY + "org-nato"),
        ("nato", ENTITY + "org-nato"),
        ("Norway", ENTITY + "NOR"),
        ("NOR", ENTITY + "NOR"),
        ("Kremlin", ENTITY + "gov-RUS"),
        ("foreign minister of Russia", ENTITY + "office-RUS-minister-of-foreign-affairs"),
    ],
)
def test_an_entry_is_found_by_what_it_is_called(vocabulary: Vocabulary, name: str, iri: str) -> None:
    assert iri in {entry.iri for entry in find(name, vocabulary)}


def test_a_person_is_found_by_the_surname(vocabulary: Vocabulary) -> None:
    assert any(entry.label == "Sergey Lavrov" for entry in find("Lavrov", vocabulary))


def test_an_unknown_name_is_told_with_near_ones(vocabulary: Vocabulary) -> None:
    with pytest.raises(UsageError, match=r"no entry 'critcizes'; did you mean 'criticizes'"):
        find("critcizes", vocabulary)
    with pytest.raises(UsageError, match="nothing is called alike"):
        find("qqqqqq", vocabulary)


def test_a_name_of_too_many_is_refused(vocabulary: Vocabulary) -> None:
    with pytest.raises(UsageError, match=r"'prime minister' means \d+ entries; name one: "):
        find("prime minister", vocabulary)


def words(name: str, context: Context) -> str:
    """The explanation as one line, however it is wrapped."""
    return " ".join("".join(explained(find(name, context.vocabulary), context)).split())


def test_a_predicate_is_explained(context: Context) -> None:
    told = words("criticizes", context)
    for part in (
        "criticizes: predicate",
        "Finds fault",
        "ACCUSE",
        "disapprove",
        "verb triggers",
        "says it",
        "accuse.ttl:",
    ):
        assert part in told


def test_an_event_type_is_explained(context: Context) -> None:
    told = words("ACCUSE", context)
    for part in ("accuse: event type", "verbal conflict", "modes allege", "criticizes", "types.ttl:"):
        assert part in told


def test_an_organisation_is_explained(context: Context) -> None:
    told = words("NATO", context)
    for part in (
        "< Organization < Actor",
        "North Atlantic Treaty Organization",
        "kind IGO",
        "Norway",
        "organisations.ttl:",
    ):
        assert part in told


def test_a_person_is_explained_with_offices_and_dates(context: Context) -> None:
    told = words("Sergey Lavrov", context)
    assert "class Person < Actor" in told
    assert "country Russia (RUS)" in told
    assert "Minister of Foreign Affairs of Russia, from 2004-03-09" in told
    assert "http://www.wikidata.org/entity/" in told


def test_an_office_is_explained_with_its_holders(context: Context) -> None:
    told = words("foreign minister of Russia", context)
    assert "held by Sergey Lavrov, from 2004-03-09" in told


def test_lines_fit(context: Context) -> None:
    lines = [
        line for name in ("criticizes", "NATO", "Norway") for line in explained(find(name, context.vocabulary), context)
    ]
    assert max(map(len, lines)) <= 103
