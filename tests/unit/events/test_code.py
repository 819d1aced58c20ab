"""Political acts: triggers, event types and parties."""

from __future__ import annotations

import pytest

from kgraph.pipeline import Pipeline
from tests.statements import read


@pytest.mark.parametrize(
    ("text", "lemma", "type_"),
    [
        ("Russia criticized the U.S. decision.", "criticize", "ACCUSE"),
        ("The United States will send HIMARS to Ukraine.", "send", "AID"),
        ("Iran rejected the proposal.", "reject", "REJECT"),
        ("France praised Chad.", "praise", "SUPPORT"),
        ("The army attacked the village.", "attack", "ASSAULT"),
    ],
)
def test_act_is_coded(pipeline: Pipeline, text: str, lemma: str, type_: str) -> None:
    found = [s.event.type for s in read(pipeline, text).statements if s.predicate.lemma == lemma and s.event]
    assert found == [type_]


@pytest.mark.parametrize("text", ["The minister said so.", "Rain fell in Paris.", "The book is red."])
def test_what_is_no_political_act_gets_no_event(pipeline: Pipeline, text: str) -> None:
    assert [s.event for s in read(pipeline, text).statements if s.event] == []


def test_parties_carry_their_country(pipeline: Pipeline) -> None:
    event = read(pipeline, "The United States will send rockets to Ukraine.").statements[0].event
    assert event is not None
    assert [party.country for party in event.actors] == ["USA"]
    assert [party.country for party in event.recipients] == ["UKR"]


def test_unknown_verb_keeps_an_open_predicate(pipeline: Pipeline) -> None:
    statement = read(pipeline, "Poland zigzagged the border.").statements[0]
    assert statement.event is None
    assert statement.predicate.iri.endswith("/predicate/" + statement.predicate.lemma)
