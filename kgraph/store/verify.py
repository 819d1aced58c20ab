"""The check of a whole store: the file's own structure, and that each record is what was written."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from kgraph.engine import Stage
from kgraph.errors import InputError
from kgraph.model.compact import SHAPE, decode_document, decode_parsed, decode_reading
from kgraph.model.document import Document
from kgraph.model.identifiers import DOCUMENT, document_iri
from kgraph.store import file
from kgraph.store.edges import Edges, Row, edges_of


def verify(path: Path) -> Iterator[str]:
    """What is wrong with a store, one line each; nothing if it is whole.

    Raises:
        StoreError: It cannot even be opened.
    """
    with closing(file.open_to_read(path)) as connection:
        structure = list(_structure(connection))
        yield from structure
        if structure:
            return
        try:
            yield from _records(connection)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            yield str(error)


def _structure(connection: sqlite3.Connection) -> Iterator[str]:
    try:
        found = [row[0] for row in connection.execute("PRAGMA quick_check")]
        yield from (line for line in found if line != "ok")
        for table, row, *_ in connection.execute("PRAGMA foreign_key_check"):
            yield f"row {row} of {table} belongs to no document"
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        yield str(error)


def _records(connection: sqlite3.Connection) -> Iterator[str]:
    settings = dict(connection.execute("SELECT name, value FROM settings"))
    edges = Edges(connection)
    readable = settings.get("shape") == SHAPE
    for number, key, name, content in connection.execute("SELECT number, key, id, content FROM documents"):
        try:
            document = decode_document(content)
        except InputError as error:
            yield f"document {name!r}: {error}"
            continue
        if document_iri(document.id, document.text) != DOCUMENT + key:
            yield f"document {name!r}: its text is not the one that its key was made of"
        kept = edges.of(number)
        for stage, fingerprint, checksum, output in connection.execute(
            "SELECT stage, fingerprint, checksum, content FROM outputs WHERE document = ?", (number,)
        ):
            readable_now = readable and fingerprint == settings.get(stage)
            problem = _problem(document, stage, checksum, output, kept if readable_now else None)
            if problem is not None:
                yield f"document {name!r}: stage {stage}: {problem}"


def _problem(document: Document, stage: str, checksum: object, content: object, kept: list[Row] | None) -> str | None:
    """What is wrong with an output; ``kept`` are its edges, ``None`` where it cannot be decoded."""
    if not isinstance(content, bytes) or zlib.crc32(content) != checksum:
        return "the output is not what was written"
    if kept is None:
        return None
    try:
        if stage == Stage.PARSE:
            decode_parsed(content, document)
        elif edges_of(decode_reading(content, document)) != kept and stage == Stage.CODE:
            return "its edges are not those that were written"
    except InputError as error:
        return str(error)
    return None
