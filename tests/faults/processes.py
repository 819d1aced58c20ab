"""The processes that a process started, found and waited for."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterable

import psutil

_SECONDS = 120.0


def children(pid: int | None = None) -> set[int]:
    """The processes under one, by default under this one."""
    try:
        return {each.pid for each in psutil.Process(pid).children(recursive=True)}
    except psutil.NoSuchProcess:
        return set()


def workers(pid: int | None = None) -> list[int]:
    """Those of them that read."""
    found = []
    for child in sorted(children(pid)):
        try:
            if any("kgraph.engine.child" in word for word in psutil.Process(child).cmdline()):
                found.append(child)
        except (psutil.NoSuchProcess, psutil.ZombieProcess):
            continue
    return found


def of_session(leader: int) -> list[int]:
    """The processes of the session that one leads or led: whatever it started, whoever their parent is now."""
    found = []
    for pid in psutil.pids():
        try:
            if os.getsid(pid) == leader:
                found.append(pid)
        except ProcessLookupError:
            continue
    return alive(found)


def end_session(leader: int) -> None:
    """Kills whatever is left of a session, so that a test that fails leaves nothing behind."""
    for pid in of_session(leader):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def wait_until(met: Callable[[], object], seconds: float = _SECONDS) -> None:
    """Waits for what must come; how soon is nobody's promise, and a busy machine is no failure."""
    end = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def alive(pids: Iterable[int]) -> list[int]:
    """Those that still run."""
    return [pid for pid in pids if _runs(pid)]


def _runs(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def processor_seconds(pids: Iterable[int]) -> float:
    """What they have spent so far, together."""
    spent = [psutil.Process(pid).cpu_times() for pid in pids]
    return float(sum(each.user + each.system for each in spent))
