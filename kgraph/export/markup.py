"""XML text and attribute values that every parser gives back to the character."""

from __future__ import annotations

import re

# An XML parser turns a bare carriage return into a line feed (XML 1.0, section 2.11). Some, as JavaScript's xmldom,
# keep the rule of XML 1.1, which asks the same of NEL and of the separators of lines and paragraphs.
_TEXT = re.compile("[&<>\r\x85\u2028\u2029]")
# In attribute values all white space turns into spaces, unless it is a character reference (section 3.3.3).
_ATTRIBUTE = re.compile('[&<>"\t\n\r\x85\u2028\u2029]')
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


def text(words: str) -> str:
    """The words as the text of an element."""
    return _TEXT.sub(_reference, words)


def attribute(words: str) -> str:
    """The words as the value of an attribute, without its quotation marks."""
    return _ATTRIBUTE.sub(_reference, words)


def _reference(found: re.Match[str]) -> str:
    return _REFERENCES[found[0]]
