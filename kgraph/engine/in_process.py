"""Does the tasks in this process, one chunk after the other.

Nothing protects the process from a document that crashes the interpreter
itself; one that raises or takes too long is set aside.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from kgraph.engine import PATIENT, Failed, Outcome, Patience, Recipe, Task, Worker, chunks


class OverdueError(Exception):
    """A worker took longer than it may."""


@dataclass(frozen=True, slots=True)
class InProcess:
    """The engine of this process.

    The time limit needs a signal, which only the main thread gets and Windows
    does not have; elsewhere a document may take as long as it likes.

    Attributes:
        patience: How long a chunk may take.
    """

    patience: Patience = PATIENT

    def run(self, tasks: Iterable[Task], recipe: Recipe) -> Iterator[Outcome]:
        """Yields the outcome of each task; see :class:`kgraph.engine.Engine`."""
        worker: Worker | None = None
        for chunk in chunks(tasks):
            worker = worker or recipe()
            yield from self._together(worker, chunk)

    def _together(self, worker: Worker, chunk: tuple[Task, ...]) -> Iterator[Outcome]:
        try:
            with _within(self.patience.of(chunk)):
                done = worker(chunk)
        except Exception:  # whichever it is: each document is tried alone, and tells its own
            for task in chunk:
                yield self._alone(worker, task)
        else:
            yield from done

    def _alone(self, worker: Worker, task: Task) -> Outcome:
        try:
            with _within(self.patience.of([task])):
                (done,) = worker([task])
        except Exception as error:  # the document's failure is its outcome
            return Failed(task.key, reason_of(error))
        return done


def reason_of(error: Exception) -> str:
    """Why a document failed, in one line."""
    words = " ".join(str(error).split())
    name = type(error).__name__
    return words if isinstance(error, OverdueError) else f"{name}: {words}" if words else name


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Raises :class:`OverdueError` in what takes longer, where the platform can."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise OverdueError(f"not read within {seconds:,.3g} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
