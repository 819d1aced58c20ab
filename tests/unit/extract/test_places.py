"""Where statements are placed, apart from who takes part."""

from __future__ import annotations

import pytest

from kgraph.pipeline import Pipeline
from tests.statements import read

CASES = [
    ("The minister spoke in Washington.", "Washington"),
    ("Guards clashed at the Polish border.", "the Polish border"),
    ("Troops fought near Kharkiv.", "Kharkiv"),
    ("The leaders met in the capital.", "the capital"),
    ("A plane crashed over the Black Sea.", "the Black Sea"),
    ("France lashed out at Russia.", None),
    ("The drone was aimed at Poland.", None),
    ("The minister spoke in the evening.", None),
    ("The leaders met at the summit.", None),
    ("She spoke about Norway.", None),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_place_of_a_statement(pipeline: Pipeline, text: str, expected: str | None) -> None:
    place = read(pipeline, text).statements[0].place
    assert (place and place.text) == expected


def test_what_is_no_place_stays_an_argument(pipeline: Pipeline) -> None:
    statement = read(pipeline, "France lashed out at Russia.").statements[0]
    assert [(a.marker, a.filler.text) for a in statement.arguments] == [("at", "Russia")]
