"""One writer at a time: a lock that the system takes back when its process ends, however it ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kgraph.errors import StoreError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_SUFFIX = ".lock"
_APART = 1 << 20  # where Windows locks, so that the process id before it can still be read


class Lock:
    """The lock of a store, held from its making to :meth:`release`.

    It is a file beside the store with the process id of whoever holds it.

    Args:
        store: The path of the store.

    Raises:
        StoreError: Another run holds it.
        OSError: The file cannot be made.
    """

    def __init__(self, store: Path) -> None:
        self._path = store.with_name(store.name + _SUFFIX)
        self._file = _held(self._path, store)
        os.ftruncate(self._file, 0)
        os.write(self._file, str(os.getpid()).encode())

    def release(self) -> None:
        """Gives the lock back; the file goes first, so that nobody waits for one that is gone."""
        if sys.platform == "win32":
            os.close(self._file)
            self._path.unlink(missing_ok=True)
        else:
            self._path.unlink(missing_ok=True)
            os.close(self._file)


def _held(path: Path, store: Path) -> int:
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _take(file)
        except OSError as error:
            owner = os.read(file, 20).decode("ascii", "replace").strip()
            os.close(file)
            by = f"process {owner}" if owner else "another run"
            raise StoreError(f"{store}: {by} is writing to it; wait for its end, or end it") from error
        if _is_still(file, path):
            return file
        os.close(file)


def _take(file: int) -> None:
    if sys.platform == "win32":
        os.lseek(file, _APART, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_still(file: int, path: Path) -> bool:
    """Whether the file that was locked is the one at the path: who held it before may just have removed it."""
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False
