"""What coding needs of the ontology, made ready once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kgraph.events.triggers import Triggers, triggers
from kgraph.events.words import Evidence, evidence
from kgraph.model.lexicon import Lexicon
from kgraph.model.vocabulary import EventMode, EventType, PredicateType, Vocabulary

_MEANS = ("attack", "bomb", "troop", "weapon")


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that tell how an act is meant, by lemma: word classes of the ontology, but the last four of the lexicon.

    Attributes:
        actors: Nouns for people and bodies.
        private: Nouns for people who act in their own affairs.
        means: Nouns for weapons and attacks, which stand for whoever uses them.
        documents: Nouns for what speaks for whoever made it.
        decisions: Verbs by which an authority does what it decides or announces.
        refusals: Verbs of not doing.
        sending: Verbs of sending somebody to do something.
        comment: Verbs of telling the press.
        possibility: Modals of what may come.
        conditions: Words that open a condition.
        pronouns: Pronouns that can stand for somebody who acts.
        anybody: Pronouns that can stand for people in general.
        coordinators: Conjunctions that join names.
        directions: Prepositions that introduce the other side.
    """

    actors: frozenset[str]
    private: frozenset[str]
    means: frozenset[str]
    documents: frozenset[str]
    decisions: frozenset[str]
    refusals: frozenset[str]
    sending: frozenset[str]
    comment: frozenset[str]
    possibility: frozenset[str]
    conditions: frozenset[str]
    pronouns: frozenset[str]
    anybody: frozenset[str]
    coordinators: frozenset[str]
    directions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Coder:
    """The ontology's knowledge of acts.

    Attributes:
        triggers: The words of the predicates.
        types: The event types by name.
        modes: The modes of each event type, by name.
        evidence: The words that tell contexts and modes.
        cues: The words that tell how an act is meant.
        joint: For the IRI of a predicate that of doing it together, where that is another.
        unarmed: The same among politicians.
    """

    triggers: Triggers
    types: Mapping[str, EventType]
    modes: Mapping[str, Mapping[str, EventMode]]
    evidence: Evidence
    cues: Cues
    joint: Mapping[str, PredicateType]
    unarmed: Mapping[str, PredicateType]


def coder(vocabulary: Vocabulary, words: Lexicon) -> Coder:
    """Prepares a vocabulary for coding.

    Args:
        vocabulary: The ontology.
        words: The lexicon, which knows further nouns for persons, offices and organisations.
    """
    modes: dict[str, dict[str, EventMode]] = {name: {} for name in vocabulary.event_types}
    for mode in vocabulary.modes:
        modes[mode.event][mode.name] = mode
    by_iri = {predicate.iri: predicate for predicate in vocabulary.predicates}
    return Coder(
        triggers=triggers(vocabulary, words.particles | words.roles.keys()),
        types=vocabulary.event_types,
        modes=modes,
        evidence=evidence(vocabulary),
        cues=_cues(vocabulary, words),
        joint={iri: by_iri[each.joint] for iri, each in by_iri.items() if each.joint in by_iri},
        unarmed={iri: by_iri[each.unarmed] for iri, each in by_iri.items() if each.unarmed in by_iri},
    )


def _cues(vocabulary: Vocabulary, lexicon: Lexicon) -> Cues:
    def words(name: str) -> frozenset[str]:
        return frozenset(vocabulary.word_classes.get(name, ()))

    people = {*lexicon.reference.persons, *lexicon.reference.organisations, *lexicon.offices}
    nouns = {noun for each in vocabulary.actor_types for noun in each.nouns}
    return Cues(
        actors=words("actor") | nouns | people,
        private=words("private"),
        means=frozenset(word for name in _MEANS for word in words(name)),
        documents=words("document"),
        decisions=words("decision"),
        refusals=words("refusal"),
        sending=words("sending"),
        comment=words("comment"),
        possibility=words("possibility"),
        conditions=words("condition"),
        pronouns=lexicon.closed.personal_pronouns,
        anybody=lexicon.closed.generic_pronouns,
        coordinators=lexicon.closed.coordinators,
        directions=lexicon.closed.direction_prepositions,
    )
