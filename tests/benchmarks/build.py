"""The whole of ``kgraph build`` beside bare parsing, on one core; a part of :mod:`tests.benchmarks.reading`."""

from __future__ import annotations

import functools
import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import spacy

from kgraph.cli.building import Wanted, in_store
from kgraph.cli.target import Target
from kgraph.engine import Outcome, Recipe, Stage, Task, Worker
from kgraph.engine.in_process import InProcess
from kgraph.export.registry import export
from kgraph.model.document import Document
from kgraph.read.registry import read
from kgraph.work import ReadingRecipe

BATCH = 64


@dataclass(frozen=True)
class Build:
    """Seconds of processor time.

    Attributes:
        start: Of loading all that reading needs, once.
        parsing: Of bare ``nlp.pipe``, the best of the rounds.
        building: Of all from files to files, but for ``start``; the best of the rounds.
    """

    start: float
    parsing: float
    building: float

    @property
    def ratio(self) -> float:
        """How many words a build reads in the time in which bare parsing reads one."""
        return self.parsing / self.building


@dataclass(frozen=True)
class _Started:
    """The engine of this process, with a worker that is there already."""

    worker: Worker

    def run(self, tasks: Iterable[Task], recipe: Recipe) -> Iterator[Outcome]:  # noqa: ARG002 - as every engine
        return InProcess().run(tasks, lambda: self.worker)


def measure_build(documents: Sequence[Document], model: str, rounds: int) -> Build:
    """Times bare parsing and a build of the same texts in turn: read, chosen, parsed, coded, kept, merged, written."""
    nlp = spacy.load(model)
    texts = [document.text for document in documents]
    begun = time.process_time()
    engine = _Started(ReadingRecipe(model, kept=(Stage.CODE,))())
    start = time.process_time() - begun
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "articles.jsonl"), Path(folder, "graph")
        rows = (json.dumps({"id": each.id, "text": each.text}) for each in documents)
        source.write_text("\n".join(rows), encoding="utf-8")

        def build() -> None:
            # The languages are not told apart: a sample that varies the names may look like none.
            write = functools.partial(export, formats=["turtle"], directory=target)
            wanted = Wanted(model=model, engine=engine, any_language=True, target=Target(write, whole=False))
            assert in_store(None, read([str(source)]), wanted).files

        build()  # warm, as a run over many documents is
        found = [(seconds(lambda: exhaust(nlp.pipe(texts, batch_size=BATCH))), seconds(build)) for _ in range(rounds)]
    return Build(start, *map(min, zip(*found, strict=True)))


def exhaust(work: Iterable[object]) -> None:
    """Does the work and keeps nothing of it, as a run over many documents does."""
    deque(work, maxlen=0)


def seconds(work: Callable[[], object]) -> float:
    """The processor time of some work."""
    start = time.process_time()
    work()
    return time.process_time() - start
