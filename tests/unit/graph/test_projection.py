from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from kgraph.errors import UsageError
from kgraph.graph.actors_view import ActorEdge
from kgraph.graph.merge import graph_of, merge
from kgraph.graph.networkx_view import to_networkx
from kgraph.graph.projection import Projection, project
from kgraph.model.entity import Entity
from kgraph.model.graph import Background, KnowledgeGraph
from kgraph.model.identifiers import ENTITY, ONTOLOGY
from kgraph.model.statement import Event, Party, Statement
from tests.unit.graph.samples import (
    AMERICA,
    ATTACK,
    CRITICIZED,
    LAVROV,
    ROCKETS,
    RUSSIA,
    SAID,
    SENT,
    UKRAINE,
    mention,
    reading,
)

DAY = datetime.date(2022, 2, 1)
NATO = Entity(ENTITY + "nato", "NATO", "IntergovernmentalOrganization", kind="IGO")
BELARUS = Entity(ENTITY + "BLR", "Belarus", "State", country="BLR")
MINISTER = Entity(ENTITY + "minister", "Minister", "Person", country="BLR")
NOBODY = Entity(ENTITY + "nobody", "Nobody", "Person")
BACKGROUND = Background(states=(BELARUS,))
QUAD_CLASSES = {"ACCUSE": "VerbalConflict", "AID": "MaterialCooperation", "ASSAULT": "MaterialConflict"}


def act(name: str, actor: Entity, event: str, recipient: Entity, verb: str = "criticizes") -> Statement:
    """An affirmed act upon somebody; all are found at the same words."""
    ends = [mention("Russia", actor), mention("Ukraine", recipient)]
    coded = Event(event, actors=(Party(ends[0]),), recipients=(Party(ends[1]),), quad_class=QUAD_CLASSES.get(event))
    predicate = replace(SENT.predicate, iri=ONTOLOGY + verb)
    return replace(
        SENT,
        id=f"{SENT.id}-{name}",
        subject=ends[0],
        object=ends[1],
        arguments=(),
        predicate=predicate,
        event=coded,
        time=None,
    )


def graph(*documents: tuple[str, str, str, list[Statement]]) -> KnowledgeGraph:
    """Documents by their ids, days and outlets, with what they say."""
    entities = (AMERICA, UKRAINE, RUSSIA, LAVROV, ROCKETS, NATO, BELARUS, MINISTER, NOBODY)
    made = [
        graph_of(
            reading(
                *statements,
                id=name,
                date=datetime.date.fromisoformat(day),
                source=source,
                entities=tuple(e for e in entities if any(m.entity == e.iri for s in statements for m in s.mentions())),
            )
        )
        for name, day, source, statements in documents
    ]
    return replace(merge(made), background=BACKGROUND)


def edges(found: KnowledgeGraph, **options: Any) -> dict[tuple[str, str, str], ActorEdge]:
    made = [edge for edge in project(found, Projection(**options)).edges if isinstance(edge, ActorEdge)]
    return {(edge.source.removeprefix("kge:"), edge.label, edge.target.removeprefix("kge:")): edge for edge in made}


MANY = graph(
    ("one", "2022-01-01", "The Paper", [act("a", RUSSIA, "ACCUSE", UKRAINE), act("b", RUSSIA, "AID", UKRAINE)]),
    ("two", "2022-02-01", "The Wire", [act("c", RUSSIA, "ACCUSE", UKRAINE), act("d", LAVROV, "ASSAULT", UKRAINE)]),
    ("three", "2022-03-01", "The Wire", [act("e", MINISTER, "AID", NATO), act("f", NOBODY, "AID", NATO)]),
)


def test_an_edge_tells_its_quad_classes_net_score_dates_and_outlets() -> None:
    edge = edges(MANY)["russia", "criticizes", "ukraine"]
    assert (edge.weight, edge.documents, edge.net) == (3.0, 2.0, -1.0)
    shares = (edge.verbal_cooperation, edge.material_cooperation, edge.verbal_conflict, edge.material_conflict)
    assert shares == (0.0, 0.333333, 0.666667, 0.0)
    assert edge.quad_class == "VerbalConflict"
    assert (edge.first, edge.last, edge.times) == ("2022-01-01", "2022-02-01", ("2022-01-01", "2022-02-01"))
    assert (edge.event_type, edge.sources) == ("ACCUSE | AID", "The Paper | The Wire")


def test_nodes_count_the_statements_that_they_take_part_in() -> None:
    view = project(MANY)
    assert {node.label: node.evidence for node in view.nodes} == {
        "Russia": 3.0,
        "Ukraine": 4.0,
        "Sergey Lavrov": 1.0,
        "NATO": 2.0,
        "Minister": 1.0,
        "Nobody": 1.0,
    }


@pytest.mark.parametrize(
    ("options", "weights"),
    [
        ({"event_types": ("ACCUSE",)}, {"russia": 2.0}),
        ({"event_types": ("AID",), "until": datetime.date(2022, 2, 28)}, {"russia": 1.0}),
        (
            {"since": datetime.date(2022, 2, 1), "until": datetime.date(2022, 2, 1)},
            {"russia": 1.0, "sergey-lavrov": 1.0},
        ),
        ({"sources": ("the paper",)}, {"russia": 2.0}),
        ({"sources": ("Nowhere",)}, {}),
        ({"min_evidence": 2}, {"russia": 3.0}),
        ({"min_evidence": 2, "sources": ("The Wire",)}, {}),
    ],
)
def test_what_is_shown_can_be_narrowed(options: dict[str, Any], weights: dict[str, float]) -> None:
    assert {source: edge.weight for (source, _, _), edge in edges(MANY, **options).items()} == weights


