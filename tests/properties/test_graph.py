from __future__ import annotations

import datetime
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.graph.claims import claims, disputes
from kgraph.graph.merge import graph_of, merge
from kgraph.graph.networkx_view import to_networkx
from kgraph.graph.projection import VIEWS, Projection, project
from kgraph.graph.property import Edge, Node, attribute_types, attributes
from kgraph.graph.rdf import triples
from kgraph.graph.selection import select, with_reports
from kgraph.graph.terms import IRI
from kgraph.graph.validate import validate
from kgraph.graph.world import affirmed, facts
from kgraph.model import identifiers
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.statement import Reading
from tests.properties.strategies import graphs, readings

# One example holds up to three documents with four statements each.
_SOME = settings(max_examples=40, deadline=None)
_TYPES = {"str": str, "float": float, "bool": bool}


@_SOME
@given(st.lists(readings(), max_size=4), st.randoms(use_true_random=False))
def test_merge_knows_no_order(several: list[Reading], random: Random) -> None:
    ordered = [graph_of(reading) for reading in several]
    shuffled = random.sample(ordered, len(ordered))
    assert merge(shuffled) == merge(ordered)


@_SOME
@given(graphs(), graphs(), graphs())
def test_merge_is_associative(first: KnowledgeGraph, second: KnowledgeGraph, third: KnowledgeGraph) -> None:
    assert merge([merge([first, second]), third]) == merge([first, merge([second, third])])


@_SOME
@given(graphs())
def test_merge_is_idempotent(graph: KnowledgeGraph) -> None:
    assert merge([graph, graph]) == merge([graph]) == graph == merge([graph, KnowledgeGraph()])


@_SOME
@given(graphs())
def test_merged_graphs_are_valid(graph: KnowledgeGraph) -> None:
    validate(graph)


@_SOME
@given(graphs())
def test_facts_rest_on_affirmed_statements_alone(graph: KnowledgeGraph) -> None:
    stated = {evidence.statement.id for evidence in graph.evidence if affirmed(evidence.statement)}
    whole = {
        evidence.statement.id
        for evidence in graph.evidence
        if evidence.statement.subject is not None and evidence.statement.object is not None
    }
    assert {iri for fact in facts(graph) for iri in fact.statements} == stated & whole


@_SOME
@given(graphs())
def test_claims_hold_each_statement_once_and_disputes_are_mutual(graph: KnowledgeGraph) -> None:
    found = claims(graph)
    held = [iri for claim in found for iri in claim.statements]
    assert len(held) == len(set(held))
    assert {iri for fact in facts(graph) for iri in fact.statements} <= set(held)
    told = list(disputes(found))
    assert len(told) == len(set(told))
    assert {(other, relation, one) for one, relation, other in told} == set(told)
    assert all(one != other for one, _, other in told)


@_SOME
@given(st.lists(readings(), max_size=3), st.randoms(use_true_random=False))
def test_claims_know_no_order_of_reading(several: list[Reading], random: Random) -> None:
    ordered = [graph_of(reading) for reading in several]
    shuffled = random.sample(ordered, len(ordered))
    assert claims(merge(shuffled)) == claims(merge(ordered + shuffled))


@_SOME
@given(graphs())
def test_triples_are_unique_grouped_and_lead_somewhere(graph: KnowledgeGraph) -> None:
    found = list(triples(graph))
    subjects = [triple.subject.value for triple in found]
    assert len(set(found)) == len(found)
    own = [subject for subject in subjects if not subject.startswith(identifiers.DATASET)]
    assert own == sorted(own)
    assert subjects[: len(own)] == own
    ours = (
        *(identifiers.AGENT, identifiers.CLAIM, identifiers.DATASET, identifiers.DOCUMENT, identifiers.ENTITY),
        *(identifiers.MENTION, identifiers.READING, identifiers.STATEMENT),
    )
    linked = {triple.object.value for triple in found if isinstance(triple.object, IRI)}
    assert {iri for iri in linked if iri.startswith(ours)} <= set(subjects)


@_SOME
@given(graphs())
def test_property_graphs_are_whole_and_typed(graph: KnowledgeGraph) -> None:
    for view in (project(graph, Projection(view=name)) for name in VIEWS):
        nodes = [node.id for node in view.nodes]
        edges = [edge.id for edge in view.edges]
        assert len(set(nodes)) == len(nodes)
        assert len(set(edges)) == len(edges)
        assert {end for edge in view.edges for end in (edge.source, edge.target)} <= set(nodes)
        assert all(edge.weight > 0 for edge in view.edges)
        # What tells parallel edges apart does, so that Gephi unites none.
        kinds = [(edge.source, edge.target, edge.parallel) for edge in view.edges]
        assert len(set(kinds)) == len(kinds)
        records: list[Node | Edge] = [*view.nodes, *view.edges]
        for record in records:
            types = {name: _TYPES[kind] for name, kind in attribute_types(type(record)).items()}
            assert {name: type(value) for name, value in attributes(record).items()} == types
        shown = to_networkx(graph, view.name)
        assert (shown.number_of_nodes(), shown.number_of_edges()) == (len(nodes), len(edges))


_projections = st.builds(
    Projection,
    view=st.sampled_from(sorted(VIEWS)),
    event_types=st.sampled_from([(), ("AID",), ("AID", "ACCUSE")]),
    since=st.none() | st.dates(datetime.date(2020, 1, 1), datetime.date(2021, 6, 30)),
    until=st.none() | st.dates(datetime.date(2021, 7, 1), datetime.date(2022, 12, 31)),
    min_evidence=st.integers(1, 2),
    by_country=st.booleans(),
    signed=st.booleans(),
)


@_SOME
@given(graphs(), _projections)
def test_every_projection_is_a_whole_graph(graph: KnowledgeGraph, projection: Projection) -> None:
    view = project(graph, projection)
    nodes = [node.id for node in view.nodes]
    edges = [edge.id for edge in view.edges]
    assert len(set(nodes)) == len(nodes)
    assert len(set(edges)) == len(edges)
    assert {end for edge in view.edges for end in (edge.source, edge.target)} <= set(nodes)
    assert [attributes(node) for node in project(graph, projection).nodes] == [attributes(node) for node in view.nodes]


@_SOME
@given(graphs(), _projections)
def test_what_is_selected_is_a_valid_graph_with_its_reports(graph: KnowledgeGraph, projection: Projection) -> None:
    chosen = select(graph, projection)
    validate(with_reports(chosen, graph))
    assert set(chosen.evidence) <= set(graph.evidence)
