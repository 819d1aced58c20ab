"""The results as one picture: readers, workers and growth.

It stands on the page's own ground, so all its colours are told from white and
from black alike.
"""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import LogLocator, NullFormatter

from tests.benchmarks.findings import Findings, Results
from tests.benchmarks.page import figure

_INK = "#7d8590"
_OURS = "#e07b39"
_SERIES = ((_OURS, "o"), ("#3b8fd9", "s"), ("#3fa36b", "^"), ("#b37bd6", "x"))
_SECONDS, _MEGABYTES = ", CPU s", ", MB"
_STYLE: dict[Any, Any] = {
    "axes.edgecolor": _INK,
    "axes.labelcolor": _INK,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlecolor": _INK,
    "axes.titlelocation": "left",
    "axes.titlesize": 11,
    "font.size": 10,
    "svg.hashsalt": "kgraph",
    "text.color": _INK,
    "xtick.color": _INK,
    "ytick.color": _INK,
}


def mark(results: Path) -> str:
    """What tells in a picture from which file of results it was drawn."""
    return f"Drawn from results {hashlib.sha256(results.read_bytes()).hexdigest()[:16]}"


def draw(results: Results, picture: Path, source: str) -> None:
    """Draws results as SVG.

    Args:
        results: What was found.
        picture: The file to write.
        source: The mark of the results.
    """
    found = {name: each for name, each in results.items() if each.missing is None}
    with mpl.rc_context(_STYLE):
        drawing = Figure(figsize=(9.2, 6.4), layout="constrained")
        (speed, memory), (growth, peaks) = drawing.subplots(2, 2)
        _bars(speed, found.get("reading"), "Words a CPU second")
        _bars(memory, found.get("reading"), "Peak, MB")
        _lines(growth, found.get("growth"), _SECONDS, "Export, seconds of CPU time")
        _lines(peaks, found.get("growth"), _MEGABYTES, "Export, peak of memory in MB")
        written = io.StringIO()
        drawing.savefig(written, format="svg", transparent=True, metadata={"Date": None, "Description": source})
    picture.write_text("\n".join(line.rstrip() for line in written.getvalue().splitlines()) + "\n", "utf-8")


def _bars(axes: Axes, found: Findings | None, column: str) -> None:
    """A bar a reader, each with its figure."""
    if found is None:
        _nothing(axes, "Reading was not measured")
        return
    axes.set_title(f"Reading, {column[0].lower()}{column[1:]}")
    pairs = zip(found.column("Reader"), found.column(column), strict=True)
    known = [(name.replace("`", ""), value) for name, value in reversed(list(pairs)) if value is not None]
    names, values = zip(*known, strict=True)
    bars = axes.barh(names, values, color=[_OURS if "kgraph" in name else _INK for name in names], height=0.6)
    axes.bar_label(bars, list(map(figure, values)), padding=4)
    axes.spines.bottom.set_visible(False)
    axes.tick_params(left=False, bottom=False, labelbottom=False)
    axes.set_xlim(0, max(values) * 1.18)


def _nothing(axes: Axes, why: str) -> None:
    axes.set_title(why)
    axes.set_axis_off()


def _lines(axes: Axes, found: Findings | None, unit: str, title: str) -> None:
    """A line a format over the documents, beside one of linear growth."""
    if found is None:
        _nothing(axes, "Export was not measured")
        return
    axes.set_title(title)
    documents = found.column("Documents")
    series = [name for name in found.columns if name.endswith(unit)]
    for name, (colour, marker) in zip(series, _SERIES, strict=False):
        known = [(x, y) for x, y in zip(documents, found.column(name), strict=True) if y is not None]
        axes.plot(*zip(*known, strict=True), marker=marker, color=colour, label=name.removesuffix(unit), markersize=5)
    if unit == _SECONDS:
        largest = found.column(series[0])[-1]
        line = [largest * each / documents[-1] for each in documents]
        axes.plot(documents, line, ":", color=_INK, label="in proportion")
    axes.set(xscale="log", yscale="log", xlabel="Documents")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(LogLocator(10, (1, 3)))
        axis.set_major_formatter(lambda value, _: f"{value:,.10g}")
        axis.set_minor_formatter(NullFormatter())
    axes.legend(frameon=False)
