"""A graph that no machine has to hold: read in parts, merged in parts, on a Dask cluster.

All that passes between the machines lies in the shared folder:

====================  ===========================================================
``tasks/``            documents to be read, a part a file
``outcomes/``         what the stages made of them
``stories/``          which document only repeats which other
``exchange/``         the graphs of some parts at a time, their records divided
                      into buckets by a digest of their IRI
``graph-RUN/``        the graph: each bucket of all the parts, merged, as records,
                      each a graph that ``kgraph.load`` takes
``manifest.json``     the parts of the last run in their order, the files of its
                      graph, and what was set aside
====================  ===========================================================

Every name but the manifest's is a digest of what the file is made of: what is
there is not made again.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from kgraph import __version__, ontology
from kgraph.engine import Failed, Stage, Task
from kgraph.engine.dask import Dask
from kgraph.engine.parts import Folder, appearing
from kgraph.graph.background import with_background
from kgraph.graph.merge import merge
from kgraph.graph.rebase import rebased
from kgraph.model.codec import dump_lines
from kgraph.model.compact import decode_reading
from kgraph.model.document import Document
from kgraph.model.entity import Entity
from kgraph.model.graph import DocumentNode, Evidence, KnowledgeGraph
from kgraph.model.graph_codec import decode_graph, encode_graph
from kgraph.model.statement import Reading
from kgraph.pipeline import graphs_of_stories
from kgraph.read.graph import read_graph
from kgraph.republication import Rank, Signature, rank, republications, signature
from kgraph.work import ReadingRecipe

Record = TypeVar("Record", DocumentNode, Entity, Evidence)

_PARTS_TOGETHER = 16  # some 1,000 articles: their graph is all that one worker holds at once
_PARTS_A_BUCKET = 32  # the records of as many parts make a bucket
_EXCHANGE = pa.schema([("bucket", pa.int32()), ("graph", pa.large_string())])


@dataclass(frozen=True, slots=True)
class Built:
    """A graph in parts.

    Attributes:
        documents: How many documents there are.
        failed: Those that could not be read.
        files: The parts of the graph.
    """

    documents: int
    failed: tuple[Failed, ...]
    files: tuple[Path, ...]

    def graph(self, own_ontology: Path | None = None, base: str | None = None) -> KnowledgeGraph:
        """The whole graph, held by this machine; see :func:`kgraph.pipeline.build`."""
        graph = merge(map(read_graph, self.files))
        if base is None:
            return graph
        return rebased(graph, base, frozenset(entry.iri for entry in ontology.load(own=own_ontology).entities))


def build(engine: Dask, shared: Path, documents: Iterable[Document], recipe: ReadingRecipe) -> Built:
    """Reads documents and merges what they say, all of it on a cluster.

    This machine holds the names of the parts, and a digest and the signature (:mod:`kgraph.republication`) of each
    document.

    Args:
        engine: The cluster.
        shared: The folder that its machines see.
        documents: What to read.
        recipe: How to read.

    Raises:
        EngineError: The cluster cannot be reached, lacks something or gives up.
    """
    folder = Folder(shared.absolute())
    names: list[str] = []
    failed: list[Failed] = []
    documents_read = 0
    told: dict[str, tuple[Rank, Signature]] = {}
    for name in engine.names(_tasks(documents, told), recipe, folder):
        names.append(name)
        failed += folder.failures(name)
        documents_read += folder.count(name)
    if not names:
        return Built(0, (), ())
    for each in failed:
        told.pop(each.key, None)
    stories = _put_stories(folder, republications(told.values()))
    run = _digest(recipe.prints, stories, *names)
    buckets = 1 + len(names) // _PARTS_A_BUCKET
    divisions = [
        Division(folder, tuple(names[start : start + _PARTS_TOGETHER]), buckets, stories)
        for start in range(0, len(names), _PARTS_TOGETHER)
    ]
    divided = tuple(engine.each(divide, divisions))
    place = folder.path / f"graph-{run}"
    united = [
        Bucket(divided, bucket, place / f"part-{bucket:05}.jsonl.gz", recipe.own_ontology) for bucket in range(buckets)
    ]
    built = Built(documents_read, tuple(failed), tuple(engine.each(unite, united)))
    manifest = {
        "program": f"kgraph {__version__}",
        "documents": built.documents,
        "set_aside": [{"document": each.key, "reason": each.reason} for each in failed],
        "parts": names,
        "graph": [file.relative_to(folder.path).as_posix() for file in built.files],
    }
    with appearing(folder.path / "manifest.json") as file:
        file.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return built


def _tasks(documents: Iterable[Document], told: dict[str, tuple[Rank, Signature]]) -> Iterator[Task]:
    """A task a document; one that comes twice is read once. Notes of each, by its key, what tells its story."""
    seen: set[bytes] = set()
    for document in documents:
        mark = hashlib.sha256(repr(document).encode()).digest()[:16]
        if mark not in seen:
            seen.add(mark)
            place = rank(document)
            key = f"{document.id} {place.iri}"
            each = (place, signature(document))
            told[key] = min(each, told.get(key, each))
            yield Task(key, document)


def _put_stories(folder: Folder, repeated: dict[str, str]) -> str:
    """Writes which document repeats which; returns the name of the file."""
    name = _digest(*sorted(repeated.items()))
    path = _stories(folder, name)
    if not path.is_file():
        with appearing(path) as place:
            place.write_text(json.dumps(repeated, sort_keys=True), encoding="utf-8")
    return name


def _stories(folder: Folder, name: str) -> Path:
    return folder.path / "stories" / f"{name}.json"


@dataclass(frozen=True, slots=True)
class Division:
    """Parts whose records are to be divided into so many buckets, and the name of what tells their stories."""

    folder: Folder
    names: tuple[str, ...]
    buckets: int
    stories: str


def divide(work: Division) -> Path:
    """Writes the records of some parts, those of each bucket apart; returns the file."""
    path = work.folder.path / "exchange" / f"{_digest(work.buckets, work.stories, *work.names)}.parquet"
    if path.is_file():
        return path
    repeated: dict[str, str] = json.loads(_stories(work.folder, work.stories).read_text(encoding="utf-8"))
    readings = (reading for name in work.names for reading in _readings(work.folder, name))
    graph = merge(graphs_of_stories(readings, repeated))
    documents = _divided(graph.documents, [each.iri for each in graph.documents], work.buckets)
    entities = _divided(graph.entities, [each.iri for each in graph.entities], work.buckets)
    evidence = _divided(graph.evidence, [each.statement.id for each in graph.evidence], work.buckets)
    with appearing(path) as place, pq.ParquetWriter(place, _EXCHANGE, compression="zstd") as writer:
        for bucket in range(work.buckets):
            inside = KnowledgeGraph(tuple(documents[bucket]), tuple(entities[bucket]), tuple(evidence[bucket]))
            rows = [{"bucket": bucket, "graph": "".join(_lines(inside))}]
            # A row group each: whoever wants one bucket reads no other.
            writer.write_table(pa.Table.from_pylist(rows, schema=_EXCHANGE))
    return path


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket to be merged out of files of :func:`divide`, and where it goes."""

    divided: tuple[Path, ...]
    bucket: int
    path: Path
    own_ontology: Path | None


