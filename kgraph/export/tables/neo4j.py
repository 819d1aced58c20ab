"""Nodes and relationships as CSV with the headers of Neo4j's bulk import (``neo4j-admin database import``).

============================  =======================================================
file                          holds
============================  =======================================================
``neo4j-documents.csv``       ``(:Document)``
``neo4j-entities.csv``        ``(:Entity:State)`` and the other classes
``neo4j-referents.csv``       ``(:Referent)``: words that are linked to no entity
``neo4j-statements.csv``      ``(:Statement)``, political acts also ``:Event:ACCUSE``
``neo4j-participants.csv``    ``(:Statement)-[:SUBJECT|OBJECT|HOLDER|...]->()``
``neo4j-links.csv``           ``[:FROM_DOCUMENT]``, ``[:ATTRIBUTED_TO]``, and between
                              entities ``[:MEMBER_OF]`` and ``[:PART_OF]``
``neo4j-facts.csv``           ``()-[:CRITICIZES {weight, first, last}]->()``: what the
                              writers affirm, as in the direct triples of the RDF
============================  =======================================================

IRIs are the ids of one common space. Cells are plain text as in the other
tables, but lists are joined by ``;``, Neo4j's own delimiter, and the import
must be told ``--multiline-fields=true``, since sentences may hold line ends.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from kgraph.export.tables.delimited import cell, delimited
from kgraph.export.tables.entities import ENTITIES, Participant, Spoken, spoken, taking_part
from kgraph.export.tables.statements import STATEMENTS
from kgraph.export.tables.table import Column, Kind, Value
from kgraph.export.tables.told import Told, told
from kgraph.graph import nodes, world
from kgraph.graph.rdf import Profile
from kgraph.graph.terms import clean
from kgraph.graph.views import Appearances
from kgraph.model.graph import Fact, KnowledgeGraph
from kgraph.model.identifiers import OPEN_PREDICATE

_DELIMITER = ";"
_TYPES = {
    Kind.TEXT: "",
    Kind.TEXTS: ":string[]",
    Kind.DATE: ":date",
    Kind.BOOLEAN: ":boolean",
    Kind.INTEGER: ":long",
    Kind.NUMBER: ":double",
}
# Columns that lead to other nodes are relationships here.
_RELATED = frozenset({"subject_iri", "object_iri", "place_iri", "holder_iri", "document"})
_WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_UNFIT = re.compile(r"\W+")


def documents(graph: KnowledgeGraph, _profile: Profile) -> Iterator[str]:
    """The nodes of the documents."""
    header = (":LABEL", "iri:ID", "id", "date:date", "title", "url", "source", "model")
    return _lines(
        header,
        (
            (("Document",), each.iri, each.id, each.date, each.title, each.url, each.source, str(each.model))
            for each in graph.documents
        ),
    )


def entities(graph: KnowledgeGraph, _profile: Profile) -> Iterator[str]:
    """The nodes of the entities, also of those that no statement speaks of."""
    behind = (Spoken(entity, Appearances()) for entity in graph.background.entities)
    return _nodes(ENTITIES.columns, ((("Entity", each.entity.type), each) for each in chain(spoken(graph), behind)))


def referents(graph: KnowledgeGraph, _profile: Profile) -> Iterator[str]:
    """The nodes of words that are linked to no entity."""
    header = (":LABEL", "iri:ID", "label", "type", "country")
    return _lines(
        header,
        (
            (("Referent",), each.iri, each.label, each.type or None, each.country or None)
            for each in nodes.referents(graph)
        ),
    )


def statements(graph: KnowledgeGraph, _profile: Profile) -> Iterator[str]:
    """The nodes of the statements."""
    columns = tuple(column for column in STATEMENTS.columns if column.name not in _RELATED)
    return _nodes(columns, ((_labels(each), each) for each in told(graph)))


def participants(graph: KnowledgeGraph, _profile: Profile) -> Iterator[str]:
    """The relationships from a statement to those that take part in it."""
    header = (":START_ID", ":END_ID", ":TYPE", "words", "marker", "begin:long", "end:long", "country", "sector")
    return _lines(header, map(_participant, taking_part(graph)))


def links(graph: KnowledgeGraph, _profile: Profile) -> Iterator[str]:
    """The relationships of statements to documents and to what reports them, and what belongs to what."""
    return _lines((":START_ID", ":END_ID", ":TYPE"), _links(graph))


def facts(graph: KnowledgeGraph, _profile: Profile) -> Iterator[str]:
    """The relationships of the world view, of clauses and of political acts alike."""
    header = (":START_ID", ":END_ID", ":TYPE", "iri", "weight:long", "first:date", "last:date", "statements:string[]")
    found: defaultdict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in (*world.facts(graph), *world.dyads(graph)):
        found[fact.subject, fact.predicate, fact.object].append(fact)
    return _lines(header, (_fact(found[key]) for key in sorted(found)))


def _fact(same: list[Fact]) -> tuple[Value, ...]:
    """One relationship; a statement that is a clause and an act between the same two counts once."""
    fact = same[0]
    evidence = tuple(sorted({iri for each in same for iri in each.statements}))
    first = min((each.first for each in same if each.first is not None), default=None)
    last = max((each.last for each in same if each.last is not None), default=None)
    return fact.subject, fact.object, _type(fact.predicate), fact.predicate, len(evidence), first, last, evidence


def _participant(taking_part: Participant) -> tuple[Value, ...]:
    statement, (label, mention, marker, party) = taking_part.told, taking_part.part
    sides = (party.country, party.sector) if party is not None else (None, None)
    ends = (statement.statement.id, statement.iri(mention), _type(label))
    return *ends, mention.text, marker or None, *mention.span, *sides


def _links(graph: KnowledgeGraph) -> Iterator[tuple[Value, ...]]:
    for each in told(graph):
        yield each.statement.id, each.document.iri, "FROM_DOCUMENT"
        for link in each.statement.attributed_to[-1:]:
            yield each.statement.id, link.statement, "ATTRIBUTED_TO"
    known = {entity.iri for entity in (*graph.entities, *graph.background.entities)}
    for belonging in graph.background.links:
        if {belonging.source, belonging.target} <= known:
            yield belonging.source, belonging.target, _type(belonging.relation)


def _labels(told: Told) -> tuple[str, ...]:
    event = told.statement.event
    return ("Statement",) if event is None else ("Statement", "Event", event.type)


def _type(name: str) -> str:
    """A relationship type in Neo4j's style out of a label or a predicate's IRI: ``PART_OF`` of ``partOf``."""
    local = name.removeprefix(OPEN_PREDICATE).replace("#", "/").rpartition("/")[2]
    return _UNFIT.sub("_", _WORD_START.sub("_", local)).strip("_").upper() or "RELATED_TO"


def _nodes(columns: tuple[Column, ...], labelled: Iterable[tuple[tuple[str, ...], Any]]) -> Iterator[str]:
    """Nodes out of the columns of a table, the first of which is the id."""
    header = (":LABEL", "iri:ID", *(f"{column.name}{_TYPES[column.kind]}" for column in columns[1:]))
    return _lines(header, ((labels, *(column.value(record) for column in columns)) for labels, record in labelled))


def _lines(header: Iterable[str], rows: Iterable[Iterable[Value]]) -> Iterator[str]:
    """A header and rows; the quotes, commas and line ends in cells are those of RFC 4180, which Neo4j reads."""
    told = ((clean(cell(value, _DELIMITER)) for value in row) for row in rows)
    return delimited(chain([header], told))
