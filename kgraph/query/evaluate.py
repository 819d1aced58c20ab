"""Runs a query on a store and writes its results in one of the formats of the W3C, or as a table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pyoxigraph as ox

from kgraph.errors import GraphError
from kgraph.graph.terms import PREFIXES
from kgraph.query.guard import Query
from kgraph.query.table import table

TABLE = "table"
ROW_FORMATS = MappingProxyType(
    {
        "csv": ox.QueryResultsFormat.CSV,
        "json": ox.QueryResultsFormat.JSON,
        "tsv": ox.QueryResultsFormat.TSV,
        "xml": ox.QueryResultsFormat.XML,
    }
)
GRAPH_FORMATS = MappingProxyType({"ntriples": ox.RdfFormat.N_TRIPLES, "turtle": ox.RdfFormat.TURTLE})


def answer(  # noqa: PLR0913 - what, of what, and how to write it
    store: ox.Store,
    query: Query,
    values: Mapping[str, ox.NamedNode | ox.Literal],
    form: str | None,
    width: int = 100,
    *,
    iris: bool = False,
) -> bytes:
    """The results of a query over all graphs of a store together.

    Rows of a query without ORDER BY are sorted, so that the same graph gives the same bytes.

    Args:
        store: The graph.
        query: What to ask.
        values: What variables of its SELECT are bound to.
        form: A format; by default a table for rows and Turtle for triples.
        width: Columns of a table.
        iris: Whether a table shows IRIs in place of names.

    Raises:
        GraphError: A variable is not in SELECT, or the format does not fit the query.
    """
    try:
        results = store.query(
            query.text,
            prefixes=dict(PREFIXES),
            use_default_graph_as_union=True,
            substitutions={ox.Variable(name): value for name, value in values.items()},
        )
    except RuntimeError as error:
        raise GraphError(f"--bind {', '.join(values)}: the query does not SELECT a variable of this name") from error
    if isinstance(results, ox.QueryTriples):
        return _graph(results, form or "turtle")
    if isinstance(results, ox.QueryBoolean):
        return _truth(bool(results), results, form or TABLE)
    found = json.loads(results.serialize(format=ox.QueryResultsFormat.JSON) or b"")
    if not query.ordered:
        found["results"]["bindings"].sort(key=lambda row: [_rank(row.get(name)) for name in found["head"]["vars"]])
    if (form or TABLE) == TABLE:
        return "".join(table(found, store, width, iris=iris)).encode()
    written = ox.parse_query_results(json.dumps(found), format=ox.QueryResultsFormat.JSON)
    return _ended(written.serialize(format=_row_format(form)))


def _rank(term: Mapping[str, str] | None) -> tuple[str, ...]:
    if term is None:
        return ()
    return term["type"], term["value"], term.get("datatype", ""), term.get("xml:lang", "")


def _graph(triples: ox.QueryTriples, form: str) -> bytes:
    if form not in GRAPH_FORMATS:
        raise GraphError(f"--format {form}: the query makes triples; write them as {' or '.join(GRAPH_FORMATS)}")
    found = sorted(set(triples), key=str)
    return ox.serialize(found, format=GRAPH_FORMATS[form], prefixes=dict(PREFIXES)) or b""


def _truth(value: bool, result: Any, form: str) -> bytes:
    if form == TABLE:
        return b"yes\n" if value else b"no\n"
    return _ended(result.serialize(format=_row_format(form)))


def _row_format(form: str | None) -> ox.QueryResultsFormat:
    if form is None or form not in ROW_FORMATS:
        raise GraphError(f"--format {form}: the query makes rows; write them as {', '.join([TABLE, *ROW_FORMATS])}")
    return ROW_FORMATS[form]


def _ended(content: bytes | None) -> bytes:
    """With a line end, which JSON and XML come without."""
    return (content or b"").removesuffix(b"\n") + b"\n"
