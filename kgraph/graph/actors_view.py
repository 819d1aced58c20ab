"""Who acts on whom, as the world view has it (:mod:`kgraph.graph.world`).

One edge a subject, predicate and object, out of two relations:

- ``object``: an affirmed clause between two entities ("Russia criticizes NATO");
- ``recipient``: an affirmed political act from its actor to each of its
  recipients ("The U.S. sends HIMARS to Ukraine": U.S. → Ukraine, beside
  U.S. → HIMARS), so that the dyads of event data are edges.

The weight is the number of statements. Entities without any edge are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kgraph.graph.property import SEPARATOR, Edge, Node, PropertyGraph, models, node_id
from kgraph.graph.world import dyads, facts
from kgraph.model.entity import Entity
from kgraph.model.graph import Fact, KnowledgeGraph
from kgraph.model.identifiers import OPEN_PREDICATE, digest
from kgraph.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorNode(Node):
    """An entity."""

    type: str
    country: str
    names: str
    same_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEdge(Edge):
    """All affirmed statements of one subject, predicate and object.

    Attributes:
        relation: ``object``, ``recipient``, or both.
        predicate: IRI; the label is its name.
        first: The earliest date of the statements.
        last: The latest.
        event_type: PLOVER types that they were coded as.
        statements: Their IRIs.
    """

    relation: str
    predicate: str
    first: str
    last: str
    event_type: str
    statements: str


def actors(graph: KnowledgeGraph) -> PropertyGraph:
    """The actors view; nodes are sorted by IRI, edges by subject, predicate and object."""
    entities = {entity.iri: entity for entity in graph.entities}
    statements = {evidence.statement.id: evidence.statement for evidence in graph.evidence}
    relations: defaultdict[tuple[str, str, str], dict[str, Fact]] = defaultdict(dict)
    for relation, found in (("object", facts(graph)), ("recipient", dyads(graph))):
        for fact in found:
            if fact.subject in entities and fact.object in entities:
                relations[fact.subject, fact.predicate, fact.object][relation] = fact
    ends = {iri for subject, _, target in relations for iri in (subject, target)}
    return PropertyGraph(
        name="actors",
        models=models(graph),
        node_type=ActorNode,
        edge_type=ActorEdge,
        nodes=tuple(_node(entity) for entity in graph.entities if entity.iri in ends),
        edges=tuple(_edge(relations[key], statements) for key in sorted(relations)),
    )


def _node(entity: Entity) -> ActorNode:
    return ActorNode(
        id=node_id(entity.iri),
        iri=entity.iri,
        label=entity.label,
        type=entity.type,
        country=entity.country or "",
        names=SEPARATOR.join(entity.names),
        same_as=" ".join(entity.same_as),
    )


def _edge(found: Mapping[str, Fact], statements: Mapping[str, Statement]) -> ActorEdge:
    """One edge out of the facts of its relations; a statement that makes several of them counts once."""
    fact = next(iter(found.values()))
    iris = sorted({iri for each in found.values() for iri in each.statements})
    evidence = [statements[iri] for iri in iris]
    return ActorEdge(
        id="act-" + digest(fact.subject, fact.predicate, fact.object),
        source=node_id(fact.subject),
        target=node_id(fact.object),
        label=_name(fact.predicate, evidence),
        weight=float(len(iris)),
        relation=SEPARATOR.join(sorted(found)),
        predicate=fact.predicate,
        first=min((each.first for each in found.values() if each.first is not None), default=""),
        last=max((each.last for each in found.values() if each.last is not None), default=""),
        event_type=SEPARATOR.join(sorted({each.event.type for each in evidence if each.event is not None})),
        statements=" ".join(iris),
    )


def _name(predicate: str, evidence: list[Statement]) -> str:
    """What to call a predicate: its lemma if it is an open one, else its local name."""
    if predicate.startswith(OPEN_PREDICATE):
        return min(statement.predicate.lemma for statement in evidence)
    return predicate.replace("#", "/").rstrip("/").rpartition("/")[2]
