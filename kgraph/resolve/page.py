"""A document as resolution sees it: its words, the known names among them, and the states that it speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kgraph.model.document import Document, Span
from kgraph.model.statement import Mention, Reading
from kgraph.resolve.gazetteer import THINGS, Gazetteer, Naming, Senses
from kgraph.resolve.names import key, plain

_WORD = re.compile(r"(?:\w\.){2,}|[\w&]+(?:[.'’][\w&]+)*")
_WITHIN_PHRASE = frozenset(" \n\t\xa0-‑'’")
_NEW = "New"
_PLACE_MARKERS = frozenset({"in", "near", "outside", "around", "at", "throughout", "across"})
_ABBREVIATIONS = frozenset(
    {
        "adm",
        "brig",
        "capt",
        "cmdr",
        "col",
        "dr",
        "gen",
        "gov",
        "lt",
        "maj",
        "mr",
        "mrs",
        "ms",
        "rep",
        "rev",
        "sen",
        "sgt",
        "st",
    }
)
_POSSESSIVE = ("'s", "’s", "s'", "s’")


class Word(NamedTuple):
    """A word and where it stands; a possessive mark is part of it, a hyphen is not.

    Attributes:
        start: Where it starts.
        end: Where it ends.
        text: The word.
        key: The word made comparable.
    """

    start: int
    end: int
    text: str
    key: str

    @property
    def bare(self) -> str:
        """It without a possessive mark."""
        return plain(self.text) if self.possessive else self.text

    @property
    def possessive(self) -> bool:
        """Whether it owns what follows."""
        return self.text.endswith(_POSSESSIVE)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A known name, that of a person apart, where it stands.

    Attributes:
        first: The index of its first word among those of the document.
        last: That of its last word.
        span: Where it stands.
        senses: What it may mean.
        possessive: Whether it owns what follows.
        compound: What a hyphen joins to it: "led" in "Saudi-led".
    """

    first: int
    last: int
    span: Span
    senses: Senses
    possessive: bool
    compound: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a document tells before its mentions are resolved one by one.

    Attributes:
        document: The document.
        names: The known entities.
        words: Its words, in order.
        starts: Where they start.
        anchors: The known names by the index of their first word.
        ends_at: The known names by the index of their last word.
        hints: What the parser took each name for, by where the name ends.
        countries: The states that are surely spoken of, each with the keys of the names used for it.
        spoken: IRIs of the entities that a name surely means, each with those keys.
        behind: For the keys of names behind a place and a comma, the states of such places ("Tbilisi, Georgia").
        owners: For the keys of names, the states that own what is named ("Brazil's Senate", "Senate of Brazil").
    """

    document: Document
    names: Gazetteer
    words: Sequence[Word]
    starts: Sequence[int]
    anchors: Mapping[int, Anchor]
    ends_at: Mapping[int, Anchor]
    hints: Mapping[int, str]
    countries: Mapping[str, frozenset[str]]
    spoken: Mapping[str, frozenset[str]]
    behind: Mapping[str, frozenset[str]]
    owners: Mapping[str, frozenset[str]]

    def within(self, span: Span) -> range:
        """The indices of the words that start in a span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def apart(self, i: int) -> bool:
        """Whether punctuation other than a hyphen, or the start of the text, stands right before a word."""
        if i == 0 or self.words[i - 1].end > self.words[i].start:
            return True
        before = self.words[i - 1]
        gap = self.document.text[before.end : self.words[i].start]
        if before.key in _ABBREVIATIONS:
            gap = gap.removeprefix(".")
        return gap not in {" ", "-"} and not set(gap) <= _WITHIN_PHRASE

    def anchor(self, first: int, stop: int) -> Anchor | None:
        """The known name that starts at a word and ends before another: "Chilean" of "Chilean government"."""
        longest = self.anchors.get(first)
        if longest is None or longest.last < stop:
            return longest
        return _anchor(self.words[:stop], first, self.document.text, self.names)

    def is_place(self, span: Span) -> bool:
        """Whether a preposition right before a name makes it a place: "in Moscow"."""
        words = self.within(span)
        return bool(words) and not self.apart(words.start) and self.words[words.start - 1].text in _PLACE_MARKERS

    def speaks_of(self, country: str | None, name: str = "") -> bool:
        """Whether a state is spoken of by another name than this one."""
        return country is not None and bool(self.countries.get(country, frozenset()) - {key(name)})

    def names_otherwise(self, iri: str, name: str) -> bool:
        """Whether an entity is named by another name than this one."""
        return bool(self.spoken.get(iri, frozenset()) - {key(name)})

    @property
    def only_country(self) -> str | None:
        """The one state that the document speaks of, if it is one."""
        return next(iter(self.countries)) if len(self.countries) == 1 else None


