"""The graphs of some parts, their records divided into buckets: a step on one machine of many."""

from __future__ import annotations

import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kgraph import __version__, ontology
from kgraph.cluster import buckets
from kgraph.cluster.buckets import bucket_of, digest
from kgraph.engine import Failed, Stage
from kgraph.engine.parts import Folder
from kgraph.export.conformance import checked
from kgraph.graph.merge import graph_of, merge
from kgraph.graph.nodes import all_mentions
from kgraph.graph.rebase import rebased
from kgraph.model.codec import dump_lines
from kgraph.model.compact import decode_reading
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.graph_codec import decode_graph, encode_graph
from kgraph.model.statement import Reading
from kgraph.pipeline import linked

Record = TypeVar("Record")

_COLUMNS = ("graph", "wanted")


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


@dataclass(frozen=True, slots=True)
class Piece:
    """What a file of :func:`divide` has of one bucket.

    Attributes:
        graph: Documents, all evidence of them, and entities; each entity as these parts know it.
        wanted: The buckets whose statements mention an entity, by its IRI.
    """

    graph: KnowledgeGraph
    wanted: Mapping[str, frozenset[int]]


def divide(work: Division) -> Path:
    """Writes the records of some parts, those of each bucket apart; returns the file.

    Raises:
        KGraphError: The graph of a document is faulty.
        OutputError: The file cannot be written.
    """
    name = digest(__version__, work.buckets, work.stories.name, work.base, *work.names)
    path = work.folder.path / "exchange" / f"{name}.parquet"
    if not path.is_file():
        buckets.put(path, _rows(merge(_told(work)), work.buckets), _COLUMNS)
    return path


def pieces(divided: Iterable[Path], bucket: int) -> Iterator[Piece]:
    """What files of :func:`divide` have of a bucket."""
    for file in divided:
        row = buckets.get(file, bucket)
        graph = decode_graph(io.StringIO(row["graph"], newline="\n"), str(file))
        yield Piece(graph, {iri: frozenset(numbers) for iri, numbers in json.loads(row["wanted"]).items()})


def lines(graph: KnowledgeGraph) -> Iterator[str]:
    """A graph as records."""
    return dump_lines(encode_graph(graph, f"kgraph {__version__}"))


def _told(work: Division) -> Iterator[KnowledgeGraph]:
    """The graph of each document, checked by itself: what is whole in every document is so in all of them."""
    repeated: dict[str, str] = json.loads(work.stories.read_text(encoding="utf-8"))
    known = frozenset[str]()
    if work.base is not None:
        known = frozenset(entry.iri for entry in ontology.load(own=work.own_ontology).entities)
    for name in work.names:
        for reading in _readings(work.folder, name):
            graph = graph_of(reading)
            checked(graph)
            told = linked(graph, repeated)
            yield told if work.base is None else rebased(told, work.base, known)


def _readings(folder: Folder, name: str) -> Iterator[Reading]:
    documents = (task.document for chunk in folder.tasks(name) for task in chunk)
    for document, outcome in zip(documents, folder.outcomes(name), strict=True):
        if not isinstance(outcome, Failed):
            (content,) = (output.content for output in outcome.outputs if output.stage is Stage.CODE)
            yield decode_reading(content, document)


def _rows(graph: KnowledgeGraph, count: int) -> Iterator[dict[str, str]]:
    documents = _divided(graph.documents, lambda each: each.iri, count)
    entities = _divided(graph.entities, lambda each: each.iri, count)
    # A document has all its statements with it; what they say of the same is brought together once they are united.
    evidence = _divided(graph.evidence, lambda each: each.document, count)
    wanted = _wanted(graph, count)
    for bucket in range(count):
        inside = KnowledgeGraph(tuple(documents[bucket]), tuple(entities[bucket]), tuple(evidence[bucket]))
        mentioned = {iri: sorted(numbers) for iri, numbers in sorted(wanted[bucket].items())}
        yield {"graph": "".join(lines(inside)), "wanted": json.dumps(mentioned)}


def _wanted(graph: KnowledgeGraph, count: int) -> defaultdict[int, defaultdict[str, set[int]]]:
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
