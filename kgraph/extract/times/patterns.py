"""Patterns of symbols that name a period, each with how it is counted from the document's date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from kgraph.extract.times import periods
from kgraph.extract.times.periods import Period
from kgraph.extract.times.symbols import full_date


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day against which an expression is meant, if known, and whether it lies ahead."""

    date: datetime.date | None
    ahead: bool


def period(text: str, anchor: Anchor) -> Period | None:
    """The period that symbols name: absolute ones at once, relative ones where the date is known."""
    for pattern, resolve in _PATTERNS:
        match = pattern.fullmatch(text)
        if match is not None:
            return resolve(match, anchor)
    return None


def _full(match: re.Match[str], _anchor: Anchor) -> Period | None:
    return periods.day(datetime.date.fromisoformat(match[1]))


def _month_day(match: re.Match[str], anchor: Anchor) -> Period | None:
    """A day of a month, in the year named or the nearest one."""
    month, number = int(match["m"]), int(match["d"])
    year = int(match["y"]) if match["y"] else _nearest_year(month, number, anchor)
    if year is None:
        return None
    symbol = full_date(year, month, number)
    return periods.day(datetime.date.fromisoformat(symbol[1:])) if symbol != "?" else periods.months(year, month)


def _month(match: re.Match[str], anchor: Anchor) -> Period | None:
    """A month, in the year named, the year of "last year", or the nearest one."""
    month, step, after = int(match["m"]), match["step"], match["after"]
    if match["y"]:
        return periods.months(int(match["y"]), month)
    if anchor.date is None:
        return None
    here = anchor.date
    if after or step == "0":
        shift = int(after or 0)
    elif step:
        shift = int(step) * (month >= here.month if step == "-1" else month <= here.month)
    else:
        shift = int(anchor.ahead and month < here.month) - int(not anchor.ahead and month > here.month)
    return periods.months(here.year + shift, month)


def _nearest_year(month: int, day: int, anchor: Anchor) -> int | None:
    if anchor.date is None:
        return None
    here, there = (anchor.date.month, anchor.date.day), (month, day)
    if anchor.ahead:
        return anchor.date.year + (there < here)
    return anchor.date.year - (there > here)


def _weekday(match: re.Match[str], anchor: Anchor) -> Period | None:
    """A weekday: of the week named, before or after today as "last" and "next" say, or the nearest one."""
    if anchor.date is None:
        return None
    number, date = int(match["d"]), anchor.date
    if match["week"]:
        there = periods.week(date + datetime.timedelta(days=7 * int(match["week"])))
        return periods.day(there.first + datetime.timedelta(days=number - 1))
    step = match["step"]
    if step == "1" or (anchor.ahead and step != "-1"):
        ahead = (number - date.isoweekday()) % 7
        return periods.day(date + datetime.timedelta(days=ahead or (7 if step == "1" else 0)))
    back = (date.isoweekday() - number) % 7
    return periods.day(date - datetime.timedelta(days=back or (7 if step == "-1" else 0)))


def _deictic(match: re.Match[str], anchor: Anchor) -> Period | None:
    shift = int(match["r"]) + {"after": 1, "before": -1, None: 0}[match["side"]]
    return periods.unit_at(anchor.date, "d", shift) if anchor.date is not None else None


def _last_night(match: re.Match[str], anchor: Anchor) -> Period | None:
    return periods.unit_at(anchor.date, "d", int(match["step"])) if anchor.date is not None else None


def _unit(match: re.Match[str], anchor: Anchor) -> Period | None:
    """A unit of the calendar: "last week", "this year", "the end of the month"."""
    if anchor.date is None:
        return None
    step = int(match["step"] or 0)
    if match["u"] == "e":
        return _weekend(anchor.date, step, anchor.ahead)
    return periods.unit_at(anchor.date, match["u"], step)


def _weekend(date: datetime.date, step: int, ahead: bool) -> Period:
    """The weekend of this week if it has come or lies ahead, else of the week before."""
    back = 7 if step <= 0 and (step < 0 or not ahead) and date.isoweekday() < 6 else 7 if step < 0 else 0
    return periods.weekend(date + datetime.timedelta(days=7 * (step > 0) - back))


def _bare_weekend(_match: re.Match[str], anchor: Anchor) -> Period | None:
    return _weekend(anchor.date, 0, anchor.ahead) if anchor.date is not None else None


def _counted(match: re.Match[str], anchor: Anchor) -> Period | None:
    """A counted distance: "three weeks ago", "two days from now"."""
    sign = -1 if match["side"] == "ago" else 1
    return periods.unit_at(anchor.date, match["u"], sign * int(match["n"])) if anchor.date is not None else None


def _stretch(match: re.Match[str], anchor: Anchor) -> Period | None:
    """A stretch up to today or from today: "the past five years", "the next three days"."""
    if anchor.date is None:
        return None
    return periods.stretch(anchor.date, match["u"], int(match["step"]) * int(match["n"] or 1))


