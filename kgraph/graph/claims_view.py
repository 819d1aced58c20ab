"""Who says what of whom, as claims (:mod:`kgraph.graph.claims`), and whose words stand against whose.

A claim is a node, since it has relations of its own. Its edges lead to its
``subject``, its ``object`` and its ``holder``, who says it, and to the claims
that it ``contradicts`` or ``corroborates``. A claim without a holder is the
writers' own. The weight of an edge is the number of statements of its claim.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kgraph.graph.actors_view import predicate_name, quad_class
from kgraph.graph.claims import claims, disputes
from kgraph.graph.countries import Folding, folded, unfolded
from kgraph.graph.property import SEPARATOR, Edge, Node, PropertyGraph, models, node_id
from kgraph.graph.selection import Projection
from kgraph.graph.views import referents_of
from kgraph.graph.world import dated
from kgraph.model.graph import Claim, Evidence, KnowledgeGraph
from kgraph.model.identifiers import digest
from kgraph.model.statement import Certainty, Factuality, Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsNode(Node):
    """A node; ``kind`` is ``claim``, ``entity`` or ``referent``, and a claim alone has what follows the country.

    ``documents`` is the number of documents that tell the claim, ``sentences``
    are the words that do.
    """

    kind: str
    type: str = ""
    country: str = ""
    predicate: str = ""
    negated: bool = False
    certainty: str = ""
    future: bool = False
    modality: str = ""
    event_type: str = ""
    quad_class: str = ""
    documents: float = 0.0
    first: str = ""
    last: str = ""
    sources: str = ""
    sentences: str = ""
    statements: str = ""


def claims_graph(graph: KnowledgeGraph, projection: Projection | None = None) -> PropertyGraph:
    """The claims view; entities, referents and claims follow each other, each sorted by IRI."""
    how = projection or Projection()
    folding = folded(graph) if how.by_country else unfolded(graph)
    found = [claim for claim in claims(graph) if len(claim.documents) >= how.min_evidence]
    told = {claim.iri: node for claim, node in zip(found, _claims(graph, found), strict=True)}
    edges = [edge for claim in found for edge in _roles(claim, told[claim.iri], folding)]
    edges += [_dispute(*triple, told) for triple in sorted(disputes(found))]
    return PropertyGraph(
        name="claims",
        models=models(graph),
        node_type=ClaimsNode,
        edge_type=Edge,
        nodes=(*_ends(graph, folding, found, told), *told.values()),
        edges=tuple(edges),
    )


def _claims(graph: KnowledgeGraph, found: list[Claim]) -> Iterator[ClaimsNode]:
    evidence = {each.statement.id: each for each in graph.evidence}
    published = {document.iri: document.date for document in graph.documents}
    outlets = {document.iri: document.source for document in graph.documents}
    labels = {entity.iri: entity.label for entity in graph.entities}
    labels.update((referent.iri, referent.label) for referent in referents_of(graph))
    for claim in found:
        rests_on = [evidence[iri] for iri in claim.statements]
        events = sorted({each.statement.event.type for each in rests_on if each.statement.event is not None})
        words = (labels[claim.subject], predicate_name(claim.predicate, rests_on), labels[claim.object])
        yield ClaimsNode(
            id=node_id(claim.iri),
            iri=claim.iri,
            label=" ".join(words) + _manner(claim.factuality),
            evidence=float(len(rests_on)),
            times=_times(rests_on, published),
            kind="claim",
            type="Claim",
            predicate=claim.predicate,
            negated=claim.factuality.negated,
            certainty=str(claim.factuality.certainty),
            future=claim.factuality.future,
            modality=str(claim.factuality.modality),
            event_type=SEPARATOR.join(events),
            quad_class=max((quad_class(each.statement) for each in rests_on), default=""),
            documents=float(len(claim.documents)),
            first=claim.first or "",
            last=claim.last or "",
            sources=SEPARATOR.join(sorted({name for iri in claim.documents if (name := outlets[iri])})),
            sentences=SEPARATOR.join(dict.fromkeys(each.sentence for each in rests_on)),
            statements=" ".join(claim.statements),
        )


def _manner(factuality: Factuality) -> str:
    """What keeps a claim from being a plain fact, so that nobody takes its label for one: "(not, future)"."""
    marks = (
        "not" if factuality.negated else "",
        factuality.certainty.value if factuality.certainty is not Certainty.CERTAIN else "",
        factuality.modality.value if factuality.modality is not Modality.ASSERTED else "",
        "future" if factuality.future else "",
    )
    told = ", ".join(filter(None, marks))
    return f" ({told})" if told else ""


def _times(evidence: list[Evidence], published: Mapping[str, datetime.date | None]) -> tuple[str, ...]:
    return tuple(sorted({date for each in evidence if (date := dated(each, published)) is not None}))


def _roles(claim: Claim, node: ClaimsNode, folding: Folding) -> Iterator[Edge]:
    for role, iri in (("subject", claim.subject), ("object", claim.object), ("holder", claim.holder)):
        if iri is not None:
            yield Edge(
                id=f"{role}-" + digest(claim.iri, role),
                source=node.id,
                target=node_id(folding(iri)),
                label=role,
                weight=node.evidence,
                quad_class=node.quad_class,
                parallel=role,
                times=node.times,
            )


def _dispute(claim: str, relation: str, other: str, told: Mapping[str, ClaimsNode]) -> Edge:
    """Its weight and times are those of the claim that it leads from."""
    return Edge(
        id=f"{relation}-" + digest(claim, relation, other),
        source=told[claim].id,
        target=told[other].id,
        label=relation,
        weight=told[claim].evidence,
        parallel=relation,
        times=told[claim].times,
    )


def _ends(
    graph: KnowledgeGraph, folding: Folding, found: list[Claim], told: Mapping[str, ClaimsNode]
) -> Iterator[ClaimsNode]:
    """Whoever claims speak of or are held by."""
    evidence: defaultdict[str, set[str]] = defaultdict(set)
    times: defaultdict[str, set[str]] = defaultdict(set)
    for claim in found:
        for iri in {folding(end) for end in (claim.subject, claim.object, claim.holder) if end is not None}:
            evidence[iri].update(claim.statements)
            times[iri].update(told[claim.iri].times)
    others = {referent.iri: referent for referent in referents_of(graph)}
    for kind, records in (("entity", folding.entities), ("referent", others)):
        for iri in sorted(evidence.keys() & records.keys()):
            yield ClaimsNode(
                id=node_id(iri),
                iri=iri,
                label=records[iri].label,
                evidence=float(len(evidence[iri])),
                times=tuple(sorted(times[iri])),
                kind=kind,
                type=records[iri].type,
                country=records[iri].country or "",
            )
