"""Who holds which office, from titles and appositions."""

from __future__ import annotations

import pytest

from kgraph.pipeline import Pipeline
from tests.statements import read

CASES = [
    ("Russian Foreign Minister Ivan Petrov spoke.", ("Ivan Petrov", "Foreign Minister", ["Russian"])),
    ("German Chancellor Anna Weber resigned.", ("Anna Weber", "Chancellor", ["German"])),
    ("U.S. President John Carter spoke.", ("John Carter", "President", ["U.S."])),
    ("Defense Minister Ingrid Olsen said so.", ("Ingrid Olsen", "Defense Minister", [])),
    ("Jens Olsen, the Norwegian defense minister, resigned.", ("Jens Olsen", "defense minister", ["Norwegian"])),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_holding(pipeline: Pipeline, text: str, expected: tuple[str, str, list[str]]) -> None:
    found = [
        (s.subject.text, s.object.text, [a.filler.text for a in s.arguments])
        for s in read(pipeline, text).statements
        if s.predicate.iri.endswith("holdsOffice") and s.subject and s.object
    ]
    assert found == [expected]


def test_former_offices_are_not_held(pipeline: Pipeline) -> None:
    statements = read(pipeline, "Former German Chancellor Anna Weber spoke.").statements
    assert not [s for s in statements if s.predicate.lemma == "hold office"]
