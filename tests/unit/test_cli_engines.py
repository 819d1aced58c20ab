from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.cli.engines import DASK, LOCAL, Chosen, engine
from kgraph.engine.dask import Dask
from kgraph.engine.in_process import InProcess
from kgraph.engine.workers import Workers, cores
from kgraph.errors import UsageError


def test_one_worker_is_this_process_and_several_are_processes_of_their_own() -> None:
    assert isinstance(engine(Chosen(LOCAL, 1, None, None)), InProcess)
    assert engine(Chosen(LOCAL, 3, None, None)) == Workers(3)
    assert engine(Chosen(LOCAL, None, None, None)) == (Workers(cores()) if cores() > 1 else InProcess())


def test_a_cluster_by_its_scheduler_or_one_of_this_machine() -> None:
    shared = Path("shared")
    assert engine(Chosen(DASK, None, "tcp://head:8786", shared)) == Dask("tcp://head:8786", shared, cores())
    assert engine(Chosen(DASK, 2, None, None)) == Dask(None, None, 2)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ((DASK, None, "tcp://head:8786", None), "needs a folder that all its machines see: --shared DIR"),
        ((DASK, 2, "tcp://head:8786", Path("shared")), "--workers is for this machine"),
        ((LOCAL, None, "tcp://head:8786", None), "go with --engine dask"),
        ((LOCAL, None, None, Path("shared")), "go with --engine dask"),
    ],
)
def test_options_that_contradict_each_other(
    given: tuple[str, int | None, str | None, Path | None], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        engine(Chosen(*given))
