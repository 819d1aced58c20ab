"""The graph in pyoxigraph, which writes, reads and queries large graphs."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph

from kgraph.graph.rdf import triples
from kgraph.graph.terms import IRI, Term
from kgraph.model.graph import KnowledgeGraph


def to_oxigraph(graph: KnowledgeGraph) -> Iterator[pyoxigraph.Triple]:
    """The graph's triples one by one, in the order of :func:`kgraph.graph.rdf.triples`.

    Raises:
        ValueError: An IRI is malformed; :func:`kgraph.graph.validate.validate` tells before.
    """
    for subject, predicate, value in triples(graph):
        yield pyoxigraph.Triple(
            pyoxigraph.NamedNode(subject.value), pyoxigraph.NamedNode(predicate.value), _term(value)
        )


def _term(term: Term) -> pyoxigraph.NamedNode | pyoxigraph.Literal:
    if isinstance(term, IRI):
        return pyoxigraph.NamedNode(term.value)
    return pyoxigraph.Literal(term.value, datatype=pyoxigraph.NamedNode(term.datatype))
