"""GraphML 1.0 that Gephi, igraph, graphology and networkx all read in full.

networkx's own writer is not used: of parallel edges without unique ids Gephi
keeps one, carriage returns in texts turn into line feeds, booleans are not
those of XML, and the whole document is held in memory several times.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from kgraph.graph.actors_view import actors
from kgraph.graph.property import Edge, Node, PropertyGraph, Value, attribute_types, attributes
from kgraph.graph.rdf import Profile
from kgraph.graph.statements_view import statements
from kgraph.graph.terms import clean
from kgraph.model.graph import KnowledgeGraph

_TYPES = {"str": "string", "float": "double", "bool": "boolean"}

# An XML parser turns a bare carriage return into a line feed (XML 1.0, section 2.11).
_REFERENCES = {"\r": "&#13;"}

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def actors_file(graph: KnowledgeGraph, profile: Profile) -> Iterator[str]:  # noqa: ARG001 - of RDF
    """The lines of ``actors.graphml``; :mod:`kgraph.graph.actors_view` tells what is in it."""
    return _lines(actors(graph))


def statements_file(graph: KnowledgeGraph, profile: Profile) -> Iterator[str]:  # noqa: ARG001 - of RDF
    """The lines of ``statements.graphml``; :mod:`kgraph.graph.statements_view` tells what is in it."""
    return _lines(statements(graph))


def _lines(view: PropertyGraph) -> Iterator[str]:
    node_keys = _key_ids("n", view.node_type)
    edge_keys = _key_ids("e", view.edge_type)
    yield _HEAD
    yield '  <key id="g0" for="graph" attr.name="models" attr.type="string"/>\n'
    yield from _keys("node", view.node_type, node_keys)
    yield from _keys("edge", view.edge_type, edge_keys)
    yield f'  <graph id="{view.name}" edgedefault="directed">\n'
    yield f'    <data key="g0">{_text(clean(view.models))}</data>\n'
    for node in view.nodes:
        yield f"    <node id={quoteattr(node.id)}>\n"
        yield from _data(node, node_keys)
        yield "    </node>\n"
    for edge in view.edges:
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        yield f"    <edge id={quoteattr(edge.id)} {ends}>\n"
        yield from _data(edge, edge_keys)
        yield "    </edge>\n"
    yield "  </graph>\n</graphml>\n"


def _key_ids(letter: str, record: type[Node | Edge]) -> dict[str, str]:
    """Keys that no node and edge share, although both have a label."""
    return {name: f"{letter}{number}" for number, name in enumerate(attribute_types(record))}


def _keys(scope: str, record: type[Node | Edge], keys: dict[str, str]) -> Iterator[str]:
    for name, python_type in attribute_types(record).items():
        described = f'id="{keys[name]}" for="{scope}" attr.name="{name}" attr.type="{_TYPES[python_type]}"'
        yield f"  <key {described}/>\n"


def _data(record: Node | Edge, keys: dict[str, str]) -> Iterator[str]:
    for name, value in attributes(record).items():
        yield f'      <data key="{keys[name]}">{_text(value)}</data>\n'


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return escape(value, _REFERENCES) if isinstance(value, str) else repr(value)
