"""Repairs of parses that are systematically wrong, as a pure function from sentence to sentence."""

from __future__ import annotations

from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence, Token

# What belongs to a clause but is at times hung on its auxiliary: "the U.S. is openly adding fuel".
_CLAUSE_PARTS = frozenset({"nsubj", "nsubjpass", "mark", "neg", "advmod"})
_GERUND_MARKERS = frozenset({"of", "for", "from", "against"})


def repair(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """The sentence with its known parser errors mended; the same object where there are none."""
    mended: dict[int, Token] = {}
    for token in sentence.tokens:
        if _is_hidden_gerund(sentence, token, lexicon):
            noun = sentence.head(token)
            mended[token.i] = token._replace(dep="pcomp", pos="VERB", head=noun.head)
            mended[noun.i] = noun._replace(dep="dobj", head=token.i)
        elif token.dep in _CLAUSE_PARTS and sentence.head(token).dep in {"aux", "auxpass"}:
            mended[token.i] = token._replace(head=sentence.head(token).head)
    if not mended:
        return sentence
    tokens = tuple(mended.get(token.i, token) for token in sentence.tokens)
    return Sentence(tokens, sentence.names, sentence.paragraph)


def _is_hidden_gerund(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    """Whether a gerund was taken for a modifier: "accused Washington of escalating tensions".

    The verb must be one whose object is understood as the gerund's subject,
    and nothing may stand between the preposition and the gerund.
    """
    if token.tag != "VBG" or token.dep != "amod":
        return False
    noun = sentence.head(token)
    preposition = sentence.head(noun)
    if noun.dep != "pobj" or preposition.lower not in _GERUND_MARKERS or preposition.i != token.i - 1:
        return False
    return sentence.head(preposition).lemma.lower() in lexicon.object_controls
