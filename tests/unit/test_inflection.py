"""Number of nouns by their endings."""

from __future__ import annotations

import pytest

from kgraph.inflection import plural, singular, singulars


@pytest.mark.parametrize(("one", "many"), [("attack", "attacks"), ("ally", "allies"), ("envoy", "envoys")])
def test_plural_and_singular_are_inverse(one: str, many: str) -> None:
    assert (plural(one), singular(many)) == (many, one)


def test_singular_of_men() -> None:
    assert singular("policemen") == "policeman"


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("talks", ["talks", "talk"]),
        ("buses", ["buses", "bus", "buse"]),
        ("loss", ["loss"]),
        ("allies", ["allies", "ally", "alli", "allie"]),
    ],
)
def test_singulars_begin_with_the_word_itself(word: str, wanted: list[str]) -> None:
    assert [*singulars(word)] == wanted
