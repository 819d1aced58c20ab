"""Which module reads which suffix, and the walk over the inputs of a run."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import InputError
from kgraph.model.document import Document
from kgraph.model.identifiers import document_iri
from kgraph.read import jsonl, plain
from kgraph.read.source import Found, Reader, Source, checked

STDIN = "-"


@dataclass(frozen=True, slots=True)
class InputFormat:
    """A format that can be read.

    Attributes:
        suffix: The file names' ending, lower case.
        description: One line for ``kgraph formats``.
        read: The reader.
    """

    suffix: str
    description: str
    read: Reader


READERS = {
    reader.suffix: reader
    for reader in (
        InputFormat(".jsonl", "JSON Lines: rows with id, text and, if known, date, title, url, source", jsonl.read),
        InputFormat(".txt", "plain text, UTF-8, one document a file", plain.read),
    )
}


def read(inputs: Iterable[str], date: datetime.date | None = None) -> Iterator[Document | InputError]:
    """Reads every document of the inputs, in their order.

    A file's document has the file's stem as its id; in a folder, its path
    below that folder without the suffix, with ``/`` between the parts.
    Two texts may share an id; the graph tells them apart by their words.
    Folders are walked in sorted order; hidden files, and files of a suffix
    that no reader knows, are passed over there.

    Args:
        inputs: Paths of files and folders; ``-`` is standard input, as plain text.
        date: The date of publication of the documents that bring none.

    Yields:
        Each document, or an error in its place: for a path that cannot be
        read, a file or row that is malformed, a document that was read before.
    """
    places: dict[str, str] = {}
    for path in inputs:
        for found in _documents(path, date):
            if isinstance(found, InputError):
                yield found
            elif (first := places.setdefault(_identity(found.document), found.place)) is not found.place:
                yield InputError(
                    f"{found.place}: the document {found.document.id!r} is the same as that of {first}; leave out one"
                )
            else:
                yield found.document


def _identity(document: Document) -> str:
    return document_iri(document.id, document.text)


def from_text(text: str, date: datetime.date | None = None) -> Document:
    """The document of a text given directly, with the id ``text``.

    Raises:
        InputError: The text is empty, or no valid Unicode.
    """
    return checked(Document("text", text, date), "the given text").document


def _documents(path: str, date: datetime.date | None) -> Iterator[Found | InputError]:
    """The documents of one input."""
    if path == STDIN:
        yield from _guarded(Source("standard input", "stdin", lambda: sys.stdin.buffer), plain.read, date)
    elif os.path.isdir(path):  # noqa: PTH112 - Path.is_dir() raises for what the system refuses to look up
        yield from _folder(Path(path), date)
    else:
        yield from _file(Path(path), path, Path(path).stem, date)


def _folder(folder: Path, date: datetime.date | None) -> Iterator[Found | InputError]:
    """The documents of a folder and the folders below it, file by file in sorted order."""
    found = False
    unread: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=unread.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if path.suffix.lower() in READERS and not name.startswith("."):
                found = True
                yield from _file(path, str(path), path.relative_to(folder).with_suffix("").as_posix(), date)
    for error in unread:
        yield InputError(f"{error.filename}: the folder cannot be read: {error.strerror}; check its permissions")
    if not found and not unread:
        yield InputError(f"{folder}: the folder holds no document; known suffixes: {', '.join(sorted(READERS))}")


def _file(path: Path, name: str, document_id: str, date: datetime.date | None) -> Iterator[Found | InputError]:
    """The documents of one file."""
    known = READERS.get(path.suffix.lower())
    reader = known.read if known else _refuse
    yield from _guarded(Source(name, document_id, lambda: path.open("rb")), reader, date)


def _refuse(source: Source, date: datetime.date | None) -> Iterator[Found | InputError]:  # noqa: ARG001
    """The reader of every suffix that none knows."""
    source.open().close()
    yield InputError(
        f"{source.name}: no reader for this kind of file; known suffixes: {', '.join(sorted(READERS))}; "
        "any text can come on standard input: kgraph build - < FILE"
    )


def _guarded(source: Source, reader: Reader, date: datetime.date | None) -> Iterator[Found | InputError]:
    """The documents of a source, ending in an error where the system cannot read on."""
    try:
        yield from reader(source, date)
    except FileNotFoundError:
        yield InputError(f"{source.name}: there is no such file or folder; check the path")
    except OSError as error:
        yield InputError(f"{source.name}: cannot be read: {error.strerror or error}; check the file")
