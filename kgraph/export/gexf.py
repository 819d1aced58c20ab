"""GEXF 1.3, Gephi's own format: with a timeline, kinds of edges, sizes and colours.

Each day on which a statement speaks of a node or makes an edge is a timestamp
of it, so that a window of Gephi's timeline shows what happened in it. Edges
are of a kind each, since Gephi unites parallel edges of one kind. Whoever
reads a graph without Gephi finds the first and last day as attributes too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from kgraph import __version__
from kgraph.export.appearance import colour, size
from kgraph.export.markup import attribute, text, values
from kgraph.graph.property import Edge, Node, PropertyGraph, attribute_types

_TYPES = {"str": "string", "float": "double", "bool": "boolean"}

# What is an XML attribute of the element itself.
_OWN = frozenset({"label", "weight"})


def gexf(view: PropertyGraph) -> Iterator[str]:
    """A view in GEXF, an element a piece."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
    yield f"  <meta>\n    <creator>kgraph {__version__}</creator>\n"
    yield f"    <description>{text(f'{view.name}, read by {view.models}')}</description>\n  </meta>\n"
    yield '  <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="timestamp">\n'
    yield from _declared("node", view.node_type)
    yield from _declared("edge", view.edge_type)
    yield "    <nodes>\n"
    data = _data(view.node_type)
    for node in view.nodes:
        yield (
            f'      <node id="{node.id}"{_label(node)}{_times(node)}>\n{data(node)}'
            f'        <viz:size value="{size(node)!r}"/>\n{_colour(node)}      </node>\n'
        )
    yield "    </nodes>\n    <edges>\n"
    data = _data(view.edge_type)
    for edge in view.edges:
        ends = f'source="{edge.source}" target="{edge.target}"'
        kind = f'kind="{attribute(edge.parallel)}"'
        yield (
            f'      <edge id="{edge.id}" {ends} {kind} weight="{edge.weight!r}"{_label(edge)}{_times(edge)}>\n'
            f"{data(edge)}{_colour(edge)}      </edge>\n"
        )
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _names(record: type[Node | Edge]) -> dict[str, str]:
    return {name: kind for name, kind in attribute_types(record).items() if name not in _OWN}


def _declared(scope: str, record: type[Node | Edge]) -> Iterator[str]:
    """The attributes; their ids are their names, since graphology shows those."""
    yield f'    <attributes class="{scope}">\n'
    for name, python_type in _names(record).items():
        yield f'      <attribute id="{name}" title="{name}" type="{_TYPES[python_type]}"/>\n'
    yield "    </attributes>\n"


def _label(record: Node | Edge) -> str:
    return f' label="{attribute(record.label)}"'


def _times(record: Node | Edge) -> str:
    return f' timestamps="&lt;[{", ".join(record.times)}]&gt;"' if record.times else ""


def _colour(record: Node | Edge) -> str:
    return _rgb(colour(record))


@cache
def _rgb(code: str) -> str:
    red, green, blue = (int(code[place : place + 2], 16) for place in (1, 3, 5))
    return f'        <viz:color r="{red}" g="{green}" b="{blue}"/>\n'


def _data(record: type[Node | Edge]) -> Callable[[Node | Edge], str]:
    frames = {name: (f'          <attvalue for="{name}" value="', '"/>\n') for name in _names(record)}
    write = values(record, frames, attribute)
    return lambda made: f"        <attvalues>\n{write(made)}        </attvalues>\n"
