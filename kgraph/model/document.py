"""What a reader yields: one document, its text and what is known about it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple, Self


class _Offsets(NamedTuple):
    start: int
    end: int


class Span(_Offsets):
    """Character offsets into a document's text, end exclusive, so that ``text[start:end]`` gives the words back.

    A named tuple because millions are made, hashed and compared.

    Raises:
        ValueError: It starts before the text, or ends before it starts.
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:
        """A span that can be."""
        if not 0 <= start <= end:
            raise ValueError(f"a span cannot run from {start} to {end}")
        return tuple.__new__(cls, (start, end))

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was read.

    Attributes:
        id: The input's own id: a JSON Lines row's ``id``, else the file's stem.
        text: The text, untouched; every offset of every later stage counts in it.
        date: The day of publication, against which "Wednesday" is resolved.
        title: The headline, where the input names one apart from the text.
        url: Where the article was published.
        source: Who published it, such as the newspaper's name.
        author: Who wrote it, as its byline says.
    """

    id: str
    text: str
    date: datetime.date | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    author: str | None = None
