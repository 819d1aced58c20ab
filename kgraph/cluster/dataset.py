"""What all parts have in common: who read them, what the ontology knows of the actors, the description of the dataset.

It is worked out by whoever starts the run, from what each part tells of itself
and from the IRIs of readings and statements, which are gone through once,
sorted, and never held together.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path, PurePath

from kgraph import ontology
from kgraph.cluster.unite import READINGS, STATEMENTS, sums
from kgraph.cluster.write import Part, counts, put
from kgraph.export.conformance import require
from kgraph.export.in_parts import divisible, is_rdf, making
from kgraph.export.syntaxes import GZIP
from kgraph.graph.background import background
from kgraph.graph.dataset import range_of
from kgraph.graph.descriptions import PROGRAM
from kgraph.graph.views import Contents, Share, Viewed, viewed
from kgraph.model.entity import entity_of
from kgraph.model.graph import Background, KnowledgeGraph
from kgraph.model.identifiers import BASE
from kgraph.model.vocabulary import Vocabulary

_NAME = "dataset"
_BLOCK = 1 << 15  # bytes of each file that are held at once


def describe(parts: Sequence[Part], base: str | None, own_ontology: Path | None) -> dict[str, list[Path]]:
    """Writes what parts have in common, in each format of RDF that they were written in.

    Args:
        parts: All parts, written.
        base: As for :func:`kgraph.pipeline.build`.
        own_ontology: The user's own ontology that they were read with.

    Returns:
        The files by their format.

    Raises:
        KGraphError: It does not conform to the shapes.
        OutputError: A file cannot be written.
    """
    how, place, united = parts[0].how, parts[0].place, parts[0].united
    exporters = list(filter(is_rdf, divisible(how.formats, how.profile)))
    if not exporters:
        return {}
    told = [sums(each) for each in united]
    counted = [counts(each) for each in parts]
    spoken_of = frozenset[str]().union(*(each.known for each in told))
    codes = frozenset[str]().union(*(each.countries for each in told))
    behind = _background(ontology.load(own=own_ontology), spoken_of, codes)
    statements = sum(each.statements for each in told)
    documents = sum(each.documents for each in told)
    whole = Contents(
        base=base or BASE,
        readings=_Lines([each.beside(READINGS) for each in united], documents),
        statements=_Lines([each.beside(STATEMENTS) for each in united], statements),
        days=range_of(day for each in told for day in each.days or ()),
        documents=documents,
        claims=sum(each.claims for each in counted),
        referents=sum(each.referents for each in told),
        entities=sum(each.entities for each in told) + len(behind.entities),
    )
    share = Share(
        agents=frozenset((PROGRAM,)).union(*(each.models for each in told)),
        base=base or BASE,
        whole=whole,
        triples=sum(each.triples for each in counted),
    )
    graph = Viewed(background=behind, views=viewed(KnowledgeGraph()).views, share=share)
    names: dict[str, list[Path]] = {}
    for exporter in exporters:
        for file, make in making(exporter, how.profile).items():
            name = f"{_NAME}{PurePath(file).suffix}{GZIP}"
            put(place / name, make(graph))
            names[exporter.name] = [place / name]
    return names


def _background(vocabulary: Vocabulary, spoken_of: AbstractSet[str], codes: AbstractSet[str]) -> Background:
    """What the ontology knows of the actors, checked; who they are was checked where each document was."""
    behind = background(vocabulary, spoken_of, codes)
    known = tuple(sorted(entity_of(entry) for entry in vocabulary.entities if entry.iri in spoken_of))
    require(KnowledgeGraph(entities=known, background=behind))
    return behind


class _Lines(Collection[str]):
    """The last words of the lines of sorted files, in the order of all lines.

    A file is open only while a block of it is read: there are more than may be open at once.

    Args:
        paths: The files.
        count: How many lines they have together.
    """

    def __init__(self, paths: Sequence[Path], count: int) -> None:
        self._paths = paths
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[str]:
        return (line.rpartition(" ")[2] for line in heapq.merge(*map(_lines, self._paths)))

    def __contains__(self, word: object) -> bool:
        return any(each == word for each in self)


def _lines(path: Path) -> Iterator[str]:
    offset = 0
    while True:
        with path.open("rb") as file:
            file.seek(offset)
            block = file.readlines(_BLOCK)
        if not block:
            return
        offset += sum(map(len, block))
        yield from (line.decode().removesuffix("\n") for line in block)
