"""Several processes on one machine, each under its supervisor.

Chunks go to whichever worker is free; the outcomes come back in the order of
the tasks. So much text at most is ahead of the outcomes as keeps all workers
busy while one document takes its time, whatever the length of the run.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain, islice
from queue import LifoQueue

from kgraph.engine import PATIENT, Outcome, Patience, Recipe, Task, chunks
from kgraph.engine.supervisor import Supervisor

_FEW_CHUNKS = 2  # a second worker takes as long to start as these to be read
_CHUNKS_AHEAD = range(2, 64)  # a worker, however long or short they are
_CHARACTERS_AHEAD = 500_000  # a worker: some minutes of reading


@dataclass(frozen=True, slots=True)
class Workers:
    """The engine of this machine.

    Attributes:
        count: How many processes read.
        patience: How long a chunk may take.
    """

    count: int
    patience: Patience = PATIENT

    def run(self, tasks: Iterable[Task], recipe: Recipe) -> Iterator[Outcome]:
        """Yields the outcome of each task; see :class:`kgraph.engine.Engine`."""
        source = chunks(tasks)
        first = list(islice(source, _FEW_CHUNKS + 1))
        count = self.count if len(first) > _FEW_CHUNKS else 1
        with _Crew([Supervisor(recipe, self.patience) for _ in range(count)]) as crew:
            for chunk in chain(first, source):
                crew.give(chunk)
                while crew.first_is_done or crew.busy:
                    yield from crew.first()
            while crew.waiting:
                yield from crew.first()


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Crew:
    """Supervisors at work, and what they were given, in order."""

    def __init__(self, supervisors: list[Supervisor]) -> None:
        self._supervisors = supervisors
        self._free: LifoQueue[Supervisor] = LifoQueue()  # the last to be free again is the warmest
        for each in reversed(supervisors):
            self._free.put(each)
        self._threads = ThreadPoolExecutor(len(supervisors), "kgraph-supervisor")
        self._given: deque[tuple[int, Future[list[Outcome]]]] = deque()
        self._characters = 0

    def __enter__(self) -> _Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for each in self._supervisors:
            each.stop()
        self._threads.shutdown(cancel_futures=True)
        for each in self._supervisors:
            each.close()

    @property
    def waiting(self) -> bool:
        """Whether there are outcomes still to be fetched."""
        return bool(self._given)

    @property
    def first_is_done(self) -> bool:
        """Whether the next outcomes are there."""
        return bool(self._given) and self._given[0][1].done()

    @property
    def busy(self) -> bool:
        """Whether all have enough to do for now."""
        workers = len(self._supervisors)
        chunks_each = len(self._given) / workers
        much = self._characters > _CHARACTERS_AHEAD * workers
        return chunks_each > (_CHUNKS_AHEAD.start if much else _CHUNKS_AHEAD.stop)

    def give(self, chunk: tuple[Task, ...]) -> None:
        """Gives a chunk to whoever is free next."""
        size = sum(len(task.document.text) for task in chunk)
        self._characters += size
        self._given.append((size, self._threads.submit(self._do, chunk)))

    def first(self) -> list[Outcome]:
        """The outcomes of the chunk that was given first."""
        size, future = self._given.popleft()
        self._characters -= size
        return future.result()

    def _do(self, chunk: tuple[Task, ...]) -> list[Outcome]:
        supervisor = self._free.get()
        try:
            return supervisor.do(chunk)
        finally:
            self._free.put(supervisor)
