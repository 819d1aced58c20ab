"""What SHACL finds wrong with an ontology's entries, after the shapes of ``shapes.ttl``."""

# pyshacl and rdflib are slow to import, and needed for a check alone.
# ruff: noqa: PLC0415
from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kgraph.model.finding import Finding
from kgraph.ontology.files import SHAPES, Source, shipped
from kgraph.ontology.triples import OWL, RDF, RDFS, Triples

if TYPE_CHECKING:
    import rdflib

SH = "http://www.w3.org/ns/shacl#"
# What tells the classes of all that entries refer to.
_CLASSES = (RDF + "type", RDFS + "subClassOf")


def findings(sources: Sequence[Source], triples: Triples, touched: AbstractSet[str]) -> Iterator[Finding]:
    """The results of validating some entries.

    Args:
        sources: The files.
        triples: What they say together; what a user's file replaces is left out.
        touched: The entries to validate.
    """
    import rdflib
    from pyshacl import validate

    rules = rdflib.Graph().parse(shipped() / SHAPES, format="turtle")
    _conforms, results, _text = validate(_graph(sources, triples, touched), shacl_graph=rules, inplace=True)
    if not isinstance(results, rdflib.Graph):
        return
    for result in results.subjects(rdflib.RDF.type, rdflib.URIRef(SH + "ValidationResult")):
        told = {
            name: results.value(result, rdflib.URIRef(SH + name)) for name in ("focusNode", "value", "resultMessage")
        }
        iri, value = str(told["focusNode"]), told["value"]
        if iri in triples.files:
            problem = (
                f"has {str(value)!r}" if value is not None and str(value) != iri else "is not complete, or too full"
            )
            yield Finding(str(triples.files[iri]), iri, problem, str(told["resultMessage"]))


def _graph(sources: Sequence[Source], triples: Triples, touched: AbstractSet[str]) -> rdflib.Graph:
    """What is to be validated: the touched entries as they count in the end, and the classes of the others."""
    import rdflib

    classes = {iri for iri, rows in triples.values.items() if OWL + "Class" in rows.get(RDF + "type", ())}
    graph = rdflib.Graph()
    for source in sources:
        for quad in ox.parse(source.content, format=ox.RdfFormat.TURTLE):
            subject, predicate, value = quad.subject, quad.predicate.value, quad.object
            if not isinstance(subject, ox.NamedNode) or isinstance(value, ox.BlankNode | ox.Triple):
                continue
            if subject.value not in touched and not (subject.value in classes and predicate in _CLASSES):
                continue
            if value.value in triples.values[subject.value].get(predicate, ()):
                graph.add((rdflib.URIRef(subject.value), rdflib.URIRef(predicate), _term(value)))
    return graph


def _term(value: ox.NamedNode | ox.Literal) -> rdflib.term.Identifier:
    import rdflib

    if isinstance(value, ox.NamedNode):
        return rdflib.URIRef(value.value)
    if value.language:
        return rdflib.Literal(value.value, lang=value.language)
    # A plain literal of the shapes is no xsd:string to rdflib.
    plain = value.datatype.value == str(rdflib.XSD.string)
    return rdflib.Literal(value.value, datatype=None if plain else rdflib.URIRef(value.datatype.value))
