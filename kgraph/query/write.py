"""Writes quads in any syntax of RDF: sorted, prefixed, the file complete or untouched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kgraph.export.publish import publish
from kgraph.export.syntaxes import known_kind
from kgraph.graph.constraints import Blank, Node, Tagged
from kgraph.graph.terms import IRI, PREFIXES, Literal, is_local_name, prefixed
from kgraph.query.files import syntax_format
from kgraph.query.union import Row


def write(rows: Iterable[Row], path: Path) -> None:
    """Writes quads to a file, in the syntax that its ending tells; without named graphs where that has none.

    Raises:
        UsageError: The ending is none of RDF.
        OutputError: The file cannot be written.
    """
    kind = known_kind(path)
    if kind.syntax.datasets:
        found: Iterable[ox.Quad] | Iterable[ox.Triple] = [_quad(row) for row in rows]
    else:
        found = [_quad(row).triple for row in sorted({(*row[:3], "") for row in rows}, key=_flat)]

    def pieces() -> Iterator[str]:
        content = ox.serialize(found, format=syntax_format(kind), prefixes=_prefixes(rows))
        yield (content or b"").decode()

    publish({path.name: pieces}, path.parent)


def _flat(row: Row) -> tuple[str, bool, str, str]:
    subject, path, value, _ = row
    return subject, not path.endswith("#type"), path, repr(value)


def _prefixes(rows: Iterable[Row]) -> dict[str, str]:
    """Our prefixes, but those below which some name would take a backslash, which corrupts it in some stores."""
    unsafe = set()
    for row in rows:
        for iri in (row[0], row[1], row[2].value if isinstance(row[2], IRI) else "", row[3]):
            split = prefixed(iri)
            if split is not None and split[1] and not is_local_name(split[1]):
                unsafe.add(split[0])
    return {prefix: space for prefix, space in PREFIXES.items() if prefix not in unsafe}


def _quad(row: Row) -> ox.Quad:
    subject, predicate, value, graph = row
    where = ox.NamedNode(graph) if graph else ox.DefaultGraph()
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), term(value), where)


def term(node: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple:
    """A term of ours as one of pyoxigraph."""
    if isinstance(node, IRI):
        return ox.NamedNode(node.value)
    if isinstance(node, Blank):
        return ox.BlankNode(node.value.removeprefix("_:"))
    if isinstance(node, Tagged):
        return ox.Literal(node.value, language=node.language)
    if isinstance(node, Literal):
        return ox.Literal(node.value, datatype=ox.NamedNode(node.datatype))
    return ox.Triple(*(term(part) for part in node))  # type: ignore[arg-type]
