"""RDF/XML, the oldest syntax: what OWL tools and XML toolchains read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from kgraph.graph.rdf import Profile, Resource, resources
from kgraph.graph.terms import IRI, XSD, Literal, Term, prefixes, split_xml_name
from kgraph.model.graph import KnowledgeGraph

_STRING = XSD + "string"
# An XML parser turns a bare carriage return into a line feed (XML 1.0, section 2.11).
_REFERENCES = {"\r": "&#13;"}


def rdfxml(graph: KnowledgeGraph, profile: Profile) -> Iterator[str]:
    """The pieces of an RDF/XML file: one ``rdf:Description`` for each subject."""
    spaces = prefixes(graph.base)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    yield from (f"\n    xmlns:{prefix}={quoteattr(space)}" for prefix, space in spaces.items())
    yield ">\n"
    by_space = {space: prefix for prefix, space in spaces.items()}
    tags: dict[str, tuple[str, str]] = {}
    for resource in resources(graph, profile):
        for predicate in resource.properties:
            if predicate not in tags:
                tags[predicate] = _tags(predicate, by_space)
        yield from _description(resource, tags)
    yield "</rdf:RDF>\n"


def _tags(predicate: str, by_space: Mapping[str, str]) -> tuple[str, str]:
    """The inside of a predicate's start tag and of its end tag; a namespace without a prefix is declared in place."""
    space, name = split_xml_name(predicate)
    if space in by_space:
        return f"{by_space[space]}:{name}", f"{by_space[space]}:{name}"
    return f"ns:{name} xmlns:ns={quoteattr(space)}", f"ns:{name}"


def _description(resource: Resource, tags: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    yield f"  <rdf:Description rdf:about={quoteattr(resource.iri)}>\n"
    for predicate, values in resource.properties.items():
        start, end = tags[predicate]
        for value in values:
            yield f"    <{start}{_rest(value, end)}\n"
    yield "  </rdf:Description>\n"


def _rest(value: Term, end: str) -> str:
    """What follows the name in a predicate's start tag."""
    if isinstance(value, IRI):
        return f" rdf:resource={quoteattr(value.value)}/>"
    if isinstance(value, Literal):
        datatype = "" if value.datatype == _STRING else f" rdf:datatype={quoteattr(value.datatype)}"
        return f"{datatype}>{escape(value.value, _REFERENCES)}</{end}>"
    raise TypeError("RDF/XML 1.1 has no triple terms")
