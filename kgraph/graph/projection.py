"""Property graphs of a knowledge graph: which view of it, and of what part.

The one door to the views, for graph files, figures, statistics and networkx
alike. :class:`~kgraph.graph.selection.Projection` has the options.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kgraph.graph.actors_view import actors
from kgraph.graph.claims_view import claims_graph
from kgraph.graph.property import PropertyGraph
from kgraph.graph.selection import Projection, select, with_enough_evidence, with_reports
from kgraph.graph.statements_view import statements
from kgraph.model.graph import KnowledgeGraph

VIEWS: Mapping[str, Callable[[KnowledgeGraph, Projection], PropertyGraph]] = MappingProxyType(
    {"actors": actors, "claims": claims_graph, "statements": statements}
)
"""What makes each view, by its name."""

__all__ = ["VIEWS", "Projection", "project"]


def project(graph: KnowledgeGraph, projection: Projection | None = None) -> PropertyGraph:
    """The property graph that a projection describes; by default the actors of the whole graph.

    The same graph and projection give the same nodes and edges, in the same
    order. The statements view brings the statements that report those chosen,
    even if they do not fit themselves.
    """
    how = projection or Projection()
    chosen = select(graph, how)
    if how.view == "statements":
        chosen = with_reports(with_enough_evidence(chosen, how.min_evidence), graph)
    return VIEWS[how.view](chosen, how)
