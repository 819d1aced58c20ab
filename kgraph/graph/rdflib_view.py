"""The graph in rdflib: the view for Python users and for reading by hand."""

from __future__ import annotations

import rdflib

from kgraph.graph.rdf import triples
from kgraph.graph.terms import IRI, XSD, Term, TripleTerm, prefixes
from kgraph.model.graph import KnowledgeGraph


def to_rdflib(graph: KnowledgeGraph) -> rdflib.Graph:
    """A new rdflib graph with the same triples and our prefixes bound."""
    view = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in prefixes(graph.base).items():
        view.bind(prefix, namespace)
    for subject, predicate, value in triples(graph):
        view.add((rdflib.URIRef(subject.value), rdflib.URIRef(predicate.value), _term(value)))
    return view


def _term(term: Term) -> rdflib.URIRef | rdflib.Literal:
    if isinstance(term, IRI):
        return rdflib.URIRef(term.value)
    if isinstance(term, TripleTerm):
        raise TypeError("rdflib has no triple terms")
    # RDF 1.1 says that a plain literal is an xsd:string; to rdflib the two differ, and its parsers give the plain one.
    datatype = None if term.datatype == XSD + "string" else rdflib.URIRef(term.datatype)
    return rdflib.Literal(term.value, datatype=datatype)
