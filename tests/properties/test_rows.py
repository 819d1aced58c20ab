"""Texts survive the way through the tables that programs write them into."""

from __future__ import annotations

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from kgraph.read import delimited, json_list, jsonl
from kgraph.read.source import Defaults, Found, Reader, Source
from tests.properties.strategies import awkward

# Half a surrogate pair cannot be written as UTF-8.
_TEXTS = awkward().map(lambda text: text.encode("utf-8", "replace").decode("utf-8"))
_ROWS = st.lists(st.tuples(_TEXTS, _TEXTS.map("x{}".format), st.none() | _TEXTS), min_size=1, max_size=4)
_Row = tuple[str, str, str | None]


def texts(reader: Reader, data: bytes) -> list[tuple[str, str, str | None]]:
    found = list(reader(Source("rows", "rows", lambda: io.BytesIO(data)), Defaults()))
    documents = [each.document for each in found if isinstance(each, Found)]
    assert len(documents) == len(found), found
    return [(document.id, document.text, document.title) for document in documents]


def written(rows: list[_Row]) -> list[_Row]:
    """What can be told of the rows: an empty title is none."""
    return [(f"id{row_id}", text, title or None) for row_id, text, title in rows]


@given(_ROWS, st.booleans())
def test_json_lines_give_every_text_back(rows: list[_Row], ascii_only: bool) -> None:
    rows = written(rows)
    objects = [dict(zip(("id", "text", "title"), row, strict=True)) for row in rows]
    lines = "\n".join(json.dumps(each, ensure_ascii=ascii_only) for each in objects)
    assert texts(jsonl.read, lines.encode()) == rows
    assert texts(json_list.read, json.dumps(objects, ensure_ascii=ascii_only).encode()) == rows


@given(_ROWS, st.sampled_from([("excel", ","), ("excel", ";"), ("unix", "|"), ("excel-tab", "\t")]))
def test_csv_gives_every_text_back(rows: list[_Row], form: tuple[str, str]) -> None:
    rows = written(rows)
    dialect, delimiter = form
    file = io.StringIO(newline="")
    writer = csv.writer(file, dialect, delimiter=delimiter)
    writer.writerows([("id", "text", "title"), *rows])
    reader = delimited.read_tsv if delimiter == "\t" else delimited.read_csv
    assert texts(reader, file.getvalue().encode()) == rows
