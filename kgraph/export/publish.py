"""How files are published: complete, all or none, compressed or not, the same bytes for the same graph."""

from __future__ import annotations

import contextlib
import gzip
import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from kgraph.errors import OutputError
from kgraph.export.syntaxes import GZIP

_BUFFER = 2**20
_LEVEL = 6  # of gzip: its own default; 9 takes twice the time for one part in a hundred


def publish(files: Mapping[str, Callable[[], Iterator[str] | Iterator[bytes]]], directory: Path) -> list[Path]:
    """Writes some files; either all are there afterwards, complete, or none is touched.

    Everything is written to a hidden folder first and then moved into place, file by file.

    Args:
        files: What makes each file, text or bytes piece by piece, by its name; one that ends in ``.gz`` is compressed.
        directory: Where to; made if it is missing.

    Returns:
        The files, in their order.

    Raises:
        OutputError: The folder or a file in it cannot be written.
    """
    targets = [directory / name for name in files]
    try:
        with _made(directory), TemporaryDirectory(prefix=".kgraph-", dir=directory) as staging:
            for name, pieces in files.items():
                write(Path(staging, name), pieces(), packed=is_packed(name))
            for target in targets:
                # Asked of all before the first is moved: a move onto a folder would fail midway.
                if target.is_dir():
                    raise OutputError(f"{target}: is a folder; remove it or write to another folder")
            for target in targets:
                Path(staging, target.name).replace(target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{directory}: cannot be written ({reason}); name a folder that can") from error
    return targets


def is_packed(name: str) -> bool:
    """Whether a file of that name is compressed by gzip."""
    return name.lower().endswith(GZIP)


def write(path: Path, pieces: Iterator[str] | Iterator[bytes], *, packed: bool) -> None:
    """Writes UTF-8 with Unix line ends, compressed by gzip or not; neither name nor time go into the file.

    Raises:
        OSError: The file cannot be written.
    """
    with path.open("wb", buffering=_BUFFER) as raw:
        if packed:
            with gzip.GzipFile("", "wb", _LEVEL, raw, mtime=0) as stream:
                _encode(pieces, stream)
        else:
            _encode(pieces, raw)


def _encode(pieces: Iterator[str] | Iterator[bytes], file: BinaryIO | gzip.GzipFile) -> None:
    with io.BufferedWriter(file, _BUFFER) as buffer:
        for piece in pieces:
            buffer.write(piece.encode() if isinstance(piece, str) else piece)


@contextlib.contextmanager
def _made(directory: Path) -> Iterator[None]:
    """Makes a folder with its parents, and unmakes what it made if the block fails."""
    missing = [folder for folder in (directory, *directory.parents) if not folder.exists()]
    directory.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for folder in missing:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
