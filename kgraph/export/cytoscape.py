"""Cytoscape JSON (``.cyjs``), which Cytoscape opens and Cytoscape.js draws."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from kgraph.graph.property import Edge, Node, PropertyGraph, Value, attribute_types, reader


def cytoscape(view: PropertyGraph) -> Iterator[str]:
    """A view as ``data`` and ``elements``, an element a line.

    Cytoscape shows the attribute ``name`` of a node and the ``interaction`` of
    an edge, so that both are the label, which is there too.
    """
    about = _json({"name": view.name, "models": view.models})
    yield f'{{"data":{about},\n"elements":{{"nodes":['
    names, read = [*attribute_types(view.node_type)], reader(view.node_type)
    yield from _list(_node(node, dict(zip(names, read(node), strict=True))) for node in view.nodes)
    yield '],\n"edges":['
    names, read = [*attribute_types(view.edge_type)], reader(view.edge_type)
    yield from _list(_edge(edge, dict(zip(names, read(edge), strict=True))) for edge in view.edges)
    yield "]}}\n"


def _node(node: Node, told: dict[str, Value]) -> dict[str, Value]:
    return {"id": node.id, "name": told["label"], **told}


def _edge(edge: Edge, told: dict[str, Value]) -> dict[str, Value]:
    ends = {"id": edge.id, "source": edge.source, "target": edge.target}
    return {**ends, "interaction": told["label"], **told}


def _list(elements: Iterable[dict[str, Value]]) -> Iterator[str]:
    for number, element in enumerate(elements):
        yield f'{"," if number else ""}\n{{"data":{_json(element)}}}'


def _json(value: dict[str, Value]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
