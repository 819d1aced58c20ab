"""Words of a time expression to symbols, so that patterns need not know the words of a language.

==========  ====================================  ==========  =================================
symbol      stands for                            symbol      stands for
==========  ====================================  ==========  =================================
``D3``      a weekday by ISO number               ``R-1``     a day counted from today
``M05``     a month                               ``L-1``     last; ``L0`` this; ``L1`` next
``Y2014``   a year                                ``Uw``      a unit: n h d w f e m q y k c
``K199``    a decade                              ``S22``     a season by EDTF code
``N3``      a number                              ``T17:00``  a time of day
``O3``      an ordinal                            ``Z``       a time zone, ``Z+00`` for UTC
``X...``    a date in full, ISO 8601              ``H12``     a.m. is ``H0``, p.m. ``H12``
``E``       an edge or middle of a period         ``P``       a part of a day
``W-1``     the past stretch; ``W1`` the coming   ``V``       a vague adverb
``A``       a mark of approximation               ``F``       a half
==========  ====================================  ==========  =================================

Units are minute (n), hour, day, week, fortnight, weekend (e), month, quarter,
year, decade (k) and century, with an s in the plural. Function words vanish, unknown words stay.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable

from kgraph.model.lexicon import Lexicon

_DROPPED = frozenset({"the", "of", ",", "on", "at", "in", "'", "’", "‘", "during", "its", "(", ")", "'s", "’s", ""})
# "this past Friday" and "the coming Friday" are last and next; "the past year" is a stretch of time.
_POINTED = re.compile(r"(?:L0 )?W(-?1)(?= [DMS]\d)")
_RUN_ISO_DAY = re.compile(r"Y(\d{4}) - N(\d\d?) - N(\d\d?)\b")


def symbols(words: Iterable[str], lexicon: Lexicon) -> str:
    """The symbols of lower-case words, joined by single spaces."""
    made = [symbol for word in words if (symbol := _symbol(word, lexicon))]
    joined = " ".join(made).replace("E - ", "E ")
    joined = _POINTED.sub(r"L\1", joined)
    return _RUN_ISO_DAY.sub(_day, joined)


def full_date(year: int, month: int, day: int) -> str:
    """The symbol of a date in full, or what no pattern takes where there is no such day."""
    try:
        return f"X{datetime.date(year, month, day).isoformat()}"
    except ValueError:
        return "?"


def _symbol(word: str, lexicon: Lexicon) -> str:
    if word in _DROPPED:
        return ""
    if word in lexicon.weekdays:
        return f"D{lexicon.weekdays[word]}"
    if word in lexicon.months:
        return f"M{lexicon.months[word]:02}"
    if word in lexicon.time_words:
        return lexicon.time_words[word]
    return _number(word)


def _number(word: str) -> str:
    """Symbols of what is written in digits: years, decades, counts, clock times, dates."""
    for pattern, symbol in _WRITTEN_IN_DIGITS:
        match = pattern.fullmatch(word)
        if match is not None:
            return symbol(match)
    return word


def _clock(match: re.Match[str]) -> str:
    return f"T{match[1]}:{match[2] or '00'} H{12 if match[3] == 'p' else 0}"


def _day(match: re.Match[str]) -> str:
    return full_date(int(match[1]), int(match[2]), int(match[3]))


def _slashed(match: re.Match[str]) -> str:
    """A day only where one of its numbers can be no month ("2/24/2022"): countries write them in either order."""
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    year += 2000 if year < 100 else 0
    if first == second or second > 12:
        return full_date(year, first, second)
    return full_date(year, second, first) if first > 12 else "?"


_WRITTEN_IN_DIGITS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = [
    (re.compile(pattern, re.ASCII), symbol)
    for pattern, symbol in [
        (r"(1\d\d\d|20\d\d)", lambda match: f"Y{match[1]}"),
        (r"(\d{1,3})", lambda match: f"N{int(match[1])}"),
        (r"'?(\d{3}|\d)0'?s", lambda match: f"K{match[1]}"),
        (r"(\d{1,2})(?:st|nd|rd|th)", lambda match: f"O{int(match[1])}"),
        (r"(\d{1,2})(?::(\d\d))?([ap])\.?m\.?", _clock),
        (r"(\d{1,2})[:.](\d\d)", lambda match: f"T{match[1]}:{match[2]}"),
        (r"q([1-4])", lambda match: f"O{match[1]} Uq"),
        (r"((?:1\d|20)\d\d)-(\d\d)-(\d\d)", _day),
        (r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)", _slashed),
    ]
]
