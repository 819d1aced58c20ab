"""Quotation marks to quotations: where the words of others stand in a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from kgraph.model.document import Span
from kgraph.model.parsed import Sentence

_PAIRS = {"“": "”", "«": "»", "„": "“", "”": "”"}
_STRAIGHT = '"'


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
    start, closing = None, ""
    for offset in range(place.start, place.end):
        mark = text[offset]
        if start is None:
            if mark == _STRAIGHT or mark in _PAIRS:
                start, closing = offset + 1, _PAIRS.get(mark, _STRAIGHT)
        elif mark in {closing, _STRAIGHT}:
            if offset > start:
                found.append(Quotation(Span(start, offset), paragraph, open_ended=False))
            start = None
    if start is not None and start < place.end:
        found.append(Quotation(Span(start, place.end), paragraph, open_ended=True))
    return found
