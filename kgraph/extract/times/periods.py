"""Stretches of the calendar with their notation: days, weeks, months, seasons, decades, and steps between them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}  # EDTF season code to the month it begins in, in the north
_MONTHS_OF = {"m": 1, "q": 3, "y": 12, "k": 120, "c": 1200}
_DAYS_OF = {"d": 1, "w": 7, "f": 14, "e": 7}
_ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last of its days, both inclusive, as it is written in EDTF or ISO 8601."""

    first: datetime.date
    last: datetime.date
    text: str


def day(date: datetime.date) -> Period:
    """One day."""
    return Period(date, date, date.isoformat())


def week(date: datetime.date) -> Period:
    """The ISO week that holds a day."""
    number = date.isocalendar()
    monday = date - datetime.timedelta(days=number.weekday - 1)
    return Period(monday, monday + datetime.timedelta(days=6), f"{number.year:04}-W{number.week:02}")


def weekend(date: datetime.date) -> Period:
    """The Saturday and Sunday of the ISO week that holds a day."""
    monday = week(date).first
    return days(monday + datetime.timedelta(days=5), monday + datetime.timedelta(days=6))


def days(first: datetime.date, last: datetime.date) -> Period:
    """An interval of days."""
    return Period(first, last, f"{first.isoformat()}/{last.isoformat()}")


def months(year: int, first: int, count: int = 1) -> Period:
    """One month, or the interval of several; ``first`` may run past December."""
    start = _month_start(year * 12 + first - 1)
    end = _month_start(year * 12 + first - 1 + count) - _ONE_DAY
    text = f"{start.year:04}-{start.month:02}"
    return Period(start, end, text if count == 1 else f"{text}/{end.year:04}-{end.month:02}")


def year(number: int) -> Period:
    """One year."""
    return _years(number, 1, f"{number:04}")


def decade(number: int) -> Period:
    """A decade by its first three digits: 199 for the 1990s."""
    return _years(number * 10, 10, f"{number:03}X")


def century(number: int) -> Period:
    """A century by its ordinal, as it is spoken of: the 19th is the 1800s."""
    return _years((number - 1) * 100, 100, f"{number - 1:02}XX")


def season(start_year: int, code: int) -> Period:
    """A season by EDTF's code, 21 spring to 24 winter; a winter bears the year that it begins in."""
    span = months(start_year, _SEASON_MONTHS[code], 3)
    return Period(span.first, span.last, f"{start_year:04}-{code}")


def season_at(date: datetime.date, code: int, step: int) -> Period:
    """The season nearest to a day.

    Args:
        date: The day.
        code: Which season.
        step: -1 for the last one that has ended, 0 for the last one that has begun, 1 for the next to begin.
    """
    candidates = [season(date.year + shift, code) for shift in (-2, -1, 0, 1)]
    if step > 0:
        return next(period for period in candidates if period.first > date)
    if step < 0:
        return next(period for period in reversed(candidates) if period.last < date)
    return next(period for period in reversed(candidates) if period.first <= date)


def unit_at(date: datetime.date, unit: str, step: int) -> Period | None:
    """The day, week, weekend, month, quarter, year, decade or century ``step`` of them from the one of a day.

    Args:
        date: The day.
        unit: Its symbol, d w f e m q y k c; nothing is found for others.
        step: How many units ahead, or back where negative.

    Raises:
        ValueError: The calendar ends before that.
        OverflowError: Likewise.
    """
    if unit in _DAYS_OF:
        moved = date + datetime.timedelta(days=step * _DAYS_OF[unit])
        return _AROUND[unit](moved)
    if unit not in _MONTHS_OF:
        return None
    number, month = divmod(date.year * 12 + date.month - 1 + step * _MONTHS_OF[unit], 12)
    if unit == "m":
        return months(number, month + 1)
    if unit == "q":
        return months(number, month // 3 * 3 + 1, 3)
    return {"y": year, "k": decade, "c": century}[unit](number // {"y": 1, "k": 10, "c": 100}[unit] + (unit == "c"))


def stretch(date: datetime.date, unit: str, count: int) -> Period | None:
    """The interval from a day to ``count`` units before or after it, as precise as the unit."""
    other = unit_at(date, "d", count * _DAYS_OF[unit]) if unit in _DAYS_OF else unit_at(date, unit, count)
    here = day(date) if unit in _DAYS_OF else unit_at(date, "m" if unit == "m" else "y", 0)
    if other is not None and unit in {"k", "c"}:
        other = unit_at(date, "y", count * _MONTHS_OF[unit] // 12)
    if other is None or here is None or unit == "q":
        return None
    return interval(other, here) if count < 0 else interval(here, other)


def interval(first: Period, last: Period) -> Period | None:
    """From the start of one period to the end of another; nothing where they run backwards."""
    if first.first > last.last or first.text == last.text:
        return None
    start, end = first.text.split("/")[0], last.text.split("/")[-1]
    return Period(first.first, last.last, f"{start}/{end}")


def _years(first: int, count: int, text: str) -> Period:
    return Period(datetime.date(first, 1, 1), datetime.date(first + count - 1, 12, 31), text)


def _month_start(index: int) -> datetime.date:
    """The first day of a month counted from year 0."""
    return datetime.date(index // 12, index % 12 + 1, 1)


_AROUND = {"d": day, "w": week, "f": week, "e": weekend}
