"""XML text and attribute values that every parser gives back to the character, as far as XML can hold it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from kgraph.graph.property import Edge, Node, attribute_types, getter
from kgraph.graph.terms import clean

# An XML parser turns a bare carriage return into a line feed (XML 1.0, section 2.11). Some, as JavaScript's xmldom,
# keep the rule of XML 1.1, which asks the same of NEL and of the separators of lines and paragraphs.
_TEXT = re.compile("[&<>\r\x85\u2028\u2029]")
# In attribute values all white space turns into spaces, unless it is a character reference (section 3.3.3).
_ATTRIBUTE = re.compile('[&<>"\t\n\r\x85\u2028\u2029]')
_REMEMBERED = 1 << 14
_REFERENCES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
    "\x85": "&#133;",
    "\u2028": "&#8232;",
    "\u2029": "&#8233;",
}


@lru_cache(maxsize=_REMEMBERED)  # IRIs, ids, labels and sentences come again and again
def text(words: str) -> str:
    """The words as the text of an element."""
    return _TEXT.sub(_reference, clean(words))


@lru_cache(maxsize=_REMEMBERED)
def attribute(words: str) -> str:
    """The words as the value of an attribute, without its quotation marks."""
    return _ATTRIBUTE.sub(_reference, clean(words))


def _reference(found: re.Match[str]) -> str:
    return _REFERENCES[found[0]]


def values(
    record: type[Node | Edge], frames: Mapping[str, tuple[str, str]], escaped: Callable[[str], str]
) -> Callable[[Node | Edge], str]:
    """What writes the attributes of such records one after the other, the missing ones too.

    Args:
        record: The type of the records.
        frames: What stands before and behind the value of each attribute, by its name.
        escaped: What makes XML of a text.
    """
    get = getter(record, frames)
    missing = {"str": "", "float": "0.0", "bool": "false"}
    writers: dict[str, Callable[[Any], str]] = {"str": escaped, "float": repr, "bool": lambda _: "true"}
    types = attribute_types(record)
    columns = [
        # Three in four values are missing ones.
        (start, writers[types[name]], end, f"{start}{missing[types[name]]}{end}")
        for name, (start, end) in frames.items()
    ]

    def write(made: Node | Edge) -> str:
        return "".join(
            [
                f"{start}{written(value)}{end}" if value else empty
                for (start, written, end, empty), value in zip(columns, get(made), strict=True)
            ]
        )

    return write
