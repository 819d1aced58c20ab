"""The machine that figures come from, as far as it bears on them."""

from __future__ import annotations

import functools
import os
import platform
import time
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from kgraph import __version__

_PACKAGES = ("spacy", "thinc", "blis", "numpy")
_GENERIC = 0.6
_ROUNDS = 200
_SHAPE = (512, 96, 288)  # as large as the multiplications of the default model


@dataclass(frozen=True)
class Machine:
    """A machine.

    Attributes:
        cpu: The name of its processor.
        cores: How many of them this process may use.
        system: Operating system and architecture.
        versions: Of Python, kgraph and what does the arithmetic, each with its name.
        blis: How fast BLIS, spaCy's own library of linear algebra, multiplies, as a ratio of numpy's.
        load: How many processes wanted to run on average over the minute before, without our own.
    """

    cpu: str = ""
    cores: int = 0
    system: str = ""
    versions: tuple[tuple[str, str], ...] = ()
    blis: float = 0.0
    load: float = 0.0

    @property
    def generic(self) -> bool:
        """Whether BLIS does not know the processor and falls back to its generic kernel."""
        return self.blis < _GENERIC

    @property
    def itself(self) -> Machine:
        """The machine without what differs from one measurement to the next."""
        return replace(self, blis=0.0, load=0.0)


def machine() -> Machine:
    """This machine, now."""
    versions = {"Python": platform.python_version(), "kgraph": __version__} | {
        name: version(name) for name in _PACKAGES
    }
    return Machine(
        _cpu(),
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        f"{platform.system()} {platform.machine()}",
        tuple(versions.items()),
        _blis(),
        os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0,
    )


def _cpu() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text("utf-8").splitlines() if told.exists() else []
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.processor()
    )


@functools.cache
def _blis() -> float:
    import numpy as np  # noqa: PLC0415
    from thinc.api import NumpyOps  # noqa: PLC0415
    from threadpoolctl import threadpool_limits  # noqa: PLC0415

    rows, depth, columns = _SHAPE
    left, right = np.ones((rows, depth), "f"), np.ones((columns, depth), "f")

    def seconds(ops: NumpyOps) -> float:
        start = time.process_time()
        for _ in range(_ROUNDS):
            ops.gemm(left, right, trans2=True)
        return time.process_time() - start

    with threadpool_limits(1):
        both = [(seconds(NumpyOps(use_blis=False)), seconds(NumpyOps(use_blis=True))) for _ in range(3)]
    numpy, blis = map(min, zip(*both, strict=True))
    return float(numpy / blis)
