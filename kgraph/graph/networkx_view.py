"""The graph in networkx, for centrality, communities and whatever else is in its library."""

from __future__ import annotations

from typing import Any

import networkx

from kgraph.graph.projection import Projection, project
from kgraph.graph.property import PropertyGraph, attribute_types, reader
from kgraph.model.graph import KnowledgeGraph


def to_networkx(graph: KnowledgeGraph, view: str = "actors", **options: Any) -> networkx.MultiDiGraph:
    """A view of the graph in networkx; nodes are named by prefixed IRIs, edges keyed by their ids.

    For example, who is central and who belongs together::

        actors = to_networkx(graph, by_country=True, since=date(2022, 1, 1))
        networkx.betweenness_centrality(actors), networkx.community.louvain_communities(actors)

    Args:
        graph: The graph.
        view: ``actors``, ``claims`` or ``statements``, see the modules of their names.
        **options: The other fields of :class:`~kgraph.graph.selection.Projection`: ``event_types``, ``since``,
            ``until``, ``sources``, ``min_evidence``, ``by_country``, ``signed``.

    Raises:
        UsageError: There is no such view, or the options contradict each other.
    """
    return in_networkx(project(graph, Projection(view=view, **options)))


def in_networkx(source: PropertyGraph) -> networkx.MultiDiGraph:
    """A property graph in networkx."""
    made = networkx.MultiDiGraph(name=source.name, models=source.models)
    names, read = [*attribute_types(source.node_type)], reader(source.node_type)
    made.add_nodes_from((node.id, dict(zip(names, read(node), strict=True))) for node in source.nodes)
    names, read = [*attribute_types(source.edge_type)], reader(source.edge_type)
    made.add_edges_from(
        (edge.source, edge.target, edge.id, dict(zip(names, read(edge), strict=True))) for edge in source.edges
    )
    return made
