"""Everything that was read: statements, entities and referents as nodes.

Each edge leads from a statement to one that takes part in it and is labelled
by how: ``subject``, ``object``, ``place``, the role of a further argument,
``event_actor``, ``event_recipient``, ``holder`` (who says it) and
``attributed_to`` (the statement that reports it).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kgraph.graph.actors_view import quad_class
from kgraph.graph.countries import Folding, folded, unfolded
from kgraph.graph.nodes import Referent, node_iri
from kgraph.graph.property import SEPARATOR, Edge, Node, PropertyGraph, Stream, models, node_id
from kgraph.graph.selection import Projection
from kgraph.graph.views import referents_of
from kgraph.graph.world import affirmed, dated, day
from kgraph.model.entity import Entity
from kgraph.model.graph import DocumentNode, Evidence, KnowledgeGraph
from kgraph.model.identifiers import digest
from kgraph.model.statement import Mention, Party, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsNode(Node):
    """A node; ``kind`` is ``statement``, ``entity`` or ``referent``, and the others' attributes are missing.

    ``affirmed`` tells whether the statement belongs to the world view. Offsets
    are characters into the document's text; ``begin`` and ``end`` are the
    predicate's.
    """

    kind: str
    type: str = ""
    country: str = ""
    names: str = ""
    same_as: str = ""
    predicate: str = ""
    predicate_text: str = ""
    lemma: str = ""
    sentence: str = ""
    content: str = ""
    content_quoted: bool = False
    affirmed: bool = False
    negated: bool = False
    certainty: str = ""
    future: bool = False
    modality: str = ""
    event_type: str = ""
    quad_class: str = ""
    mode: str = ""
    contexts: str = ""
    cameo: str = ""
    time: str = ""
    time_text: str = ""
    date: str = ""
    confidence: float = 0.0
    rule: str = ""
    begin: float = 0.0
    end: float = 0.0
    sentence_begin: float = 0.0
    sentence_end: float = 0.0
    document: str = ""
    document_id: str = ""
    document_date: str = ""
    document_title: str = ""
    document_url: str = ""
    document_source: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsEdge(Edge):
    """An edge; the label is the role.

    ``text``, ``begin`` and ``end`` are the words that stand for the target in
    the document; ``marker`` is the word that marks an argument; country,
    actor_kind and sector are what an event was coded with.
    """

    text: str = ""
    marker: str = ""
    country: str = ""
    actor_kind: str = ""
    sector: str = ""
    begin: float = 0.0
    end: float = 0.0


def statements(graph: KnowledgeGraph, projection: Projection | None = None) -> PropertyGraph:
    """The statements view; entities, referents and statements follow each other, each sorted by IRI."""
    how = projection or Projection()
    view = _View(graph, folded(graph) if how.by_country else unfolded(graph))
    return PropertyGraph(
        name="statements",
        models=models(graph),
        node_type=StatementsNode,
        edge_type=StatementsEdge,
        nodes=Stream(view.nodes),
        edges=Stream(view.edges),
    )


class _View:
    """The nodes and edges of a graph, one after the other."""

    def __init__(self, graph: KnowledgeGraph, folding: Folding) -> None:
        self._graph = graph
        self._folding = folding
        self._documents = {document.iri: document for document in graph.documents}
        self._published = {document.iri: document.date for document in graph.documents}

    def nodes(self) -> Iterator[StatementsNode]:
        """Entities, referents, statements."""
        evidence, times = self._spoken_of()
        for iri in sorted(self._folding.entities):
            if self._folding(iri) == iri:
                dates = tuple(sorted(times[iri]))
                yield _entity(self._folding.entities[iri], float(evidence[iri]), dates)
        for referent in referents_of(self._graph):
            if self._folding(referent.iri) == referent.iri:
                document = self._documents[referent.document]
                dates = tuple(sorted(times[referent.iri]))
                yield _referent(referent, document, float(evidence[referent.iri]), dates)
        for each in self._graph.evidence:
            yield self._statement(each)

    def _spoken_of(self) -> tuple[Counter[str], defaultdict[str, set[str]]]:
        """In how many statements each node but statements takes part, and on which days."""
        evidence: Counter[str] = Counter()
        times: defaultdict[str, set[str]] = defaultdict(set)
        for each in self._graph.evidence:
            date = dated(each, self._published)
            for iri in {self._folding(node_iri(part.mention, each.document)) for part in parts(each.statement)}:
                evidence[iri] += 1
                if date is not None:
                    times[iri].add(date)
        return evidence, times

    def edges(self) -> Iterator[StatementsEdge]:
        """The edges of one statement after the other."""
        for evidence in self._graph.evidence:
            yield from self._edges(evidence)

    def _edges(self, evidence: Evidence) -> Iterator[StatementsEdge]:
        statement = evidence.statement
        date = dated(evidence, self._published)
        source, act, times = node_id(statement.id), quad_class(statement), (date,) if date else ()
        seen: Counter[tuple[str, str]] = Counter()
        for position, part in enumerate(parts(statement)):
            party, mention = part.party, part.mention
            target = node_id(self._folding(node_iri(mention, evidence.document)))
            seen[part.label, target] += 1
            number = seen[part.label, target]
            yield StatementsEdge(
                # The position keeps apart two arguments of one role.
                id="part-" + digest(statement.id, part.label, position),
                source=source,
                target=target,
                label=part.label,
                quad_class=act,
                parallel=part.label if number == 1 else f"{part.label} {number}",
                times=times,
                text=mention.text,
                marker=part.marker,
                country=(party.country or "") if party else "",
                actor_kind=(party.kind or "") if party else "",
                sector=(party.sector or "") if party else "",
                begin=float(mention.span.start),
                end=float(mention.span.end),
            )
        if statement.attributed_to:
            reporting = statement.attributed_to[-1].statement
            yield StatementsEdge(
                id="said-" + digest(statement.id, reporting),
                source=source,
                target=node_id(reporting),
                label="attributed_to",
                quad_class=act,
                parallel="attributed_to",
                times=times,
            )

    def _statement(self, evidence: Evidence) -> StatementsNode:
        statement, document = evidence.statement, self._documents[evidence.document]
        event, time, date = statement.event, statement.time, day(statement)
        when = dated(evidence, self._published)
        return StatementsNode(
            id=node_id(statement.id),
            iri=statement.id,
            label=_words(statement),
            evidence=1.0,
            times=(when,) if when is not None else (),
            kind="statement",
            type="Statement",
            quad_class=quad_class(statement),
            predicate=statement.predicate.iri,
            predicate_text=statement.predicate.text,
            lemma=statement.predicate.lemma,
            sentence=evidence.sentence,
            content=SEPARATOR.join(evidence.content),
            content_quoted=statement.content is not None and statement.content.quoted,
            affirmed=affirmed(statement),
            negated=statement.factuality.negated,
            certainty=str(statement.factuality.certainty),
            future=statement.factuality.future,
            modality=str(statement.factuality.modality),
            event_type=event.type if event else "",
            mode=(event.mode or "") if event else "",
            contexts=SEPARATOR.join(event.contexts) if event else "",
            cameo=(event.cameo or "") if event else "",
            time=time.value if time else "",
            time_text=time.text if time else "",
            date=date.isoformat() if date else "",
            # As in RDF; igraph refuses denormal numbers.
            confidence=round(float(statement.confidence), 6),
            rule=statement.rule,
            begin=float(statement.predicate.span.start),
            end=float(statement.predicate.span.end),
            sentence_begin=float(statement.sentence.start),
            sentence_end=float(statement.sentence.end),
            document=document.iri,
            document_id=document.id,
            document_date=document.date.isoformat() if document.date else "",
            document_title=document.title or "",
            document_url=document.url or "",
            document_source=document.source or "",
            model=f"{document.model.name} {document.model.version}",
        )


def _entity(entity: Entity, evidence: float, times: tuple[str, ...]) -> StatementsNode:
    return StatementsNode(
        id=node_id(entity.iri),
        iri=entity.iri,
        label=entity.label,
        evidence=evidence,
        times=times,
        kind="entity",
        type=entity.type,
        country=entity.country or "",
        names=SEPARATOR.join(entity.names),
        same_as=" ".join(entity.same_as),
    )


def _referent(referent: Referent, document: DocumentNode, evidence: float, times: tuple[str, ...]) -> StatementsNode:
    return StatementsNode(
        id=node_id(referent.iri),
        iri=referent.iri,
        label=referent.label,
        evidence=evidence,
        times=times,
        kind="referent",
        type=referent.type,
        country=referent.country,
        document=document.iri,
        document_id=document.id,
    )


def _words(statement: Statement) -> str:
    """Subject, predicate and object in their own words."""
    parts = (statement.subject, statement.predicate, statement.object)
    return " ".join(part.text for part in parts if part is not None)


class Part(NamedTuple):
    """One that takes part in a statement."""

    label: str
    mention: Mention
    marker: str = ""
    party: Party | None = None


def parts(statement: Statement) -> Iterator[Part]:
    """All that take part in a statement, with the labels of their edges."""
    if statement.subject is not None:
        yield Part("subject", statement.subject)
    if statement.object is not None:
        yield Part("object", statement.object)
    for argument in statement.arguments:
        yield Part(argument.role, argument.filler, argument.marker)
    if statement.place is not None:
        yield Part("place", statement.place)
    if statement.event is not None:
        for party in statement.event.actors:
            yield Part("event_actor", party.mention, party=party)
        for party in statement.event.recipients:
            yield Part("event_recipient", party.mention, party=party)
    # As in RDF the innermost source: the reporting statement has its own.
    for link in statement.attributed_to[-1:]:
        if link.source is not None:
            yield Part("holder", link.source)
