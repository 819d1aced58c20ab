"""A corpus through its store: documents are taken in, those that are not up to date are read, the graph comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kgraph import __version__, memory, ontology
from kgraph.engine import Engine, Failed, Outcome, Recipe, Stage, Task
from kgraph.errors import StoreError
from kgraph.export.conformance import checked, require
from kgraph.fingerprint import Fingerprints, ontology_fingerprint
from kgraph.graph.background import iris_of, with_offices
from kgraph.graph.merge import graph_of, linked
from kgraph.graph.rebase import rebased
from kgraph.graph.views import Viewed, bare
from kgraph.model.compact import SHAPE
from kgraph.model.document import Document
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.statement import Reading
from kgraph.model.vocabulary import Vocabulary
from kgraph.republication import republications
from kgraph.store import Store
from kgraph.store.edges import Edge
from kgraph.store.store import Arrival, Work

_BATCH_DOCUMENTS = 64
_BATCH_BYTES = 500_000  # some 50,000 characters of text, a few seconds of reading
_ARRIVALS = 500


class Watcher(Protocol):
    """Whoever is told how the reading goes."""

    def begin(self, work: Work) -> None:
        """So much is to be done."""

    def read(self, document: str, words: int) -> None:
        """A document of so many words is up to date, and committed."""

    def aside(self, document: str, words: int, reason: str) -> None:
        """A document was set aside."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What came in: documents that are new, otherwise described than before, and known as they are."""

    new: int = 0
    changed: int = 0
    known: int = 0


def begin(store: Store, fingerprints: Fingerprints, own_ontology: Path | None = None) -> None:
    """Begins a run: from now on the store is up to date once all its outputs have these fingerprints."""
    with store.transaction():
        store.begin_run(f"kgraph {__version__}")
        store.put_settings(
            **{stage: fingerprints.of(stage) for stage in Stage},
            ontology=fingerprints.ontology,
            own_ontology=str(own_ontology.absolute()) if own_ontology is not None else None,
            shape=SHAPE,
        )


def take_in(store: Store, documents: Iterable[Document]) -> Intake:
    """Takes documents in, some hundreds a transaction; they are read later."""
    counts = dict.fromkeys(Arrival, 0)
    source = iter(documents)
    while True:
        batch = list(_some(source, _ARRIVALS))
        if not batch:
            return Intake(counts[Arrival.NEW], counts[Arrival.CHANGED], counts[Arrival.KNOWN])
        with store.transaction():
            for document in batch:
                arrival = store.enlist(document)
                counts[arrival] += 1
                store.count_in_run(added=int(arrival is Arrival.NEW))


def _some(source: Iterator[Document], most: int) -> Iterator[Document]:
    """The next documents, until they are many or hold a good deal of text."""
    characters = 0
    for count, document in enumerate(source, start=1):
        yield document
        characters += len(document.text)
        if count == most or characters > _BATCH_BYTES * 4:
            return


def bring_up(
    store: Store, fingerprints: Fingerprints, engine: Engine, recipe: Callable[[Stage], Recipe], watcher: Watcher
) -> None:
    """Does whatever is to be done until all documents of a store are up to date.

    What is done is committed a few documents at a time, so that a run that
    ends at any moment, however it ends, costs the next one no more than these.

    Args:
        store: The store, open to write.
        fingerprints: Those of what is read with.
        engine: Who reads.
        recipe: Makes the recipe of workers that do the stages from the one given on.
        watcher: Who is told.
    """
    work = store.work(fingerprints.of)
    watcher.begin(work)
    if not work.total:
        return
    under_way: dict[str, Document] = {}

    def tasks() -> Iterator[Task]:
        for task in store.tasks(fingerprints.of):
            under_way[task.key] = task.document
            yield task

    for batch in _batches(engine.run(tasks(), recipe(work.first))):
        with store.transaction():
            for outcome in batch:
                if isinstance(outcome, Failed):
                    store.set_aside(outcome, fingerprints.of)
                    store.count_in_run(set_aside=1)
                else:
                    store.keep(outcome, fingerprints.of)
                    store.count_in_run(read=1)
        for outcome in batch:
            document = under_way.pop(outcome.key)
            words = len(document.text.split())
            if isinstance(outcome, Failed):
                watcher.aside(document.id, words, outcome.reason)
            else:
                watcher.read(document.id, words)


