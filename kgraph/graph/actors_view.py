"""Who acts on whom, as the world view has it (:mod:`kgraph.graph.world`).

One edge a subject, predicate and object, out of two relations:

- ``object``: an affirmed clause between two entities ("Russia criticizes NATO");
- ``recipient``: an affirmed political act from its actor to each of its
  recipients ("The U.S. sends HIMARS to Ukraine": U.S. → Ukraine, beside
  U.S. → HIMARS), so that the dyads of event data are edges.

The weight is the number of statements. Entities without any edge are left out.
At country level an edge from a state to itself is what its own do among
themselves.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kgraph.graph.countries import folded, unfolded
from kgraph.graph.property import SEPARATOR, Edge, Node, PropertyGraph, models, node_id
from kgraph.graph.selection import Projection
from kgraph.graph.views import facts_of
from kgraph.graph.world import dated, dyads
from kgraph.model.entity import Entity
from kgraph.model.graph import Evidence, KnowledgeGraph
from kgraph.model.identifiers import OPEN_PREDICATE, digest
from kgraph.model.statement import Statement

_INNER_CAPITAL = re.compile("(?<=[a-z])[A-Z]")

SIGNS = {"cooperation": 1.0, "conflict": -1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorNode(Node):
    """An entity; ``sector`` and ``kind`` are PLOVER's."""

    type: str
    country: str
    kind: str
    sector: str
    names: str
    same_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEdge(Edge):
    """All affirmed statements of one subject, predicate and object.

    Attributes:
        relation: ``object``, ``recipient``, or both.
        predicate: IRI; the label is its name. Empty in a signed view.
        documents: The number of documents that say it.
        first: The earliest date of the statements.
        last: The latest.
        event_type: PLOVER types that they were coded as.
        verbal_cooperation: The share of the statements in this quad class, between 0 and 1; so the next three.
        material_cooperation: See above.
        verbal_conflict: See above.
        material_conflict: See above.
        net: The number of statements of cooperation less that of conflict.
        sources: The outlets of the documents.
        statements: IRIs of the statements.
    """

    relation: str
    predicate: str
    documents: float
    first: str
    last: str
    event_type: str
    verbal_cooperation: float
    material_cooperation: float
    verbal_conflict: float
    material_conflict: float
    net: float
    sources: str
    statements: str


class _Key(NamedTuple):
    """What one edge stands for; ``what`` is the predicate's IRI, or a sign."""

    subject: str
    what: str
    object: str


@dataclass(slots=True)
class _Tie:
    """What was found for one edge: by which relations, and in which statements."""

    relations: set[str] = field(default_factory=set)
    statements: set[str] = field(default_factory=set)


def actors(graph: KnowledgeGraph, projection: Projection | None = None) -> PropertyGraph:
    """The actors view; nodes are sorted by IRI, edges by subject, predicate and object."""
    how = projection or Projection()
    folding = folded(graph) if how.by_country else unfolded(graph)
    known = _Known(graph)
    found: defaultdict[_Key, _Tie] = defaultdict(_Tie)
    for relation, subject, predicate, target, iris in _ties(graph):
        ends = folding(subject), folding(target)
        if not folding.actors.issuperset(ends):
            continue
        for iri in iris:
            what = known.sign(iri) if how.signed else predicate
            if what:
                tie = found[_Key(ends[0], what, ends[1])]
                tie.relations.add(relation)
                tie.statements.add(iri)
    ties = {key: tie for key, tie in sorted(found.items()) if known.documents(tie) >= how.min_evidence}
    edges = tuple(_edge(key, tie, known) for key, tie in ties.items())
    evidence: defaultdict[str, set[str]] = defaultdict(set)
    for key, tie in ties.items():
        evidence[key.subject] |= tie.statements
        evidence[key.object] |= tie.statements
    return PropertyGraph(
        name="actors",
        models=models(graph),
        node_type=ActorNode,
        edge_type=ActorEdge,
        nodes=tuple(_node(folding.entities[iri], evidence[iri], known) for iri in sorted(evidence)),
        edges=edges,
    )


def _ties(graph: KnowledgeGraph) -> Iterator[tuple[str, str, str, str, tuple[str, ...]]]:
    for relation, found in (("object", facts_of(graph)), ("recipient", dyads(graph))):
        for fact in found:
            yield relation, fact.subject, fact.predicate, fact.object, fact.statements


