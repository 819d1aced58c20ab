"""A bucket of all parts, united, and what it tells the other buckets: a step on one machine of many.

A bucket has documents with all that they say and the entities that they
mention, so that it is a graph of its own. What follows from more than that goes
to the bucket that has the rest of it: what is said of one subject, predicate
and object to that of all three, the lemmas of a predicate and where an entity
takes part to that of the predicate or the entity.
"""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from kgraph import ontology
from kgraph.cluster import buckets
from kgraph.cluster.buckets import bucket_of
from kgraph.cluster.divide import lines, told
from kgraph.cluster.settle import settled
from kgraph.engine.parts import appearing
from kgraph.export.publish import write
from kgraph.export.tables.entities import appearances
from kgraph.graph.background import countries, iris_of, with_background
from kgraph.graph.claims import Saying, sayings
from kgraph.graph.dataset import range_of
from kgraph.graph.descriptions import reading_iri
from kgraph.graph.merge import merge
from kgraph.graph.nodes import referents
from kgraph.graph.views import Appearances, open_predicates
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.parsed import ModelInfo
from kgraph.model.statement import Certainty, Factuality, Modality
from kgraph.model.vocabulary import Vocabulary

READINGS, STATEMENTS = ".readings", ".statements"
"""The files of a bucket that list its documents with their readings, and its statements, sorted by IRI."""

