"""Which statements a view shows, and how it shows them: the options that views, figures and reports share."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass, replace

from kgraph.errors import UsageError
from kgraph.graph.claims import claims
from kgraph.graph.nodes import all_mentions
from kgraph.graph.world import dated
from kgraph.model.graph import Background, Evidence, KnowledgeGraph

VIEW_NAMES = ("actors", "claims", "statements")


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """What of a knowledge graph to show, and how.

    Attributes:
        view: ``actors`` (who acts on whom, as writers affirm it), ``claims`` (who says what of whom) or
            ``statements`` (everything).
        event_types: PLOVER types, of which a statement must be one; none for all statements.
        since: The first day. A statement's day is the one that it names, else that on which its document was
            published; one without a day falls outside every window.
        until: The last day.
        sources: Outlets, of which a statement's document must come from one, in any case of letters; none for all.
        min_evidence: By how many documents at least an edge of the actors, or a claim, is told. Statements are kept
            if their claim is.
        by_country: Whether persons, bodies and places are folded into their states. Actors that belong to none then
            remain only if they are international, as the UN, and things, as weapons, not at all. In the other views
            whoever has no state stays.
        signed: Whether the actors are joined by one edge of cooperation and one of conflict, instead of one for each
            predicate. Acts of no quad class are left out. The other views do not change.

    Raises:
        UsageError: The view is unknown, the window ends before it begins, or the evidence is below 1.
    """

    view: str = "actors"
    event_types: tuple[str, ...] = ()
    since: datetime.date | None = None
    until: datetime.date | None = None
    sources: tuple[str, ...] = ()
    min_evidence: int = 1
    by_country: bool = False
    signed: bool = False

    def __post_init__(self) -> None:
        if self.view not in VIEW_NAMES:
            raise UsageError(f"unknown view {self.view!r}; there are: {', '.join(VIEW_NAMES)}")
        if self.since is not None and self.until is not None and self.until < self.since:
            raise UsageError(f"the time window ends on {self.until}, before it begins on {self.since}")
        if self.min_evidence < 1:
            raise UsageError(f"the minimum of evidence is {self.min_evidence}; give 1 document or more")

    @property
    def narrows(self) -> bool:
        """Whether some statements may be left out."""
        return bool(self.event_types or self.since or self.until or self.sources)


def select(graph: KnowledgeGraph, projection: Projection) -> KnowledgeGraph:
    """The graph of the statements of some types, times and sources, without what they do not speak of.

    The minimum of evidence is not asked for here but by each view. A statement
    that reports one of these is only among them if it fits itself; see
    :func:`with_reports`.
    """
    if not projection.narrows:
        return graph
    fits = _Filter(graph, projection)
    return _graph_of(graph, [evidence for evidence in graph.evidence if fits(evidence)])


def with_enough_evidence(graph: KnowledgeGraph, min_evidence: int) -> KnowledgeGraph:
    """The graph of the statements whose claim is told by so many documents."""
    if min_evidence <= 1:
        return graph
    told = {iri for claim in claims(graph) if len(claim.documents) >= min_evidence for iri in claim.statements}
    return _graph_of(graph, [evidence for evidence in graph.evidence if evidence.statement.id in told])


def with_reports(graph: KnowledgeGraph, whole: KnowledgeGraph) -> KnowledgeGraph:
    """The graph with the statements that report its own, so that who says what does not end in nothing."""
    chosen = {evidence.statement.id for evidence in graph.evidence}
    reports = {link.statement for evidence in graph.evidence for link in evidence.statement.attributed_to}
    if reports <= chosen:
        return graph
    return _graph_of(whole, [each for each in whole.evidence if each.statement.id in chosen | reports])


class _Filter:
    """Whether a piece of evidence fits."""

    def __init__(self, graph: KnowledgeGraph, projection: Projection) -> None:
        self._published = {document.iri: document.date for document in graph.documents}
        self._sources = {document.iri: (document.source or "").casefold() for document in graph.documents}
        self._types = {name.upper() for name in projection.event_types}
        self._wanted = {source.casefold() for source in projection.sources}
        self._first = projection.since.isoformat() if projection.since else ""
        self._last = projection.until.isoformat() if projection.until else "9999-12-31"
        self._dated = bool(projection.since or projection.until)

    def __call__(self, evidence: Evidence) -> bool:
        event = evidence.statement.event
        if self._types and (event is None or event.type not in self._types):
            return False
        if self._wanted and self._sources[evidence.document] not in self._wanted:
            return False
        # ISO dates sort as the days do.
        return not self._dated or self._first <= (dated(evidence, self._published) or "") <= self._last


def _graph_of(graph: KnowledgeGraph, evidence: list[Evidence]) -> KnowledgeGraph:
    """Some statements of a graph with all that they speak of, and nothing else."""
    documents = {each.document for each in evidence}
    spoken_of = {mention.entity for each in evidence for mention in all_mentions(each.statement)}
    return KnowledgeGraph(
        documents=tuple(document for document in graph.documents if document.iri in documents),
        entities=tuple(entity for entity in graph.entities if entity.iri in spoken_of),
        evidence=tuple(evidence),
        background=_behind(graph, spoken_of),
    )


def _behind(graph: KnowledgeGraph, spoken_of: Collection[str | None]) -> Background:
    """The background of some of the entities; others that its links lead to become part of it."""
    background = graph.background
    holdings = tuple(holding for holding in background.holdings if holding.person in spoken_of)
    told = {holding.office for holding in holdings}.union(spoken_of)
    links = tuple(link for link in background.links if link.source in told)
    targets = {link.target for link in links}
    others = {each.iri: each for each in (*graph.entities, *background.entities) if each.iri in targets}
    return replace(
        background,
        entities=tuple(others[iri] for iri in sorted(others) if iri not in spoken_of),
        offices=tuple(office for office in background.offices if office.iri in told),
        holdings=holdings,
        links=links,
    )
