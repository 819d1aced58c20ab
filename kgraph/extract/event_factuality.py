"""Factuality of nominal events: whether what a noun names takes place.

The noun's own determiner and adjectives come first ("no", "planned",
"alleged"), then what governs it: a light verb lends it its whole mood ("will
hold talks"), "cancel" denies it, "criticize" takes it for granted, "threat of"
leaves it open.
"""

from __future__ import annotations

from kgraph.extract.factuality import clause_above, factuality, under_negation
from kgraph.extract.governors import host
from kgraph.extract.mood import combine, is_infinitive, is_negated, is_negative, without_polarity
from kgraph.model.lexicon import Effect, Embedder, EventGovernor, Lexicon
from kgraph.model.parsed import Sentence, Token
from kgraph.model.statement import Factuality

_MODIFIERS = ("amod", "compound", "nmod", "poss", "det", "advmod")


def event_factuality(sentence: Sentence, noun: Token, lexicon: Lexicon) -> Factuality:
    """The factuality of the event that a noun names, for the holder of its clause."""
    found = _own(sentence, noun, lexicon)
    for clause in sentence.children(noun, "acl", "relcl"):
        found = combine(found, _from_relative(sentence, clause, lexicon))
    return combine(found, _from_above(sentence, host(sentence, noun), lexicon, negative=found.negated))


def _own(sentence: Sentence, noun: Token, lexicon: Lexicon) -> Factuality:
    """What determiner and adjectives say: "no attack", "the planned visit", "next week's summit"."""
    found = Factuality(negated=is_negative(sentence, noun, lexicon))
    for child in sentence.children(noun, *_MODIFIERS):
        words = [child, *sentence.children(child, "amod", "advmod", "conj")]
        for word in words:
            effect = lexicon.hedges.get(word.lower)
            if effect is not None:
                found = combine(found, effect.factuality)
    return found