_COLUMNS = ("sayings", "lemmas", "appearances")
_SAYING = attrgetter(*(field for field in Saying._fields if field != "factuality"))
_MANNER = attrgetter("negated", "certainty", "future", "modality")


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket to be united, and where it goes.

    Attributes:
        divided: Files of :func:`kgraph.cluster.divide.divide`.
        settled: Files of :func:`kgraph.cluster.settle.settle`.
        number: Which bucket of them.
        buckets: How many there are.
        records: The file for its records.
        sent: The folder for what it tells the others.
        own_ontology: The user's own ontology that they were read with.
    """

    divided: tuple[Path, ...]
    settled: tuple[Path, ...]
    number: int
    buckets: int
    records: Path
    sent: Path
    own_ontology: Path | None = None

    def beside(self, ending: str) -> Path:
        """A file that tells of it."""
        return self.sent / f"{self.number:05}{ending}"

    def has(self, iri: str) -> bool:
        """Whether an entity is its own, and does not only come with those who mention it."""
        return bucket_of(self.buckets, iri) == self.number


class Sums(NamedTuple):
    """What a bucket adds to the description of the whole.

    Attributes:
        documents: How many it has, and so on.
        entities: How many are its own.
        referents: How many.
        statements: How many.
        days: The first and the last ISO date of its documents.
        models: The language models that read them.
        known: The IRIs of those that it mentions and the ontology knows anything of.
        countries: The codes of the states that actors belong to.
    """

    documents: int
    entities: int
    referents: int
    statements: int
    days: tuple[str, str] | None
    models: frozenset[ModelInfo]
    known: frozenset[str]
    countries: frozenset[str]


class Received(NamedTuple):
    """What the other buckets tell one.

    Attributes:
        sayings: All that is said of the subjects, predicates and objects that are its own.
        lemmas: The lemmas of its predicates that the ontology does not know, by their IRIs.
        appearances: Where its entities take part, by their IRIs.
    """

    sayings: list[Saying]
    lemmas: dict[str, set[str]]
    appearances: dict[str, Appearances]


def unite(work: Bucket) -> Path:
    """Unites a bucket and adds what the ontology knows of its entities; returns the file of its records.

    Raises:
        OutputError: A file cannot be written.
    """
    if work.records.is_file():
        return work.records
    entities = KnowledgeGraph(entities=tuple(settled(work.settled, work.number)))
    graph = merge(chain(told(work.divided, work.number), [entities]))
    vocabulary = ontology.load(own=work.own_ontology)
    buckets.put(work.beside(".parquet"), _sent(graph, work.buckets), _COLUMNS)
    _put_lines(work.beside(READINGS), (f"{each.iri} {reading_iri(each)}" for each in graph.documents))
    _put_lines(work.beside(STATEMENTS), (each.statement.id for each in graph.evidence))
    _put_lines(work.beside(".json"), [_encoded(_sums(graph, work, vocabulary))])
    # Last, since it tells that all the others are there.
    with appearing(work.records) as place:
        write(place, lines(with_background(graph, vocabulary)), packed=True)
    return work.records


def sums(work: Bucket) -> Sums:
    """What a bucket that is united adds to the description of the whole."""
    found = json.loads(work.beside(".json").read_text(encoding="utf-8"))
    days, models, known, codes = found.pop("days"), found.pop("models"), found.pop("known"), found.pop("countries")
    read_by = frozenset(ModelInfo(*model) for model in models)
    return Sums(**found, days=days and tuple(days), models=read_by, known=frozenset(known), countries=frozenset(codes))


def received(several: Iterable[Bucket], number: int) -> Received:
    """What buckets that are united tell one of them."""
    found = Received([], defaultdict(set), {})
    for each in several:
        said, lemmas, where = map(json.loads, buckets.get(each.beside(".parquet"), number, _COLUMNS))
        found.sayings.extend(map(_saying, said))
        for iri, words in lemmas.items():
            found.lemmas[iri] |= set(words)
        for iri, (count, first, last) in where.items():
            known = found.appearances.get(iri, Appearances())
            found.appearances[iri] = Appearances(
                known.statements + count,
                min(filter(None, (known.first, _day(first))), default=None),
                max(filter(None, (known.last, _day(last))), default=None),
            )
    return found


def _sent(graph: KnowledgeGraph, count: int) -> Iterator[dict[str, str]]:
    said: defaultdict[int, list[Any]] = defaultdict(list)
    for each in sayings(graph):
        target = bucket_of(count, each.subject, each.predicate, each.object)
        said[target].append([*_SAYING(each), _MANNER(each.factuality)])
    lemmas: defaultdict[int, dict[str, list[str]]] = defaultdict(dict)
    for iri, several in sorted(open_predicates(graph.evidence).items()):
        lemmas[bucket_of(count, iri)][iri] = sorted(several)
    where: defaultdict[int, dict[str, Appearances]] = defaultdict(dict)
    for iri, found in sorted(appearances(graph).items()):
        where[bucket_of(count, iri)][iri] = found
    for number in range(count):
        row = zip(_COLUMNS, (said[number], lemmas[number], where[number]), strict=True)
        yield {column: json.dumps(value, default=datetime.date.isoformat) for column, value in row}


def _saying(row: list[Any]) -> Saying:
    statement, document, subject, predicate, target, holder, date, (negated, certainty, future, modality) = row
    factuality = Factuality(negated, Certainty(certainty), future, Modality(modality))
    return Saying(statement, document, subject, predicate, target, holder, factuality, date)


def _day(iso: str | None) -> datetime.date | None:
    return None if iso is None else datetime.date.fromisoformat(iso)


def _sums(graph: KnowledgeGraph, work: Bucket, vocabulary: Vocabulary) -> Sums:
    known = iris_of(vocabulary)
    return Sums(
        documents=len(graph.documents),
        entities=sum(work.has(each.iri) for each in graph.entities),
        referents=len(referents(graph)),
        statements=len(graph.evidence),
        days=range_of(each.date.isoformat() for each in graph.documents if each.date is not None),
        models=frozenset(each.model for each in graph.documents),
        known=frozenset(each.iri for each in graph.entities if each.iri in known),
        countries=frozenset(countries(graph.entities, graph.evidence)),
    )


def _encoded(found: Sums) -> str:
    models = sorted([model.name, model.version] for model in found.models)
    told = {**found._asdict(), "models": models, "known": sorted(found.known), "countries": sorted(found.countries)}
    return json.dumps(told)


def _put_lines(path: Path, several: Iterable[str]) -> None:
    with appearing(path) as place, place.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{each}\n" for each in several)
