"""The results as Markdown, between two marks of the README."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.benchmarks.findings import Cell, Findings, Limit, Results
from tests.benchmarks.machine import Machine

BEGIN, END = "<!-- benchmarks: begin -->", "<!-- benchmarks: end -->"
_SHOWN = ("reading", "workers", "growth")
"""The sections whose whole tables are shown; of the others the figures that have to keep a limit are enough."""


def renewed(page: str, results: Results) -> str:
    """A page with these results between its marks.

    Raises:
        ValueError: It does not have the marks, in this order.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the page does not have {BEGIN} and {END} in this order")
    return f"{before}{BEGIN}\n{told(results)}\n{END}{after}"


def renew(path: Path, results: Results) -> None:
    """Renews the page of a file."""
    path.write_text(renewed(path.read_text("utf-8"), results), "utf-8")


def told(results: Results) -> str:
    """All results as Markdown."""
    found = {name: each for name, each in results.items() if each.missing is None}
    blocks = [
        *_machines([each.machine for each in results.values()]),
        *(f"{each.title}: could not be measured, since {each.missing}." for each in results.values() if each.missing),
        *(block for name, each in found.items() if name in _SHOWN for block in _section(each)),
        "**Limits**",
        table(("Section", "Figure", "Measured", "Asked"), _limits(found.values())),
    ]
    return "\n\n".join(blocks)


def _machines(machines: Iterable[Machine]) -> Iterator[str]:
    """Each machine once, with the range of its load."""
    loads: dict[Machine, list[float]] = {}
    for each in machines:
        loads.setdefault(each.unloaded, []).append(each.load)
    for one, seen in loads.items():
        versions = ", ".join(f"{name} {version}" for name, version in one.versions)
        kernel = " (its generic kernel)" if one.generic else ""
        yield (
            f"Measured on {one.cpu}, {one.cores} cores, {one.system}; {versions}. BLIS{kernel} multiplies "
            f"{one.blis:.2f} times as fast as OpenBLAS there. "
            f"Load of the machine before each section: {min(seen):.1f} to {max(seen):.1f}."
        )


def _section(found: Findings) -> Iterator[str]:
    yield f"**{found.title}**"
    yield table(found.columns, found.rows)
    if found.notes:
        yield " ".join(found.notes)


def _limits(findings: Iterable[Findings]) -> Iterator[tuple[str, ...]]:
    for each in findings:
        for number, limit in enumerate(each.limits):
            measured = figure(limit.value) if limit.kept else f"**{figure(limit.value)}**"
            yield each.title if number == 0 else "", limit.what, measured, asked(limit)


def asked(limit: Limit) -> str:
    """What a limit asks for, in words."""
    least = f"at least {limit.least:g}" if limit.least is not None else ""
    most = f"at most {limit.most:g}" if limit.most is not None else ""
    return ", ".join(filter(None, (least, most)))


def table(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    """A Markdown table."""
    heads = list(columns)
    lines = [heads, ["---"] * len(heads), *([figure(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def figure(cell: Cell) -> str:
    """A cell as words: three digits that count, no more than the measurement can tell."""
    if cell is None:
        return "–"
    if isinstance(cell, str):
        return cell
    if isinstance(cell, int) or abs(cell) >= 100:
        return f"{float(f'{cell:.3g}') if isinstance(cell, float) else cell:,.0f}"
    return f"{cell:#.3g}" if abs(cell) >= 0.001 else f"{cell:.1e}"
