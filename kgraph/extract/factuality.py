"""Factuality: whether the holder of a clause says it is so, how surely, and whether it is still to come.

The clause's own words come first (negation, modals, hedges, conditional
subordinators), then every word that embeds it, up to the first one that
reports somebody's speech or thought: there another holder begins
(FactBank, Saurí and Pustejovsky 2009; Nairn, Condoravdi and Karttunen 2006).
"""

from __future__ import annotations

from kgraph.model.lexicon import Cue, Effect, Embedder, Lexicon
from kgraph.model.parsed import Sentence, Token
from kgraph.model.statement import Certainty, Factuality, Modality

_WEAKNESS = [Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN]
# Opinion, intention and probability predicates pass their negation down (Horn 1978).
_NEG_RAISING = frozenset({Effect.PROBABLE, Effect.EXPECTED, Effect.DESIRED, Effect.PLANNED})


def factuality(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Factuality:
    """The factuality of the clause that a verb heads, for its own holder."""
    found = own_factuality(sentence, verb, lexicon)
    effect, outer = _embedding(sentence, verb, lexicon)
    if effect is not None:
        found = combine(found, effect.factuality)
    if outer is not None:
        found = combine(found, _without_polarity(factuality(sentence, outer, lexicon)))
    return found


def combine(inner: Factuality, outer: Factuality) -> Factuality:
    """What is left of a clause under an embedding word: the weaker certainty, polarity turned by a negative one."""
    return Factuality(
        negated=inner.negated != outer.negated,
        certainty=max(inner.certainty, outer.certainty, key=_WEAKNESS.index),
        future=inner.future or outer.future,
        modality=inner.modality if inner.modality is not Modality.ASSERTED else outer.modality,
    )


def _without_polarity(outer: Factuality) -> Factuality:
    return Factuality(False, outer.certainty, outer.future, outer.modality)


def own_factuality(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Factuality:
    """What the words inside a clause say of it."""
    found = Factuality(negated=is_negated(sentence, verb, lexicon))
    for effect in _own_effects(sentence, verb, lexicon):
        found = combine(found, effect.factuality)
    return found


def _own_effects(sentence: Sentence, verb: Token, lexicon: Lexicon) -> list[Effect]:
    effects = []
    for child in sentence.children(verb):
        if child.dep in {"aux", "auxpass"} and child.tag == "MD":
            effects.append(lexicon.modals.get(child.lower, Effect.POSSIBLE))
        elif child.dep in {"advmod", "acomp"} and child.lower in lexicon.hedges:
            effects.append(lexicon.hedges[child.lower])
        elif (child.dep == "mark" and child.lower in lexicon.conditionals) or (
            child.dep == "advcl" and _is_condition(sentence, child, lexicon)
        ):
            effects.append(Effect.CONDITIONAL)
    if verb.dep == "conj" and verb.tag == "VB" and not effects:
        effects += [e for e in _own_effects(sentence, sentence.head(verb), lexicon) if e is not Effect.CONDITIONAL]
    if verb.dep == "ROOT" and _is_infinitive(sentence, verb) and sentence.child(verb, "nsubj", "nsubjpass") is not None:
        effects.append(Effect.PLANNED)  # headlines: "Spain to send troops"
    if sentence.tokens[-1].text == "?" and verb.dep == "ROOT":
        effects.append(Effect.QUESTIONED)
    return effects


def _is_condition(sentence: Sentence, clause: Token, lexicon: Lexicon) -> bool:
    return any(child.lower in lexicon.conditionals for child in sentence.children(clause, "mark"))


def is_negated(sentence: Sentence, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a clause is negated by a particle, an adverb, or a negative subject or object."""
    for child in sentence.children(verb):
        adverb = child.dep in {"advmod", "preconj", "cc"} and child.lower in lexicon.negators
        argument = child.dep in {"nsubj", "nsubjpass", "dobj", "attr"} and _is_negative(sentence, child, lexicon)
        if child.dep == "neg" or adverb or argument:
            return True
    shares = verb.dep == "conj" and sentence.child(verb, "nsubj", "nsubjpass", "aux") is None
    if shares and sentence.head(verb).pos in {"VERB", "AUX"}:
        return any(
            child.lower in {"or", "nor"} for child in sentence.children(sentence.head(verb), "cc")
        ) and is_negated(sentence, sentence.head(verb), lexicon)
    return False


def _is_negative(sentence: Sentence, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun phrase is negative: "no country", "nobody", "none of them"."""
    if noun.lower in lexicon.negators:
        return True
    return any(child.lower in lexicon.negators for child in sentence.children(noun, "det", "neg", "preconj"))


def _embedding(sentence: Sentence, verb: Token, lexicon: Lexicon) -> tuple[Effect | None, Token | None]:
    """What the word above a clause says of it, and the clause to ask next unless a holder begins there."""
    if verb.dep == "conj" and sentence.head(verb).pos in {"VERB", "AUX"}:
        return _embedding(sentence, sentence.head(verb), lexicon)
    if not _is_embedded(sentence, verb):
        return None, None
    infinitive = verb.dep in {"xcomp", "pcomp"} or _is_infinitive(sentence, verb)
    if verb.dep == "advcl":
        return (Effect.PLANNED if infinitive else None), None
    governor = sentence.head(sentence.head(verb)) if verb.dep == "pcomp" else sentence.head(verb)
    negated = _governor_negated(sentence, governor, lexicon)
    entry = _entry(sentence, governor, lexicon, infinitive)
    if isinstance(entry, Cue):
        effect = entry.infinitive if infinitive else entry.finite
        return (_under_negation(effect) if negated else effect), None
    above = _clause_above(governor, sentence)
    if isinstance(entry, Embedder):
        return (entry.negated if negated else entry.affirmed), above
    return (Effect.UNKNOWN if negated else None), above


def _is_embedded(sentence: Sentence, verb: Token) -> bool:
    """Whether a word above a clause has a say in its factuality; absolutes and relative clauses stand on their own."""
    if verb.dep == "pcomp":
        return sentence.child(verb, "nsubj", "nsubjpass") is None
    if verb.dep in {"acl", "relcl"}:
        return _completes_noun(sentence, verb)
    return verb.dep in {"xcomp", "ccomp", "advcl"}


def _is_infinitive(sentence: Sentence, verb: Token) -> bool:
    return any(token.tag == "TO" for token in sentence.children(verb, "aux"))


def _completes_noun(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause after a noun says what the noun holds ("the claim that ...", "a plan to ...")."""
    return _is_infinitive(sentence, verb) or any(
        token.lower == "that" and token.dep == "mark" for token in sentence.children(verb)
    )


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
    particle = sentence.child(governor, "prt")
    phrasal = f"{lemma} {particle.lower}" if particle is not None else lemma
    if infinitive and lemma in lexicon.embedders:
        return lexicon.embedders[lemma]
    return lexicon.cues.get(phrasal) or lexicon.cues.get(lemma) or lexicon.embedders.get(lemma)


def _under_negation(effect: Effect) -> Effect:
    """What a negated cue says of its complement: neg-raisers deny it, "did not say" leaves it open."""
    if effect in _NEG_RAISING:
        return Effect.DOUBTED
    return Effect.UNKNOWN if effect is not Effect.DENIED else Effect.ASSERTED


def _governor_negated(sentence: Sentence, governor: Token, lexicon: Lexicon) -> bool:
    if governor.pos in {"VERB", "AUX"} and governor.dep != "acomp":
        return is_negated(sentence, governor, lexicon)
    if _is_negative(sentence, governor, lexicon):
        return True
    clause = _clause_above(governor, sentence)
    return clause is not None and any(child.dep == "neg" for child in sentence.children(clause))


def _clause_above(governor: Token, sentence: Sentence) -> Token | None:
    """The verb whose clause a governing word stands in; itself where it is a verb."""
    if governor.pos in {"VERB", "AUX"} and governor.dep not in {"acomp", "amod"}:
        return governor
    return next((t for t in sentence.ancestors(governor) if t.pos in {"VERB", "AUX"}), None)
