"""DOT, the language of Graphviz, with colours and sizes as in the other formats."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator

from kgraph.export.appearance import colour, size
from kgraph.graph.property import Edge, Node, PropertyGraph, Value, attribute_types, reader

# All attributes keep Graphviz's rules for its own labels (escString), in which a backslash begins an escape. A lone
# backslash at a line's end would join the lines, and one before the closing mark would hide it.
_ODD = re.compile('[\\\\"\n\r]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}

# Only what Graphviz draws reads these as HTML does.
_AMPERSAND = "&amp;"

_STYLE = """\
  node [shape=box, style="rounded,filled", fillcolor=white, fontname="Helvetica", margin="0.06,0.03", height=0, width=0]
  edge [arrowsize=0.6, fontname="Helvetica", fontsize=8]
"""


def dot(view: PropertyGraph) -> Iterator[str]:
    r"""A view in DOT, an element a line.

    In each string ``\\`` is a backslash, ``\n`` a line feed, ``\r`` a carriage return. The label is what Graphviz
    draws, so that ``&`` is ``&amp;`` in it alone.
    """
    yield f"digraph {quoted(view.name)} {{\n"
    yield f"  graph [models={quoted(view.models)}, overlap=prism, outputorder=edgesfirst]\n"
    yield _STYLE
    data = _data(view.node_type)
    for node in view.nodes:
        # Words in the node's colour can be read at every size.
        drawn = f'color="{colour(node)}", fontcolor="{colour(node)}", fontsize={8 + size(node) / 2:.1f}'
        yield f"  {quoted(node.id)} [{drawn}, {data(node)}]\n"
    data = _data(view.edge_type)
    for edge in view.edges:
        width = f"{1 + math.log2(edge.weight):.2f}"
        drawn = f'id={quoted(edge.id)}, color="{colour(edge)}", fontcolor="{colour(edge)}", penwidth={width}'
        yield f"  {quoted(edge.source)} -> {quoted(edge.target)} [{drawn}, {data(edge)}]\n"
    yield "}\n"


def quoted(words: str) -> str:
    """The words as a string of DOT."""
    return f'"{_ODD.sub(lambda found: _ESCAPES[found[0]], words)}"'


def _data(record: type[Node | Edge]) -> Callable[[Node | Edge], str]:
    """What writes the attributes of such records."""
    names, read = [*attribute_types(record)], reader(record)

    def data(made: Node | Edge) -> str:
        told = zip(names, read(made), strict=True)
        return ", ".join([f"{name}={_written(name, value)}" for name, value in told])

    return data


def _written(name: str, value: Value) -> str:
    if isinstance(value, str):
        return quoted(value.replace("&", _AMPERSAND) if name == "label" else value)
    if isinstance(value, bool):
        return "true" if value else "false"
    # Of a weight, Graphviz takes whole numbers alone; its numerals have no exponent, and attributes at most six places.
    return f"{value:.6f}".rstrip("0").rstrip(".")
