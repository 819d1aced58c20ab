"""The graphs of a run: one of each document that is read, and those that were built before."""

# Loading the language model and the merge waits until there is something to read with it.
# ruff: noqa: PLC0415
from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import click

from kgraph.cli import intake
from kgraph.cli.options import Inputs
from kgraph.model.graph import KnowledgeGraph
from kgraph.read.graph import RECORDS

_RECORD_FILES = (RECORDS, f"{RECORDS}.gz")


@dataclass(frozen=True, slots=True)
class Reader:
    """How documents are read: the options that commands share."""

    date: datetime.date | None = None
    model: str | None = None
    ontology: Path | None = None


class Graphs:
    """The graphs of one run.

    Attributes:
        built: Those built before.
        run: The documents to read, or ``None`` where all were.
    """

    def __init__(self, built: Sequence[KnowledgeGraph], run: intake.Run | None, reader: Reader) -> None:
        self._built = built
        self._run = run
        self._reader = reader

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self._built and self._run is not None and self._run.empty

    @property
    def exit_code(self) -> int:
        """That of the documents, final once all graphs have passed; 0 without any document."""
        return 0 if self._run is None else self._run.exit_code

    def __iter__(self) -> Iterator[KnowledgeGraph]:
        yield from self._built
        if self._run is None or self._run.empty:
            return
        from kgraph.pipeline import Pipeline, graphs

        engine = Pipeline(self._reader.model, own_ontology=self._reader.ontology)
        yield from graphs(engine.read_originals(self._run.documents))


@contextmanager
def open_graphs(inputs: Inputs, reader: Reader) -> Iterator[Graphs]:
    """Starts a run over built graphs (a folder with ``graph.jsonl``, or that file, or a store) and documents.

    Raises:
        UsageError: There is no input.
        InputError: A built graph cannot be read.
        StoreError: A store is damaged or not up to date.
    """
    if not inputs.paths:
        raise click.UsageError("nothing to read; give files, folders, a built graph, or - for standard input")
    built = [_built(Path(name)) for name in inputs.paths if is_built(Path(name))]
    documents = replace(inputs, paths=tuple(name for name in inputs.paths if not is_built(Path(name))))
    if not documents.paths:
        yield Graphs(built, None, reader)
        return
    found = documents.read(reader.date)
    with intake.open_run(found, show_progress=True, any_language=inputs.any_language) as run:
        yield Graphs(built, run, reader)


def is_built(path: Path) -> bool:
    """Whether a path is that of a built graph."""
    from kgraph.store import is_store

    return path.name in _RECORD_FILES or any((path / name).is_file() for name in _RECORD_FILES) or is_store(path)


@contextmanager
def open_graph(path: Path, *, whole: bool = False) -> Iterator[KnowledgeGraph]:
    """A graph that was built before, as long as the block lasts; that of a store lies on disk if it is large.

    Args:
        path: Where it is.
        whole: Whether memory is to hold it in any case.

    Raises:
        InputError: It cannot be read.
        StoreError: The store is damaged or not up to date.
    """
    from kgraph import api, corpus
    from kgraph.store import Store, is_store

    if not is_store(path):
        yield api.load(path).knowledge
        return
    with Store.to_read(path) as store, corpus.graph(store, whole=whole) as graph:
        yield graph


def _built(path: Path) -> KnowledgeGraph:
    from kgraph.graph.views import Viewed, loaded

    with open_graph(path, whole=True) as graph:
        return loaded(graph) if isinstance(graph, Viewed) else graph
