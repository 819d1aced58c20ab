"""A reader that needs no model, and a run with it as a process of its own: ``python -m tests.faults.reader STORE N``.

It reads N documents of one sentence each, some milliseconds a document, into a
store, and writes a line when it begins, so that whoever kills it knows that it
is at work.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgraph import corpus
from kgraph.engine import PATIENT, Done, Output, Patience, Recipe, Stage, Task, Worker
from kgraph.engine.in_process import InProcess
from kgraph.fingerprint import Fingerprints, ontology_fingerprint
from kgraph.model.codec import dump_lines
from kgraph.model.compact import encode_parsed, encode_reading
from kgraph.model.document import Document, Span
from kgraph.model.entity import Entity
from kgraph.model.graph_codec import encode_graph
from kgraph.model.identifiers import ENTITY, ONTOLOGY, STATEMENT, digest
from kgraph.model.parsed import ModelInfo, ParsedDocument
from kgraph.model.statement import Mention, MentionKind, Predicate, Reading, Statement
from kgraph.pipeline import build
from kgraph.store import Store
from kgraph.store.store import Work
from kgraph.work import coded

ACTORS = ("Russia", "Ukraine", "Poland", "Chad")


@dataclass(frozen=True)
class FakeRecipe:
    """Makes a worker that reads "A criticizes B." and stumbles over what tells it to."""

    seconds: float = 0.0

    def __call__(self) -> Worker:
        return self.read

    def read(self, tasks: Sequence[Task]) -> list[Done]:
        return [Done(task.key, tuple(self._outputs(task))) for task in tasks]

    def _outputs(self, task: Task) -> Iterator[Output]:
        time.sleep(self.seconds)
        words = task.document.text
        if words.startswith("raise"):
            raise ValueError("poison")
        if words.startswith("stall"):
            time.sleep(60)
        if task.stored is None:
            yield Output(Stage.PARSE, encode_parsed(ParsedDocument(task.document, (), ModelInfo("fake", "1"))))
        if task.stored is None or task.stored.stage is Stage.PARSE:
            yield Output(Stage.EXTRACT, encode_reading(Reading(task.document, ModelInfo("fake", "1"), (), ())))
        yield coded(reading(task.document))


def reading(document: Document) -> Reading:
    """What the fake reader makes of a document: its first word does something to its third."""
    who, _, whom = document.text.rstrip(".").split()[:3]
    subject, target = (_mention(document.text, name) for name in (who, whom))
    place = Span(len(who) + 1, len(who) + 11)
    statement = Statement(
        id=STATEMENT + digest(document.id, document.text),
        document=document.id,
        sentence=Span(0, len(document.text)),
        subject=subject,
        predicate=Predicate(place, place.of(document.text), "criticize", ONTOLOGY + "criticizes"),
        object=target,
    )
    entities = tuple(Entity(ENTITY + name.lower(), name, "State") for name in sorted({who, whom}))
    return Reading(document, ModelInfo("fake", "1"), (statement,), (subject, target), entities)


def _mention(text: str, name: str) -> Mention:
    start = text.index(name)
    words = Span(start, start + len(name))
    return Mention(words, name, name, MentionKind.NAME, entity=ENTITY + name.lower(), label=name, type="State")


def documents(count: int) -> list[Document]:
    """Documents that are all different, and always the same."""
    return [
        Document(f"day/{number}", f"{ACTORS[number % 4]} criticizes {ACTORS[(number + 1) % 4]} {number} times.")
        for number in range(count)
    ]


def fingerprints(parse: str = "p", extract: str = "e", code: str = "c") -> Fingerprints:
    """Fingerprints of stages that nobody looks at."""
    return Fingerprints(parse, parse + extract, parse + extract + code, ontology_fingerprint())


class Silent:
    """A watcher that remembers what it was told."""

    def __init__(self) -> None:
        self.work = Work({}, 0)
        self.done: list[str] = []
        self.set_aside: dict[str, str] = {}

    def begin(self, work: Work) -> None:
        self.work = work

    def read(self, document: str, words: int) -> None:  # noqa: ARG002
        self.done.append(document)

    def aside(self, document: str, words: int, reason: str) -> None:  # noqa: ARG002
        self.set_aside[document] = reason


def update(
    store: Store,
    given: Sequence[Document] | None,
    prints: Fingerprints | None = None,
    seconds: float = 0.0,
    patience: Patience = PATIENT,
) -> Silent:
    """Takes documents in, forgets the others, and reads what is to be read."""
    prints = prints or fingerprints()
    corpus.begin(store, prints)
    if given is not None:
        corpus.take_in(store, given)
        corpus.forget_absent(store)
    watcher = Silent()

    def recipe(_first: Stage) -> Recipe:
        return FakeRecipe(seconds)

    corpus.bring_up(store, prints, InProcess(patience), recipe, watcher)
    corpus.end(store)
    return watcher


def graph_bytes(path: Path) -> bytes:
    """The graph of a store as records, byte for byte; without what the ontology adds, which takes most of the time."""
    with Store.to_read(path) as store:
        corpus.check_up_to_date(store)
        return "".join(dump_lines(encode_graph(build(store.readings()), "test"))).encode()


def main() -> None:
    """Runs as a process of its own."""
    path, count, seconds = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    print("begins", flush=True)
    with Store.to_write(path) as store:
        update(store, documents(count), seconds=seconds)


if __name__ == "__main__":
    main()
