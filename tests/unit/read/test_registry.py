import datetime
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kgraph.errors import InputError, UsageError
from kgraph.model.document import Document
from kgraph.read import registry
from kgraph.read.source import Columns

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def read(*inputs: Path | str) -> list[Document | InputError]:
    return list(registry.read(map(str, inputs)))


def ids(found: list[Document | InputError]) -> list[str]:
    return [item.id for item in found if isinstance(item, Document)]


def errors(found: list[Document | InputError]) -> list[str]:
    return [str(item) for item in found if isinstance(item, InputError)]


def test_files_come_in_the_order_of_the_inputs(write: Write) -> None:
    second, first = write("b.txt", "Two."), write("a.TXT", "One.")
    rows = write("rows.jsonl", '{"id": "row", "text": "Three."}')
    assert read(first, rows, second) == [Document("a", "One."), Document("row", "Three."), Document("b", "Two.")]


def test_the_date_is_that_of_documents_without_one(write: Write) -> None:
    date = datetime.date(2024, 1, 2)
    assert list(registry.read([str(write("a.txt", "One."))], date)) == [Document("a", "One.", date)]


def test_a_folder_is_walked_in_sorted_order(write: Write, tmp_path: Path) -> None:
    for name in ("news/b.txt", "news/2022/06/a.txt", "news/2022/z.v2.txt", "news/.hidden.txt", "news/.git/x.txt"):
        write(name, "Words.")
    write("news/notes.md", "No document.")
    write("news/a.jsonl", '{"id": "row", "text": "Words."}')
    found = read(tmp_path / "news")
    assert ids(found) == ["row", "b", "2022/z.v2", "2022/06/a"]
    assert errors(found) == []


def test_standard_input_is_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"One.\r\n")))
    assert read("-") == [Document("stdin", "One.\n")]


@pytest.mark.parametrize("name", ["rows.jsonl", "-"])
def test_a_format_can_be_named(name: str, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = write("rows.dat", '{"id": "row", "text": "One."}')
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(odd.read_bytes())))
    inputs = [name if name == "-" else str(odd)]
    assert list(registry.read(inputs, input_format="jsonl")) == [Document("row", "One.")]
    assert ids(list(registry.read([str(odd.parent)], input_format="text"))) == ["rows"]
    with pytest.raises(UsageError, match="unknown input format 'pdf'; known: csv, feed, html"):
        registry.read(inputs, input_format="pdf")


def test_columns_are_those_of_the_run(write: Write) -> None:
    table = write("a.csv", "nr,words,text\n1,One.,no\n")
    columns = Columns(text="words", id="nr")
    assert list(registry.read([str(table)], columns=columns)) == [Document("1", "One.")]


def test_texts_that_share_an_id_are_all_read(write: Write) -> None:
    first, second = write("x/a.txt", "One."), write("y/a.txt", "Two.")
    found = read(first, second)
    assert [document.text for document in found if isinstance(document, Document)] == ["One.", "Two."]
    assert ids(found) == ["a", "a"]


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(write: Write, tmp_path: Path) -> None:
    good, other, empty = write("good.txt", "One."), write("page.pdf", "?"), tmp_path / "empty"
    empty.mkdir()
    long = "x" * 300 + ".txt"
    found = read(tmp_path / "missing.txt", tmp_path / "missing", other, empty, long, good)
    assert ids(found) == ["good"]
    for error, message in zip(
        errors(found),
        [
            f"{tmp_path}/missing.txt: there is no such file or folder",
            f"{tmp_path}/missing: there is no such file or folder",
            f"{other}: no reader for this kind of file; known endings: .atom, .csv,",
            f"{empty}: the folder holds no document; kgraph formats lists",
            f"{long}: cannot be read: File name too long",
        ],
        strict=True,
    ):
        assert error.startswith(message)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are no text")
def test_a_file_name_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Words.")
    (error,) = errors(read(tmp_path))
    assert "the id holds half a surrogate pair at character 3" in error


def test_a_text_can_be_given_directly() -> None:
    assert registry.from_text("One.\r\n") == Document("text", "One.\r\n")
    with pytest.raises(InputError, match="the given text: the text is empty"):
        registry.from_text(" ")