def forget_absent(store: Store) -> int:
    """Forgets the documents that were not taken in since the run began; tells how many."""
    with store.transaction():
        forgotten = store.forget_absent()
        store.count_in_run(forgotten=forgotten)
    return forgotten


def end(store: Store) -> None:
    """Notes that the run came to its end."""
    with store.transaction():
        store.end_run()


@contextmanager
def graph(store: Store, base: str | None = None, *, whole: bool = False) -> Iterator[Viewed]:
    """The graph of all documents of a store, with what its ontology knows; the same as if they were read now.

    It is checked, and a large one lies in temporary files, so that memory need not hold it; it lasts as long as the
    block. What shall outlast it is to be loaded (:func:`kgraph.graph.views.loaded`).

    Args:
        store: The store, up to date.
        base: As for :func:`kgraph.pipeline.build`.
        whole: Whether memory is to hold it however large it is, since whoever wants it loads it anyway.

    Raises:
        StoreError: It is not up to date, or not with the ontology that there is now.
        OutputError: The folder of temporary files is full.
        OntologyError: The user's own ontology that it was made with is not there any more.
    """
    vocabulary = ontology.load(own=check_up_to_date(store))
    repeated = republications(store.stories())
    known = iris_of(vocabulary)
    told = _told(store.readings(), repeated, vocabulary)
    if base is not None:
        # Views go by the old IRIs: they are worked out anew.
        told = (rebased(bare(each), base, known) for each in told)
    with memory.seldom_collected(), store.graph(told, vocabulary, whole=whole) as found:
        known_here = tuple(entity for entity in found.entities if entity.iri in known)
        require(KnowledgeGraph(entities=known_here, background=found.background))
        yield found


def edges(store: Store) -> Iterator[Edge]:
    """Who does what to whom, by the writers' own word, with how many statements and documents affirm it.

    The edges between entities, over all documents of a store, the best attested first; they are merged without a look
    at the readings.

    Raises:
        StoreError: As for :func:`graph`.
    """
    check_up_to_date(store)
    return store.edges(republications(store.stories()))


def _told(readings: Iterable[Reading], repeated: Mapping[str, str], vocabulary: Vocabulary) -> Iterator[KnowledgeGraph]:
    """The graph of each document, checked by itself: what is whole in every document is so in all of them."""
    offices = {office.iri: office for office in vocabulary.offices}
    for reading in readings:
        yield linked(checked(with_offices(graph_of(reading), offices)), repeated)


def check_up_to_date(store: Store) -> Path | None:
    """Makes sure that a store holds readings of all its documents that this kgraph can use.

    Returns:
        The folder with the user's own ontology that it was made with.

    Raises:
        StoreError: It does not.
        OntologyError: The user's own ontology is not there any more.
    """
    settings = store.settings()
    place = settings.get("own_ontology")
    own = Path(place) if place is not None else None
    remedy = f"bring it up to date: kgraph build --store {store.path}" + (f" --ontology {own}" if own else "")
    if settings.get("shape") != SHAPE or settings.get("ontology") != ontology_fingerprint(own):
        raise StoreError(f"{store.path}: was made with another kgraph or another ontology; {remedy}")
    unread = store.work(lambda stage: settings.get(stage) or "").total
    if unread:
        raise StoreError(f"{store.path}: {unread:,} of its documents are still to be read; {remedy}")
    return own


def _batches(outcomes: Iterator[Outcome]) -> Iterator[list[Outcome]]:
    batch: list[Outcome] = []
    size = 0
    for outcome in outcomes:
        batch.append(outcome)
        size += 0 if isinstance(outcome, Failed) else sum(len(each.content) for each in outcome.outputs)
        if len(batch) == _BATCH_DOCUMENTS or size > _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
