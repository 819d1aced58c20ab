"""The file of a store: what it must be to be opened, and the errors of what it is instead."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kgraph.errors import OutputError, StoreError
from kgraph.store.schema import APPLICATION_ID, VERSION, migrate

MAGIC = b"SQLite format 3\x00"
_BUSY_SECONDS = 10.0
_PAGE_SIZE, _PAGES, _APPLICATION = slice(16, 18), slice(28, 32), slice(68, 72)
_HEADER = 100
_WRITE_FAILURES = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
_IN_USE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def is_store(path: Path) -> bool:
    """Whether a path is the file of a store, whole or not."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError:
        return False
    return header.startswith(MAGIC) and int.from_bytes(header[_APPLICATION], "big") == APPLICATION_ID


def open_to_write(path: Path) -> sqlite3.Connection:
    """Opens a store, made if it is missing and brought to the present version.

    Raises:
        StoreError: It is no store, of a newer kgraph, or torn.
        OutputError: It cannot be written.
    """
    with guarded(path):
        _refuse_torn(path)
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            # The tables come first, so that the file itself says that it is a store, and not a log beside it.
            migrate(connection, _version(connection, path))
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            connection.close()
            raise
        return connection


def open_to_read(path: Path) -> sqlite3.Connection:
    """Opens a store that is there, to read one state of it while others may write.

    Raises:
        StoreError: There is none, it is of a newer kgraph or an older one that was not brought up yet, or it is torn.
    """
    if not path.is_file():
        raise StoreError(f"{path}: there is no such file; make it with kgraph build INPUT... --store {path}")
    with guarded(path):
        _refuse_torn(path)
        connection = _reading_connection(path)
        try:
            _refuse_older(_version(connection, path), path)
            connection.execute("BEGIN")
        except BaseException:
            connection.close()
            raise
        return connection


def _reading_connection(path: Path) -> sqlite3.Connection:
    """A connection for queries alone.

    Where it may write it clears away the log that it makes, as the last to close does; where it may not, and there is
    no log, nobody else can be writing either.
    """
    location = path.absolute().as_uri()
    modes = ("mode=rw", "mode=ro", "immutable=1") if not _log_of(path).exists() else ("mode=rw", "mode=ro")
    for mode in modes:
        connection = sqlite3.connect(f"{location}?{mode}", uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except BaseException as error:
            connection.close()
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _WRITE_FAILURES or mode == modes[-1]:
                raise
        else:
            break
    return connection


def in_memory() -> sqlite3.Connection:
    """A store of this process alone."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    migrate(connection, 0)
    return connection


@contextmanager
def guarded(path: Path, written: Path | None = None) -> Iterator[None]:
    """Turns SQLite's errors into ours.

    Args:
        path: The file.
        written: What is written meanwhile, if not the file itself.

    Raises:
        StoreError: The file is damaged, no store, or in use.
        OutputError: It cannot be written.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _WRITE_FAILURES:
            raise OutputError(
                f"{written or path}: cannot be written: {error}; "
                "what was committed is kept: make room, and run it again"
            ) from error
        if code in _IN_USE:
            raise StoreError(f"{path}: another program is using it: {error}; wait for its end") from error
        if code == sqlite3.SQLITE_NOTADB:
            raise _no_store(path) from error
        if code == sqlite3.SQLITE_CORRUPT or isinstance(error, sqlite3.OperationalError):
            raise damaged(path, str(error)) from error
        raise
    except UnicodeDecodeError as error:
        raise damaged(path, "a name is no text") from error
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}; choose another place") from error


def damaged(path: Path, problem: str) -> StoreError:
    """The error for a store whose content is not what was written."""
    return StoreError(f"{path}: is damaged ({problem}); bring back a copy of it, or delete it and build it again")


def _no_store(path: Path) -> StoreError:
    return StoreError(f"{path}: is no store of kgraph; choose another file")


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the tables; 0 for an empty file, as a run leaves it that was cut off at once."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID and (application or version or _has_tables(connection)):
        raise _no_store(path)
    if version > VERSION:
        raise StoreError(
            f"{path}: a newer kgraph wrote it (version {version} of the tables, and this kgraph knows {VERSION}); "
            "install a newer kgraph"
        )
    return int(version)


def _refuse_older(version: int, path: Path) -> None:
    if not version:
        raise StoreError(f"{path}: is empty, since the run that made it was cut off; run it again")
    if version < VERSION:
        raise StoreError(f"{path}: is of an older kgraph; bring it up to date: kgraph build --store {path}")


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is not None


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _refuse_torn(path: Path) -> None:
    """Refuses a file that is shorter than it says; one with a log beside it may rightly be so.

    Raises:
        StoreError: It is.
    """
    log = _log_of(path)
    if not path.is_file() or (log.exists() and log.stat().st_size):
        return
    with closing(path.open("rb")) as file:
        header = file.read(_HEADER)
    size = path.stat().st_size
    if not header.startswith(MAGIC):
        return
    page_size = int.from_bytes(header[_PAGE_SIZE], "big")
    wanted = (65536 if page_size == 1 else page_size) * int.from_bytes(header[_PAGES], "big")
    if size < wanted:
        raise damaged(path, f"it has {size:,} bytes of {wanted:,}")
