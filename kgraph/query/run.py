"""Runs a query in a process of its own, since nothing else can end one that takes for ever."""

from __future__ import annotations

import multiprocessing
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import pyoxigraph as ox

from kgraph.errors import GraphError, KGraphError, TimeLimitError
from kgraph.query import binding, evaluate, files
from kgraph.query.guard import Query

_READ = b"read"
_DONE = b"done"


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask of which files.

    Attributes:
        files: RDF files, asked as one graph.
        query: What to ask.
        values: The words for each parameter, and its kind.
        form: The format of the results; ``None`` for the usual one.
        width: Columns of a table.
        iris: Whether a table shows IRIs in place of names.
    """

    files: tuple[Path, ...]
    query: Query
    values: Mapping[str, tuple[str, str]]
    form: str | None = None
    width: int = 100
    iris: bool = False


def run(request: Request, seconds: float) -> bytes:
    """The results of a query, written in its format.

    Args:
        request: What to ask.
        seconds: How long the query may take once the files are read.

    Raises:
        TimeLimitError: It took longer; the process is ended.
        GraphError: The files, the values or the format do not fit.
        KGraphError: The process died, for want of memory as a rule.
    """
    here, there = multiprocessing.get_context("spawn").Pipe(duplex=False)
    process = multiprocessing.get_context("spawn").Process(target=_work, args=(request, there), daemon=True)
    process.start()
    there.close()
    try:
        first = here.recv_bytes()
        if first == _READ:
            if not here.poll(seconds):
                raise TimeLimitError(f"the query took longer than {seconds:g} s; ask for less or raise --timeout")
            first = here.recv_bytes()
        content = here.recv_bytes()
    except EOFError as error:
        raise KGraphError("the query's process died, as a rule for want of memory; ask for less") from error
    finally:
        process.kill()
        process.join()
        here.close()
    if first != _DONE:
        raise GraphError(content.decode())
    return content


def _work(request: Request, results: Connection) -> None:
    """Reads, asks and sends back; an error of the user's goes back as words."""
    try:
        store = ox.Store()
        for path in request.files:
            files.load(store, path)
        results.send_bytes(_READ)
        values = {
            name: binding.resolve(store, name, words, kind) for name, (words, kind) in sorted(request.values.items())
        }
        content = evaluate.answer(store, request.query, values, request.form, request.width, iris=request.iris)
    except GraphError as error:
        results.send_bytes(b"error")
        results.send_bytes(str(error).encode())
    else:
        results.send_bytes(_DONE)
        results.send_bytes(content)
