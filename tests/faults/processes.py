"""The processes that a process started, found and waited for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

import psutil


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


def wait_until(met: Callable[[], object], seconds: float = 20) -> None:
    """Waits for what must come."""
    end = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def alive(pids: Iterable[int]) -> list[int]:
    """Those that still run."""
    return [pid for pid in pids if psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE]


def processor_seconds(pids: Iterable[int]) -> float:
    """What they have spent so far, together."""
    spent = [psutil.Process(pid).cpu_times() for pid in pids]
    return float(sum(each.user + each.system for each in spent))
