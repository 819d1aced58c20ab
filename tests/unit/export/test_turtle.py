from __future__ import annotations

import re
from dataclasses import replace

import rdflib

from kgraph.export.turtle import turtle
from kgraph.graph.merge import graph_of
from kgraph.graph.rdf import RDF11
from kgraph.graph.rdflib_view import to_rdflib
from kgraph.graph.terms import DCAT, PROV, VOID
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import ENTITY
from tests.unit.graph.samples import ENTITIES, SENT, UKRAINE, mention, reading


def written(graph: KnowledgeGraph) -> str:
    return "".join(turtle(graph, RDF11))


def test_turtle_holds_the_graph() -> None:
    graph = graph_of(reading())
    read = rdflib.Graph().parse(data=written(graph), format="turtle")
    assert set(read) == set(to_rdflib(graph))


def test_turtle_is_prefixed_and_grouped_by_sorted_subjects() -> None:
    text = written(graph_of(reading()))
    body = [line for line in text.splitlines() if not line.startswith("@prefix")]
    subjects = [line.split(" ", 1)[0] for line in body if line and not line.startswith(" ")]
    assert len(set(subjects)) == len(subjects)
    assert "<https://w3id.org/kgraph/statement" not in "\n".join(body)
    assert re.search(rf"^kgs:{SENT.id.rpartition('/')[2]} a rdf:Statement, kg:AID, kg:Statement ;$", text, re.MULTILINE)


def test_values_are_in_their_short_forms() -> None:
    text = written(graph_of(reading(SENT)))
    assert "kg:confidence 0.5 ;" in text
    assert "kg:negated false ;" in text
    assert "kg:begin 18 ;" in text
    assert 'schema:url "https://example.org/1 a"^^xsd:anyURI' in text


def test_an_empty_graph_is_valid_turtle() -> None:
    read = rdflib.Graph().parse(data=written(KnowledgeGraph()), format="turtle")
    kinds = {str(kind) for kind in read.objects(None, rdflib.RDF.type)}
    assert kinds == {VOID + "Dataset", DCAT + "Dataset", PROV + "SoftwareAgent"}


def test_a_name_that_needs_an_escape_stands_in_full() -> None:
    strange = replace(UKRAINE, iri=ENTITY + "c'te.d~e")
    sent = replace(SENT, object=mention("rockets", strange))
    assert f"rdf:object <{strange.iri}> ;" in written(graph_of(reading(sent, entities=(*ENTITIES, strange))))
