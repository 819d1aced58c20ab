"""Places of statements: prepositional phrases that say where, apart from who takes part."""

from __future__ import annotations

from kgraph.extract.clauses import ClauseArgument
from kgraph.model.lexicon import Lexicon

_NAMES = frozenset({"GPE", "LOC", "FAC"})
_GROUNDS = frozenset({"LOC", "FAC"})


def is_place(argument: ClauseArgument, lexicon: Lexicon) -> bool:
    """Whether an argument says where something happens: "in Washington", "at the border", "near Kharkiv".

    After "in" or "near" every name of a place does. After "on", "at" or "over"
    only names of ground, water and buildings do: a state there is concerned
    rather than the scene ("sanctions on Russia", "lashed out at France").
    Common nouns do if the lexicon has them as places.
    """
    head = argument.head
    ground = argument.marker in lexicon.ground_markers
    if not ground and argument.marker not in lexicon.place_markers:
        return False
    named = head.entity in (_GROUNDS if ground else _NAMES)
    return named or (head.pos == "NOUN" and head.lemma.lower() in lexicon.place_nouns)
