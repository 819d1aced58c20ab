"""The figure for papers: the same bytes each time, labels apart, what is drawn and what is not."""

from __future__ import annotations

import io
import itertools
import re

import pytest
from matplotlib.figure import Figure

from kgraph.export import plot as plotting
from kgraph.export.labels import place_labels
from kgraph.model.graph import KnowledgeGraph
from tests.browser.graphs import HOSTILE, hostile, large, pair


def drawn(graph: KnowledgeGraph, form: str = "svg", **options: float) -> bytes:
    file = io.BytesIO()
    plotting.plot(graph, file, form, **options)  # type: ignore[arg-type]
    return file.getvalue()


def words(graph: KnowledgeGraph, top: int = plotting.TOP) -> list[str]:
    """The labels of the actors."""
    return [text.get_text() for text in plotting.drawing(graph, top).axes[0].texts]


def legend(graph: KnowledgeGraph) -> list[str]:
    return [text.get_text() for text in plotting.drawing(graph).legends[0].get_texts()]


@pytest.mark.parametrize("form", plotting.FORMATS)
def test_the_same_graph_gives_the_same_bytes(form: str) -> None:
    graph = large(30, 60)
    assert drawn(graph, form) == drawn(graph, form)


@pytest.mark.parametrize(("form", "start"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", b"\x89PNG")])
def test_the_file_is_of_its_format_and_tells_no_time(form: str, start: bytes) -> None:
    made = drawn(pair(), form)
    assert made.startswith(start)
    assert b"Date" not in made


def test_actors_and_the_classes_in_use_are_named() -> None:
    assert sorted(words(pair())) == ["Poland", "Russia"]
    # Of two classes of one statement each the first in the alphabet gives the colour; a plan of others gives none.
    assert legend(pair()) == ["material cooperation", "state"]


def test_only_the_busiest_actors_are_drawn() -> None:
    found = words(large(300, 900), top=12)
    assert "Actor 0" in found
    assert len(found) <= 12


def test_names_are_no_markup() -> None:
    assert any(HOSTILE[:10] in word for word in words(hostile()))
    assert "<script" not in drawn(hostile()).decode()


def test_a_graph_without_relations_says_so() -> None:
    assert words(KnowledgeGraph()) == ["no relation between actors"]
    assert drawn(KnowledgeGraph())


def test_the_width_is_that_of_the_figure() -> None:
    assert re.search(rb'width="244\.8pt"', drawn(pair(), width=3.4))


def test_no_label_covers_another() -> None:
    figure = Figure(figsize=(3.4, 3), dpi=100)
    axes = figure.add_axes((0, 0, 1, 1))
    points = [(f"Ministry number {i}", (0.3 + 0.4 * (i % 5) / 5, 0.3 + 0.4 * (i // 5) / 5), 3.0) for i in range(25)]
    place_labels(axes, points)
    boxes = [text.get_window_extent() for text in axes.texts]
    assert 1 < len(boxes) < 25  # there is no room for all
    assert not any(one.overlaps(other) for one, other in itertools.combinations(boxes, 2))
    assert axes.texts[0].get_text() == "Ministry number 0"
