"""Chains: who holds each statement, through whom ("A said that B believes ...").

A statement belongs to every report whose reported words hold its predicate,
and with that report to those that report it in turn: the second sentence of a
quotation is inside whatever its cue is inside (nested holders; GRaSP, van Son
et al. 2014).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from kgraph.model.statement import Attribution, Statement


def attributed(statements: Sequence[Statement], reporting: Iterable[Statement]) -> list[Statement]:
    """The statements with their chains, outermost holder first.

    Args:
        statements: In document order.
        reporting: Those among them that report, one for each report, all with content.
    """
    by_size = sorted(reporting, key=_size, reverse=True)
    around = _around(statements, by_size)
    chains: dict[str, list[Statement]] = {}
    for report in _outermost_first(by_size, around):
        chains[report.id] = _chain(around[report.id], chains)
    return [
        _told(statement, chains.get(statement.id) or _chain(around[statement.id], chains)) for statement in statements
    ]


def _told(statement: Statement, holders: Sequence[Statement]) -> Statement:
    """A statement with its holders; the same object where they are those that it has."""
    chain = tuple(Attribution(holder.id, holder.subject) for holder in holders)
    return statement if chain == statement.attributed_to else replace(statement, attributed_to=chain)


def _outermost_first(by_size: Sequence[Statement], around: dict[str, list[Statement]]) -> Iterator[Statement]:
    """Yields the reports, each after those that hold it; where they hold each other, the narrowest holds no more.

    Only crossing contents, as no careful writer makes them, hold each other.
    """
    by_id = {report.id: report for report in by_size}
    width = {report.id: -order for order, report in enumerate(by_size)}
    above: dict[str, list[str]] = {}
    for report in by_size:
        held_back = {h.id for h in around[report.id] if width[h.id] < width[report.id] and report in around[h.id]}
        above[report.id] = [holder.id for holder in around[report.id] if holder.id not in held_back]
    order: list[str] = []
    while len(order) < len(above):
        try:
            order = list(TopologicalSorter(above).static_order())
        except CycleError as error:
            narrowest, held = min(pairwise(error.args[1]), key=lambda pair: width[pair[0]])
            above[held].remove(narrowest)
    for each in order:
        around[each] = [by_id[holder] for holder in above[each]]
        yield by_id[each]


def _chain(holders: Iterable[Statement], chains: Mapping[str, Sequence[Statement]]) -> list[Statement]:
    """Holders with those that hold them in turn, each once and after its own."""
    found: dict[str, Statement] = {}
    for holder in holders:
        found.update((above.id, above) for above in chains[holder.id] if above.id not in found)
        found.setdefault(holder.id, holder)
    return list(found.values())


def _around(statements: Sequence[Statement], reporting: Iterable[Statement]) -> dict[str, list[Statement]]:
    """The reports whose words hold each statement's predicate, in one sweep over the document."""
    begins = sorted(
        (
            (span, order, report)
            for order, report in enumerate(reporting)
            if report.content
            for span in report.content.spans
        ),
        key=lambda entry: entry[:2],
    )
    found: dict[str, list[Statement]] = defaultdict(list)
    waiting = iter([*begins, None])
    upcoming = next(waiting)
    active: list[tuple[int, int, Statement]] = []
    for statement in sorted(statements, key=lambda each: each.predicate.span):
        place = statement.predicate.span
        while upcoming is not None and upcoming[0].start <= place.start:
            active.append((upcoming[1], upcoming[0].end, upcoming[2]))
            upcoming = next(waiting)
        active = [entry for entry in active if entry[1] > place.start]
        holding = sorted(e for e in active if e[1] >= place.end and e[2].predicate.span != place)
        found[statement.id] = [report for _, _, report in holding]
    return found


def _size(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content.spans) if statement.content else 0
