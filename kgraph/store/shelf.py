"""Records on disk that are gone through in order, as often as wanted: what a tuple is where memory is too small.

They lie in temporary tables of a database, which SQLite sorts outside of
memory and removes with the connection.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")

_AT_ONCE = 500
_CACHE_KILOBYTES = 32_000


class Shelf(Sequence[T], Generic[T]):
    """A sequence of records, sorted by their keys.

    Args:
        connection: To the database.
        table: The temporary table: ``key`` and ``content`` of the records, numbered from 1 in their order.
        decode: Makes a record of its column.
        column: Which that is.
    """

    def __init__(
        self, connection: sqlite3.Connection, table: str, decode: Callable[[str], T], column: str = "content"
    ) -> None:
        self._db = connection
        self._table = table
        self._decode = decode
        self._query = f"SELECT {column} FROM temp.{table}"
        ((self._count,),) = connection.execute(f"SELECT count(*) FROM temp.{table}").fetchall()

    def __len__(self) -> int:
        """How many there are."""
        return int(self._count)

    def __iter__(self) -> Iterator[T]:
        """Goes through them in their order."""
        return (self._decode(content) for (content,) in self._db.execute(f"{self._query} ORDER BY rowid"))

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> list[T]: ...
    def __getitem__(self, place: int | slice) -> T | list[T]:
        """The record at a place."""
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        number = range(1, len(self) + 1)[place]
        ((content,),) = self._db.execute(f"{self._query} WHERE rowid = ?", (number,)).fetchall()
        return self._decode(content)

    def keys(self) -> Shelf[str]:
        """The keys, in the same order."""
        return Shelf(self._db, self._table, str, "key")

    def find(self, key: str) -> T:
        """The record of a key.

        Raises:
            KeyError: There is none.
        """
        found = self._db.execute(f"{self._query} WHERE key = ?", (key,)).fetchone()
        if found is None:
            raise KeyError(key)
        return self._decode(found[0])


class Shelves:
    """The shelves of one graph; those of the one before are cleared away.

    Args:
        connection: To the database.
        names: What they are called.
    """

    def __init__(self, connection: sqlite3.Connection, names: Iterable[str]) -> None:
        self._db = connection
        connection.execute(f"PRAGMA temp.cache_size = -{_CACHE_KILOBYTES}")
        for name in names:
            connection.execute(f"DROP TABLE IF EXISTS temp.{name}")
            connection.execute(f"DROP TABLE IF EXISTS temp.unsorted_{name}")
            connection.execute(f"CREATE TEMP TABLE unsorted_{name} (key TEXT NOT NULL, content TEXT NOT NULL)")

    def put(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Puts records onto shelves: the name of the shelf, key and content of each."""
        waiting: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, key, content in rows:
            batch = waiting[name]
            batch.append((key, content))
            if len(batch) == _AT_ONCE:
                self._insert(name, batch)
        for name, batch in waiting.items():
            self._insert(name, batch)

    def sorted(self, name: str, decode: Callable[[str], T], *, indexed: bool = False) -> Shelf[T]:
        """A shelf that is full, sorted by its keys; indexed by them, if records are to be found one by one."""
        self._db.execute(f"CREATE TEMP TABLE {name} AS SELECT key, content FROM temp.unsorted_{name} ORDER BY key")
        self._db.execute(f"DROP TABLE temp.unsorted_{name}")
        if indexed:
            self._db.execute(f"CREATE INDEX temp.{name}_by_key ON {name} (key)")
        return Shelf(self._db, name, decode)

    def _insert(self, name: str, batch: list[tuple[str, str]]) -> None:
        self._db.executemany(f"INSERT INTO temp.unsorted_{name} VALUES (?, ?)", batch)
        batch.clear()
