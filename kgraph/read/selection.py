"""Which of the documents that were found are read: each once, and those in English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from operator import attrgetter

from kgraph.model.document import Document
from kgraph.model.identifiers import digest
from kgraph.read.language import foreign

_ALL = attrgetter(*(each.name for each in fields(Document)))


class Selection:
    """Takes or leaves documents as they come, and counts those that it left.

    It keeps some 100 bytes for each document that it took, and nothing of the
    texts.

    Args:
        any_language: Take documents in other languages than English too.

    Attributes:
        repeated: How many were given before, alike in all that is known of them, as the entries of a feed are that is
            fetched day after day.
        languages: How many are in which other language.
    """

    def __init__(self, any_language: bool = False) -> None:
        self.repeated = 0
        self.languages: Counter[str] = Counter()
        self._any_language = any_language
        self._seen: set[bytes] = set()

    def takes(self, document: Document) -> bool:
        """Whether a document is to be read; asked once for each, as it counts."""
        language = None if self._any_language else foreign(document.text)
        if language is not None:
            self.languages[language] += 1
            return False
        known = bytes.fromhex(digest(*_ALL(document)))
        if known in self._seen:
            self.repeated += 1
            return False
        self._seen.add(known)
        return True

    def told(self) -> Iterator[str]:
        """One line for each reason for which documents were left."""
        if self.languages:
            # The most frequent first, and no other order than that of the codes among equals.
            ranked = sorted(self.languages.items(), key=lambda each: (-each[1], each[0]))
            shown = ", ".join(f"{language} {count}" for language, count in ranked)
            total = self.languages.total()
            yield f"documents set aside as not in English: {total} ({shown}); read them with --any-language"
        if self.repeated:
            yield f"documents given more than once and read once: {self.repeated}"
