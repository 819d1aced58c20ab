"""A bucket in the formats asked for: a step on one machine of many.

Its files are one part of the graph. Put together, the parts of a format and the
description of the dataset (:mod:`kgraph.cluster.dataset`) are what one machine
would write.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from kgraph.cluster.unite import Bucket, received
from kgraph.engine.parts import appearing
from kgraph.export.in_parts import RECORDS, Publication, divisible, files_of, is_rdf, making
from kgraph.export.publish import is_packed
from kgraph.export.publish import write as written
from kgraph.graph.claims import affirmed_edges, held, united
from kgraph.graph.descriptions import reading_iri
from kgraph.graph.nodes import referents
from kgraph.graph.rdf import resources
from kgraph.graph.statement_descriptions import origin
from kgraph.graph.views import Share, Viewed, Views
from kgraph.read.graph import read_graph


@dataclass(frozen=True, slots=True)
class Part:
    """A bucket that is united and is to be written.

    Attributes:
        united: All buckets.
        number: Which of them.
        place: The folder for its files.
        how: How to write it.
    """

    united: tuple[Bucket, ...]
    number: int
    place: Path
    how: Publication

    @property
    def counts(self) -> Path:
        """The file that tells its counts, which differ in RDF 1.2."""
        return self.united[self.number].beside("-rdf12.counts" if self.how.profile.rdf12 else ".counts")

    def files(self) -> dict[str, list[Path]]:
        """Its files by their format."""
        return {
            exporter.name: [self.united[self.number].records]
            if exporter.name == RECORDS
            else [self.place / name for name in files_of(exporter, f"{self.number:05}").values()]
            for exporter in divisible(self.how.formats, self.how.profile)
        }


class Counts(NamedTuple):
    """What a part adds to the description of the whole, besides its :class:`~kgraph.cluster.unite.Sums`."""

    claims: int
    triples: int


def write(work: Part) -> None:
    """Writes the files of a part that are not there.

    Raises:
        OutputError: A file cannot be written.
    """
    exporters = [each for each in divisible(work.how.formats, work.how.profile) if each.name != RECORDS]
    missing = {file for files in work.files().values() for file in files if not file.is_file()}
    uncounted = any(map(is_rdf, exporters)) and not work.counts.is_file()
    if not missing and not uncounted:
        return
    graph = part_of(work)
    if uncounted:
        told = resources(graph, work.how.profile)
        triples = sum(len(values) for resource in told for values in resource.properties.values())
        with appearing(work.counts) as place:
            place.write_text(json.dumps(Counts(len(graph.views.claims), triples)), encoding="utf-8")
    for exporter in exporters:
        names = files_of(exporter, f"{work.number:05}")
        for file, make in making(exporter, work.how.profile).items():
            if work.place / names[file] in missing:
                put(work.place / names[file], make(graph))


def put(path: Path, pieces: Iterator[str] | Iterator[bytes]) -> None:
    """Writes a file of a part, whole or not at all.

    Raises:
        OutputError: It cannot be written.
    """
    with appearing(path) as place:
        written(place, pieces, packed=is_packed(path.name))


def counts(work: Part) -> Counts:
    """The counts of a part that was written as RDF."""
    return Counts(*json.loads(work.counts.read_text(encoding="utf-8")))


def part_of(work: Part) -> Viewed:
    """The records that are a bucket's own with the views that are.

    It was checked where it was divided: document by document.
    """
    bucket = work.united[work.number]
    graph = read_graph(bucket.records)
    told = received(work.united, work.number)
    return Viewed(
        documents=graph.documents,
        entities=tuple(each for each in graph.entities if bucket.has(each.iri)),
        evidence=graph.evidence,
        views=Views(
            claims=held(united(told.sayings)),
            referents=referents(graph),
            facts=affirmed_edges(told.sayings),
            origins={document.iri: origin(document) for document in graph.documents},
            readings=sorted(graph.documents, key=reading_iri),
            statements=[each.statement.id for each in graph.evidence],
            predicates=told.lemmas,
        ),
        share=Share(
            mentioned=tuple(each for each in graph.entities if not bucket.has(each.iri)),
            appearances=told.appearances,
        ),
    )
