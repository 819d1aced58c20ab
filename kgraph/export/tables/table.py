"""What a table is, whatever the format that holds it: typed columns over a stream of records."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from kgraph.graph.terms import clean
from kgraph.model.graph import KnowledgeGraph

Value: TypeAlias = str | bool | int | float | datetime.date | tuple[str, ...] | None


class Kind(StrEnum):
    """The type of a column's values; any may be missing."""

    TEXT = "text"
    TEXTS = "list of texts"
    DATE = "date"
    BOOLEAN = "true or false"
    INTEGER = "integer"
    NUMBER = "number"


class Column(NamedTuple):
    """A column: its name, its type, what it says of a record, and how it is found."""

    name: str
    kind: Kind
    meaning: str
    value: Callable[[Any], Value]


@dataclass(frozen=True, slots=True)
class Table:
    """A table by name: what a row is, the columns, and the records that the rows are made of."""

    name: str
    row: str
    columns: tuple[Column, ...]
    records: Callable[[KnowledgeGraph], Iterator[Any]]

    def rows(self, graph: KnowledgeGraph) -> Iterator[tuple[Value, ...]]:
        """The rows one by one, texts free of the characters that no format can hold."""
        for record in self.records(graph):
            yield tuple([_clean(column.value(record)) for column in self.columns])


def _clean(value: Value) -> Value:
    if isinstance(value, str):
        return clean(value)
    return tuple([clean(text) for text in value]) if isinstance(value, tuple) else value
