"""Political acts: what is one and of which type, in every mood."""

from __future__ import annotations

import pytest

from kgraph.model.statement import Event
from kgraph.pipeline import Pipeline
from tests.statements import read


def events(pipeline: Pipeline, text: str) -> list[Event]:
    return [statement.event for statement in read(pipeline, text).statements if statement.event is not None]


def types(pipeline: Pipeline, text: str) -> list[str]:
    return [event.type for event in events(pipeline, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia criticized the U.S. decision.", "ACCUSE"),
        ("The United States sent HIMARS to Ukraine.", "AID"),
        ("Iran rejected the proposal.", "REJECT"),
        ("France praised Serbia.", "SUPPORT"),
        ("The army attacked the village.", "ASSAULT"),
        ("Kenya imposed sanctions on Somalia.", "COERCE"),
        ("Italian police detained the journalist.", "COERCE"),
        ("The rebels freed the hostages.", "RETREAT"),
        ("Dozens of missiles were sent to Serbia by Poland.", "AID"),
        ("Poland recalled its ambassador from Mali.", "SANCTION"),
        ("The court ordered an investigation of the mayor.", "ACCUSE"),
        ("The parliament passed a resolution condemning Serbia.", "ACCUSE"),
        ("The emir launched a mediation effort between Serbia and Mali.", "CONSULT"),
        ("Spain received financial support from Peru.", "AID"),
        ("The charity flew ten tons of rice to Mali.", "AID"),
        ("The militia was responsible for killings in Mali.", "ASSAULT"),
        ("Cooperation between Serbia and Mali was strengthened.", "COOPERATE"),
        ("Peruvian strikes on Mali killed three soldiers.", "ASSAULT"),
        ("The strike of the teachers against the ministry went on.", "PROTEST"),
    ],
)
def test_act_is_coded(pipeline: Pipeline, text: str, expected: str) -> None:
    assert expected in types(pipeline, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Poland will send tanks to Serbia.", "AGREE"),
        ("Poland agreed to send tanks to Serbia.", "AGREE"),
        ("Poland is ready to host talks with Serbia.", "AGREE"),
        ("Poland offered to withdraw its troops from Serbia.", "AGREE"),
        ("Serbia said it would not lift the ban on Mali.", "REJECT"),
        ("Serbia refused to release the hostages.", "REJECT"),
        ("Serbia and Mali failed to reach an agreement.", "REJECT"),
        ("Serbia threatened to bomb Mali.", "THREATEN"),
        ("Serbia vowed to attack Mali.", "THREATEN"),
        ("Serbia may suspend aid to Mali.", "THREATEN"),
        ("Serbia will attack Mali if the talks fail.", "THREATEN"),
        ("Serbia decided to free the hostages.", "RETREAT"),
        ("Serbia announced the arrest of a general.", "COERCE"),
        ("Serbia said Mali must withdraw its troops.", "REQUEST"),
        ("Serbia urged Mali to release the hostages.", "REQUEST"),
    ],
)
def test_mood_decides_on_the_type_and_the_act_is_coded_once(pipeline: Pipeline, text: str, expected: str) -> None:
    assert set(types(pipeline, text)) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "The minister said so.",
        "Rain fell in Paris.",
        "The book is red.",
        "Serbia did not attack Mali.",
        "If Serbia attacks Mali, prices rise.",
        "The striker attacked down the left wing.",
        "Tourists visited the castle.",
        "The drug attacks the virus.",
        "The ministry declined to comment.",
        "The spokesman refused to say who was ill.",
        "Serbia is meeting its targets.",
        "The company is rushing to finish a hotel in Peru.",
        "The coach of Serbia said you should never give up.",
    ],
)
def test_what_is_no_political_act_gets_no_event(pipeline: Pipeline, text: str) -> None:
    assert types(pipeline, text) == []


def test_force_foreseen_by_another_is_no_threat(pipeline: Pipeline) -> None:
    assert types(pipeline, "Poland said Russia will attack Mali.") == []


