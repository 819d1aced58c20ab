"""WARC files, what web archives and crawlers keep: the HTML pages among the responses."""

# warcio waits for the first archive.
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kgraph.errors import InputError
from kgraph.read import web_page
from kgraph.read.source import Defaults, Found, Source

_PAGES = ("text/html", "application/xhtml+xml")


def read(source: Source, defaults: Defaults) -> Iterator[Found | InputError]:
    """Reads each page that a server answered with success; its id is its address.

    Requests, images, redirections and the like are passed over. The archive is
    streamed, one record in memory at a time. The day of the crawl is not taken
    for that of publication.

    Yields:
        A page's document, or its error with the page's address; last an error if the archive breaks off.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    with source.open() as file:
        try:
            for record in ArchiveIterator(file):
                number += 1
                if _is_page(record):
                    yield _page(record, source, defaults)
        except ArchiveLoadFailed as error:
            yield InputError(
                f"{source.name}: broken WARC after record {number}: {error}; what follows is not read; fetch it again"
            )


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    kind = (headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    return kind in _PAGES


def _page(record: Any, source: Source, defaults: Defaults) -> Found | InputError:
    url = record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("WARC-Record-ID")
    data = record.content_stream().read()
    try:
        page = web_page.decoded(data, record.http_headers.get_header("Content-Type"))
        return web_page.document(page, url, f"{source.name}, {url}", defaults, url)
    except InputError as error:
        return error
