"""The run of ``kgraph build``: what is taken in, read, kept and forgotten.

Without ``--store`` the same happens in a store in memory, which keeps only
what the graph is made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kgraph import corpus, ontology
from kgraph.cli import intake, progress
from kgraph.cli.projection import check_event_types
from kgraph.engine import Recipe, Stage
from kgraph.engine.in_process import InProcess
from kgraph.errors import InputError, StoreError
from kgraph.fingerprint import fingerprints
from kgraph.graph.rebase import checked_base
from kgraph.graph.selection import Projection
from kgraph.model.document import Document
from kgraph.model.graph import KnowledgeGraph
from kgraph.store import Store
from kgraph.work import ReadingRecipe

_KEPT = {True: frozenset(Stage), False: frozenset({Stage.CODE})}


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a run reads.

    Attributes:
        model: As for :class:`kgraph.pipeline.Pipeline`.
        own_ontology: As there.
        keep: Whether documents stay that are not among the inputs.
        retry: Whether documents that were set aside are tried again.
        log_json: Whether standard error is JSON.
    """

    model: str | None = None
    own_ontology: Path | None = None
    keep: bool = False
    retry: bool = False
    log_json: bool = False


def opened(path: Path | None, inputs: tuple[str, ...]) -> Store:
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
    tell = progress.write_error if wanted.log_json else intake.tell
    prints = fingerprints(wanted.model, own_ontology=wanted.own_ontology)
    exit_code = 0
    if found is not None:
        with intake.open_run(found, show_progress=not wanted.log_json, tell_error=tell) as run:
            if run.empty:
                return run.exit_code
            corpus.begin(store, prints, wanted.own_ontology)
            corpus.take_in(store, run.documents)
        exit_code = run.exit_code
        if not wanted.keep:
            _forget(store, run, tell)
    else:
        corpus.begin(store, prints, wanted.own_ontology)
    if wanted.retry:
        with store.transaction():
            store.retry_all()

    def recipe(first: Stage) -> Recipe:
        return ReadingRecipe(wanted.model, wanted.own_ontology, _KEPT[store.lasting], first)

    with progress.watching(wanted.log_json) as watcher:
        corpus.bring_up(store, prints, InProcess(), recipe, watcher)
    corpus.end(store)
    return max(exit_code, _aside(store))


def check(projection: Projection | None, base: str | None, own_ontology: Path | None) -> None:
    """Makes sure, before the reading, that what is to be written can be.

    Raises:
        UsageError: There is no such event type, or the base is no IRI.
    """
    if base is not None:
        checked_base(base)
    if projection is not None and projection.event_types:
        check_event_types(projection, ontology.load(own=own_ontology))


def graph(store: Store, base: str | None) -> KnowledgeGraph:
    """The graph of a store that is up to date."""
    return corpus.graph(store, base)


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
