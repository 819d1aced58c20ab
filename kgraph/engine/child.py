"""The worker process: makes its worker, then answers one order after the other until nobody is there to give any.

It talks by pickled frames over its standard input and output with the process
that started it, and with nobody else. Whatever the libraries print goes to
standard error.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import BinaryIO

from kgraph.engine import Done, Recipe, Task
from kgraph.engine.in_process import reason_of
from kgraph.errors import EngineError, KGraphError

_IDLE_SECONDS = 600.0  # a cluster's machines are not kept busy by a run that is long over
_GRACE = 2  # times as long as the parent waits, so that the parent is first to give up while it lives


@dataclass(frozen=True, slots=True)
class Order:
    """What the parent sends after the recipe: tasks to be done, and the seconds that it waits for the answer."""

    tasks: tuple[Task, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Ready:
    """Answer to a recipe: the worker is made."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Answer to a recipe: no worker can be made."""

    error: KGraphError


@dataclass(frozen=True, slots=True)
class Did:
    """Answer to an order."""

    done: Sequence[Done]


@dataclass(frozen=True, slots=True)
class Raised:
    """Answer to an order that the worker could not do, and why."""

    reason: str


def main() -> None:
    """Serves the parent; ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's to answer
    orders, answers = _pipes()
    try:
        recipe: Recipe = pickle.load(orders)
        worker = recipe()
    except EOFError:
        return
    except KGraphError as error:
        _send(answers, Refused(error))
        return
    except Exception as error:
        _send(answers, Refused(EngineError(f"no worker can be made: {reason_of(error)}")))
        return
    gc.freeze()  # what was loaded stays; looking through it again and again costs time
    _send(answers, Ready())
    waiting = _listen(orders)
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        while True:
            try:
                order = waiting.get(timeout=_IDLE_SECONDS)
            except Empty:
                return
            # Kept by a thread that needs no interpreter: not even a pattern that never ends outlives a dead parent.
            faulthandler.dump_traceback_later(order.seconds * _GRACE, exit=True, file=nowhere)
            try:
                answer: Did | Raised = Did(worker(order.tasks))
            except Exception as error:  # whichever it is, the parent decides what follows
                answer = Raised(reason_of(error))
            faulthandler.cancel_dump_traceback_later()
            _send(answers, answer)


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two ends of the talk, out of the reach of whatever else reads or prints."""
    orders, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(sys.stderr.fileno(), 1)
    return orders, answers


def _listen(orders: BinaryIO) -> SimpleQueue[Order]:
    """Hears orders while one is done, so that the end of the parent is the end of this process at once."""
    heard: SimpleQueue[Order] = SimpleQueue()

    def listen() -> None:
        try:
            while True:
                heard.put(pickle.load(orders))
        finally:
            os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    return heard


def _send(answers: BinaryIO, message: Ready | Refused | Did | Raised) -> None:
    try:
        pickle.dump(message, answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()
    except BrokenPipeError:
        os._exit(0)
