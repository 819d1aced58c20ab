"""Who says what: sources, reported words and chains of holders."""

from __future__ import annotations

import pytest

from kgraph.model.statement import Statement
from kgraph.pipeline import Pipeline
from tests.statements import read


def _reports(pipeline: Pipeline, text: str) -> list[tuple[str, str, list[str]]]:
    return [
        (
            s.subject.text if s.subject else "-",
            s.predicate.lemma,
            [span.of(text).rstrip(",.") for span in s.content.spans],
        )
        for s in read(pipeline, text).statements
        if s.content is not None
    ]


def _statement(pipeline: Pipeline, text: str, lemma: str) -> Statement:
    return next(s for s in read(pipeline, text).statements if s.predicate.lemma == lemma)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor said that the bridge had collapsed.",
            ("The mayor", "say", ["that the bridge had collapsed"]),
        ),
        ("“The bridge has collapsed,” the mayor said.", ("the mayor", "say", ["The bridge has collapsed"])),
        ('"The bridge has collapsed," said the mayor.', ("the mayor", "say", ["The bridge has collapsed"])),
        ("The mayor told reporters, “The bridge has collapsed.”", ("The mayor", "tell", ["The bridge has collapsed"])),
        ("The bridge, officials say, has collapsed.", ("officials", "say", ["The bridge", "has collapsed"])),
        (
            "The bridge has collapsed, according to the mayor.",
            ("the mayor", "according to", ["The bridge has collapsed"]),
        ),
        ("The union wants to end the strike.", ("The union", "want", ["to end the strike"])),
        (
            "The senator is skeptical that the deal will hold.",
            ("The senator", "be", ["that the deal will hold"]),
        ),
    ],
)
def test_report(pipeline: Pipeline, text: str, expected: tuple[str, str, list[str]]) -> None:
    assert expected in _reports(pipeline, text)


def test_quotation_runs_over_sentences(pipeline: Pipeline) -> None:
    text = "“The bridge has collapsed,” the mayor said. “Rescuers are working. Nobody died.”"
    rescue = _statement(pipeline, text, "work")
    assert [a.source.text for a in rescue.attributed_to if a.source] == ["the mayor"]


def test_quotation_runs_into_the_next_paragraph(pipeline: Pipeline) -> None:
    text = "“The bridge has collapsed,” the mayor said. “Rescuers are working.\n\n“They found survivors.”"
    assert [a.source.text for a in _statement(pipeline, text, "find").attributed_to if a.source] == ["the mayor"]


def test_chain_is_outermost_first(pipeline: Pipeline) -> None:
    text = "The envoy said that Iran believes that the talks failed."
    chain = _statement(pipeline, text, "fail").attributed_to
    assert [a.source.text for a in chain if a.source] == ["The envoy", "Iran"]


def test_words_of_the_writer_have_no_holder(pipeline: Pipeline) -> None:
    assert _statement(pipeline, "The bridge collapsed, the mayor said.", "say").attributed_to == ()
    assert _statement(pipeline, "The army attacked the town. A man said so.", "attack").attributed_to == ()


def test_scare_quotes_are_no_speech(pipeline: Pipeline) -> None:
    assert _reports(pipeline, "The so-called “referendum” took place on Sunday.") == []
