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
    """What is known.

    Attributes:
        names: Names of entities.
        offices: Offices with their holders.
        nouns: Nouns for bodies and people.
        handling: Verbs whose event noun has right before it what is handled: "deliver", as "tank deliveries" shows.
    """

    names: Gazetteer
    offices: Offices
    nouns: Nouns
    handling: frozenset[str]


def knowledge(vocabulary: Vocabulary, lexicon: Lexicon) -> Knowledge:
    """Indexes an ontology and a lexicon for resolution."""
    handling = frozenset(noun.verb for noun in lexicon.events.nouns.values() if noun.compound == "object")
    return Knowledge(gazetteer(vocabulary), offices(vocabulary), nouns(vocabulary, lexicon), handling)
