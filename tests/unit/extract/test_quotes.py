"""Quotation marks of every kind, and what stands between them."""

from __future__ import annotations

import pytest

from kgraph.extract.quotes import quotations
from kgraph.pipeline import Pipeline
from tests.statements import read, sentence

SAID = [
    '"{}," she said.',
    "“{},” she said.",
    "„{},“ she said.",
    "«{}», she said.",
    "``{},'' she said.",
    "''{},'' she said.",
    '“{}," she said.',
    '"{},” she said.',
    "”{},” she said.",
    'She said: "{}."',
    "She said, “{}.”",
]


def found(text: str) -> list[tuple[str, bool]]:
    """The quotations of a text whose paragraphs stand on lines of their own, and whether their end is missing."""
    sentences, offset = [], 0
    for number, line in enumerate(text.split("\n")):
        made = sentence(*(f"{word} NN NOUN ROOT {i}" for i, word in enumerate(line.split())))
        moved = tuple(t._replace(start=t.start + offset, end=t.end + offset) for t in made.tokens)
        sentences.append(type(made)(moved, (), number))
        offset += len(line) + 1
    return [(quotation.span.of(text), quotation.open_ended) for quotation in quotations(sentences, text)]


@pytest.mark.parametrize("frame", SAID)
def test_every_kind_of_mark_makes_a_quotation(frame: str) -> None:
    ((words, open_ended),) = found(frame.format("The road is closed"))
    assert words.rstrip(",.") == "The road is closed"
    assert not open_ended


@pytest.mark.parametrize("frame", SAID)
def test_what_stands_in_the_marks_is_what_is_said(pipeline: Pipeline, frame: str) -> None:
    closed = [s for s in read(pipeline, frame.format("The army closed the road")).statements if s.object is not None]
    assert [s.predicate.lemma for s in closed] == ["close"]
    assert [link.source.text.lower() for s in closed for link in s.attributed_to if link.source] == ["she"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No marks here .", []),
        ("“One,” she said. “Two.”", [("One,", False), ("Two.", False)]),
        ("He won’t sign the boys’ letter .", []),
        ("The '90s were 'better' .", []),
        ("“Not ‘never’ but later .”", [("Not ‘never’ but later .", False)]),
    ],
)
def test_quotations_of_a_paragraph(text: str, expected: list[tuple[str, bool]]) -> None:
    assert found(text) == expected


def test_a_quotation_without_an_end_runs_to_the_end_of_its_paragraph() -> None:
    assert found("“We left.\n“They stayed.” He sat.") == [("We left.", True), ("They stayed.", False)]


def test_no_quotation_runs_over_a_paragraph() -> None:
    assert found("He called it “odd .\nNobody spoke .") == [("odd .", True)]
