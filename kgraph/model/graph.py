"""The knowledge graph: documents, entities and statements of any number of readings, united."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from kgraph.model.entity import Entity
from kgraph.model.parsed import ModelInfo
from kgraph.model.statement import Statement


@dataclass(frozen=True, slots=True, order=True)
class DocumentNode:
    """A document as the graph remembers it: everything but its text."""

    iri: str
    id: str
    model: ModelInfo
    date: datetime.date | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement with the document that makes it and the words that it rests on.

    Attributes:
        statement: What is said.
        document: IRI of the document that says it.
        sentence: The words of its sentence.
        content: The reported words, one item a span of the statement's content; empty if it reports nothing.
    """

    statement: Statement
    document: str
    sentence: str
    content: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """What all documents say; each tuple is sorted by IRI and free of duplicates.

    ``Evidence.document`` is the IRI of one of ``documents``; every entity IRI
    of a statement's mentions is the IRI of one of ``entities``.
    """

    documents: tuple[DocumentNode, ...] = ()
    entities: tuple[Entity, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One edge of the world view: what writers affirm, with all statements that affirm it.

    ``first`` and ``last`` are ISO dates, the earliest and latest of the evidence.
    """

    subject: str
    predicate: str
    object: str
    statements: tuple[str, ...]
    first: str | None
    last: str | None
