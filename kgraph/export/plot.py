"""The actors graph as a figure for papers: SVG, PDF or PNG through matplotlib.

It shows the busiest actors of the world view, so only what the writers
themselves affirm (:mod:`kgraph.graph.world`): one arrow for each ordered pair,
as wide as it has statements, in the colour of the class of most of its
political acts. The same graph gives the same bytes on one machine.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

import matplotlib as mpl
import networkx
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch

from kgraph.export.kinds import GROUPS, QUADS, group_of, words
from kgraph.export.labels import place_labels
from kgraph.export.wording import one_line
from kgraph.graph.terms import clean
from kgraph.graph.world import dyads, facts
from kgraph.model.entity import Entity
from kgraph.model.graph import KnowledgeGraph

FORMATS = ("svg", "pdf", "png")
WIDTH = 7.0
"""Inches: two columns of most journals; one column is about 3.4."""
TOP = 40

_RATIO = 0.75
_MARGIN = 0.14  # of the figure, for the labels at its sides
_DPI = 300
_FONT_SIZE = 7.0
# The colours of the report's light scheme: blue for cooperation, red for conflict, the darker for deeds.
_QUAD_COLOURS = dict(zip(QUADS, ("#4a93d6", "#124f8f", "#d07a1f", "#b3261e"), strict=True))
_NO_QUAD = "#8a857c"
_GROUP_COLOURS = {
    "state": "#2f3e52",
    "organization": "#0c766c",
    "person": "#7a4cc2",
    "place": "#8a6a12",
    "thing": "#6f6a62",
}
_GROUP_LABELS = {"organization": "organisation", "person": "person or group"}
_LEGEND: Any = {"frameon": False, "handlelength": 1.4, "columnspacing": 1.2, "labelspacing": 0.35, "borderpad": 0.3}
_LEGEND_COLUMN = 1.35  # inches
_LEGEND_LINE = 0.17
_LOOSE = 0.1  # of a tie between two actors with one statement
_STYLE: Any = {
    "text.parse_math": False,
    "svg.hashsalt": "kgraph",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
    "font.family": "DejaVu Sans",
    "font.size": _FONT_SIZE,
}
# matplotlib would write the time and its own version.
_METADATA: dict[str, dict[str, None]] = {
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
    "png": {"Software": None},
}


@dataclass(frozen=True, slots=True)
class _Arrow:
    source: str
    target: str
    weight: int
    quad: str | None


def plot(graph: KnowledgeGraph, file: BinaryIO, form: str, top: int = TOP, width: float = WIDTH) -> None:
    """Draws the busiest actors.

    Args:
        graph: The graph.
        file: Where to write.
        form: One of :data:`FORMATS`.
        top: The most actors; those of them without a relation to another are left out.
        width: In inches; the letters keep their size, so that a figure fits its column unscaled.
    """
    with mpl.rc_context(_STYLE):
        drawing(graph, top, width).savefig(file, format=form, metadata=_METADATA[form])


def drawing(graph: KnowledgeGraph, top: int = TOP, width: float = WIDTH) -> Figure:
    """The figure itself, for who wants to add to it; the arguments are those of :func:`plot`."""
    nodes, arrows = _busiest(graph, top)
    entries = _entries(nodes, arrows)
    columns = max(1, int(width / _LEGEND_COLUMN))
    legend = _LEGEND_LINE * -(-len(entries) // columns)
    figure = Figure(figsize=(width, width * _RATIO + legend), dpi=_DPI)
    share = legend / figure.get_figheight()
    axes = figure.add_axes((0.0, share, 1.0, 1.0 - share))
    axes.set_axis_off()
    if arrows:
        _draw(axes, nodes, arrows)
        figure.legend(handles=entries, loc="lower center", ncols=columns, **_LEGEND)
    else:
        axes.text(0.5, 0.5, "no relation between actors", ha="center", va="center", transform=axes.transAxes)
    return figure


def _busiest(graph: KnowledgeGraph, top: int) -> tuple[dict[str, Entity], list[_Arrow]]:
    """The actors with most statements, by IRI, and the arrows among them."""
    entities = {entity.iri: entity for entity in graph.entities}
    quads = {each.statement.id: each.statement.event.quad_class for each in graph.evidence if each.statement.event}
    pairs: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for fact in (*facts(graph), *dyads(graph)):
        if fact.subject != fact.object and fact.subject in entities and fact.object in entities:
            pairs[fact.subject, fact.object].update(fact.statements)
    sums: Counter[str] = Counter()
    for pair, statements in pairs.items():
        for end in pair:
            sums[end] += len(statements)
    chosen = {iri for iri, _ in sorted(sums.items(), key=lambda item: (-item[1], item[0]))[:top]}
    arrows = [
        _Arrow(*pair, len(statements), _main(filter(None, map(quads.get, statements))))
        for pair, statements in sorted(pairs.items())
        if chosen.issuperset(pair)
    ]
    shown = sorted({end for arrow in arrows for end in (arrow.source, arrow.target)})
    return {iri: entities[iri] for iri in shown}, arrows


def _main(found: Iterable[str]) -> str | None:
    """The most frequent quad class, of equally frequent ones the first."""
    counts = Counter(found)
    return min(counts, key=lambda quad: (-counts[quad], quad), default=None)


def _draw(axes: Axes, nodes: Mapping[str, Entity], arrows: Sequence[_Arrow]) -> None:
    places = _layout(nodes, arrows)
    sums: Counter[str] = Counter()
    for arrow in arrows:
        sums[arrow.source] += arrow.weight
        sums[arrow.target] += arrow.weight
    most, heaviest = max(sums.values()), max(arrow.weight for arrow in arrows)
    largest = min(9.0, 1.6 * axes.bbox.width / _DPI)  # points
    radii = {iri: 2.0 + (largest - 2.0) * (sums[iri] / most) ** 0.5 for iri in nodes}
    axes.set_xlim(-_MARGIN, 1 + _MARGIN)
    axes.set_ylim(-_MARGIN / 2, 1 + _MARGIN / 2)
    for arrow in sorted(arrows, key=lambda each: each.weight):
        axes.add_patch(
            FancyArrowPatch(
                places[arrow.source],
                places[arrow.target],
                connectionstyle="arc3,rad=0.12",
                arrowstyle="-|>,head_length=2.4,head_width=1.2",
                mutation_scale=1,
                shrinkA=radii[arrow.source],
                shrinkB=radii[arrow.target] + 0.5,
                linewidth=0.5 + 2.2 * (arrow.weight / heaviest) ** 0.5,
                color=_QUAD_COLOURS.get(arrow.quad or "", _NO_QUAD),
                alpha=0.8,
                zorder=1,
            )
        )
    for iri, entity in nodes.items():
        (x, y), colour = places[iri], _GROUP_COLOURS[group_of(entity.type)]
        axes.plot([x], [y], "o", markersize=2 * radii[iri], color=colour, markeredgecolor="white", zorder=2)
    place_labels(
        axes,
        [(clean(one_line(nodes[iri].label)), places[iri], radii[iri]) for iri in sorted(nodes, key=lambda i: -sums[i])],
    )


def _layout(nodes: Mapping[str, Entity], arrows: Sequence[_Arrow]) -> dict[str, tuple[float, float]]:
    """Places between 0 and 1; ranks along each axis are drawn apart by half, so that no crowd leaves corners empty."""
    ties = networkx.Graph()
    ties.add_nodes_from(nodes)
    for arrow in arrows:
        known = ties.get_edge_data(arrow.source, arrow.target, {"weight": 0.0})["weight"]
        ties.add_edge(arrow.source, arrow.target, weight=known + arrow.weight**0.5)
    parts = sorted(map(sorted, networkx.connected_components(ties)), key=lambda part: (-len(part), part))
    middle, *others = [max(part, key=ties.degree) for part in parts]
    # Parts without a tie to each other would flee, and leave no room for distances inside of them.
    ties.add_edges_from(((middle, other) for other in others), weight=_LOOSE)
    found = networkx.spring_layout(ties, k=2.2 / len(nodes) ** 0.5, iterations=300, seed=0)
    points = np.array([found[iri] for iri in nodes])
    ranks = points.argsort(axis=0, kind="stable").argsort(axis=0) / max(1, len(nodes) - 1)
    spans = points.max(axis=0) - points.min(axis=0)
    mixed = (ranks + (points - points.min(axis=0)) / np.where(spans > 0, spans, 1)) / 2
    return {iri: (round(float(x), 4), round(float(y), 4)) for iri, (x, y) in zip(nodes, mixed, strict=True)}


def _entries(nodes: Mapping[str, Entity], arrows: Sequence[_Arrow]) -> list[Line2D]:
    """The entries of the legend: the colours in use of lines, then of marks."""
    quads = {arrow.quad for arrow in arrows}
    groups = {group_of(entity.type) for entity in nodes.values()}
    lines = [(words(quad), _QUAD_COLOURS[quad]) for quad in QUADS if quad in quads]
    lines += [("no political act", _NO_QUAD)] if None in quads else []
    marks = [(group, _GROUP_COLOURS[group]) for group in GROUPS if group in groups]
    return [
        *(Line2D([], [], color=colour, linewidth=2, label=label) for label, colour in lines),
        *(
            Line2D([], [], color=colour, marker="o", linestyle="", markersize=4, label=_GROUP_LABELS.get(group, group))
            for group, colour in marks
        ),
    ]
