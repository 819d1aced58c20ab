"""Compressed files, by their ending: gzip, bzip2, xz and Zstandard."""

# The libraries of compression wait for the first file that needs them.
# ruff: noqa: PLC0415

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from types import MappingProxyType
from typing import IO, BinaryIO, NamedTuple, cast


class Name(NamedTuple):
    """A file's name taken apart.

    Attributes:
        stem: The path without the endings.
        suffix: The ending that tells the format, in lower case, without that of a compression.
        compression: The ending of a compression, empty if there is none.
    """

    stem: str
    suffix: str
    compression: str


def split(path: str) -> Name:
    """Takes a name apart: ``news/a.v2.jsonl.gz`` is ``news/a.v2``, ``.jsonl`` and ``.gz``."""
    compression = PurePath(path).suffix.lower()
    if compression in _OPENERS:
        path = path[: -len(compression)]
    else:
        compression = ""
    suffix = PurePath(path).suffix
    return Name(path[: -len(suffix)] if suffix else path, suffix.lower(), compression)


def opened(file: BinaryIO, compression: str) -> BinaryIO:
    """The plain bytes of a file.

    Args:
        file: The file as it is.
        compression: Its ending, as :func:`split` gives it; empty for a plain file, which is returned itself.

    Returns:
        A stream that raises OSError, and nothing else, where the compressed data are broken or cut off.
    """
    if not compression:
        return file
    return cast(BinaryIO, io.BufferedReader(_Plain(file, _OPENERS[compression](file)), buffer_size=1 << 16))


class _Plain(io.RawIOBase):
    """A decompressed stream with one kind of error."""

    def __init__(self, file: BinaryIO, plain: IO[bytes]) -> None:
        self._file = file
        self._plain = plain

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Reads the next bytes.

        Raises:
            OSError: The compressed data are broken or cut off.
        """
        with _one_error():
            data = self._plain.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Closes the file below too."""
        self._file.close()
        super().close()


@contextmanager
def _one_error() -> Iterator[None]:
    try:
        yield
    except OSError:
        raise
    except Exception as error:  # each library has errors of its own for data that are broken
        raise OSError(f"the compressed data are broken or cut off: {error}") from error


def _gzip(file: BinaryIO) -> IO[bytes]:
    import gzip

    return cast(IO[bytes], gzip.open(file))


def _bzip2(file: BinaryIO) -> IO[bytes]:
    import bz2

    return bz2.open(file)


def _xz(file: BinaryIO) -> IO[bytes]:
    import lzma

    return lzma.open(file)


def _zstandard(file: BinaryIO) -> IO[bytes]:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return cast(IO[bytes], zstd.open(file))


_OPENERS: MappingProxyType[str, Callable[[BinaryIO], IO[bytes]]] = MappingProxyType(
    {".gz": _gzip, ".bz2": _bzip2, ".xz": _xz, ".zst": _zstandard}
)
