"""What every reader gets and gives: a source of bytes, and the documents found in it."""

from __future__ import annotations

import codecs
import datetime
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from kgraph.errors import InputError
from kgraph.model.document import Document


@dataclass(frozen=True, slots=True)
class Source:
    """A place that bytes can be read from.

    Attributes:
        name: What messages call it: the path as the user gave it.
        id: The id of its document, if it holds just one.
        open: Opens it for reading; raises OSError.
    """

    name: str
    id: str
    open: Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table, or key of a JSON row, holds what; ``None`` stands for any of its usual names."""

    id: str | None = None
    text: str | None = None
    date: str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a run says of all its inputs.

    Attributes:
        date: The day of publication of documents that bring none.
        columns: The columns of tables.
    """

    date: datetime.date | None = None
    columns: Columns = Columns()


@dataclass(frozen=True, slots=True)
class Found:
    """A document and the place that holds it, a file or ``file:line``."""

    place: str
    document: Document


Reader = Callable[[Source, Defaults], Iterator[Found | InputError]]


def decode(data: bytes, place: str, first_byte: int = 0) -> str:
    """Decodes UTF-8, strictly, without a byte order mark.

    Args:
        data: The bytes, a whole file or one line of it.
        place: What an error message names.
        first_byte: Where ``data`` begins in the file, so that the message can give the offset in the file.

    Raises:
        InputError: The bytes are not UTF-8.
    """
    if first_byte == 0 and data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputError(f"{place}: the text is UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8")
    mark = len(codecs.BOM_UTF8) if first_byte == 0 and data.startswith(codecs.BOM_UTF8) else 0
    try:
        return data[mark:].decode("utf-8")
    except UnicodeDecodeError as error:
        offset = first_byte + mark + error.start
        raise InputError(
            f"{place}: not UTF-8: byte 0x{error.object[error.start]:02X} at byte offset {offset}; "
            "convert it, for instance: iconv -f WINDOWS-1252 -t UTF-8"
        ) from error


def seekable(file: BinaryIO) -> BinaryIO:
    """The file itself, or its bytes in memory where it cannot be read out of order, as a pipe or a compressed file."""
    return file if file.seekable() else io.BytesIO(file.read())


def checked(document: Document, place: str) -> Found:
    """Holds a document to what every format must give.

    Raises:
        InputError: Its text is empty, or some of it cannot be written as UTF-8.
    """
    if not document.text.strip():
        raise InputError(f"{place}: the text is empty; give it words or leave it out")
    for key in ("id", "text", "title", "url", "source", "author"):
        value: str | None = getattr(document, key)
        try:
            (value or "").encode("utf-8")
        except UnicodeEncodeError as error:
            raise InputError(
                f"{place}: the {key} holds half a surrogate pair at character {error.start}; write it as valid Unicode"
            ) from error
    return Found(place, document)
