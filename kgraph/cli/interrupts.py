"""The system's order to end: the run ends its workers, leaves no half-written file behind, and goes."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


class TerminatedError(BaseException):
    """The process is to end (SIGTERM). No error of the work: only what cleans up may catch it, as an interrupt."""


@contextmanager
def heeded() -> Iterator[None]:
    """Raises :class:`TerminatedError` when the order comes; a second order ends the process at once.

    Only the main thread can; in another, and where whoever started the process ignores the order, all stays as it is.
    """
    if threading.current_thread() is not threading.main_thread() or (
        signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
    ):
        yield
        return
    signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _end(_signal: int, _frame: FrameType | None) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    raise TerminatedError
