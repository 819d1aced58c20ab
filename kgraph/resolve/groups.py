"""Actors without a name of their own, composed of whose they are and what they are.

"Ukrainian officials", "rebels in Darfur" and "Athens' foreign ministry" get an
IRI minted from these two, the same in every document. One of many ("a Turkish
court", "a French minister") and those whose owner is not told are minted for
their document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.model.entity import Entity
from kgraph.model.identifiers import ENTITY, digest, slug
from kgraph.model.vocabulary import EntityEntry
from kgraph.resolve.descriptions import Description
from kgraph.resolve.gazetteer import Gazetteer, Naming
from kgraph.resolve.mint import known
from kgraph.resolve.names import key

_GROUP, _PERSON = "Group", "Person"
_STATES = frozenset({"State", "Place", "City", "Region"})


@dataclass(frozen=True, slots=True)
class Composed:
    """An actor that a description means, how sure that is, and by which rule."""

    entity: Entity
    rule: str
    score: float


def composed(
    description: Description, owner: EntityEntry | None, person: bool, place: tuple[str, int], names: Gazetteer
) -> Composed | None:
    """The actor that a description means.

    Args:
        description: The phrase taken apart.
        owner: The state, place or body that the actor belongs to.
        person: Whether the noun denotes a person.
        place: The document's id and where the phrase starts in it.
        names: The known entities.

    Returns:
        ``None`` where neither the owner is known nor the noun a kind of body or of people.
    """
    if owner is None:
        return _unowned(description, person, place)
    body = _known_body(description, owner, names)
    if body is not None:
        return Composed(known(body), "body of its state", 0.9)
    noun = _noun(description)
    single = description.singular and person
    kind = _PERSON if single else description.actor.type if description.actor is not None else _GROUP
    local = f"{owner.iri.removeprefix(ENTITY)}-{slug(noun)}"
    if single or (description.singular and not description.certain and kind != _GROUP):
        where = place[0] if description.definite else place
        local += "-" + digest("description", where, owner.iri, noun)
    prefix = "person" if single else _prefix(kind, description)
    entity = Entity(
        iri=f"{ENTITY}{prefix}-{local.lower()}",
        label=f"{_adjective(owner)} {noun}",
        type=kind,
        country=owner.country,
        kind=owner.kind,
        sector=_sector(description, owner),
    )
    score = 0.9 if description.marker in {"", "of"} else 0.8
    return Composed(entity, f"{prefix} {_relation(description.marker)}", score)


def _noun(description: Description) -> str:
    """The noun with what tells which of them: "Kurdish militants", "police officials"."""
    kinds = _kinds(description)
    tags = (tag for tag in description.tags if key(tag) not in kinds)
    return " ".join((*tags, *(word for word in description.before if word in kinds), description.noun))


def _prefix(kind: str, description: Description) -> str:
    return "group" if kind == _GROUP or not description.singular else "body"


def _kinds(description: Description) -> frozenset[str]:
    return frozenset(key(noun) for kind in description.sectors for noun in kind.nouns)


def _relation(marker: str) -> str:
    return f"{marker} its owner" if marker else "by its owner"


def _unowned(description: Description, person: bool, place: tuple[str, int]) -> Composed | None:
    """Police, rebels, the government of nobody told: the sector is all that is known of them."""
    actor = description.actor
    if actor is None or (person and description.singular):
        return None
    if description.singular and not description.definite and actor.type != _GROUP:
        return None
    prefix, noun = _prefix(actor.type, description), _noun(description)
    where = place[0] if description.definite or description.singular else place
    local = slug(noun) if description.tags else f"{slug(noun)}-{digest('unowned', where, noun)}"
    entity = Entity(f"{ENTITY}{prefix}-{local}", noun, actor.type, kind=actor.kind, sector=_sector(description, None))
    return Composed(entity, f"{prefix} of nobody told", 0.6)


def _known_body(description: Description, owner: EntityEntry, names: Gazetteer) -> EntityEntry | None:
    """The entry of a body that is known by its owner and its noun: "Russian Foreign Ministry"."""
    if description.actor is None or description.before or (description.singular and not _is_certain(description)):
        return None
    for name in _body_names(owner, description.noun):
        senses = names.called(name)
        if len(senses) == 1 and senses[0].naming is Naming.NAME:
            return senses[0].entry
    return None


def _is_certain(description: Description) -> bool:
    return description.definite or description.marker == "of" or description.owner is not None


def _body_names(owner: EntityEntry, noun: str) -> Iterator[str]:
    for word in (*owner.adjectives, owner.label, *owner.names):
        yield f"{word} {noun}"
        yield f"{noun} of {word}"


def _sector(description: Description, owner: EntityEntry | None) -> str | None:
    """The sector: that of a body, else the most telling one of the nouns; an owner that is no state lends its own."""
    actor = description.actor
    own = actor.sector if actor is not None else None
    if actor is not None and actor.type not in {_GROUP, _PERSON}:
        found = own
    else:
        told = [kind.sector for kind in reversed(description.sectors)] + [own]
        found = next((sector for sector in told if sector not in {None, "GOV"}), next(filter(None, told), None))
    if owner is not None and owner.type not in _STATES and owner.sector is not None and found in {None, "GOV"}:
        return owner.sector
    return found


def _adjective(owner: EntityEntry) -> str:
    """How the owner stands before a noun: the first demonym that is no abbreviation, else the name."""
    return next((word for word in owner.adjectives if "." not in word and not word.isupper()), owner.label)
