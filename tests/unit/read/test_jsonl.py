import datetime
import io
import json

import pytest

from kgraph.errors import InputError
from kgraph.model.document import Document
from kgraph.read import jsonl
from kgraph.read.source import Found, Source

DATE = datetime.date(2023, 5, 4)


def read(data: bytes) -> list[Found | InputError]:
    return list(jsonl.read(Source("rows.jsonl", "rows", lambda: io.BytesIO(data)), DATE))


def error_of(row: object) -> str:
    (found,) = read(json.dumps(row).encode())
    assert isinstance(found, InputError)
    return str(found)


def test_a_row_is_a_document_with_all_that_it_tells() -> None:
    row = {
        "id": "a-1",
        "text": "One.\r\nTwo.",
        "date": "2022-06-01",
        "title": "Talks",
        "url": "https://example.org/a-1",
        "source": "Example Wire",
        "rating": 4,
    }
    expected = Document(
        "a-1", "One.\r\nTwo.", datetime.date(2022, 6, 1), "Talks", "https://example.org/a-1", "Example Wire"
    )
    assert read(json.dumps(row).encode()) == [Found("rows.jsonl:1", expected)]


def test_several_sources_are_named_together() -> None:
    (found,) = read(b'{"id": "a", "text": "x", "source": ["Morning Post", "Evening Mail"], "title": []}')
    assert isinstance(found, Found)
    assert (found.document.source, found.document.title) == ("Morning Post, Evening Mail", None)


@pytest.mark.parametrize("date", [{}, {"date": None}, {"date": ""}])
def test_a_row_without_date_takes_the_one_of_the_run(date: dict[str, str | None]) -> None:
    assert read(json.dumps({"id": "a", "text": "x", **date}).encode()) == [
        Found("rows.jsonl:1", Document("a", "x", DATE))
    ]


def test_the_date_of_a_moment_is_its_day() -> None:
    (found,) = read(b'{"id": "a", "text": "x", "date": "2022-06-01T23:30:00Z"}')
    assert isinstance(found, Found)
    assert found.document.date == datetime.date(2022, 6, 1)


def test_a_bad_row_does_not_stop_the_rest() -> None:
    good = b'{"id": "%d", "text": "x"}'
    lines = [b"\xef\xbb\xbf" + good % 1, b"", b"{broken", good % 4, b'{"id": "\xe9"}\r', good % 6]
    before = len(b"\n".join(lines[:4])) + 1
    found = read(b"\n".join(lines))
    assert [item.place for item in found if isinstance(item, Found)] == ["rows.jsonl:1", "rows.jsonl:4", "rows.jsonl:6"]
    first, second = [str(item) for item in found if isinstance(item, InputError)]
    assert first.startswith("rows.jsonl:3: broken JSON at column 2")
    assert second.startswith(f"rows.jsonl:5: not UTF-8: byte 0xE9 at byte offset {before + 8}")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ([1, 2], "rows.jsonl:1: the row is no JSON object"),
        ("text", "rows.jsonl:1: the row is no JSON object"),
        ({"text": "x"}, "rows.jsonl:1: 'id' is missing"),
        ({"id": "", "text": "x"}, "rows.jsonl:1: 'id' is empty"),
        ({"id": "a"}, "rows.jsonl:1: 'text' is missing"),
        ({"id": "a", "text": " \n"}, "rows.jsonl:1: the text is empty"),
        ({"id": 17, "text": "x"}, "rows.jsonl:1: 'id' is 17, not text"),
        ({"id": "a", "text": ["x"]}, "rows.jsonl:1: 'text' is [\"x\"], not text"),
        ({"id": "a", "text": "x", "title": {}}, "rows.jsonl:1: 'title' is {}, not text"),
        ({"id": "a", "text": "x", "source": ["Post", 4]}, "rows.jsonl:1: 'source' is [\"Post\", 4], not text"),
        ({"id": "a", "text": "x", "date": 20220601}, "rows.jsonl:1: 'date' is 20220601, not text"),
        ({"id": "a", "text": "x", "date": "1 June 2022"}, "rows.jsonl:1: '1 June 2022' is no date"),
        ({"id": "a", "text": "x", "date": "2022-02-30"}, "rows.jsonl:1: '2022-02-30' is no date"),
        ({"id": "a", "text": "ok \ud83d"}, "rows.jsonl:1: the text holds half a surrogate pair at character 3"),
        ({"id": "\udc00", "text": "x"}, "rows.jsonl:1: the id holds half a surrogate pair at character 0"),
    ],
)
def test_a_malformed_row_is_named_with_its_fault(row: object, message: str) -> None:
    assert error_of(row).startswith(message)


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"id": ' + b"9" * 5000 + b"}"], ids=["deep", "long number"])
def test_json_that_python_gives_up_on_is_an_error_too(data: bytes) -> None:
    (found,) = read(data)
    assert isinstance(found, InputError)
    assert str(found).startswith("rows.jsonl:1: broken JSON")
    assert "\n" not in str(found)


def test_a_graph_of_ours_is_told_once_and_is_no_broken_row() -> None:
    rows = b'{"record": "graph", "version": 1, "records": {}}\n{"record": "entity"}\n{"record": "entity"}\n'
    (found,) = read(rows)
    assert str(found) == "rows.jsonl:1: a graph that kgraph wrote, no documents; kgraph export and kgraph stats read it"
