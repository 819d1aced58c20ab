"""What is written into a table comes out of it, in CSV, in Parquet and for Neo4j."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from pyarrow import parquet

from kgraph.export.registry import export
from kgraph.export.tables import TABLES, Kind
from kgraph.graph.nodes import referents
from kgraph.graph.terms import clean
from kgraph.model.graph import KnowledgeGraph
from tests.properties.strategies import graphs

_SOME = settings(max_examples=40, deadline=None)


def _exported(graph: KnowledgeGraph, name: str) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        return {path.name: path.read_bytes() for path in export(graph, [name], Path(folder))}


def _read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "; ".join(text.replace(";", ",") for text in value)
    return "" if value is None else str(value)


@_SOME
@given(graphs())
def test_csv_reads_back(graph: KnowledgeGraph) -> None:
    files = _exported(graph, "csv")
    for name, table in TABLES.items():
        header, *rows = _read(files[f"{name}.csv"])
        assert header == [column.name for column in table.columns]
        assert rows == [[_shown(value) for value in row] for row in table.rows(graph)]


@_SOME
@given(graphs())
def test_parquet_reads_back(graph: KnowledgeGraph) -> None:
    files = _exported(graph, "parquet")
    for name, table in TABLES.items():
        read = parquet.read_table(io.BytesIO(files[f"{name}.parquet"]))
        assert read.column_names == [column.name for column in table.columns]
        columns = [read.column(position).to_pylist() for position in range(read.num_columns)]
        lists = [column.kind is Kind.TEXTS for column in table.columns]
        told = [
            [tuple(value) if is_list else value for value, is_list in zip(row, lists, strict=True)]
            for row in zip(*columns, strict=True)
        ]
        assert told == [list(row) for row in table.rows(graph)]


@_SOME
@given(graphs())
def test_tables_are_whole(graph: KnowledgeGraph) -> None:
    statements = {evidence.statement.id for evidence in graph.evidence}
    events = {evidence.statement.id for evidence in graph.evidence if evidence.statement.event is not None}
    told = {name: list(table.rows(graph)) for name, table in TABLES.items()}
    assert {row[0] for row in told["statements"]} == {row[0] for row in told["evidence"]} == statements
    assert len(told["statements"]) == len(told["evidence"]) == len(statements)
    assert {row[0] for row in told["events"]} == events
    assert {row[0] for row in told["dyads"]} <= events
    assert [row[0] for row in told["entities"]] == [entity.iri for entity in graph.entities]


@_SOME
@given(graphs())
def test_all_that_neo4j_relates_is_a_node(graph: KnowledgeGraph) -> None:
    files = {name: _read(data) for name, data in _exported(graph, "neo4j").items()}
    assert all(len({len(row) for row in rows}) == 1 for rows in files.values())
    nodes = [row[1] for rows in files.values() if rows[0][0] == ":LABEL" for row in rows[1:]]
    relations = [row for rows in files.values() if rows[0][0] == ":START_ID" for row in rows[1:]]
    assert len(set(nodes)) == len(nodes)
    assert {end for row in relations for end in row[:2]} <= set(nodes)
    assert all(row[2] for row in relations)
    labels = {row[1]: row[2] for row in files["neo4j-referents.csv"][1:]}
    assert labels == {referent.iri: clean(referent.label) for referent in referents(graph)}
