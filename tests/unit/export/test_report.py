"""What the dictionaries lack, counted."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from kgraph.export.report import Gap, as_json, as_text, report
from kgraph.graph.merge import graph_of
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.statement import Argument, MentionKind, Statement
from tests.unit.graph import samples
from tests.unit.graph.samples import ATTACK, CRITICIZED, LAVROV, RUSSIA, SAID, SENT, TEXT, mention, span

STRANGER = replace(mention("Sergey Lavrov"), name=span("Lavrov"), kind=MentionKind.NAME)
MOVE = replace(mention("the move"), lemma="move")


def reading(*statements: Statement, **known: Any) -> KnowledgeGraph:
    """The graph of one reading of the sample article."""
    return graph_of(samples.reading(*statements, **known))


def test_shares_are_counted() -> None:
    found = report([reading()])
    assert (found.documents, found.statements, found.known, found.coded) == (1, 4, 2, 1)
    assert (found.mentions, found.linked, found.ambiguous) == (5, 5, 0)


def test_verbs_without_a_predicate_are_listed_by_frequency() -> None:
    again = replace(ATTACK, id=ATTACK.id + "2")
    found = report([reading(SENT, SAID, ATTACK, again)])
    assert [(gap.words, gap.count) for gap in found.verbs] == [("attack", 2), ("said", 1)]
    assert found.verbs[0].example == TEXT


def test_actors_without_an_entity_are_listed() -> None:
    unknown = replace(SAID, subject=STRANGER)
    described = replace(CRITICIZED, subject=MOVE)
    found = report([reading(unknown, described)])
    assert found.actors == (Gap("Lavrov", "name", 1, 0, TEXT), Gap("move", "description", 1, 0, TEXT))


def test_a_recipient_is_an_actor_and_an_object_is_none() -> None:
    told = replace(SAID, object=mention("rockets"), arguments=(Argument("recipient", "to", MOVE),))
    assert [gap.words for gap in report([reading(told)]).actors] == ["move"]


def test_an_ambiguous_actor_is_told_from_an_unknown_one() -> None:
    several = replace(STRANGER, candidates=(LAVROV.iri, RUSSIA.iri))
    found = report([reading(replace(SAID, subject=several))])
    assert (found.ambiguous, found.actors[0].ambiguous) == (1, 1)


def test_pronouns_and_words_that_take_up_others_are_no_gaps() -> None:
    pronoun = replace(MOVE, kind=MentionKind.PRONOUN)
    event = replace(MOVE, about=SENT.id)
    taken_up = replace(MOVE, antecedents=(span("rockets"),))
    for each in (pronoun, event, taken_up):
        found = report([reading(replace(CRITICIZED, subject=each))])
        assert (found.actors, found.mentions) == ((), 0)


def test_the_order_of_readings_does_not_matter() -> None:
    one, other = reading(SAID, id="a"), reading(replace(ATTACK, attributed_to=()), id="b")
    assert report([one, other]) == report([other, one])


def test_json_holds_the_report_by_the_names_of_its_fields() -> None:
    found = report([reading()])
    told = json.loads(as_json(found, top=1))
    assert told["documents"] == 1
    assert told["verbs"] == [{"words": "attack", "kind": "verb", "count": 1, "ambiguous": 0, "example": TEXT}]


def test_the_table_fits_and_tells_what_is_left_out() -> None:
    lines = list(as_text(report([reading(replace(SAID, subject=STRANGER), ATTACK)]), top=1))
    assert "actors:     50 % of 2 mentions linked, 0 ambiguous, 1 unknown\n" in lines
    assert "verbs without a predicate: the first 1 of 2\n" in lines
    assert max(len(line) for line in lines) <= 101


def test_an_empty_report() -> None:
    assert "no unresolved actors\n" in list(as_text(report([])))
