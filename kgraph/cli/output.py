"""Where data goes: standard output, or files that appear whole or not at all."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from kgraph.errors import OutputError, UsageError

STDOUT = "-"


@contextmanager
def open_text(name: str) -> Iterator[TextIO]:
    """Opens a place for UTF-8 text with Unix line ends, before any slow work begins.

    A regular file is written beside its place and moved there at the end, so
    that nobody ever sees half of it and an error leaves the old one as it was.

    Args:
        name: A path, or ``-`` for standard output.

    Raises:
        OutputError: The place cannot be written.
    """
    if name == STDOUT:
        with _standard_output() as stdout:
            yield stdout
        return
    with _open_whole(name) as file, io.TextIOWrapper(file, encoding="utf-8", newline="\n") as text:
        yield text


@contextmanager
def open_binary(name: str) -> Iterator[BinaryIO]:
    """Opens a file for bytes; it appears whole or not at all, as with :func:`open_text`.

    Raises:
        OutputError: The place cannot be written.
    """
    with _open_whole(name) as file:
        yield file


@contextmanager
def _open_whole(name: str) -> Iterator[BinaryIO]:
    """A file that is written beside its place and moved there at the end; a device is written at once."""
    path = Path(name).resolve()
    if path.is_dir():
        raise OutputError(f"{name}: is a folder; give the path of a file")
    if path.exists() and not path.is_file():
        with _guarded(name), path.open("wb") as device:
            yield device
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with _guarded(name):
        file = part.open("wb")
    try:
        with _guarded(name):
            with file:
                yield file
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def check_folder(name: str) -> None:
    """Makes sure that files can be made in a folder, or the folder itself, and leaves no trace.

    Raises:
        UsageError: The name means standard output.
        OutputError: They cannot.
    """
    if name == STDOUT:
        raise UsageError("a graph is several files and cannot go to standard output; give a folder")
    folder = Path(name).resolve()
    with _guarded(name):
        existing = next(place for place in (folder, *folder.parents) if place.exists())
        if not existing.is_dir():
            raise OutputError(f"{name}: {existing} is a file, not a folder; choose another place")
        with tempfile.TemporaryFile(dir=existing):
            pass


def discard_stdout() -> None:
    """Sends to nowhere what standard output still holds back, so that the interpreter can end quietly."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device, not a path of ours
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


@contextmanager
def _guarded(name: str) -> Iterator[None]:
    """Turns the system's refusal to write into an error that names the place.

    Raises:
        OutputError: An OSError came up, save for a reader of standard output that went away.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{name}: cannot be written: {error.strerror or error}; choose another place") from error


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        with _guarded("standard output"):
            yield sys.stdout
            sys.stdout.flush()
    except OutputError:
        discard_stdout()
        raise
