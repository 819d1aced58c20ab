"""The run: documents in, the files of the graph out; all that takes time or memory is done by others."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from kgraph import __version__
from kgraph.cluster.buckets import digest
from kgraph.cluster.dataset import describe
from kgraph.cluster.divide import Division, divide
from kgraph.cluster.settle import Settling, settle
from kgraph.cluster.unite import Bucket, unite
from kgraph.cluster.write import Part, write
from kgraph.engine import Failed, Recipe, Task
from kgraph.engine.parts import Folder, appearing
from kgraph.export.in_parts import NOTHING_MORE, RECORDS, Publication
from kgraph.graph.merge import merge
from kgraph.graph.rdf import RDF11
from kgraph.model.document import Document
from kgraph.model.graph import KnowledgeGraph
from kgraph.read.graph import read_graph
from kgraph.republication import Rank, Signature, rank, republications, signature
from kgraph.work import ReadingRecipe

T = TypeVar("T")
R = TypeVar("R")

_PARTS_TOGETHER = 16  # some 1,000 articles: their graph is all that one worker holds at once
_PARTS_A_BUCKET = 32  # the records of as many parts make a bucket


class Machines(Protocol):
    """Those that do the work; see :class:`kgraph.engine.dask.Dask`."""

    def names(self, tasks: Iterable[Task], recipe: Recipe, folder: Folder) -> Iterator[str]:
        """Yields the names of the parts of all tasks, in their order, each when it is done."""

    def each(self, function: Callable[[T], R], items: Sequence[T]) -> list[R]:
        """What a function makes of each item."""


@dataclass(frozen=True, slots=True)
class Built:
    """A graph in parts.

    Attributes:
        documents: How many documents there are.
        failed: Those that could not be read.
        records: The parts of the graph as records.
        written: The files of the graph by the formats that were asked for.
    """

    documents: int
    failed: tuple[Failed, ...]
    records: tuple[Path, ...] = ()
    written: Mapping[str, Sequence[Path]] = field(default_factory=dict)

    @property
    def files(self) -> tuple[Path, ...]:
        """What was asked for; its records, if that was nothing else."""
        return tuple(file for files in self.written.values() for file in files) or self.records

    def graph(self) -> KnowledgeGraph:
        """The whole graph, held by this machine."""
        return merge(map(read_graph, self.records))


@dataclass(frozen=True, slots=True)
class _Corpus:
    """What was read: the names of the parts, and how many documents there are, of which some could not be read."""

    names: tuple[str, ...]
    documents: int
    failed: tuple[Failed, ...]


def build(  # noqa: PLR0913, PLR0917 - the last two have defaults
    machines: Machines,
    shared: Path,
    documents: Iterable[Document],
    recipe: ReadingRecipe,
    how: Publication = NOTHING_MORE,
    base: str | None = None,
) -> Built:
    """Reads documents, merges what they say and writes it, all of it on a cluster.

    This machine holds the names of the parts, and a digest and the signature (:mod:`kgraph.republication`) of each
    document.

    Args:
        machines: The cluster.
        shared: The folder that its machines see.
        documents: What to read.
        recipe: How to read.
        how: The formats to write besides records.
        base: As for :func:`kgraph.pipeline.build`.

    Raises:
        EngineError: The cluster cannot be reached, lacks something or gives up.
        KGraphError: The graph is faulty.
    """
    folder = Folder(shared.absolute())
    told: dict[str, tuple[Rank, Signature]] = {}
    corpus = _read(machines, folder, _tasks(documents, told), recipe)
    if not corpus.names:
        return Built(0, ())
    for each in corpus.failed:
        told.pop(each.key, None)
    stories = _put_stories(folder, republications(told.values()))
    united = _unite(machines, folder, corpus.names, stories, recipe, base)
    written = _write(machines, united, how, base)
    built = Built(corpus.documents, corpus.failed, tuple(each.records for each in united), written)
    _put_manifest(folder, corpus, built)
    return built


def _read(machines: Machines, folder: Folder, tasks: Iterable[Task], recipe: ReadingRecipe) -> _Corpus:
    names: list[str] = []
    failed: list[Failed] = []
    documents = 0
    for name in machines.names(tasks, recipe, folder):
        names.append(name)
        failed += folder.failures(name)
        documents += folder.count(name)
    return _Corpus(tuple(names), documents, tuple(failed))


def _unite(  # noqa: PLR0913, PLR0917 - all that the outcome depends on
    machines: Machines, folder: Folder, names: tuple[str, ...], stories: Path, recipe: ReadingRecipe, base: str | None
) -> tuple[Bucket, ...]:
    """The buckets, united."""
    count = 1 + len(names) // _PARTS_A_BUCKET
    divisions = [
        Division(folder, names[start : start + _PARTS_TOGETHER], count, stories, base, recipe.own_ontology)
        for start in range(0, len(names), _PARTS_TOGETHER)
    ]
    divided = tuple(machines.each(divide, divisions))
    run = digest(__version__, recipe.prints, stories.name, count, base, *names)
    place, sent = folder.path / f"graph-{run}", folder.path / "sent" / run
    settlings = [Settling(divided, number, count, sent / f"{number:05}-entities.parquet") for number in range(count)]
    settled = tuple(machines.each(settle, settlings))
    united = tuple(
        Bucket(divided, settled, number, count, place / f"part-{number:05}.jsonl.gz", sent, recipe.own_ontology)
        for number in range(count)
    )
    machines.each(unite, united)
    return united


def _write(machines: Machines, united: tuple[Bucket, ...], how: Publication, base: str | None) -> dict[str, list[Path]]:
    """Writes the parts; returns the files by their format, what all have in common last."""
    if not how.formats:
        return {}
    place = united[0].records.parent
    if how.profile != RDF11:  # what differs is not to lie side by side as if it were one graph
        place = place.with_name(f"{place.name}-{digest(how.profile)[:8]}")
    parts = [Part(united, each.number, place, how) for each in united]
    machines.each(write, parts)
    files: dict[str, list[Path]] = {}
    for part in parts:
        for name, own in part.files().items():
            files.setdefault(name, []).extend(own)
    for name, own in describe(parts, base, united[0].own_ontology).items():
        files[name] += own
    return files


def _put_manifest(folder: Folder, corpus: _Corpus, built: Built) -> None:
    files = {RECORDS: built.records, **built.written}
    manifest = {
        "program": f"kgraph {__version__}",
        "documents": built.documents,
        "set_aside": [{"document": each.key, "reason": each.reason} for each in built.failed],
        "parts": corpus.names,
        "graph": {
            name: [file.relative_to(folder.path).as_posix() for file in several] for name, several in files.items()
        },
    }
    with appearing(folder.path / "manifest.json") as file:
        file.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


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


def _put_stories(folder: Folder, repeated: dict[str, str]) -> Path:
    """Writes which document repeats which; returns the file."""
    path = folder.path / "stories" / f"{digest(*sorted(repeated.items()))}.json"
    if not path.is_file():
        with appearing(path) as place:
            place.write_text(json.dumps(repeated, sort_keys=True), encoding="utf-8")
    return path