class _Known:
    """What edges ask of the statements."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._evidence = {evidence.statement.id: evidence for evidence in graph.evidence}
        self._published = {document.iri: document.date for document in graph.documents}
        self._sources = {document.iri: document.source for document in graph.documents}

    def of(self, iris: Iterable[str]) -> list[Evidence]:
        """The statements of some IRIs, in their order."""
        return [self._evidence[iri] for iri in iris]

    def documents(self, tie: _Tie) -> int:
        """How many documents say it."""
        return len({evidence.document for evidence in self.of(tie.statements)})

    def sign(self, iri: str) -> str:
        """Whether a statement is of cooperation or of conflict, or empty."""
        return _sign(quad_class(self._evidence[iri].statement))

    def times(self, several: Iterable[Evidence]) -> tuple[str, ...]:
        """The days of statements, sorted."""
        dates = (dated(evidence, self._published) for evidence in several)
        return tuple(sorted({date for date in dates if date is not None}))

    def sources(self, several: Iterable[Evidence]) -> str:
        """The outlets of the statements' documents."""
        found = {self._sources[evidence.document] for evidence in several}
        return SEPARATOR.join(sorted(source for source in found if source))


def quad_class(statement: Statement) -> str:
    """The quad class of the act that a statement is, or empty."""
    return (statement.event.quad_class or "") if statement.event is not None else ""


def _sign(quad: str) -> str:
    """``cooperation`` for ``VerbalCooperation``, and so on; empty for no quad class."""
    return next((sign for sign in SIGNS if quad.lower().endswith(sign)), "")


def _node(entity: Entity, statements: set[str], known: _Known) -> ActorNode:
    return ActorNode(
        id=node_id(entity.iri),
        iri=entity.iri,
        label=entity.label,
        evidence=float(len(statements)),
        times=known.times(known.of(statements)),
        type=entity.type,
        country=entity.country or "",
        kind=entity.kind or "",
        sector=entity.sector or "",
        names=SEPARATOR.join(entity.names),
        same_as=" ".join(entity.same_as),
    )


def _edge(key: _Key, tie: _Tie, known: _Known) -> ActorEdge:
    """One edge; a statement that makes it by several relations counts once."""
    iris = sorted(tie.statements)
    evidence = known.of(iris)
    counts = Counter(quad_class(each.statement) for each in evidence)
    times = known.times(evidence)
    signed = key.what in SIGNS
    return ActorEdge(
        id="act-" + digest(*key),
        source=node_id(key.subject),
        target=node_id(key.object),
        label=key.what if signed else predicate_name(key.what, evidence),
        weight=float(len(iris)),
        quad_class=_commonest(counts),
        parallel=key.what if signed else node_id(key.what),
        times=times,
        relation=SEPARATOR.join(sorted(tie.relations)),
        predicate="" if signed else key.what,
        documents=float(known.documents(tie)),
        first=times[0] if times else "",
        last=times[-1] if times else "",
        event_type=SEPARATOR.join(sorted({e.statement.event.type for e in evidence if e.statement.event is not None})),
        verbal_cooperation=_share(counts, "VerbalCooperation"),
        material_cooperation=_share(counts, "MaterialCooperation"),
        verbal_conflict=_share(counts, "VerbalConflict"),
        material_conflict=_share(counts, "MaterialConflict"),
        net=_net(counts),
        sources=known.sources(evidence),
        statements=" ".join(iris),
    )


def _commonest(counts: Mapping[str, int]) -> str:
    """The quad class of most statements; of several, the last in the alphabet."""
    return max(((number, name) for name, number in counts.items() if name), default=(0, ""))[1]


def _share(counts: Counter[str], quad_class: str) -> float:
    return round(counts[quad_class] / counts.total(), 6)


def _net(counts: Counter[str]) -> float:
    return float(sum(SIGNS[_sign(name)] * number for name, number in counts.items() if name))


def predicate_name(predicate: str, evidence: list[Evidence]) -> str:
    """What to call a predicate: its lemma if it is an open one, else its local name in words ("holds office")."""
    if predicate.startswith(OPEN_PREDICATE):
        return min(each.statement.predicate.lemma for each in evidence)
    name = predicate.replace("#", "/").rstrip("/").rpartition("/")[2]
    return _INNER_CAPITAL.sub(lambda found: f" {found[0].lower()}", name)
