"""Who does what to whom, as integers: edges, claims and facts are merged from them without a look at the readings.

A row is an edge that one statement makes. Entities and predicates have numbers
(``nodes``); what a mention stands for that is linked to no entity is known by
its place in its document alone, and has a negative number made of that.
"""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from kgraph.graph.claims import Saying, holder_of
from kgraph.graph.nodes import anchor, mention_iri
from kgraph.graph.rebase import Rename
from kgraph.graph.world import affirmed, sides
from kgraph.graph.world import day as day_of
from kgraph.model.document import Span
from kgraph.model.graph import Fact
from kgraph.model.identifiers import DOCUMENT, STATEMENT
from kgraph.model.statement import Certainty, Factuality, Mention, Modality, Reading, Statement

TABLES = (
    "CREATE TABLE nodes (number INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE)",
    """
    CREATE TABLE edges (
        document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        statement TEXT NOT NULL,
        relation INTEGER NOT NULL,
        subject INTEGER NOT NULL,
        predicate INTEGER NOT NULL,
        object INTEGER NOT NULL,
        holder INTEGER,
        manner INTEGER NOT NULL,
        affirmed INTEGER NOT NULL,
        day TEXT
    )
    """,
    "CREATE INDEX edges_of_document ON edges (document)",
)
"""``holder`` is null where the text leaves open who says it, and 0 for the writers; ``manner`` is a factuality."""

CLAUSE, SIDES = range(2)
"""What joins the ends of an edge: a statement's predicate, or a political act."""

_WRITERS = 0
_NUMBERS = 1 << 16  # how many IRIs are known without asking
_LENGTH = 1 << 24  # more characters than any mention has
_CERTAINTIES, _MODALITIES = tuple(Certainty), tuple(Modality)
_MANNERS = tuple(
    Factuality(negated, certainty, future, modality)
    for negated in (False, True)
    for certainty in _CERTAINTIES
    for future in (False, True)
    for modality in _MODALITIES
)
_NUMBER_OF = {manner: number for number, manner in enumerate(_MANNERS)}
# Local nodes of two documents are never the same.
_GROUP = "subject, predicate, object, iif(subject < 0 OR object < 0, document, 0)"


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
            "INSERT INTO edges VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
            f"""
            SELECT one.iri, what.iri, other.iri, statements, documents, first, last FROM (
                SELECT subject, predicate, object, count(DISTINCT statement) AS statements,
                    count(DISTINCT document) AS documents, min(day) AS first, max(day) AS last
                FROM edges CROSS JOIN temp.speaking USING (document)
                WHERE affirmed AND subject > 0 AND object > 0 GROUP BY {_GROUP}
            )
            JOIN nodes AS one ON one.number = subject
            JOIN nodes AS what ON what.number = predicate
            JOIN nodes AS other ON other.number = object
            ORDER BY statements DESC, one.iri, what.iri, other.iri
            """
        )
        return map(Edge._make, rows)

    def sayings(self, rename: Rename) -> Iterator[list[Saying]]:
        """What statements contribute to claims, all of one subject, predicate and object together."""
        rows = self._rows("holder IS NOT NULL", rename)
        for (subject, predicate, target), group in groupby(rows, key=itemgetter(0, 1, 2)):
            yield [
                Saying(statement, document, subject, predicate, target, holder, manner, day)
                for _, _, _, holder, manner, statement, document, day in group
            ]

    def facts(self, rename: Rename) -> Iterator[Fact]:
        """The edges of the world view as :func:`kgraph.graph.world.facts` has them, in no certain order."""
        for edge, group in groupby(self._rows("affirmed", rename), key=itemgetter(0, 1, 2)):
            rows = list(group)
            days = [row[7] for row in rows if row[7] is not None]
            statements = tuple(sorted(row[5] for row in rows))
            subject, predicate, target = edge
            yield Fact(subject, predicate, target, statements, min(days, default=None), max(days, default=None))

    def _rows(
        self, condition: str, rename: Rename
    ) -> Iterator[tuple[str, str, str, str, Factuality, str, str, str | None]]:
        """Clauses as subject, predicate, object, holder, manner, statement, document and day; those alike together."""
        rows = self._db.execute(
            f"""
            SELECT key, statement, subject, one.iri, what.iri, object, other.iri, holder, voice.iri, manner, day
            FROM edges CROSS JOIN temp.speaking USING (document)
            JOIN documents ON documents.number = document
            JOIN nodes AS what ON what.number = predicate
            LEFT JOIN nodes AS one ON one.number = subject
            LEFT JOIN nodes AS other ON other.number = object
            LEFT JOIN nodes AS voice ON voice.number = holder
            WHERE relation = {CLAUSE} AND {condition} ORDER BY {_GROUP}
            """
        )
        for key, statement, subject, one, predicate, target, other, holder, voice, manner, day in rows:
            document = rename(DOCUMENT + key)
            yield (
                _iri(one, subject, document, rename),
                predicate,
                _iri(other, target, document, rename),
                "" if holder == _WRITERS else _iri(voice, holder, document, rename),
                _MANNERS[manner],
                rename(STATEMENT + statement),
                document,
                day,
            )

    def _number(self, iri: str) -> int:
        number = self._numbers.get(iri)
        if number is None:
            self._db.execute("INSERT OR IGNORE INTO nodes (iri) VALUES (?)", (iri,))
            ((number,),) = self._db.execute("SELECT number FROM nodes WHERE iri = ?", (iri,)).fetchall()
            if len(self._numbers) >= _NUMBERS:
                self._numbers.clear()
            self._numbers[iri] = number
        return int(number)


def _rows(
    statement: Statement, published: datetime.date | None, number: Callable[[str], int]
) -> Iterator[tuple[object, ...]]:
    """The rows of one statement, without the document."""

    def node(mention: Mention) -> int:
        return number(mention.entity) if mention.entity is not None else _local(anchor(mention))

    own = statement.id.removeprefix(STATEMENT)
    date = day_of(statement) or published
    predicate = number(statement.predicate.iri)
    actual = affirmed(statement)
    rest = _NUMBER_OF[statement.factuality], actual, date and date.isoformat()
    if statement.subject is not None and statement.object is not None:
        source = holder_of(statement)
        voice = _WRITERS if not statement.attributed_to else None if source is None else node(source)
        yield own, CLAUSE, node(statement.subject), predicate, node(statement.object), voice, *rest
    if actual:
        for actor, recipient in sides(statement, node):
            yield own, SIDES, actor, predicate, recipient, _WRITERS, *rest


def _local(place: Span) -> int:
    """The number of a place in a document."""
    return -(place.start * _LENGTH + place.end - place.start) - 1


def _iri(iri: str | None, number: int, document: str, rename: Rename) -> str:
    if iri is not None:
        return rename(iri)
    start, length = divmod(-number - 1, _LENGTH)
    return mention_iri(document, start, start + length)
