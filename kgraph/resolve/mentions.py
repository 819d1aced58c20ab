"""The stage itself: every mention of a reading is linked or left unlinked, and says by which rule."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kgraph.model.document import Document, Span
from kgraph.model.entity import Entity
from kgraph.model.identifiers import ENTITY, digest, slug
from kgraph.model.statement import Argument, Attribution, Mention, MentionKind, Reading, Statement
from kgraph.model.vocabulary import EntityEntry
from kgraph.resolve.gazetteer import Gazetteer
from kgraph.resolve.people import full_names

_TYPES = {"PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place", "NORP": "Group"}
_DEMONYMS = frozenset({"NORP", "GPE"})
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Context:
    """What is known of a document before its mentions are linked one by one.

    Attributes:
        document: The document.
        gazetteer: The known entities.
        people: The names of several words that some mention takes for a person's.
        hints: What the parser took each name for, by where the name ends.
    """

    document: Document
    gazetteer: Gazetteer
    people: frozenset[str]
    hints: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class _Link:
    """An entity, the class under which the mention shows it, and the rule that found it."""

    entity: Entity
    type: str
    rule: str


def resolve(reading: Reading, gazetteer: Gazetteer) -> Reading:
    """Links the mentions of a reading.

    Known names are looked up; a capital that acts stands for its state, one
    that is a place stays a place. Unknown persons, organisations and places
    are minted from their names. A mention that takes up another one gets its
    entity; one that takes up several, or only a description, stays unlinked.

    Args:
        reading: As extracted.
        gazetteer: The known entities.

    Returns:
        The reading with linked mentions, and the entities that they name, sorted by IRI.
    """
    document = reading.document
    named = [m for m in (*(m for s in reading.statements for m in s.mentions()), *reading.mentions) if m.name]
    people = full_names(_words(m.name, document) for m in named if m.name and m.hint == "PERSON")
    hints = {mention.name.end: mention.hint for mention in named if mention.name}
    context = _Context(document, gazetteer, people, hints)
    entities: dict[str, Entity] = {}
    statements = tuple(_resolved(statement, context, entities) for statement in reading.statements)
    mentions = tuple(_linked(mention, context, entities, place=False) for mention in reading.mentions)
    return replace(
        reading, statements=statements, mentions=mentions, entities=tuple(sorted(entities.values(), key=_by_iri))
    )


def _by_iri(entity: Entity) -> str:
    return entity.iri


def _resolved(statement: Statement, context: _Context, entities: dict[str, Entity]) -> Statement:
    def actor(mention: Mention | None) -> Mention | None:
        return _linked(mention, context, entities, place=False) if mention is not None else None

    return replace(
        statement,
        subject=actor(statement.subject),
        object=actor(statement.object),
        arguments=tuple(
            Argument(a.role, a.marker, _linked(a.filler, context, entities, place=a.role == "location"))
            for a in statement.arguments
        ),
        place=_linked(statement.place, context, entities, place=True) if statement.place is not None else None,
        attributed_to=tuple(Attribution(a.statement, actor(a.source)) for a in statement.attributed_to),
    )


def _linked(mention: Mention, context: _Context, entities: dict[str, Entity], place: bool) -> Mention:
    link = _taken_up(mention, context, place) or _link(mention, context, place)
    if link is None:
        return mention
    known = entities.get(link.entity.iri)
    names = tuple(sorted({*(known.names if known else ()), *link.entity.names}))
    entities[link.entity.iri] = replace(link.entity, names=names)
    return replace(
        mention, entity=link.entity.iri, label=link.entity.label, type=link.type, rule=f"resolve/{link.rule}"
    )


def _words(name: Span, document: Document) -> str:
    """A name with single spaces and without a possessive mark."""
    words = _SPACE.sub(" ", name.of(document.text)).strip()
    return words.removesuffix("'s").removesuffix("’s")


def _taken_up(mention: Mention, context: _Context, place: bool) -> _Link | None:
    """The link of the one antecedent of a mention.

    An organisation known by its short name keeps that: the fuller one may be unknown.
    """
    if len(mention.antecedents) != 1:
        return None
    antecedent = mention.antecedents[0]
    hint = context.hints.get(antecedent.end)
    own = _words(mention.name, context.document) if mention.name is not None else ""
    if hint is None or (own in context.gazetteer.names and hint != "PERSON"):
        return None
    link = _named(_words(antecedent, context.document), hint, context, place)
    if link is None:
        return None
    names = {*link.entity.names, own} - {"", link.entity.label}
    entity = replace(link.entity, names=tuple(sorted(names)))
    return _Link(entity, entity.type, mention.coreference)


def _link(mention: Mention, context: _Context, place: bool) -> _Link | None:
    if mention.kind is MentionKind.NAME and mention.name is not None:
        return _named(_words(mention.name, context.document), mention.hint, context, place)
    if mention.kind is MentionKind.NOMINAL and mention.hint in _DEMONYMS:
        entry = context.gazetteer.adjectives.get(_words(mention.span, context.document))
        return _Link(_entity(entry, ""), "Nationality", "demonym") if entry is not None else None
    return None


def _named(name: str, hint: str, context: _Context, place: bool) -> _Link | None:
    """The link of a name that the parser took for ``hint``."""
    known = _known(name, context.gazetteer, place)
    if known is not None:
        return known
    if name in context.people:
        return _Link(Entity(ENTITY + "person-" + slug(name), name, "Person"), "Person", "full name")
    kind = _TYPES.get(hint)
    if kind is None:
        return None
    if kind == "Person":
        iri = ENTITY + "person-" + slug(name)
        if " " not in name:
            iri += "-" + digest("person", context.document.id, name)
        return _Link(Entity(iri, name, "Person"), "Person", "unknown name")
    return _Link(Entity(f"{ENTITY}{kind.lower()}-{slug(name)}", name, kind), kind, "unknown name")


def _known(name: str, known: Gazetteer, place: bool) -> _Link | None:
    bare = re.sub(r"^[Tt]he ", "", name)
    entry = known.names.get(name) or known.names.get(bare)
    if entry is not None:
        return _Link(_entity(entry, bare), entry.type, "name")
    entry = known.capitals.get(name)
    if entry is not None and not place:
        return _Link(_entity(entry, name), entry.type, "capital for its state")
    entry = known.nationals.get(name)
    if entry is not None:
        return _Link(_entity(entry, ""), "Nationality", "people of a state")
    entry = known.adjectives.get(name)
    if entry is not None:
        return _Link(_entity(entry, ""), "Nationality", "demonym")
    return None


def _entity(entry: EntityEntry, name: str) -> Entity:
    names = (name,) if name and name != entry.label else ()
    return Entity(entry.iri, entry.label, entry.type, names, entry.country, entry.same_as)
