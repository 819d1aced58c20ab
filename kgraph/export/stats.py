"""The measures of a graph for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kgraph.export.wording import one_line
from kgraph.graph.measures import Measures

WIDTH = 100
_TYPES_SHOWN = 3


def as_json(found: Measures, top: int | None = None) -> str:
    """The measures as one JSON object with the names of their fields; ``top`` is the most entries of each list."""
    shown = replace(found, sources=found.sources[:top], actors=found.actors[:top], dyads=found.dyads[:top])
    return json.dumps(asdict(shown), ensure_ascii=False, indent=2) + "\n"


def as_text(found: Measures, top: int | None = None) -> Iterator[str]:
    """The measures in 100 columns, as lines with their line ends; ``top`` is the most rows of a list."""
    counts, shares, network = found.counts, found.shares, found.network
    yield f"documents   {counts.documents:,}{_dates(', published', found.published)}\n"
    yield f"statements  {counts.statements:,}{_dates(', dated', found.dated)}\n"
    yield f"            {_percent(shares.affirmed)} affirmed by the writer, {_percent(shares.attributed)} attributed, "
    yield f"{_percent(shares.negated)} negated, {_percent(shares.future)} to come\n"
    yield f"claims      {counts.claims:,}\n"
    yield f"entities    {counts.entities:,}; linked to none are {_percent(shares.unresolved)} of all mentions "
    yield f"and {_percent(shares.unresolved_sides)} of the sides of events\n"
    yield f"events      {counts.events:,}{_classes(found)}\n"
    yield f"network     {network.nodes:,} actors, {network.edges:,} edges, density {network.density:.4f}, "
    yield f"{network.components:,} components, the largest of {network.largest:,}\n"
    yield from _listed(
        "sources",
        [(each.name or "(not told)", _number(each.documents), _number(each.statements)) for each in found.sources],
        ("source", "documents", "statements"),
        top,
    )
    yield from _listed(
        "event types",
        [
            (each.type, each.quad_class or "", _number(each.events), _percent(each.events / counts.events))
            for each in found.event_types
        ],
        ("type", "quad class", "events", "share"),
        None,
    )
    yield from _listed(
        "actors",
        [
            (
                *(each.label, each.type, each.country or ""),
                *map(_number, (each.acts, each.received, each.statements)),
            )
            for each in found.actors
        ],
        ("actor", "class", "country", "acts", "received", "statements"),
        top,
    )
    yield from _listed(
        "dyads",
        [
            (
                *(each.actor_label, each.recipient_label),
                *map(_number, (each.events, each.cooperation, each.conflict)),
                f"{each.net:+.2f}",
                ", ".join(f"{name} {count}" for name, count in list(each.types.items())[:_TYPES_SHOWN]),
            )
            for each in found.dyads
        ],
        ("actor", "recipient", "events", "coop.", "conf.", "net", "most frequent"),
        top,
    )


def _dates(what: str, dates: tuple[str, str] | None) -> str:
    if dates is None:
        return ""
    first, last = dates
    return f"{what} {first}" if first == last else f"{what} {first} to {last}"


def _classes(found: Measures) -> str:
    told = [f"{_spaced(name)} {_percent(count / found.counts.events)}" for name, count in found.quad_classes.items()]
    return f": {', '.join(told)}" if told else ""


def _spaced(name: str) -> str:
    """The words of a name: "verbal conflict" for ``VerbalConflict``."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def _listed(title: str, rows: Sequence[Sequence[str]], header: Iterable[str], top: int | None) -> Iterator[str]:
    """A table with a title that tells how many rows there are; columns of numbers are aligned to the right."""
    yield "\n"
    if not rows:
        yield f"no {title}\n"
        return
    shown = rows[:top]
    yield (
        f"{title}: {len(rows)}\n" if len(shown) == len(rows) else f"{title}: the first {len(shown)} of {len(rows):,}\n"
    )
    grid = Table(box=box.SIMPLE_HEAD, padding=(0, 2, 0, 0), pad_edge=False)
    for position, name in enumerate(header):
        numbers = all(row[position][:1] in "0123456789+-" for row in shown)
        width = max(len(name), *(len(row[position]) for row in shown)) if numbers else None
        grid.add_column(
            name, justify="right" if numbers else "left", min_width=width, overflow="ellipsis", no_wrap=True
        )
    for row in shown:
        grid.add_row(*(Text(one_line(text)) for text in row))
    console = Console(width=WIDTH, color_system=None, force_terminal=False, legacy_windows=False)
    with console.capture() as capture:
        console.print(grid)
    yield from (line.rstrip() + "\n" for line in capture.get().strip("\n").splitlines())


def _number(count: int) -> str:
    return f"{count:,}"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
