"""Whom a name before a noun, or behind its preposition, makes the owner: "Russian", "Cairo's", "of Brazil"."""

from __future__ import annotations

from kgraph.model.vocabulary import EntityEntry
from kgraph.resolve.candidates import Use, candidates
from kgraph.resolve.evidence import decide
from kgraph.resolve.gazetteer import THINGS, Gazetteer
from kgraph.resolve.page import Anchor, Page


def owner_at(page: Page, anchor: Anchor, names: Gazetteer) -> EntityEntry | None:
    """The one entity that an owner's name means, a capital its state; ``None`` where it may be several."""
    hint = page.hints.get(anchor.span.end, "GPE")
    name = anchor.span.of(page.document.text)
    decision = decide(candidates(page, names, Use(name, hint if hint != "PERSON" else "")))
    chosen = decision.chosen.entry if decision.chosen is not None else None
    return chosen if chosen is not None and chosen.type not in THINGS else None


def owner_inside(name: str, names: Gazetteer) -> EntityEntry | None:
    """The state or place that a name of several words names itself: "Serbian Workers' Union", "Bank of England"."""
    words = name.split()
    if len(words) < 2:
        return None
    for first in range(len(words)):
        for length in (3, 2, 1):
            senses = names.called(" ".join(words[first : first + length])) if words[first][0].isupper() else ()
            if len(senses) == 1 and senses[0].entry.country is not None:
                return senses[0].entry
    return None