def _year(match: re.Match[str], _anchor: Anchor) -> Period | None:
    return periods.year(int(match[1]))


def _decade(match: re.Match[str], anchor: Anchor) -> Period | None:
    """A decade in full, or by its last two digits the latest one that has begun."""
    if len(match[1]) == 3:
        return periods.decade(int(match[1]))
    if anchor.date is None:
        return None
    here = anchor.date.year // 10
    return periods.decade(here - (here - int(match[1])) % 10)


def _century(match: re.Match[str], _anchor: Anchor) -> Period | None:
    return periods.century(int(match[1])) if 1 < int(match[1]) < 30 else None


def _season(match: re.Match[str], anchor: Anchor) -> Period | None:
    code = int(match["s"])
    if match["y"]:
        return periods.season(int(match["y"]), code)
    if anchor.date is None:
        return None
    if match["after"]:
        return periods.season(anchor.date.year + int(match["after"]), code)
    step = int(match["step"]) if match["step"] else int(anchor.ahead)
    if match["step"] == "0":
        return periods.season(anchor.date.year, code)
    return periods.season_at(anchor.date, code, step)


def _part_of_year(match: re.Match[str], anchor: Anchor) -> Period | None:
    """A quarter or half, of the year named, of last, this or next year, or the nearest one by tense."""
    number, size = int(match["o"]), 3 if match["part"] == "Uq" else 6
    if number * size > 12:
        return None
    if match["y"]:
        return periods.months(int(match["y"]), (number - 1) * size + 1, size)
    if anchor.date is None:
        return None
    found = periods.months(anchor.date.year + int(match["step"] or 0), (number - 1) * size + 1, size)
    if match["step"] or match["u"]:
        return found
    shift = int(anchor.ahead and found.last < anchor.date) - int(not anchor.ahead and found.first > anchor.date)
    return periods.months(anchor.date.year + shift, (number - 1) * size + 1, size)


_Resolver = Callable[[re.Match[str], Anchor], Period | None]
_YEAR_AFTER = r"(?: (?:Uy )?Y(?P<y>\d{4})| L(?P<after>-1|0|1) Uy)?"
_PATTERNS: list[tuple[re.Pattern[str], _Resolver]] = [
    (re.compile(pattern), resolve)
    for pattern, resolve in [
        (r"(?:D\d )?(?:P )?X(\d{4}-\d\d-\d\d)(?: P)?", _full),
        (r"(?:E )?(?:P )?(?:D\d )?(?:P )?M(?P<m>\d\d) [NO](?P<d>\d{1,2})(?: Y(?P<y>\d{4}))?(?: P)?", _month_day),
        (r"(?:E )?(?:P )?(?:D\d )?[NO](?P<d>\d{1,2}) M(?P<m>\d\d)(?: Y(?P<y>\d{4}))?(?: P)?", _month_day),
        (rf"(?:E )?(?:L(?P<step>-1|0|1) )?(?:E )?M(?P<m>\d\d){_YEAR_AFTER}", _month),
        (r"(?:E )?(?:L(?P<step>-1|0|1) )?(?:E )?(?:P )?D(?P<d>\d)(?: P)?(?: L(?P<week>-1|0|1) Uw)?(?: P)?", _weekday),
        (r"(?:Ud (?P<side>before|after) )?(?:E )?(?:P )?R(?P<r>-?\d)(?: P)?", _deictic),
        (r"(?:E )?L(?P<step>-1|0) P", _last_night),
        (rf"(?:E )?(?:L(?P<step>-1|0|1) )?(?:E )?S(?P<s>\d\d){_YEAR_AFTER}", _season),
        (r"O(?P<o>\d) (?P<part>Uq|F)(?: (?:Uy )?Y(?P<y>\d{4})| (?:L(?P<step>-1|0|1) )?(?P<u>Uy))?", _part_of_year),
        (r"(?:E )?(?:L(?P<step>-1|0|1) )(?:E )?U(?P<u>[wfemqykc])", _unit),
        (r"E (?P<step>)U(?P<u>[wemyk])", _unit),
        (r"Ue", _bare_weekend),
        (r"(?:E )?N(?P<n>\d+) U(?P<u>[dwfmyk])s? (?P<side>ago|hence)", _counted),
        (r"N(?P<n>\d+) U(?P<u>[dwfmyk])s? (?P<side>from) (?:R0|V)", _counted),
        (r"(?:E )?(?:Uy )?Y(\d{4})", _year),
        (r"(?:E )?K(\d{3}|\d)", _decade),
        (r"(?:E )?O(\d{1,2}) Uc", _century),
        (r"W(?P<step>-1|1)(?P<n>) U(?P<u>[dwfmyk])", _stretch),
        (r"[LW](?P<step>-1|1) N(?P<n>\d+) U(?P<u>[dwfmyk])s?", _stretch),
    ]
]
