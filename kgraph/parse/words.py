"""Running text to words, each stretch without white space split once.

spaCy's tokenizer goes by white space first and then takes each stretch apart by
itself; within a memory zone it remembers none of them, although most come again
and again. At last it looks for its exceptions, as ":)" is one, in all words of
the text. A text in which one might begin in one stretch and end in another goes
to the tokenizer as a whole, so that the words are always its own.
"""

from __future__ import annotations

import re
from itertools import pairwise
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

from kgraph.parse.recent import Recent

if TYPE_CHECKING:
    from spacy.language import Language

_STRETCH = re.compile(r"\S+")
_MANY = 8_000  # stretches, some 2 MB
_AFFIXES = ("prefix_search", "suffix_search", "infix_finditer", "token_match", "url_match")
_COLUMNS: list[int | str] = ["IDX", "LENGTH", "SPACY", "IS_SPACE"]


class Words(NamedTuple):
    """The words of a text.

    Attributes:
        texts: The words.
        starts: Where each begins in the text.
        spaced: Whether a space follows it at once.
    """

    texts: list[str]
    starts: list[int]
    spaced: list[bool]


class Splitter:
    """Splits texts into words as a pipeline's tokenizer does; white space is no word.

    Args:
        nlp: The pipeline.
    """

    def __init__(self, nlp: Language) -> None:
        self._tokenizer = nlp.tokenizer
        self._known = Recent(self._learnt, _MANY)
        self._seams = _seams(nlp)

    def __call__(self, text: str) -> Words:
        """The words of a text."""
        if self._seams is None:
            return self._at_once(text)
        texts: list[str] = []
        starts: list[int] = []
        spaced: list[bool] = []
        last = ""
        for stretch in _STRETCH.finditer(text):
            own, (start, end) = stretch[0], stretch.span()
            if last + own[0] in self._seams:
                return self._at_once(text)
            last = own[-1]
            for piece in self._known[own]:
                texts.append(piece)
                starts.append(start)
                spaced.append(False)
                start += len(piece)
            spaced[-1] = text[end : end + 1] == " "
        return Words(texts, starts, spaced)

    def _learnt(self, stretch: str) -> tuple[str, ...]:
        return tuple([intern(token.text) for token in self._tokenizer(stretch)])

    def _at_once(self, text: str) -> Words:
        rows = self._tokenizer(text).to_array(_COLUMNS).tolist()
        words = [row for row in rows if not row[-1]]
        return Words(
            [text[start : start + length] for start, length, *_ in words],
            [start for start, *_ in words],
            [bool(spaced) for _, _, spaced, _ in words],
        )


def _seams(nlp: Language) -> frozenset[str] | None:
    """The two characters around each place where an exception is taken apart before it is put together.

    Returns:
        ``None`` where the tokenizer is another than spaCy's, or one of its exceptions holds white space.
    """
    if not isinstance(nlp.tokenizer, Tokenizer):
        return None
    exceptions = [each for each in nlp.tokenizer.rules if not each.isspace()]
    if any(_STRETCH.fullmatch(each) is None for each in exceptions):
        return None
    kept = {name: getattr(nlp.tokenizer, name) for name in _AFFIXES}
    plain = Tokenizer(nlp.vocab, rules={}, **kept)
    several = ([token.text for token in plain(each)] for each in exceptions)
    return frozenset(one[-1] + other[0] for pieces in several for one, other in pairwise(pieces))
