"""Time expressions to their values: patterns of symbols, resolved against the document's date.

News counts from the day of publication: a bare weekday is the nearest past
one, today included, unless the clause speaks of the future.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from kgraph.extract.times import periods
from kgraph.extract.times.patterns import Anchor, period
from kgraph.extract.times.periods import Period
from kgraph.extract.times.symbols import symbols
from kgraph.model.lexicon import Lexicon

# First words that decide how the period after them is meant; others ("on", "at") leave it as it is.
_FROM = frozenset({"from", "since"})
_UP_TO = frozenset({"by", "till", "until"})
_PAST = frozenset({"after", "following"})
_LASTING = frozenset({"for", "in", "over", "through", "throughout", "within"})
_MARKERS = _FROM | _UP_TO | _PAST | _LASTING | {"before", "between"}
_RANGE_MARKERS = frozenset({"", "between", "from"})

_ONE_DAY = datetime.timedelta(days=1)
_NO_QUALIFIER = re.compile(r"[/WT]")
_RANGE = re.compile(r"^(.+?) (?:to|through|thru|until|till|-|–|—) (.+)$")
_PAIR = re.compile(r"^(.+?) and (.+)$")
_LENGTH = re.compile(r"N(\d+) U([nhdwfmyk])s?")
_CLOCK = re.compile(
    r"(?:T(?P<h>\d+):(?P<m>\d\d)|N(?P<n>\d+)(?= H))(?: H(?P<half>\d+))?(?: local)?(?: time)?(?: (?P<z>Z\S*))?"
)
_MILITARY = re.compile(r"Y?(?P<h>\d\d)(?P<m>\d\d) (?P<z>Z\S*)")
_ISO_UNITS = {"n": "PT{}M", "h": "PT{}H", "d": "P{}D", "w": "P{}W", "m": "P{}M", "y": "P{}Y"}


def value(words: Sequence[str], lexicon: Lexicon, date: datetime.date | None, future: bool) -> str:
    """The ISO 8601 or EDTF value of a time expression, empty where it cannot be told.

    Args:
        words: Its words in lower case, with the preposition before it.
        lexicon: Names of days and months, and what other words of time mean.
        date: The day against which it is relative.
        future: Whether it lies ahead.
    """
    marker = words[0] if words and words[0] in _MARKERS else ""
    rest = symbols(words[1:] if marker else words, lexicon)
    anchor = Anchor(date, future or (marker == "for" and _LENGTH.fullmatch(rest) is None))
    try:
        return _marked(marker, rest, anchor)
    except (ValueError, OverflowError):  # before the year 1, or no such day
        return ""


def _marked(marker: str, rest: str, anchor: Anchor) -> str:
    """The value of a period, a length or a range as the word before it means it."""
    joined = _range(rest, anchor, _PAIR if marker == "between" else _RANGE) if marker in _RANGE_MARKERS else None
    if joined is not None:
        return joined.text
    if _LENGTH.fullmatch(rest):
        return _length(marker, rest, anchor)
    clock, rest = _split_clock(rest)
    approximate = rest.startswith("A ")
    found = period(rest.removeprefix("A "), anchor)
    if found is None or marker == "between":
        return ""
    if clock and found.first == found.last:
        found = Period(found.first, found.last, found.text + clock)
    elif approximate and not _NO_QUALIFIER.search(found.text):
        found = Period(found.first, found.last, f"{found.text}~")
    return _bounded(marker, found)


def _bounded(marker: str, found: Period) -> str:
    """What "since", "until", "before" or "after" make of a period: an interval open at one end."""
    start, end = found.text.split("/")[0], found.text.split("/")[-1]
    if marker in _FROM:
        return f"{start}/.."
    if marker in _UP_TO:
        return f"../{end}"
    if marker == "before":
        return f"../{(found.first - _ONE_DAY).isoformat()}"
    if marker in _PAST:
        return f"{(found.last + _ONE_DAY).isoformat()}/.."
    return found.text


def _length(marker: str, rest: str, anchor: Anchor) -> str:
    """A length of time: "for two weeks" lasts, "in two weeks" lies ahead or lasts, "within two weeks" ends."""
    match = _LENGTH.fullmatch(rest)
    assert match is not None
    count, unit = int(match[1]), match[2]
    if marker in {"in", "within"} and anchor.ahead:
        if anchor.date is None:
            return ""
        point = periods.unit_at(anchor.date, unit, count)
        whole = periods.stretch(anchor.date, unit, count)
        found = point if marker == "in" else whole
        return found.text if found is not None else ""
    if marker not in _LASTING | {""} or (count == 1 and not marker):
        return ""  # "$2 a year" is a rate
    return duration(count, unit)


def duration(count: int, unit: str) -> str:
    """An ISO 8601 duration of so many units."""
    if unit == "f":
        count, unit = 2 * count, "w"
    elif unit == "k":
        count, unit = 10 * count, "y"
    return _ISO_UNITS[unit].format(count)


def _split_clock(rest: str) -> tuple[str, str]:
    """The time of day as ISO 8601 writes it, empty where it cannot be told, and the symbols without it.

    Of two times of day, local and in UTC, the one in UTC counts.
    """
    found = []
    for pattern in (_MILITARY, _CLOCK):
        while match := pattern.search(rest):
            found.append(_time_of_day(match.groupdict()))
            rest = " ".join(f"{rest[: match.start()]} {rest[match.end() :]}".split())
    return max(found, key=lambda time: (time.endswith("Z"), time != ""), default=""), rest


def _time_of_day(parts: dict[str, str | None]) -> str:
    hour, minute = int(parts["h"] or parts.get("n") or 0), int(parts["m"] or 0)
    half = parts.get("half")
    if half is not None:
        hour = hour % 12 + int(half)
    elif hour < 12 and parts["z"] is None:
        return ""  # morning or evening
    if hour > 23 or minute > 59:
        return ""
    return f"T{hour:02}:{minute:02}{'Z' if parts['z'] == 'Z+00' else ''}"


def _range(rest: str, anchor: Anchor, separator: re.Pattern[str]) -> Period | None:
    """From one period to another; the second is counted from the first, and each lends the other month and year."""
    match = separator.match(rest)
    if match is None:
        return None
    left, right = match[1], match[2]
    year = re.search(r" (Y\d{4})$", right)
    if year and re.fullmatch(r"(?:E )?M\d\d(?: [NO]\d+)?", left):
        left = f"{left} {year[1]}"
    if (day := re.match(r"(M\d\d) [NO]\d+", left)) and re.match(r"[NO]\d+", right):
        right = f"{day[1]} {right}"
    elif re.fullmatch(r"[NO]\d+", left) and (day := re.match(r"(?:[NO]\d+ )(M\d\d.*)", right)):
        left = f"{left} {day[1]}"
    elif (century := re.fullmatch(r"Y(\d\d)\d\d", left)) and (short := re.fullmatch(r"N(\d+)", right)):
        right = f"Y{century[1]}{int(short[1]):02}"
    first = period(left, anchor)
    if first is None:
        return None
    follows = re.match(r"(?:E )?[DM]", right) is not None
    last = period(right, Anchor(first.first, ahead=True) if follows else anchor)
    return periods.interval(first, last) if last is not None else None
