"""What every client can do, whatever it is written in: read a file of RDF; a store answers queries over it too."""

from __future__ import annotations

import subprocess
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import ClassVar, TypeAlias

import pyoxigraph as ox

INSTALLED = Path(__file__).parents[3] / ".clients"
"""Where ``tests/interop/install-clients.sh`` puts what is no Debian package."""

TRIPLES = frozenset({"ttl", "nt", "rdf"})
QUADS = frozenset({"trig", "nq", "jsonld"})
FORMATS = TRIPLES | QUADS

Row: TypeAlias = tuple[str, ...]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {_XSD + name for name in ("integer", "int", "long", "decimal", "double", "float")}
_EVERYTHING = "SELECT ?s ?p ?o ?g { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


class Client(ABC):
    """A program that reads RDF.

    Attributes:
        name: What tests call it.
        reads: The endings of the files that it must read.
    """

    name: ClassVar[str]
    reads: ClassVar[frozenset[str]]

    def __init__(self, scratch: Path) -> None:
        """Makes it ready.

        Args:
            scratch: An empty folder of its own.
        """
        self.scratch = scratch

    @classmethod
    @abstractmethod
    def missing(cls) -> str | None:
        """What the machine lacks for it and where that comes from, if anything."""

    @abstractmethod
    def read(self, file: Path) -> frozenset[ox.Quad]:
        """The quads that it reads from a file."""

    def close(self) -> None:  # noqa: B027
        """Ends what it has running: most run nothing between two calls."""


class Store(Client):
    """A program that answers SPARQL over what it has loaded."""

    _held: Path | None = None

    @abstractmethod
    def load(self, file: Path) -> None:
        """Loads a file in the place of all that was there."""

    def hold(self, file: Path) -> None:
        """Loads a file unless it is the last one that it loaded."""
        if self._held != file:
            self._held = None
            self.load(file)
            self._held = file

    @abstractmethod
    def solutions(self, query: str) -> ox.QuerySolutions:
        """What it answers to a SELECT query."""

    def select(self, query: str) -> list[Row]:
        """The rows of its answer in an order of ours, each value in a form that is the same for equal values."""
        found = self.solutions(query)
        return sorted(tuple(canonical(row[name]) for name in found.variables) for row in found)

    def read(self, file: Path) -> frozenset[ox.Quad]:
        self.hold(file)
        return frozenset(
            ox.Quad(row["s"], row["p"], row["o"], row["g"] or ox.DefaultGraph()) for row in self.solutions(_EVERYTHING)
        )


def run(command: Sequence[str | Path], *, cwd: Path | None = None) -> bytes:
    """What a command prints. A word on standard error is a fault: the readers complain there and go on."""
    done = subprocess.run(command, capture_output=True, check=False, cwd=cwd, timeout=120)
    assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode(errors="replace")[-2000:]
    return done.stdout


def parsed(nquads: bytes) -> frozenset[ox.Quad]:
    """The quads of a file of N-Quads or N-Triples."""
    return frozenset(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))


def results(json: bytes) -> ox.QuerySolutions:
    """The solutions in a file of SPARQL's JSON format."""
    found = ox.parse_query_results(json, format=ox.QueryResultsFormat.JSON)
    assert isinstance(found, ox.QuerySolutions)
    return found


def canonical(term: object) -> str:
    """One form for equal values: some stores write numbers, truth values and times in their own way."""
    if isinstance(term, ox.Literal):
        if term.datatype.value in _NUMBERS:
            return f"{Decimal(term.value):.6f}"
        if term.datatype.value == _XSD + "boolean":
            return {"1": "true", "0": "false"}.get(term.value, term.value)
        if term.datatype.value == _XSD + "dateTime":
            return term.value.replace("+00:00", "Z")
    return str(term)


def values(quads: Iterable[ox.Quad]) -> list[Row]:
    """The quads in an order of ours, each term in a form that is the same for equal values."""
    return sorted((str(q.subject), str(q.predicate), canonical(q.object), str(q.graph_name)) for q in quads)
