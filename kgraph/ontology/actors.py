"""Kinds of bodies and people, known by a noun: "foreign ministry", "rebels"."""

from __future__ import annotations

from kgraph.model.identifiers import ONTOLOGY
from kgraph.model.vocabulary import ActorType
from kgraph.ontology.triples import OWL, RDF, RDFS, Triples


def actor_types(triples: Triples) -> tuple[ActorType, ...]:
    """The classes that have nouns, sorted.

    Raises:
        OntologyError: One is no class, has no class above it, or shares a noun with another.
    """
    found = []
    for iri, rows in sorted(triples.values.items()):
        if ONTOLOGY + "actorNoun" not in rows:
            continue
        above = triples.all(iri, RDFS + "subClassOf")
        if OWL + "Class" not in rows.get(RDF + "type", ()) or len(above) != 1:
            raise triples.error(iri, "has a kg:actorNoun; make it a class with one rdfs:subClassOf")
        found.append(
            ActorType(
                iri=iri,
                label=triples.label(iri),
                type=above[0].removeprefix(ONTOLOGY),
                nouns=triples.kg(iri, "actorNoun"),
                sector=triples.one(iri, "sector"),
                kind=triples.one(iri, "kind"),
            )
        )
    triples.check_unique(((each.iri, noun) for each in found for noun in each.nouns), "shares the noun {!r} with")
    return tuple(found)
