"""What the ontology knows of those whom a graph speaks of: their offices, memberships and the bodies they belong to.

Classes and properties with what stands above them stay in the ontology's own
files; a graph names the class of each entity, and both are read together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from kgraph.graph.merge import behind
from kgraph.graph.nodes import parties
from kgraph.model.entity import Entity, entity_of
from kgraph.model.graph import Background, Evidence, KnowledgeGraph, Link
from kgraph.model.vocabulary import OfficeEntry, Vocabulary

_STATE = "State"


def with_background(graph: KnowledgeGraph, vocabulary: Vocabulary) -> KnowledgeGraph:
    """The graph with what a vocabulary knows of its entities; see :func:`background`."""
    spoken_of = {entity.iri for entity in graph.entities}
    return replace(graph, background=background(vocabulary, spoken_of, countries(graph.entities, graph.evidence)))


def background(vocabulary: Vocabulary, spoken_of: AbstractSet[str], codes: AbstractSet[str]) -> Background:
    """What a vocabulary knows of entities.

    Every person brings the offices held, every office its titles and its state or body,
    every state and body those that it is a member or a part of. The states
    that actors belong to come along, so that views can fold actors into them.

    Args:
        vocabulary: The ontology.
        spoken_of: The IRIs of the entities; those of :func:`iris_of` are enough.
        codes: Those of the states that actors belong to; see :func:`countries`.
    """
    known = {entry.iri: entry for entry in vocabulary.entities}
    states = {entry.country: entry.iri for entry in vocabulary.entities if entry.type == _STATE and entry.country}
    holdings = tuple(holding for holding in vocabulary.holdings if holding.person in spoken_of)
    told = {holding.office for holding in holdings} | spoken_of
    offices = tuple(office for office in vocabulary.offices if office.iri in told)
    links = set(_belonging(vocabulary, spoken_of))
    for office in offices:
        owner = office.body or states.get(office.country or "")
        if owner is not None:
            links.add(Link(office.iri, "officeOf", owner))
    found = Background(
        entities=tuple(entity_of(known[iri]) for iri in {link.target for link in links} if iri in known),
        offices=offices,
        holdings=holdings,
        links=tuple(links),
        states=tuple(entity_of(known[states[code]]) for code in codes if code in states),
    )
    return behind((found,), spoken_of)


def with_offices(graph: KnowledgeGraph, offices: Mapping[str, OfficeEntry]) -> KnowledgeGraph:
    """The graph of one document with what is known of the offices that it speaks of, as its shapes ask for.

    Args:
        graph: The graph, without background.
        offices: All that are known, by IRI.
    """
    found = tuple(offices[entity.iri] for entity in graph.entities if entity.iri in offices)
    return replace(graph, background=Background(offices=found)) if found else graph


def iris_of(vocabulary: Vocabulary) -> frozenset[str]:
    """The IRIs that a vocabulary knows anything of."""
    entries = (iri for entry in vocabulary.entities for iri in (entry.iri, *entry.members))
    others = (iri for holding in vocabulary.holdings for iri in (holding.person, holding.office))
    return frozenset((*entries, *others, *(office.iri for office in vocabulary.offices)))


def countries(entities: Iterable[Entity], evidence: Iterable[Evidence]) -> set[str]:
    """The codes of the states that entities and the sides of acts belong to."""
    sides = (party.country for each in evidence for party in parties(each.statement))
    return {code for code in (*(entity.country for entity in entities), *sides) if code is not None}


def _belonging(vocabulary: Vocabulary, spoken_of: AbstractSet[str]) -> Iterator[Link]:
    for entry in vocabulary.entities:
        yield from (Link(member, "memberOf", entry.iri) for member in entry.members if member in spoken_of)
        if entry.part_of is not None and entry.iri in spoken_of:
            yield Link(entry.iri, "partOf", entry.part_of)
