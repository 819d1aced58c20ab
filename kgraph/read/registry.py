"""Which module reads which format, and the way over the inputs of a run."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import NamedTuple

from kgraph.errors import InputError, UsageError
from kgraph.model.document import Document
from kgraph.read import delimited, feed, json_list, jsonl, mhtml, parquet, plain, warc, web_page, xml_file
from kgraph.read.places import Place, places
from kgraph.read.source import Columns, Defaults, Found, Reader, Source, checked


class InputFormat(NamedTuple):
    """A format that can be read.

    Attributes:
        suffixes: The file names' endings, lower case.
        description: One line for ``kgraph formats``.
        read: The reader.
    """

    suffixes: tuple[str, ...]
    description: str
    read: Reader


FORMATS = MappingProxyType(
    {
        "csv": InputFormat((".csv",), "values between commas or semicolons, with a heading", delimited.read_csv),
        "feed": InputFormat((".atom", ".rss"), "RSS or Atom: the entries that bring text", feed.read),
        "html": InputFormat((".html", ".htm", ".xhtml"), "web pages: the main text, without menus", web_page.read),
        "json": InputFormat((".json",), "a list of rows, or an object with articles, as of GDELT", json_list.read),
        "jsonl": InputFormat((".jsonl", ".ndjson"), "JSON Lines: one object a line", jsonl.read),
        "mhtml": InputFormat((".mhtml", ".mht"), "pages that a browser saved in one file", mhtml.read),
        "parquet": InputFormat((".parquet",), "tables; needs pyarrow: pip install 'kgraph[tables]'", parquet.read),
        "text": InputFormat((".txt",), "plain text, UTF-8, one document a file", plain.read),
        "tsv": InputFormat((".tsv",), "values between tabs, with a heading", delimited.read_tsv),
        "warc": InputFormat((".warc",), "web archives: the pages among the responses", warc.read),
        "xml": InputFormat((".xml",), "RSS, Atom, NewsML-G2 or NITF", xml_file.read),
    }
)
"""All formats, by their names for ``--input-format``."""

_BY_SUFFIX = MappingProxyType({suffix: entry for entry in FORMATS.values() for suffix in entry.suffixes})


def read(
    inputs: Iterable[str],
    date: datetime.date | None = None,
    columns: Columns | None = None,
    input_format: str | None = None,
) -> Iterator[Document | InputError]:
    """Reads every document of the inputs, in their order.

    The document of a file that holds just one has the file's stem as its id; in
    a folder, its path below that folder without the endings, with ``/`` between
    the parts. Two texts may share an id; the graph tells them apart by their
    words. Files whose ending no reader knows are passed over in folders. An
    ending ``.gz``, ``.bz2``, ``.xz`` or ``.zst`` behind that of the format tells
    that the file is compressed.

    Args:
        inputs: Paths, folders, patterns and URLs; ``-`` is standard input, see :func:`kgraph.read.places.places`.
        date: The date of publication of the documents that bring none.
        columns: Which columns of tables hold what, where they have no usual names.
        input_format: The format of all inputs, whatever their endings; standard input is plain text without it.

    Yields:
        Each document, or an error in its place: for a path that cannot be
        read, a file or row that is malformed.

    Raises:
        UsageError: There is no such format.
    """
    if input_format is not None and input_format not in FORMATS:
        raise UsageError(f"unknown input format {input_format!r}; known: {', '.join(FORMATS)}")
    reader = FORMATS[input_format].read if input_format is not None else None
    return _read(inputs, reader, Defaults(date, columns or Columns()))


def _read(inputs: Iterable[str], reader: Reader | None, defaults: Defaults) -> Iterator[Document | InputError]:
    for path in inputs:
        for place in places(path, lambda suffix: reader is not None or suffix in _BY_SUFFIX):
            if isinstance(place, InputError):
                yield place
                continue
            for found in _guarded(place.source, reader or _reader(place), defaults):
                yield found.document if isinstance(found, Found) else found


def from_text(text: str, date: datetime.date | None = None) -> Document:
    """The document of a text given directly, with the id ``text``.

    Raises:
        InputError: The text is empty, or no valid Unicode.
    """
    return checked(Document("text", text, date), "the given text").document


def _reader(place: Place) -> Reader:
    known = _BY_SUFFIX.get(place.suffix)
    return known.read if known is not None else _refuse


def _refuse(source: Source, defaults: Defaults) -> Iterator[Found | InputError]:  # noqa: ARG001
    """The reader of every suffix that none knows."""
    source.open().close()
    yield InputError(
        f"{source.name}: no reader for this kind of file; known endings: {', '.join(sorted(_BY_SUFFIX))}; "
        "name its format with --input-format"
    )


def _guarded(source: Source, reader: Reader, defaults: Defaults) -> Iterator[Found | InputError]:
    """The documents of a source, ending in an error where the system cannot read on."""
    try:
        yield from reader(source, defaults)
    except FileNotFoundError:
        yield InputError(f"{source.name}: there is no such file or folder; check the path")
    except OSError as error:
        yield InputError(f"{source.name}: cannot be read: {error.strerror or error}; check the file")
