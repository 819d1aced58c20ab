"""JSON Lines: one row, one document."""

from __future__ import annotations

import json
from collections.abc import Iterator

from kgraph.errors import InputError
from kgraph.read import rows
from kgraph.read.source import Defaults, Found, Source, decode


class _NotDocumentsError(InputError):
    """Not a row is broken: the whole file holds something else than documents."""


def read(source: Source, defaults: Defaults) -> Iterator[Found | InputError]:
    """Reads rows with a text and, where they have them, id, date, title, URL, source and author.

    Keys are found by their usual names (:data:`kgraph.read.rows.USUAL_NAMES`) or
    by the columns of the run. Other keys are left alone, as are blank lines; a
    list of texts as title, URL, source or author is joined by commas. The text
    is the JSON string as it stands, so that offsets count in what any JSON
    parser gives.

    Yields:
        A row's document or its error, which names the line and the key.
    """
    with source.open() as file:
        first_byte = 0
        for number, line in enumerate(file, start=1):
            place = rows.row_place(source, number, number)
            try:
                text = decode(line, place.name, first_byte)
                if text.strip():
                    yield _row(text, place, defaults)
            except _NotDocumentsError as error:
                yield error
                return
            except InputError as error:
                yield error
            first_byte += len(line)


def _row(line: str, place: rows.RowPlace, defaults: Defaults) -> Found:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(
            f"{place.name}: broken JSON at column {error.colno}: {error.msg}; one object a line"
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place.name}: broken JSON: {error}; one object a line") from error
    if isinstance(row, dict) and row.get("record") == "graph" and "text" not in row:
        raise _NotDocumentsError(
            f"{place.name}: a graph that kgraph wrote, no documents; kgraph export and kgraph stats read it"
        )
    if not isinstance(row, dict):
        raise InputError(f'{place.name}: the row is no JSON object; write {{"id": …, "text": …}}')
    return rows.document(row, rows.fields(row, defaults.columns), place, defaults)
