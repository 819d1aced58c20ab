"""Quotation marks to quotations: where the words of others stand in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from kgraph.direct_speech import MARKS
from kgraph.model.document import Span
from kgraph.model.parsed import Sentence

_MARK = re.compile(r"[\"“”„«»]|''|``")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, the marks left out.

    ``open_ended`` tells that the closing mark is missing, as it is by
    convention when the speech goes on in the next paragraph.
    """

    span: Span
    paragraph: int
    open_ended: bool


def quotations(sentences: Sequence[Sentence], text: str) -> list[Quotation]:
    """The quotations of a document in reading order; none runs over the end of a paragraph."""
    found = []
    for paragraph, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        inside = list(group)
        place = Span(inside[0].span.start, inside[-1].span.end)
        found += _in_paragraph(text, place, paragraph)
    return found


def _in_paragraph(text: str, place: Span, paragraph: int) -> list[Quotation]:
    found: list[Quotation] = []
    start: int | None = None
    closing: tuple[str, ...] = ()
    for match in _MARK.finditer(text, place.start, place.end):
        mark = match[0]
        if start is None:
            if mark in MARKS:
                start, closing = match.end(), MARKS[mark]
        elif mark in closing:
            if text[start : match.start()].strip():
                found.append(Quotation(Span(start, match.start()), paragraph, open_ended=False))
            start = None
    if start is not None and text[start : place.end].strip():
        found.append(Quotation(Span(start, place.end), paragraph, open_ended=True))
    return found
