"""The tables of a store, and the steps from each version of them to the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from kgraph.store import edges

APPLICATION_ID = 0x6B677068
"""Marks the file as a store (``kgph``)."""

# A document's key is a digest of its id and text, `described` one of all else that is known about it. `date` and
# `signature` tell which documents are one story (kgraph.republication), without a look at their texts. `aside` is the
# fingerprint of the stages under which it was set aside, for `reason`. An output is what a stage made of a document,
# under which fingerprint; kgraph.model.compact decodes it. The settings tell what the outputs were made with. A run
# whose `ended` is null was cut off.
_FIRST = (
    """
    CREATE TABLE documents (
        number INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        id TEXT NOT NULL,
        described TEXT NOT NULL,
        date TEXT NOT NULL,
        signature BLOB NOT NULL,
        words INTEGER NOT NULL,
        aside TEXT,
        reason TEXT,
        tries INTEGER NOT NULL DEFAULT 0,
        content BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE outputs (
        document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        stage TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        checksum INTEGER NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (document, stage)
    )
    """,
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT)",
    """
    CREATE TABLE runs (
        number INTEGER PRIMARY KEY,
        program TEXT NOT NULL,
        began TEXT NOT NULL,
        ended TEXT,
        added INTEGER NOT NULL DEFAULT 0,
        forgotten INTEGER NOT NULL DEFAULT 0,
        read INTEGER NOT NULL DEFAULT 0,
        set_aside INTEGER NOT NULL DEFAULT 0
    )
    """,
)


def _create(connection: sqlite3.Connection) -> None:
    for statement in (*_FIRST, *edges.TABLES):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_create,)
"""The step from each version to the next; version 0 is an empty file."""

VERSION = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Brings the tables from a version to the present one, wholly or not at all."""
    if version == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in MIGRATIONS[version:]:
            step(connection)
        connection.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
