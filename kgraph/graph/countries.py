"""Who stands for whom at country level: persons, bodies and places are folded into their states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kgraph.graph.views import referents_of
from kgraph.model.entity import Entity
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import ENTITY

_STATE = "State"
# What a country made or has is no actor: an act upon a rifle is none upon its maker's state.
_THINGS = frozenset({"Aircraft", "Ship", "Vehicle", "Weapon"})


@dataclass(frozen=True, slots=True)
class Folding:
    """Who stands for whom.

    Attributes:
        into: IRI of the node that stands for another, for each that is folded.
        entities: All who may still be nodes, by IRI.
        actors: The IRIs of states and of international actors, which belong to none.
    """

    into: Mapping[str, str]
    entities: Mapping[str, Entity]
    actors: frozenset[str]

    def __call__(self, iri: str) -> str:
        """Who stands for a node: its state, else itself."""
        return self.into.get(iri, iri)


def unfolded(graph: KnowledgeGraph) -> Folding:
    """All entities stand for themselves."""
    entities = {entity.iri: entity for entity in graph.entities}
    return Folding({}, entities, frozenset(entities))


def folded(graph: KnowledgeGraph) -> Folding:
    """Everybody with a country is folded into its state, and so are mentions that an act was coded for with one."""
    states: dict[str, Entity] = {}
    for entity in (*graph.background.states, *graph.background.entities, *graph.entities):
        if entity.type == _STATE and entity.country is not None:
            states[entity.country] = entity
    countries = {each.iri: each.country for each in graph.entities if each.country and each.type not in _THINGS}
    countries.update((each.iri, each.country) for each in referents_of(graph) if each.country)
    for code in countries.values():
        # The ontology knows all states; this is for graphs that were built without it.
        states.setdefault(code, Entity(ENTITY + code, code, _STATE, country=code))
    into = {iri: states[code].iri for iri, code in countries.items()}
    stood_for = {*into.values()}
    used = [state for state in states.values() if state.iri in stood_for]
    entities = {entity.iri: entity for entity in (*used, *graph.entities)}
    international = {each.iri for each in graph.entities if each.kind is not None and each.iri not in into}
    return Folding(into, entities, frozenset(international | stood_for))
