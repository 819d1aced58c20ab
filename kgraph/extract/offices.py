"""Offices: who holds which one, from titles before names and from appositions.

"Russian Foreign Minister Sergey Lavrov" and "Sergey Lavrov, the Russian
foreign minister," both say that the person holds the office for the state.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.extract.phrases import mention_of, name_tokens, phrase
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence, Token
from kgraph.model.statement import Mention

_BODIES = frozenset({"GPE", "NORP", "ORG", "FAC", "LOC"})
_HOLDERS = frozenset({"PERSON", "ORG", "GPE"})  # small models take surnames for organisations and places
_TITLE_PARTS = frozenset({"compound", "amod", "nmod", "poss", "case", "det", "punct"})
_NOT_IN_TITLE = frozenset({"DT", "POS", "PRP$"})


@dataclass(frozen=True, slots=True)
class Holding:
    """A person, the office, the bodies that it belongs to, and the rule that found it."""

    person: Mention
    office: Mention
    bodies: tuple[Mention, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class _Description:
    """Words that name somebody's office, their head, and the rule that found them."""

    words: list[Token]
    head: Token
    rule: str


def holdings(sentence: Sentence, lexicon: Lexicon, text: str) -> Iterator[Holding]:
    """Yields the offices that a sentence says somebody holds now; former and future ones are left out."""
    for span in sentence.names:
        head = sentence.tokens[span.last]
        if span.label not in _HOLDERS or head.pos != "PROPN" or head.dep in {"compound", "amod"}:
            continue
        name = name_tokens(sentence, head)
        for description in _descriptions(sentence, name[0], head, lexicon, span.label):
            if not any(word.lower in lexicon.former for word in description.words):
                person = mention_of(sentence, name, head, text)
                yield _holding(sentence, person, description, lexicon, text)


def _descriptions(
    sentence: Sentence, first: Token, head: Token, lexicon: Lexicon, label: str
) -> Iterator[_Description]:
    """The phrases that may name a person's office."""
    title = _title_before(sentence, first, head)
    if title and _is_office(title[-1], lexicon):
        yield _Description(title, title[-1], "office/title")
    if label != "PERSON":
        return
    beside = [*sentence.children(head, "appos"), *([sentence.head(head)] if head.dep == "appos" else [])]
    for office in beside:
        if _is_office(office, lexicon):
            yield _Description(phrase(sentence, office), office, "office/apposition")


def _is_office(token: Token, lexicon: Lexicon) -> bool:
    return token.lemma.lower() in lexicon.offices and token.tag not in {"NNS", "NNPS"}


def _title_before(sentence: Sentence, first: Token, head: Token) -> list[Token]:
    """The words of the name's own phrase that stand before the name."""
    below = {token.i for token in sentence.subtree(head)}
    words: list[Token] = []
    for token in reversed(sentence.tokens[: first.i]):
        if token.i not in below or token.dep not in _TITLE_PARTS or token.text == ",":
            break
        words.insert(0, token)
    return words


def _holding(sentence: Sentence, person: Mention, found: _Description, lexicon: Lexicon, text: str) -> Holding:
    """Splits "Russian Foreign Minister" or "ambassador of Chad to France" into the office and its bodies."""
    bodies = [body for body in _bodies(found.words, found.head) if not _is_portfolio(body, found.head, lexicon)]
    before = max((body[-1].i for body in bodies if body[-1].i < found.head.i), default=-1)
    title = [word for word in found.words if before < word.i <= found.head.i and word.tag not in _NOT_IN_TITLE]
    return Holding(
        person=person,
        office=mention_of(sentence, title, found.head, text),
        bodies=tuple(mention_of(sentence, body, body[-1], text) for body in bodies),
        rule=found.rule,
    )


def _is_portfolio(body: list[Token], head: Token, lexicon: Lexicon) -> bool:
    """Whether a recognised "organisation" is what a minister is in charge of: "Defense" in "Defense Minister"."""
    return head.lemma.lower() in lexicon.portfolio_offices and body[-1].i == head.i - 1 and body[-1].entity == "ORG"


def _bodies(words: list[Token], head: Token) -> list[list[Token]]:
    """The names of states and organisations among the words of a title, as runs of neighbouring tokens."""
    runs: list[list[Token]] = []
    for word in words:
        if word is head or word.entity not in _BODIES or word.tag in _NOT_IN_TITLE:
            continue
        if runs and runs[-1][-1].i == word.i - 1 and runs[-1][-1].entity == word.entity:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs
