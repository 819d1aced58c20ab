"""The ontology as records: event types, predicates with their triggers, and known entities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_CONFLICT = frozenset({"MaterialConflict", "VerbalConflict"})
_VERBAL = frozenset({"VerbalConflict", "VerbalCooperation"})


@dataclass(frozen=True, slots=True)
class EventType:
    """One of PLOVER's event types, such as ``ACCUSE``.

    Attributes:
        iri: Its IRI.
        name: Its local name.
        label: "accuse".
        definition: What it holds.
        quad_class: Local name of the field of political acts that it belongs to: ``VerbalConflict``.
        planned_as: Name of the type of such an act that is only promised, planned or to come.
        refused_as: Name of the type of saying that one will not do such an act.
        reciprocal: Whether both sides are actors and recipients alike.
        directed: Whether there is such an act only where its recipient is known.
        domestic: Whether both sides are as a rule of one country.
        cameo: The CAMEO code of the type as a whole, for acts that a mood makes of it.
    """

    iri: str
    name: str
    label: str
    definition: str
    quad_class: str | None = None
    planned_as: str | None = None
    refused_as: str | None = None
    reciprocal: bool = False
    directed: bool = False
    domestic: bool = False
    cameo: str | None = None

    @property
    def hostile(self) -> bool:
        """Whether its acts are to the harm of another, by word or deed."""
        return self.quad_class in _CONFLICT

    @property
    def verbal(self) -> bool:
        """Whether its acts are words."""
        return self.quad_class in _VERBAL


@dataclass(frozen=True, slots=True)
class EventMode:
    """A mode: how acts of one event type are done.

    Attributes:
        event: Name of the event type.
        name: "heavy-weapons".
        words: Words beside the predicate that tell it, by lemma.
        contents: Names of the types of what is asked, refused or threatened in it.
    """

    event: str
    name: str
    words: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """A field of life in which acts stand, and the words that tell it, by lemma."""

    name: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PredicateType:
    """A predicate of the ontology and the words that trigger it.

    Attributes:
        iri: The property's IRI.
        label: "criticizes".
        event: Name of the PLOVER event type that it is coded as, if any.
        mode: PLOVER mode, if the type has modes.
        contexts: PLOVER contexts that the predicate itself implies.
        cameo: CAMEO code, if one fits.
        verbs: Triggers; the first word is the verb's lemma, each further word a particle, the marker of an argument,
            or the lemma of the object's head: "criticize", "lash out at", "have faith in". A word in angle brackets is
            a word class; one before the verb is that of the subject, "*" any
            object: "<court> order <investigation>", "return * to".
        nouns: Nominal triggers, as lemmas: "blockade", "military aid".
        recipients: Where the recipient stands: "object", or the marker of an argument such as "to".
        reciprocal: Whether both sides are actors and recipients alike.
        directed: Whether there is such an act only where its recipient is known.
        vow: Whether it promises harm as well as help.
        joint: IRI of the predicate of doing it together with others, where that is another.
        unarmed: IRI of the predicate that it is among politicians, where that is another.
        examples: Sentences of ours that say it.
        counterexamples: Sentences of ours that hold a trigger and do not say it.
    """

    iri: str
    label: str
    event: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    reciprocal: bool = False
    directed: bool = False
    vow: bool = False
    joint: str | None = None
    unarmed: str | None = None


@dataclass(frozen=True, slots=True)
class EntityEntry:
    """A known entity and the names that news gives it.

    Attributes:
        iri: Its IRI.
        label: The name to show.
        type: Local name of its class.
        names: Names that mean it wherever they stand.
        weak_names: Names that may mean something else ("Georgia", "Jordan", "Turkey").
        adjectives: Demonyms as modifiers ("Russian").
        nationals: Demonyms as nouns ("Russians").
        capitals: Names of its capital, which as an actor stands for its government.
        country: ISO 3166-1 alpha-3.
        same_as: IRIs of the same thing elsewhere.
        seats: Names of the place or building whose name stands for it ("Kremlin", "Downing Street").
        kind: What an actor of no country is, in PLOVER's terms: ``IGO``, ``NGO``, ``MNC``, ``IMG``.
        sector: PLOVER's sector, such as ``GOV``, ``MIL`` or ``REB``.
        part_of: IRI of the body or state that it belongs to.
        members: IRIs of the states and bodies that belong to it.
        since: The ISO 8601 date from which it was there, if told.
        until: The ISO 8601 date until which it was there, if told.
    """

    iri: str
    label: str
    type: str
    names: tuple[str, ...]
    weak_names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    nationals: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    country: str | None = None
    same_as: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    kind: str | None = None
    sector: str | None = None
    part_of: str | None = None
    members: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """An office that persons hold, one after the other.

    Attributes:
        iri: Its IRI.
        label: "President of Russia".
        titles: What its holder is called, in lower case, without the country: "president", "foreign minister".
        country: ISO 3166-1 alpha-3 of the state that it belongs to.
        body: IRI of the organisation that it belongs to, where that is no state.
        sector: PLOVER's sector, such as ``GOV``.
    """

    iri: str
    label: str
    titles: tuple[str, ...]
    country: str | None = None
    body: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Holding:
    """That a person held an office; the dates are ISO 8601, as precise as the source, ``None`` where it tells none."""

    office: str
    person: str
    start: str | None = None
    end: str | None = None
    iri: str = ""


@dataclass(frozen=True, slots=True)
class ActorType:
    """A kind of body or of people and the nouns for it, which with a state or a demonym make an actor.

    "The Kenyan foreign ministry", "Ukrainian officials" and "rebels in Darfur" are known by their noun.

    Attributes:
        iri: Its IRI, a class of actors.
        label: "foreign ministry".
        type: Local name of the class that its actors show: ``Ministry``, ``MilitaryUnit``, ``Group``.
        nouns: The nouns, in lower case; those of bodies in the singular, those of people in singular and plural.
        sector: PLOVER's sector, such as ``GOV``.
        kind: What such an actor is where it belongs to no country, as in :class:`EntityEntry`.
    """

    iri: str
    label: str
    type: str
    nouns: tuple[str, ...]
    sector: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The whole ontology, loaded once and passed to every stage that needs it.

    The persons of ``holdings`` are among ``entities``; ``word_classes`` holds the words of each class by its name.
    """

    version: str
    event_types: Mapping[str, EventType]
    predicates: tuple[PredicateType, ...]
    entities: tuple[EntityEntry, ...]
    offices: tuple[OfficeEntry, ...] = ()
    holdings: tuple[Holding, ...] = ()
    actor_types: tuple[ActorType, ...] = ()
    modes: tuple[EventMode, ...] = ()
    contexts: tuple[Context, ...] = ()
    word_classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
