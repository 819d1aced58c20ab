"""The graph of a store, however large: where records are many they lie on disk, and no step holds all of them.

What documents say comes in one after the other and goes onto shelves. The
outcome is, record for record, what :mod:`kgraph.graph.merge` makes in memory: a
store holds each document once, so that only entities, claims and the edges of
the world view have to be united.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from kgraph.graph.background import background, countries, iris_of
from kgraph.graph.claims import Held, held, united_claims
from kgraph.graph.descriptions import reading_iri
from kgraph.graph.merge import united_entity
from kgraph.graph.nodes import Referent
from kgraph.graph.statement_descriptions import Origin, origin
from kgraph.graph.views import Viewed, Views, views_of
from kgraph.graph.world import united_facts
from kgraph.model.compact import (
    decode_entity,
    decode_evidence,
    decode_node,
    encode_entity,
    encode_evidence,
    encode_node,
)
from kgraph.model.entity import Entity
from kgraph.model.graph import Background, Claim, DocumentNode, Fact, KnowledgeGraph
from kgraph.model.statement import Certainty, Factuality, Modality
from kgraph.model.vocabulary import Vocabulary
from kgraph.store.shelf import Kind, Row, Shelf, Shelves

_BETWEEN = "\x1f"  # sorts before all that an IRI can hold
_RECENT = 1 << 14  # entities that many documents speak of
_ORIGINS = 1 << 12
_IN_MEMORY = 100_000  # records, of some 25,000 statements: about 100 MB

_CLAIM = attrgetter(*(each.name for each in fields(Claim) if each.name != "factuality"))
_FACT = attrgetter(*(each.name for each in fields(Fact)))
_MANNER = attrgetter(*(each.name for each in fields(Factuality)))
_REFERENT = attrgetter(*(each.name for each in fields(Referent)))
_json = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


def _encode_claim(each: Held) -> str:
    return _json([_CLAIM(each.claim), _MANNER(each.claim.factuality), each.others])


def _decode_claim(content: str) -> Held:
    said, (negated, certainty, future, modality), others = json.loads(content)
    iri, subject, predicate, target, holder, statements, documents, *days = said
    factuality = Factuality(negated, Certainty(certainty), future, Modality(modality))
    claim = Claim(iri, subject, predicate, target, holder, factuality, tuple(statements), tuple(documents), *days)
    return Held(claim, tuple((relation, other) for relation, other in others))


def _encode_fact(each: Fact) -> str:
    return _json(_FACT(each))


def _decode_fact(content: str) -> Fact:
    subject, predicate, target, statements, first, last = json.loads(content)
    return Fact(subject, predicate, target, tuple(statements), first, last)


def _encode_referent(each: Referent) -> str:
    return _json(_REFERENT(each))


def _decode_referent(content: str) -> Referent:
    return Referent(*json.loads(content))


_DOCUMENTS = Kind("documents", encode_node, decode_node)
_READINGS = Kind("readings", encode_node, decode_node)
_ENTITIES = Kind("entities", encode_entity, decode_entity)
_UNITED = Kind("united", encode_entity, decode_entity)
_EVIDENCE = Kind("evidence", encode_evidence, decode_evidence)
_REFERENTS = Kind("referents", _encode_referent, _decode_referent)
_SAID = Kind("said", _encode_claim, _decode_claim)
_CLAIMS = Kind("claims", _encode_claim, _decode_claim)
_AFFIRMED = Kind("affirmed", _encode_fact, _decode_fact)
_FACTS = Kind("facts", _encode_fact, _decode_fact)
_KINDS = (
    *(_DOCUMENTS, _READINGS, _ENTITIES, _UNITED, _EVIDENCE),
    *(_REFERENTS, _SAID, _CLAIMS, _AFFIRMED, _FACTS),
)


def merged(
    connection: sqlite3.Connection, told: Iterable[KnowledgeGraph], vocabulary: Vocabulary, *, whole: bool = False
) -> Viewed:
    """One graph out of those of documents.

    Args:
        connection: To a database; the graph lasts until it is closed, or until the next one is made.
        told: The graph of each document, none twice.
        vocabulary: What is known of the entities.
        whole: Whether memory is to hold it however large it is.
    """
    shelves = Shelves(connection, _KINDS, None if whole else _IN_MEMORY)
    seen = _Seen(vocabulary)
    shelves.put(row for graph in told for row in seen.rows(graph))
    shelves.put(_claims(shelves.sorted(_SAID)))
    shelves.put(_facts(shelves.sorted(_AFFIRMED)))
    documents = shelves.sorted(_DOCUMENTS, indexed=True)
    shelves.put((_READINGS, reading_iri(each), each) for each in documents)
    shelves.put(seen.united(shelves.sorted(_ENTITIES)))
    evidence = shelves.sorted(_EVIDENCE)
    return Viewed(
        documents=documents,
        entities=shelves.sorted(_UNITED),
        evidence=evidence,
        background=seen.background(),
        views=Views(
            claims=shelves.sorted(_CLAIMS),
            referents=shelves.sorted(_REFERENTS),
            facts=shelves.sorted(_FACTS),
            origins=_Origins(documents),
            readings=shelves.sorted(_READINGS),
            statements=evidence.keys(),
            predicates=dict(seen.predicates),
        ),
    )


class _Seen:
    """What is noted of the graphs that went by, besides their records."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._known = iris_of(vocabulary)
        self._spoken_of: set[str] = set()
        self._countries: set[str] = set()
        self._recent: set[Entity] = set()
        self.predicates: defaultdict[str, set[str]] = defaultdict(set)

    def rows(self, graph: KnowledgeGraph) -> Iterator[Row]:
        """The records of the graph of one document."""
        self._countries |= countries((), graph.evidence)
        views = views_of(graph)
        for iri, lemmas in views.predicates.items():
            self.predicates[iri] |= lemmas
        yield from ((_DOCUMENTS, each.iri, each) for each in graph.documents)
        yield from ((_EVIDENCE, each.statement.id, each) for each in graph.evidence)
        yield from ((_SAID, _edge(each.claim), each) for each in views.claims)
        yield from ((_AFFIRMED, _edge(each), each) for each in views.facts)
        yield from ((_REFERENTS, each.iri, each) for each in views.referents)
        for entity in graph.entities:
            if entity not in self._recent:
                if len(self._recent) == _RECENT:
                    self._recent.clear()
                self._recent.add(entity)
                yield _ENTITIES, entity.iri, entity

    def united(self, entities: Iterable[Entity]) -> Iterator[Row]:
        """All entities, those of one IRI united."""
        for iri, group in groupby(entities, key=attrgetter("iri")):
            entity = united_entity(list(group))
            self._countries |= countries((entity,), ())
            if iri in self._known:
                self._spoken_of.add(iri)
            yield _UNITED, iri, entity

    def background(self) -> Background:
        """What the vocabulary knows of those who were spoken of, once all are united."""
        return background(self._vocabulary, self._spoken_of, self._countries)


class _Origins(Mapping[str, Origin]):
    """Where the statements of each document come from, looked up when it is asked for."""

    def __init__(self, documents: Shelf[DocumentNode]) -> None:
        self._documents = documents
        self._origin = lru_cache(maxsize=_ORIGINS)(lambda iri: origin(documents.find(iri)))

    def __getitem__(self, iri: str) -> Origin:
        return self._origin(iri)

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents.keys())

    def __len__(self) -> int:
        return len(self._documents)


def _edge(each: Claim | Fact) -> str:
    """Sorts as subject, predicate and object do."""
    return _BETWEEN.join((each.subject, each.predicate, each.object))


def _claims(said: Iterable[Held]) -> Iterator[Row]:
    """The claims of all documents with those that they contradict or corroborate, which are of the same edge."""
    for _, group in groupby(said, key=lambda each: _edge(each.claim)):
        for each in held(united_claims(claim for claim, _ in group)):
            yield _CLAIMS, each.claim.iri, each


def _facts(affirmed: Iterable[Fact]) -> Iterator[Row]:
    for edge, group in groupby(affirmed, key=_edge):
        yield _FACTS, edge, united_facts(list(group))
