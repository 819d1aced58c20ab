"""The graph in pyoxigraph, which reads and queries large graphs."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph

from kgraph.graph.rdf import RDF11, Profile, Resource, parts, resources
from kgraph.graph.terms import IRI, Literal, Term
from kgraph.model.graph import KnowledgeGraph


def to_oxigraph(graph: KnowledgeGraph, profile: Profile = RDF11) -> Iterator[pyoxigraph.Triple]:
    """The graph's triples one by one, in the order of :func:`kgraph.graph.rdf.triples`.

    Raises:
        ValueError: An IRI is malformed; :func:`kgraph.graph.validate.validate` tells before.
    """
    for resource in resources(graph, profile):
        yield from _triples(resource)


def to_oxigraph_dataset(graph: KnowledgeGraph, profile: Profile = RDF11) -> Iterator[pyoxigraph.Quad]:
    """The graph's quads one by one, in the order of :func:`kgraph.graph.rdf.parts`.

    Raises:
        ValueError: An IRI is malformed; :func:`kgraph.graph.validate.validate` tells before.
    """
    for name, found in parts(graph, profile):
        where = pyoxigraph.DefaultGraph() if name is None else pyoxigraph.NamedNode(name)
        for resource in found:
            yield from (
                pyoxigraph.Quad(triple.subject, triple.predicate, triple.object, where) for triple in _triples(resource)
            )


def _triples(resource: Resource) -> Iterator[pyoxigraph.Triple]:
    subject = pyoxigraph.NamedNode(resource.iri)
    for iri, values in resource.properties.items():
        predicate = pyoxigraph.NamedNode(iri)
        yield from (pyoxigraph.Triple(subject, predicate, _term(value)) for value in values)


def _term(term: Term) -> pyoxigraph.NamedNode | pyoxigraph.Literal | pyoxigraph.Triple:
    if isinstance(term, IRI):
        return pyoxigraph.NamedNode(term.value)
    if isinstance(term, Literal):
        return pyoxigraph.Literal(term.value, datatype=pyoxigraph.NamedNode(term.datatype))
    return pyoxigraph.Triple(*(pyoxigraph.NamedNode(part.value) for part in term))
