"""What is denied, unsure, still to come or only wanted."""

from __future__ import annotations

import pytest

from kgraph.pipeline import Pipeline
from tests.statements import mood, read

CASES = [
    ("Russia attacked the town.", "attack", ""),
    ("Russia did not attack the town.", "attack", "negated"),
    ("Russia never attacked the town.", "attack", "negated"),
    ("No country recognized the government.", "recognize", "negated"),
    ("Nobody signed the treaty.", "sign", "negated"),
    ("The army failed to capture the town.", "capture", "negated"),
    ("The army managed to capture the town.", "capture", ""),
    ("The army did not manage to capture the town.", "capture", "negated"),
    ("The minister refused to sign the treaty.", "sign", "negated"),
    ("Spain will send troops.", "send", "future"),
    ("Spain may send troops.", "send", "possible"),
    ("Spain probably sent troops.", "send", "probable"),
    ("Spain allegedly sent troops.", "send", "possible"),
    ("Spain promised to send troops.", "send", "future promised"),
    ("Spain plans to send troops.", "send", "future planned"),
    ("Spain wants to send troops.", "send", "unknown future desired"),
    ("Spain urged Chad to send troops.", "send", "unknown future demanded"),
    ("If Spain sends troops, the war ends.", "send", "unknown conditional"),
    ("Did Spain send troops?", "send", "unknown questioned"),
    ("Officials denied that Spain sent troops.", "send", "negated"),
    ("Officials believe that Spain sent troops.", "send", "probable"),
    ("Officials said that Spain sent troops.", "send", ""),
    ("There is no indication that Spain sent troops.", "send", "unknown"),
    ("Spain to send troops to Chad", "send", "future planned"),
    ("Spain neither signed nor ratified the treaty.", "ratify", "negated"),
]


@pytest.mark.parametrize(("text", "lemma", "expected"), CASES)
def test_factuality(pipeline: Pipeline, text: str, lemma: str, expected: str) -> None:
    found = [mood(s.factuality) for s in read(pipeline, text).statements if s.predicate.lemma == lemma]
    assert found == [expected]


def test_the_cue_itself_is_a_fact(pipeline: Pipeline) -> None:
    found = {s.predicate.lemma: mood(s.factuality) for s in read(pipeline, "Spain promised to send troops.").statements}
    assert found["promise"] == ""
