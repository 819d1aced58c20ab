from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kgraph.errors import UsageError
from kgraph.graph.actors_view import ActorEdge, actors
from kgraph.graph.merge import graph_of
from kgraph.graph.networkx_view import to_networkx
from kgraph.graph.projection import VIEWS
from kgraph.graph.property import attributes, node_id
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import ENTITY, ONTOLOGY
from kgraph.model.statement import Argument
from tests.unit.graph.samples import AMERICA, ATTACK, CRITICIZED, ROCKETS, RUSSIA, SAID, SENT, UKRAINE, mention, reading

NMTOKEN = re.compile(r"[A-Za-z0-9._:-]+")


def actor_edges(graph: KnowledgeGraph) -> dict[tuple[str, str, str], ActorEdge]:
    edges = [edge for edge in actors(graph).edges if isinstance(edge, ActorEdge)]
    return {(edge.source, edge.label, edge.target): edge for edge in edges}


def test_actors_are_joined_by_clauses_and_by_acts() -> None:
    edges = actor_edges(graph_of(reading()))
    assert set(edges) == {
        ("kge:united-states", "sends", "kge:rockets"),
        ("kge:united-states", "sends", "kge:ukraine"),
    }
    sent = edges["kge:united-states", "sends", "kge:ukraine"]
    assert attributes(sent) == {
        "label": "sends",
        "weight": 1.0,
        "quad_class": "MaterialCooperation",
        "relation": "recipient",
        "predicate": ONTOLOGY + "sends",
        "documents": 1.0,
        "first": "2022-06-01",
        "last": "2022-06-01",
        "event_type": "AID",
        "verbal_cooperation": 0.0,
        "material_cooperation": 1.0,
        "verbal_conflict": 0.0,
        "material_conflict": 0.0,
        "net": 1.0,
        "sources": "The Paper",
        "statements": SENT.id,
    }


def test_the_weight_counts_statements_and_a_statement_once() -> None:
    direct = replace(SENT, object=mention("Ukraine", UKRAINE))
    again = replace(direct, id=SENT.id + "b", event=None)
    (edge,) = actor_edges(graph_of(reading(direct, again))).values()
    assert edge.weight == 2.0
    assert edge.relation == "object | recipient"
    assert edge.statements == f"{SENT.id} {again.id}"


def test_entities_without_edges_and_referents_are_no_actors() -> None:
    assert [node.id for node in actors(graph_of(reading())).nodes] == [
        "kge:rockets",
        "kge:ukraine",
        "kge:united-states",
    ]
    assert list(actors(graph_of(reading(CRITICIZED))).nodes) == []


def test_an_open_predicate_is_called_by_its_lemma() -> None:
    opened = replace(SAID, object=mention("Russia", RUSSIA), predicate=replace(SAID.predicate, lemma="push back"))
    (edge,) = actor_edges(graph_of(reading(opened))).values()
    assert edge.label == "push back"


def test_statements_lose_nothing() -> None:
    shown = to_networkx(graph_of(reading()), "statements")
    kinds = [kind for _, kind in shown.nodes(data="kind")]
    assert {kind: kinds.count(kind) for kind in kinds} == {"entity": 5, "referent": 1, "statement": 4}
    edges = {(source, role, target) for source, target, role in shown.edges(data="label")}
    sent, attack, said = (node_id(each.id) for each in (SENT, ATTACK, SAID))
    assert {target for source, _, target in edges if source == sent} == {
        "kge:united-states",
        "kge:rockets",
        "kge:ukraine",
    }
    assert {(role, target) for source, role, target in edges if source == attack} == {
        ("subject", "kge:ukraine"),
        ("object", "kge:russia"),
        ("place", "kge:russia"),
        ("holder", "kge:sergey-lavrov"),
        ("attributed_to", said),
    }
    told = shown.nodes[attack]
    assert (told["affirmed"], told["certainty"], told["future"], told["negated"]) == (False, "possible", True, False)
    assert shown.nodes[said]["content"] == "Kyiv \\ <may> attack Russia"
    assert shown.nodes[sent]["label"] == "The United States sent rockets"


def test_arguments_keep_marker_words_and_role() -> None:
    shown = to_networkx(graph_of(reading(SENT)), "statements")
    (told,) = [values for *_, values in shown.edges(data=True) if values["label"] == "recipient"]
    assert (told["marker"], told["text"], told["begin"], told["end"]) == ("to", "Ukraine", 34.0, 41.0)
    (told,) = [values for *_, values in shown.edges(data=True) if values["label"] == "event_recipient"]
    assert (told["country"], told["sector"], told["actor_kind"]) == ("UKR", "GOV", "")


def test_two_arguments_of_one_role_and_filler_are_two_edges() -> None:
    argument = Argument("recipient", "to", mention("Ukraine", UKRAINE))
    shown = to_networkx(graph_of(reading(replace(SENT, arguments=(argument, argument)))), "statements")
    assert [role for *_, role in shown.edges(data="label")].count("recipient") == 2


def test_self_loops_and_parallel_edges_stay() -> None:
    mirror = replace(SENT, object=mention("The United States", AMERICA), event=None)
    other = replace(mirror, id=SENT.id + "b", predicate=replace(SENT.predicate, iri=ONTOLOGY + "praises"))
    shown = to_networkx(graph_of(reading(mirror, other)))
    assert shown.number_of_edges("kge:united-states", "kge:united-states") == 2


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_ids_are_nmtokens(view: str) -> None:
    shown = to_networkx(graph_of(reading()), view)
    assert all(NMTOKEN.fullmatch(each) for each in [*shown.nodes, *(key for *_, key in shown.edges(keys=True))])


def test_an_iri_without_a_safe_name_gets_a_digest() -> None:
    assert node_id(ENTITY + "russia") == "kge:russia"
    strange = [node_id(iri) for iri in (ENTITY + "a/b", "https://example.org/ü", "https://example.org/ö")]
    assert len(set(strange)) == 3
    assert all(NMTOKEN.fullmatch(each) and each.startswith("iri:") for each in strange)


def test_predicates_are_named_in_words() -> None:
    holds = replace(SENT, predicate=replace(SENT.predicate, iri=ONTOLOGY + "holdsOffice"), event=None)
    (edge,) = actor_edges(graph_of(reading(holds))).values()
    assert edge.label == "holds office"


def test_what_xml_cannot_hold_is_out() -> None:
    rockets = replace(ROCKETS, label="rock\x00ets")
    entities = (AMERICA, UKRAINE, rockets)
    assert to_networkx(graph_of(reading(SENT, entities=entities))).nodes["kge:rockets"]["label"] == "rock\ufffdets"


def test_an_unknown_view_is_refused() -> None:
    with pytest.raises(UsageError, match="unknown view 'maps'; there are: actors, claims, statements"):
        to_networkx(KnowledgeGraph(), "maps")
