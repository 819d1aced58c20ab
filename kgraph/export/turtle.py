"""Turtle and TriG for people and for every triple store: prefixed, a block for each subject, a line for each predicate.

A name is shortened by its prefix only if what follows needs no escape, so that
backslashes stand in literals alone: some stores corrupt escaped names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from kgraph.export.ntriples import quoted
from kgraph.graph.rdf import Part, Profile, Resource, parts, resources
from kgraph.graph.terms import IRI, RDF, XSD, Literal, Term, is_local_name, prefixes
from kgraph.model.graph import KnowledgeGraph

_INDENT = "    "
# Their canonical lexical forms are tokens of Turtle.
_BARE = frozenset({XSD + "boolean", XSD + "decimal", XSD + "integer"})
_STRING = XSD + "string"
_TYPE = RDF + "type"
_CACHED_NAMES = 2**14
_CACHED_TERMS = 2**14


def turtle(graph: KnowledgeGraph, profile: Profile) -> Iterator[str]:
    """The pieces of a Turtle file: the prefixes, then a block for each subject."""
    return trig_of([Part(None, resources(graph, profile))], prefixes(graph.base))


def trig(graph: KnowledgeGraph, profile: Profile) -> Iterator[str]:
    """The pieces of a TriG file: the prefixes, the default graph, then a graph for each document."""
    return trig_of(parts(graph, profile), prefixes(graph.base))


def trig_of(dataset: Iterable[Part], spaces: Mapping[str, str]) -> Iterator[str]:
    """The pieces of a TriG file of any dataset; of a default graph alone it is Turtle.

    Args:
        dataset: Its graphs.
        spaces: Namespaces by their prefixes.
    """
    yield from (f"@prefix {prefix}: <{space}> .\n" for prefix, space in spaces.items())
    name = _names(spaces)
    term = _terms(name)
    for graph, found in dataset:
        if graph is None:
            yield from ("\n" + _block(resource, name, term) for resource in found)
        else:
            yield f"\n{name(graph)} {{\n"
            yield from (_block(resource, name, term, _INDENT) for resource in found)
            yield "}\n"


def _names(spaces: Mapping[str, str]) -> Callable[[str], str]:
    """What makes of an IRI a prefixed name, or the IRI in angle brackets where that cannot be."""
    by_space = {space: f"{prefix}:" for prefix, space in spaces.items()}

    @lru_cache(maxsize=_CACHED_NAMES)
    def name(iri: str) -> str:
        split = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = by_space.get(iri[:split])
        return prefix + iri[split:] if prefix is not None and is_local_name(iri[split:]) else f"<{iri}>"

    return name


def _terms(name: Callable[[str], str]) -> Callable[[Term], str]:
    """What writes a term down; most come again and again."""

    @lru_cache(maxsize=_CACHED_TERMS)
    def term(value: Term) -> str:
        if isinstance(value, IRI):
            return name(value.value)
        if isinstance(value, Literal):
            if value.datatype == _STRING:
                return quoted(value.value)
            return value.value if value.datatype in _BARE else f"{quoted(value.value)}^^{name(value.datatype)}"
        return f"<<( {' '.join(name(part.value) for part in value)} )>>"

    return term


def _block(resource: Resource, name: Callable[[str], str], term: Callable[[Term], str], indent: str = "") -> str:
    """A subject with a line for each predicate."""
    # Nearly all have one value; joining a list of one costs as much as all the rest of the line.
    lines = [
        f"{'a' if predicate == _TYPE else name(predicate)} "
        f"{term(values[0]) if len(values) == 1 else ', '.join(map(term, values))}"
        for predicate, values in resource.properties.items()
    ]
    return f"{indent}{name(resource.iri)} " + f" ;\n{indent}{_INDENT}".join(lines) + " .\n"
