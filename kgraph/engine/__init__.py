"""Who does the work: tasks in, outcomes out in the same order, the same whoever does it.

An engine knows nothing of what is done. It is given tasks and a *recipe* that
can be pickled and makes a worker wherever one is wanted, in this process, in
another or on another machine. A worker is a function of a few tasks at once
(a language model reads several short documents faster together); it keeps
nothing between calls, so that a chunk may be given to another worker or done
again, whole or in parts, with the same outcome.

A document that raises, stalls or kills its worker is the document's failure,
never the run's: it is tried again alone, and then set aside with its reason.
An error of the recipe itself (no model, a broken ontology) ends the run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

from kgraph.model.document import Document

_CHUNK_DOCUMENTS = 64
_CHUNK_CHARACTERS = 60_000
_SECONDS = 60.0
_CHARACTERS_A_SECOND = 1_000


class Stage(StrEnum):
    """The stages whose outputs are kept, in the order of the flow."""

    PARSE = "parse"
    EXTRACT = "extract"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Output:
    """What a stage made of one document, encoded.

    Attributes:
        stage: The stage.
        content: What it made.
        index: What whoever keeps it looks up without decoding it, if anything.
    """

    stage: Stage
    content: bytes
    index: bytes = b""


@dataclass(frozen=True, slots=True)
class Task:
    """A document to be read.

    Attributes:
        key: What the outcome is told under; no two tasks of a run share it.
        document: The document.
        stored: The output of the last stage that need not be done again.
    """

    key: str
    document: Document
    stored: Output | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """A document that was read: the output of each stage that was done, in their order."""

    key: str
    outputs: tuple[Output, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that could not be read, even alone, and why, in one line."""

    key: str
    reason: str


Outcome: TypeAlias = Done | Failed
Worker: TypeAlias = Callable[[Sequence[Task]], Sequence[Done]]
"""Does all the tasks of a chunk, in their order, or raises."""
Recipe: TypeAlias = Callable[[], Worker]
"""Makes a worker; can be pickled. Raises a :class:`~kgraph.errors.KGraphError` where none can be made."""


class Engine(Protocol):
    """Whoever does tasks."""

    def run(self, tasks: Iterable[Task], recipe: Recipe) -> Iterator[Outcome]:
        """Yields the outcome of each task, in the order of the tasks.

        Tasks are taken as they are needed, a bounded number ahead of the
        outcomes, and in the thread that asks for these: they come from a
        store. No worker is made before the first task comes.

        Raises:
            KGraphError: No worker can be made.
        """
        ...


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a worker may take: a base, and more for a longer text.

    Attributes:
        seconds: The base.
    """

    seconds: float = _SECONDS

    def of(self, tasks: Iterable[Task]) -> float:
        """Seconds that all the tasks of a chunk may take together."""
        return self.seconds + sum(len(task.document.text) for task in tasks) / _CHARACTERS_A_SECOND


PATIENT = Patience()
"""The usual patience."""


def chunks(tasks: Iterable[Task]) -> Iterator[tuple[Task, ...]]:
    """The tasks in groups that a worker does at once: long documents alone, short ones together."""
    chunk: list[Task] = []
    characters = 0
    for task in tasks:
        size = len(task.document.text)
        if chunk and (characters + size > _CHUNK_CHARACTERS or len(chunk) == _CHUNK_DOCUMENTS):
            yield tuple(chunk)
            chunk, characters = [], 0
        chunk.append(task)
        characters += size
    if chunk:
        yield tuple(chunk)