def unite(work: Bucket) -> Path:
    """Merges a bucket and adds what the ontology knows of its entities; returns the file."""
    if not work.path.is_file():
        graph = with_background(merge(_pieces(work)), ontology.load(own=work.own_ontology))
        with appearing(work.path) as place, place.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed:
            for line in _lines(graph):
                packed.write(line.encode())
    return work.path


def _pieces(work: Bucket) -> Iterator[KnowledgeGraph]:
    for file in work.divided:
        (row,) = pq.read_table(file, filters=[("bucket", "=", work.bucket)]).to_pylist()
        yield decode_graph(io.StringIO(row["graph"], newline="\n"), str(file))


def _readings(folder: Folder, name: str) -> Iterator[Reading]:
    documents = {task.key: task.document for chunk in folder.tasks(name) for task in chunk}
    for outcome in folder.outcomes(name):
        if not isinstance(outcome, Failed):
            (content,) = (output.content for output in outcome.outputs if output.stage is Stage.CODE)
            yield decode_reading(content, documents[outcome.key])


def _divided(records: Iterable[Record], iris: Iterable[str], buckets: int) -> defaultdict[int, list[Record]]:
    found: defaultdict[int, list[Record]] = defaultdict(list)
    for record, iri in zip(records, iris, strict=True):
        found[int(_digest(iri)[:8], 16) % buckets].append(record)
    return found


def _lines(graph: KnowledgeGraph) -> Iterator[str]:
    return dump_lines(encode_graph(graph, f"kgraph {__version__}"))


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]
