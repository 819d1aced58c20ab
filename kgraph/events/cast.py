"""Who the mentions of a document are, and which of them can act in politics."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kgraph.events.coder import Cues
from kgraph.model.document import Span
from kgraph.model.entity import Entity
from kgraph.model.statement import Mention, MentionKind, Party, Reading

_ACTING_TYPES = frozenset({"Group", "MilitaryUnit", "Nationality", "Organization", "Person", "State"})
_ACTING_HINTS = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_THING_TYPES = frozenset({"Aircraft", "Ship", "Vehicle", "Weapon"})
_PLACES = frozenset({"FAC", "GPE", "LOC"})
_THINGS = frozenset(
    {"CARDINAL", "DATE", "EVENT", "FAC", "LANGUAGE", "LAW", "LOC", "MONEY", "ORDINAL", "PERCENT", "PRODUCT", "QUANTITY"}
    | {"TIME", "WORK_OF_ART"}
)
# PLOVER's sectors of those who bear arms.
_ARMED = frozenset({"COP", "CRM", "MIL", "REB", "SPY", "UAF"})
_UNARMED_TYPES = frozenset({"NewsOutlet", "NonGovernmentalOrganization", "Person", "PoliticalParty"})


@dataclass(frozen=True, slots=True)
class Cast:
    """Who the mentions of a document are.

    Attributes:
        entities: The entities by IRI.
        names: Where known actors are named, in order, by which mention and as which entity.
        starts: Where these mentions start.
        places: The named places, in order.
        cues: Words for people and bodies.
    """

    entities: Mapping[str, Entity]
    names: Sequence[tuple[Mention, Entity]]
    starts: Sequence[int]
    places: Sequence[Mention]
    cues: Cues

    def entity(self, mention: Mention) -> Entity | None:
        """The entity that a mention is linked to."""
        return self.entities.get(mention.entity) if mention.entity is not None else None

    def named(self, span: Span) -> Iterator[tuple[Mention, Entity]]:
        """The known actors that a stretch of text names, in order: the owner, the demonym, who stands behind "of"."""
        for i in range(bisect_left(self.starts, span.start), len(self.starts)):
            mention, entity = self.names[i]
            if mention.span.start >= span.end:
                return
            if mention.span.end <= span.end:
                yield mention, entity

    def places_in(self, span: Span) -> Iterator[Mention]:
        """The named places of a stretch of text, in order."""
        first = bisect_left(self.places, span.start, key=lambda place: place.span.start)
        for i in range(first, len(self.places)):
            place = self.places[i]
            if place.span.start >= span.end:
                return
            if place.span.end <= span.end:
                yield place

    def party(self, mention: Mention) -> Party:
        """A mention with what PLOVER codes of it: its own entity's country, or that of the actor that it names."""
        entity = self.entity(mention) or self._shared(mention)
        inside = (found for _, found in self.named(mention.span))
        known = (*([entity] if entity is not None else []), *inside)
        coded = next((each for each in known if each.country or each.kind), entity)
        return Party(
            mention,
            country=coded.country if coded else None,
            kind=coded.kind if coded else None,
            sector=(entity.sector if entity else None) or (coded.sector if coded else None),
        )

    def _shared(self, mention: Mention) -> Entity | None:
        """One of those whom an ambiguous mention may mean, where all are of one state: "President Bush"."""
        possible = [self.entities[iri] for iri in mention.candidates if iri in self.entities]
        states = {entity.country for entity in possible}
        return possible[0] if len(states) == 1 and None not in states else None

    def acts(self, mention: Mention) -> bool:
        """Whether the mention can act in politics: a person, a people, a body, or what belongs to a named one."""
        entity = self.entity(mention)
        if mention.lemma in self.cues.private or (entity is not None and entity.type in _THING_TYPES):
            return False
        if entity is not None and (entity.country or entity.kind or entity.sector):
            return True
        if mention.type in _ACTING_TYPES or mention.lemma in self.cues.actors:
            return True
        if mention.kind is MentionKind.PRONOUN:
            return mention.text.lower() in self.cues.pronouns
        if mention.hint in _ACTING_HINTS or (mention.kind is MentionKind.NAME and mention.hint not in _THINGS):
            return True
        acronym = len(mention.head) > 1 and mention.head.isupper()
        head = mention.span.start + max(mention.text.find(mention.head), 0)
        return acronym or any(True for _ in self.named(Span(mention.span.start, head)))

    def is_unarmed(self, mention: Mention) -> bool:
        """Whether a mention is somebody named, or a party or outlet, whose attacks are words."""
        entity = self.entity(mention)
        if entity is not None:
            return entity.type in _UNARMED_TYPES and entity.sector not in _ARMED
        if mention.kind is MentionKind.PRONOUN:
            return mention.text.lower() in self.cues.pronouns
        return mention.kind is MentionKind.NAME and mention.hint == "PERSON"

    def other(self, mention: Mention, own: Mention | None) -> bool:
        """Whether a mention is, or names, an actor that is not the one who acts."""
        if own is not None and (mention.span == own.span or (mention.entity and mention.entity == own.entity)):
            return False
        self_ = self.entity(own) if own is not None else None
        names = (entity for _, entity in self.named(mention.span))
        return self.acts(mention) or any(self_ is None or entity.iri != self_.iri for entity in names)


def cast(reading: Reading, cues: Cues) -> Cast:
    """Collects who is named in a resolved reading."""
    entities = {entity.iri: entity for entity in reading.entities}
    names: dict[Span, tuple[Mention, Entity]] = {}
    for mention in reading.mentions:
        entity = entities.get(mention.entity) if mention.entity is not None else None
        if entity is not None and (entity.country or entity.kind):
            names[mention.span] = (mention, entity)
    places = {mention.span: mention for mention in reading.mentions if mention.hint in _PLACES}
    return Cast(
        entities=entities,
        names=[names[span] for span in sorted(names)],
        starts=sorted(span.start for span in names),
        places=[places[span] for span in sorted(places)],
        cues=cues,
    )
