"""Language knowledge as records: the word classes that the rules of extraction speak of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kgraph.model.statement import Certainty, Factuality, Modality


class Effect(StrEnum):
    """What a word says of the clause below it, seen from that clause's holder.

    The values generalise the polarity signatures of implicative verbs (Nairn,
    Condoravdi and Karttunen 2006) by the certainty values of FactBank.
    """

    ASSERTED = "asserted"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"
    DENIED = "denied"
    DOUBTED = "doubted"
    PROMISED = "promised"
    PLANNED = "planned"
    EXPECTED = "expected"
    DEMANDED = "demanded"
    DESIRED = "desired"
    FEARED = "feared"
    QUESTIONED = "questioned"
    CONDITIONAL = "conditional"
    FUTURE = "future"

    @property
    def factuality(self) -> Factuality:
        """The factuality of a clause of which nothing else is said."""
        return _FACTUALITY[self]


_FACTUALITY = {
    Effect.ASSERTED: Factuality(),
    Effect.PROBABLE: Factuality(certainty=Certainty.PROBABLE),
    Effect.POSSIBLE: Factuality(certainty=Certainty.POSSIBLE),
    Effect.UNKNOWN: Factuality(certainty=Certainty.UNKNOWN),
    Effect.DENIED: Factuality(negated=True),
    Effect.DOUBTED: Factuality(negated=True, certainty=Certainty.PROBABLE),
    Effect.PROMISED: Factuality(future=True, modality=Modality.PROMISED),
    Effect.PLANNED: Factuality(future=True, modality=Modality.PLANNED),
    Effect.EXPECTED: Factuality(certainty=Certainty.PROBABLE, future=True),
    Effect.DEMANDED: Factuality(certainty=Certainty.UNKNOWN, future=True, modality=Modality.DEMANDED),
    Effect.DESIRED: Factuality(certainty=Certainty.UNKNOWN, future=True, modality=Modality.DESIRED),
    Effect.FEARED: Factuality(certainty=Certainty.POSSIBLE, modality=Modality.FEARED),
    Effect.QUESTIONED: Factuality(certainty=Certainty.UNKNOWN, modality=Modality.QUESTIONED),
    Effect.CONDITIONAL: Factuality(certainty=Certainty.UNKNOWN, modality=Modality.CONDITIONAL),
    Effect.FUTURE: Factuality(future=True),
}


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports speech, thought or attitude.

    Attributes:
        lemma: The verb, noun or adjective.
        finite: What it says of a finite complement ("agree that ...").
        infinitive: What it says of an infinitive or gerund ("agree to ...").
    """

    lemma: str
    finite: Effect
    infinitive: Effect


@dataclass(frozen=True, slots=True)
class Embedder:
    """A word that embeds an infinitive or gerund without reporting anybody's words: "fail", "begin", "able".

    Attributes:
        lemma: The verb, adjective or noun.
        affirmed: What it says of the clause below when it is itself affirmed.
        negated: The same when it is negated.
    """

    lemma: str
    affirmed: Effect
    negated: Effect


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word classes of one language; keys are lemmas in lower case.

    Attributes:
        cues: Verbs that report speech, thought or attitude.
        cue_adjectives: Adjectives that do, after a copula ("skeptical that").
        cue_nouns: Nouns that do ("the claim that").
        embedders: Words that embed a clause and decide on its polarity and certainty.
        modals: Modal auxiliaries.
        hedges: Adverbs and adjectives that weaken ("reportedly").
        negators: Words that negate the clause they stand in.
        conditionals: Subordinators that make their clause hypothetical ("if").
        object_controls: Verbs whose object is the subject of the infinitive below ("ask", "accuse").
        topics: Verbs whose content can be a phrase, with where it stands: "object" or a preposition.
        particles: Adverbs that make a phrasal verb ("back").
        exemplifiers: Markers that introduce members of what stands before ("including").
        roles: From the marker of an argument to its role, where no frame says better.
        place_markers: Prepositions that introduce a place.
        offices: Nouns that name an office or function ("minister").
        portfolio_offices: Those that the field in charge of stands right before ("defense minister").
        former: Modifiers that say an office is held no more ("former").
        weekdays: Name to ISO number, Monday is 1.
        months: Name to number.
    """

    cues: Mapping[str, Cue]
    cue_adjectives: Mapping[str, Cue]
    cue_nouns: Mapping[str, Cue]
    embedders: Mapping[str, Embedder]
    modals: Mapping[str, Effect]
    hedges: Mapping[str, Effect]
    negators: frozenset[str]
    conditionals: frozenset[str]
    object_controls: frozenset[str]
    topics: Mapping[str, frozenset[str]]
    particles: frozenset[str]
    exemplifiers: frozenset[str]
    roles: Mapping[str, str]
    place_markers: frozenset[str]
    offices: frozenset[str]
    portfolio_offices: frozenset[str]
    former: frozenset[str]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
