"""Command-line readers of RDF. With KGRAPH_ALL_CLIENTS=1 a missing one is a failure."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from kgraph.export.registry import export
from kgraph.graph.merge import graph_of, merge
from kgraph.graph.oxigraph_view import to_oxigraph
from kgraph.model.graph import KnowledgeGraph
from tests.unit.graph.samples import reading

requires_rapper = pytest.mark.skipif(
    shutil.which("rapper") is None and os.environ.get("KGRAPH_ALL_CLIENTS") != "1",
    reason="rapper is missing; Debian: apt-get install raptor2-utils",
)


def awkward_graph() -> KnowledgeGraph:
    text = '""" \\ \\u0041 \' \r\n\t <a> & ]]> { } 😀 שלום \u202e \x00 \x1f \x7f \x85 \u2028 \ufeff'
    return merge(
        [
            graph_of(reading()),
            graph_of(reading(id=text, title=text, source=text, url='https://example.org/<a b>"\\')),
            graph_of(reading(id="long", title=text * 300)),
        ]
    )


@pytest.fixture
def turtle(tmp_path: Path) -> Path:
    (path,) = export(awkward_graph(), ["turtle"], tmp_path)
    return path


@requires_rapper
def test_rapper_reads_every_triple(turtle: Path) -> None:
    done = subprocess.run(
        ["rapper", "-q", "-i", "turtle", "-o", "ntriples", str(turtle)], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    read = set(pyoxigraph.parse(done.stdout, format=pyoxigraph.RdfFormat.N_TRIPLES))
    assert read == {pyoxigraph.Quad(*triple) for triple in to_oxigraph(awkward_graph())}


def test_rdflib_and_a_pyoxigraph_store_hold_as_many_triples(turtle: Path) -> None:
    expected = len(list(to_oxigraph(awkward_graph())))
    store = pyoxigraph.Store()
    store.bulk_load(path=str(turtle), format=pyoxigraph.RdfFormat.TURTLE)
    assert len(store) == len(rdflib.Graph().parse(turtle)) == expected


def test_a_query_asks_who_did_what_to_whom(turtle: Path) -> None:
    store = pyoxigraph.Store()
    store.bulk_load(path=str(turtle), format=pyoxigraph.RdfFormat.TURTLE)
    query = """
        PREFIX kg: <https://w3id.org/kgraph/ontology#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT DISTINCT ?who ?what WHERE { ?s kg:sends ?o . ?s rdfs:label ?who . ?o rdfs:label ?what }
    """
    bindings = rdflib.Graph().parse(turtle).query(query).bindings
    by_rdflib = {(str(row[rdflib.Variable("who")]), str(row[rdflib.Variable("what")])) for row in bindings}
    by_oxigraph = {(row["who"].value, row["what"].value) for row in store.query(query)}  # type: ignore[union-attr]
    assert by_rdflib == by_oxigraph == {("United States", "rockets")}
