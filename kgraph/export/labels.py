"""Labels beside the points of a figure, so that none covers another where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.patheffects import withStroke
from matplotlib.transforms import Bbox

Labelled: TypeAlias = tuple[str, tuple[float, float], float]

_LONGEST = 28
_GAPS = (1.5, 4.0, 7.0)  # points from the edge of the mark, tried one after the other
_SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
_ALIGNED = {-1: ("right", "top"), 0: ("center", "center"), 1: ("left", "bottom")}


def place_labels(axes: Axes, points: Sequence[Labelled]) -> None:
    """Labels points, the first of them first; one that finds no free place beside its point is left out.

    Args:
        axes: Where the points are drawn; its limits must stand.
        points: Words, place in data units, radius of the mark in points.
    """
    figure = axes.get_figure(root=True)
    if figure is None:
        raise ValueError("the axes stand in no figure")
    renderer = RendererAgg(figure.bbox.width, figure.bbox.height, figure.dpi)  # type: ignore[no-untyped-call]
    inside = figure.bbox
    scale = figure.dpi / 72
    marks = [_around(axes.transData.transform(place), radius * scale) for _, place, radius in points]
    taken: list[Bbox] = []
    for number, (words, place, radius) in enumerate(points):
        others = marks[:number] + marks[number + 1 :]
        short = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
        for dx, dy, horizontal, vertical in _offsets(radius):
            text = axes.annotate(
                short,
                place,
                (dx, dy),
                textcoords="offset points",
                ha=horizontal,
                va=vertical,
                path_effects=[withStroke(linewidth=1.5, foreground="white")],
                zorder=3,
            )
            box = text.get_window_extent(renderer)
            whole = inside.x0 <= box.x0 and box.x1 <= inside.x1 and inside.y0 <= box.y0 and box.y1 <= inside.y1
            if whole and not any(box.overlaps(other) for other in (*taken, *others)):
                taken.append(box)
                break
            text.remove()


def _offsets(radius: float) -> Iterator[tuple[float, float, str, str]]:
    for gap in _GAPS:
        for x, y in _SIDES:
            reach = (radius + gap) * (0.75 if x and y else 1)
            yield x * reach, y * reach, _ALIGNED[x][0], _ALIGNED[y][1]


def _around(place: Iterable[float], radius: float) -> Bbox:
    x, y = place
    return Bbox.from_extents(x - radius, y - radius, x + radius, y + radius)
