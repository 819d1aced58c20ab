"""What the files of one graph show: a view each, as the formats of graph files share it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgraph.graph.selection import Projection


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What may differ from one set of graph files to the next.

    Attributes:
        views: What of the graph is shown, a file each.
        projection: How; its own view does not count.
        for_gephi: Whether GraphML tells the kinds of edges as Gephi reads them, which the format's schema forbids.
    """

    views: tuple[str, ...] = ("actors", "statements")
    projection: Projection = field(default_factory=Projection)
    for_gephi: bool = False


ACTORS_AND_STATEMENTS = Drawing()
"""The usual files."""
