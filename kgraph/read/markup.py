"""The words of marked-up text, paragraph by paragraph: HTML, XHTML and NITF alike."""

# lxml waits for the first file that needs it.
# ruff: noqa: PLC0415

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "block", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption"),
        *("figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hl1", "hl2", "hr", "li", "main", "nav"),
        *("ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"),
    )
)
_HIDDEN = frozenset(("figure", "head", "media", "noscript", "script", "style", "template"))
_SPACE = re.compile(r"\s+")


def words(root: _Element) -> str:
    """All words below an element, a blank line between its blocks; not those of pictures and programs.

    Tags are known by their local names, so that a namespace makes no difference.
    """
    pieces = "".join(_pieces(root)).split("\n")
    return "\n\n".join(line for piece in pieces if (line := _SPACE.sub(" ", piece).strip()))


def _pieces(root: _Element) -> Iterator[str]:
    """The words in their order; only blocks end lines."""
    from lxml import etree

    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tail = element.tail if element is not root else None
        if not isinstance(element.tag, str):  # a comment, an instruction, or an entity that nobody looks up
            yield _spaced(tail, hidden) if event != "end" else ""
            continue
        name = etree.QName(element).localname
        if name in _BLOCKS:
            yield "\n"
        if event == "start":
            hidden += name in _HIDDEN
            yield _spaced(element.text, hidden)
        else:
            hidden -= name in _HIDDEN
            yield _spaced(tail, hidden)


def _spaced(text: str | None, hidden: int) -> str:
    return _SPACE.sub(" ", text) if text and not hidden else ""
