"""N-Triples and N-Quads: one triple a line, each of which stands for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgraph.graph.rdf import Profile, Resource, parts, resources
from kgraph.graph.terms import IRI, XSD, Literal, Term
from kgraph.model.graph import KnowledgeGraph

_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f]')
_ESCAPES = str.maketrans(
    {
        **{code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)},
        '"': '\\"',
        "\\": "\\\\",
        "\b": "\\b",
        "\t": "\\t",
        "\n": "\\n",
        "\f": "\\f",
        "\r": "\\r",
    }
)
_STRING = XSD + "string"


def triples(graph: KnowledgeGraph, profile: Profile) -> Iterator[str]:
    """The lines of N-Triples, grouped by subject and sorted by it."""
    for resource in resources(graph, profile):
        yield from _lines(resource, " .\n")


def quads(graph: KnowledgeGraph, profile: Profile) -> Iterator[str]:
    """The lines of N-Quads: the default graph, then a graph for each document."""
    for name, found in parts(graph, profile):
        end = " .\n" if name is None else f" <{name}> .\n"
        for resource in found:
            yield from _lines(resource, end)


def quoted(text: str) -> str:
    """A string in quotes, its control characters, quotes and backslashes escaped; as it is in Turtle too."""
    return f'"{text.translate(_ESCAPES)}"' if _SPECIAL.search(text) else f'"{text}"'


def _lines(resource: Resource, end: str) -> Iterator[str]:
    for predicate, values in resource.properties.items():
        start = f"<{resource.iri}> <{predicate}> "
        for value in values:
            yield start + _term(value) + end


def _term(term: Term) -> str:
    if isinstance(term, IRI):
        return f"<{term.value}>"
    if isinstance(term, Literal):
        return quoted(term.value) if term.datatype == _STRING else f"{quoted(term.value)}^^<{term.datatype}>"
    return f"<<( <{term.subject.value}> <{term.predicate.value}> <{term.object.value}> )>>"