def test_undated_statements_are_in_no_window() -> None:
    undated = merge([graph_of(reading(act("a", RUSSIA, "ACCUSE", UKRAINE), date=None))])
    assert len(edges(undated)) == 1
    assert edges(undated, since=datetime.date(1000, 1, 1)) == {}


def test_persons_are_folded_into_their_states() -> None:
    found = edges(MANY, by_country=True)
    assert {key: edge.weight for key, edge in found.items()} == {
        # Lavrov is Russia's; NATO is of no state, but international; nobody is neither.
        ("russia", "criticizes", "ukraine"): 4.0,
        ("BLR", "criticizes", "nato"): 1.0,
    }
    labels = {node.label for node in project(MANY, Projection(by_country=True)).nodes}
    assert labels == {"Russia", "Ukraine", "Belarus", "NATO"}


def test_a_state_that_nobody_knows_is_called_by_its_code() -> None:
    found = replace(MANY, background=replace(BACKGROUND, states=()))
    assert "BLR" in {node.label for node in project(found, Projection(by_country=True)).nodes}


def test_weapons_are_not_folded_into_the_states_that_have_them() -> None:
    rockets = replace(ROCKETS, country="USA")
    sent = graph_of(reading(SENT, entities=(AMERICA, UKRAINE, rockets)))
    assert set(edges(sent, by_country=True)) == {("united-states", "sends", "ukraine")}


def test_what_states_do_among_themselves_is_a_loop() -> None:
    found = graph(("one", "2022-01-01", "x", [act("a", LAVROV, "ACCUSE", RUSSIA)]))
    assert set(edges(found, by_country=True)) == {("russia", "criticizes", "russia")}


def test_a_mention_that_an_act_was_coded_for_stands_for_its_state() -> None:
    officials = mention("the move")
    coded = Event("AID", actors=(Party(officials, "BLR"),), recipients=(Party(mention("Ukraine", UKRAINE), "UKR"),))
    found = replace(
        graph_of(reading(replace(SENT, subject=officials, event=coded), entities=(UKRAINE, ROCKETS))),
        background=BACKGROUND,
    )
    assert set(edges(found)) == set()
    assert set(edges(found, by_country=True)) == {("BLR", "sends", "ukraine")}


def test_signed_edges_are_of_cooperation_or_of_conflict() -> None:
    found = edges(MANY, by_country=True, signed=True)
    assert {key: (edge.weight, edge.net) for key, edge in found.items()} == {
        ("russia", "conflict", "ukraine"): (3.0, -3.0),
        ("russia", "cooperation", "ukraine"): (1.0, 1.0),
        ("BLR", "cooperation", "nato"): (1.0, 1.0),
    }
    uncoded = graph(("one", "2022-01-01", "x", [act("a", RUSSIA, "OTHER", UKRAINE)]))
    assert edges(uncoded, signed=True) == {}


def test_claims_are_nodes_with_their_holders_and_disputes() -> None:
    denied = replace(CRITICIZED, object=mention("Kyiv", UKRAINE), id=CRITICIZED.id + "-1")
    claimed = replace(
        denied,
        id=CRITICIZED.id + "-2",
        attributed_to=(replace(ATTACK.attributed_to[0], statement=SAID.id),),
        factuality=replace(denied.factuality, negated=True),
    )
    shown = to_networkx(graph_of(reading(denied, claimed, SAID)), "claims")
    claims = {node: told for node, told in shown.nodes(data=True) if told["kind"] == "claim"}
    assert {(told["label"], told["negated"], told["evidence"]) for told in claims.values()} == {
        ("Russia criticizes Ukraine", False, 1.0),
        ("Russia criticizes Ukraine (not)", True, 1.0),
    }
    roles = sorted((told["label"], target in claims) for _, target, told in shown.edges(data=True))
    assert roles == [
        *[("contradicts", True)] * 2,
        ("holder", False),
        *[("object", False)] * 2,
        *[("subject", False)] * 2,
    ]


def test_statements_of_a_window_bring_those_that_report_them() -> None:
    said = graph_of(reading())
    shown = to_networkx(said, "statements", event_types=["AID"])
    assert [told["iri"] for _, told in shown.nodes(data=True) if told["kind"] == "statement"] == [SENT.id]
    attack = replace(ATTACK, event=SENT.event)
    shown = to_networkx(graph_of(reading(attack, SAID)), "statements", event_types=["AID"])
    statements = {told["iri"] for _, told in shown.nodes(data=True) if told["kind"] == "statement"}
    assert statements == {attack.id, SAID.id}


def test_the_statements_of_well_told_claims_are_kept() -> None:
    shown = to_networkx(MANY, "statements", min_evidence=2)
    kept = {told["iri"][-1] for _, told in shown.nodes(data=True) if told["kind"] == "statement"}
    assert kept == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"view": "maps"}, "unknown view 'maps'; there are: actors, claims, statements"),
        (
            {"since": datetime.date(2022, 1, 2), "until": datetime.date(2022, 1, 1)},
            "ends on 2022-01-01, before it begins",
        ),
        ({"min_evidence": 0}, "give 1 document or more"),
    ],
)
def test_what_cannot_be_shown_is_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        Projection(**options)
