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
class ClosedClasses:
    """Small classes of words that rules of grammar speak of.

    Attributes:
        adjoining_prepositions: Before an event noun, they make it an adjunct whose clause tells who takes part.
        adjunct_prepositions: Their gerund is an adjunct of its clause, not what completes the predicate.
        aside_openers: Behind a comma, they open what the reporter adds to reported words.
        attitude_prepositions: They introduce what an adjective of attitude is about ("wary of").
        between: They introduce both sides of an event.
        comparing: They open a comparison that the reporter adds.
        concessive: Before "if", they make it no condition ("even if").
        coordinators: They join names ("envoys of Mali *and* Togo").
        definite_determiners: With them a phrase is about something known.
        direction_prepositions: They introduce the other side of an act.
        generic_pronouns: Those that can stand for people in general ("you should never give up").
        gerund_prepositions: The object before them is the subject of their gerund ("accused him of leaving").
        infinitive_subject_prepositions: They introduce the subject of an infinitive ("called for him to leave").
        instead: They deny what they introduce ("rather than", "instead of").
        linking_verbs: Copulas.
        named_partner_prepositions: A name behind them that parsers hang on the object takes part in the clause.
        open_prepositions: Between a noun and an event noun, they leave it open whether the event takes place.
        partner_prepositions: Right behind the object of a cue, they belong to what is reported.
        personal_pronouns: Those that can stand for somebody who acts.
        pointers: They point at hearers, speakers or the text, and report nothing by themselves ("loves you").
        presupposed_questions: They take for granted what they ask about.
        presupposing_prepositions: What governs their gerund has no say in whether it is so.
        ranks: With them an infinitive says what is so ("the first to sign").
        relative_adverbs: They open a relative clause that lacks neither subject nor object.
        restrictive_adverbs: Behind a negation, they make it deny only themselves ("not only").
        scene_prepositions: An event noun behind them is the scene of its clause.
        temporal_conjunctions: They open a clause that tells when.
        topic_prepositions: They introduce what a noun of speech or thought is about.
    """

    adjoining_prepositions: frozenset[str]
    adjunct_prepositions: frozenset[str]
    aside_openers: frozenset[str]
    attitude_prepositions: frozenset[str]
    between: frozenset[str]
    comparing: frozenset[str]
    concessive: frozenset[str]
    coordinators: frozenset[str]
    definite_determiners: frozenset[str]
    direction_prepositions: frozenset[str]
    generic_pronouns: frozenset[str]
    gerund_prepositions: frozenset[str]
    infinitive_subject_prepositions: frozenset[str]
    instead: frozenset[str]
    linking_verbs: frozenset[str]
    named_partner_prepositions: frozenset[str]
    open_prepositions: frozenset[str]
    partner_prepositions: frozenset[str]
    personal_pronouns: frozenset[str]
    pointers: frozenset[str]
    presupposed_questions: frozenset[str]
    presupposing_prepositions: frozenset[str]
    ranks: frozenset[str]
    relative_adverbs: frozenset[str]
    restrictive_adverbs: frozenset[str]
    scene_prepositions: frozenset[str]
    temporal_conjunctions: frozenset[str]
    topic_prepositions: frozenset[str]


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
        closed: Small classes of function words and the like.
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
    closed: ClosedClasses
