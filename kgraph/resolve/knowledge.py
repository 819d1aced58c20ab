"""All that resolution knows of the world and of English, indexed once."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.model.lexicon import Lexicon
from kgraph.model.vocabulary import Vocabulary
from kgraph.resolve.gazetteer import Gazetteer, gazetteer
from kgraph.resolve.nouns import Nouns, nouns
from kgraph.resolve.offices import Offices, offices


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The indexes: names of entities, offices with their holders, nouns for bodies and people."""

    names: Gazetteer
    offices: Offices
    nouns: Nouns


def knowledge(vocabulary: Vocabulary, lexicon: Lexicon) -> Knowledge:
    """Indexes an ontology and a lexicon for resolution."""
    return Knowledge(gazetteer(vocabulary), offices(vocabulary), nouns(vocabulary, lexicon))
