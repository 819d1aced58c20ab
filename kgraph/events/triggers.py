"""The ontology's predicates, indexed by the words that trigger them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
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
_Demand = tuple[int, int, int, tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A predicate and the words that must stand beside a verb or noun to make it.

    Attributes:
        others: Particles, markers and lemmas of participants.
        classes: Word classes, of each of which one word must be there.
        several: Whether these ask for more than one word.
        subject: The word class of the subject, ``None`` for any.
        predicate: What they make.
    """

    others: frozenset[str]
    classes: tuple[frozenset[str], ...]
    several: bool
    subject: frozenset[str] | None
    predicate: PredicateType

    def taken(self, words: set[str]) -> frozenset[str]:
        """Those of some words that it asks for."""
        return self.others.intersection(words).union(*map(words.intersection, self.classes))


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
        modified = around | _modifiers(statement) if any(trigger.several for trigger in candidates) else around
        subject = self.lemmas(statement.subject) if statement.subject is not None else ()
        for trigger in candidates:
            there = modified if trigger.several else around
            # The cheapest test comes first: few of a verb's dozens of triggers have their words there.
            if not trigger.others <= there or any(map(there.isdisjoint, trigger.classes)):
                continue
            if not trigger.others.issuperset(particles):
                continue
            if alone is not None and not _outdoes(trigger):
                continue
            if trigger.subject is None or not trigger.subject.isdisjoint(subject):
                return Match(trigger.predicate, trigger.taken(parts))
        return alone

    def lemmas(self, mention: Mention) -> list[str]:
        """The lemma of the mention's head, and of what a light head stands for.

        Of a measure ("dozens of missiles") that is what is measured, of an undertaking ("a mediation effort") what is
        undertaken, of a name the word for what it names, of a part of a compound ("cease-fire") the compound.
        """
        found = [mention.lemma]
        if "-" in mention.text:
            head, words = mention.head.lower(), mention.text.lower().split()
            found += next((singulars(word) for word in words if "-" in word and head in word), ())
        if mention.kind is MentionKind.NAME:
            found.append(_NAMED.get(mention.type or "") or _NAMED.get(mention.hint, ""))
        if mention.lemma in self.classes.get(_UNDERTAKINGS, ()):
            before = mention.text[: mention.text.find(mention.head)].lower().split()
            found += singulars(before[-1]) if before else ()
        if mention.lemma in self.classes.get(_MEASURES, ()):
            measured = mention.text.lower().partition(" of ")[2]
            for word in measured.split()[:4]:
                found += singulars(word)
        return found

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
    classes = {f"<{name}>": frozenset(words) for name, words in vocabulary.word_classes.items()}
    verbs: dict[str, list[tuple[_Demand, Trigger]]] = defaultdict(list)
    nouns: dict[str, PredicateType] = {}
    for predicate in vocabulary.predicates:
        for phrase in predicate.verbs:
            subject, verb, others = _parts(phrase)
            trigger = Trigger(
                others=frozenset(word for word in others if word not in classes),
                classes=tuple(classes[word] for word in others if word in classes),
                several=len(others) > 1,
                subject=classes.get(subject, frozenset()) if subject else None,
                predicate=predicate,
            )
            verbs[verb].append((_demand(others, subject, unspecific), trigger))
        nouns.update((noun.lower(), predicate) for noun in predicate.nouns)
    ordered = {verb: sorted(found, key=lambda each: each[0]) for verb, found in verbs.items()}
    return Triggers({verb: tuple(trigger for _, trigger in found) for verb, found in ordered.items()}, nouns, classes)


def _parts(phrase: str) -> tuple[str, str, tuple[str, ...]]:
    """The class of the subject, empty for any, the verb and the words that must stand beside it."""
    words = phrase.split()
    subject = words.pop(0) if words[0].startswith("<") else ""
    return subject, words[0], tuple(words[1:])


def _outdoes(trigger: Trigger) -> bool:
    """Whether a verb with its object tells more than the noun made of it."""
    return _ANY in trigger.others or (trigger.predicate.event is None and bool(trigger.others or trigger.classes))


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


def _demand(others: tuple[str, ...], subject: str, unspecific: AbstractSet[str]) -> _Demand:
    """The most words first; of as many, participants before markers and particles, words before word classes."""
    markers = sum(word in unspecific for word in others)
    classes = sum(word.startswith("<") for word in others)
    return -len(others) - bool(subject), markers, classes, others, subject
