"""NewsML-G2, the exchange format of news agencies by the IPTC: one news item of text, one document."""

# lxml waits for the first file that needs it.
# ruff: noqa: PLC0415

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kgraph.errors import InputError
from kgraph.model.document import Document
from kgraph.read import dates, markup, nitf, web_page
from kgraph.read.source import Defaults, Found, Source, checked

if TYPE_CHECKING:
    from lxml.etree import _Element

_WITHDRAWN = ("canceled", "withheld")


def read(source: Source, defaults: Defaults) -> Iterator[Found | InputError]:
    """Reads the news items of a file, one alone or many in a news message.

    The text is what stands inline, as XHTML, NITF, HTML or plain text. Items
    that are pictures, films and the like are passed over, and so are those that
    the agency cancelled or withheld.

    Yields:
        An item's document, or its error with its number in the file.
    """
    from lxml import etree

    number = 0
    with source.open() as file:
        try:
            for _, item in etree.iterparse(file, tag="{*}newsItem", resolve_entities=False, no_network=True):
                number += 1
                if _is_text(item):
                    yield _found(item, source, f"{source.name}, item {number}", number, defaults)
                item.clear()
        except etree.XMLSyntaxError as error:
            yield InputError(f"{source.name}:{error.lineno or 1}: broken XML: {error.msg}; what follows is not read")
    if not number:
        yield InputError(f"{source.name}: no news item; a file of NewsML-G2 holds <newsItem>")


def _is_text(item: _Element) -> bool:
    kind = _first(item, "itemMeta/itemClass")
    status = _first(item, "itemMeta/pubStatus")
    return _code(kind) in {"", "text", "composite"} and _code(status) not in _WITHDRAWN


def _code(element: _Element | None) -> str:
    """The last part of a qualified code: ``text`` of ``ninat:text``."""
    return element.get("qcode", "").rpartition(":")[2] if element is not None else ""


def _found(item: _Element, source: Source, place: str, number: int, defaults: Defaults) -> Found | InputError:
    try:
        return checked(
            Document(
                id=item.get("guid") or f"{source.id}:{number}",
                text=_text(item, place),
                date=_date(item, place) or defaults.date,
                title=_words(item, "contentMeta/headline"),
                source=_words(item, "itemMeta/provider/name")
                or _words(item, "contentMeta/creditline")
                or _provider(item),
                author=_words(item, "contentMeta/by"),
            ),
            place,
        )
    except InputError as error:
        return error


def _text(item: _Element, place: str) -> str:
    """The words of the first content that stands in the item itself."""
    content = _first(item, "contentSet/inlineXML")
    if content is not None:
        return nitf.body(content) or markup.words(content)
    content = _first(item, "contentSet/inlineData")
    if content is None:
        raise InputError(f"{place}: the item holds no text of its own; get it with its content inline")
    text = "".join(content.itertext())
    return web_page.words(text) if "html" in content.get("contenttype", "") else text


def _date(item: _Element, place: str) -> datetime.date | None:
    """The day on which the item was first published, else made, else brought to its present form."""
    for path in ("itemMeta/firstCreated", "contentMeta/contentCreated", "itemMeta/versionCreated"):
        moment = _words(item, path)
        if moment is not None:
            try:
                return dates.day(moment)
            except InputError as error:
                raise InputError(f"{place}: {error}") from error
    return None


def _provider(item: _Element) -> str | None:
    provider = _first(item, "itemMeta/provider")
    return (provider.get("literal") or _code(provider) or None) if provider is not None else None


def _first(item: _Element, path: str) -> _Element | None:
    return item.find("/".join(f"{{*}}{name}" for name in path.split("/")))


def _words(item: _Element, path: str) -> str | None:
    element = _first(item, path)
    return (" ".join("".join(element.itertext()).split()) or None) if element is not None else None
