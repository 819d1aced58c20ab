"""A cluster of machines, by Dask distributed, or its scheduler within this process.

The scheduler moves names only; tasks and outcomes lie in a folder that all
machines see (:mod:`kgraph.engine.parts`). A part that is there is not done
again, neither when a machine is lost nor when the run is started anew.

Dask gives a task up when three of its workers died, so no document may kill a
worker of Dask's: there too, each document is read by a process under a
:class:`~kgraph.engine.supervisor.Supervisor`.
"""

from __future__ import annotations

import contextlib
import logging
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, LifoQueue
from typing import TypeVar
from uuid import uuid4

from distributed import Client, Future, LocalCluster, Worker, WorkerPlugin, get_worker
from distributed.scheduler import KilledWorker

from kgraph.engine import PATIENT, Outcome, Patience, Recipe, Task
from kgraph.engine.parts import Folder, identity_of, parts
from kgraph.engine.supervisor import Supervisor
from kgraph.errors import EngineError

T = TypeVar("T")
R = TypeVar("R")

_SECONDS = 60  # to find the scheduler, and a first worker
_TRIES = 5
_AHEAD = 3  # parts for each thread of the cluster


@dataclass(frozen=True, slots=True)
class Dask:
    """The engine of a cluster.

    Attributes:
        scheduler: Its address; ``None`` for one within this process.
        shared: The folder that all machines see; ``None`` for one that is gone after the run.
        workers: How many processes read where the scheduler is within this process.
        patience: How long a chunk may take.
    """

    scheduler: str | None = None
    shared: Path | None = None
    workers: int = 1
    patience: Patience = PATIENT

    def run(self, tasks: Iterable[Task], recipe: Recipe) -> Iterator[Outcome]:
        """Yields the outcome of each task; see :class:`kgraph.engine.Engine`.

        Raises:
            EngineError: The cluster cannot be reached, lacks something or gives up; what was read is kept in the
                shared folder.
        """
        with contextlib.ExitStack() as stack:
            place = self.shared or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kgraph-")))
            folder = Folder(place.absolute())
            for name in self.names(tasks, recipe, folder):
                yield from folder.outcomes(name)

    def names(self, tasks: Iterable[Task], recipe: Recipe, folder: Folder) -> Iterator[str]:
        """Yields the names of the parts of all tasks, in their order, each when it is done.

        Raises:
            EngineError: As in :meth:`run`.
        """
        with contextlib.ExitStack() as stack:
            cluster: _Cluster | None = None
            under_way: deque[tuple[str, Future[None] | None]] = deque()
            identity = identity_of(recipe)
            for part in parts(tasks):
                name = folder.put_tasks(part, identity)
                if folder.is_done(name):
                    under_way.append((name, None))
                else:
                    cluster = cluster or stack.enter_context(_reading(self, recipe))
                    under_way.append((name, cluster.give(folder, name)))
                while under_way and (under_way[0][1] is None or (cluster and len(under_way) > cluster.ahead)):
                    yield _finished(*under_way.popleft())
            while under_way:
                yield _finished(*under_way.popleft())

    def each(self, function: Callable[[T], R], items: Sequence[T]) -> list[R]:
        """What a function makes of each item, worked out on the cluster.

        The function works on files, and may be called twice for an item.

        Raises:
            EngineError: As in :meth:`run`.
        """
        with _joined(self) as client:
            return [_result(future) for future in client.map(function, items, pure=False)]


class _Cluster:
    """A cluster that has what it needs to read by a recipe."""

    def __init__(self, client: Client, plugin: str) -> None:
        self._client = client
        self._plugin = plugin

    @property
    def ahead(self) -> int:
        """How many parts keep all its threads busy."""
        threads: dict[str, int] = self._client.nthreads()
        return _AHEAD * max(1, sum(threads.values()))

    def give(self, folder: Folder, name: str) -> Future[None]:
        """Has a part done."""
        return self._client.submit(_read, folder, name, self._plugin, key=f"kgraph-{name}-{self._plugin}")


