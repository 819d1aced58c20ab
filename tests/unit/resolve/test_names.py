"""Which spellings are one name."""

from __future__ import annotations

import pytest

from kgraph.resolve.names import key, plain, same_given, skeleton, sound, sounds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.", "US"),
        ("the U.N.", "UN"),
        ("Côte d’Ivoire's", "Cote d'Ivoire"),
        ("Guinea-Bissau", "Guinea Bissau"),
        ("RUSSIA", "Russia"),
        ("the Netherlands’", "Netherlands"),
        ("Tromsø", "Tromso"),
    ],
)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("Niger", "Nigeria"), ("Iran", "Iraq"), ("Austria", "Australia")])
def test_different_names_share_neither_key_nor_sound(one: str, other: str) -> None:
    assert key(one) != key(other)
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    "names",
    [
        ("Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyi"),
        ("Sergei", "Sergey"),
        ("Odesa", "Odessa"),
        ("Kyiv", "Kiev"),
        ("Muhammad", "Mohammed", "Mohamed", "Mohammad"),
        ("Gaddafi", "Qaddafi", "Gadhafi", "Kadafi", "Qadhafi"),
        ("Yevgeny", "Evgeny"),
        ("Soleimani", "Suleimani"),
        ("Schroeder", "Schröder"),
        ("Yanukovich", "Yanukovych"),
    ],
)
def test_transliterations_sound_the_same(names: tuple[str, ...]) -> None:
    assert len({sound(name) for name in names}) == 1


@pytest.mark.parametrize(("one", "other"), [("Sergey", "Serhii"), ("Vladimir", "Volodymyr"), ("J.", "Joe")])
def test_given_names_of_one_person(one: str, other: str) -> None:
    assert same_given(one, other)


@pytest.mark.parametrize(("one", "other"), [("Boris", "Jo"), ("George", "Barbara"), ("A.", "Boris")])
def test_given_names_of_two(one: str, other: str) -> None:
    assert not same_given(one, other)


def test_a_skeleton_has_no_vowels() -> None:
    assert skeleton("Oleksandr") == skeleton("Alexander")
    assert set(skeleton("Volodymyr")).isdisjoint("aeiou")


def test_a_plain_name_is_on_one_line_and_owns_nothing() -> None:
    assert plain("Anna\n Weber’s") == "Anna Weber"


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_many_names_sound_as_each_does_alone(count: int) -> None:
    names = ["", "abdullah", "yevgeny", "sayyid ahmad", "h", "y", "ibn saud"][:count]
    assert sounds(names) == [sound(name) for name in names]
