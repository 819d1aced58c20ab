"""Node-link JSON, as networkx and D3 read it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import networkx

from kgraph.graph.networkx_view import in_networkx
from kgraph.graph.property import PropertyGraph


def node_link(view: PropertyGraph) -> Iterator[str]:
    """A view as ``networkx.node_link_graph(data, edges="edges")`` reads it; the key of an edge is its id."""
    data = networkx.node_link_data(in_networkx(view), edges="edges")
    yield from json.JSONEncoder(ensure_ascii=False, indent=0, separators=(",", ":")).iterencode(data)
    yield "\n"
