from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from kgraph.graph.merge import graph_of
from kgraph.graph.nodes import node_iri, referents
from kgraph.graph.world import affirmed, day, dyads, facts
from kgraph.model.graph import Fact
from kgraph.model.identifiers import MENTION, ONTOLOGY
from kgraph.model.statement import (
    Attribution,
    Certainty,
    Event,
    Factuality,
    Modality,
    Party,
    Statement,
    Time,
)
from tests.unit.graph.samples import (
    AMERICA,
    ATTACK,
    CRITICIZED,
    ROCKETS,
    RUSSIA,
    SAID,
    SENT,
    UKRAINE,
    mention,
    reading,
    span,
)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (SENT, True),
        (replace(SENT, factuality=Factuality(negated=True)), False),
        (replace(SENT, factuality=Factuality(future=True)), False),
        (replace(SENT, factuality=Factuality(certainty=Certainty.PROBABLE)), False),
        (replace(SENT, factuality=Factuality(modality=Modality.DEMANDED)), False),
        (replace(SENT, attributed_to=(Attribution(SAID.id, None),)), False),
    ],
)
def test_only_what_the_writer_affirms_is_a_fact(statement: Statement, expected: bool) -> None:
    graph = graph_of(reading(SAID, statement))
    assert affirmed(statement) is expected
    assert bool(facts(graph)) is expected
    assert bool(dyads(graph)) is expected


def test_a_fact_joins_entities_and_is_dated_by_its_statement() -> None:
    fact = Fact(AMERICA.iri, ONTOLOGY + "sends", ROCKETS.iri, (SENT.id,), "2022-06-01", "2022-06-01")
    assert facts(graph_of(reading(SENT))) == (fact,)


def test_a_fact_without_a_day_is_dated_by_its_document() -> None:
    vague = replace(SENT, time=Time(span("Wednesday"), "Wednesday", "2022-05"))
    (fact,) = facts(graph_of(reading(vague)))
    assert (fact.first, fact.last) == ("2022-06-02", "2022-06-02")
    (undated,) = facts(graph_of(reading(vague, date=None)))
    assert (undated.first, undated.last) == (None, None)


def test_statements_of_one_edge_make_one_fact() -> None:
    again = replace(SENT, id=SENT.id + "b", time=Time(span("Wednesday"), "Wednesday", "2022-05-30"))
    (fact,) = facts(graph_of(reading(SENT, again)))
    assert fact.statements == (SENT.id, again.id)
    assert (fact.first, fact.last) == ("2022-05-30", "2022-06-01")


def test_an_unlinked_object_is_a_referent() -> None:
    graph = graph_of(reading(CRITICIZED))
    (fact,) = facts(graph)
    (referent,) = referents(graph)
    assert fact.subject == RUSSIA.iri
    assert fact.object == referent.iri
    assert referent.iri.startswith(MENTION)
    assert referent.label == "the move"


def test_a_statement_without_object_is_no_fact() -> None:
    assert facts(graph_of(reading(SAID))) == ()


def test_the_recipient_of_an_act_is_joined_to_its_actor() -> None:
    (dyad,) = dyads(graph_of(reading(SENT, CRITICIZED, SAID, ATTACK)))
    assert (dyad.subject, dyad.predicate, dyad.object) == (AMERICA.iri, ONTOLOGY + "sends", UKRAINE.iri)


def test_an_actor_is_no_recipient_of_its_own_act() -> None:
    party = Party(mention("Russia", RUSSIA))
    assert dyads(graph_of(reading(replace(SENT, event=Event("PROTEST", actors=(party,), recipients=(party,)))))) == ()


def test_referents_are_apart_by_document_and_place() -> None:
    there, here = mention("the move"), mention("rockets")
    assert len({node_iri(there, "urn:a"), node_iri(there, "urn:b"), node_iri(here, "urn:a")}) == 3


def test_a_referent_has_the_country_that_its_event_was_coded_with() -> None:
    event = Event("ACCUSE", recipients=(Party(mention("the move"), "USA"),))
    (referent,) = referents(graph_of(reading(replace(CRITICIZED, event=event))))
    assert referent.country == "USA"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-06-01", datetime.date(2022, 6, 1)),
        ("2022-06", None),
        ("2022-02-30", None),
        ("2022-06-0X", None),
        ("2022-06-01/2022-06-03", None),
        ("", None),
    ],
)
def test_only_a_full_day_is_a_date(value: str, expected: datetime.date | None) -> None:
    assert day(replace(SENT, time=Time(span("Wednesday"), "Wednesday", value))) == expected
