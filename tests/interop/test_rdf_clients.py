"""Readers of RDF: each reads every triple of every format, whatever is in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.export.registry import EXPORTERS
from kgraph.graph.oxigraph_view import to_oxigraph, to_oxigraph_dataset
from kgraph.graph.terms import clean
from tests.interop.awkward import TEXTS, awkward_graph
from tests.interop.clients import CLIENTS
from tests.interop.clients.client import FORMATS, Client, values

FILES = sorted(name for each in EXPORTERS.values() for name in each.files if name.rpartition(".")[2] in FORMATS)
READ = [
    pytest.param(kind, name, id=f"{kind.name}-{name}")
    for kind in CLIENTS
    for name in FILES
    if name.rpartition(".")[2] in kind.reads
]
_LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')


@pytest.mark.parametrize(("kind", "name"), READ)
def test_reads_every_triple(
    kind: type[Client], name: str, start: Callable[[type[Client]], Client], exported: dict[str, Path]
) -> None:
    file = exported[name]
    written = list(ox.parse(path=file))
    if (kind.name, file.suffix) == ("virtuoso", ".rdf"):
        written = [without_white_space(quad) for quad in written]
    assert values(start(kind).read(file)) == values(written)


def without_white_space(quad: ox.Quad) -> ox.Quad:
    """What Virtuoso's reader of RDF/XML makes of a triple: it drops a text of nothing but white space."""
    blank = isinstance(quad.object, ox.Literal) and not quad.object.value.strip(" \t\r\n")
    return ox.Quad(quad.subject, quad.predicate, ox.Literal(""), quad.graph_name) if blank else quad


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_every_file_holds_the_graph(ending: str, exported: dict[str, Path]) -> None:
    read = set(ox.parse(path=exported[f"graph.{ending}"]))
    if ending in {"trig", "nq"}:
        assert read == set(to_oxigraph_dataset(awkward_graph()))
    else:
        assert {quad.triple for quad in read} == set(to_oxigraph(awkward_graph()))


@pytest.mark.parametrize("about", TEXTS)
def test_awkward_texts_are_in_the_graph(about: str) -> None:
    title = ox.NamedNode("http://purl.org/dc/terms/title")
    titles = {triple.object for triple in to_oxigraph(awkward_graph()) if triple.predicate == title}
    assert ox.Literal(clean(TEXTS[about])) in titles


def test_a_backslash_stands_in_literals_alone(exported: dict[str, Path]) -> None:
    """Some stores keep the backslash of an escaped local name."""
    outside = _LITERAL.sub("", exported["graph.ttl"].read_text(encoding="utf-8"))
    assert "\\" not in outside


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_several_clients_read_each_format(ending: str) -> None:
    assert sum(ending in kind.reads for kind in CLIENTS) >= 8
