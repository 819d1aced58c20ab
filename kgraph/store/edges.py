"""Who does what to whom by the writers' own word, as integers: merged in no time, without a look at the readings.

A row is an edge of the world view that one statement makes between two
entities. Entities and predicates have numbers (``nodes``).
"""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable, Iterator
from typing import NamedTuple

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

    def put(self, document: int, reading: Reading) -> None:
        """Puts what a document says in the place of what it said before."""
        self.drop(document)
        self._db.executemany(
            "INSERT INTO edges VALUES (?, ?, ?, ?, ?, ?)",
            [
                (document, *row)
                for statement in reading.statements
                for row in _rows(statement, reading.document.date, self._number)
            ],
        )

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


def count(reading: Reading) -> int:
    """How many rows a reading makes."""
    numbers: dict[str, int] = {}

    def number(iri: str) -> int:
        return numbers.setdefault(iri, len(numbers) + 1)

    return sum(1 for each in reading.statements for _ in _rows(each, None, number))


def _rows(
    statement: Statement, published: datetime.date | None, number: Callable[[str], int]
) -> Iterator[tuple[object, ...]]:
    """The rows of one statement, without the document: its clause, and the sides of the political act it tells of."""
    if not affirmed(statement):
        return

    def node(mention: Mention | None) -> int | None:
        return number(mention.entity) if mention is not None and mention.entity is not None else None

    date = day_of(statement) or published
    ends = {(node(statement.subject), node(statement.object)), *sides(statement, node)}
    for subject, target in ends:
        if subject is not None and target is not None:
            predicate = number(statement.predicate.iri)
            yield statement.id.removeprefix(STATEMENT), subject, predicate, target, date and date.isoformat()
