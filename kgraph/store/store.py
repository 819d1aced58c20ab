"""Documents come in, what the stages make of them is kept, readings come out."""

from __future__ import annotations

import datetime
import sqlite3
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from enum import Enum
from pathlib import Path
from tempfile import gettempdir
from types import TracebackType
from typing import Any, NamedTuple, Self

from kgraph.engine import Done, Failed, Output, Stage, Task
from kgraph.errors import InputError
from kgraph.graph.views import Viewed
from kgraph.model.compact import decode_document, decode_reading, encode_document
from kgraph.model.document import Document
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import DOCUMENT, digest, document_iri
from kgraph.model.statement import Reading
from kgraph.model.vocabulary import Vocabulary
from kgraph.republication import Rank, Signature, rank, signature
from kgraph.store import file
from kgraph.store.edges import Edge, Edges
from kgraph.store.lock import Lock
from kgraph.store.merged import merged

_PAGE = 256  # documents whose numbers are held at once
_DESCRIPTION = tuple(each.name for each in fields(Document) if each.name not in {"id", "text"})

_SIGNATURE = struct.Struct("<10q")

FingerprintOf = Callable[[Stage], str]

_PENDING = """
    FROM documents
    WHERE aside IS NOT :code AND NOT EXISTS (
        SELECT 1 FROM outputs WHERE document = number AND stage = 'code' AND fingerprint = :code
    )
"""
_FIRST_STAGE = """
    CASE
        WHEN EXISTS (SELECT 1 FROM outputs WHERE document = number AND stage = 'extract' AND fingerprint = :extract)
        THEN 'code'
        WHEN EXISTS (SELECT 1 FROM outputs WHERE document = number AND stage = 'parse' AND fingerprint = :parse)
        THEN 'extract'
        ELSE 'parse'
    END
"""
_BEFORE = {Stage.CODE: Stage.EXTRACT, Stage.EXTRACT: Stage.PARSE}


