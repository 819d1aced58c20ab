"""Web pages, as files, saved by a browser, and in archives."""

import datetime
import io
import quopri

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kgraph.errors import InputError
from kgraph.model.document import Document
from kgraph.read import mhtml, warc, web_page
from kgraph.read.source import Defaults, Found, Reader, Source

DATE = datetime.date(2020, 1, 1)
URL = "https://example.org/2022/tents"
PAGE = """<!DOCTYPE html><html lang="en"><head>{charset}<title>Tents for Chad - Example Wire</title>
<meta property="og:site_name" content="Example Wire"><meta name="author" content="Jane Roe">
<meta property="og:title" content="Tents for Chad">
<meta property="article:published_time" content="2022-06-01T23:30:00-05:00">
<link rel="canonical" href="https://example.org/2022/tents"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav><article>
<p>Norway sent 4,000 tents to Chad on Wednesday, the foreign ministry in Oslo said, as more people fled.</p>
<p>“We thank Norway,” Chad’s prime minister said in N’Djamena. He asked other states to do the same before the rain.</p>
</article><footer>All rights reserved</footer></body></html>"""
TEXT = (
    "Norway sent 4,000 tents to Chad on Wednesday, the foreign ministry in Oslo said, as more people fled.\n\n"
    "“We thank Norway,” Chad’s prime minister said in N’Djamena. He asked other states to do the same before the rain."
)


def read(reader: Reader, data: bytes) -> list[Found | InputError]:
    return list(reader(Source("news/a.html", "a", lambda: io.BytesIO(data)), Defaults(DATE)))


def page(encoding: str, declared: str = "") -> bytes:
    return PAGE.replace("{charset}", f'<meta charset="{declared}">' if declared else "").encode(encoding)


def test_a_page_is_its_main_text_and_what_it_tells_of_itself() -> None:
    document = Document("a", TEXT, datetime.date(2022, 6, 1), "Tents for Chad", URL, "Example Wire", "Jane Roe")
    assert read(web_page.read, page("utf-8", "utf-8")) == [Found("news/a.html", document)]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", ""), ("cp1252", "iso-8859-1"), ("cp1252", "windows-1252")],
)
def test_the_encoding_is_the_one_that_a_browser_would_choose(encoding: str, declared: str) -> None:
    (found,) = read(web_page.read, page(encoding, declared))
    assert isinstance(found, Found)
    assert found.document.text == TEXT


def test_a_page_without_a_date_has_that_of_the_run() -> None:
    undated = PAGE.replace("2022-06-01T23:30:00-05:00", "").replace("/2022/", "/news/").encode()
    (found,) = read(web_page.read, undated)
    assert isinstance(found, Found)
    assert found.document.date == DATE


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><body></body></html>",
        b"no markup at all",
        b"<div>" * 20_000,
        b"<html><script>var x=1;</script></html>",
    ],
    ids=["empty", "no body", "no markup", "deep", "script"],
)
def test_a_page_without_main_text_is_an_error(data: bytes) -> None:
    (error,) = read(web_page.read, data)
    assert str(error).startswith("news/a.html: no main text is found in the page; save it as text")


@pytest.mark.parametrize(
    ("fragment", "words"),
    [
        ("<p>One <b>two</b>\n three.</p><p>Four<br>five &amp; six</p>", "One two three.\n\nFour\n\nfive & six"),
        ("plain words", "plain words"),
        ("a<!-- no -->b<script>no()</script>c<figure>no</figure>d", "abc\n\nd"),
        (" ", ""),
        ("<ul><li>One<li>Two</ul>", "One\n\nTwo"),
    ],
)
def test_a_piece_of_html_is_all_its_words(fragment: str, words: str) -> None:
    assert web_page.words(fragment) == words


def saved(body: bytes, kind: str = "text/html") -> bytes:
    head = (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: {URL}?saved\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="x"\n\n'
        f"--x\nContent-Type: {kind}\nContent-Transfer-Encoding: quoted-printable\nContent-Location: {URL}\n\n"
    )
    return head.encode() + quopri.encodestring(body) + b"\n--x--\n"


def test_a_saved_page_is_read_as_a_page() -> None:
    (found,) = read(mhtml.read, saved(page("utf-8")))
    assert isinstance(found, Found)
    assert (found.document.text, found.document.url) == (TEXT, f"{URL}?saved")
    (error,) = read(mhtml.read, saved(b"x", "image/png"))
    assert str(error).startswith("news/a.html: no saved page: it has no part text/html")


def archive(*answers: tuple[str, str, str, bytes], kind: str = "response") -> bytes:
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=False)
    for url, status, content_type, body in answers:
        headers = StatusAndHeaders(status, [("Content-Type", content_type)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, kind, io.BytesIO(body), len(body), http_headers=headers))
    return file.getvalue()


def test_an_archive_holds_pages_among_other_answers() -> None:
    data = archive(
        (URL, "200 OK", "text/html; charset=windows-1252", page("cp1252")),
        ("https://example.org/x.png", "200 OK", "image/png", b"x"),
        ("https://example.org/gone", "404 Not Found", "text/html", page("utf-8")),
        ("https://example.org/none", "200 OK", "TEXT/HTML", b"<html></html>"),
        ("https://example.org/b", "200 OK", "text/html", page("utf-8")),
    )
    first, none, last = read(warc.read, data)
    assert isinstance(first, Found)
    assert isinstance(last, Found)
    assert (first.document.id, first.document.url, first.document.text) == (URL, URL, TEXT)
    assert str(none).startswith("news/a.html, https://example.org/none: no main text is found")
    assert last.document.id == "https://example.org/b"


def test_an_archive_that_breaks_off_is_an_error_at_its_end() -> None:
    good = archive((URL, "200 OK", "text/html", page("utf-8")))
    found = read(warc.read, good + b"nothing of an archive\r\n\r\n")
    assert isinstance(found[0], Found)
    (error,) = [item for item in found if isinstance(item, InputError)]
    assert str(error).startswith("news/a.html: broken WARC after record 1")
    (error,) = [item for item in read(warc.read, b"<html></html>") if isinstance(item, InputError)]
    assert str(error).startswith("news/a.html: broken WARC after record 0")
