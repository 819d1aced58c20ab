"""The ontology's predicates, indexed by the words that trigger them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kgraph.model.statement import Statement
from kgraph.model.vocabulary import PredicateType, Vocabulary


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that must stand beside a verb, and the predicate they make of it."""

    others: tuple[str, ...]
    predicate: PredicateType


@dataclass(frozen=True, slots=True)
class Triggers:
    """Verb triggers by the verb's lemma, the most demanding first."""

    verbs: Mapping[str, tuple[Trigger, ...]]

    def match(self, statement: Statement) -> Trigger | None:
        """The trigger that a statement holds; of several, the one that asks for most words.

        Each word after the verb must be its particle, the marker of an
        argument, or the lemma of the head of the object or of an argument.
        """
        verb, *particles = statement.predicate.lemma.split()
        around = {*particles, *(argument.marker for argument in statement.arguments)}
        around.update(argument.filler.lemma for argument in statement.arguments)
        if statement.object is not None:
            around.add(statement.object.lemma)
        for trigger in self.verbs.get(verb, ()):
            if set(particles) <= set(trigger.others) and set(trigger.others) <= around:
                return trigger
        return None


def triggers(vocabulary: Vocabulary) -> Triggers:
    """Indexes the triggers of a vocabulary's predicates."""
    verbs: dict[str, list[Trigger]] = defaultdict(list)
    for predicate in vocabulary.predicates:
        for phrase in predicate.verbs:
            first, *others = phrase.split()
            verbs[first].append(Trigger(tuple(others), predicate))
    return Triggers({verb: tuple(sorted(found, key=_demand)) for verb, found in verbs.items()})


def _demand(trigger: Trigger) -> tuple[int, tuple[str, ...]]:
    return -len(trigger.others), trigger.others
