"""The graphs of some parts, their records divided into buckets: a step on one machine of many."""

from __future__ import annotations

import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

from kgraph import __version__, ontology
from kgraph.cluster import buckets
from kgraph.cluster.buckets import bucket_of, digest
from kgraph.engine import Failed, Stage
from kgraph.engine.parts import Folder
from kgraph.export.conformance import checked
from kgraph.graph.background import iris_of, with_offices
from kgraph.graph.merge import graph_of, linked, merge
from kgraph.graph.nodes import all_mentions
from kgraph.graph.rebase import rebased
from kgraph.model.codec import dump_lines
from kgraph.model.compact import decode_entity, decode_reading, encode_entity
from kgraph.model.entity import Entity
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.graph_codec import decode_graph, encode_graph
from kgraph.model.statement import Reading

Record = TypeVar("Record")

_COLUMNS = ("told", "entities", "mentioned")


@dataclass(frozen=True, slots=True)
class Division:
    """Parts whose records are to be divided.

    Attributes:
        folder: Where they lie.
        names: Their names.
        buckets: Into how many buckets.
        stories: The file that tells which document repeats which.
        base: As for :func:`kgraph.pipeline.build`.
        own_ontology: The user's own ontology that they were read with.
    """

    folder: Folder
    names: tuple[str, ...]
    buckets: int
    stories: Path
    base: str | None = None
    own_ontology: Path | None = None


class Mentioned(NamedTuple):
    """What a file of :func:`divide` has of the entities of one bucket.

    Attributes:
        entities: The entities, as its parts know them.
        where: The buckets whose statements mention them, by their IRIs.
    """

    entities: list[Entity]
    where: dict[str, list[int]]


def divide(work: Division) -> Path:
    """Writes the records of some parts, those of each bucket apart; returns the file.

    Raises:
        KGraphError: The graph of a document is faulty.
        OutputError: The file cannot be written.
    """
    name = digest(__version__, work.buckets, work.stories.name, work.base, *work.names)
    path = work.folder.path / "exchange" / f"{name}.parquet"
    if not path.is_file():
        buckets.put(path, _rows(merge(_graphs(work)), work.buckets), _COLUMNS)
    return path


def told(divided: Iterable[Path], bucket: int) -> Iterator[KnowledgeGraph]:
    """The documents of a bucket with all evidence of them, out of files of :func:`divide`."""
    for file in divided:
        (records,) = buckets.get(file, bucket, ("told",))
        yield decode_graph(io.StringIO(records, newline="\n"), str(file))


def mentioned(divided: Iterable[Path], bucket: int) -> Iterator[Mentioned]:
    """The entities of a bucket, out of files of :func:`divide`."""
    for file in divided:
        entities, where = map(json.loads, buckets.get(file, bucket, ("entities", "mentioned")))
        yield Mentioned(list(map(decode_entity, entities)), where)


def lines(graph: KnowledgeGraph) -> Iterator[str]:
    """A graph as records."""
    return dump_lines(encode_graph(graph, f"kgraph {__version__}"))


def _graphs(work: Division) -> Iterator[KnowledgeGraph]:
    """The graph of each document, checked by itself: what is whole in every document is so in all of them."""
    repeated: dict[str, str] = json.loads(work.stories.read_text(encoding="utf-8"))
    vocabulary = ontology.load(own=work.own_ontology)
    known = iris_of(vocabulary)
    offices = {office.iri: office for office in vocabulary.offices}
    for name in work.names:
        for reading in _readings(work.folder, name):
            graph = graph_of(reading)
            checked(with_offices(graph, offices))
            graph = linked(graph, repeated)
            yield graph if work.base is None else rebased(graph, work.base, known)


def _readings(folder: Folder, name: str) -> Iterator[Reading]:
    documents = (task.document for chunk in folder.tasks(name) for task in chunk)
    for document, outcome in zip(documents, folder.outcomes(name), strict=True):
        if not isinstance(outcome, Failed):
            (content,) = (output.content for output in outcome.outputs if output.stage is Stage.CODE)
            yield decode_reading(content, document)


def _rows(graph: KnowledgeGraph, count: int) -> Iterator[dict[str, str]]:
    # A document has all its statements with it, and all documents that only repeat it.
    documents = _divided(graph.documents, lambda each: each.republication_of or each.iri, count)
    evidence = _divided(graph.evidence, lambda each: each.document, count)
    entities = _divided(graph.entities, lambda each: each.iri, count)
    where = _mentioned(graph, count)
    for bucket in range(count):
        inside = KnowledgeGraph(documents=documents[bucket], evidence=evidence[bucket])
        yield {
            "told": "".join(lines(inside)),
            "entities": json.dumps(list(map(encode_entity, entities[bucket]))),
            "mentioned": json.dumps({iri: sorted(numbers) for iri, numbers in sorted(where[bucket].items())}),
        }


def _mentioned(graph: KnowledgeGraph, count: int) -> defaultdict[int, defaultdict[str, set[int]]]:
    """The buckets whose statements mention an entity, by the entity's bucket and its IRI."""
    found: defaultdict[int, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for each in graph.evidence:
        own = bucket_of(count, each.document)
        for iri in {mention.entity for mention in all_mentions(each.statement) if mention.entity is not None}:
            found[bucket_of(count, iri)][iri].add(own)
    return found


def _divided(records: Iterable[Record], iri: Callable[[Record], str], count: int) -> defaultdict[int, list[Record]]:
    found: defaultdict[int, list[Record]] = defaultdict(list)
    for record in records:
        found[bucket_of(count, iri(record))].append(record)
    return found
