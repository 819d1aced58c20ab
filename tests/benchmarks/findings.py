"""What a section of the suite finds, as records and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Self, TypeAlias

from tests.benchmarks.machine import Machine

Cell: TypeAlias = str | int | float | None
"""A number, some words, or nothing where nothing was measured."""


class UnavailableError(Exception):
    """A section cannot run here; the message tells why."""


@dataclass(frozen=True)
class Limit:
    """A figure that has to keep a limit.

    Attributes:
        what: What is measured, with its unit.
        value: The figure.
        least: What it must reach.
        most: What it must not pass.
    """

    what: str
    value: float
    least: float | None = None
    most: float | None = None

    @property
    def kept(self) -> bool:
        """Whether it keeps its limit."""
        return (self.least is None or self.value >= self.least) and (self.most is None or self.value <= self.most)


@dataclass(frozen=True)
class Findings:
    """What a section found.

    Attributes:
        columns: The heads of its table, with units.
        rows: The table.
        limits: The figures that have to keep a limit.
        notes: What a reader of the table has to know.
        title: What the section measures.
        machine: Where, and how busy it was.
        missing: Why the section could not run; it has found nothing then.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    limits: tuple[Limit, ...] = ()
    notes: tuple[str, ...] = ()
    title: str = ""
    machine: Machine = field(default_factory=Machine)
    missing: str | None = None

    def column(self, name: str) -> list[Any]:
        """The cells of a column, from the top."""
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """The findings that :func:`to_record` told."""
        return replace(
            cls(**record),
            columns=tuple(record["columns"]),
            rows=tuple(map(tuple, record["rows"])),
            limits=tuple(Limit(**each) for each in record["limits"]),
            notes=tuple(record["notes"]),
            machine=Machine(**{**record["machine"], "versions": tuple(map(tuple, record["machine"]["versions"]))}),
        )


Results: TypeAlias = Mapping[str, Findings]
"""What each section found, by its name, in the order of the suite."""


def read(path: Path) -> dict[str, Findings]:
    """The results that were kept last; none where there is no file."""
    if not path.exists():
        return {}
    return {name: Findings.from_record(record) for name, record in json.loads(path.read_text("utf-8")).items()}


def write(results: Results, path: Path) -> None:
    """Keeps results, figures rounded to what a repeated run can tell."""
    records = {name: _rounded(asdict(each)) for name, each in results.items()}
    path.write_text(json.dumps(records, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return float(f"{value:.4g}")
    if isinstance(value, dict):
        return {name: _rounded(each) for name, each in value.items()}
    return list(map(_rounded, value)) if isinstance(value, Sequence) and not isinstance(value, str) else value
