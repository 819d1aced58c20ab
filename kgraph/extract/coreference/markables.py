"""What may refer to somebody or something: the names, noun phrases and pronouns of a document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum, IntEnum
from typing import NamedTuple

from kgraph.extract.coreference.names import Name, Names
from kgraph.extract.quotes import Quotation
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence, Token


class Sort(Enum):
    """What kind of thing words refer to, as far as it decides on the pronoun."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    THING = "thing"


class Slot(IntEnum):
    """The grammatical function of a phrase; its value is its weight for salience (Lappin and Leass 1994)."""

    MODIFIER = 10
    OBLIQUE = 40
    POSSESSOR = 45
    OBJECT = 50
    SUBJECT = 80


class Markable(NamedTuple):
    """A name, noun phrase or pronoun by its head.

    ``quotation`` is the index of the quotation that it stands in, -1 for none;
    ``name`` is the proper name that it is; ``weak`` tells that it may speak of
    nobody in particular ("like a president", "in front of children").
    """

    sentence: int
    token: Token
    sort: Sort
    plural: bool
    slot: Slot
    quotation: int
    pronoun: bool = False
    name: Name | None = None
    weak: bool = False


_SORTS = {"PERSON": Sort.PERSON, "ORG": Sort.ORGANISATION, "GPE": Sort.STATE}
_SLOTS = {
    "nsubj": Slot.SUBJECT,
    "nsubjpass": Slot.SUBJECT,
    "csubj": Slot.SUBJECT,
    "dobj": Slot.OBJECT,
    "dative": Slot.OBJECT,
    "poss": Slot.POSSESSOR,
    "compound": Slot.MODIFIER,
    "amod": Slot.MODIFIER,
    "nmod": Slot.MODIFIER,
}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOT_PHRASES = frozenset({"amod", "compound", "npadvmod", "nummod", "advmod", "prep", "det", "quantmod"})
_PARTICULAR = frozenset({"the", "this", "that", "these", "those", "both"})
_PRONOUNS = frozenset({"PRP", "PRP$"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def markables(
    sentences: Sequence[Sentence], names: Names, quoted: Sequence[Quotation], lexicon: Lexicon
) -> list[list[Markable]]:
    """The markables of each sentence in reading order."""
    starts = [quotation.span.start for quotation in quoted]
    place = _Quoted(quoted, starts)
    by_sentence: list[list[Name]] = [[] for _ in sentences]
    for name in names.all.values():
        by_sentence[name.sentence].append(name)
    return [
        sorted([*_named(sentence, named, names, place), *_other(i, sentence, named, place, lexicon)], key=_place)
        for i, (sentence, named) in enumerate(zip(sentences, by_sentence, strict=True))
    ]


def _place(markable: Markable) -> int:
    return markable.token.start


class _Quoted(NamedTuple):
    quotations: Sequence[Quotation]
    starts: Sequence[int]

    def holding(self, token: Token) -> int:
        """The index of the quotation that holds a token, else -1."""
        i = bisect_right(self.starts, token.start) - 1
        return i if i >= 0 and token.end <= self.quotations[i].span.end else -1


def _named(sentence: Sentence, named: Sequence[Name], names: Names, quoted: _Quoted) -> Iterator[Markable]:
    for name in named:
        token = name.head
        if name.label != "NORP" or token.dep != "amod":
            sort = _SORTS.get(names.identities[token.start].label, Sort.THING)
            plural = token.tag == "NNPS" and sort is Sort.THING
            yield Markable(name.sentence, token, sort, plural, slot(sentence, token), quoted.holding(token), name=name)


def _other(
    number: int, sentence: Sentence, named: Sequence[Name], quoted: _Quoted, lexicon: Lexicon
) -> Iterator[Markable]:
    covered = {token.i for name in named for token in name.tokens}
    for token in sentence.tokens:
        tag = token.tag
        if tag in _PRONOUNS:
            yield Markable(number, token, Sort.THING, False, slot(sentence, token), quoted.holding(token), pronoun=True)
        elif tag in _NOUNS and token.dep not in _NOT_PHRASES and not token.entity and token.i not in covered:
            yield _nominal(number, sentence, token, quoted, lexicon)


def _nominal(number: int, sentence: Sentence, token: Token, quoted: _Quoted, lexicon: Lexicon) -> Markable:
    lemma = token.lemma.lower()
    person = lemma in lexicon.offices or lemma in lexicon.reference.persons or lemma in lexicon.reference.genders
    plural = token.tag in {"NNS", "NNPS"} or any(child.dep == "conj" for child in sentence.children(token))
    sort = Sort.PERSON if person else Sort.ORGANISATION if lemma in lexicon.reference.organisations else Sort.THING
    place = slot(sentence, token)
    weak = token.dep == "attr" or (token.dep not in _SUBJECTS and not _is_particular(sentence, token))
    return Markable(number, token, sort, plural, place, quoted.holding(token), weak=weak)


def _is_particular(sentence: Sentence, token: Token) -> bool:
    return any(child.dep == "poss" or child.lower in _PARTICULAR for child in sentence.children(token, "det", "poss"))


def slot(sentence: Sentence, token: Token) -> Slot:
    """The grammatical function of a phrase; coordination and apposition pass that of the first on."""
    while token.dep in {"conj", "appos"} and token.head != token.i:
        token = sentence.tokens[token.head]
    if token.dep == "pobj" and sentence.tokens[token.head].dep == "agent":
        return Slot.SUBJECT
    return _SLOTS.get(token.dep, Slot.OBLIQUE)


def governor(sentence: Sentence, token: Token) -> int:
    """The index of the verb whose participant a phrase is, -1 where there is none."""
    while token.head != token.i:
        token = sentence.tokens[token.head]
        if token.pos in {"VERB", "AUX"} and token.dep not in {"aux", "auxpass"}:
            return token.i
    return token.i if token.pos in {"VERB", "AUX"} else -1
