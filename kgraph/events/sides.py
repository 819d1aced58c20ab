"""The two sides of an act: who does it, and at whom it is directed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kgraph.events.triggers import Match
from kgraph.model.document import Span
from kgraph.model.entity import Entity
from kgraph.model.statement import Mention, MentionKind, Party, Reading, Statement

_ACTING_TYPES = frozenset({"Person", "Organization", "State", "Group", "Nationality", "MilitaryUnit"})
_ACTING_HINTS = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_THINGS = frozenset(
    {"CARDINAL", "DATE", "EVENT", "FAC", "LANGUAGE", "LAW", "LOC", "MONEY", "ORDINAL", "PERCENT", "PRODUCT", "QUANTITY"}
    | {"TIME", "WORK_OF_ART"}
)
_PERSONAL = frozenset(
    {"he", "her", "his", "i", "it", "its", "my", "our", "she", "their", "they", "we", "who", "whose", "you", "your"}
)
_DIRECTED = (
    "against",
    "to",
    "on",
    "with",
    "toward",
    "towards",
    "upon",
    "from",
    "at",
    "for",
    "of",
    "over",
    "into",
    "between",
)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who the mentions of a document are.

    Attributes:
        entities: The entities by IRI.
        names: Where known actors are named, in order, by which mention and as which entity.
        actors: Nouns for people and bodies.
        private: Nouns for people who act in their own affairs.
    """

    entities: Mapping[str, Entity]
    names: Sequence[tuple[Mention, Entity]]
    actors: frozenset[str]
    private: frozenset[str]

    def entity(self, mention: Mention) -> Entity | None:
        """The entity that a mention is linked to."""
        return self.entities.get(mention.entity) if mention.entity is not None else None

    def within(self, span: Span) -> Iterator[Entity]:
        """The known actors that a stretch of text names, in order: the owner, the demonym, who stands behind "of"."""
        return (entity for _, entity in self.named(span))

    def named(self, span: Span) -> Iterator[tuple[Mention, Entity]]:
        """The mentions and entities of :meth:`within`."""
        start = bisect_left(self.names, span.start, key=lambda each: each[0].span.start)
        for mention, entity in self.names[start:]:
            if mention.span.start >= span.end:
                return
            if mention.span.end <= span.end:
                yield mention, entity

    def party(self, mention: Mention) -> Party:
        """A mention with what PLOVER codes of it: its own entity's country, or that of the actor that it names."""
        entity = self.entity(mention)
        known = [entity] if entity is not None else []
        coded = next((e for e in (*known, *self.within(mention.span)) if e.country or e.kind), entity)
        return Party(
            mention,
            country=coded.country if coded else None,
            kind=coded.kind if coded else None,
            sector=(entity.sector if entity else None) or (coded.sector if coded else None),
        )

    def acts(self, mention: Mention) -> bool:
        """Whether the mention can act in politics: a person, a people, a body, or what belongs to a named one."""
        if mention.lemma in self.private:
            return False
        entity = self.entity(mention)
        if entity is not None and (entity.country or entity.kind or entity.sector):
            return True
        if mention.type in _ACTING_TYPES or mention.lemma in self.actors:
            return True
        if mention.kind is MentionKind.PRONOUN:
            return mention.text.lower() in _PERSONAL
        if mention.hint in _ACTING_HINTS or (mention.kind is MentionKind.NAME and mention.hint not in _THINGS):
            return True
        head = mention.span.start + max(mention.text.find(mention.head), 0)
        return any(True for _ in self.within(Span(mention.span.start, head)))


def cast(reading: Reading, actors: frozenset[str], private: frozenset[str]) -> Cast:
    """Collects who is named in a resolved reading."""
    entities = {entity.iri: entity for entity in reading.entities}
    places: dict[Span, tuple[Mention, Entity]] = {}
    for mention in reading.mentions:
        entity = entities.get(mention.entity) if mention.entity is not None else None
        if entity is not None and (entity.country or entity.kind):
            places[mention.span] = (mention, entity)
    return Cast(entities, [named for _, named in sorted(places.items(), key=lambda each: each[0])], actors, private)


def actor(statement: Statement, cast_: Cast, means: frozenset[str] = frozenset()) -> Mention | None:
    """Who acts; a pronoun of nobody known in reported words is taken for the speaker.

    Args:
        statement: The statement.
        cast_: Who is who.
        means: Nouns for the weapons and attacks that stand for whoever uses them.
    """
    subject = statement.subject
    if subject is None or not (cast_.acts(subject) or subject.lemma in means):
        return None
    if subject.kind is MentionKind.PRONOUN and subject.entity is None and statement.attributed_to:
        return statement.attributed_to[-1].source or subject
    return subject


def recipients(
    statement: Statement, match: Match, inner: Sequence[tuple[Statement, Match]], cast_: Cast
) -> tuple[Mention, ...]:
    """At whom an act is directed.

    In this order: who stands where the predicate's frame has its recipient;
    the other side of an act that the object names ("rejected a *U.S.*
    request", "launched an attack on *Mali*"); an actor named in the object
    ("criticized a *U.S.* decision"); an actor behind a preposition of direction.

    Args:
        statement: The coded statement.
        match: Its predicate and the participants that its trigger takes up.
        inner: The acts that its object or arguments name.
        cast_: Who is who.
    """
    own = statement.subject
    for found in (
        _framed(statement, match, cast_),
        [mention for each, _ in inner for mention in (each.object, each.subject, *_fillers(each))],
        [statement.object] if statement.object is not None else [],
        [a.filler for a in statement.arguments if a.role != "complement" and a.marker in _DIRECTED],
    ):
        sides = [m for m in found if m is not None and m.span != (own.span if own else None) and other(m, own, cast_)]
        if sides:
            return tuple(dict.fromkeys(sides))
    return ()


def other(mention: Mention, own: Mention | None, cast_: Cast) -> bool:
    """Whether a mention is, or names, an actor that is not the one who acts."""
    self_ = cast_.entity(own) if own is not None else None
    if own is not None and mention.entity is not None and mention.entity == own.entity:
        return False
    return cast_.acts(mention) or any(self_ is None or entity.iri != self_.iri for entity in cast_.within(mention.span))


def _framed(statement: Statement, match: Match, cast_: Cast) -> list[Mention]:
    slots = match.predicate.recipients
    target = statement.object
    found = []
    if target is not None and "object" in slots and target.lemma not in match.taken:
        found.append(target)
    if not any(cast_.acts(mention) for mention in found):
        found = [
            argument.filler
            for argument in statement.arguments
            if argument.role != "complement"
            and (argument.marker in slots or argument.role == "recipient")
            and argument.filler.lemma not in match.taken
        ] or found
    return found


def _fillers(statement: Statement) -> Iterable[Mention]:
    return (argument.filler for argument in statement.arguments if argument.role != "complement")
