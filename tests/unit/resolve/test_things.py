"""Things before the noun of an act are handled in it; states, bodies and persons there act."""

from __future__ import annotations

import pytest

from kgraph.model.document import Document
from kgraph.model.statement import Statement
from kgraph.pipeline import Pipeline


def nominal(pipeline: Pipeline, text: str) -> Statement:
    (reading,) = pipeline.read_all([Document("a", text)])
    (found,) = [each for each in reading.statements if each.rule.startswith("nominal/")]
    return found


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Patriot deliveries to Poland were put off.", "Patriot"),  # a person to the parser
        ("Norway awaited Leopard deliveries to Chad.", "Leopard"),  # an organisation to the parser
        ("HIMARS deliveries to Poland have begun.", "HIMARS"),  # nothing to the parser
        ("Abrams shipments to Chad were put off.", "Abrams"),
    ],
)
def test_a_thing_before_the_noun_is_what_is_handled(pipeline: Pipeline, text: str, thing: str) -> None:
    found = nominal(pipeline, text)
    assert found.subject is None
    assert found.object is not None
    assert (found.object.text, found.rule) == (thing, "nominal/compound")


@pytest.mark.parametrize(
    ("text", "actor", "handled"),
    [
        ("U.S. deliveries to Chad were put off.", "U.S.", None),
        ("Iranian Shahed deliveries to Chad were put off.", "Iranian", "Shahed"),
        ("NATO shipments to Chad were put off.", "NATO", None),
    ],
)
def test_a_state_or_body_before_the_noun_acts(pipeline: Pipeline, text: str, actor: str, handled: str | None) -> None:
    found = nominal(pipeline, text)
    assert found.subject is not None
    assert (found.subject.text, found.object and found.object.text) == (actor, handled)


def test_a_weapon_is_no_actor_of_politics(pipeline: Pipeline) -> None:
    assert nominal(pipeline, "A HIMARS strike shook the town.").event is None
