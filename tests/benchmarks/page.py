"""The results as Markdown, between marks of the README."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from tests.benchmarks.findings import Cell, Findings, Limit, Results
from tests.benchmarks.machine import Machine

_SHOWN = ("reading", "workers", "growth")
"""The sections whose whole tables are shown; of the others the figures that have to keep a limit are enough."""

_WORDS_A_DAY = 600_000_000  # a million articles


def renewed(page: str, results: Results) -> str:
    """A page with these results between its marks.

    Raises:
        ValueError: It does not have the marks of each part, in this order.
    """
    for name, part in _PARTS.items():
        before, begin, rest = page.partition(mark(name, "begin"))
        _, end, after = rest.partition(mark(name, "end"))
        if not begin or not end:
            raise ValueError(f"the page does not have {mark(name, 'begin')} and {mark(name, 'end')} in this order")
        page = f"{before}{begin}\n{part(results)}\n{end}{after}"
    return page


def mark(part: str, side: str) -> str:
    """What stands in a page at the ``begin`` or the ``end`` of a part."""
    return f"<!-- {part}: {side} -->"


def renew(path: Path, results: Results) -> None:
    """Renews the page of a file."""
    path.write_text(renewed(path.read_text("utf-8"), results), "utf-8")


def told(results: Results) -> str:
    """All results as Markdown."""
    found = list(results.values())
    blocks = [
        *_machines(each.machine for each in found),
        *(missing(each) for each in found if each.missing is not None),
        *(block for name, each in results.items() if name in _SHOWN and each.missing is None for block in shown(each)),
        "**Limits**",
        "What does not keep its limit stands in bold.",
        limits(found),
    ]
    return "\n\n".join(blocks)


def missing(found: Findings) -> str:
    """Why a section found nothing."""
    return f"{found.title}: could not be measured, since {found.missing}."


def _machines(machines: Iterable[Machine]) -> Iterator[str]:
    """Each machine once, with the range of its load."""
    seen: dict[Machine, list[Machine]] = {}
    for each in machines:
        seen.setdefault(each.itself, []).append(each)
    for several in seen.values():
        one, loads = several[0], [each.load for each in several]
        versions = ", ".join(f"{name} {version}" for name, version in one.versions)
        kernel = " with its generic kernel" if one.generic else ""
        yield (
            f"Measured on {one.cpu}, {one.cores} cores, {one.system}; {versions}. BLIS{kernel} multiplies "
            f"{one.blis:.1f} times as fast as OpenBLAS there. "
            f"Load of the machine before each section: {min(loads):.1f} to {max(loads):.1f}."
        )


def shown(found: Findings) -> Iterator[str]:
    """A section with its title, its table and its notes."""
    yield f"**{found.title}**"
    yield table(found.columns, found.rows)
    if found.notes:
        yield " ".join(found.notes)


def limits(findings: Iterable[Findings]) -> str:
    """The figures that have to keep a limit; those that do not stand out."""
    rows = [
        (
            each.title if number == 0 else "",
            limit.what,
            figure(limit.value) if limit.kept else f"**{figure(limit.value)}**",
            asked(limit),
        )
        for each in findings
        for number, limit in enumerate(each.limits)
    ]
    return table(("Section", "Figure", "Measured", "Asked"), rows)


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
    if isinstance(cell, int):
        return f"{cell:,}"
    if abs(cell) >= 100:
        return f"{float(f'{cell:.3g}'):,.0f}"
    return f"{cell:#.3g}" if abs(cell) >= 0.001 else f"{cell:.4f}"


def day(results: Results) -> str:
    """What reading a day of the world's news costs by these results."""
    found = results.get("workers")
    if found is None or found.missing is not None:
        return "What reading takes was not measured."
    work: float = found.column("CPU s a thousand words")[-1]
    hours = work * _WORDS_A_DAY / 1_000 / 3_600
    return (
        f"Reading takes {figure(work)} seconds of processor time a thousand words when two processes read, which is "
        f"{hours:.0f} core-hours a day."
    )


_PARTS: Mapping[str, Callable[[Results], str]] = {"benchmarks": told, "a day": day}
