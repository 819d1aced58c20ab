"""The run of ``kgraph build``: what is taken in, read, kept and forgotten.

Without ``--store`` the same happens in a store in memory, which keeps only
what the graph is made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from kgraph import corpus, ontology
from kgraph.cli import intake, progress
from kgraph.cli.projection import check_event_types
from kgraph.cli.target import Target
from kgraph.engine import Engine, Recipe, Stage
from kgraph.engine.in_process import InProcess
from kgraph.errors import InputError, StoreError
from kgraph.export.in_parts import NOTHING_MORE, Publication
from kgraph.fingerprint import Fingerprints, fingerprints
from kgraph.graph.rebase import checked_base
from kgraph.graph.selection import Projection
from kgraph.model.document import Document
from kgraph.model.graph import KnowledgeGraph
from kgraph.store import Store
from kgraph.work import ReadingRecipe

_KEPT = {True: tuple(Stage), False: (Stage.CODE,)}


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a run reads.

    Attributes:
        model: As for :class:`kgraph.pipeline.Pipeline`.
        own_ontology: As there.
        keep: Whether documents stay that are not among the inputs.
        retry: Whether documents that were set aside are tried again.
        log_json: Whether standard error is JSON.
        any_language: Whether to read other languages than English.
        engine: Who reads.
        base: As for :func:`kgraph.pipeline.build`.
        target: Where the graph goes; ``None`` if only what keeps it is wanted.
        in_parts: How the machines of a cluster write it.
    """

    model: str | None = None
    own_ontology: Path | None = None
    keep: bool = False
    retry: bool = False
    log_json: bool = False
    any_language: bool = False
    engine: Engine = field(default_factory=InProcess)
    base: str | None = None
    target: Target | None = None
    in_parts: Publication = NOTHING_MORE


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a run.

    Attributes:
        exit_code: 0, 1 if some documents could not be read, 3 if none could.
        files: The files written, those that keep what was read last.
    """

    exit_code: int
    files: tuple[Path, ...] = ()


def check(projection: Projection | None, base: str | None, own_ontology: Path | None) -> None:
    """Makes sure, before the reading, that what is to be written can be.

    Raises:
        UsageError: There is no such event type, or the base is no IRI.
    """
    if base is not None:
        checked_base(base)
    if projection is not None and projection.event_types:
        check_event_types(projection, ontology.load(own=own_ontology))


def run(
    store: Path | None, shared: Path | None, found: Iterator[Document | InputError] | None, wanted: Wanted
) -> Built:
    """Reads what is to be read, and makes and writes the graph.

    Args:
        store: The store to be brought up to date.
        shared: The folder that the machines of a cluster see; without a store the graph is made there, in parts.
        found: What the readers yield; ``None`` to leave the documents of the store as they are.
        wanted: How to read.

    Raises:
        KGraphError: Something cannot be used.
    """
    if shared is not None and store is None and found is not None:
        return on_cluster(shared, found, wanted)
    return in_store(store, found, wanted)


def in_store(path: Path | None, found: Iterator[Document | InputError] | None, wanted: Wanted) -> Built:
    """Brings a store up to date; without one, it is in memory.

    Raises:
        KGraphError: Something cannot be used.
    """
    with opened(path, found is not None) as store:
        exit_code = update(store, found, wanted)
        if exit_code == InputError.exit_code:
            return Built(exit_code)
        kept = () if path is None else (path,)
        if wanted.target is None:
            return Built(exit_code, kept)
        with corpus.graph(store, wanted.base, whole=wanted.target.whole) as graph:
            return Built(exit_code, (*_written(graph, wanted.target, wanted), *kept))


def opened(path: Path | None, inputs: bool) -> Store:
    """The store of a run.

    Raises:
        StoreError: It cannot be used, or is to be brought up to date and is not there.
        OutputError: It cannot be written.
    """
    if path is None:
        return Store.in_memory()
    if not inputs and not path.exists():
        raise StoreError(f"{path}: there is no such file; give INPUTs to make it")
    return Store.to_write(path)


def update(store: Store, found: Iterator[Document | InputError] | None, wanted: Wanted) -> int:
    """Brings a store up to date with its inputs and with what it is read with.

    Args:
        store: The store.
        found: What the readers yield; ``None`` to leave the documents as they are.
        wanted: How to read.

    Returns:
        The exit code: 0, 1 if some documents could not be read, 3 if none could.
    """
    prints = _prints(wanted)
    exit_code = 0
    if found is not None:
        with _intake(found, wanted) as run:
            if run.empty:
                return run.exit_code
            corpus.begin(store, prints, wanted.own_ontology)
            corpus.take_in(store, run.documents)
        exit_code = run.exit_code
        if not wanted.keep:
            _forget(store, run, _tell_error(wanted))
    else:
        corpus.begin(store, prints, wanted.own_ontology)
    if wanted.retry:
        with store.transaction():
            store.retry_all()

    def recipe(first: Stage) -> Recipe:
        return ReadingRecipe(wanted.model, wanted.own_ontology, _KEPT[store.lasting], first, prints)

    with progress.watching(wanted.log_json) as watcher:
        corpus.bring_up(store, prints, wanted.engine, recipe, watcher)
    corpus.end(store)
    return max(exit_code, _aside(store))


def on_cluster(shared: Path, found: Iterator[Document | InputError], wanted: Wanted) -> Built:
    """Reads and merges inputs on a cluster, without a store.

    Args:
        shared: The folder that the machines of the cluster see.
        found: What the readers yield.
        wanted: How to read.
    """
    from kgraph import cluster  # noqa: PLC0415 - takes packages that only a cluster needs
    from kgraph.engine.dask import Dask  # noqa: PLC0415

    recipe = ReadingRecipe(wanted.model, wanted.own_ontology, _KEPT[False], prints=_prints(wanted))
    assert isinstance(wanted.engine, Dask)
    with _intake(found, wanted) as run:
        if run.empty:
            return Built(run.exit_code)
        parts = cluster.build(wanted.engine, shared, run.documents, recipe, wanted.in_parts, wanted.base)
    tell_aside = progress.write_aside if wanted.log_json else progress.tell_aside
    for each in parts.failed:
        tell_aside(each.key.rpartition(" ")[0], each.reason)
    if len(parts.failed) == parts.documents:
        return Built(InputError.exit_code)
    written: tuple[Path, ...] = ()
    if wanted.target is not None:
        written = _written(parts.graph(), wanted.target, wanted)
    return Built(max(run.exit_code, int(bool(parts.failed))), (*written, *parts.files))


def _prints(wanted: Wanted) -> Fingerprints:
    return fingerprints(wanted.model, own_ontology=wanted.own_ontology)


def _intake(found: Iterator[Document | InputError], wanted: Wanted) -> AbstractContextManager[intake.Run]:
    return intake.open_run(
        found,
        show_progress=not wanted.log_json,
        any_language=wanted.any_language,
        tell_error=_tell_error(wanted),
        tell_note=_tell_note(wanted),
    )


def _tell_error(wanted: Wanted) -> Callable[[str], None]:
    return progress.write_error if wanted.log_json else intake.tell


def _tell_note(wanted: Wanted) -> Callable[[str], None]:
    return progress.write_note if wanted.log_json else intake.note


def _written(graph: KnowledgeGraph, target: Target, wanted: Wanted) -> tuple[Path, ...]:
    """Writes a graph; tells how many of its documents only repeat others."""
    repeated = sum(each.republication_of is not None for each in graph.documents)
    if repeated:
        _tell_note(wanted)(f"documents linked to the first of nearly the same words: {repeated}")
    return tuple(target.write(graph))


def _forget(store: Store, run: intake.Run, tell: Callable[[str], None]) -> None:
    """Forgets what is not among the inputs, unless it may only have been unreadable this time."""
    if run.all_read:
        corpus.forget_absent(store)
    elif absent := store.absent():
        tell(
            f"{store.path}: {absent:,} documents are not among the inputs and stay, since not all inputs could be read"
        )


def _aside(store: Store) -> int:
    info = store.info()
    if not info.aside:
        return 0
    return InputError.exit_code if len(info.aside) == info.documents else 1
