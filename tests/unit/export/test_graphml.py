from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kgraph.export.registry import export
from kgraph.graph.merge import graph_of
from kgraph.model.graph import DocumentNode, KnowledgeGraph
from kgraph.model.parsed import ModelInfo
from tests.unit.graph.samples import SENT, reading

G = "{http://graphml.graphdrawing.org/xmlns}"
FILES = ["actors.graphml", "statements.graphml"]


def written(graph: KnowledgeGraph, folder: Path, name: str) -> ET.Element:
    export(graph, ["graphml"], folder)
    return ET.parse(folder / name).getroot()


@pytest.mark.parametrize("name", FILES)
def test_keys_are_declared_once_with_one_type(name: str, tmp_path: Path) -> None:
    root = written(graph_of(reading()), tmp_path, name)
    keys = root.findall(f"{G}key")
    assert len({key.get("id") for key in keys}) == len(keys)
    assert len({(key.get("for"), key.get("attr.name")) for key in keys}) == len(keys)
    assert {key.get("attr.type") for key in keys} <= {"string", "double", "boolean"}
    for scope in ("node", "edge"):
        ids = [key.get("id") for key in keys if key.get("for") == scope]
        elements = root.findall(f"{G}graph/{G}{scope}")
        assert elements
        # Every attribute is written for every element, the missing ones too.
        assert all([data.get("key") for data in element] == ids for element in elements)


@pytest.mark.parametrize("name", FILES)
def test_edges_are_directed_with_unique_ids_and_ends_that_are_nodes(name: str, tmp_path: Path) -> None:
    root = written(graph_of(reading()), tmp_path, name)
    (graph,) = root.findall(f"{G}graph")
    edges = graph.findall(f"{G}edge")
    assert graph.get("edgedefault") == "directed"
    assert len({edge.get("id") for edge in edges}) == len(edges)
    nodes = {node.get("id") for node in graph.findall(f"{G}node")}
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= nodes


def test_texts_come_back_to_the_character(tmp_path: Path) -> None:
    text = "a\r\nb\rc\t <&>\"' ]]> \x85\u2028 😀 "
    graph = graph_of(reading(replace(SENT, rule=text)))
    root = written(graph, tmp_path, "statements.graphml")
    assert text in {data.text for data in root.iter(f"{G}data")}


def test_booleans_are_those_of_xml(tmp_path: Path) -> None:
    export(graph_of(reading()), ["graphml"], tmp_path)
    text = (tmp_path / "statements.graphml").read_text("utf-8")
    assert ">true</data>" in text
    assert ">True</data>" not in text


@pytest.mark.parametrize("name", FILES)
def test_an_empty_graph_is_a_file_without_nodes(name: str, tmp_path: Path) -> None:
    graph = written(KnowledgeGraph(), tmp_path, name)
    assert graph.findall(f"{G}graph/{G}node") == graph.findall(f"{G}graph/{G}edge") == []


@pytest.mark.parametrize("name", FILES)
def test_the_models_that_read_are_named(name: str, tmp_path: Path) -> None:
    document = DocumentNode("urn:x:document", "a", ModelInfo("m", "1"))
    data = written(KnowledgeGraph(documents=(document,)), tmp_path, name).findall(f"{G}graph/{G}data")
    assert [element.text for element in data] == ["m 1"]
