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
    HOPED = "hoped"
    CONSIDERED = "considered"
    COUNTERFACTUAL = "counterfactual"

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
    Effect.HOPED: Factuality(certainty=Certainty.POSSIBLE, future=True, modality=Modality.DESIRED),
    Effect.CONSIDERED: Factuality(certainty=Certainty.POSSIBLE, future=True, modality=Modality.PLANNED),
    Effect.COUNTERFACTUAL: Factuality(negated=True, modality=Modality.CONDITIONAL),
}


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal auxiliary.

    Attributes:
        lemma: The word.
        affirmed: What it says of its clause.
        negated: What it says beside a negation, which itself is counted apart.
        perfect: What it says of a perfect ("would have prevented").
    """

    lemma: str
    affirmed: Effect
    negated: Effect
    perfect: Effect


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
class EventNoun:
    """A noun that names an event, after NOMLEX (Macleod et al. 1998); what nothing is, is the empty string.

    Attributes:
        lemma: The noun.
        verb: Lemma of the verb that says the same, the noun itself where there is none.
        genitive: What a genitive before it is in the event, "subject" or "object".
        of: What "of" introduces, "subject", "object", or "either".
        compound: What an unnamed noun right before it is, "subject" or "object".
        markers: What further prepositions introduce: "subject", "object", or a role.
        adjunct: What the subject of a clause is in the event where the noun is an adjunct of the clause.
    """

    lemma: str
    verb: str
    genitive: str
    of: str
    compound: str
    markers: Mapping[str, str]
    adjunct: str


@dataclass(frozen=True, slots=True)
class EventGovernor:
    """A verb that takes an event noun as a complement or subject: "hold", "cancel", "take place".

    Attributes:
        lemma: The verb, with its particle and the preposition that marks the event noun.
        subject: What its subject is in the event: "agent", "undergoer", "occurrence" for the event itself.
        affirmed: What it says of the event when it is itself affirmed.
        negated: The same when it is negated.
    """

    lemma: str
    subject: frozenset[str]
    affirmed: Effect
    negated: Effect

    @property
    def factive(self) -> bool:
        """Whether the event is taken for granted, whatever becomes of the verb: "criticize the attack"."""
        return self.affirmed is self.negated is Effect.ASSERTED


@dataclass(frozen=True, slots=True)
class EventWords:
    """The words of nominal events; keys are lemmas in lower case.

    Attributes:
        nouns: Nouns that name an event.
        verbs: Verbs that govern one.
        others: Nouns and predicative adjectives that govern one ("the threat of", "is imminent").
        circumstances: Nouns that, right before an event noun, say how or when, not who or what ("mass", "emergency").
    """

    nouns: Mapping[str, EventNoun]
    verbs: Mapping[str, EventGovernor]
    others: Mapping[str, Embedder]
    circumstances: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """What words tell of who or what is referred to; keys are lemmas in lower case.

    Attributes:
        genders: Titles and nouns that tell the gender of a person, "female" or "male".
        given_names: Given names that do.
        persons: Nouns that denote a person and are no office.
        organisations: Nouns that take up an organisation, with the names and last words of names they stand for.
        synonyms: From an office to the groups of offices that it may be called instead.
        representing: Offices whose holder says "we" for the body.
        events: Nouns that take up an event, with the verbs that may have told of it.
        impersonal: Verbs whose subject "it" may refer to nothing.
    """

    genders: Mapping[str, str]
    given_names: Mapping[str, str]
    persons: frozenset[str]
    organisations: Mapping[str, frozenset[str]]
    synonyms: Mapping[str, frozenset[str]]
    representing: frozenset[str]
    events: Mapping[str, frozenset[str]]
    impersonal: frozenset[str]


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
        ground_markers: Prepositions that do only before ground, water and buildings ("on", "at").
        place_nouns: Nouns that name a place ("border").
        offices: Nouns that name an office or function ("minister").
        portfolio_offices: Those that the field in charge of stands right before ("defense minister").
        former: Modifiers that say an office is held no more ("former").
        weekdays: Name to ISO number, Monday is 1.
        months: Name to number.
        verb_forms: From an inflected verb that lemmatizers misread to its lemma.
        time_words: Other words of time, with the symbols that the patterns of time expressions speak of.
        reference: Genders, kinds and synonyms, by which coreference is told.
        events: Nouns that name events and the words that govern them.
    """

    cues: Mapping[str, Cue]
    cue_adjectives: Mapping[str, Cue]
    cue_nouns: Mapping[str, Cue]
    embedders: Mapping[str, Embedder]
    modals: Mapping[str, Modal]
    hedges: Mapping[str, Effect]
    negators: frozenset[str]
    conditionals: frozenset[str]
    object_controls: frozenset[str]
    topics: Mapping[str, frozenset[str]]
    particles: frozenset[str]
    exemplifiers: frozenset[str]
    roles: Mapping[str, str]
    place_markers: frozenset[str]
    ground_markers: frozenset[str]
    place_nouns: frozenset[str]
    offices: frozenset[str]
    portfolio_offices: frozenset[str]
    former: frozenset[str]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    verb_forms: Mapping[str, str]
    time_words: Mapping[str, str]
    reference: ReferenceWords
    events: EventWords
