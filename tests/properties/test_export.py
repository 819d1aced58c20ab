from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import igraph
import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.export.registry import EXPORTERS, export
from kgraph.graph.merge import graph_of
from kgraph.graph.networkx_view import VIEWS, to_networkx
from kgraph.model.graph import KnowledgeGraph
from tests.properties.strategies import awkward, graphs
from tests.unit.graph.samples import reading


def _exported(graph: KnowledgeGraph, name: str) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        return {path.name: path.read_bytes() for path in export(graph, [name], Path(folder))}


def _assert_graphml_holds(graph: KnowledgeGraph) -> None:
    files = _exported(graph, "graphml")
    for view in VIEWS:
        told = to_networkx(graph, view)
        nodes = {node: dict(values) for node, values in told.nodes(data=True)}
        edges = {
            key: (source, target, dict(values)) for source, target, key, values in told.edges(keys=True, data=True)
        }
        text = files[f"{view}.graphml"]

        in_networkx = networkx.parse_graphml(text.decode(), force_multigraph=True)
        assert {n: dict(v) for n, v in in_networkx.nodes(data=True)} == nodes
        assert {
            key: (source, target, dict(values))
            for source, target, key, values in in_networkx.edges(keys=True, data=True)
        } == edges

        with tempfile.NamedTemporaryFile(suffix=".graphml") as file:
            file.write(text)
            file.flush()
            in_igraph = igraph.Graph.Read_GraphML(file.name)
        assert {vertex["id"]: _own(vertex.attributes()) for vertex in in_igraph.vs} == nodes
        ids = in_igraph.vs["id"] if in_igraph.vcount() else []
        assert sorted(
            (ids[edge.source], ids[edge.target], sorted(_own(edge.attributes()).items())) for edge in in_igraph.es
        ) == sorted((source, target, sorted(values.items())) for source, target, values in edges.values())


def _own(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != "id"}


@settings(max_examples=40, deadline=None)
@given(graphs())
def test_graphml_reads_back(graph: KnowledgeGraph) -> None:
    _assert_graphml_holds(graph)


@settings(max_examples=10, deadline=None)
@given(awkward().filter(len).map(lambda text: (text * 10_000)[:10_000]))
def test_long_literals_read_back(text: str) -> None:
    graph = graph_of(reading(title=text, source=text, url=text))
    _assert_graphml_holds(graph)


@settings(max_examples=20, deadline=None)
@given(graphs(), st.sampled_from(sorted(EXPORTERS)))
def test_the_same_graph_gives_the_same_bytes(graph: KnowledgeGraph, name: str) -> None:
    first, second = _exported(graph, name), _exported(graph, name)
    assert first == second
    assert set(first) == set(EXPORTERS[name].files)
