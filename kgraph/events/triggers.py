"""The ontology's predicates, indexed by the words that trigger them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kgraph.inflection import singulars
from kgraph.model.statement import Mention, MentionKind, Statement
from kgraph.model.vocabulary import PredicateType, Vocabulary

_NOMINAL = "nominal/"
_NAMED = {
    **dict.fromkeys(("FAC", "GPE", "LOC", "Place", "State"), "place"),
    **dict.fromkeys(("ORG", "IntergovernmentalOrganization", "Organization", "Party"), "organization"),
    **dict.fromkeys(("PERSON", "Person"), "person"),
}
_MEASURES = "<measure>"
_UNDERTAKINGS = "<undertaking>"
_ANY = "*"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A predicate and the words that must stand beside a verb or noun to make it.

    Attributes:
        others: Particles, markers and lemmas of participants; a word class in angle brackets.
        subject: The word class of the subject, empty for any.
        predicate: What they make.
    """

    others: tuple[str, ...]
    subject: str
    predicate: PredicateType


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger that a statement holds, and the participants' lemmas that it takes up."""

    predicate: PredicateType
    taken: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Triggers:
    """Triggers by the lemma of their verb, the most demanding first, noun triggers, and the word classes."""

    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, PredicateType]
    classes: Mapping[str, frozenset[str]]

    def match(self, statement: Statement, text: str) -> Match | None:
        """The trigger that a statement holds; of several, the one that asks for most.

        Each word after the verb must be its particle, the marker of an
        argument, or the lemma of the head of the object or of an argument; of
        several words, one may stand before a participant's head. An event noun
        triggers by itself before the verb that says the same does, unless
        that with its object is no act ("a request for *comment*") or takes
        any object ("a strike on *Mali*").

        Args:
            statement: The statement.
            text: Its document's text, for the words before a noun.
        """
        noun = self._noun(statement, text) if statement.rule.startswith(_NOMINAL) else None
        alone = Match(noun) if noun is not None else None
        verb, *particles = statement.predicate.lemma.split()
        candidates = self.verbs.get(verb)
        if candidates is None:
            return alone
        parts = {lemma for mention in _participants(statement) for lemma in self.lemmas(mention)}
        around = {*particles, *parts, *(word for a in statement.arguments for word in (a.marker, *a.marker.split()))}
        if statement.object is not None:
            around.add(_ANY)
        subject = statement.subject
        modified = around | _modifiers(statement)
        for trigger in candidates:
            if alone is not None and not _outdoes(trigger):
                continue
            words_there = modified if len(trigger.others) > 1 else around
            if particles and not set(particles).issubset(trigger.others):
                continue
            if not self._stand(trigger.others, words_there):
                continue
            if not trigger.subject or (subject and self._stand((trigger.subject,), set(self.lemmas(subject)))):
                words = {word for each in trigger.others for word in self.classes.get(each, (each,))}
                return Match(trigger.predicate, frozenset(words & parts))
        return alone

    def lemmas(self, mention: Mention) -> Iterator[str]:
        """The lemma of the mention's head, and of what a light head stands for.

        Of a measure ("dozens of missiles") that is what is measured, of an undertaking ("a mediation effort") what is
        undertaken, of a name the word for what it names, of a part of a compound ("cease-fire") the compound.
        """
        yield mention.lemma
        compound = next(
            (word for word in mention.text.lower().split() if "-" in word and mention.head.lower() in word), ""
        )
        yield from singulars(compound) if compound else ()
        if mention.kind is MentionKind.NAME:
            yield _NAMED.get(mention.type or "") or _NAMED.get(mention.hint, "")
        if mention.lemma in self.classes.get(_UNDERTAKINGS, ()):
            before = mention.text[: mention.text.find(mention.head)].lower().split()
            yield from singulars(before[-1]) if before else ()
        if mention.lemma in self.classes.get(_MEASURES, ()):
            measured = mention.text.lower().partition(" of ")[2]
            for word in measured.split()[:4]:
                yield from singulars(word)

    def _stand(self, wanted: Sequence[str], around: set[str]) -> bool:
        """Whether each of the wanted words, or one of its class, is there."""
        for word in wanted:
            if word not in around:
                members = self.classes.get(word)
                if members is None or members.isdisjoint(around):
                    return False
        return True

    def _noun(self, statement: Statement, text: str) -> PredicateType | None:
        before = text[max(0, statement.predicate.span.start - 40) : statement.predicate.span.start].lower().split()
        for noun in singulars(statement.predicate.text.lower()):
            found = self.nouns.get(f"{before[-1]} {noun}") if before else None
            found = found or self.nouns.get(noun)
            if found is not None:
                return found
        return None


def triggers(vocabulary: Vocabulary, markers: AbstractSet[str]) -> Triggers:
    """Indexes the triggers of a vocabulary's predicates.

    Args:
        vocabulary: The ontology.
        markers: Particles and prepositions; a trigger with a participant in their place asks for more.
    """
    unspecific = {*markers, _ANY}
    verbs: dict[str, list[Trigger]] = defaultdict(list)
    nouns: dict[str, PredicateType] = {}
    for predicate in vocabulary.predicates:
        for phrase in predicate.verbs:
            words = phrase.split()
            subject = words.pop(0) if words[0].startswith("<") else ""
            verbs[words[0]].append(Trigger(tuple(words[1:]), subject, predicate))
        nouns.update((noun.lower(), predicate) for noun in predicate.nouns)
    return Triggers(
        verbs={
            verb: tuple(sorted(found, key=lambda trigger: _demand(trigger, unspecific)))
            for verb, found in verbs.items()
        },
        nouns=nouns,
        classes={f"<{name}>": frozenset(words) for name, words in vocabulary.word_classes.items()},
    )


def _outdoes(trigger: Trigger) -> bool:
    """Whether a verb with its object tells more than the noun made of it."""
    return _ANY in trigger.others or (trigger.predicate.event is None and bool(trigger.others))


def _modifiers(statement: Statement) -> set[str]:
    """The words before participants' heads, which a trigger of several words may ask for: "begin *hunger* strike"."""
    found: set[str] = set()
    for mention in _participants(statement):
        for word in mention.text[: max(mention.text.find(mention.head), 0)].lower().split():
            found.update(singulars(word))
    return found


def _participants(statement: Statement) -> Iterable[Mention]:
    if statement.object is not None:
        yield statement.object
    for argument in statement.arguments:
        if argument.role != "complement":
            yield argument.filler


def _demand(trigger: Trigger, unspecific: AbstractSet[str]) -> tuple[int, int, int, tuple[str, ...], str]:
    """The most words first; of as many, participants before markers and particles, words before word classes."""
    markers = sum(word in unspecific for word in trigger.others)
    classes = sum(word.startswith("<") for word in trigger.others)
    return -len(trigger.others) - bool(trigger.subject), markers, classes, trigger.others, trigger.subject
