from __future__ import annotations

import itertools

import pytest

from kgraph.export.appearance import ACT_COLOURS, NEUTRAL, NODE_COLOURS, colour, size
from kgraph.graph.property import Edge, Node

# sRGB as the colour-blind see it (Machado, Oliveira and Fernandes 2009, severity 1).
_SIGHT = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
_EVERY = sorted({*NODE_COLOURS.values(), *ACT_COLOURS.values(), NEUTRAL})


def linear(code: str) -> list[float]:
    parts = [int(code[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast_with_white(code: str) -> float:
    red, green, blue = linear(code)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


@pytest.mark.parametrize("code", _EVERY)
def test_colours_stand_out_from_white(code: str) -> None:
    assert contrast_with_white(code) >= 3


@pytest.mark.parametrize("sight", sorted(_SIGHT))
@pytest.mark.parametrize("palette", [{*NODE_COLOURS.values(), NEUTRAL}, {*ACT_COLOURS.values(), NEUTRAL}])
def test_the_colour_blind_can_tell_them_apart(sight: str, palette: set[str]) -> None:
    def seen(code: str) -> list[float]:
        light = linear(code)
        mixed = (sum(m * part for m, part in zip(row, light, strict=True)) for row in _SIGHT[sight])
        return [max(part, 0.0) ** (1 / 2.2) for part in mixed]

    for one, other in itertools.combinations(sorted(palette), 2):
        distance = sum((a - b) ** 2 for a, b in zip(seen(one), seen(other), strict=True)) ** 0.5
        assert distance > 0.1, (one, other)


def test_acts_are_coloured_by_quad_class_and_nodes_by_class() -> None:
    edge = Edge(id="e", source="a", target="b", label="x", quad_class="VerbalConflict")
    assert colour(edge) == ACT_COLOURS["VerbalConflict"]
    assert colour(Edge(id="e", source="a", target="b", label="x")) == NEUTRAL
    assert colour(Node(id="a", iri="urn:a", label="a")) == NEUTRAL


def test_size_grows_with_evidence_within_bounds() -> None:
    sizes = [size(Node(id="a", iri="urn:a", label="a", evidence=float(count))) for count in (0, 1, 4, 100, 10**6)]
    assert sizes == [4.0, 4.0, 8.0, 40.0, 60.0]
