"""GraphML 1.0 that Gephi, igraph, graphology and networkx all read in full.

networkx's own writer is not used: of parallel edges without unique ids Gephi
keeps one, carriage returns in texts turn into line feeds, booleans are not
those of XML, and the whole document is held in memory several times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kgraph.export.markup import attribute, text, values
from kgraph.graph.property import Edge, Node, PropertyGraph, attribute_types

_TYPES = {"str": "string", "float": "double", "bool": "boolean"}

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def graphml(view: PropertyGraph) -> Iterator[str]:
    """A view in GraphML, an element a piece; it fits the format's XML Schema."""
    return _pieces(view, kinds=False)


def graphml_for_gephi(view: PropertyGraph) -> Iterator[str]:
    """A view in GraphML with the kind of each edge as Gephi reads it.

    Gephi takes the XML attribute ``label`` of an edge for its kind and keeps
    parallel edges of different kinds apart. The format's XML Schema forbids it.
    """
    return _pieces(view, kinds=True)


def _pieces(view: PropertyGraph, *, kinds: bool) -> Iterator[str]:
    node_keys = _key_ids("n", view.node_type)
    edge_keys = _key_ids("e", view.edge_type)
    yield _HEAD
    yield '  <key id="g0" for="graph" attr.name="models" attr.type="string"/>\n'
    yield from _keys("node", view.node_type, node_keys)
    yield from _keys("edge", view.edge_type, edge_keys)
    yield f'  <graph id="{view.name}" edgedefault="directed">\n'
    yield f'    <data key="g0">{text(view.models)}</data>\n'
    # Ids are NMTOKENs and need no escape.
    data = _data(view.node_type, node_keys)
    for node in view.nodes:
        yield f'    <node id="{node.id}">\n{data(node)}    </node>\n'
    data = _data(view.edge_type, edge_keys)
    for edge in view.edges:
        kind = f' label="{attribute(edge.parallel)}"' if kinds else ""
        yield (
            f'    <edge id="{edge.id}" source="{edge.source}" target="{edge.target}"{kind}>\n{data(edge)}    </edge>\n'
        )
    yield "  </graph>\n</graphml>\n"


def _key_ids(letter: str, record: type[Node | Edge]) -> dict[str, str]:
    """Keys that no node and edge share, although both have a label."""
    return {name: f"{letter}{number}" for number, name in enumerate(attribute_types(record))}


def _keys(scope: str, record: type[Node | Edge], keys: dict[str, str]) -> Iterator[str]:
    for name, python_type in attribute_types(record).items():
        described = f'id="{keys[name]}" for="{scope}" attr.name="{name}" attr.type="{_TYPES[python_type]}"'
        yield f"  <key {described}/>\n"


def _data(record: type[Node | Edge], keys: dict[str, str]) -> Callable[[Node | Edge], str]:
    frames = {name: (f'      <data key="{key}">', "</data>\n") for name, key in keys.items()}
    return values(record, frames, text)
