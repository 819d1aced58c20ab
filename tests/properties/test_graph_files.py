"""Graph files give back every node, edge and attribute, whatever characters are in them."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import networkx
import pydot
import pytest
from hypothesis import given, settings

from kgraph.export.cytoscape import cytoscape
from kgraph.export.dot import dot, quoted
from kgraph.export.gexf import gexf
from kgraph.export.graphml import graphml
from kgraph.export.node_link import node_link
from kgraph.graph.merge import graph_of
from kgraph.graph.projection import VIEWS, Projection, project
from kgraph.graph.property import PropertyGraph
from kgraph.model.graph import KnowledgeGraph
from tests.interop.graph_readers import Edge, Held, held, in_igraph, in_networkx
from tests.properties.strategies import awkward, graphs
from tests.unit.graph.samples import reading

_SOME = settings(max_examples=15, deadline=None)
_UNESCAPED = {"n": "\n", "r": "\r"}


def views(graph: KnowledgeGraph) -> list[PropertyGraph]:
    return [project(graph, Projection(view=name)) for name in VIEWS]


def written(pieces: Any, ending: str, folder: str) -> Path:
    file = Path(folder, f"view{ending}")
    with file.open("w", encoding="utf-8", newline="\n") as text:
        text.writelines(pieces)
    return file


def numbered(found: Held) -> list[tuple[str, str, list[tuple[str, Any]]]]:
    return sorted((edge.source, edge.target, sorted(edge.attributes.items())) for edge in found.edges.values())


def assert_graphml_holds(view: PropertyGraph) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = written(graphml(view), ".graphml", folder)
        assert in_networkx(file) == held(view)
        read = in_igraph(file)
    assert read.nodes == held(view).nodes
    assert numbered(read) == numbered(held(view))


def assert_gexf_holds(view: PropertyGraph) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read = in_networkx(written(gexf(view), ".gexf", folder))
    nodes = {key: {n: v for n, v in told.items() if n != "viz"} for key, told in read.nodes.items()}
    edges = {
        key: edge._replace(attributes={n: v for n, v in edge.attributes.items() if n not in {"viz", "id"}})
        for key, edge in read.edges.items()
    }
    assert Held(nodes, edges) == held(view)


@_SOME
@given(graphs())
def test_graphml_reads_back(graph: KnowledgeGraph) -> None:
    for view in views(graph):
        assert_graphml_holds(view)


@_SOME
@given(graphs())
def test_gexf_reads_back(graph: KnowledgeGraph) -> None:
    for view in views(graph):
        assert_gexf_holds(view)


@settings(max_examples=10, deadline=None)
@given(awkward().filter(len).map(lambda text: (text * 10_000)[:10_000]))
def test_long_texts_read_back(text: str) -> None:
    for view in views(graph_of(reading(title=text, source=text, url=text))):
        assert_graphml_holds(view)
        assert_gexf_holds(view)


@_SOME
@given(graphs())
def test_cytoscape_json_reads_back(graph: KnowledgeGraph) -> None:
    for view in views(graph):
        read = json.loads("".join(cytoscape(view)))
        assert read["data"] == {"name": view.name, "models": view.models}
        nodes = [each["data"] for each in read["elements"]["nodes"]]
        edges = [each["data"] for each in read["elements"]["edges"]]
        assert all(node.pop("name") == node["label"] for node in nodes)
        assert all(edge.pop("interaction") == edge["label"] for edge in edges)
        assert held(view) == Held(
            {node.pop("id"): node for node in nodes},
            {edge.pop("id"): Edge(edge.pop("source"), edge.pop("target"), edge) for edge in edges},
        )


@_SOME
@given(graphs())
def test_node_link_json_reads_back(graph: KnowledgeGraph) -> None:
    for view in views(graph):
        read = networkx.node_link_graph(json.loads("".join(node_link(view))), edges="edges")
        assert isinstance(read, networkx.MultiDiGraph)
        assert held(view) == Held(
            {node: dict(values) for node, values in read.nodes(data=True)},
            {key: Edge(one, other, dict(told)) for one, other, key, told in read.edges(keys=True, data=True)},
        )


def unquoted(words: object) -> str:
    """What a string of DOT says, by the rules that :mod:`kgraph.export.dot` tells."""
    inner = str(words).removeprefix('"').removesuffix('"')
    return re.sub(r"\\(.)", lambda found: _UNESCAPED.get(found[1], found[1]), inner)


def typed(told: Mapping[str, object], like: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes that a view has, as values of its types."""
    found: dict[str, Any] = {}
    for name, value in like.items():
        words = unquoted(told[name])
        if isinstance(value, bool):
            found[name] = words == "true"
        elif isinstance(value, float):
            found[name] = float(words)
        else:
            found[name] = words.replace("&amp;", "&") if name == "label" else words
    return found


@pytest.mark.filterwarnings("ignore::DeprecationWarning:pyparsing", "ignore::DeprecationWarning:pydot")
@settings(max_examples=10, deadline=None)  # pydot is slow
@given(graphs())
def test_dot_reads_back(graph: KnowledgeGraph) -> None:
    for view in views(graph):
        expected = held(view)
        parsed = pydot.graph_from_dot_data("".join(dot(view)))
        assert parsed
        read = parsed[0]
        told = {unquoted(node.get_name()): node.get_attributes() for node in read.get_nodes()}
        assert {key: typed(told[key], like) for key, like in expected.nodes.items()} == expected.nodes
        assert told.keys() - expected.nodes.keys() <= {"graph", "node", "edge"}
        edges = {unquoted(edge.get("id")): edge for edge in read.get_edges()}
        assert edges.keys() == expected.edges.keys()
        for key, like in expected.edges.items():
            ends = unquoted(edges[key].get_source()), unquoted(edges[key].get_destination())
            assert ends == (like.source, like.target)
            assert typed(edges[key].get_attributes(), like.attributes) == like.attributes


@pytest.mark.parametrize("words", ["", "\\", '"', '\\"', "\\n", "a\\", "\r\n", "&amp;", "<b>"])
def test_strings_of_dot_say_what_they_were_made_of(words: str) -> None:
    assert unquoted(quoted(words)) == words
    assert re.fullmatch(r'"(?:[^"\\\n]|\\.)*"', quoted(words))
