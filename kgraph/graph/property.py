"""Property graphs: nodes and edges with plain attributes, for graph files and networkx.

The views of a knowledge graph are made in :mod:`kgraph.graph.actors_view`,
:mod:`kgraph.graph.claims_view` and :mod:`kgraph.graph.statements_view`;
:mod:`kgraph.graph.projection` chooses among them and what they show. The
attributes of each kind of node and edge are the fields of one record, so every
attribute has one type everywhere. All are strings, floats or booleans. What is
missing is an empty string, 0.0 or False; several values are joined by " | ",
IRIs by a space. Dates are ISO 8601.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter
from typing import Generic, TypeAlias, TypeVar

from kgraph.graph.terms import clean, is_local_name, prefixed
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import digest

Value: TypeAlias = str | float | bool

SEPARATOR = " | "

R_co = TypeVar("R_co", covariant=True)

# What a file says in its own way: who an element is, what it joins, when it holds.
_STRUCTURE = frozenset({"id", "source", "target", "parallel", "times"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node of a view.

    Attributes:
        id: An XML NMTOKEN.
        iri: The same resource as in the RDF exports.
        label: What to call it.
        evidence: The number of statements that it rests on or takes part in.
        times: The ISO dates of those statements, sorted; no attribute, but GEXF puts it on its timeline.
    """

    id: str
    iri: str
    label: str
    evidence: float = 0.0
    times: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A directed edge of a view.

    Attributes:
        id: An XML NMTOKEN, unique in the graph.
        source: Id of a node.
        target: Id of a node.
        label: What to call it.
        weight: Above 0, since Gephi drops other edges.
        quad_class: The field of political acts that most of its statements fall in (``VerbalConflict``), or empty.
        parallel: Tells it apart from the other edges from source to target; no attribute. Gephi unites those that
            share it.
        times: As of a node.
    """

    id: str
    source: str
    target: str
    label: str
    weight: float = 1.0
    quad_class: str = ""
    parallel: str = ""
    times: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stream(Generic[R_co]):
    """Nodes or edges that are made anew each time they are gone through, so that they need not all be held."""

    make: Callable[[], Iterable[R_co]]

    def __iter__(self) -> Iterator[R_co]:
        """Makes them, in their order."""
        return iter(self.make())


@dataclass(frozen=True, slots=True)
class PropertyGraph:
    """A view by name, with the models that read it: nodes and edges in a fixed order, and the records they are."""

    name: str
    models: str
    node_type: type[Node]
    edge_type: type[Edge]
    nodes: Iterable[Node]
    edges: Iterable[Edge]


def models(graph: KnowledgeGraph) -> str:
    """The language models that read the graph's documents, each with its version."""
    return clean(SEPARATOR.join(sorted({str(document.model) for document in graph.documents})))


def attribute_types(record: type[Node | Edge]) -> dict[str, str]:
    """The Python type of each attribute by name: ``str``, ``float`` or ``bool``, in a fixed order."""
    return {field.name: str(field.type) for field in fields(record) if field.name not in _STRUCTURE}


def getter(record: type[Node | Edge], names: Iterable[str] = ()) -> Callable[[Node | Edge], tuple[Value, ...]]:
    """What gives the attributes of such records as they are.

    Args:
        record: The type of the records.
        names: Some attributes; by default all, in the order of :func:`attribute_types`.
    """
    # Of a single name, attrgetter would make no tuple.
    get: Callable[[Node | Edge], tuple[Value, ...]] = attrgetter("id", *(names or attribute_types(record)))
    return lambda made: get(made)[1:]


def reader(record: type[Node | Edge]) -> Callable[[Node | Edge], list[Value]]:
    """What gives the attributes of such records, free of characters that XML cannot hold."""
    get = getter(record)
    return lambda made: [clean(value) if isinstance(value, str) else value for value in get(made)]


def attributes(record: Node | Edge) -> dict[str, Value]:
    """The attributes of a node or edge by name, free of characters that XML cannot hold."""
    return dict(zip(attribute_types(type(record)), reader(type(record))(record), strict=True))


@lru_cache(maxsize=2**16)  # nodes are named once for each of their edges
def node_id(iri: str) -> str:
    """The IRI with its prefix (``kge:ukraine``), or a digest of it where it has none: always an NMTOKEN."""
    split = prefixed(iri)
    return ":".join(split) if split is not None and is_local_name(split[1]) else f"iri:{digest(iri)}"
