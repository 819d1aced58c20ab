"""Time expressions to ISO 8601 dates, resolved against the document's date.

News counts from the day of publication: a bare weekday is the nearest past
one, today included, unless the clause speaks of the future. Values are ISO
8601 calendar dates, months, years and weeks.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from kgraph.extract.clauses import Clause
from kgraph.model.document import Document, Span
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence, Token
from kgraph.model.statement import Time

_YEAR = re.compile(r"^(1[89]|20)\d\d$")
_DAY = re.compile(r"^([12]?\d|3[01])(st|nd|rd|th)?$")
_OFFSETS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_UNITS = {"day": 1, "week": 7}
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}


def time_of(clause: Clause, lexicon: Lexicon, document: Document, future: bool) -> Time | None:
    """The time at which a clause places what it says, or ``None`` where it names none.

    Args:
        clause: The clause.
        lexicon: Names of days and months.
        document: Its text and its date; relative expressions have no value without the date.
        future: Whether the clause speaks of what is to come.
    """
    words = next(_candidates(clause.sentence, clause.verb, lexicon), None)
    if words is None:
        return None
    span = Span(words[0].start, words[-1].end)
    found = value([word.lower for word in words], lexicon, document.date, future)
    return Time(span, span.of(document.text), found)


def _candidates(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Iterator[list[Token]]:
    """Time phrases that depend on a verb, bare ("Wednesday") or after a preposition ("on Wednesday")."""
    for child in sentence.children(verb, "npadvmod", "advmod", "prep"):
        head = sentence.child(child, "pobj") if child.dep == "prep" else child
        if head is not None and is_time(head, lexicon):
            yield sorted(token for token in sentence.subtree(head) if token.dep not in {"relcl", "punct"})


def is_time(token: Token, lexicon: Lexicon) -> bool:
    """Whether a head names a time."""
    named = token.lower in lexicon.weekdays or (token.lower in lexicon.months and token.pos == "PROPN")
    return named or token.entity in {"DATE", "TIME"} or token.lower in _OFFSETS


def value(words: list[str], lexicon: Lexicon, date: datetime.date | None, future: bool) -> str:
    """The ISO 8601 value of a time expression, empty where it cannot be told.

    Args:
        words: Its words in lower case.
        lexicon: Names of days and months.
        date: The day against which it is relative.
        future: Whether it lies ahead.
    """
    calendar = _calendar_date(words, lexicon, date, future)
    if calendar or date is None:
        return calendar
    for word in words:
        if word in _OFFSETS:
            return (date + datetime.timedelta(days=_OFFSETS[word])).isoformat()
        if word in lexicon.weekdays:
            return _weekday(lexicon.weekdays[word], words, date, future).isoformat()
    return _relative(words, date)


def _weekday(number: int, words: list[str], date: datetime.date, future: bool) -> datetime.date:
    if "next" in words or (future and "last" not in words):
        return date + datetime.timedelta(days=(number - date.isoweekday() - 1) % 7 + 1)
    back = (date.isoweekday() - number) % 7
    return date - datetime.timedelta(days=back or (7 if "last" in words else 0))


def _calendar_date(words: list[str], lexicon: Lexicon, date: datetime.date | None, future: bool) -> str:
    """A date that names a month or a year: "March 3, 2022", "3 March", "March", "2022"."""
    month = next((lexicon.months[word] for word in words if word in lexicon.months), None)
    year = next((int(word) for word in words if _YEAR.match(word)), None)
    if month is None:
        return str(year) if year is not None else ""
    day = next((int(match[1]) for word in words if (match := _DAY.match(word))), None)
    if year is None:
        if date is None:
            return ""
        year = _nearest_year(month, day, date, future)
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return f"{year:04}-{month:02}"


def _nearest_year(month: int, day: int | None, date: datetime.date, future: bool) -> int:
    here, there = (date.month, date.day), (month, day or date.day)
    if future:
        return date.year + (there < here)
    return date.year - (there > here)


def _relative(words: list[str], date: datetime.date) -> str:
    """Relative weeks, months and years, and counted distances: "last week", "three days ago"."""
    step = -1 if "last" in words or "previous" in words else 1 if "next" in words or "coming" in words else 0
    unit = next((word.rstrip("s") for word in words if word.rstrip("s") in {"day", "week", "month", "year"}), None)
    if unit is None:
        return ""
    if "ago" in words or "earlier" in words:
        count = next((int(w) if w.isdecimal() else _NUMBERS[w] for w in words if w.isdecimal() or w in _NUMBERS), 0)
        return _shift(date, unit, -count, exact=True) if count else ""
    if step or "this" in words:
        return _shift(date, unit, step, exact=False)
    return ""


def _shift(date: datetime.date, unit: str, count: int, exact: bool) -> str:
    """A date moved by days, weeks, months or years, as precise as the unit."""
    if unit in _UNITS:
        moved = date + datetime.timedelta(days=count * _UNITS[unit])
        if unit == "week" and not (exact and count == -1):
            year, week, _ = moved.isocalendar()
            return f"{year:04}-W{week:02}"
        return moved.isoformat()
    months = date.year * 12 + date.month - 1 + count * (12 if unit == "year" else 1)
    return f"{months // 12:04}" if unit == "year" else f"{months // 12:04}-{months % 12 + 1:02}"