def _from_relative(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Factuality:
    """What a clause behind the noun says of it: "the talks scheduled for May", "sanctions that will be imposed"."""
    entry = _entry(sentence, verb, "", lexicon)
    relates = verb.tag == "VBN" or sentence.child(verb, "nsubj", "nsubjpass", "auxpass") is not None
    if entry is None or entry.factive or is_infinitive(sentence, verb) or not relates:
        return Factuality()
    if verb.tag == "VBG" and "occurrence" not in entry.subject:
        return Factuality()
    return _under(sentence, verb, entry, lexicon, negative=False)


def _from_above(sentence: Sentence, noun: Token, lexicon: Lexicon, negative: bool) -> Factuality:
    """What the word that governs a noun says of the event."""
    governor = sentence.head(noun)
    if noun.dep == "pobj":
        return _from_preposition(sentence, governor, lexicon, negative)
    if governor.pos not in {"VERB", "AUX"}:
        return Factuality()
    if noun.dep in {"nsubj", "nsubjpass"}:
        return _from_predicate(sentence, noun, governor, lexicon, negative)
    if noun.dep in {"dobj", "dative", "oprd"}:
        return _from_verb(sentence, governor, "", lexicon, negative)
    if noun.dep == "attr" and sentence.child(governor, "expl") is not None:
        return _whole(sentence, governor, lexicon, negative)
    return Factuality()


def _from_predicate(sentence: Sentence, noun: Token, verb: Token, lexicon: Lexicon, negative: bool) -> Factuality:
    """What is predicated of the event: "the visit was cancelled", "talks will begin", "an attack is likely"."""
    if noun.dep == "nsubjpass":
        return _from_verb(sentence, verb, "", lexicon, negative)
    entry = _entry(sentence, verb, "", lexicon)
    if entry is not None and entry.factive:
        return Factuality()
    whole = entry is not None and (" " in entry.lemma or sentence.child(verb, "dobj") is None)
    if entry is not None and whole and "occurrence" in entry.subject:
        return _whole(sentence, verb, lexicon, negative)
    if verb.lemma in lexicon.closed.linking_verbs:
        for adjective in sentence.children(verb, "acomp", "oprd", "attr"):
            known = lexicon.events.others.get(adjective.lower)
            if known is not None and sentence.child(adjective, "xcomp", "ccomp") is None:
                return _governed(sentence, verb, known, lexicon, negative)
    below = sentence.child(verb, "xcomp")
    if below is not None and sentence.child(below, "dobj") is None:
        entry = _entry(sentence, below, "", lexicon)
        if entry is not None and ("occurrence" in entry.subject or sentence.child(below, "auxpass") is not None):
            return _under(sentence, below, entry, lexicon, negative)
    return Factuality()


def _from_preposition(sentence: Sentence, preposition: Token, lexicon: Lexicon, negative: bool) -> Factuality:
    """What stands before the preposition: "call for talks", "the threat of an attack", "without an agreement"."""
    if preposition.lower in lexicon.negators:
        return Factuality(negated=True)
    governor = sentence.head(preposition)
    if governor.pos in {"NOUN", "PROPN"}:
        return _from_noun(sentence, governor, preposition, lexicon)
    if governor.pos in {"VERB", "AUX"} and governor.dep != "acomp":
        found = _from_verb(sentence, governor, preposition.lower, lexicon, negative)
        if found == Factuality() and preposition.lower in lexicon.closed.scene_prepositions:
            return Factuality(future=factuality(sentence, governor, lexicon).future and preposition.lower != "after")
        return found
    verb = sentence.head(governor)
    entry = lexicon.events.verbs.get(f"{verb.lemma} {governor.lower} {preposition.lower}")
    if governor.dep == "acomp" and entry is not None:
        return _under(sentence, verb, entry, lexicon, negative)
    known = lexicon.events.others.get(governor.lower) or lexicon.embedders.get(governor.lower)
    return known.affirmed.factuality if known is not None and preposition.lower in {"for", "of", "to"} else Factuality()


def _from_noun(sentence: Sentence, governor: Token, preposition: Token, lexicon: Lexicon) -> Factuality:
    if preposition.lower not in lexicon.closed.open_prepositions:
        return Factuality()
    lemma = governor.lemma.lower()
    known: Embedder | None = lexicon.events.others.get(lemma)
    if known is not None:
        return (known.negated if is_negative(sentence, governor, lexicon) else known.affirmed).factuality
    cue = lexicon.cue_nouns.get(lemma)
    return cue.infinitive.factuality if cue is not None and preposition.lower in {"for", "of"} else Factuality()


def _from_verb(sentence: Sentence, verb: Token, preposition: str, lexicon: Lexicon, negative: bool) -> Factuality:
    """What a verb says of an event that completes it; a verb that the lexicon does not know takes it for granted."""
    entry = _entry(sentence, verb, preposition, lexicon)
    if entry is not None:
        return Factuality() if entry.factive else _under(sentence, verb, entry, lexicon, negative)
    lemma = verb.lemma.lower()
    cue = lexicon.cues.get(f"{lemma} {preposition}" if preposition else lemma)
    if cue is None or cue.infinitive in {Effect.ASSERTED, Effect.QUESTIONED}:
        return Factuality()
    refused = not negative and is_negated(sentence, verb, lexicon)
    return (under_negation(cue.infinitive) if refused else cue.infinitive).factuality


def _entry(sentence: Sentence, verb: Token, preposition: str, lexicon: Lexicon) -> EventGovernor | None:
    """The lexicon's entry for a verb with its particle, or with the bare object that it is one with ("take place")."""
    lemma = verb.lemma.lower()
    for child in sentence.children(verb, "prt", "dobj"):
        if child.dep == "prt" or f"{lemma} {child.lower}" in lexicon.events.verbs:
            lemma = f"{lemma} {child.lower}"
    return lexicon.events.verbs.get(f"{lemma} {preposition}" if preposition else lemma)


def _under(
    sentence: Sentence, verb: Token, entry: EventGovernor | Embedder, lexicon: Lexicon, negative: bool
) -> Factuality:
    """The effect of a governing word with all that weakens the word itself."""
    outer = factuality(sentence, verb, lexicon)
    refused = outer.negated and not negative
    return combine((entry.negated if refused else entry.affirmed).factuality, without_polarity(outer))


def _whole(sentence: Sentence, verb: Token, lexicon: Lexicon, negative: bool) -> Factuality:
    """The factuality of a verb that says no more than that the event takes place."""
    outer = factuality(sentence, verb, lexicon)
    return without_polarity(outer) if negative else outer


def _governed(sentence: Sentence, verb: Token, known: Embedder, lexicon: Lexicon, negative: bool) -> Factuality:
    refused = is_negated(sentence, verb, lexicon) and not negative
    outer = clause_above(verb, sentence)
    weak = without_polarity(factuality(sentence, outer, lexicon)) if outer is not None else Factuality()
    return combine((known.negated if refused else known.affirmed).factuality, weak)