def test_verb_and_its_noun_are_one_act(pipeline: Pipeline) -> None:
    assert types(pipeline, "Serbia launched an attack on Mali.") == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tony Blair attacked Boris Johnson over his taxes.", ["ACCUSE"]),
        ("Tony Blair launched an attack on Boris Johnson.", ["ACCUSE"]),
        ("Tony Blair beat Boris Johnson.", []),
        ("The rebels attacked Boris Johnson.", ["ASSAULT"]),
        ("Tony Blair attacked Serbia.", ["ASSAULT"]),
    ],
)
def test_politicians_attack_each_other_with_words(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert types(pipeline, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway sent three experts to Peru to investigate the blast.", ["ACCUSE"]),
        ("Serbia sent envoys to Mali to negotiate a truce.", ["CONSULT"]),
        ("The emir called the Serbian king to convey support.", ["SUPPORT"]),
    ],
)
def test_what_somebody_is_sent_or_called_for_is_the_act(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert types(pipeline, text) == expected


def test_purpose_is_no_act_of_its_own(pipeline: Pipeline) -> None:
    (event,) = events(pipeline, "Poland provided 20 million euros to help Serbia.")
    assert event.type == "AID"
    assert [party.country for party in event.recipients] == ["SRB"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Serbia threatened to bomb Mali.", "violence"),
        ("Serbia threatened to impose a curfew.", "curfew"),
        ("Serbia threatened to suspend aid to Mali.", "relations"),
        ("Serbia urged Mali to release the hostages.", "yield"),
        ("Serbia urged Mali to send tanks to Niger.", "assist"),
        ("Serbia refused to meet the rebels.", "meet"),
        ("Rebels killed two soldiers with machetes.", "primitive"),
        ("Rebels killed two soldiers in a car bomb attack.", "explosives"),
        ("Poland gave Serbia blankets and tents.", "humanitarian"),
        ("The workers' union held a demonstration in Serbia.", "demo-org"),
        ("Students began a hunger strike in Mali.", "strike-hun"),
    ],
)
def test_modes(pipeline: Pipeline, text: str, mode: str) -> None:
    assert mode in [event.mode for event in events(pipeline, text)]


def test_contexts_come_from_the_predicate_the_words_and_the_mood(pipeline: Pipeline) -> None:
    (event,) = events(pipeline, "Poland will send humanitarian aid to refugees in Serbia.")
    assert {"humanitarian", "migration", "future"} <= {*event.contexts}


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Poland will send tanks to Serbia.", "future"),
        ("Serbia may suspend aid to Mali.", "hypothetical"),
        ("Serbia said it would not lift the ban on Mali.", "negation"),
        ("Serbia attacked Mali in 1999.", "historical"),
    ],
)
def test_auxiliary_contexts_tell_how_an_act_stands_to_reality(pipeline: Pipeline, text: str, context: str) -> None:
    auxiliary = {"future", "historical", "hypothetical", "negation"}
    (event,) = events(pipeline, text)
    assert context in auxiliary & {*event.contexts}


def test_recent_act_is_not_historical(pipeline: Pipeline) -> None:
    (event,) = events(pipeline, "Serbia attacked Mali on Tuesday.")
    assert "historical" not in event.contexts


def test_mood_has_a_cameo_code_of_its_own(pipeline: Pipeline) -> None:
    (event,) = events(pipeline, "Poland will send tanks to Serbia.")
    assert event.cameo == "030"


@pytest.mark.parametrize(
    ("text", "kind", "field"),
    [
        ("Poland sent tanks to Serbia.", "AID", "MaterialCooperation"),
        ("Poland will send tanks to Serbia.", "AGREE", "VerbalCooperation"),  # of what the mood makes of it
        ("Chad told reporters that Mali must open the border.", "REQUEST", "VerbalConflict"),
    ],
)
def test_an_event_has_the_quad_class_of_its_type(pipeline: Pipeline, text: str, kind: str, field: str) -> None:
    (event,) = events(pipeline, text)
    assert (event.type, event.quad_class) == (kind, field)


def test_unknown_verb_keeps_an_open_predicate(pipeline: Pipeline) -> None:
    statement = read(pipeline, "Poland zigzagged the border.").statements[0]
    assert statement.event is None
    assert statement.predicate.iri.endswith("/predicate/" + statement.predicate.lemma)
