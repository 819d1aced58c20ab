"""Plain text: one file, one document."""

from __future__ import annotations

import io
from collections.abc import Iterator

from kgraph.errors import InputError
from kgraph.model.document import Document
from kgraph.read.source import Defaults, Found, Source, checked, decode


def read(source: Source, defaults: Defaults) -> Iterator[Found | InputError]:
    r"""Reads a file of UTF-8 text.

    The text is what ``open(path, encoding="utf-8-sig").read()`` gives: no byte
    order mark, and every ``\r\n`` and ``\r`` turned into ``\n``. All offsets
    that kgraph writes count in that text.

    Yields:
        The document, or the error that says why there is none.
    """
    with source.open() as file:
        data = file.read()
    try:
        text = io.StringIO(decode(data, source.name), newline=None).read()
        yield checked(Document(source.id, text, defaults.date), source.name)
    except InputError as error:
        yield error
