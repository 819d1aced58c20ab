"""A statement with what is known where it stands: the record that most tables are made of."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kgraph.graph.nodes import node_iri
from kgraph.graph.views import share_of
from kgraph.graph.world import dated
from kgraph.model.document import Span
from kgraph.model.entity import Entity
from kgraph.model.graph import DocumentNode, Evidence, KnowledgeGraph
from kgraph.model.statement import Mention, Statement


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with all that is known where it stands.

    Attributes:
        evidence: The statement and its words.
        document: Its document.
        date: The day that it names, else that of publication.
        entities: Every entity of the graph by its IRI.
    """

    evidence: Evidence
    document: DocumentNode
    date: datetime.date | None
    entities: Mapping[str, Entity]

    @property
    def statement(self) -> Statement:
        """What is said."""
        return self.evidence.statement

    @property
    def holder(self) -> Mention | None:
        """Who says it, if the writer does not."""
        return self.statement.attributed_to[-1].source if self.statement.attributed_to else None

    def iri(self, mention: Mention | None) -> str | None:
        """The IRI of the node that a mention stands for."""
        return node_iri(mention, self.evidence.document) if mention is not None else None

    def name(self, mention: Mention | None) -> str | None:
        """The label of the entity that a mention is linked to, else its words."""
        if mention is None:
            return None
        return self.entities[mention.entity].label if mention.entity is not None else mention.text

    def country(self, mention: Mention | None) -> str | None:
        """The country of the entity that a mention is linked to."""
        return self.entities[mention.entity].country if mention is not None and mention.entity is not None else None


def told(graph: KnowledgeGraph) -> Iterator[Told]:
    """Every statement of a graph: by date, the undated first, then by document and place in its text."""
    documents = {document.iri: document for document in graph.documents}
    published = {document.iri: document.date for document in graph.documents}
    share = share_of(graph)
    entities = {entity.iri: entity for entity in (*graph.entities, *(share.mentioned if share is not None else ()))}
    found = []
    for evidence in graph.evidence:
        iso = dated(evidence, published)
        date = datetime.date.fromisoformat(iso) if iso is not None else None
        found.append(Told(evidence, documents[evidence.document], date, entities))
    yield from sorted(found, key=_reading_order)


def _reading_order(told: Told) -> tuple[datetime.date, str, str, Span, str]:
    place = told.statement.predicate.span
    return told.date or datetime.date.min, told.document.id, told.document.iri, place, told.statement.id
