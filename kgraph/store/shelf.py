"""Records that are gone through in order, as often as wanted: in memory while they are few, else on disk.

On disk they lie in temporary tables of a database, which SQLite sorts outside
of memory and removes with the connection.
"""

from __future__ import annotations

import sqlite3
from abc import abstractmethod
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Generic, TypeAlias, TypeVar, overload

T = TypeVar("T")

Row: TypeAlias = "tuple[Kind[Any], str, Any]"
"""What a record is, its key, and the record."""

_AT_ONCE = 500
_CACHE_KILOBYTES = 32_000
_KEY = itemgetter(0)


@dataclass(frozen=True, slots=True, eq=False)
class Kind(Generic[T]):
    """What lies on one shelf.

    Attributes:
        name: Of the shelf.
        encode: Makes a text of a record.
        decode: Makes the record of its text.
    """

    name: str
    encode: Callable[[T], str]
    decode: Callable[[str], T]


class Shelf(Sequence[T], Generic[T]):
    """A sequence of records, sorted by their keys."""

    @abstractmethod
    def keys(self) -> Sequence[str]:
        """The keys, in the same order."""

    @abstractmethod
    def find(self, key: str) -> T:
        """The record of a key.

        Raises:
            KeyError: There is none.
        """


class _InMemory(Shelf[T], Generic[T]):
    def __init__(self, pile: list[tuple[str, T]]) -> None:
        pile.sort(key=_KEY)
        self._keys = [key for key, _ in pile]
        self._records = [record for _, record in pile]

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[T]:
        return iter(self._records)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> list[T]: ...
    def __getitem__(self, place: int | slice) -> T | list[T]:
        return self._records[place]

    def keys(self) -> Sequence[str]:
        return self._keys

    def find(self, key: str) -> T:
        place = bisect_left(self._keys, key)
        if place == len(self._keys) or self._keys[place] != key:
            raise KeyError(key)
        return self._records[place]


class _OnDisk(Shelf[T], Generic[T]):
    """A table ``key`` and ``content``, numbered from 1 in the order of the keys; one of the columns is read."""

    def __init__(
        self, connection: sqlite3.Connection, table: str, decode: Callable[[str], T], column: str = "content"
    ) -> None:
        self._db = connection
        self._table = table
        self._decode = decode
        self._query = f"SELECT {column} FROM temp.{table}"
        ((self._count,),) = connection.execute(f"SELECT count(*) FROM temp.{table}").fetchall()

    def __len__(self) -> int:
        return int(self._count)

    def __iter__(self) -> Iterator[T]:
        return (self._decode(content) for (content,) in self._db.execute(f"{self._query} ORDER BY rowid"))

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> list[T]: ...
    def __getitem__(self, place: int | slice) -> T | list[T]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        number = range(1, len(self) + 1)[place]
        ((content,),) = self._db.execute(f"{self._query} WHERE rowid = ?", (number,)).fetchall()
        return self._decode(content)

    def keys(self) -> Sequence[str]:
        return _OnDisk(self._db, self._table, str, "key")

    def find(self, key: str) -> T:
        found = self._db.execute(f"{self._query} WHERE key = ?", (key,)).fetchone()
        if found is None:
            raise KeyError(key)
        return self._decode(found[0])


class Shelves:
    """The shelves of one graph; those of the one before are cleared away.

    Args:
        connection: To the database.
        kinds: What they are for.
        most: How many records memory may hold before they are sorted; all lie on disk once there are more. Any number
            where ``None``.
    """

    def __init__(self, connection: sqlite3.Connection, kinds: Iterable[Kind[Any]], most: int | None) -> None:
        self._db = connection
        self._most = most
        self._held = 0
        self._piles: defaultdict[Kind[Any], list[tuple[str, Any]]] = defaultdict(list)
        self._spilt = False
        connection.execute(f"PRAGMA temp.cache_size = -{_CACHE_KILOBYTES}")
        for kind in kinds:
            connection.execute(f"DROP TABLE IF EXISTS temp.{kind.name}")
            connection.execute(f"DROP TABLE IF EXISTS temp.unsorted_{kind.name}")
            connection.execute(f"CREATE TEMP TABLE unsorted_{kind.name} (key TEXT NOT NULL, content TEXT NOT NULL)")

    def put(self, rows: Iterable[Row]) -> None:
        """Puts records onto shelves."""
        for kind, key, record in rows:
            pile = self._piles[kind]
            pile.append((key, record))
            if self._spilt:
                if len(pile) == _AT_ONCE:
                    self._insert(kind)
                continue
            self._held += 1
            if self._most is not None and self._held > self._most:
                self._spilt = True
                for each in self._piles:
                    self._insert(each)

    def sorted(self, kind: Kind[T], *, indexed: bool = False) -> Shelf[T]:
        """A shelf that is full, sorted by its keys; indexed by them, if records are to be found one by one."""
        if not self._spilt:
            return _InMemory(self._piles.pop(kind, []))
        self._insert(kind)
        name = kind.name
        self._db.execute(f"CREATE TEMP TABLE {name} AS SELECT key, content FROM temp.unsorted_{name} ORDER BY key")
        self._db.execute(f"DROP TABLE temp.unsorted_{name}")
        if indexed:
            self._db.execute(f"CREATE INDEX temp.{name}_by_key ON {name} (key)")
        return _OnDisk(self._db, name, kind.decode)

    def _insert(self, kind: Kind[Any]) -> None:
        pile = self._piles[kind]
        rows = ((key, kind.encode(record)) for key, record in pile)
        self._db.executemany(f"INSERT INTO temp.unsorted_{kind.name} VALUES (?, ?)", rows)
        pile.clear()