@contextlib.contextmanager
def _joined(engine: Dask) -> Iterator[Client]:
    """The cluster, with at least one worker."""
    with contextlib.ExitStack() as stack:
        address: str | LocalCluster | None = engine.scheduler
        if engine.scheduler is None:
            # Threads are enough here: each has a process of its own that reads.
            address = stack.enter_context(
                LocalCluster(
                    n_workers=1,
                    threads_per_worker=engine.workers,
                    processes=False,
                    dashboard_address=":0",  # any free port: its usual one is that of other schedulers
                    silence_logs=logging.CRITICAL,
                )
            )
        try:
            client = stack.enter_context(Client(address, timeout=_SECONDS, set_as_default=False))
            client.wait_for_workers(1, timeout=_SECONDS)
        except (OSError, TimeoutError, ValueError) as error:
            where = engine.scheduler or "the scheduler of this process"
            raise EngineError(f"{where}: no scheduler with workers is there: {error}; see that both run") from error
        yield client


@contextlib.contextmanager
def _reading(engine: Dask, recipe: Recipe) -> Iterator[_Cluster]:
    """The cluster, with what it needs to read by a recipe."""
    plugin = f"kgraph-{uuid4().hex}"
    with _joined(engine) as client:
        _supervise(client, Supervision(recipe, engine.patience), plugin)
        try:
            yield _Cluster(client, plugin)
        finally:
            with contextlib.suppress(OSError, TimeoutError, CancelledError):
                client.unregister_worker_plugin(plugin)


def _supervise(client: Client, supervision: Supervision, name: str) -> None:
    """Gives every worker its supervisors; one that is lost meanwhile is no reason to give up."""
    for tries_left in reversed(range(_TRIES)):
        try:
            client.wait_for_workers(1, timeout=_SECONDS)
            client.register_plugin(supervision, name=name)
        except OSError as error:
            if not tries_left:
                raise EngineError(f"the cluster loses its workers: {error}; see to them") from error
            time.sleep(1)  # until the scheduler knows too
        except Exception as error:
            raise EngineError(f"a worker of the cluster cannot read: {error}; install the same kgraph there") from error
        else:
            return


class Supervision(WorkerPlugin):
    """The supervisors of one worker of Dask's, one for each of its threads that reads."""

    def __init__(self, recipe: Recipe, patience: Patience) -> None:
        self._recipe = recipe
        self._patience = patience

    def setup(self, worker: Worker) -> None:  # noqa: ARG002 - as Dask calls it
        """Starts nothing yet."""
        self._all: list[Supervisor] = []
        self._free: LifoQueue[Supervisor] = LifoQueue()
        self._ended = False

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002
        """Ends what was started."""
        self._ended = True
        for supervisor in self._all:
            supervisor.stop()
        self._close_free()

    @contextlib.contextmanager
    def supervisor(self) -> Iterator[Supervisor]:
        """One that nobody else uses meanwhile."""
        try:
            supervisor = self._free.get_nowait()
        except Empty:
            supervisor = Supervisor(self._recipe, self._patience)
            self._all.append(supervisor)
        try:
            yield supervisor
        finally:
            self._free.put(supervisor)
            if self._ended:
                self._close_free()

    def _close_free(self) -> None:
        with contextlib.suppress(Empty):
            while True:
                self._free.get_nowait().close()


def _read(folder: Folder, name: str, plugin: str) -> None:
    """Does a part, on a worker of the cluster."""
    if not folder.holds(name):
        raise EngineError(f"{folder.path}: {get_worker().address} does not see this folder; mount it there")
    if folder.is_done(name):
        return
    supervision = get_worker().plugins[plugin]
    assert isinstance(supervision, Supervision)
    with supervision.supervisor() as supervisor:
        outcomes = [outcome for chunk in folder.tasks(name) for outcome in supervisor.do(chunk)]
    folder.put_outcomes(name, outcomes)


def _finished(name: str, future: Future[None] | None) -> str:
    if future is not None:
        _result(future)
    return name


def _result(future: Future[R]) -> R:
    try:
        return future.result()
    except (KilledWorker, CancelledError, OSError, TimeoutError) as error:
        raise EngineError(f"the cluster gave up: {error}; run it again, and it goes on from what was read") from error
