"""Nouns that take up what a verb has told: "the decision" after "announced", "the attack" after "bombed"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kgraph.extract.coreference.heads import head_of
from kgraph.extract.coreference.roles import normal, same_body
from kgraph.model.document import Span
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence, Token
from kgraph.model.statement import Mention, MentionKind, Statement

_REACH = 2  # sentences
_MOST_TAKEN = 50
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_DEFINING = frozenset({"about", "against", "by", "for", "of", "on", "over", "that", "to", "with"})
# Nouns so general that one of them takes up what another one took up.
_GENERAL = frozenset({"decision", "move", "step"})
_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON"})


class About(NamedTuple):
    """The statement that a mention takes up, and the rule that says so."""

    statement: str
    rule: str


class _Taken(NamedTuple):
    noun: str
    sentence: int
    about: str


def taken_up(
    statements: Sequence[Statement], sentences: Sequence[Sentence], lexicon: Lexicon
) -> dict[tuple[Span, Span], About]:
    """What the event nouns of a document take up, by the span of the mention and of its statement's predicate.

    The verb must be one that the noun can stand for, in the same sentence or
    one of the two before, and the only such; or the noun has been used for
    it shortly before.
    """
    numbers = {sentence.span.start: number for number, sentence in enumerate(sentences)}
    by_id = {statement.id: statement for statement in statements}
    told: dict[int, list[Statement]] = defaultdict(list)
    for statement in statements:
        told[numbers[statement.sentence.start]].append(statement)
    found: dict[tuple[Span, Span], About] = {}
    taken: list[_Taken] = []
    same: dict[int, str] = {}
    for number, statement in ((place, each) for place in sorted(told) for each in told[place]):
        for mention, head in _event_mentions(statement, sentences[number], lexicon):
            near = [other for place in range(number - _REACH, number + 1) for other in told.get(place, ())]
            before = min(mention.span.start, statement.predicate.span.start)
            verbs = lexicon.reference.events[mention.lemma]
            chosen = _only([o for o in near if o.predicate.lemma in verbs and o.predicate.span.end <= before], same)
            actor = _actor(sentences[number], head)
            earlier = _earlier(mention.lemma, number, taken)
            if len(earlier) == 1 and (chosen is None or chosen in earlier):
                about = About(next(iter(earlier)), "event/same event")
            elif chosen is not None and not earlier and (not actor or _acts(by_id[chosen], actor)):
                about = About(chosen, "event/told by a verb")
            else:
                continue
            found[mention.span, statement.predicate.span] = about
            taken.append(_Taken(mention.lemma, number, about.statement))
            same[head.start] = about.statement
    return found


def _actor(sentence: Sentence, head: Token) -> str:
    """Whose event a noun says that it was: "the U.S. decision"; empty where it does not."""
    names = [child for child in sentence.children(head) if child.i < head.i and child.entity in _NAMES]
    return normal(names[0].text) if names else ""


def _acts(statement: Statement, actor: str) -> bool:
    subject = statement.subject
    return subject is not None and same_body(normal(subject.text), actor)


def _earlier(noun: str, number: int, taken: Sequence[_Taken]) -> set[str]:
    """What the same noun, or another general one, has taken up shortly before."""
    return {
        each.about
        for each in taken[-_MOST_TAKEN:]
        if each.sentence >= number - _REACH and (each.noun == noun or {each.noun, noun} <= _GENERAL)
    }


def _event_mentions(statement: Statement, sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[Mention, Token]]:
    """The definite mentions of a statement that say with a noun what a verb may have told before, and their heads."""
    for mention in statement.mentions():
        if mention.kind is MentionKind.NOMINAL and mention.lemma in lexicon.reference.events:
            head = head_of(sentence, mention)
            if head.lemma.lower() == mention.lemma and _is_anaphoric(sentence, head):
                yield mention, head


def _is_anaphoric(sentence: Sentence, head: Token) -> bool:
    """Whether a noun is definite and nothing beside it tells which event is meant, but for whose it is."""
    definite = False
    for child in sentence.children(head):
        if child.lower in _DEFINITE:
            definite = True
        elif child.i < head.i:
            if child.entity not in _NAMES and child.dep != "case":
                return False
        elif child.dep in {"acl", "relcl", "ccomp", "appos"} or (child.dep == "prep" and child.lower in _DEFINING):
            return False
    return definite


def _only(near: Sequence[Statement], same: Mapping[int, str]) -> str | None:
    """The only event among statements, those left out that stand in the reported words of another one.

    Args:
        near: The statements.
        same: What the nouns taken up so far mean, by where they start: a noun makes a statement of its own.
    """
    outer = [
        statement
        for statement in near
        if not any(other.content is not None and other.content.holds(statement.predicate.span) for other in near)
    ]
    events = {statement.predicate.span: same.get(statement.predicate.span.start, statement.id) for statement in outer}
    return next(iter(events.values())) if len(set(events.values())) == 1 else None
