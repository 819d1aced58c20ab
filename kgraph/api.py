"""The public Python API: a graph that is built or loaded, and what can be done with it.

    import kgraph

    graph = kgraph.load("graph/")
    network = graph.to_networkx(view="actors")
    events = pandas.DataFrame(graph.rows("events"))

All that is heavy is imported when it is used.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kgraph.errors import InputError, KGraphError, UsageError
from kgraph.model.document import Document
from kgraph.model.entity import Entity
from kgraph.model.graph import DocumentNode, Evidence, KnowledgeGraph
from kgraph.model.statement import Statement

if TYPE_CHECKING:
    import networkx
    import rdflib

    from kgraph.export.tables import Value
    from kgraph.graph.measures import Measures


@dataclass(frozen=True, slots=True)
class Graph:
    """A knowledge graph.

    Attributes:
        knowledge: All that it holds, as the records of :mod:`kgraph.model`.
    """

    knowledge: KnowledgeGraph

    @property
    def documents(self) -> tuple[DocumentNode, ...]:
        """The documents, sorted by IRI."""
        return tuple(self.knowledge.documents)

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities that statements speak of, sorted by IRI."""
        return tuple(self.knowledge.entities)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The statements, each with its document and the words that it rests on, sorted by IRI."""
        return tuple(self.knowledge.evidence)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements alone."""
        return tuple(evidence.statement for evidence in self.knowledge.evidence)

    def to_networkx(self, view: str = "actors", **options: Any) -> networkx.MultiDiGraph:
        """A view as a directed multigraph of networkx.

        Args:
            view: ``actors`` or ``statements``.
            **options: Those of :func:`kgraph.graph.networkx_view.to_networkx`.

        Raises:
            UsageError: There is no such view.
        """
        from kgraph.graph.networkx_view import to_networkx

        return to_networkx(self.knowledge, view, **options)

    def to_rdflib(self) -> rdflib.Graph:
        """The triples as a graph of rdflib, with the prefixes bound."""
        from kgraph.graph.rdflib_view import to_rdflib

        return to_rdflib(self.knowledge)

    def rows(self, table: str) -> Iterator[dict[str, Value]]:
        """The rows of a table by the names of its columns; ``pandas.DataFrame(graph.rows("events"))`` takes them.

        Args:
            table: One of :data:`kgraph.export.tables.TABLES`: ``events``, ``dyads``, ``statements``, ...

        Raises:
            UsageError: There is no such table.
        """
        from kgraph.export.tables import TABLES

        if table not in TABLES:
            raise UsageError(f"unknown table {table!r}; there are: {', '.join(TABLES)}")
        names = [column.name for column in TABLES[table].columns]
        return (dict(zip(names, row, strict=True)) for row in TABLES[table].rows(self.knowledge))

    def measures(self) -> Measures:
        """What ``kgraph stats`` tells: counts, the most active, the mix of events, density, components."""
        from kgraph.graph.measures import measures

        return measures(self.knowledge)

    def export(self, formats: Iterable[str], folder: str | os.PathLike[str]) -> list[Path]:
        """Writes the files of some formats into a folder; all of them or none.

        Args:
            formats: Names that ``kgraph formats`` lists.
            folder: Where to; made if it is missing.

        Returns:
            The files.

        Raises:
            UsageError: A format is unknown, or a library for it is missing.
            OutputError: The folder cannot be written.
        """
        from kgraph.export.registry import export

        return export(self.knowledge, formats, Path(folder))


def load(path: str | os.PathLike[str]) -> Graph:
    """Loads a graph that was built before.

    Args:
        path: A folder that ``kgraph build`` wrote, a file of records in it (``graph.jsonl``, ``graph.jsonl.gz``), or
            a store.

    Raises:
        InputError: There is none, or it is malformed; the message names file and line.
        StoreError: The store is damaged or not up to date.
    """
    from kgraph.graph.validate import validate
    from kgraph.read.graph import read_graph
    from kgraph.store import Store, is_store

    if is_store(Path(path)):
        from kgraph import corpus
        from kgraph.graph.views import loaded

        with Store.to_read(Path(path)) as store, corpus.graph(store, whole=True) as stored:
            return Graph(loaded(stored))
    graph = read_graph(Path(path))
    try:
        validate(graph)
    except KGraphError as error:
        raise InputError(f"{os.fspath(path)}: {error}; build it again") from error
    return Graph(graph)


def build(
    *inputs: str | os.PathLike[str],
    text: str | None = None,
    date: datetime.date | str | None = None,
    model: str | None = None,
    ontology: str | os.PathLike[str] | None = None,
) -> Graph:
    """Reads documents and builds their graph.

    Args:
        *inputs: Files and folders, as the command ``kgraph build`` takes them.
        text: A text to read, beside the inputs or alone.
        date: The day of publication of documents that bring none, as a date or in ISO 8601.
        model: Name of an installed spaCy English pipeline; the default one where ``None``.
        ontology: A folder with Turtle files of one's own.

    Raises:
        UsageError: There is nothing to read, or the date is none.
        InputError: A document cannot be read.
        ModelError: The model is not installed or does not fit.
        OntologyError: The ontology is malformed.
    """
    from kgraph import pipeline
    from kgraph.read import registry

    if not inputs and text is None:
        raise UsageError("nothing to read; give files, folders or a text")
    day = _day(date)
    own = Path(ontology) if ontology is not None else None
    given = [] if text is None else [registry.from_text(text, day)]
    engine = pipeline.Pipeline(model, own_ontology=own)
    found = _good(registry.read((os.fspath(each) for each in inputs), day))
    return Graph(pipeline.build(engine.read_originals([*given, *found]), engine.vocabulary))


def _day(date: datetime.date | str | None) -> datetime.date | None:
    if not isinstance(date, str):
        return date
    try:
        return datetime.date.fromisoformat(date)
    except ValueError as error:
        raise UsageError(f"{date!r} is no date; write it as 2022-06-01") from error


def _good(found: Iterable[Document | InputError]) -> Iterator[Document]:
    for each in found:
        if isinstance(each, InputError):
            raise each
        yield each
