"""RSS and Atom files: one entry, one document."""

# feedparser waits for the first feed.
# ruff: noqa: PLC0415

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from kgraph.errors import InputError
from kgraph.model.document import Document
from kgraph.read import dates, web_page
from kgraph.read.source import Defaults, Found, Source, checked


def read(source: Source, defaults: Defaults) -> Iterator[Found | InputError]:
    """Reads the entries that bring text: their whole content where the feed has it, else their summary.

    The id is the entry's own, else its link; its source the one that it names,
    else the feed's title.

    Yields:
        An entry's document or its error; last an error if the feed is malformed, as entries may be missing then.
    """
    from xml.sax import SAXException, SAXParseException

    import feedparser

    with source.open() as file:
        data = file.read()
    # Markup is turned to words here and never shown, so there is nothing to sanitize.
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    for number, entry in enumerate(feed.entries, start=1):
        place = f"{source.name}, entry {number}"
        try:
            yield _entry(entry, Document(f"{source.id}:{number}", "", defaults.date, source=_title(feed.feed)), place)
        except InputError as error:
            yield error
    broken = feed.get("bozo_exception")
    if isinstance(broken, SAXException):
        line = f":{broken.getLineNumber()}" if isinstance(broken, SAXParseException) else ""
        yield InputError(
            f"{source.name}{line}: broken XML: {broken.getMessage()}; entries may be missing; fetch it again"
        )
    elif not feed.entries:
        yield InputError(f"{source.name}: the feed holds no entry; leave it out")


def _entry(entry: Any, default: Document, place: str) -> Found:
    """The document of an entry; what it does not tell itself is that of ``default``."""
    # The library takes an id for the link where there is none.
    text, url = _text(entry), next((link for link in [entry.get("link", "")] if "://" in link), None)
    if not text.strip():
        raise InputError(f"{place}: the entry holds no text, only {url or 'a title'}; save the page itself")
    return checked(
        Document(
            id=entry.get("id") or url or default.id,
            text=text,
            date=_date(entry, place) or default.date,
            title=_title(entry),
            url=url,
            source=_title(entry.get("source", {})) or default.source,
            author=entry.get("author") or None,
        ),
        place,
    )


def _title(titled: Any) -> str | None:
    return web_page.words(titled.get("title", "")) or None


def _text(entry: Any) -> str:
    """The words of the longest content, else those of the summary."""
    details = [*entry.get("content", []), *([entry.summary_detail] if "summary_detail" in entry else [])]
    contents = [web_page.words(each.value) if each.type != "text/plain" else each.value for each in details]
    return max(contents, key=len, default="")


def _date(entry: Any, place: str) -> datetime.date | None:
    # The library's own reading of dates takes 31 June for 1 July.
    moment = entry.get("published") or entry.get("updated")
    try:
        return dates.day(moment) if moment else None
    except InputError as error:
        raise InputError(f"{place}: {error}") from error
