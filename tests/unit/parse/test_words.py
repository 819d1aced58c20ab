"""Words are those of the pipeline's own tokenizer."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

from kgraph.parse import DEFAULT_MODEL
from kgraph.parse.words import Splitter


def _tokenizer(nlp: Language) -> Tokenizer:
    assert isinstance(nlp.tokenizer, Tokenizer)
    return nlp.tokenizer


ENGLISH = spacy.load(DEFAULT_MODEL)
SPLITTER = Splitter(ENGLISH)

exceptions = st.sampled_from(sorted(_tokenizer(ENGLISH).rules))
odd = st.sampled_from(
    ["(U.S.)", "''", "\u201cNo,\u201d", "$5m", "km", "10km", "Kyiv's", "\u2019s", "...", "a-b/c", "x@y.z"]
)
joints = st.sampled_from(["", " ", "  ", "\n", "\t", "\u00a0", "\u2028"])
texts = st.lists(st.tuples(exceptions | odd | st.text(max_size=3), joints), max_size=8).map(
    lambda parts: "".join(word + joint for word, joint in parts)
)


def expected(nlp: Language, text: str) -> list[tuple[str, int, bool]]:
    tokens = [token for token in nlp.tokenizer(text) if not token.is_space]
    return [(token.text, token.idx, bool(token.whitespace_)) for token in tokens]


@given(texts)
def test_words_are_those_of_the_tokenizer(text: str) -> None:
    assert list(zip(*SPLITTER(text), strict=True)) == expected(ENGLISH, text)


@pytest.mark.parametrize("text", ["", " ", "He said ''No.'' ''Yes,'' she said.", "A smile : ) and :) again", "c' est"])
def test_exceptions_across_white_space(text: str) -> None:
    assert list(zip(*SPLITTER(text), strict=True)) == expected(ENGLISH, text)


def test_an_exception_with_a_space_is_kept_whole() -> None:
    nlp = spacy.blank("en")
    _tokenizer(nlp).add_special_case("New York", [{"ORTH": "New York"}])
    assert list(zip(*Splitter(nlp)("In New York today"), strict=True)) == expected(nlp, "In New York today")


def test_words_come_again() -> None:
    splitter = Splitter(spacy.blank("en"))
    assert splitter("the U.S., again") == splitter("the U.S., again")
