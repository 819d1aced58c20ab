"""Offices: who holds which one, from titles before names and from appositions.

"Russian Foreign Minister Sergey Lavrov" and "Sergey Lavrov, the Russian
foreign minister," both say that the person holds the office for the state.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.extract.phrases import mention, mention_of, name_tokens
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence, Token
from kgraph.model.statement import Mention

_BODIES = frozenset({"GPE", "NORP", "ORG", "FAC", "LOC"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "case", "det", "advmod", "punct", "prep", "pobj"})


@dataclass(frozen=True, slots=True)
class Holding:
    """A person, the office, the bodies that it belongs to, and the rule that found it."""

    person: Mention
    office: Mention
    bodies: tuple[Mention, ...]
    rule: str


def holdings(sentence: Sentence, lexicon: Lexicon, text: str) -> Iterator[Holding]:
    """Yields the offices that a sentence says somebody holds now; former and future ones are left out."""
    for span in sentence.names:
        if span.label not in {"PERSON", "ORG", "GPE"}:
            continue
        head = sentence.tokens[span.last]
        if head.pos != "PROPN" or head.dep in {"compound", "amod"}:
            continue
        name = name_tokens(sentence, head)
        person = mention_of(sentence, name, head, text)
        before = _title_before(sentence, name[0], head, lexicon)
        if before:
            yield from _holding(sentence, person, before, lexicon, text)
        if span.label == "PERSON":
            yield from _appositions(sentence, head, person, lexicon, text)


def _title_before(sentence: Sentence, first: Token, head: Token, lexicon: Lexicon) -> list[Token]:
    """The words between the phrase's start and the name, if the last of them names an office."""
    i = first.i - 1
    if i < 0 or sentence.tokens[i].lemma.lower() not in lexicon.offices or sentence.tokens[i].tag in {"NNS", "NNPS"}:
        return []
    below = {token.i for token in sentence.subtree(head)}
    words: list[Token] = []
    while i >= 0 and i in below and sentence.tokens[i].dep in _MODIFIERS and sentence.tokens[i].text != ",":
        words.insert(0, sentence.tokens[i])
        i -= 1
    return words


def _holding(sentence: Sentence, person: Mention, words: list[Token], lexicon: Lexicon, text: str) -> Iterator[Holding]:
    """Splits "Russian Foreign Minister" into the body and the office."""
    if any(word.lower in lexicon.former for word in words):
        return
    bodies = [word for word in words[:-1] if word.entity in _BODIES]
    last_body = max((body.i for body in bodies), default=-1)
    office = [w for w in words if w.i > last_body and w.tag not in {"POS", "DT", "PRP$"} and w.pos != "PUNCT"]
    if not office:
        return
    groups: list[list[Token]] = []
    for body in bodies:
        if groups and groups[-1][-1].i == body.i - 1 and groups[-1][-1].entity == body.entity:
            groups[-1].append(body)
        else:
            groups.append([body])
    yield Holding(
        person=person,
        office=mention_of(sentence, office, office[-1], text),
        bodies=tuple(mention_of(sentence, group, group[-1], text) for group in groups),
        rule="office/title",
    )


def _appositions(sentence: Sentence, head: Token, person: Mention, lexicon: Lexicon, text: str) -> Iterator[Holding]:
    for office in sentence.children(head, "appos"):
        if office.lemma.lower() not in lexicon.offices or office.tag in {"NNS", "NNPS"}:
            continue
        inside = sentence.subtree(office)
        if any(word.lower in lexicon.former for word in sentence.children(office)):
            continue
        bodies = [
            word
            for word in inside
            if word.entity in _BODIES and word.dep in {"pobj", "poss", "amod", "nmod", "compound"}
        ]
        heads = [b for b in bodies if sentence.head(b) not in bodies]
        first = next((w for w in inside if w.i > max((b.i for b in bodies if b.i < office.i), default=-1)), office)
        title = [w for w in sentence.tokens[first.i : office.i + 1] if w.tag not in {"DT", "POS", "PRP$"}]
        yield Holding(
            person=person,
            office=mention_of(sentence, title, office, text),
            bodies=tuple(mention_of(sentence, _body_words(sentence, b), b, text) for b in heads),
            rule="office/apposition",
        )
    for holder in sentence.tokens:
        if holder.dep == "appos" and holder.i == head.i:
            yield from _reverse_apposition(sentence, sentence.head(head), person, lexicon, text)


def _reverse_apposition(
    sentence: Sentence, office: Token, person: Mention, lexicon: Lexicon, text: str
) -> Iterator[Holding]:
    """ "The Russian foreign minister, Sergey Lavrov"."""
    if office.lemma.lower() not in lexicon.offices or office.tag in {"NNS", "NNPS"}:
        return
    words = [w for w in mention_tokens(sentence, office) if w.tag != "DT"]
    bodies = [w for w in words if w.entity in _BODIES]
    after = max((b.i for b in bodies if b.i < office.i), default=-1)
    title = [w for w in words if after < w.i <= office.i and w.tag != "POS"]
    if any(word.lower in lexicon.former for word in words) or not title:
        return
    heads = [b for b in bodies if sentence.head(b) not in bodies]
    yield Holding(
        person=person,
        office=mention_of(sentence, title, office, text),
        bodies=tuple(mention_of(sentence, _body_words(sentence, b), b, text) for b in heads),
        rule="office/apposition",
    )


def mention_tokens(sentence: Sentence, head: Token) -> list[Token]:
    """The words of a head's phrase."""
    span = mention(sentence, head, "")
    return [t for t in sentence.tokens if span.span.start <= t.start and t.end <= span.span.end]


def _body_words(sentence: Sentence, head: Token) -> list[Token]:
    """The name of a body around its head: "the United Nations"."""
    for span in sentence.names:
        if span.first <= head.i <= span.last:
            words = [t for t in sentence.tokens[span.first : span.last + 1] if t.tag not in {"DT", "POS"}]
            return words or [head]
    return [head]
