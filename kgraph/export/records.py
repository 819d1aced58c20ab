"""The graph itself as JSON Lines, nothing lost: what ``kgraph.load`` reads (:mod:`kgraph.model.graph_codec`)."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph import __version__
from kgraph.graph.rdf import Profile
from kgraph.model.codec import dump_lines
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.graph_codec import encode_graph


def records(graph: KnowledgeGraph, _profile: Profile) -> Iterator[str]:
    """The lines of ``graph.jsonl``."""
    return dump_lines(encode_graph(graph, f"kgraph {__version__}"))
