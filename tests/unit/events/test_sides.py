"""The sides of an act: whose it is and at whom it is directed."""

from __future__ import annotations

import pytest

from kgraph.model.statement import Event
from kgraph.pipeline import Pipeline
from tests.statements import read


def first(pipeline: Pipeline, text: str) -> Event:
    return next(statement.event for statement in read(pipeline, text).statements if statement.event is not None)


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("The United States will send rockets to Ukraine.", ["USA"], ["UKR"]),
        ("Russia criticized a U.S. decision.", ["RUS"], ["USA"]),
        ("Yemen rejected a Turkish request.", ["YEM"], ["TUR"]),
        ("Ukraine accused Moscow of shelling civilians.", ["UKR"], ["RUS"]),
        ("Iran launched a missile attack on bases in Iraq.", ["IRN"], ["IRQ"]),
        ("Serbia threatened to bomb Mali.", ["SRB"], ["MLI"]),
        ("Poland said that Mali must leave Serbia.", ["POL"], ["MLI"]),
        ("Poland called on Israel to halt the strikes.", ["POL"], ["ISR"]),
        ("Two Peruvian journalists were arrested in Serbia.", ["SRB"], ["PER"]),
        ("Japan said it had halted aid to Peru.", ["JPN"], ["PER"]),
        ("The Serbian army shelled a town.", ["SRB"], []),
        ("Irish soldiers were withdrawn from Lebanon.", ["IRL"], ["LBN"]),
        ("Irish soldiers were deployed as a peacekeeping force in Lebanon.", ["IRL"], ["LBN"]),
        ("Serbia sent envoys to Mali to negotiate a truce.", ["SRB"], ["MLI"]),
        ("The king of Serbia called the emir of Qatar to convey support.", ["SRB"], ["QAT"]),
        ("Spain condemned the Serbian attack on Mali.", ["ESP"], ["SRB"]),
        ("Spain welcomed overtures by Turkey to Serbia.", ["ESP"], ["TUR"]),
        ("Spain denounced a strike on Mali.", ["ESP"], ["MLI"]),
        ("The plan drew criticism from Poland.", ["POL"], []),
        ("A Serbian-led strike on the port failed.", ["SRB"], []),
    ],
)
def test_parties_carry_their_country(pipeline: Pipeline, text: str, actors: list[str], recipients: list[str]) -> None:
    event = first(pipeline, text)
    assert [party.country for party in event.actors] == actors
    assert [party.country for party in event.recipients if party.country] == recipients


def test_both_sides_of_a_meeting_act_and_receive(pipeline: Pipeline) -> None:
    event = first(pipeline, "Serbia held talks with Mali.")
    assert {party.country for party in event.actors} == {"SRB", "MLI"}
    assert {party.country for party in event.recipients} == {"SRB", "MLI"}


def test_compound_actors_are_split_and_their_agreement_binds_both(pipeline: Pipeline) -> None:
    event = first(pipeline, "Serbia and Mali signed a treaty.")
    assert {party.country for party in event.actors} == {"SRB", "MLI"}


def test_exercises_of_several_are_cooperation(pipeline: Pipeline) -> None:
    assert first(pipeline, "Serbia and Mali staged exercises.").type == "COOPERATE"
    assert first(pipeline, "Serbia staged exercises.").type == "MOBILIZE"


def test_aid_to_nobody_is_no_event(pipeline: Pipeline) -> None:
    assert [s.event for s in read(pipeline, "Poland provided details.").statements if s.event] == []


def test_private_people_do_not_act(pipeline: Pipeline) -> None:
    assert [s.event for s in read(pipeline, "The singer praised the chef.").statements if s.event] == []


def test_domestic_party_is_of_the_only_country_named(pipeline: Pipeline) -> None:
    event = first(pipeline, "A court in Kenya freed the activist.")
    assert [party.country for party in event.recipients] == ["KEN"]
