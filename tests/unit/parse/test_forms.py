"""Remembered forms are those that the model's own components give."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from kgraph.parse import DEFAULT_MODEL
from kgraph.parse.forms import Forms
from kgraph.spelling import whole_lemma
from tests.quality.corpus import load

ODD = [
    "There's no doubt, y'all: the talks ain't gonna fail.",
    "There are talks. There is hope. It is late, and she's got to go; let's wait.",
    "He doesn't do what he's doin', but I'd have had it done.",
    "That that is is what matters, but this isn't it.",
]


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(DEFAULT_MODEL)


@pytest.fixture(scope="module")
def lean() -> tuple[Language, Forms]:
    nlp = spacy.load(DEFAULT_MODEL)
    return nlp, Forms(nlp)


@pytest.mark.parametrize("text", [*ODD, *(text.document.text for text in load())], ids=lambda text: text[:30])
def test_forms_are_those_of_the_components(plain: Language, lean: tuple[Language, Forms], text: str) -> None:
    nlp, forms = lean
    expected = [
        (whole_lemma(t.lower_, t.lemma_) if t.pos_ == "VERB" else t.lemma_, t.tag_, t.pos_, t.dep_, t.lower_)
        for t in plain(text)
    ]
    assert forms.of(nlp(text)) == expected
    assert forms.of(nlp(text)) == expected  # now out of memory


def test_the_components_no_longer_run(lean: tuple[Language, Forms]) -> None:
    assert not {"attribute_ruler", "lemmatizer"} & set(lean[0].pipe_names)


def test_a_pipeline_whose_lemmas_depend_on_context_stays_as_it_is() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler").add(patterns=[[{"ENT_TYPE": "ORG"}]], attrs={"LEMMA": "body"})  # type: ignore[attr-defined]
    nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    Forms(nlp)
    assert nlp.pipe_names == ["attribute_ruler", "lemmatizer"]
