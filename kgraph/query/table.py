"""Rows of results as a table for people: names in place of IRIs where the graph has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyoxigraph as ox
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kgraph.graph.terms import RDFS
from kgraph.query.binding import short, words_of

_LABEL = ox.NamedNode(RDFS + "label")


def table(results: Mapping[str, Any], store: ox.Store, width: int, *, iris: bool) -> Iterator[str]:
    """A table of results.

    Args:
        results: As SPARQL 1.1 Query Results JSON has them.
        store: The graph, for the names.
        width: Columns of the terminal.
        iris: Whether to show prefixed names alone.

    Yields:
        Lines with their line ends; the last one tells how many rows there are.
    """
    columns, rows = results["head"]["vars"], results["results"]["bindings"]
    names = {} if iris else _names(rows, store)
    grid = Table(box=box.SIMPLE_HEAD, width=None, padding=(0, 1, 0, 0), pad_edge=False)
    for column in columns:
        grid.add_column(column, overflow="fold")
    for row in rows:
        grid.add_row(*(Text(_cell(row.get(column), names)) for column in columns))
    console = Console(width=width, color_system=None, force_terminal=False, legacy_windows=False)
    with console.capture() as capture:
        console.print(grid)
    if rows:
        yield from (line.rstrip() + "\n" for line in capture.get().strip("\n").splitlines())
    yield f"{len(rows)} row{'' if len(rows) == 1 else 's'}\n"


def _cell(term: Mapping[str, str] | None, names: Mapping[str, str]) -> str:
    if term is None:
        return ""
    value = term["value"]
    if term["type"] == "uri":
        return names.get(value) or short(ox.NamedNode(value))
    return " ".join(value.split()) if term["type"] == "literal" else f"_:{value}"


def _names(rows: Sequence[Mapping[str, Mapping[str, str]]], store: ox.Store) -> dict[str, str]:
    """What to call each IRI; whoever shares a name is called by both name and IRI."""
    iris = {term["value"] for row in rows for term in row.values() if term["type"] == "uri"}
    called: defaultdict[str, list[str]] = defaultdict(list)
    for iri in sorted(iris):
        labels = sorted(words_of(quad) for quad in store.quads_for_pattern(ox.NamedNode(iri), _LABEL, None, None))
        if labels:
            called[" ".join(labels[0].split())].append(iri)
    return {
        iri: label if len(bearers) == 1 else f"{label} ({short(ox.NamedNode(iri))})"
        for label, bearers in called.items()
        for iri in bearers
    }