def page_of(reading: Reading, named: Iterable[Mention], known: Gazetteer) -> Page:
    """Reads a document's words and the known names among them.

    Args:
        reading: The document with its statements and mentions.
        named: The mentions that hold a name, those of statements first.
        known: The known entities.
    """
    text = reading.document.text
    words = [Word(m.start(), m.end(), word := m.group(), key(word)) for m in _WORD.finditer(text)]
    names = [m for m in reading.mentions if m.name is not None]
    starts = [word.start for word in words]
    within_people = _inside_people(names, starts)
    anchors = {a.first: a for a in _anchors(words, text, known) if (a.first, a.last) not in within_people}
    anchors = {i: anchor for i, anchor in anchors.items() if not _is_direction(anchor, anchors)}
    countries: dict[str, set[str]] = {}
    spoken: dict[str, set[str]] = {}
    for anchor in anchors.values():
        _note(anchor, text, countries, spoken)
    return Page(
        document=reading.document,
        names=known,
        words=words,
        starts=starts,
        anchors=anchors,
        ends_at={anchor.last: anchor for anchor in anchors.values()},
        hints={m.name.end: m.hint for m in named if m.name is not None},
        countries={country: frozenset(keys) for country, keys in countries.items()},
        spoken={iri: frozenset(keys) for iri, keys in spoken.items()},
        behind=_collected(_behind(anchors, text)),
        owners=_collected(_owners(anchors, text)),
    )


class _Inside:
    """The words that are a proper part of a person's name: "Jordan" in "Hamilton Jordan"."""

    def __init__(self, runs: Iterable[tuple[int, int]]) -> None:
        self._run_of = {i: (first, last) for first, last in runs for i in range(first, last + 1)}

    def __contains__(self, run: tuple[int, int]) -> bool:
        whole = self._run_of.get(run[0])
        return whole is not None and whole != run and run[0] == run[1]


def _inside_people(names: Sequence[Mention], starts: Sequence[int]) -> _Inside:
    spans = [m.name for m in names if m.name is not None and m.hint == "PERSON"]
    return _Inside((bisect_left(starts, span.start), bisect_left(starts, span.end) - 1) for span in spans)


def _anchors(words: Sequence[Word], text: str, known: Gazetteer) -> Iterator[Anchor]:
    """The known names from left to right, each the longest that starts where it does."""
    i = 0
    while i < len(words):
        found = _anchor(words, i, text, known) if not words[i].text[0].islower() else None
        if found is not None:
            yield found
        i = found.last + 1 if found is not None else i + 1


def _anchor(words: Sequence[Word], first: int, text: str, known: Gazetteer) -> Anchor | None:
    longest = known.lengths.get(words[first].key, 0)
    if first > 0 and words[first - 1].text == _NEW and text[words[first - 1].end : words[first].start] == " ":
        return None  # "New Jersey" is not Jersey
    for last in range(min(first + longest, len(words)) - 1, first - 1, -1):
        start, end = words[first].start, words[last].end
        name = key(text[start:end])
        senses = known.names.get(name)
        if senses is None or "\n" in text[start:end] or (name in known.acronyms and not text[start:end][:2].isupper()):
            continue
        if any(word.possessive for word in words[first:last]):
            continue
        joined = text[end : end + 1] in {"-", "‑"} and last + 1 < len(words)
        possessive = words[last].possessive or text[end : end + 1] in {"'", "’"}
        return Anchor(first, last, Span(start, end), senses, possessive, words[last + 1].key if joined else "")
    return None


_SURE = frozenset({Naming.NAME, Naming.DEMONYM, Naming.NATIONAL, Naming.CAPITAL, Naming.SEAT})


def _note(anchor: Anchor, text: str, countries: dict[str, set[str]], spoken: dict[str, set[str]]) -> None:
    """Notes the state and the entities of a name whose strong senses all belong to one state."""
    name = key(anchor.span.of(text))
    sure = [s.entry for s in anchor.senses if s.naming in _SURE]
    of = {entry.country for entry in sure if entry.type not in THINGS}
    if len(of) != 1:
        return
    country = next(iter(of))
    if country is not None:
        countries.setdefault(country, set()).add(name)
    for entry in sure:
        spoken.setdefault(entry.iri, set()).add(name)


def _collected(pairs: Iterable[tuple[str, Anchor]]) -> dict[str, frozenset[str]]:
    """The states of the anchors by name."""
    found: dict[str, set[str]] = {}
    for name, anchor in pairs:
        states = {sense.entry.country for sense in anchor.senses if sense.entry.country is not None}
        found.setdefault(name, set()).update(states)
    return {name: frozenset(states) for name, states in found.items()}


def _behind(anchors: Mapping[int, Anchor], text: str) -> Iterator[tuple[str, Anchor]]:
    """Names behind a place and a comma, with that place."""
    for anchor in anchors.values():
        after = anchors.get(anchor.last + 1)
        if after is not None and text[anchor.span.end : after.span.start] == ", ":
            yield key(after.span.of(text)), anchor


def _owners(anchors: Mapping[int, Anchor], text: str) -> Iterator[tuple[str, Anchor]]:
    """Names with the name that owns what they name, right before them or behind "of"."""
    for anchor in anchors.values():
        after = anchors.get(anchor.last + 1)
        if after is not None and text[anchor.span.end : after.span.start] == " ":
            yield key(after.span.of(text)), anchor
        for distance in (2, 3):
            behind = anchors.get(anchor.last + distance)
            if behind is not None and text[anchor.span.end : behind.span.start] in {" of ", " of the "}:
                yield key(anchor.span.of(text)), behind


def _is_direction(anchor: Anchor, anchors: Mapping[int, Anchor]) -> bool:
    """Whether the adjective of a region only says which part of a place is meant: "Western" in "Western Cambodia"."""
    regional = all(s.naming is Naming.DEMONYM and s.entry.country is None for s in anchor.senses)
    after = anchors.get(anchor.last + 1)
    return regional and after is not None and any(s.naming in {Naming.NAME, Naming.WEAK} for s in after.senses)
