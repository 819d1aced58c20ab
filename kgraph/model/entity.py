"""Who and what the statements speak of, once resolved."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.model.vocabulary import EntityEntry


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A resolved actor, place or thing.

    Attributes:
        iri: Stable; from the ontology, or minted from the name.
        label: The name to show.
        type: Local name of its ontology class, such as ``Person`` or ``State``.
        names: Other names that documents used for it, sorted.
        country: ISO 3166-1 alpha-3 of the state that it is or belongs to.
        same_as: IRIs of the same thing elsewhere (Wikidata, GeoNames), sorted.
        kind: What an actor of no country is, in PLOVER's terms: ``IGO``, ``NGO``, ``MNC``, ``IMG``.
        sector: PLOVER's sector, such as ``GOV``, ``MIL`` or ``REB``.
    """

    iri: str
    label: str
    type: str
    names: tuple[str, ...] = ()
    country: str | None = None
    same_as: tuple[str, ...] = ()
    kind: str | None = None
    sector: str | None = None


def entity_of(entry: EntityEntry) -> Entity:
    """The entity that an entry of the vocabulary describes."""
    return Entity(
        iri=entry.iri,
        label=entry.label,
        type=entry.type,
        country=entry.country,
        same_as=entry.same_as,
        kind=entry.kind,
        sector=entry.sector,
    )
