"""CSV and TSV: a heading, and one row, one document."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import chain, count

from kgraph.errors import InputError
from kgraph.read import rows
from kgraph.read.source import Defaults, Found, Source

_LONGEST_FIELD = 10_000_000  # characters; a quote that is never closed ends here and not at the end of memory
_NOT_UTF8 = re.compile("[\udc80-\udcff]")


def read_csv(source: Source, defaults: Defaults) -> Iterator[Found | InputError]:
    """Reads values between commas; semicolons, tabs or bars will do if the heading has more of them.

    The form is that of RFC 4180, in UTF-8; line ends in a quoted field stay as
    they are. The first row names the columns (:mod:`kgraph.read.rows`). The
    file is streamed.

    Yields:
        A row's document, or its error with the number of the line that it begins on.
    """
    return _read(source, defaults, ",;\t|")


def read_tsv(source: Source, defaults: Defaults) -> Iterator[Found | InputError]:
    """Reads values between tabs, otherwise as :func:`read_csv`."""
    return _read(source, defaults, "\t")


def _read(source: Source, defaults: Defaults, delimiters: str) -> Iterator[Found | InputError]:
    csv.field_size_limit(_LONGEST_FIELD)
    # Bytes that are not UTF-8 come as lone surrogates, so that they spoil their own row and not the file.
    with io.TextIOWrapper(source.open(), encoding="utf-8-sig", errors="surrogateescape", newline="") as lines:
        first = lines.readline()
        reader = csv.reader(chain([first], lines), delimiter=max(delimiters, key=first.count), strict=True)
        heading: list[str] | None = None
        found: dict[str, str] = {}
        for number in count():
            place = rows.row_place(source, number, reader.line_num + 1)
            try:
                row = next(reader, None)
                if row is None:
                    return
                if heading is None:
                    heading = row
                    found = rows.required(heading, defaults.columns, place.name)
                elif row:
                    yield rows.document(_named(row, heading, place.name), found, place, defaults)
            except csv.Error as error:
                yield InputError(f"{place.name}: not CSV: {error}; put the field into quotes and double those in it")
            except InputError as error:
                yield error
            if not found:
                return


def _named(row: list[str], heading: list[str], place: str) -> dict[str, str]:
    """The values of a row by the names of their columns.

    Raises:
        InputError: There are more or fewer than columns, or some are not UTF-8.
    """
    if len(row) != len(heading):
        raise InputError(
            f"{place}: the row has {len(row)} fields and the heading {len(heading)}; put fields with the delimiter, "
            "a quote or a line end in them into quotes"
        )
    for name, value in zip(heading, row, strict=True):
        broken = _NOT_UTF8.search(value)
        if broken is not None:
            byte = ord(broken[0]) - 0xDC00
            raise InputError(
                f"{place}: {name!r} is not UTF-8: byte 0x{byte:02X} at character {broken.start()}; "
                "convert the file, for instance: iconv -f WINDOWS-1252 -t UTF-8"
            )
    return dict(zip(heading, row, strict=True))
