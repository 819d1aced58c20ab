"""Known entities: states, bodies, persons, places and things with their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kgraph.model.identifiers import ENTITY, ONTOLOGY
from kgraph.model.vocabulary import EntityEntry
from kgraph.ontology.triples import OWL, RDF, Triples

# What has an IRI among the entities and is none: see the module on offices.
_NAMED = {ONTOLOGY + "name", ONTOLOGY + "weakName"}
_APART = {ONTOLOGY + "Office", ONTOLOGY + "Holding"}


def entities(triples: Triples) -> tuple[EntityEntry, ...]:
    """The entities, sorted and checked.

    Raises:
        OntologyError: One is malformed, refers to an unknown one, or shares a strong name with another.
    """
    classes = set(triples.subjects(RDF + "type", OWL + "Class"))
    members = _members(triples)
    found = tuple(
        _entity(triples, iri, classes, members)
        for iri in sorted(iri for iri, rows in triples.values.items() if iri.startswith(ENTITY) or _NAMED & rows.keys())
        if _APART.isdisjoint(triples.values[iri].get(RDF + "type", ()))
    )
    names = ((entity.iri, name) for entity in found for name in entity.names)
    triples.check_unique(names, "shares the name {!r} with", "make it a weak name of both")
    return found


def _members(triples: Triples) -> Mapping[str, list[str]]:
    """The members of each body, from what each member says of itself."""
    found = defaultdict(list)
    for iri, rows in triples.values.items():
        for body in rows.get(ONTOLOGY + "memberOf", ()):
            if body not in triples.values:
                raise triples.error(iri, f"is a member of the unknown <{body}>")
            found[body].append(iri)
    return found


def _entity(triples: Triples, iri: str, classes: set[str], members: Mapping[str, list[str]]) -> EntityEntry:
    types = triples.all(iri, RDF + "type")
    unknown = next((each for each in types if each not in classes), None)
    if not types or unknown:
        raise triples.error(iri, f"is of the unknown class <{unknown}>" if unknown else "has no class")
    names, weak_names = triples.kg(iri, "name"), triples.kg(iri, "weakName")
    if both := sorted({*names} & {*weak_names}):
        raise triples.error(iri, f"has the name {both[0]!r} both as strong and as weak; keep one")
    part_of = triples.one(iri, "partOf")
    if part_of is not None and part_of not in triples.values:
        raise triples.error(iri, f"is a part of the unknown <{part_of}>")
    return EntityEntry(
        iri=iri,
        label=triples.label(iri),
        type=types[0].removeprefix(ONTOLOGY),
        names=names,
        weak_names=weak_names,
        adjectives=triples.kg(iri, "adjective"),
        nationals=triples.kg(iri, "national"),
        capitals=triples.kg(iri, "capital"),
        country=triples.one(iri, "iso3") or triples.one(iri, "country"),
        same_as=triples.all(iri, OWL + "sameAs"),
        seats=triples.kg(iri, "seat"),
        kind=triples.one(iri, "kind"),
        sector=triples.one(iri, "sector"),
        part_of=part_of,
        members=tuple(sorted(members.get(iri, ()))),
        since=triples.one(iri, "since"),
        until=triples.one(iri, "until"),
    )
