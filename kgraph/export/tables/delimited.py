"""Tables as CSV after RFC 4180: a header, commas, quotes doubled, lines ended by CR LF, UTF-8 without a mark.

What is missing is an empty cell. Several values stand in one cell, joined by
``; ``; a semicolon within one is written as a comma. Values are the text as it
is: one that begins with ``=``, ``+``, ``-`` or ``@`` is not changed, as any
change would be in the data of everyone who does not use a spreadsheet. Import
the columns as text there.
"""

from __future__ import annotations

import csv
import datetime
import functools
from collections.abc import Iterable, Iterator

from kgraph.export.tables import TABLES, Table, Value
from kgraph.graph.rdf import Profile
from kgraph.model.graph import KnowledgeGraph

LIST_SEPARATOR = "; "


class _Echo:
    """A file that gives back what is written, so that a csv writer makes lines one by one."""

    def write(self, line: str) -> str:
        return line


def delimited(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Lines of CSV, one a row; a row with line ends in its cells is several lines of text."""
    # Both characters of the line end are quoted in cells, as they must be for readers that take either alone for one.
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    return (writer.writerow(row) for row in rows)


def cell(value: Value, separator: str = LIST_SEPARATOR) -> str:
    """A value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return separator.join(text.replace(separator.strip(), ",") for text in value)
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _file(table: Table, graph: KnowledgeGraph, _profile: Profile) -> Iterator[str]:
    yield from delimited([[column.name for column in table.columns]])
    yield from delimited(map(cell, row) for row in table.rows(graph))


statements, events, dyads, entities, evidence, participants = (
    functools.partial(_file, TABLES[name])
    for name in ("statements", "events", "dyads", "entities", "evidence", "participants")
)
