"""The mood that a clause's own words give it: negation, modals, hedges, conditions, questions, commands.

Words above the clause come later, in :mod:`kgraph.extract.factuality`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.model.lexicon import Effect, Lexicon
from kgraph.model.parsed import Sentence, Token
from kgraph.model.statement import Certainty, Factuality, Modality

_WEAKNESS = [Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN]
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_QUOTES = frozenset({'"', "'", "“", "”", "‘", "’", "``", "''", "«", "„"})
_AFFIRMED, _NEGATED = Factuality(), Factuality(negated=True)


def combine(inner: Factuality, outer: Factuality) -> Factuality:
    """What is left of a clause under an embedding word: the weaker certainty, polarity turned by a negative one."""
    return Factuality(
        negated=inner.negated != outer.negated,
        certainty=max(inner.certainty, outer.certainty, key=_WEAKNESS.index),
        future=inner.future or outer.future,
        modality=inner.modality if inner.modality is not Modality.ASSERTED else outer.modality,
    )


def without_polarity(outer: Factuality) -> Factuality:
    """All but the negation, which does not reach what is embedded."""
    return Factuality(False, outer.certainty, outer.future, outer.modality)


def own_factuality(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Factuality:
    """What the words inside a clause say of it."""
    negated = is_negated(sentence, verb, lexicon)
    found = _NEGATED if negated else _AFFIRMED
    for effect in _effects(sentence, verb, lexicon, negated):
        found = combine(found, effect.factuality)
    return found


def _effects(sentence: Sentence, verb: Token, lexicon: Lexicon, negated: bool) -> Iterator[Effect]:
    modal = _modal_effect(sentence, verb, lexicon, negated)
    if modal is not None:
        yield modal
    yield from _hedges(sentence, verb, lexicon)
    for child in sentence.children(verb):
        if child.dep == "mark" and child.lower in lexicon.conditionals and not _is_concessive(sentence, child, lexicon):
            yield _as_condition(sentence, verb, lexicon)
        elif child.dep == "advcl" and modal is not Effect.COUNTERFACTUAL and _is_condition(sentence, child, lexicon):
            yield Effect.CONDITIONAL
    if verb.dep == "advcl" and _is_ahead(sentence, verb, lexicon):
        yield Effect.FUTURE
    if verb.dep == "ROOT" and is_infinitive(sentence, verb) and sentence.child(verb, *_SUBJECTS) is not None:
        yield Effect.PLANNED  # headlines: "Spain to send troops"
    if verb.dep == "ROOT" and sentence.tokens[-1].text == "?":
        yield Effect.QUESTIONED
    elif _is_imperative(sentence, verb):
        yield Effect.DEMANDED


def _modal_effect(sentence: Sentence, verb: Token, lexicon: Lexicon, negated: bool) -> Effect | None:
    """What a modal says, the clause's own or, where it has none, that of the clause with which it is coordinated."""
    auxiliaries = sentence.children(verb, "aux", "auxpass")
    modal = next((child for child in auxiliaries if child.tag == "MD"), None)
    if modal is None:
        if verb.dep == "conj" and _shares_auxiliary(sentence, verb):
            return _modal_effect(sentence, sentence.head(verb), lexicon, negated)
        return None
    entry = lexicon.modals.get(modal.lower)
    if entry is None:
        return Effect.POSSIBLE
    if is_perfect(sentence, verb):
        # What "would not have happened" may have happened: only the condition is denied.
        return Effect.CONDITIONAL if negated and entry.perfect is Effect.COUNTERFACTUAL else entry.perfect
    return entry.negated if negated else entry.affirmed


