"""Entities that the ontology does not know, minted from what the document calls them.

A name of several words is the same everywhere; a single surname, and what is
only described, is minted for its document alone, so that documents never
merge two persons.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kgraph.model.entity import Entity, entity_of
from kgraph.model.identifiers import ENTITY, digest, slug
from kgraph.model.vocabulary import ActorType, EntityEntry
from kgraph.resolve.people import Claim

_TYPES = {"PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place", "NORP": "Group"}


def known(entry: EntityEntry, name: str = "") -> Entity:
    """The entity of an entry, with the name that a document used for it."""
    # Of some heads the sources tell the surname only; the document may tell more.
    label = name if entry.type == "Person" and entry.label in name.split() else entry.label
    return replace(entity_of(entry), label=label, names=tuple(sorted({name, entry.label} - {"", label})))


def person(name: str, document: str, claims: Sequence[Claim] = (), sector: str | None = None) -> Entity:
    """A person by name, with the state and the sector that the document gives to him or her."""
    iri = f"{ENTITY}person-{slug(name)}"
    if " " not in name:
        iri += "-" + digest("person", document, name)
    return Entity(
        iri,
        name,
        "Person",
        country=next((claim.country for claim in claims if claim.country), None),
        kind=next((claim.kind for claim in claims if claim.kind), None),
        sector=sector,
    )


def named(name: str, hint: str, owner: EntityEntry | None, actor: ActorType | None) -> Entity | None:
    """An organisation, place or group by name; ``None`` where the parser takes the name for none of them.

    Args:
        name: The name.
        hint: The parser's label.
        owner: The state, place or body that the name names: "Serbian" in "Serbian Workers' Union".
        actor: The kind of body that its last words name.
    """
    kind = _TYPES.get(hint)
    if kind is None:
        return None
    body = kind == "Organization"
    return Entity(
        iri=f"{ENTITY}{kind.lower()}-{slug(name)}",
        label=name,
        type=kind,
        country=owner.country if owner is not None and body else None,
        kind=actor.kind if actor is not None and body else None,
        sector=actor.sector if actor is not None and body else None,
    )
