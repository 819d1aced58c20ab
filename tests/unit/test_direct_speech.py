"""Which quotations are utterances of their own, and how they join their frames."""

from __future__ import annotations

import pytest

from kgraph.direct_speech import Utterance, boundaries, utterances
from kgraph.pipeline import Pipeline
from tests.statements import read


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“ We won , ” she said .", [(0, 4)]),
        ("She said : “ We won . ”", [(3, 7)]),
        ("She said , “ We won . ”", [(3, 7)]),
        ("“ We won , ” she said , “ and they lost . ”", [(0, 4), (8, 13)]),
        ("“ We won ” , she said .", [(0, 4)]),
        ("She called it “ a shame , ” and left .", []),
        ("She said the vote was “ rigged . ”", []),
        ("“ We won , she said .", []),
        ("No marks .", []),
    ],
)
def test_utterances_are_told_by_the_punctuation_around_them(words: str, expected: list[tuple[int, int]]) -> None:
    assert utterances(words.split()) == [Utterance(*each) for each in expected]


def test_speech_and_frame_begin_sentences_of_their_own() -> None:
    words = ["“", "We", "won", ",", "”", "she", "said", "."]
    found = boundaries(utterances(words), len(words))
    assert [position for position, begins in found.items() if begins] == [0, 5]


@pytest.mark.parametrize(
    ("text", "speaker", "lemma"),
    [
        ('"We will help Chad," said Otto Brandt.', "Otto Brandt", "help"),
        ("“Has Spain sent troops?” he asked the mayor.", "he", "send"),
        ("The army shelled the town, telling reporters: “The rebels left.”", "The army", "leave"),
        ("“We lost,” she said, “and the war ended.”", "she", "end"),
    ],
)
def test_what_is_said_hangs_on_the_verb_of_its_frame(pipeline: Pipeline, text: str, speaker: str, lemma: str) -> None:
    said = next(s for s in read(pipeline, text).statements if s.predicate.lemma == lemma)
    assert [link.source.text for link in said.attributed_to if link.source] == [speaker]
