"""Memory: Python's cycle collector, held back where it only costs, and what the C library keeps for itself.

The collector looks through the objects that are new after every few hundred of
them, and through all there are whenever these have grown by a quarter: with a
million records that takes as long as to make them.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import gc
from collections.abc import Callable, Iterator

_SELDOM = 50_000  # new objects


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector, for what is soon done."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextlib.contextmanager
def seldom_collected() -> Iterator[None]:
    """With the collector at work every now and then; what large cycles hold is given back late."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def give_back() -> None:
    """Gives back to the system what was freed and the C library keeps; matrices leave tens of megabytes."""
    trim = _trim()
    if trim is not None:
        trim(0)


@functools.cache
def _trim() -> Callable[[int], int] | None:
    """GNU's ``malloc_trim``; other C libraries have none."""
    try:
        found: Callable[[int], int] = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return None
    return found
