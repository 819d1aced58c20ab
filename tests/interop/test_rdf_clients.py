"""Readers of RDF: each reads every triple of every format, whatever is in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.export.registry import EXPORTERS
from kgraph.graph.oxigraph_view import to_oxigraph
from kgraph.graph.terms import clean
from tests.interop.awkward import TEXTS, awkward_graph
from tests.interop.clients import CLIENTS
from tests.interop.clients.client import FORMATS, Client, values

WRITTEN = sorted({name.rpartition(".")[2] for each in EXPORTERS.values() for name in each.files} & FORMATS)
_LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')
READ = [
    pytest.param(kind, ending, id=f"{kind.name}-{ending}")
    for kind in CLIENTS
    for ending in WRITTEN
    if ending in kind.reads
]


@pytest.mark.parametrize(("kind", "ending"), READ)
def test_reads_every_triple(
    kind: type[Client], ending: str, start: Callable[[type[Client]], Client], exported: dict[str, Path]
) -> None:
    file = exported[ending]
    assert values(start(kind).read(file)) == values(ox.parse(path=file))


@pytest.mark.parametrize("ending", WRITTEN)
def test_every_file_holds_the_graph(ending: str, exported: dict[str, Path]) -> None:
    assert {quad.triple for quad in ox.parse(path=exported[ending])} == set(to_oxigraph(awkward_graph()))


@pytest.mark.parametrize("about", TEXTS)
def test_awkward_texts_are_in_the_graph(about: str) -> None:
    title = ox.NamedNode("http://purl.org/dc/terms/title")
    titles = {triple.object for triple in to_oxigraph(awkward_graph()) if triple.predicate == title}
    assert ox.Literal(clean(TEXTS[about])) in titles


def test_a_backslash_stands_in_literals_alone(exported: dict[str, Path]) -> None:
    """Some stores keep the backslash of an escaped local name."""
    outside = _LITERAL.sub("", exported["ttl"].read_text(encoding="utf-8"))
    assert "\\" not in outside


@pytest.mark.parametrize("ending", WRITTEN)
def test_several_clients_read_each_format(ending: str) -> None:
    assert sum(ending in kind.reads for kind in CLIENTS) >= 8
