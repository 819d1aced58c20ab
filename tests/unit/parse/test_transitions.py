"""The components of a pipeline say the same of a group of paragraphs as they say by themselves."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kgraph.parse import DEFAULT_MODEL
from kgraph.parse.transitions import annotate, groups
from tests.quality.corpus import load


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(DEFAULT_MODEL)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [line for text in load() for line in text.document.text.splitlines() if line]


def said(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.tag_, t.head.i, t.dep_, t.ent_iob_, t.ent_type_, t.is_sent_start) for t in doc]


def test_a_group_is_annotated_as_by_the_pipeline(nlp: Language, texts: list[str]) -> None:
    assert list(map(said, annotate(nlp, list(map(nlp.make_doc, texts))))) == list(map(said, nlp.pipe(texts)))


def test_boundaries_that_are_set_before_stay(nlp: Language) -> None:
    doc = nlp.make_doc("The talks failed and the envoys left.")
    doc[4].is_sent_start = True
    (parsed,) = annotate(nlp, [doc])
    assert [sent.start for sent in parsed.sents] == [0, 4]


@pytest.mark.parametrize("texts", [["", "Chad left.", ""], [""], []])
def test_paragraphs_without_a_word_are_no_trouble(nlp: Language, texts: list[str]) -> None:
    assert [doc.text for doc in annotate(nlp, list(map(nlp.make_doc, texts)))] == texts


def test_components_of_other_kinds_take_part() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("doc_cleaner")
    (doc,) = annotate(nlp, [nlp.make_doc("Chad left. Mali stayed.")])
    assert len(list(doc.sents)) == 2


def test_groups_are_bounded_and_hold_every_paragraph_in_order() -> None:
    sizes = [700, 200, 150, 5_000, 0, 10, 995]
    assert list(groups(sizes, lambda size: size)) == [[700, 200], [150], [5_000], [0, 10], [995]]


def test_nothing_makes_no_group() -> None:
    assert not list(groups([], len))
