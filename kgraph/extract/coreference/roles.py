"""Descriptions that take up somebody or something named before: "the minister", "the alliance", "the company"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kgraph.extract.phrases import filler
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence, Token
from kgraph.model.statement import Statement

_BODIES = frozenset({"GPE", "NORP", "ORG", "FAC", "LOC"})
_BODY_MARKERS = frozenset({"at", "for", "from", "in", "of", "to", "with"})
_BEFORE = frozenset({"amod", "compound", "nmod", "poss"})
# Words that make another office of the one after them.
_RANKS = frozenset(
    {"acting", "associate", "assistant", "deputy", "first", "junior", "prime", "senior", "under", "vice"}
)
_ENDINGS = ("n", "an", "ian", "i", "ese", "ish")
_ARTICLES = frozenset({"the"})


class Description(NamedTuple):
    """An office or kind: its noun, the words before it, and the states and bodies that it belongs to.

    ``own`` holds those of the bodies that stand before the noun or after "of": the side that its holder speaks for.
    """

    noun: str
    words: tuple[str, ...]
    bodies: tuple[str, ...]
    sentence: int
    own: tuple[Token, ...] = ()


def describe(number: int, sentence: Sentence, head: Token) -> Description | None:
    """What a noun phrase says its referent is; ``None`` where it says more than a description of this form can hold."""
    words: list[str] = []
    bodies: list[str] = []
    own: list[Token] = []
    for child in sentence.children(head):
        if child.dep in _BEFORE and child.i < head.i:
            if child.entity in _BODIES:
                bodies.append(_body(sentence, child))
                own.append(child)
            elif child.dep == "poss":
                return None
            else:
                words += [token.lower for token in sentence.subtree(child) if token.pos != "PUNCT"]
        elif child.dep == "prep" and child.i > head.i:
            governed = filler(sentence, child)
            if governed is None or governed.entity not in _BODIES or child.lower not in _BODY_MARKERS:
                return None
            bodies.append(_body(sentence, governed))
            if child.lower != "to":
                own.append(governed)
        elif child.dep in {"relcl", "acl"} and sentence.tokens[child.i - 1].text != ",":
            return None
    return Description(head.lemma.lower(), tuple(words), tuple(bodies), number, tuple(own))


def held(statement: Statement, number: int) -> Description | None:
    """The description that a statement about an office gives its holder."""
    office = statement.object
    if office is None:
        return None
    words = office.text.lower().split()
    bodies = tuple(normal(argument.filler.text) for argument in statement.arguments)
    return Description(office.lemma, tuple(words[:-1]), bodies, number)


def _body(sentence: Sentence, token: Token) -> str:
    for span in sentence.names:
        if span.first <= token.i <= span.last:
            return normal(" ".join(t.text for t in sentence.tokens[span.first : span.last + 1] if t.tag != "POS"))
    return normal(token.text)


def normal(name: str) -> str:
    """A body's name in one form: lower case, without article and dots."""
    bare = " ".join(name.lower().replace(".", "").split()).removeprefix("the ")
    return bare.removesuffix("'s").removesuffix("’s")


def same_body(one: str, other: str) -> bool:
    """Whether two names mean one body: equal, an acronym of the other, or a regular adjective of it ("Iranian")."""
    if one == other:
        return True
    short, long = sorted([one, other], key=len)
    if " " in long and short == "".join(word[0] for word in long.split()):
        return True
    stem = short[:-1] if short[-1:] in "aey" else short
    return len(stem) > 3 and any(long == stem + ending for ending in _ENDINGS)


def is_definite(sentence: Sentence, head: Token) -> bool:
    """Whether a description speaks of somebody known: with "the"."""
    determiner = sentence.child(head, "det")
    return determiner is not None and determiner.lower in _ARTICLES


def akin(noun: str, lexicon: Lexicon) -> set[str]:
    """An office and those that it may be called instead."""
    synonyms = lexicon.reference.synonyms
    groups = synonyms.get(noun, frozenset())
    return {noun, *(other for other, theirs in synonyms.items() if groups & theirs)} if groups else {noun}


def fits(wanted: Description, known: Description, lexicon: Lexicon) -> bool:
    """Whether a definite description can take up what a fuller one introduced.

    The nouns are the same, or synonyms where the bodies are the same; the
    words before the noun are among those of the fuller one, which has no rank
    that they lack ("the president" is no vice president); the bodies are its
    bodies.
    """
    if wanted.noun != known.noun:
        if known.noun not in akin(wanted.noun, lexicon):
            return False
        if not wanted.bodies or not _all_in(known.bodies, wanted.bodies):
            return False
        return _all_in(wanted.bodies, known.bodies)
    if not set(wanted.words) <= set(known.words) or _RANKS & (set(known.words) - set(wanted.words)):
        return False
    return _all_in(wanted.bodies, known.bodies)


def _all_in(some: Iterable[str], others: Sequence[str]) -> bool:
    return all(any(same_body(one, other) for other in others) for one in some)
