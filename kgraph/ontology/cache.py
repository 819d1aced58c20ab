"""Compiled vocabularies in the user's cache folder, one file for each content of an ontology.

A file that is missing, damaged or written by another version is as good as
none, and a folder that cannot be written costs only time. What a file may
bring back is limited to the model's own records.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pickle
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import kgraph.model.vocabulary as records
from kgraph import __version__, memory
from kgraph.model.vocabulary import Vocabulary

_CHECKSUM = 32
_KEPT = 8


def get(key: str) -> Vocabulary | None:
    """The vocabulary kept under a key, if there is one that is whole."""
    try:
        content = _path(key).read_bytes()
    except OSError:
        return None
    checksum, body = content[:_CHECKSUM], content[_CHECKSUM:]
    if hashlib.sha256(body).digest() != checksum:
        return None
    with memory.uncollected():
        try:
            found = _Reader(io.BytesIO(body)).load()
        except (pickle.UnpicklingError, TypeError, AttributeError, EOFError):
            return None
    return found if isinstance(found, Vocabulary) else None


def put(key: str, vocabulary: Vocabulary) -> None:
    """Keeps a vocabulary; the file appears whole or not at all, and where it cannot be written nothing happens."""
    buffer = io.BytesIO()
    _Writer(buffer).dump(vocabulary)
    body = buffer.getvalue()
    path = _path(key)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as partial:
            partial.write(hashlib.sha256(body).digest() + body)
        Path(partial.name).replace(path)
        _prune(path.parent)


def _prune(folder: Path) -> None:
    """Removes all but the files written last: every change of an ontology leaves one behind."""
    for old in sorted(folder.glob("ontology-*.bin"), key=_written, reverse=True)[_KEPT:]:
        old.unlink(missing_ok=True)


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another process has removed it
        return 0


def _path(key: str) -> Path:
    """Where a vocabulary is kept; another program, record or Python has another file."""
    name = f"ontology-{key}-{_shape()}-{__version__}-{sys.implementation.cache_tag}.bin"
    return _folder() / name


def _shape() -> str:
    """A digest of the records' fields: files of records that were otherwise are not read."""
    found = [(name, [f"{each.name}:{each.type}" for each in fields(kind)]) for name, kind in _records()]
    return hashlib.sha256(repr(found).encode()).hexdigest()[:8]


def _records() -> Iterator[tuple[str, Any]]:
    return ((name, kind) for name, kind in sorted(vars(records).items()) if _is_record(kind))


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and is_dataclass(kind)


def _folder() -> Path:
    """The cache folder of the platform's user."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "kgraph"


class _Writer(pickle.Pickler):
    """Writes a record as its class and its values, which reads back much faster than its state.

    Values that are alike are written once, and are one when they are read back: IRIs come in many records.
    """

    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file, protocol=pickle.HIGHEST_PROTOCOL)
        self._known: dict[Any, Any] = {}

    def reducer_override(self, obj: Any) -> Any:
        if is_dataclass(obj) and not isinstance(obj, type):
            return type(obj), tuple(self._one(getattr(obj, each.name)) for each in fields(obj))
        return NotImplemented

    def _one(self, value: Any) -> Any:
        """The first value that was like this one, if it is a text or a tuple of texts."""
        if isinstance(value, tuple) and all(isinstance(each, str) for each in value):
            value = tuple(map(self._one, value))
        elif not isinstance(value, str):
            return value
        return self._known.setdefault(value, value)


class _Reader(pickle.Unpickler):
    """Builds nothing but the records of the vocabulary."""

    def find_class(self, module: str, name: str) -> Any:
        found = getattr(records, name, None)
        if module != records.__name__ or not _is_record(found):
            raise pickle.UnpicklingError(f"{module}.{name} is no record of the vocabulary")
        return found
