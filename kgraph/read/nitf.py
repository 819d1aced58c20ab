"""NITF, the markup of articles by the IPTC; archives of newspapers are kept in it."""

# lxml waits for the first file that needs it.
# ruff: noqa: PLC0415

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kgraph.errors import InputError
from kgraph.model.document import Document
from kgraph.read import dates, markup
from kgraph.read.source import Defaults, Found, Source, checked

if TYPE_CHECKING:
    from lxml.etree import _Element

_BY = re.compile(r"^by\s+", re.IGNORECASE)


def read(source: Source, defaults: Defaults) -> Iterator[Found | InputError]:
    """Reads the article of a file.

    Yields:
        The document, or the error that says why there is none.
    """
    from lxml import etree

    with source.open() as file:
        try:
            root = etree.parse(file, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
            yield _document(root, source, defaults)
        except etree.XMLSyntaxError as error:
            yield InputError(f"{source.name}:{error.lineno or 1}: broken XML: {error.msg}; mend it or leave it out")
        except InputError as error:
            yield error


def body(root: _Element) -> str:
    """The words of an article.

    Where blocks are marked as the full text, the others, such as the lead,
    repeat it.
    """
    full = _all(root, "body.content", "block[@class='full_text']") or _all(root, "body.content")
    return "\n\n".join(filter(None, map(markup.words, full)))


def _document(root: _Element, source: Source, defaults: Defaults) -> Found:
    issued = (
        _attribute(root, "pubdata", "date.publication")
        or _attribute(root, "date.issue", "norm")
        or _attribute(root, "story.date", "norm")
    )
    try:
        date = dates.day(issued) if issued else defaults.date
    except InputError as error:
        raise InputError(f"{source.name}: {error}") from error
    return checked(
        Document(
            id=_attribute(root, "doc-id", "id-string") or source.id,
            text=body(root),
            date=date,
            title=_words(root, "hl1") or _words(root, "title"),
            url=_attribute(root, "pubdata", "ex-ref"),
            source=_attribute(root, "pubdata", "name") or _words(root, "distributor"),
            author=_BY.sub("", _words(root, "byline") or "") or None,
        ),
        source.name,
    )


def _all(root: _Element, *path: str) -> list[_Element]:
    """The elements at the end of a path of local names, each with a condition if wanted."""
    steps = [
        f"*[local-name()='{name}']{'[' + rest if rest else ''}" for name, _, rest in (s.partition("[") for s in path)
    ]
    found = root.xpath(".//" + "//".join(steps))
    return [each for each in found if not isinstance(each, str)] if isinstance(found, list) else []


def _words(root: _Element, name: str) -> str | None:
    return next((words for each in _all(root, name) if (words := " ".join(markup.words(each).split()))), None)


def _attribute(root: _Element, name: str, attribute: str) -> str | None:
    return next((value for each in _all(root, name) if (value := each.get(attribute))), None)
