"""The knowledge graph: documents, entities and statements of any number of readings, united."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from kgraph.model.entity import Entity
from kgraph.model.identifiers import BASE, base_of
from kgraph.model.parsed import ModelInfo
from kgraph.model.statement import Factuality, Statement
from kgraph.model.vocabulary import Holding, OfficeEntry


@dataclass(frozen=True, slots=True, order=True)
class DocumentNode:
    """A document as the graph remembers it: everything but its text.

    ``republication_of`` is the IRI of the document that it repeats; nothing is
    said on the evidence of a document that only repeats another.
    """

    iri: str
    id: str
    model: ModelInfo
    date: datetime.date | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    author: str | None = None
    republication_of: str | None = None


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


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """That one known thing belongs to another: ``memberOf``, ``partOf`` or ``officeOf``, from the ontology."""

    source: str
    relation: str
    target: str


@dataclass(frozen=True, slots=True)
class Background:
    """What the ontology knows of those whom statements speak of: person → office → state, member → body.

    Attributes:
        entities: States and bodies that the links lead to and no statement speaks of.
        offices: The offices of the persons.
        holdings: Who of them held which when.
        links: What belongs to what; each end is an entity of the graph, one of ``entities`` or one of ``offices``.
        states: The states that actors belong to by their country code. RDF leaves them to the ontology's own files.
    """

    entities: tuple[Entity, ...] = ()
    offices: tuple[OfficeEntry, ...] = ()
    holdings: tuple[Holding, ...] = ()
    links: tuple[Link, ...] = ()
    states: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """What all documents say; each sequence is sorted by IRI and free of duplicates.

    ``Evidence.document`` is the IRI of one of ``documents``; every entity IRI
    of a statement's mentions is the IRI of one of ``entities``. The sequences
    are tuples, or lie on disk where memory cannot hold them.
    """

    documents: Sequence[DocumentNode] = ()
    entities: Sequence[Entity] = ()
    evidence: Sequence[Evidence] = ()
    background: Background = Background()

    @property
    def base(self) -> str:
        """The base below which the graph's IRIs are minted: that of its documents."""
        first = next(iter(self.documents), None)
        return BASE if first is None else base_of(first.iri)


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


@dataclass(frozen=True, slots=True)
class Claim:
    """What one voice says of who did what to whom, with all statements that say it.

    Attributes:
        iri: Minted from all that follows but the evidence.
        subject: IRI of a node.
        predicate: IRI of the predicate.
        object: IRI of a node.
        holder: IRI of who says it; ``None`` for the writers themselves.
        factuality: How it is said.
        statements: IRIs of the statements, sorted.
        documents: IRIs of their documents, sorted.
        first: The earliest ISO date of the statements.
        last: The latest.
    """

    iri: str
    subject: str
    predicate: str
    object: str
    holder: str | None
    factuality: Factuality
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    first: str | None
    last: str | None
