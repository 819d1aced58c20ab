"""JSON Lines: one row, one document."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from typing import Any

from kgraph.errors import InputError
from kgraph.model.document import Document
from kgraph.read.source import Found, Source, checked, decode


class _NotDocumentsError(InputError):
    """Not a row is broken: the whole file holds something else than documents."""


def read(source: Source, date: datetime.date | None) -> Iterator[Found | InputError]:
    """Reads rows with ``id`` and ``text`` and, where they have them, ``date``, ``title``, ``url``, ``source``.

    Other keys are left alone, as are blank lines; a list of texts as
    ``title``, ``url`` or ``source`` is joined by commas. The text is the JSON string
    as it stands, so that offsets count in what any JSON parser gives.

    Args:
        source: The file.
        date: The date of the rows that have none of their own.

    Yields:
        A row's document or its error, which names the line and the key.
    """
    with source.open() as file:
        first_byte = 0
        for number, line in enumerate(file, start=1):
            place = f"{source.name}:{number}"
            try:
                text = decode(line, place, first_byte)
                if text.strip():
                    yield _row(text, place, date)
            except _NotDocumentsError as error:
                yield error
                return
            except InputError as error:
                yield error
            first_byte += len(line)


def _row(line: str, place: str, date: datetime.date | None) -> Found:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{place}: broken JSON at column {error.colno}: {error.msg}; one object a line") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: broken JSON: {error}; one object a line") from error
    if isinstance(row, dict) and row.get("record") == "graph" and "text" not in row:
        raise _NotDocumentsError(
            f"{place}: a graph that kgraph wrote, no documents; kgraph export and kgraph stats read it"
        )
    if not isinstance(row, dict):
        raise InputError(f'{place}: the row is no JSON object; write {{"id": …, "text": …}}')
    return checked(
        Document(
            id=_required(row, "id", place),
            text=_required(row, "text", place),
            date=_date(row, place) or date,
            title=_metadata(row, "title", place),
            url=_metadata(row, "url", place),
            source=_metadata(row, "source", place),
        ),
        place,
    )


def _optional(row: dict[str, Any], key: str, place: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise InputError(f"{place}: {key!r} is {json.dumps(value)[:40]}, not text; write it as a JSON string")
    return value


def _metadata(row: dict[str, Any], key: str, place: str) -> str | None:
    """The text of a key that may hold several, as the newspapers that share a story do."""
    value = row.get(key)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value) or None
    return _optional(row, key, place)


def _required(row: dict[str, Any], key: str, place: str) -> str:
    value = _optional(row, key, place)
    if not value:
        raise InputError(f"{place}: {key!r} is {'missing' if value is None else 'empty'}; every row needs id and text")
    return value


def _date(row: dict[str, Any], place: str) -> datetime.date | None:
    value = _optional(row, "date", place)
    if not value:
        return None
    try:
        return datetime.datetime.fromisoformat(value).date()
    except ValueError as error:
        raise InputError(f"{place}: {value!r} is no date; write it as 2022-06-01 or 2022-06-01T12:30:00Z") from error
