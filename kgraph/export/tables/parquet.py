"""Tables as Parquet, with real dates, numbers, lists and missing values; it takes pyarrow.

The rows are written in groups, so that a table of any length takes little
memory. A list stays a list.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Iterator
from itertools import islice

import pyarrow
from pyarrow import parquet

from kgraph.export.tables import TABLES, Kind, Table
from kgraph.graph.rdf import Profile
from kgraph.model.graph import KnowledgeGraph

_ROWS_A_GROUP = 20_000
_TYPES = {
    Kind.TEXT: pyarrow.string(),
    Kind.TEXTS: pyarrow.list_(pyarrow.string()),
    Kind.DATE: pyarrow.date32(),
    Kind.BOOLEAN: pyarrow.bool_(),
    Kind.INTEGER: pyarrow.int64(),
    Kind.NUMBER: pyarrow.float64(),
}


class _Sink(io.RawIOBase):
    """A file that gives away what was written to it."""

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self._written.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        """What was written since the last time."""
        written = b"".join(self._written)
        self._written.clear()
        return written


def _file(table: Table, graph: KnowledgeGraph, _profile: Profile) -> Iterator[bytes]:
    schema = pyarrow.schema(
        pyarrow.field(column.name, _TYPES[column.kind], metadata={"description": column.meaning})
        for column in table.columns
    )
    sink, rows = _Sink(), table.rows(graph)
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        while group := list(islice(rows, _ROWS_A_GROUP)):
            columns = [
                pyarrow.array(values, field.type)
                for values, field in zip(zip(*group, strict=True), schema, strict=True)
            ]
            writer.write_table(pyarrow.Table.from_arrays(columns, schema=schema))
            yield sink.taken()
    yield sink.taken()


statements, events, dyads, entities, evidence, participants = (
    functools.partial(_file, TABLES[name])
    for name in ("statements", "events", "dyads", "entities", "evidence", "participants")
)
