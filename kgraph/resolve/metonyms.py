"""Places that stand for those who govern from them: "Moscow" for Russia, "the Kremlin" for its government.

The rule of such a link names the inference ("capital for its state", "seat
for its government"). Where the words stand as a place ("in Moscow", "at the
White House"), the place itself is meant.
"""

from __future__ import annotations

from kgraph.resolve.gazetteer import Naming, Sense

_METONYMS = frozenset({Naming.CAPITAL, Naming.SEAT})


def is_metonym(sense: Sense) -> bool:
    """Whether a name means its entity by a place only."""
    return sense.naming in _METONYMS
