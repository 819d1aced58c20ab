"""Who does what to whom by the writers' own word, as integers: merged in no time, without a look at the readings.

A row is an edge of the world view that one statement makes between two
entities. Entities and predicates have numbers (``nodes``).
"""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from kgraph.graph.world import affirmed, sides
from kgraph.graph.world import day as day_of
from kgraph.model.identifiers import STATEMENT
from kgraph.model.statement import Mention, Reading, Statement

TABLES = (
    "CREATE TABLE nodes (number INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE)",
    """
    CREATE TABLE edges (
        document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        statement TEXT NOT NULL,
        subject INTEGER NOT NULL,
        predicate INTEGER NOT NULL,
        object INTEGER NOT NULL,
        day TEXT
    )
    """,
    "CREATE INDEX edges_of_document ON edges (document)",
)
"""``day`` is the one that the statement names, else that of its document."""

Row: TypeAlias = tuple[str, str, str, str, str | None]
"""The local name of a statement, the IRIs of subject, predicate and object, and the ISO day if there is one."""

_NUMBERS = 1 << 16  # how many IRIs are known without asking


class Edge(NamedTuple):
    """An edge of the world view between two entities, with what affirms it.

    Attributes:
        subject: IRI of an entity.
        predicate: IRI.
        object: IRI of the entity that stands as the object, or towards whom a political act is done.
        statements: How many statements affirm it.
        documents: Of how many documents.
        first: The earliest ISO date of these.
        last: The latest.
    """

    subject: str
    predicate: str
    object: str
    statements: int
    documents: int
    first: str | None
    last: str | None


class Edges:
    """The edges of a store.

    Args:
        connection: To the store.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._numbers: dict[str, int] = {}

    def forget_numbers(self) -> None:
        """Forgets the numbers of nodes, since those that came last were not committed."""
        self._numbers.clear()

    def put(self, document: int, index: bytes) -> None:
        """Puts what a document says in the place of what it said before; see :func:`encode_edges`."""
        self.drop(document)
        self._db.executemany(
            "INSERT INTO edges VALUES (?, ?, ?, ?, ?, ?)",
            [
                (document, statement, self._number(subject), self._number(predicate), self._number(target), day)
                for statement, subject, predicate, target, day in json.loads(index)
            ],
        )

    def of(self, document: int) -> list[Row]:
        """What a document says, sorted."""
        rows = self._db.execute(
            """
            SELECT statement, one.iri, what.iri, other.iri, day FROM edges
            JOIN nodes AS one ON one.number = subject
            JOIN nodes AS what ON what.number = predicate
            JOIN nodes AS other ON other.number = object
            WHERE document = ?
            """,
            (document,),
        )
        return sorted(rows)

    def drop(self, document: int) -> None:
        """Forgets what a document says."""
        self._db.execute("DELETE FROM edges WHERE document = ?", (document,))

    def merged(self) -> Iterator[Edge]:
        """The edges of the world view between entities, of the documents in ``temp.speaking``.

        Those with most statements come first, then they are sorted by IRI.
        """
        rows = self._db.execute(
            """
            SELECT one.iri, what.iri, other.iri, statements, documents, first, last FROM (
                SELECT subject, predicate, object, count(DISTINCT statement) AS statements,
                    count(DISTINCT document) AS documents, min(day) AS first, max(day) AS last
                FROM edges CROSS JOIN temp.speaking USING (document)
                GROUP BY subject, predicate, object
            )
            JOIN nodes AS one ON one.number = subject
            JOIN nodes AS what ON what.number = predicate
            JOIN nodes AS other ON other.number = object
            ORDER BY statements DESC, one.iri, what.iri, other.iri
            """
        )
        return map(Edge._make, rows)

    def _number(self, iri: str) -> int:
        number = self._numbers.get(iri)
        if number is None:
            self._db.execute("INSERT OR IGNORE INTO nodes (iri) VALUES (?)", (iri,))
            ((number,),) = self._db.execute("SELECT number FROM nodes WHERE iri = ?", (iri,)).fetchall()
            if len(self._numbers) >= _NUMBERS:
                self._numbers.clear()
            self._numbers[iri] = number
        return int(number)


def encode_edges(reading: Reading) -> bytes:
    """The rows of a reading, for whoever keeps them without a look at it."""
    return json.dumps(edges_of(reading), separators=(",", ":")).encode()


def edges_of(reading: Reading) -> list[Row]:
    """The rows that a reading makes, sorted."""
    return sorted(row for each in reading.statements for row in _rows(each, reading.document.date))


def _rows(statement: Statement, published: datetime.date | None) -> Iterator[Row]:
    """The rows of one statement: its clause, and the sides of the political act it tells of."""
    if not affirmed(statement):
        return
    date = day_of(statement) or published
    ends = {(_entity(statement.subject), _entity(statement.object)), *sides(statement, _entity)}
    for subject, target in ends:
        if subject is not None and target is not None:
            own = statement.id.removeprefix(STATEMENT)
            yield own, subject, statement.predicate.iri, target, date.isoformat() if date is not None else None


def _entity(mention: Mention | None) -> str | None:
    return mention.entity if mention is not None else None
