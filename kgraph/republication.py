"""Which documents are one story: the dispatch of an agency that twenty papers print.

Twenty copies are one witness and not twenty. So of a story's documents the
first is read, and the others are kept as documents that republish it.

Each document has a *signature*: ten numbers made of its words. They are the
bands of MinHash (Broder, "On the resemblance and containment of documents",
1997) over the set of its runs of five words. Two documents *share words* if
they share a number. The chance of that is 1 - (1 - s¹²)¹⁰ where the share s of
all their runs is common: 96 in 100 for s = 0.9, an even one for 0.8, 2 in 1,000
for 0.5, as in two reports of one event. Case, punctuation and marks of
quotation do not count. A text of fewer than 50 words has one run, the whole of
it with its day: what is so short recurs, and tells of something else then.

A *story* is a set of documents that hang together by sharing words. Its
*original* is its first document by date, undated ones last, and then by id. So
the original depends on nothing but the documents there are: not on the order in
which they come, on how often, or on who was read before. It also follows that
a document that shares words with an earlier one is not its story's original,
whatever comes later: its statements need not be read (:class:`Earlier`). One
that comes late and is earlier becomes the original, and those of the former
one are left out when the graph is built (:func:`republications`).

All this takes time in proportion to the number of documents (sorting aside) and
one signature of each document; texts are not compared with each other.
"""

from __future__ import annotations

import datetime
import functools
import hashlib
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from kgraph.model.document import Document
from kgraph.model.identifiers import document_iri

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers: TypeAlias = NDArray[np.uint64]

Signature: TypeAlias = tuple[int, ...]
"""Ten numbers of 63 bits."""

_BANDS = 10
_ROWS = 12
_RUN = 5  # words
_SHORT = 50  # words
_RUNS_AT_ONCE = 2_048
_WORD = re.compile(r"\w+")


class Rank(NamedTuple):
    """The order of the documents of a story; the least is the original."""

    date: datetime.date
    id: str
    iri: str


def rank(document: Document) -> Rank:
    """The place of a document in the order of its story."""
    return Rank(document.date or datetime.date.max, document.id, document_iri(document.id, document.text))


def signature(document: Document) -> Signature:
    """The numbers that a document shares with those that have nearly the same words; in milliseconds."""
    import numpy as np  # noqa: PLC0415 - only those who look for republications wait for it

    words = [_digest(word) for word in _WORD.findall(document.text.casefold())]
    if len(words) < _SHORT:
        whole = np.array([_digest(f"{document.date} {words}")], np.uint64)
        return _bands(whole)
    numbers = np.array(words, np.uint64)
    count = len(numbers) - _RUN + 1
    runs = np.zeros(count, np.uint64)
    for place in range(_RUN):
        runs = _mixed(runs + numbers[place : place + count])
    return _bands(np.unique(runs))


class Earlier:
    """Tells of documents, one after the other, which surely are no originals; keeps about a kilobyte of each."""

    def __init__(self) -> None:
        self._first: dict[int, Rank] = {}

    def shares_words(self, document: Document) -> bool:
        """Whether a document shares words with one that was asked for before and is earlier in the order of stories."""
        place = rank(document)
        found = False
        for number in signature(document):
            first = self._first.setdefault(number, place)
            found = found or first < place
            if place < first:
                self._first[number] = place
        return found


def republications(documents: Iterable[tuple[Rank, Signature]]) -> dict[str, str]:
    """The stories of any number of documents.

    Args:
        documents: All documents, those read and those not, in any order.

    Returns:
        The IRI of each document that is no original, with that of its original.
    """
    import numpy as np  # noqa: PLC0415

    # A document that is given with two dates has the earlier one.
    first: dict[str, tuple[Rank, Signature]] = {}
    for each in documents:
        first[each[0].iri] = min(each, first.get(each[0].iri, each))
    ranked = sorted(first.values())
    if not ranked:
        return {}
    numbers = np.array([numbers for _, numbers in ranked], np.int64).ravel()
    order = np.argsort(numbers, kind="stable")
    shared = np.flatnonzero(numbers[order[1:]] == numbers[order[:-1]])
    stories = list(range(len(ranked)))
    for one, other in zip(order[shared] // _BANDS, order[shared + 1] // _BANDS, strict=True):
        _unite(stories, int(one), int(other))
    originals = (_original(stories, place) for place in range(len(ranked)))
    return {
        ranked[place][0].iri: ranked[original][0].iri for place, original in enumerate(originals) if original != place
    }


def _unite(stories: list[int], one: int, other: int) -> None:
    """Joins two stories; each document leads to an earlier one of its story, the original to itself."""
    one, other = sorted((_original(stories, one), _original(stories, other)))
    stories[other] = one


def _original(stories: list[int], place: int) -> int:
    while stories[place] != place:
        stories[place] = place = stories[stories[place]]
    return place


@functools.lru_cache(maxsize=1 << 14)
def _digest(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _mixed(numbers: Numbers) -> Numbers:
    """The finalizer of SplitMix64 (Steele, Lea and Flood, 2014): every bit decides over every other."""
    import numpy as np  # noqa: PLC0415

    numbers = (numbers + np.uint64(0x9E3779B97F4A7C15)) & np.uint64(0xFFFFFFFFFFFFFFFF)
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


def _bands(runs: Numbers) -> Signature:
    """The least of the runs under each of 120 permutations, twelve to a number."""
    import numpy as np  # noqa: PLC0415

    least = np.full(_BANDS * _ROWS, np.iinfo(np.uint64).max, np.uint64)
    factors, offsets = _permutations()
    for start in range(0, len(runs), _RUNS_AT_ONCE):
        part = runs[start : start + _RUNS_AT_ONCE, None] * factors + offsets
        least = np.minimum(least, part.min(axis=0))
    bands = least.astype("<u8").reshape(_BANDS, _ROWS)
    digests = (hashlib.blake2b(bytes([place]) + band.tobytes(), digest_size=8) for place, band in enumerate(bands))
    # SQL knows integers with a sign only.
    return tuple(int.from_bytes(each.digest(), "little") >> 1 for each in digests)


@functools.cache
def _permutations() -> tuple[Numbers, Numbers]:
    """Factors, all odd, and summands of permutations of the numbers below 2⁶⁴; the same in every run."""
    import numpy as np  # noqa: PLC0415

    numbers = _mixed(np.arange(2 * _BANDS * _ROWS, dtype=np.uint64))
    return numbers[: _BANDS * _ROWS] | np.uint64(1), numbers[_BANDS * _ROWS :]
