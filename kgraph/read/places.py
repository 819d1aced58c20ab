"""Where inputs are: files, folders, patterns, standard input, and URLs of stores such as S3."""

# fsspec waits for the first URL.
# ruff: noqa: PLC0415

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import BinaryIO, NamedTuple

from kgraph.errors import InputError
from kgraph.read import compression
from kgraph.read.source import Source

STDIN = "-"


class Place(NamedTuple):
    """A file to read and the ending that tells its format; that of standard input is the one of plain text."""

    source: Source
    suffix: str


def places(path: str, wanted: Callable[[str], bool]) -> Iterator[Place | InputError]:
    """The files of one input, in sorted order.

    Folders are walked to the bottom; hidden files and folders are passed over.
    A pattern holds ``*``, ``?``, ``[…]``, or ``**`` for any number of folders; a
    file of that very name goes before it.

    Args:
        path: Path, pattern or URL; ``-`` is standard input.
        wanted: Whether a file in a folder with this ending is read. A file that is named itself always is.

    Yields:
        Each file, or an error where there is none or it cannot be looked up.
    """
    if path == STDIN:
        yield Place(Source("standard input", "stdin", lambda: sys.stdin.buffer), ".txt")
    elif "://" in path:
        yield from _remote(path, wanted)
    elif glob.has_magic(path) and not os.path.lexists(path):
        found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - pathlib's takes no absolute pattern
        if not found:
            yield InputError(f"{path}: no file has a name like this; check the pattern")
        for each in found:
            yield from _local(each, wanted)
    else:
        yield from _local(path, wanted)


def _local(path: str, wanted: Callable[[str], bool]) -> Iterator[Place | InputError]:
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir() raises for what the system refuses to look up
        yield from _folder(Path(path), wanted)
    else:
        yield _file(path, PurePath(path).name)


def _folder(folder: Path, wanted: Callable[[str], bool]) -> Iterator[Place | InputError]:
    found = False
    unread: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=unread.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and wanted(compression.split(name).suffix):
                found = True
                path = Path(parent, name)
                yield _file(str(path), path.relative_to(folder).as_posix())
    for error in unread:
        yield InputError(f"{error.filename}: the folder cannot be read: {error.strerror}; check its permissions")
    if not found and not unread:
        yield _nothing(str(folder))


def _file(path: str, name: str) -> Place:
    """A file, whose name below its folder without endings is the id of its document."""
    stem, suffix, packed = compression.split(name)
    return Place(Source(path, stem, lambda: compression.opened(Path(path).open("rb"), packed)), suffix)


def _remote(url: str, wanted: Callable[[str], bool]) -> Iterator[Place | InputError]:
    """The files of a URL, which may be one of a folder or a pattern."""
    from fsspec.core import url_to_fs

    try:
        store, path = url_to_fs(url)
        is_folder = not glob.has_magic(path) and store.isdir(path)
        if is_folder:
            found = sorted(each for each in store.find(path) if _shown(each[len(path) :], wanted))
        else:
            found = sorted(map(str, store.glob(path))) if glob.has_magic(path) else [path]
    except ImportError as error:
        yield InputError(f"{url}: {error}; {_remedy(url)}")
        return
    except ValueError as error:
        yield InputError(f"{url}: {error}; known are file, s3, gs, abfs, http, https and what fsspec knows besides")
        return
    except Exception as error:  # each store has errors of its own: of the network, of credentials
        yield InputError(f"{url}: cannot be looked up: {error or type(error).__name__}; check address and credentials")
        return
    if not found:
        yield _nothing(url)
    for each in found:
        name = each[len(path) :].lstrip("/") if is_folder else PurePath(each).name
        stem, suffix, packed = compression.split(name)

        def opened(each: str = each, packed: str = packed) -> BinaryIO:
            return compression.opened(store.open(each, "rb"), packed)

        yield Place(Source(store.unstrip_protocol(each), stem, opened), suffix)


def _shown(name: str, wanted: Callable[[str], bool]) -> bool:
    return not any(part.startswith(".") for part in name.split("/")) and wanted(compression.split(name).suffix)


def _remedy(url: str) -> str:
    """How to install what a store needs."""
    from fsspec.registry import known_implementations

    package = known_implementations.get(url.partition("://")[0], {}).get("class", "").partition(".")[0]
    if package in {"", "fsspec"}:
        return "install what it names with pip"
    return f"install it: pip install {package}"


def _nothing(name: str) -> InputError:
    return InputError(f"{name}: the folder holds no document; kgraph formats lists the known endings")
