"""Factuality: whether the holder of a clause says it is so, how surely, and whether it is still to come.

The clause's own words come first (:mod:`kgraph.extract.mood`), then every
word that embeds it, up to the first one that reports somebody's speech or
thought: there another holder begins (FactBank, Saurí and Pustejovsky 2009;
Nairn, Condoravdi and Karttunen 2006).
"""

from __future__ import annotations

from kgraph.extract.mood import (
    combine,
    is_infinitive,
    is_negated,
    is_negative,
    is_perfect,
    own_factuality,
    without_polarity,
)
from kgraph.model.lexicon import Cue, Effect, Embedder, Lexicon
from kgraph.model.parsed import Sentence, Token
from kgraph.model.statement import Factuality

# Opinion, intention and probability predicates pass their negation down (Horn 1978).
_NEG_RAISING = frozenset({Effect.PROBABLE, Effect.EXPECTED, Effect.DESIRED, Effect.HOPED, Effect.PLANNED})


def factuality(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Factuality:
    """The factuality of the clause that a verb heads, for its own holder."""
    found = own_factuality(sentence, verb, lexicon)
    effect, outer = _embedding(sentence, verb, lexicon)
    if effect is not None:
        found = combine(found, effect.factuality)
    if outer is not None:
        found = combine(found, without_polarity(factuality(sentence, outer, lexicon)))
    return found


def _embedding(sentence: Sentence, verb: Token, lexicon: Lexicon) -> tuple[Effect | None, Token | None]:
    """What the word above a clause says of it, and the clause to ask next unless a holder begins there."""
    if verb.dep == "conj" and sentence.head(verb).pos in {"VERB", "AUX"}:
        return _embedding(sentence, sentence.head(verb), lexicon)
    if not _is_embedded(sentence, verb):
        return None, None
    if verb.dep == "advcl":
        return _adverbial(sentence, verb, lexicon), None
    adjunct = _adjunct_gerund(sentence, verb, lexicon) if verb.dep == "pcomp" else None
    return adjunct or _governed(sentence, verb, lexicon)


def _governed(sentence: Sentence, verb: Token, lexicon: Lexicon) -> tuple[Effect | None, Token | None]:
    """The same for a clause that completes a verb, adjective or noun."""
    infinitive = verb.dep in {"xcomp", "pcomp"} or is_infinitive(sentence, verb)
    governor = sentence.head(sentence.head(verb)) if verb.dep == "pcomp" else sentence.head(verb)
    negated = _governor_negated(sentence, governor, lexicon)
    degree = _degree(sentence, governor, lexicon) if infinitive else None
    entry = degree or _entry(sentence, governor, lexicon, infinitive)
    if isinstance(entry, Cue):
        # A perfect infinitive tells of the past as a finite clause does: "is said to have fled".
        untimed = infinitive and not is_perfect(sentence, verb)
        return _reported(sentence, verb, entry.infinitive if untimed else entry.finite, negated, lexicon), None
    above = clause_above(governor, sentence)
    if isinstance(entry, Embedder):
        return (entry.negated if negated else entry.affirmed), above
    if negated:
        return Effect.UNKNOWN, above
    return (Effect.FUTURE if _is_open_infinitive(sentence, verb, governor, lexicon) else None), above


def _is_embedded(sentence: Sentence, verb: Token) -> bool:
    """Whether a word above a clause has a say in its factuality; absolutes and relative clauses stand on their own."""
    if verb.dep == "pcomp":
        return sentence.child(verb, "nsubj", "nsubjpass") is None
    if verb.dep in {"acl", "relcl"}:
        return _completes_noun(sentence, verb)
    return verb.dep in {"xcomp", "ccomp", "advcl"}


def _completes_noun(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause after a noun says what the noun holds ("the claim that ...", "a plan to ...")."""
    return is_infinitive(sentence, verb) or any(
        token.lower == "that" and token.dep == "mark" for token in sentence.children(verb)
    )


def _adverbial(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Effect | None:
    """What an adverbial clause is by its form: a purpose, a result after a comma, what was not done ("rather than")."""
    if any(child.lower in lexicon.closed.instead for child in sentence.children(verb, "advmod", "mark", "prep")):
        return Effect.DENIED
    if not is_infinitive(sentence, verb):
        return None
    first = sentence.subtree(verb)[0]
    result = first.i > sentence.head(verb).i and sentence.tokens[first.i - 1].text == ","
    only = first.lower == "only"
    return None if result or only else Effect.PLANNED


def _adjunct_gerund(sentence: Sentence, verb: Token, lexicon: Lexicon) -> tuple[Effect | None, Token | None] | None:
    """The same for a gerund that is an adjunct: "without firing", "instead of leaving", "after meeting"."""
    preposition = sentence.head(verb)
    governor = sentence.head(preposition)
    above = clause_above(governor, sentence)
    before = sentence.tokens[preposition.i - 1].lower if preposition.i else ""
    if preposition.lower in lexicon.negators or before in lexicon.closed.instead:
        return Effect.DENIED, above
    if preposition.lower == "before":
        return (Effect.FUTURE if above is not None and factuality(sentence, above, lexicon).future else None), None
    if preposition.lower in lexicon.closed.presupposing_prepositions and governor.pos in {"VERB", "AUX"}:
        return None, (above if preposition.lower == "by" else None)
    return None


def _reported(sentence: Sentence, verb: Token, effect: Effect, negated: bool, lexicon: Lexicon) -> Effect | None:
    """What a cue says of what it reports; "why" and "how" take for granted what they ask about."""
    if effect is Effect.QUESTIONED and any(
        c.lower in lexicon.closed.presupposed_questions for c in sentence.children(verb, "advmod")
    ):
        return None
    return under_negation(effect) if negated else effect


def _degree(sentence: Sentence, governor: Token, lexicon: Lexicon) -> Embedder | None:
    """The adverb that decides on an infinitive: "too weak to fight", "has yet to sign"."""
    for child in sentence.children(governor, "advmod"):
        yet = child.lower == "yet" and governor.lemma in {"be", "have", "remain"}
        if yet or (child.lower == "too" and child.i < governor.i and governor.pos in {"ADJ", "ADV"}):
            return lexicon.embedders.get(child.lower)
    return None


def _is_open_infinitive(sentence: Sentence, verb: Token, governor: Token, lexicon: Lexicon) -> bool:
    """Whether an infinitive says what a noun is for: "a law to curb imports", not "the first country to sign"."""
    if verb.dep not in {"acl", "relcl"} or governor.pos not in {"NOUN", "PROPN"} or not is_infinitive(sentence, verb):
        return False
    ranks = (t for t in sentence.children(governor) if t.lower in lexicon.closed.ranks or t.tag in {"JJS", "RBS"})
    return next(ranks, None) is None


def _entry(sentence: Sentence, governor: Token, lexicon: Lexicon, infinitive: bool) -> Cue | Embedder | None:
    lemma = governor.lemma.lower()
    if governor.pos in {"NOUN", "PROPN"}:
        return lexicon.cue_nouns.get(lemma) or (lexicon.embedders.get(lemma) if infinitive else None)
    if governor.pos == "ADJ" or governor.dep == "acomp":
        cue = lexicon.cue_adjectives.get(governor.lower)
        return cue or lexicon.embedders.get(governor.lower)
    adjective = sentence.child(governor, "acomp")
    if lemma == "be" and adjective is not None:
        return lexicon.cue_adjectives.get(adjective.lower) or lexicon.embedders.get(adjective.lower)
    if infinitive and governor.tag == "VBG" and governor.lower in lexicon.embedders:  # "is going to send"
        return lexicon.embedders[governor.lower]
    particle = sentence.child(governor, "prt")
    phrasal = f"{lemma} {particle.lower}" if particle is not None else lemma
    if infinitive and (phrasal in lexicon.embedders or lemma in lexicon.embedders):
        return lexicon.embedders.get(phrasal) or lexicon.embedders[lemma]
    return lexicon.cues.get(phrasal) or lexicon.cues.get(lemma) or lexicon.embedders.get(lemma)


def under_negation(effect: Effect) -> Effect:
    """What a negated cue says of its complement: neg-raisers deny it, "did not say" leaves it open."""
    if effect in _NEG_RAISING:
        return Effect.DOUBTED
    return Effect.UNKNOWN if effect is not Effect.DENIED else Effect.ASSERTED


def _governor_negated(sentence: Sentence, governor: Token, lexicon: Lexicon) -> bool:
    if governor.pos in {"VERB", "AUX"} and governor.dep != "acomp":
        return is_negated(sentence, governor, lexicon)
    if is_negative(sentence, governor, lexicon):
        return True
    clause = clause_above(governor, sentence)
    if clause is not None and governor.dep == "dobj":
        above = lexicon.events.verbs.get(clause.lemma.lower())
        if above is not None and above.affirmed is Effect.DENIED:  # "lacks the ability to stop"
            return not is_negated(sentence, clause, lexicon)
    return clause is not None and any(child.dep == "neg" for child in sentence.children(clause))


def clause_above(governor: Token, sentence: Sentence) -> Token | None:
    """The verb whose clause a governing word stands in; itself where it is a verb."""
    if governor.pos in {"VERB", "AUX"} and governor.dep not in {"acomp", "amod"}:
        return governor
    return next((t for t in sentence.ancestors(governor) if t.pos in {"VERB", "AUX"}), None)
