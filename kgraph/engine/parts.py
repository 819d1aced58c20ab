"""What is to be done and what came of it, as files in a folder that several machines see.

A part is some chunks of tasks: ``tasks/NAME.parquet`` holds them,
``outcomes/NAME.parquet`` what came of them, in the same order. The name is a
digest of the tasks and of the recipe, and a file appears whole or not at all:
whoever does a part twice, or after another, writes the same file again.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

from kgraph.engine import Done, Failed, Outcome, Output, Recipe, Stage, Task, chunks
from kgraph.errors import OutputError
from kgraph.model.compact import decode_document, encode_document

_CHARACTERS = 200_000  # some ten seconds of reading: what is lost when a machine is
_OUTPUT = pa.struct([("stage", pa.string()), ("content", pa.binary()), ("index", pa.binary())])
_TASKS = pa.schema([("chunk", pa.int32()), ("key", pa.string()), ("document", pa.binary()), ("stored", _OUTPUT)])
_OUTCOMES = pa.schema([("key", pa.string()), ("outputs", pa.list_(_OUTPUT)), ("reason", pa.string())])

Part = tuple[tuple[Task, ...], ...]
"""Chunks that are done one after the other by one worker."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of a run.

    Attributes:
        path: Where it is.
    """

    path: Path

    def put_tasks(self, part: Part, identity: str) -> str:
        """Writes the tasks of a part; returns its name."""
        rows = [
            {
                "chunk": number,
                "key": task.key,
                "document": encode_document(task.document),
                "stored": task.stored and _row(task.stored),
            }
            for number, chunk in enumerate(part)
            for task in chunk
        ]
        name = hashlib.sha256(repr((identity, [list(row.values()) for row in rows])).encode()).hexdigest()[:32]
        self._write(self._tasks(name), rows, _TASKS)
        return name

    def tasks(self, name: str) -> Part:
        """The tasks of a part."""
        found: dict[int, list[Task]] = {}
        for row in _rows(self._tasks(name)):
            task = Task(row["key"], decode_document(row["document"]), row["stored"] and _output(row["stored"]))
            found.setdefault(row["chunk"], []).append(task)
        return tuple(map(tuple, found.values()))

    def holds(self, name: str) -> bool:
        """Whether the tasks of a part are there."""
        return self._tasks(name).is_file()

    def is_done(self, name: str) -> bool:
        """Whether the outcomes of a part are there."""
        return self._outcomes(name).is_file()

    def put_outcomes(self, name: str, outcomes: Iterable[Outcome]) -> None:
        """Writes what came of a part."""
        rows = [
            {"key": each.key, "outputs": [], "reason": each.reason}
            if isinstance(each, Failed)
            else {"key": each.key, "outputs": list(map(_row, each.outputs)), "reason": None}
            for each in outcomes
        ]
        self._write(self._outcomes(name), rows, _OUTCOMES)

    def outcomes(self, name: str) -> Iterator[Outcome]:
        """What came of a part."""
        for row in _rows(self._outcomes(name)):
            if row["reason"] is not None:
                yield Failed(row["key"], row["reason"])
            else:
                yield Done(row["key"], tuple(map(_output, row["outputs"])))

    def count(self, name: str) -> int:
        """How many documents a part has."""
        return int(pq.read_metadata(self._tasks(name)).num_rows)

    def failures(self, name: str) -> list[Failed]:
        """What of a part could not be read."""
        columns = pq.read_table(self._outcomes(name), columns=["key", "reason"]).to_pylist()
        return [Failed(row["key"], row["reason"]) for row in columns if row["reason"] is not None]

    def _tasks(self, name: str) -> Path:
        return self.path / "tasks" / f"{name}.parquet"

    def _outcomes(self, name: str) -> Path:
        return self.path / "outcomes" / f"{name}.parquet"

    def _write(self, path: Path, rows: list[dict[str, Any]], schema: pa.Schema) -> None:
        if path.is_file():
            return
        with appearing(path) as place:
            pq.write_table(pa.Table.from_pylist(rows, schema=schema), place, compression="none")  # it is already


@contextmanager
def appearing(path: Path) -> Iterator[Path]:
    """Where to write a file, so that it appears whole under its name or not at all.

    Raises:
        OutputError: It cannot be written.
    """
    place = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield place
        with place.open("rb+") as file:
            os.fsync(file.fileno())
        place.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror or error}); see to the folder") from error
    finally:
        with suppress(OSError):
            place.unlink(missing_ok=True)


def parts(tasks: Iterable[Task]) -> Iterator[Part]:
    """The tasks in parts, whose chunks are those of every other engine."""
    part: list[tuple[Task, ...]] = []
    characters = 0
    for chunk in chunks(tasks):
        part.append(chunk)
        characters += sum(len(task.document.text) for task in chunk)
        if characters >= _CHARACTERS:
            yield tuple(part)
            part, characters = [], 0
    if part:
        yield tuple(part)


def identity_of(recipe: Recipe) -> str:
    """Tells recipes apart."""
    return hashlib.sha256(pickle.dumps(recipe, protocol=4)).hexdigest()


def _row(output: Output) -> dict[str, Any]:
    return {"stage": output.stage.value, "content": output.content, "index": output.index}


def _output(row: dict[str, Any]) -> Output:
    return Output(Stage(row["stage"]), row["content"], row["index"])


def _rows(path: Path) -> Sequence[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return rows
