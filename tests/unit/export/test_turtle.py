from __future__ import annotations

import re
from pathlib import Path

import rdflib

from kgraph.export.turtle import write
from kgraph.graph.merge import graph_of
from kgraph.graph.rdflib_view import to_rdflib
from kgraph.model.graph import KnowledgeGraph
from tests.unit.graph.samples import SENT, reading


def written(graph: KnowledgeGraph, folder: Path) -> str:
    write(graph, folder)
    return (folder / "graph.ttl").read_text("utf-8")


def test_turtle_holds_the_graph(tmp_path: Path) -> None:
    graph = graph_of(reading())
    read = rdflib.Graph().parse(data=written(graph, tmp_path), format="turtle")
    assert set(read) == set(to_rdflib(graph))


def test_turtle_is_prefixed_and_grouped_by_sorted_subjects(tmp_path: Path) -> None:
    text = written(graph_of(reading()), tmp_path)
    body = [line for line in text.splitlines() if not line.startswith("@prefix")]
    subjects = [line.split(" ", 1)[0] for line in body if not line.startswith("\t")]
    assert len(set(subjects)) == len(subjects)
    assert "<https://w3id.org/kgraph/" not in "\n".join(body)
    assert re.search(
        rf"^kgs:{SENT.id.rpartition('/')[2]} a rdf:Statement , kg:AID , kg:Statement ;$", text, re.MULTILINE
    )


def test_values_are_in_their_short_forms(tmp_path: Path) -> None:
    text = written(graph_of(reading(SENT)), tmp_path)
    assert "kg:confidence 0.5 ;" in text
    assert "kg:negated false ;" in text
    assert "kg:begin 18 ;" in text
    assert 'schema:url "https://example.org/1 a"^^xsd:anyURI' in text


def test_an_empty_graph_is_valid_turtle(tmp_path: Path) -> None:
    assert len(rdflib.Graph().parse(data=written(KnowledgeGraph(), tmp_path), format="turtle")) == 0
