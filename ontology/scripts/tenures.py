"""Tenures of several sources made one account: doubles united, missing and overlapping ends settled."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from office_sources import Tenure

# Offices that several persons hold at a time, so that one's start is no other's end.
_MANY = re.compile(
    r"deputy|vice|state secretary|under-?secretary|justice of|supreme court justice|judge|minister of state"
    r"|state minister|without portfolio|parliamentary|assistant|advis|council|member|lord of|captain regent|prefect"
    r"|aide|representative of|envoy|commissioner of|ambassador-at-large|minister delegate"
)


def settled(tenures: Iterable[Tenure]) -> list[Tenure]:
    """The tenures of all sources without doubles and with dates that do not contradict each other, sorted.

    Of two accounts of one tenure the more precise dates are kept. In an office
    with one seat, who came next ends a tenure that has no end or a later one.
    """
    offices: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        # An end before the start is no end.
        sound = replace(tenure, end="") if tenure.end and tenure.end < tenure.start[: len(tenure.end)] else tenure
        offices[tenure.owner, tenure.office].append(sound)
    return [tenure for key in sorted(offices) for tenure in _office(offices[key])]


def _office(tenures: list[Tenure]) -> Iterator[Tenure]:
    persons: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in sorted(tenures, key=_order):
        persons[tenure.person].append(tenure)
    single = sorted((each for rows in persons.values() for each in _united(rows)), key=_order)
    opened = sum(not each.end for each in single)
    if _MANY.search(single[0].office) or opened > 3:
        yield from single
        return
    for index, tenure in enumerate(single):
        yield _ended(tenure, single[index + 1 :])


def _order(tenure: Tenure) -> tuple[str, str, str, str]:
    return (tenure.start, tenure.person, tenure.end, tenure.name)


def _united(rows: list[Tenure]) -> Iterator[Tenure]:
    """The tenures of one person in one office, doubles and overlaps united."""
    current: Tenure | None = None
    for row in rows:
        if current is None:
            current = row
        elif _overlap(current, row):
            finer = row.start if row.start.startswith(current.start) else current.start
            ends = {each for each in (current.end, row.end) if each}
            aliases = tuple(sorted({*current.aliases, *row.aliases, row.name} - {current.name}))
            current = replace(
                current,
                start=finer,
                end=max(ends, default=""),
                aliases=aliases,
                surname=current.surname or row.surname,
                titles=tuple(sorted({*current.titles, *row.titles})),
            )
        else:
            yield current
            current = row
    if current is not None:
        yield current


def _overlap(earlier: Tenure, later: Tenure) -> bool:
    """Whether two accounts of a person in an office are of one tenure; an open end reaches to the end of its year."""
    if not earlier.start or not later.start:
        return True
    return later.start[: len(earlier.start)] <= (earlier.end or earlier.start[:4] + "-12-31")


def _ended(tenure: Tenure, later: Iterable[Tenure]) -> Tenure:
    """The tenure, ended where the next person's begins, if that one did not only stand in for a few weeks."""
    for other in later:
        stood_in = other.end and other.start[:7] == other.end[:7]
        if other.person == tenure.person or not tenure.start or other.start <= tenure.start or stood_in:
            continue
        if not tenure.end or (other.start < tenure.end and (other.end or "9999") >= tenure.end):
            return replace(tenure, end=tenure.end if tenure.end.startswith(other.start) else other.start)
        break
    return tenure
