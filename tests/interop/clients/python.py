"""The RDF libraries of Python."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import rdflib

from tests.interop.clients.client import FORMATS, Row, Store, parsed, results


class RdfLib(Store):
    """rdflib's own parsers, memory store and query engine."""

    name = "rdflib"
    reads = FORMATS

    @classmethod
    def missing(cls) -> str | None:
        return None

    def load(self, file: Path) -> None:
        self._data = rdflib.Dataset()
        with _calm():
            self._data.parse(file)

    def solutions(self, query: str) -> ox.QuerySolutions:
        with _calm():
            answer = self._data.query(query).serialize(format="json")
        assert answer is not None
        return results(answer)

    def select(self, query: str) -> list[Row]:
        """As every store; a row without a value, which rdflib gives for a GROUP BY over nothing, is none."""
        return [row for row in super().select(query) if set(row) != {"None"}]

    def read(self, file: Path) -> frozenset[ox.Quad]:
        self.hold(file)
        with _calm():
            return parsed(self._data.serialize(format="nquads").encode())


@contextlib.contextmanager
def _calm() -> Iterator[None]:
    """Passes over that rdflib itself calls what it deprecates."""
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        yield


class PyOxigraph(Store):
    """pyoxigraph's store in memory."""

    name = "pyoxigraph"
    reads = FORMATS

    @classmethod
    def missing(cls) -> str | None:
        return None

    def load(self, file: Path) -> None:
        self._store = ox.Store()
        self._store.bulk_load(path=file)

    def solutions(self, query: str) -> ox.QuerySolutions:
        found = self._store.query(query)
        assert isinstance(found, ox.QuerySolutions)
        return found
