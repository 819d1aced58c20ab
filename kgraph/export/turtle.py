"""RDF 1.1 Turtle, readable by every triple store."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph

from kgraph.graph.oxigraph_view import to_oxigraph
from kgraph.graph.terms import PREFIXES
from kgraph.model.graph import KnowledgeGraph


def write(graph: KnowledgeGraph, folder: Path) -> None:
    """Writes ``graph.ttl``: prefixed, grouped by subject, sorted.

    Validated IRIs have local names that need no escape, so backslashes stand in literals alone.
    """
    with (folder / "graph.ttl").open("wb") as file:
        pyoxigraph.serialize(
            to_oxigraph(graph), output=file, format=pyoxigraph.RdfFormat.TURTLE, prefixes=dict(PREFIXES)
        )
