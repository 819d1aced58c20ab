"""JSON files with a list of articles, as APIs of news give them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kgraph.errors import InputError
from kgraph.read import rows
from kgraph.read.source import Defaults, Found, Source, decode

_LIST = "articles"


def read(source: Source, defaults: Defaults) -> Iterator[Found | InputError]:
    """Reads a list of rows, an object with such a list as its ``articles``, or one row alone.

    GDELT's article lists and NewsAPI have ``articles``. The rows are those of
    JSON Lines. The file is held in memory; JSON Lines is the format of large ones.

    Yields:
        A row's document, or its error with the number of the row.
    """
    with source.open() as file:
        data = file.read()
    try:
        found = json.loads(decode(data, source.name))
    except InputError as error:
        yield error
        return
    except json.JSONDecodeError as error:
        yield InputError(f"{source.name}:{error.lineno}: broken JSON at column {error.colno}: {error.msg}; mend it")
        return
    except (ValueError, RecursionError) as error:
        yield InputError(f"{source.name}: broken JSON: {error}; mend it")
        return
    for number, row in enumerate(_rows(found), start=1):
        place = rows.row_place(source, number)
        try:
            if not isinstance(row, dict):
                raise InputError(f'{place.name}: the row is no JSON object; write {{"id": …, "text": …}}')  # noqa: TRY301
            yield rows.document(row, rows.fields(row, defaults.columns), place, defaults)
        except InputError as error:
            yield error


def _rows(found: Any) -> list[Any]:
    if isinstance(found, dict) and isinstance(found.get(_LIST), list):
        found = found[_LIST]
    return found if isinstance(found, list) else [found]