def _shares_auxiliary(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb lacks the auxiliary that its form needs: "should be cut and *closed*", "will go and *see*"."""
    same = verb.tag == sentence.head(verb).tag and verb.tag in {"VB", "VBN", "VBG"}
    return same and sentence.child(verb, "aux", "auxpass") is None


def _hedges(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Iterator[Effect]:
    for child in sentence.children(verb, "advmod", "acomp"):
        if child.lower in lexicon.hedges:
            yield lexicon.hedges[child.lower]
    if verb.dep == "conj" and sentence.child(verb, *_SUBJECTS) is None:
        head = sentence.head(verb)
        for child in sentence.children(head, "advmod"):
            if child.i < head.i and child.lower in lexicon.hedges:
                yield lexicon.hedges[child.lower]


def _as_condition(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Effect:
    """What "if" and "whether" make of their clause: a question where it completes a verb or noun, else a condition."""
    if verb.dep in {"ccomp", "pcomp", "acl", "csubj"}:
        return Effect.QUESTIONED
    pluperfect = any(child.lower in {"had", "'d", "’d"} for child in sentence.children(verb, "aux"))
    main = sentence.head(verb)
    if pluperfect and verb.dep == "advcl" and _modal_effect(sentence, main, lexicon, False) is Effect.COUNTERFACTUAL:
        return Effect.COUNTERFACTUAL
    return Effect.CONDITIONAL


def _is_condition(sentence: Sentence, clause: Token, lexicon: Lexicon) -> bool:
    return any(
        child.lower in lexicon.conditionals
        and child.lower != "whether"
        and not _is_concessive(sentence, child, lexicon)
        for child in sentence.children(clause, "mark")
    )


def _is_concessive(sentence: Sentence, subordinator: Token, lexicon: Lexicon) -> bool:
    return subordinator.i > 0 and sentence.tokens[subordinator.i - 1].lower in lexicon.closed.concessive


def _is_ahead(sentence: Sentence, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a temporal or conditional clause depends on what is to come: "will wear it when it *arrives*"."""
    introduced = {child.lower for child in sentence.children(verb, "mark", "advmod")}
    if not introduced & (lexicon.closed.temporal_conjunctions | lexicon.conditionals) or verb.tag in {"VBG", "VBN"}:
        return False
    return _modal_effect(sentence, sentence.head(verb), lexicon, False) is Effect.FUTURE


def _is_imperative(sentence: Sentence, verb: Token) -> bool:
    """Whether a bare verb without a subject begins its sentence or quotation: "Stop the war"."""
    if verb.tag != "VB" or verb.dep not in {"ROOT", "ccomp"} or sentence.child(verb, *_SUBJECTS) is not None:
        return False
    if any(child.lemma != "do" for child in sentence.children(verb, "aux", "auxpass")):
        return False
    before = sentence.tokens[: verb.i]
    opening = next((k + 1 for k in range(len(before) - 1, -1, -1) if before[k].text in _QUOTES), 0)
    return all(
        token.dep in {"aux", "neg", "intj", "advmod", "punct", "cc"} and token.head == verb.i
        for token in before[opening:]
    )


def is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(token.tag == "TO" for token in sentence.children(verb, "aux"))


def is_perfect(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb stands in the perfect: "have sent"."""
    return verb.tag in {"VBN", "VBD"} and any(child.lemma == "have" for child in sentence.children(verb, "aux"))


def is_negated(sentence: Sentence, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a clause is negated by a particle, an adverb, or a negative subject or object."""
    for child in sentence.children(verb):
        if _is_contrast(sentence, verb, child, lexicon):
            continue
        if child.dep == "neg":
            return True
        if child.dep in {"advmod", "preconj", "cc"}:
            comparative = child.lower in {"longer", "more"}  # "no longer", "no more"
            if child.lower in lexicon.negators or (comparative and is_negative(sentence, child, lexicon)):
                return True
        elif child.dep in {"nsubj", "nsubjpass", "dobj", "attr"} and is_negative(sentence, child, lexicon):
            return True
    shares = verb.dep == "conj" and sentence.child(verb, "nsubj", "nsubjpass", "aux") is None
    if shares and sentence.head(verb).pos in {"VERB", "AUX"}:
        return any(
            child.lower in {"or", "nor"} for child in sentence.children(sentence.head(verb), "cc")
        ) and is_negated(sentence, sentence.head(verb), lexicon)
    return False


def _is_contrast(sentence: Sentence, verb: Token, particle: Token, lexicon: Lexicon) -> bool:
    """Whether a negation denies only what stands behind it: "was awaited but *not* a surprise", "*not* only"."""
    if particle.lower not in {"never", "no", "not"}:
        return False
    after = sentence.tokens[particle.i + 1].lower if particle.i + 1 < len(sentence.tokens) else ""
    apart = particle.i > verb.i and sentence.tokens[particle.i - 1].lower in {"but", ","}
    return apart or after in lexicon.closed.restrictive_adverbs


def is_negative(sentence: Sentence, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun phrase is negative: "no country", "nobody", "none of them"."""
    if noun.lower in lexicon.negators:
        return True
    return any(child.lower in lexicon.negators for child in sentence.children(noun, "det", "neg", "preconj"))
