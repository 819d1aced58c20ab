"""The scorer itself, on statements made by hand."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from kgraph.model.document import Document, Span
from kgraph.model.parsed import ModelInfo
from kgraph.model.statement import (
    Argument,
    Attribution,
    Factuality,
    Mention,
    MentionKind,
    Predicate,
    Reading,
    Statement,
    Time,
)
from tests.quality.corpus import Gold, Text, load, parse
from tests.quality.score import Figure, Scored, same, score


def mention(words: str, label: str | None = None) -> Mention:
    return Mention(Span(0, 0), words, words, MentionKind.NOMINAL, label=label)


SEND = Statement(
    "1",
    "x",
    Span(0, 9),
    mention("Chad"),
    Predicate(Span(0, 1), "sent", "send", ""),
    mention("two tents"),
    (Argument("recipient", "to", mention("the Malian army")),),
    factuality=Factuality(future=True),
    attributed_to=(Attribution("2", mention("the envoy, who resigned")),),
    time=Time(Span(0, 1), "Monday", "2020-01-06"),
)
LINE = "Chad | send | tents | to: Malian army; by: The envoy; mood: future; time: 2020-01-06"


def scored(gold: str, *read: Statement) -> Scored:
    document = Document("x", "")
    text = Text(document, tuple(map(parse, gold.splitlines())))
    return score([text], [Reading(document, ModelInfo("m", "1"), read, ())])


def figures(gold: str, *read: Statement) -> dict[str, Figure]:
    return {name: figure for name, figure in scored(gold, *read).figures.items() if figure != Figure(0, 0, 0)}


def test_all_right() -> None:
    found = scored(LINE, SEND)
    assert set(found.figures) == {"statements", "holders", "factuality", "times", "arguments"}
    assert {(figure.precision, figure.recall, figure.f1) for figure in found.figures.values()} == {(1, 1, 1)}
    assert found.errors == ()


@pytest.mark.parametrize(
    ("change", "name", "figure"),
    [
        (replace(SEND, attributed_to=()), "holders", Figure(1, 0, 0)),
        (replace(SEND, attributed_to=(*SEND.attributed_to, *SEND.attributed_to)), "holders", Figure(1, 1, 0)),
        (replace(SEND, factuality=Factuality(negated=True, future=True)), "factuality", Figure(1, 2, 1)),
        (replace(SEND, factuality=Factuality()), "factuality", Figure(1, 0, 0)),
        (replace(SEND, time=None), "times", Figure(1, 0, 0)),
        (replace(SEND, time=Time(Span(0, 1), "Monday", "2020-01-13")), "times", Figure(1, 1, 0)),
        (replace(SEND, arguments=()), "arguments", Figure(1, 0, 0)),
    ],
)
def test_a_wrong_detail(change: Statement, name: str, figure: Figure) -> None:
    found = figures(LINE, change)
    assert found["statements"] == Figure(1, 1, 1)
    assert found[name] == figure


def test_missed_and_read_in_vain() -> None:
    other = replace(SEND, id="3", object=mention("a letter"))
    assert figures(LINE, other)["statements"] == Figure(1, 1, 0)
    assert figures(LINE, other)["holders"] == Figure(1, 0, 0)
    assert figures(LINE, SEND, replace(SEND, id="3"))["statements"] == Figure(1, 2, 1)


def test_what_is_optional_counts_neither_way() -> None:
    assert figures(f"? {LINE}", SEND) == {}
    assert figures(f"? {LINE}") == {}


def test_what_is_left_open_is_not_counted() -> None:
    assert set(figures("Chad | send | tents | by: ?; mood: ?; time: 2020-01-06", SEND)) == {"statements", "times"}


def test_a_link_is_right_if_it_names_the_entity() -> None:
    gold = "it = Chad | send | tents | by: ?; mood: ?"
    for label, figure in (("Chad", Figure(1, 1, 1)), ("Mali", Figure(1, 1, 0)), (None, Figure(1, 0, 0))):
        assert figures(gold, replace(SEND, subject=mention("it", label)))["links"] == figure


@pytest.mark.parametrize(
    ("words", "wanted", "expected"),
    [
        ("the minister", "The minister", True),
        ("the foreign minister", "the minister", True),
        ("the Malian army’s chief", "the chief", False),
        ("an embassy in Oslo", "an embassy", True),
        ("the envoy, who resigned", "the envoy", True),
        ("France", "the president of France", False),
        ("", "", True),
        ("Chad", "", False),
    ],
)
def test_same(words: str, wanted: str, expected: bool) -> None:
    assert same(words, wanted) is expected


def test_a_corpus_file(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("# A note.\n\n= a 2020-01-07\n> One.\n>\n> Two.\n- | rain | - / it\n", "utf-8")
    (text,) = load(tmp_path)
    assert text.document == Document("a", "One.\n\nTwo.", datetime.date(2020, 1, 7))
    assert text.gold == (Gold(("",), ("rain",), ("", "it"), line="- | rain | - / it"),)


@pytest.mark.parametrize("line", ["Chad | send", "Chad | send | tents | Mali", "Chad |  | tents", "a | b | c | d | e"])
def test_a_malformed_line_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "one.txt").write_text(f"= a 2020-01-07\n> One.\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match=r"one\.txt:3: "):
        load(tmp_path)