class Arrival(Enum):
    """What a document is to the store that it comes to."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"


class Work(NamedTuple):
    """What is to be done: documents and their words by the first stage that they need."""

    documents: dict[Stage, int]
    words: int

    @property
    def total(self) -> int:
        """All documents that are not up to date."""
        return sum(self.documents.values())

    @property
    def first(self) -> Stage:
        """The first stage that any of them needs."""
        return next((stage for stage in Stage if stage in self.documents), Stage.CODE)


@dataclass(frozen=True, slots=True)
class Aside:
    """A document that was set aside."""

    id: str
    reason: str
    tries: int


class Run(NamedTuple):
    """One run of the log; ``ended`` is missing where it was cut off. Times are in UTC."""

    program: str
    began: str
    ended: str | None
    added: int
    forgotten: int
    read: int
    set_aside: int


@dataclass(frozen=True, slots=True)
class Info:
    """What is in a store.

    Attributes:
        documents: How many documents it holds.
        words: How many words these have.
        unread: How many are still to be read.
        aside: Those that were set aside.
        bytes: The size of its file.
        runs: The log of runs, oldest first.
        own_ontology: The folder with the user's own ontology that it was made with.
    """

    documents: int
    words: int
    unread: int
    aside: list[Aside]
    bytes: int
    runs: list[Run]
    own_ontology: str | None


class Store:
    """A store that is open; use it as a context manager.

    Made by :meth:`to_write`, :meth:`to_read` or :meth:`in_memory`. All methods
    may raise StoreError where the file is damaged or in use, and those that
    write OutputError where it cannot be written.

    Attributes:
        path: Its file.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, lock: Lock | None = None) -> None:
        self._db = connection
        self.path = path
        self._lock = lock
        self._run: int | None = None
        self._edges = Edges(connection)

    @classmethod
    def to_write(cls, path: Path) -> Self:
        """Opens or makes a store, as its one writer.

        Raises:
            StoreError: It is no store, damaged, of a newer kgraph, or another run is writing to it.
            OutputError: It cannot be written.
        """
        path = path.absolute() if not path.is_symlink() else path.resolve()
        with file.guarded(path):
            lock = Lock(path)
        try:
            store = cls(file.open_to_write(path), path, lock)
            store._db.execute("CREATE TEMP TABLE present (number INTEGER PRIMARY KEY)")
        except BaseException:
            lock.release()
            raise
        return store

    @classmethod
    def to_read(cls, path: Path) -> Self:
        """Opens a store that is there, for reading one state of it.

        Raises:
            StoreError: There is none, or it is damaged, of a newer kgraph or of an older one.
        """
        return cls(file.open_to_read(path), path)

    @classmethod
    def in_memory(cls) -> Self:
        """A store that lasts as long as it is open."""
        store = cls(file.in_memory(), Path("memory"))
        store._db.execute("CREATE TEMP TABLE present (number INTEGER PRIMARY KEY)")
        return store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes it; what was not committed is not there."""
        try:
            self._db.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    @property
    def lasting(self) -> bool:
        """Whether it is a file, and not in memory."""
        return self._lock is not None

    def vacuum(self) -> None:
        """Gives back to the system what space of the file is not used."""
        with file.guarded(self.path):
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written within is committed at its end, or nothing of it."""
        with file.guarded(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                self._edges.forget_numbers()
                if self._db.in_transaction:  # a full disk ends it by itself
                    self._db.execute("ROLLBACK")
                raise

    def enlist(self, document: Document) -> Arrival:
        """Takes a document in and remembers for this run that it is present.

        One that is known but otherwise described than before (its date, its
        title) keeps its parse, which only its text has a say in. One that comes
        twice in a run, described in two ways, has the fuller one, so that the
        order does not matter.
        """
        key = document_iri(document.id, document.text).removeprefix(DOCUMENT)
        described = digest(*(repr(getattr(document, name)) for name in _DESCRIPTION))
        found = self._db.execute("SELECT number, described FROM documents WHERE key = ?", (key,)).fetchone()
        if found is None:
            cursor = self._db.execute(
                "INSERT INTO documents (key, id, described, date, signature, words, content) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    key,
                    document.id,
                    described,
                    *_story(document),
                    len(document.text.split()),
                    encode_document(document),
                ),
            )
            number, arrival = cursor.lastrowid, Arrival.NEW
        elif found[1] == described or self._came_fuller(found[0], document):
            number, arrival = found[0], Arrival.KNOWN
        else:
            number, arrival = found[0], Arrival.CHANGED
            self._db.execute(
                "UPDATE documents SET described = ?, date = ?, signature = ?, content = ?, aside = NULL, reason = NULL "
                "WHERE number = ?",
                (described, *_story(document), encode_document(document), number),
            )
            self._db.execute("DELETE FROM outputs WHERE document = ? AND stage != ?", (number, Stage.PARSE))
            self._edges.drop(number)
        self._db.execute("INSERT OR IGNORE INTO temp.present VALUES (?)", (number,))
        return arrival

    def _came_fuller(self, number: int, document: Document) -> bool:
        """Whether a document came in this run already, and was described more fully."""
        rows = self._rows(
            "SELECT content FROM documents JOIN temp.present USING (number) WHERE documents.number = ?", (number,)
        )
        return any(_fullness(document) < _fullness(self._document(content)) for (content,) in rows)

    def absent(self) -> int:
        """How many documents were not enlisted in this run."""
        return self._number("SELECT count(*) FROM documents WHERE number NOT IN (SELECT number FROM temp.present)")

    def forget_absent(self) -> int:
        """Removes the documents that were not enlisted in this run, with all that was made of them."""
        return self._db.execute("DELETE FROM documents WHERE number NOT IN (SELECT number FROM temp.present)").rowcount

    def retry_all(self) -> None:
        """Lets documents that were set aside be tried again."""
        self._db.execute("UPDATE documents SET aside = NULL, reason = NULL WHERE aside IS NOT NULL")

    def work(self, fingerprint: FingerprintOf) -> Work:
        """What is to be done until all outputs have these fingerprints."""
        rows = self._rows(
            f"SELECT {_FIRST_STAGE} AS stage, count(*), CAST(total(words) AS INTEGER) {_PENDING} GROUP BY stage",
            _named(fingerprint),
        )
        counts = {Stage(stage): (documents, words) for stage, documents, words in rows}
        return Work({stage: each[0] for stage, each in counts.items()}, sum(each[1] for each in counts.values()))

    def tasks(self, fingerprint: FingerprintOf) -> Iterator[Task]:
        """The documents that are not up to date, in the order in which they came, each with its last good output."""
        last = 0
        while rows := self._rows(
            f"SELECT number, {_FIRST_STAGE} {_PENDING} AND number > :last ORDER BY number LIMIT :page",
            {**_named(fingerprint), "last": last, "page": _PAGE},
        ):
            for number, first in rows:
                ((key, content),) = self._rows("SELECT key, content FROM documents WHERE number = ?", (number,))
                yield Task(key, self._document(content), self._output(number, Stage(first)))
            last = rows[-1][0]

    def keep(self, done: Done, fingerprint: FingerprintOf) -> None:
        """Keeps the outputs of a document in the place of its older ones, and the edges that it makes."""
        number = self._number("SELECT number FROM documents WHERE key = ?", (done.key,))
        self._db.executemany(
            "INSERT OR REPLACE INTO outputs (document, stage, fingerprint, checksum, content) VALUES (?, ?, ?, ?, ?)",
            [
                (number, each.stage, fingerprint(each.stage), zlib.crc32(each.content), each.content)
                for each in done.outputs
            ],
        )
        for each in done.outputs:
            if each.stage is Stage.CODE:
                self._edges.put(number, each.index)
        self._db.execute("UPDATE documents SET aside = NULL, reason = NULL, tries = 0 WHERE number = ?", (number,))

    def set_aside(self, failed: Failed, fingerprint: FingerprintOf) -> None:
        """Sets a document aside until one of its stages changes, or it is told to be tried again."""
        self._db.execute(
            "UPDATE documents SET aside = ?, reason = ?, tries = tries + 1 WHERE key = ?",
            (fingerprint(Stage.CODE), failed.reason, failed.key),
        )

    def readings(self) -> Iterator[Reading]:
        """The coded readings of all documents that are up to date with the settings, one after the other."""
        with file.guarded(self.path):
            rows = self._db.execute(
                "SELECT documents.content, checksum, outputs.content FROM outputs JOIN documents ON document = number "
                "WHERE stage = 'code' AND fingerprint = ? ORDER BY number",
                (self.settings().get(Stage.CODE),),
            )
            for document, checksum, content in rows:
                self._check(checksum, content)
                try:
                    yield decode_reading(content, self._document(document))
                except InputError as error:
                    raise file.damaged(self.path, str(error)) from error

    def stories(self) -> Iterator[tuple[Rank, Signature]]:
        """What tells which of the documents of :meth:`readings` are one story: :mod:`kgraph.republication`."""
        with file.guarded(self.path):
            rows = self._db.execute(
                "SELECT date, id, key, signature FROM outputs JOIN documents ON document = number "
                "WHERE stage = 'code' AND fingerprint = ?",
                (self.settings().get(Stage.CODE),),
            )
            for date, name, key, numbers in rows:
                try:
                    yield Rank(datetime.date.fromisoformat(date), name, DOCUMENT + key), _SIGNATURE.unpack(numbers)
                except (TypeError, ValueError, struct.error) as error:
                    raise file.damaged(self.path, f"a signature is none: {error}") from error

    @contextmanager
    def graph(self, told: Iterable[KnowledgeGraph], vocabulary: Vocabulary, *, whole: bool = False) -> Iterator[Viewed]:
        """One graph out of those of documents; a large one in temporary files that last as long as the block.

        Args:
            told: The graphs of :meth:`readings`.
            vocabulary: What is known of the entities.
            whole: Whether memory is to hold it however large it is.

        Raises:
            OutputError: The folder of temporary files is full; the variable ``TMPDIR`` names another.
        """
        with self._one_state():
            with file.guarded(self.path, Path(gettempdir())):
                graph = merged(self._db, told, vocabulary, whole=whole)
            yield graph

    def edges(self, repeated: Iterable[str]) -> Iterator[Edge]:
        """The edges of the world view between entities, of all documents that are up to date, the best attested first.

        Args:
            repeated: The IRIs of the documents that only repeat others.
        """
        with self._one_state(), file.guarded(self.path):
            self._db.execute("DROP TABLE IF EXISTS temp.speaking")
            self._db.execute("CREATE TEMP TABLE speaking (document INTEGER PRIMARY KEY)")
            self._db.execute(
                "INSERT INTO temp.speaking SELECT document FROM outputs WHERE stage = 'code' AND fingerprint = ?",
                (self.settings().get(Stage.CODE),),
            )
            self._db.executemany(
                "DELETE FROM temp.speaking WHERE document = (SELECT number FROM documents WHERE key = ?)",
                ((iri.removeprefix(DOCUMENT),) for iri in repeated),
            )
            yield from self._edges.merged()

    @contextmanager
    def _one_state(self) -> Iterator[None]:
        """Reads one state of the store, and may write temporary tables meanwhile."""
        begun = not self._db.in_transaction
        with file.guarded(self.path):
            self._db.execute("PRAGMA query_only = OFF")
            if begun:
                self._db.execute("BEGIN")
        try:
            yield
        finally:
            if begun:
                self._db.execute("ROLLBACK")

    def aside(self) -> list[Aside]:
        """The documents that are set aside, sorted."""
        rows = self._rows("SELECT id, reason, tries FROM documents WHERE aside IS NOT NULL ORDER BY id, key")
        return [Aside(*row) for row in rows]

    def settings(self) -> dict[str, str | None]:
        """What the outputs were made with, by name."""
        return dict(self._rows("SELECT name, value FROM settings"))

    def put_settings(self, **settings: str | None) -> None:
        """Sets what the outputs are made with from now on."""
        self._db.executemany("INSERT OR REPLACE INTO settings VALUES (?, ?)", settings.items())

    def begin_run(self, program: str) -> None:
        """Opens a row of the log of runs, in which no document was enlisted yet; the clock is nowhere else."""
        self._db.execute("DELETE FROM temp.present")
        cursor = self._db.execute("INSERT INTO runs (program, began) VALUES (?, datetime('now'))", (program,))
        self._run = cursor.lastrowid

    def count_in_run(self, added: int = 0, forgotten: int = 0, read: int = 0, set_aside: int = 0) -> None:
        """Adds to the counts of the run that is under way."""
        self._db.execute(
            "UPDATE runs SET added = added + ?, forgotten = forgotten + ?, read = read + ?, set_aside = set_aside + ? "
            "WHERE number = ?",
            (added, forgotten, read, set_aside, self._run),
        )

    def end_run(self) -> None:
        """Closes the row of the run, which came to its end."""
        self._db.execute("UPDATE runs SET ended = datetime('now') WHERE number = ?", (self._run,))

    def info(self) -> Info:
        """What is in it."""
        documents, words = self._rows("SELECT count(*), coalesce(sum(words), 0) FROM documents")[0]
        settings = self.settings()
        work = self.work(lambda stage: settings.get(stage) or "")
        size = self._number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        runs = self._rows("SELECT program, began, ended, added, forgotten, read, set_aside FROM runs ORDER BY number")
        log = [Run(*row) for row in runs]
        return Info(documents, words, work.total, self.aside(), size, log, settings.get("own_ontology"))

    def _number(self, query: str, values: tuple[str, ...] = ()) -> int:
        return int(self._rows(query, values)[0][0])

    def _rows(self, query: str, values: tuple[object, ...] | dict[str, object] = ()) -> list[tuple[Any, ...]]:
        with file.guarded(self.path):
            return self._db.execute(query, values).fetchall()

    def _document(self, content: bytes) -> Document:
        try:
            return decode_document(content)
        except InputError as error:
            raise file.damaged(self.path, str(error)) from error

    def _output(self, number: int, first: Stage) -> Output | None:
        """The output before the first stage that is to be done."""
        if first not in _BEFORE:
            return None
        stage = _BEFORE[first]
        rows = self._rows("SELECT checksum, content FROM outputs WHERE document = ? AND stage = ?", (number, stage))
        self._check(*rows[0])
        return Output(stage, rows[0][1])

    def _check(self, checksum: object, content: object) -> None:
        if not isinstance(content, bytes) or zlib.crc32(content) != checksum:
            raise file.damaged(self.path, "an output is not what was written")


def _fullness(document: Document) -> tuple[int, str]:
    """The rank of a description: how much it tells, then whatever it tells."""
    told = [getattr(document, name) for name in _DESCRIPTION]
    return -told.count(None), repr(told)


def _story(document: Document) -> tuple[str, bytes]:
    return rank(document).date.isoformat(), _SIGNATURE.pack(*signature(document))


def _named(fingerprint: FingerprintOf) -> dict[str, object]:
    return {stage.value: fingerprint(stage) for stage in Stage}
