"""JSON lists, CSV, TSV and Parquet: tables of documents."""

import datetime
import io
import json
from collections.abc import Callable

import pyarrow
import pytest
from pyarrow import parquet as writer

from kgraph.errors import InputError
from kgraph.model.document import Document
from kgraph.read import delimited, json_list, parquet
from kgraph.read.source import Columns, Defaults, Found, Reader, Source

DATE = datetime.date(2022, 6, 1)
ROW = Document("a-1", "Talks, again.", DATE, "Talks", "https://example.org/a", "Example Wire", "Jane Roe")


def read(reader: Reader, data: bytes, columns: Columns | None = None) -> list[Found | InputError]:
    return list(reader(Source("table", "table", lambda: io.BytesIO(data)), Defaults(DATE, columns or Columns())))


def documents(found: list[Found | InputError]) -> list[Document]:
    return [item.document for item in found if isinstance(item, Found)]


def errors(found: list[Found | InputError]) -> list[str]:
    return [str(item) for item in found if isinstance(item, InputError)]


def test_usual_names_of_columns_are_known() -> None:
    table = (
        b'\xef\xbb\xbfArticle-ID,Headline,Body,"Publication Date",sourceURL,sourceCommonName,Byline,rating\r\n'
        b'a-1,Talks,"Talks, again.",2022-06-01T23:00:00-05:00,https://example.org/a,Example Wire,Jane Roe,4\r\n'
    )
    assert read(delimited.read_csv, table) == [Found("table:2", ROW)]


def test_columns_can_be_named() -> None:
    found = read(delimited.read_csv, b"id,text,words\n1,no,yes\n", Columns(text="words", title="text"))
    assert documents(found) == [Document("1", "yes", DATE, "no")]
    assert errors(read(delimited.read_csv, b"id,text\n1,no\n", Columns(text="words"))) == [
        "table:1: there is no column 'words'; the columns are: id, text"
    ]


@pytest.mark.parametrize("table", [b"", b"id,words\n1,x\n", b"\n"])
def test_a_table_without_a_text_is_one_error(table: bytes) -> None:
    (error,) = errors(read(delimited.read_csv, table))
    assert error.startswith("table:1: no column holds the text; name it with --text-column; the columns are:")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_that_of_the_heading(mark: str) -> None:
    table = f'id{mark}text\n1{mark}"a, b; c{mark} ""d"""\n'.encode()
    assert documents(read(delimited.read_csv, table)) == [Document("1", f'a, b; c{mark} "d"', DATE)]


def test_tabs_part_tsv_whatever_the_heading_has() -> None:
    assert documents(read(delimited.read_tsv, b"id\ttext\tx, y, z\n1\ta, b\t\n")) == [Document("1", "a, b", DATE)]


def test_a_bad_row_does_not_stop_the_rest() -> None:
    table = b'id,text\n1,"Two\nlines"\n2,x,y\n3\n4,caf\xe9\n\n,x\n5," "\n6,"a" b\n7,good\n8,"never closed\n'
    found = read(delimited.read_csv, table)
    assert [item.place for item in found if isinstance(item, Found)] == ["table:2", "table:11"]
    assert [error.split(";")[0] for error in errors(found)] == [
        "table:4: the row has 3 fields and the heading 2",
        "table:5: the row has 1 fields and the heading 2",
        "table:6: 'text' is not UTF-8: byte 0xE9 at character 3",
        "table:8: 'id' is empty",
        "table:9: the text is empty",
        "table:10: not CSV: ',' expected after '\"'",
        "table:12: not CSV: unexpected end of data",
    ]


def test_a_json_file_is_a_list_of_rows() -> None:
    rows = [{"id": "a", "text": "One."}, {"id": "b"}, 4, {"id": "c", "text": "Two.", "date": "20220102T120000Z"}]
    for data in (rows, {"status": "ok", "articles": rows}):
        found = read(json_list.read, json.dumps(data).encode())
        assert documents(found) == [Document("a", "One.", DATE), Document("c", "Two.", datetime.date(2022, 1, 2))]
        assert errors(found) == [
            "table, row 2: 'text' is missing; every row needs one",
            'table, row 3: the row is no JSON object; write {"id": …, "text": …}',
        ]
    assert documents(read(json_list.read, b'{"id": "a", "text": "One."}')) == [Document("a", "One.", DATE)]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'[{"id": 1},\n{]', "table:2: broken JSON at column 2"),
        (b"[" * 100_000, "table: broken JSON"),
        (b'["\xff"]', "table: not UTF-8: byte 0xFF"),
    ],
)
def test_a_broken_json_file_is_one_error(data: bytes, message: str) -> None:
    (error,) = errors(read(json_list.read, data))
    assert error.startswith(message)


def test_an_article_list_names_its_publisher_in_an_object() -> None:
    article = {"source": {"id": None, "name": "Example Wire"}, "content": "One.", "publishedAt": "2022-06-01T10:00:00Z"}
    (found,) = documents(read(json_list.read, json.dumps({"articles": [article]}).encode()))
    assert (found.id, found.source) == ("table:1", "Example Wire")


def table_of(**columns: list[object]) -> bytes:
    file = io.BytesIO()
    writer.write_table(pyarrow.table(columns), file, row_group_size=2)
    return file.getvalue()


def test_parquet_has_typed_columns() -> None:
    moment = datetime.datetime(2022, 6, 1, 23, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=-5)))
    data = table_of(
        article_id=[1, 2, 3], text=["One.", None, "Three."], date=[DATE, DATE, None], other=[b"\xff", None, None]
    )
    found = read(parquet.read, data)
    assert documents(found) == [Document("1", "One.", DATE), Document("3", "Three.", DATE)]
    assert errors(found) == ["table, row 2: 'text' is missing; every row needs one"]
    (dated,) = documents(read(parquet.read, table_of(text=["One."], published=[moment])))
    assert dated.date == DATE


def test_what_is_no_parquet_is_one_error() -> None:
    (error,) = errors(read(parquet.read, b"text"))
    assert error.startswith("table: no whole Parquet file: ")
    (error,) = errors(read(parquet.read, table_of(words=["x"])))
    assert error.startswith("table: no column holds the text")


class Pipe(io.BytesIO):
    def seekable(self) -> bool:
        return False


@pytest.mark.parametrize("stream", [io.BytesIO, Pipe])
def test_parquet_can_come_through_a_pipe(stream: Callable[[bytes], io.BytesIO]) -> None:
    source = Source("table", "table", lambda: stream(table_of(id=["a"], text=["One."])))
    assert [item.document.text for item in parquet.read(source, Defaults()) if isinstance(item, Found)] == ["One."]
