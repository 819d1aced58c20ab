"""How large and in which colour nodes and edges are drawn, the same in every format and figure.

All colours stand out from white by a contrast of at least 3 to 1, as WCAG 2.1
asks of graphics (criterion 1.4.11), and can be told apart by the colour-blind,
by their lightness where not by their hue. Nodes take theirs from their class,
acts from their quad class: blue for cooperation and red for conflict, dark for
what is done and light for words.
"""

from __future__ import annotations

import math
from types import MappingProxyType

from kgraph.graph.property import Edge, Node

NEUTRAL = "#767676"
"""For whatever has no class of its own: things, places, mentions that are not resolved."""

_STATE = "#3B28CC"  # indigo
_GOVERNMENT = "#1B5E63"  # petrol
_BODY = "#3E9C35"  # green
_BUSINESS = "#7A5A10"  # ochre
_PERSON = "#C94FB8"  # orchid
_ARMED = "#4A1420"  # oxblood

NODE_COLOURS = MappingProxyType(
    {
        "State": _STATE,
        "Agency": _GOVERNMENT,
        "Court": _GOVERNMENT,
        "Government": _GOVERNMENT,
        "Legislature": _GOVERNMENT,
        "MilitaryUnit": _GOVERNMENT,
        "Ministry": _GOVERNMENT,
        "IntergovernmentalOrganization": _BODY,
        "Organization": _BODY,
        "PoliticalParty": _BODY,
        "Company": _BUSINESS,
        "NewsOutlet": _BUSINESS,
        "Group": _PERSON,
        "Person": _PERSON,
        "ArmedGroup": _ARMED,
    }
)
"""The colour of a node by the local name of its class."""

ACT_COLOURS = MappingProxyType(
    {
        "VerbalCooperation": "#4393C3",
        "MaterialCooperation": "#08519C",
        "VerbalConflict": "#E0603F",
        "MaterialConflict": "#8C1D18",
    }
)
"""The colour of an edge, a statement or a claim by its quad class."""

_SMALLEST, _LARGEST = 4.0, 60.0


def colour(record: Node | Edge) -> str:
    """The colour of a node or an edge, as ``#RRGGBB``."""
    act = ACT_COLOURS.get(getattr(record, "quad_class", ""))
    return act or NODE_COLOURS.get(getattr(record, "type", ""), NEUTRAL)


def size(node: Node) -> float:
    """The diameter of a node: its area grows with its evidence."""
    return round(min(_SMALLEST * math.sqrt(max(node.evidence, 1.0)), _LARGEST), 2)
