import datetime
import io

import pytest

from kgraph.errors import InputError
from kgraph.model.document import Document
from kgraph.read import plain
from kgraph.read.source import Defaults, Found, Source

DATE = datetime.date(2023, 5, 4)
DEFAULTS = Defaults(DATE)


def read(data: bytes) -> Found | InputError:
    (found,) = plain.read(Source("news/a.txt", "a", lambda: io.BytesIO(data)), DEFAULTS)
    return found


def test_a_file_is_a_document() -> None:
    assert read("Talks in Chișinău.\n".encode()) == Found("news/a.txt", Document("a", "Talks in Chișinău.\n", DATE))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfTalks.", "Talks."),
        (b"One.\r\nTwo.\rThree.\n\r\n", "One.\nTwo.\nThree.\n\n"),
        ("One.\u2028Two.\x0cThree.\x85".encode(), "One.\u2028Two.\x0cThree.\x85"),
    ],
    ids=["byte order mark", "line ends", "other breaks stay"],
)
def test_text_is_what_python_reads(data: bytes, text: str) -> None:
    found = read(data)
    assert isinstance(found, Found)
    assert found.document.text == text == io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig").read()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "news/a.txt: the text is empty"),
        (b" \r\n\t\n", "news/a.txt: the text is empty"),
        (b"\xef\xbb\xbf", "news/a.txt: the text is empty"),
        (b"Talks\x92s end", "news/a.txt: not UTF-8: byte 0x92 at byte offset 5"),
        (b"\xef\xbb\xbfTalks \xff", "news/a.txt: not UTF-8: byte 0xFF at byte offset 9"),
        ("caf\N{LATIN SMALL LETTER E WITH ACUTE}".encode()[:-1], "news/a.txt: not UTF-8: byte 0xC3 at byte offset 3"),
        ("Talks".encode("utf-16"), "news/a.txt: the text is UTF-16"),
    ],
)
def test_what_is_no_text_is_an_error(data: bytes, message: str) -> None:
    found = read(data)
    assert isinstance(found, InputError)
    assert str(found).startswith(message)
