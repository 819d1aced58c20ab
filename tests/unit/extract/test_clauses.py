"""Who does what to whom, in small sentences of ours."""

from __future__ import annotations

import pytest

from kgraph.pipeline import Pipeline
from tests.statements import cores, read

SAID = [
    # plain clauses
    ("Russia criticized the U.S. decision.", "Russia | criticize | the U.S. decision"),
    ("The United States will send HIMARS to Ukraine.", "The United States | send | HIMARS"),
    ("Poland has sent tanks to Ukraine.", "Poland | send | tanks"),
    # passives
    ("The village was shelled by Russian forces.", "Russian forces | shell | The village"),
    ("Two ministers were arrested on Monday.", "- | arrest | Two ministers"),
    ("Troops trained by Britain returned home.", "Britain | train | Troops"),
    # coordination
    ("Iran and Iraq signed an agreement.", "Iran | sign | an agreement"),
    ("Iran and Iraq signed an agreement.", "Iraq | sign | an agreement"),
    ("Germany sent tanks and missiles.", "Germany | send | tanks"),
    ("Germany sent tanks and missiles.", "Germany | send | missiles"),
    ("The minister visited Kyiv and praised the army.", "The minister | praise | the army"),
    # control and raising
    ("The rebels failed to capture the city.", "The rebels | capture | the city"),
    ("The president asked parliament to approve the budget.", "parliament | approve | the budget"),
    ("The government promised to release the prisoners.", "The government | release | the prisoners"),
    ("Turkey is able to mediate the conflict.", "Turkey | mediate | the conflict"),
    ("Serbia is going to recall its envoy.", "Serbia | recall | its envoy"),
    ("Moscow accused Kyiv of bombing a school.", "Kyiv | bomb | a school"),
    ("He was accused of taking bribes.", "He | take | bribes"),
    # relative clauses
    ("The general who led the coup fled the country.", "The general | lead | the coup"),
    ("The treaty that France signed expired.", "France | sign | The treaty"),
    ("The rockets the army fired hit a school.", "the army | fire | The rockets"),
    # participles and purpose
    ("Egypt condemned the attack, calling for a ceasefire.", "Egypt | condemn | the attack"),
    ("The army moved north to encircle the town.", "The army | encircle | the town"),
    # phrasal verbs
    ("The army pushed back the rebels.", "The army | push back | the rebels"),
    ("The talks broke down.", "The talks | break down | -"),
    # copulas
    ("Sweden became a member of NATO.", "Sweden | become | a member of NATO"),
    # lists
    ("Canada sent weapons, including howitzers and drones.", "Canada | send | howitzers"),
    ("Canada sent weapons, including howitzers and drones.", "Canada | send | drones"),
]

NOT_SAID = [
    ("Two ministers were arrested on Monday.", "Two ministers | arrest | -"),
    ("The president asked parliament to approve the budget.", "The president | approve | the budget"),
    ("Turkey is able to mediate the conflict.", "Turkey | be | able"),
    ("The village was shelled by Russian forces.", "The village | shell | -"),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_statement_is_found(pipeline: Pipeline, text: str, expected: str) -> None:
    assert expected in cores(pipeline, text)


@pytest.mark.parametrize(("text", "wrong"), NOT_SAID)
def test_statement_is_not_invented(pipeline: Pipeline, text: str, wrong: str) -> None:
    assert wrong not in cores(pipeline, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France gave the rebels money.", ("recipient", "to", "the rebels")),
        ("Germany sent tanks to Ukraine.", ("recipient", "to", "Ukraine")),
        ("France signed a treaty with Chad.", ("companion", "with", "Chad")),
        ("Ministers argued about the budget.", ("topic", "about", "the budget")),
    ],
)
def test_arguments_have_roles(pipeline: Pipeline, text: str, expected: tuple[str, str, str]) -> None:
    arguments = [a for s in read(pipeline, text).statements for a in s.arguments]
    assert expected in [(a.role, a.marker, a.filler.text) for a in arguments]


def test_place_is_no_argument(pipeline: Pipeline) -> None:
    statement = read(pipeline, "The leaders met in Geneva.").statements[0]
    assert statement.place is not None
    assert statement.place.text == "Geneva"
    assert not statement.arguments


def test_every_offset_slices_back(pipeline: Pipeline) -> None:
    text = "“Germany won’t  send\ntanks,” the minister – Ms. Köhler – said.\r\n\r\nPoland\u00a0will."
    for statement in read(pipeline, text).statements:
        assert statement.predicate.text == statement.predicate.span.of(text)
        for mention in statement.mentions():
            assert mention.text == mention.span.of(text)
