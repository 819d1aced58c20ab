"""Rows of any table, JSON Lines, CSV or Parquet, to documents: which column is what, and what must be in it."""

from __future__ import annotations

import dataclasses
import datetime
import json
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from kgraph.errors import InputError
from kgraph.model.document import Document
from kgraph.read import dates
from kgraph.read.source import Columns, Defaults, Found, Source, checked

USUAL_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("id", "doc_id", "document_id", "article_id", "guid", "uuid", "uid", "identifier"),
        "text": (
            *("text", "body", "content", "article", "full_text", "article_text", "article_body", "body_text"),
            *("main_text", "maintext", "story", "plain_text"),
        ),
        "date": (
            *("date", "published", "publication_date", "published_at", "published_date", "date_published"),
            *("date_publish", "publish_date", "pub_date", "pubdate", "publishedat", "datepublished", "seendate"),
            *("datetime", "created_at", "timestamp"),
        ),
        "title": ("title", "headline"),
        "url": ("url", "link", "permalink", "web_url", "source_url", "sourceurl", "document_identifier"),
        "source": (
            *("source", "publisher", "publication", "outlet", "newspaper", "source_name", "source_common_name"),
            *("source_domain", "sitename", "site_name", "site", "domain"),
        ),
        "author": ("author", "authors", "byline", "creator"),
    }
)
"""What columns are usually called, the most usual name first; small, and with ``_`` between the words."""

_WORD_BREAK = re.compile(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")


def fields(names: Iterable[str], columns: Columns) -> dict[str, str]:
    """Which column holds what.

    Args:
        names: The columns of a table, or the keys of a row.
        columns: Those that the user named. The others are found by their usual names, whatever their case and the
            marks between their words.

    Returns:
        The fields of a document that the columns hold, each with its column.
    """
    given = {field: name for field, name in dataclasses.asdict(columns).items() if name is not None}
    known: dict[str, str] = {}
    for name in names:
        # A column that the user gave a meaning has no other.
        if name not in given.values():
            known.setdefault("_".join(_WORD_BREAK.split(name.strip())).lower(), name)
            known.setdefault(name.strip().lower(), name)
    found = dict(given)
    for field, usual in USUAL_NAMES.items():
        column = next((known[each] for each in usual if each in known), None)
        if column is not None:
            found.setdefault(field, column)
    return found


def required(names: Iterable[str], columns: Columns, place: str) -> dict[str, str]:
    """The same for a table whose rows all have the same columns.

    Raises:
        InputError: A column that the user named is missing, or there is none with the text.
    """
    names = list(names)
    found = fields(names, columns)
    shown = ", ".join(map(str, names))[:200] or "none"
    for name in dataclasses.asdict(columns).values():
        if name is not None and name not in names:
            raise InputError(f"{place}: there is no column {name!r}; the columns are: {shown}")
    if "text" not in found:
        raise InputError(f"{place}: no column holds the text; name it with --text-column; the columns are: {shown}")
    return found


class RowPlace(NamedTuple):
    """Where a row stands.

    Attributes:
        name: What errors name.
        id: The id of its document if it has none itself.
    """

    name: str
    id: str


def row_place(source: Source, number: int, line: int | None = None) -> RowPlace:
    """The place of a row by its number, and by its line where the file has lines; both from 1."""
    name = f"{source.name}, row {number}" if line is None else f"{source.name}:{line}"
    return RowPlace(name, f"{source.id}:{number}")


def document(row: Mapping[str, Any], found: Mapping[str, str], place: RowPlace, defaults: Defaults) -> Found:
    """The document of a row.

    A row that has no key for an id takes its URL as one, else the id of its file and its number.

    Args:
        row: Its values.
        found: The column of each field, as :func:`fields` gives it.
        place: Where it stands.
        defaults: The date of rows that have none of their own.

    Raises:
        InputError: The id or the text is missing or empty, the date is none, or another value is no text.
    """

    def value(field: str, read: Callable[[Any, str, str], Any]) -> Any:
        column = found.get(field, field)
        return read(row.get(column), column, place.name)

    url = value("url", _metadata)
    return checked(
        Document(
            id=value("id", _id) if "id" in found else url or place.id,
            text=value("text", _required),
            date=value("date", _date) or defaults.date,
            title=value("title", _metadata),
            url=url,
            source=value("source", _metadata),
            author=value("author", _metadata),
        ),
        place.name,
    )


def _id(value: Any, column: str, place: str) -> str:
    # Tables number their rows: a whole number is as good an id as a text.
    return _required(str(value) if type(value) is int else value, column, place)


def _text(value: Any, column: str, place: str) -> str | None:
    if value is not None and not isinstance(value, str):
        shown = json.dumps(value, default=str)[:40]
        raise InputError(f"{place}: {column!r} is {shown}, not text; write it as a string")
    return value


def _metadata(value: Any, column: str, place: str) -> str | None:
    """The text of a key that may hold several, as the newspapers that share a story do, or an object with a name."""
    if isinstance(value, Mapping) and isinstance(value.get("name"), str):
        value = value["name"]
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = ", ".join(value)
    return _text(value, column, place) or None


def _required(value: Any, column: str, place: str) -> str:
    text = _text(value, column, place)
    if not text:
        raise InputError(f"{place}: {column!r} is {'missing' if value is None else 'empty'}; every row needs one")
    return text


def _date(value: Any, column: str, place: str) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    text = _text(value, column, place)
    if not text or not text.strip():
        return None
    try:
        return dates.day(text)
    except InputError as error:
        raise InputError(f"{place}: {error}") from error
