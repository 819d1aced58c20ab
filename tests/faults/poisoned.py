"""A worker without a language model, and the texts that do it harm."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kgraph.engine import Done, Output, Stage, Task, Worker
from kgraph.errors import ModelError
from kgraph.model.document import Document


def echo(tasks: Sequence[Task]) -> list[Done]:
    """Reads each text as itself, save for those that tell it what else to do."""
    for each in tasks:
        _obey(*each.document.text.split(maxsplit=1))
    return [Done(each.key, (Output(Stage.CODE, each.document.text.encode()),)) for each in tasks]


def _obey(order: str = "", *rest: str) -> None:
    match order:
        case "raise":
            raise ValueError("poisoned\nby its second line")
        case "kill" | "segfault":
            os.kill(os.getpid(), signal.SIGKILL if order == "kill" else signal.SIGSEGV)
        case "exit":
            os._exit(3)
        case "print":
            print("a library that prints", *rest, flush=True)
        case "stall":
            _begin(*rest)
            time.sleep(300)
        case "spin":
            _begin(*rest)
            re.match(r"(a+)+$", "a" * 64 + "b")  # holds the interpreter for longer than anyone waits
        case "work":
            time.sleep(float(rest[0].split()[0]))
        case "once":
            mark = Path(rest[0])
            if not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)


def _begin(folder: str = "") -> None:
    """Leaves a mark in a folder, if one is named, so that others know that this process is at work."""
    if folder:
        Path(folder, str(os.getpid())).touch()


def recipe() -> Worker:
    """Makes the worker that echoes."""
    return echo


def refusing() -> Worker:
    """Makes none, for a reason that a user can mend."""
    raise ModelError("no model")


def broken() -> Worker:
    """Makes none, for a reason that nobody foresaw."""
    raise LookupError("of all things")


def dying() -> Worker:
    """Takes the process with it."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("outlived a kill")


def stream(texts: Iterable[str]) -> Iterator[Task]:
    """A task a text, of as many as there are, without end too."""
    for number, text in enumerate(texts):
        yield Task(str(number), Document(str(number), text))


def tasks(texts: Iterable[str]) -> list[Task]:
    """A task a text."""
    return list(stream(texts))
