"""What stands above an event noun: the verb, noun or adjective that says whether the event takes place."""

from __future__ import annotations

from kgraph.extract.clauses import Clause
from kgraph.model.lexicon import EventGovernor, Lexicon
from kgraph.model.parsed import Sentence, Token


def host(sentence: Sentence, noun: Token) -> Token:
    """The first of coordinated nouns, whose relation to what stands above all of them share."""
    while noun.dep == "conj" and sentence.head(noun).pos in {"NOUN", "PROPN"}:
        noun = sentence.head(noun)
    return noun


def governing_verb(clause: Clause, noun: Token, lexicon: Lexicon) -> EventGovernor | None:
    """The lexicon's entry for a clause's predicate as one that takes an event noun as its complement.

    Args:
        clause: A clause of the noun's sentence.
        noun: An event noun.
        lexicon: The verbs that govern event nouns.

    Returns:
        The entry, or ``None`` where the noun is no complement of the clause or the verb is not known.
    """
    verbs = lexicon.events.verbs
    if noun in clause.objects:
        return verbs.get(clause.lemma) or verbs.get(clause.verb.lemma.lower())
    top = host(clause.sentence, noun)
    preposition = clause.sentence.head(top)
    if top.dep != "pobj" or preposition.dep not in {"prep", "agent"}:
        return None
    above = clause.sentence.head(preposition)
    if above.dep == "acomp" and above.head == clause.verb.i:
        return verbs.get(f"{clause.lemma} {above.lower} {preposition.lower}")
    return verbs.get(f"{clause.lemma} {preposition.lower}") if above == clause.verb else None


def is_definite(sentence: Sentence, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun phrase is about something known: "the attack", "his visit"."""
    return any(
        child.dep == "poss" or (child.dep == "det" and child.lower in lexicon.closed.definite_determiners)
        for child in sentence.children(noun)
    )
