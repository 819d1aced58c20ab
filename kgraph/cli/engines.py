"""Who reads: the options, and the engine that they name."""

# What is slow to import waits for the command that needs it.
# ruff: noqa: PLC0415

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from kgraph.errors import EngineError, UsageError

if TYPE_CHECKING:
    from kgraph.engine import Engine

LOCAL, DASK = "local", "dask"


class Chosen(NamedTuple):
    """Who is to read.

    Attributes:
        name: One of the engines.
        workers: How many processes on this machine; one a core where ``None``.
        scheduler: Address of a scheduler of Dask's.
        shared: Folder that all machines see.
    """

    name: str = LOCAL
    workers: int | None = None
    scheduler: str | None = None
    shared: Path | None = None


def engine_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of a command that reads much; it gets them as one :class:`Chosen`, named ``chosen``."""

    @functools.wraps(command)
    def chosen(
        *args: Any, engine: str, workers: int | None, scheduler: str | None, shared: Path | None, **kwargs: Any
    ) -> None:
        command(*args, chosen=Chosen(engine, workers, scheduler, shared), **kwargs)

    for decorate in (
        click.option(
            "--shared",
            metavar="DIR",
            type=click.Path(path_type=Path, file_okay=False),
            help="Folder that all machines of the cluster see; what was read, and the graph in parts, stay there.",
        ),
        click.option(
            "--scheduler", metavar="ADDRESS", help="Dask scheduler, as tcp://host:8786; by default one's own."
        ),
        click.option(
            "--engine",
            type=click.Choice([LOCAL, DASK]),
            default=LOCAL,
            show_default=True,
            help="Who reads: processes of this machine, or a Dask cluster.",
        ),
        click.option(
            "--workers",
            type=click.IntRange(min=1),
            metavar="N",
            help="How many processes read on this machine.  [default: one a core]",
        ),
    ):
        chosen = decorate(chosen)
    return chosen


def engine(chosen: Chosen) -> Engine:
    """The engine that was chosen; nothing is started yet.

    Raises:
        UsageError: They contradict each other.
        EngineError: A package is missing.
    """
    from kgraph.engine.workers import Workers, cores

    name, workers, scheduler, shared = chosen
    if name == DASK:
        try:
            from kgraph.engine.dask import Dask
        except ImportError as error:
            raise EngineError(f"{error.name} is not installed; install it: pip install 'kgraph[dask]'") from error
        if scheduler is not None and shared is None:
            raise UsageError("a cluster needs a folder that all its machines see: --shared DIR")
        if scheduler is not None and workers is not None:
            raise UsageError("--workers is for this machine; the cluster behind --scheduler has its own")
        return Dask(scheduler, shared, workers or cores())
    if scheduler is not None or shared is not None:
        raise UsageError("--scheduler and --shared go with --engine dask")
    count = workers or cores()
    if count == 1:
        from kgraph.engine.in_process import InProcess

        return InProcess()
    return Workers(count)
