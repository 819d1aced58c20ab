"""Python's cycle collector, held back where many objects are made that are in no cycle.

It looks through the objects that are new after every few hundred of them, and
through all there are whenever these have grown by a quarter: with a million
records that takes as long as to make them.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator

_SELDOM = 50_000  # new objects


@contextlib.contextmanager
def stopped() -> Iterator[None]:
    """Without it, for what is soon done."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextlib.contextmanager
def seldom() -> Iterator[None]:
    """With it at work every now and then, for what may take long; what large cycles hold is given back late."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
