"""Every syntax of RDF gives back the same triples, whatever characters are in them."""

from __future__ import annotations

import gzip
import re
import tempfile
import warnings
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.export.registry import EXPORTERS, export_file
from kgraph.export.syntaxes import SYNTAXES
from kgraph.graph.merge import graph_of
from kgraph.graph.nanopublications import NP
from kgraph.graph.oxigraph_view import to_oxigraph, to_oxigraph_dataset
from kgraph.graph.rdf import RDF11, Profile
from kgraph.graph.rebase import rebased
from kgraph.model.graph import KnowledgeGraph
from tests.properties.strategies import awkward, graphs
from tests.unit.graph.samples import reading

RDF12 = Profile(rdf12=True)
IN_RDFLIB = {
    "jsonld": "json-ld",
    "nquads": "nquads",
    "ntriples": "nt",
    "rdfxml": "xml",
    "trig": "trig",
    "turtle": "turtle",
}
WITH_GRAPHS = ("nquads", "trig")
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"')
_SOME = settings(max_examples=25, deadline=None)


def exported(graph: KnowledgeGraph, name: str, profile: Profile = RDF11) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"graph{SYNTAXES[name].endings[0]}.gz")
        return gzip.decompress(export_file(graph, EXPORTERS[name], path, profile).read_bytes())


def parsed(data: bytes, name: str) -> list[pyoxigraph.Quad]:
    syntax = pyoxigraph.RdfFormat.from_media_type(SYNTAXES[name].media_type)
    assert syntax is not None
    return list(pyoxigraph.parse(data, format=syntax))


def in_rdflib(data: bytes, name: str) -> set[tuple[rdflib.term.Node, ...]]:
    dataset = rdflib.Dataset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib uses what it deprecates
        dataset.parse(data=data, format=IN_RDFLIB[name])
    return {(subject, predicate, value) for subject, predicate, value, _ in dataset.quads()}


def told(graph: KnowledgeGraph) -> set[tuple[rdflib.term.Node, ...]]:
    """The triples as rdflib reads them from N-Triples, the simplest of all, which pyoxigraph writes here."""
    data = pyoxigraph.serialize(to_oxigraph(graph), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert data is not None
    return in_rdflib(data, "ntriples")


def assert_holds(graph: KnowledgeGraph, name: str) -> None:
    data = exported(graph, name)
    quads = parsed(data, name)
    # There are no blank nodes, so isomorphic graphs are equal sets.
    assert {quad.triple for quad in quads} == set(to_oxigraph(graph))
    assert len(quads) == len(set(quads))
    if name in WITH_GRAPHS:
        assert set(quads) == set(to_oxigraph_dataset(graph))
    assert in_rdflib(data, name) == told(graph)


@_SOME
@pytest.mark.parametrize("name", sorted(SYNTAXES))
@given(graph=graphs())
def test_every_syntax_gives_back_the_same_triples(name: str, graph: KnowledgeGraph) -> None:
    assert_holds(graph, name)


@settings(max_examples=5, deadline=None)
@pytest.mark.parametrize("name", sorted(SYNTAXES))
@given(text=awkward().filter(len).map(lambda text: (text * 10_000)[:10_000]))
def test_long_literals_read_back(name: str, text: str) -> None:
    assert_holds(graph_of(reading(title=text, source=text, url=text)), name)


@_SOME
@pytest.mark.parametrize("name", [name for name, syntax in SYNTAXES.items() if syntax.rdf12])
@given(graph=graphs())
def test_triple_terms_read_back(name: str, graph: KnowledgeGraph) -> None:
    found = {quad.triple for quad in parsed(exported(graph, name, RDF12), name)}
    assert found == set(to_oxigraph(graph, RDF12))


@_SOME
@pytest.mark.parametrize("name", ["trig", "turtle"])
@given(graph=graphs())
def test_backslashes_stand_in_literals_alone(name: str, graph: KnowledgeGraph) -> None:
    assert b"\\" not in _STRING.sub(b"", exported(graph, name, RDF12))


@_SOME
@given(graph=graphs())
def test_the_description_counts_every_triple(graph: KnowledgeGraph) -> None:
    for profile in (RDF11, RDF12):
        found = set(to_oxigraph(graph, profile))
        assert {quad.triple for quad in to_oxigraph_dataset(graph, profile)} == found
        (count,) = [each.object for each in found if each.predicate.value.endswith("void#triples")]
        assert isinstance(count, pyoxigraph.Literal)
        assert int(count.value) == len(found)


@_SOME
@given(graph=graphs())
def test_below_another_base_only_iris_differ(graph: KnowledgeGraph) -> None:
    base = "https://example.org/news/"
    moved = rebased(graph, base, frozenset())
    assert moved.base == (base if graph.documents else graph.base)
    assert len(set(to_oxigraph(moved))) == len(set(to_oxigraph(graph)))
    assert_holds(moved, "turtle")


@_SOME
@given(graph=graphs(), name=st.sampled_from(sorted(SYNTAXES)))
def test_the_same_graph_gives_the_same_bytes(graph: KnowledgeGraph, name: str) -> None:
    assert exported(graph, name) == exported(graph, name)


@_SOME
@given(graph=graphs())
def test_a_nanopublication_is_four_graphs_that_its_head_names(graph: KnowledgeGraph) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = export_file(graph, EXPORTERS["nanopub"], Path(folder, "nanopubs.trig")).read_bytes()
    quads = parsed(data, "trig")
    names = {quad.graph_name for quad in quads}
    parts = [quad for quad in quads if quad.predicate.value.startswith(f"{NP}has")]
    heads = {quad.graph_name for quad in parts}
    assert len(names) == 4 * len(heads) == len(heads) + len(parts)
    assert names == heads | {quad.object for quad in parts}
    for quad in parts:
        inside = {each.subject for each in quads if each.graph_name == quad.object}
        if quad.predicate.value == f"{NP}hasPublicationInfo":
            assert quad.subject in inside
        if quad.predicate.value == f"{NP}hasProvenance":
            assertion = next(
                each.object
                for each in parts
                if each.subject == quad.subject and each.predicate.value == f"{NP}hasAssertion"
            )
            assert assertion in inside
