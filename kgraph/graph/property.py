"""Property graphs: nodes and edges with plain attributes, for graph files and networkx.

The two views of a knowledge graph are made in :mod:`kgraph.graph.actors_view`
and :mod:`kgraph.graph.statements_view`. The attributes of each kind of node and
edge are the fields of one record, so every attribute has one type everywhere.
All are strings, floats or booleans. What is missing is an empty string, 0.0 or
False; several values are joined by " | ", IRIs by a space. Dates are ISO 8601.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TypeAlias

from kgraph.graph.terms import clean, is_local_name, prefixed
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import digest

Value: TypeAlias = str | float | bool

SEPARATOR = " | "


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node; ``id`` is an XML NMTOKEN, ``iri`` the same resource as in the RDF exports."""

    id: str
    iri: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A directed edge; ``id`` is an XML NMTOKEN and unique in the graph, weights are above 0."""

    id: str
    source: str
    target: str
    label: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class PropertyGraph:
    """A view by name, with the models that read it: nodes and edges in a fixed order, and the records they are."""

    name: str
    models: str
    node_type: type[Node]
    edge_type: type[Edge]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def models(graph: KnowledgeGraph) -> str:
    """The language models that read the graph's documents, each with its version."""
    return SEPARATOR.join(sorted({str(document.model) for document in graph.documents}))


def attributes(record: Node | Edge) -> dict[str, Value]:
    """The attributes of a node or edge: all but its id and ends, free of characters that XML cannot hold."""
    values = ((name, getattr(record, name)) for name in attribute_types(type(record)))
    return {name: clean(value) if isinstance(value, str) else value for name, value in values}


def attribute_types(record: type[Node | Edge]) -> dict[str, str]:
    """The Python type of each attribute by name: ``str``, ``float`` or ``bool``, in a fixed order."""
    return {field.name: str(field.type) for field in fields(record) if field.name not in {"id", "source", "target"}}


def node_id(iri: str) -> str:
    """The IRI with its prefix (``kge:ukraine``), or a digest of it where it has none: always an NMTOKEN."""
    split = prefixed(iri)
    return ":".join(split) if split is not None and is_local_name(split[1]) else f"iri:{digest(iri)}"
