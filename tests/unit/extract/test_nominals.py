"""Nouns that say what verbs say, with their participants."""

from __future__ import annotations

import pytest

from kgraph.lexicon.load import load
from kgraph.model.statement import MentionKind, Statement
from kgraph.pipeline import Pipeline
from tests.statements import core, read

SAID = [
    # genitives and "of"
    ("The army's capture of the town angered Chad.", "The army | capture | the town"),
    ("The mayor's arrest angered Chad.", "- | arrest | The mayor"),
    ("The mayor's arrest by police angered Chad.", "police | arrest | The mayor"),
    ("The arrival of the envoy pleased Chad.", "the envoy | arrive | -"),
    ("The resignation of the minister pleased Chad.", "the minister | resign | -"),
    ("The withdrawal of troops pleased Chad.", "- | withdraw | troops"),
    ("The withdrawal of Spain pleased Chad.", "Spain | withdraw | -"),
    ("Spain's withdrawal of troops pleased Chad.", "Spain | withdraw | troops"),
    ("The party's nomination of the senator pleased Chad.", "The party | nominate | the senator"),
    ("The rebels, whose attack on the port failed, fled.", "The rebels | attack | the port"),
    # adjectives and compounds
    ("The Russian blockade of the port angered Chad.", "Russian | blockade | the port"),
    ("U.S. military aid to Ukraine has grown.", "U.S. | aid | Ukraine"),
    ("Russian troop withdrawals pleased Chad.", "Russian | withdraw | troop"),
    ("The police raid on the mosque angered Chad.", "police | raid | the mosque"),
    ("The plant closures angered Chad.", "- | close | plant"),
    # prepositions
    ("Lavrov's visit to Saudi Arabia pleased Chad.", "Lavrov | visit | Saudi Arabia"),
    ("An attack by rebels on the town angered Chad.", "rebels | attack | the town"),
    ("Criticism from Portugal annoyed Chad.", "Portugal | criticize | -"),
    ("Overtures by Turkey to Russia pleased Chad.", "Turkey | overture | -"),
    ("The envoy welcomed overtures by Turkey to Russia.", "Turkey | overture | -"),
    ("Talks between France and Spain began.", "France | talk | -"),
    ("Talks between France and Spain began.", "Spain | talk | -"),
    # light verbs
    ("Turkey made overtures to Russia.", "Turkey | overture | -"),
    ("Israel launched airstrikes on Syria.", "Israel | strike | Syria"),
    ("Egypt imposed sanctions on Chad.", "Egypt | sanction | Chad"),
    ("Germany gave Poland aid.", "Germany | aid | Poland"),
    ("The king paid a visit to Mali.", "The king | visit | Mali"),
    ("The agreement reached by Iran and Iraq expired.", "Iraq | agree | -"),
    ("The attack that the rebels launched failed.", "the rebels | attack | -"),
    ("Spain came under criticism from Portugal.", "Portugal | criticize | Spain"),
    ("The airport suffered an attack by rebels.", "rebels | attack | The airport"),
    ("The plan drew criticism from Portugal.", "Portugal | criticize | The plan"),
    ("The militia was responsible for attacks on the town.", "The militia | attack | the town"),
    ("A Saudi-led attack on the town failed.", "Saudi | attack | the town"),
    # adjuncts
    ("During a visit to Riyadh, the envoy praised the king.", "the envoy | visit | Riyadh"),
    ("The envoy was praised in an interview with a paper.", "The envoy | interview | -"),
    # coordination
    ("The Russian invasion and occupation of the town failed.", "Russian | occupy | the town"),
]

NOT_SAID = [
    ("The Federal Reserve decision-makers met.", "decide"),
    ("Peace talks failed.", "talk"),
    ("The attack failed.", "attack"),
    ("The envoy spoke after the talks.", "talk"),
    ("The mass deportation angered Chad.", "deport"),
    ("Friday's attack angered Chad.", "attack"),
    ("The Security Council meeting room was empty.", "meet"),
]


def _nominal(pipeline: Pipeline, text: str) -> list[Statement]:
    return [s for s in read(pipeline, text).statements if s.rule.startswith("nominal/")]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_event_is_found(pipeline: Pipeline, text: str, expected: str) -> None:
    assert expected in [core(s) for s in _nominal(pipeline, text)]


@pytest.mark.parametrize(("text", "lemma"), NOT_SAID)
def test_no_event_is_invented(pipeline: Pipeline, text: str, lemma: str) -> None:
    assert lemma not in [s.predicate.lemma for s in _nominal(pipeline, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey made overtures to Russia.", ("recipient", "to", "Russia")),
        ("Talks between France and Spain began.", ("companion", "with", "Spain")),
        ("The sale of tanks to Greece pleased Chad.", ("recipient", "to", "Greece")),
        ("The withdrawal of troops from Syria pleased Chad.", ("source", "from", "Syria")),
        ("The minister's decision to leave pleased Chad.", ("complement", "to", "to leave")),
    ],
)
def test_arguments_have_roles(pipeline: Pipeline, text: str, expected: tuple[str, str, str]) -> None:
    arguments = [a for s in _nominal(pipeline, text) for a in s.arguments]
    assert expected in [(a.role, a.marker, a.filler.text) for a in arguments]


def test_adjective_of_nation_is_a_name_and_means_the_state(pipeline: Pipeline) -> None:
    (statement,) = _nominal(pipeline, "The Russian blockade of the port angered Chad.")
    assert statement.subject is not None
    assert (statement.subject.kind, statement.subject.hint) == (MentionKind.NAME, "NORP")
    assert statement.subject.label == "Russia"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Friday's attack on the town angered Chad.", "2022-05-27"),
        ("During a visit to Mali on Monday, the envoy praised the king.", "2022-05-30"),
        ("On Monday, Israel launched airstrikes on Syria.", "2022-05-30"),
    ],
)
def test_event_has_its_own_time_or_that_of_its_clause(pipeline: Pipeline, text: str, value: str) -> None:
    times = [s.time.value for s in _nominal(pipeline, text) if s.time is not None]
    assert times == [value]


def test_predicate_is_the_noun(pipeline: Pipeline) -> None:
    text = "Egypt imposed harsh sanctions on Chad."
    (statement,) = _nominal(pipeline, text)
    assert statement.predicate.text == "sanctions" == statement.predicate.span.of(text)


def test_every_slot_of_the_lexicon_is_known() -> None:
    words = load().events
    roles = {"attribute", "beneficiary", "cause", "companion", "destination", "recipient", "source", "target", "topic"}
    for noun in words.nouns.values():
        assert {noun.genitive, noun.compound, noun.adjunct} <= {"", "object", "subject"}, noun.lemma
        assert noun.of in {"", "either", "object", "subject"}, noun.lemma
        assert set(noun.markers.values()) <= {"object", "subject", *roles}, noun.lemma
    assert {slot for verb in words.verbs.values() for slot in verb.subject} == {"agent", "occurrence", "undergoer"}
