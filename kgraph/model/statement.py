"""What a text says: statements, their parts, and the reading of one document.

The JSON form of these records, one statement a line, is a public format;
:mod:`kgraph.model.codec` writes and reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kgraph.model.document import Document, Span
from kgraph.model.entity import Entity
from kgraph.model.parsed import ModelInfo


class Certainty(StrEnum):
    """How sure the holder of a statement is (FactBank, Saurí and Pustejovsky 2009)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Modality(StrEnum):
    """In which mood a statement is made; only ``asserted`` ones can be facts."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    PROMISED = "promised"
    DEMANDED = "demanded"
    DESIRED = "desired"
    CONDITIONAL = "conditional"
    QUESTIONED = "questioned"
    FEARED = "feared"


class MentionKind(StrEnum):
    """How the words refer: by name, by description, by pronoun (ACE mention levels)."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Resolution(StrEnum):
    """What became of a mention when it was resolved."""

    LINKED = "linked"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to somebody or something.

    Attributes:
        span: The whole phrase.
        text: Its words.
        head: The phrase's head word, as it stands.
        kind: How it refers.
        name: The proper name inside the phrase: "Sergey Lavrov" in "Russian Foreign Minister Sergey Lavrov".
        hint: What the name is taken for (OntoNotes label), by the parser if nothing is known better; empty if nothing.
        entity: The IRI of what is meant, once resolved.
        label: That entity's label.
        type: Local name of that entity's class.
        rule: Which resolution rule linked it; its words tell the inference ("capital for its state").
        score: How sure the link is, between 0 and 1, or how sure the best of ``candidates``.
        evidence: What the score is the sum of, each with its weight ("the same state +0.15").
        candidates: The IRIs of those that it may mean, where nothing decides between them; sorted.
        lemma: The head word's lemma, in lower case.
        antecedents: What the words take up: the name, or the first description, of whoever is meant. Several where
            they mean several ("both sides"), none where they stand for themselves or nothing is sure enough.
        about: The statement that the words take up ("the decision"), by its id.
        coreference: Which rule of extraction found ``antecedents`` or ``about``.
    """

    span: Span
    text: str
    head: str
    kind: MentionKind
    name: Span | None = None
    hint: str = ""
    entity: str | None = None
    label: str | None = None
    type: str | None = None
    rule: str | None = None
    lemma: str = ""
    antecedents: tuple[Span, ...] = ()
    about: str | None = None
    coreference: str = ""
    score: float | None = None
    evidence: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()

    @property
    def resolution(self) -> Resolution:
        """Whether it is linked, may mean several known entities, or is unknown."""
        if self.entity is not None:
            return Resolution.LINKED
        return Resolution.AMBIGUOUS if self.candidates else Resolution.UNKNOWN


@dataclass(frozen=True, slots=True)
class Predicate:
    """The words that say what is done, said or the case.

    ``lemma`` holds the particle of a phrasal verb ("push back"); ``iri`` is
    set when the ontology knows the predicate and is an open one otherwise.
    """

    span: Span
    text: str
    lemma: str
    iri: str


@dataclass(frozen=True, slots=True)
class Argument:
    """A further participant: its role, the word that marks it ("to", "with"), and who or what fills it."""

    role: str
    marker: str
    filler: Mention


@dataclass(frozen=True, slots=True)
class Content:
    """The reported words of a statement that says what somebody said, thinks or wants."""

    spans: tuple[Span, ...]
    quoted: bool

    def holds(self, span: Span) -> bool:
        """Whether ``span`` lies in the reported words."""
        return any(part.holds(span) for part in self.spans)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link of the chain of who says it: the reporting statement and its source."""

    statement: str
    source: Mention | None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and its value in ISO 8601 or EDTF, empty where it cannot be told."""

    span: Span
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Factuality:
    """How the holder presents a statement (FactBank; GRaSP, van Son et al. 2014)."""

    negated: bool = False
    certainty: Certainty = Certainty.CERTAIN
    future: bool = False
    modality: Modality = Modality.ASSERTED

    @property
    def actual(self) -> bool:
        """Whether the holder affirms it as so."""
        return self == Factuality()


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a political act: the mention and what PLOVER codes of it."""

    mention: Mention
    country: str | None = None
    kind: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A political act after PLOVER (Halterman et al. 2023).

    Attributes:
        type: Name of the event type, such as ``ACCUSE``.
        mode: How it is done, where the type has modes.
        contexts: The fields of life that it stands in, and PLOVER's auxiliary modes, sorted.
        cameo: The CAMEO code, where one fits.
        actors: Who does it.
        recipients: At whom it is directed.
        quad_class: Local name of the field of political acts of its type, such as ``VerbalConflict``.
    """

    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    quad_class: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What one predicate says of its arguments at one place in a text.

    Attributes:
        id: IRI minted from the document's id and the statement's place and words.
        document: The document's id.
        sentence: Where the sentence lies that says it.
        subject: Who acts or speaks; the agent also of a passive.
        predicate: What is done, said or the case.
        object: Who or what it is done to.
        arguments: Further participants.
        content: The reported words, if the statement reports speech, thought or attitude.
        factuality: Polarity, certainty, time and mood for the holder.
        attributed_to: Who says it, outermost first; empty for the writer.
        time: When.
        place: Where.
        event: The political act that it is, once coded.
        confidence: Between 0 and 1.
        rule: Which rule of extraction made it.
    """

    id: str
    document: str
    sentence: Span
    subject: Mention | None
    predicate: Predicate
    object: Mention | None = None
    arguments: tuple[Argument, ...] = ()
    content: Content | None = None
    factuality: Factuality = Factuality()
    attributed_to: tuple[Attribution, ...] = ()
    time: Time | None = None
    place: Mention | None = None
    event: Event | None = None
    confidence: float = 1.0
    rule: str = ""

    def mentions(self) -> tuple[Mention, ...]:
        """The mentions that take part, in the order subject, object, arguments, place."""
        parts = [self.subject, self.object, *[argument.filler for argument in self.arguments], self.place]
        return tuple([part for part in parts if part is not None])

    # Every stage copies most statements: naming each field takes half the time of ``replace``.
    def told_of(
        self,
        subject: Mention | None,
        target: Mention | None,
        arguments: tuple[Argument, ...],
        place: Mention | None,
        attributed_to: tuple[Attribution, ...],
    ) -> Statement:
        """The statement with these participants and holders in the places of its own."""
        return Statement(
            id=self.id,
            document=self.document,
            sentence=self.sentence,
            subject=subject,
            predicate=self.predicate,
            object=target,
            arguments=arguments,
            content=self.content,
            factuality=self.factuality,
            attributed_to=attributed_to,
            time=self.time,
            place=place,
            event=self.event,
            confidence=self.confidence,
            rule=self.rule,
        )

    def coded(self, predicate: Predicate, event: Event | None) -> Statement:
        """The statement with the predicate as the ontology knows it, and the act that it is."""
        return Statement(
            id=self.id,
            document=self.document,
            sentence=self.sentence,
            subject=self.subject,
            predicate=predicate,
            object=self.object,
            arguments=self.arguments,
            content=self.content,
            factuality=self.factuality,
            attributed_to=self.attributed_to,
            time=self.time,
            place=self.place,
            event=event,
            confidence=self.confidence,
            rule=self.rule,
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one document; entities are empty until resolved."""

    document: Document
    model: ModelInfo
    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...] = ()
