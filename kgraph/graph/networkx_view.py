"""The graph in networkx, for centrality, communities and whatever else is in its library."""

from __future__ import annotations

from types import MappingProxyType

import networkx

from kgraph.errors import UsageError
from kgraph.graph.actors_view import actors
from kgraph.graph.property import attributes
from kgraph.graph.statements_view import statements
from kgraph.model.graph import KnowledgeGraph

VIEWS = MappingProxyType({"actors": actors, "statements": statements})


def to_networkx(graph: KnowledgeGraph, view: str = "actors") -> networkx.MultiDiGraph:
    """A view of the graph in networkx; nodes are named by prefixed IRIs, edges keyed by their ids.

    Args:
        graph: The graph.
        view: ``actors`` or ``statements``, see the modules of that name.

    Raises:
        UsageError: There is no such view.
    """
    if view not in VIEWS:
        raise UsageError(f"unknown view {view!r}; there are: {', '.join(VIEWS)}")
    source = VIEWS[view](graph)
    made = networkx.MultiDiGraph(models=source.models)
    made.add_nodes_from((node.id, attributes(node)) for node in source.nodes)
    made.add_edges_from((edge.source, edge.target, edge.id, attributes(edge)) for edge in source.edges)
    return made
