"""The entities of a bucket as all parts together know them, for every bucket that mentions them: a step on one machine.

Which names and links an entity has follows from all documents. So entities are
united first, each in the bucket of its own IRI, and then go to the buckets of
the documents that mention them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kgraph.cluster import buckets
from kgraph.cluster.divide import mentioned
from kgraph.graph.merge import united_entity
from kgraph.model.compact import decode_entity, encode_entity
from kgraph.model.entity import Entity

_COLUMN = "entities"


@dataclass(frozen=True, slots=True)
class Settling:
    """A bucket whose entities are to be united.

    Attributes:
        divided: Files of :func:`kgraph.cluster.divide.divide`.
        number: Which bucket of them.
        buckets: How many there are.
        path: The file for the entities.
    """

    divided: tuple[Path, ...]
    number: int
    buckets: int
    path: Path


def settle(work: Settling) -> Path:
    """Unites the entities of a bucket and writes them, those that each bucket needs apart; returns the file.

    Raises:
        OutputError: The file cannot be written.
    """
    if not work.path.is_file():
        buckets.put(work.path, _rows(work), (_COLUMN,))
    return work.path


def settled(files: Iterable[Path], bucket: int) -> Iterator[Entity]:
    """The entities that a bucket has or mentions, out of the files of all buckets; each is there once."""
    for file in files:
        (entities,) = buckets.get(file, bucket, (_COLUMN,))
        yield from map(decode_entity, json.loads(entities))


def _rows(work: Settling) -> Iterator[dict[str, str]]:
    several: defaultdict[str, list[Entity]] = defaultdict(list)
    where: defaultdict[str, set[int]] = defaultdict(set)
    for each in mentioned(work.divided, work.number):
        for entity in each.entities:
            several[entity.iri].append(entity)
        for iri, numbers in each.where.items():
            where[iri].update(numbers)
    sent: defaultdict[int, list[str]] = defaultdict(list)
    for iri, versions in sorted(several.items()):
        content = encode_entity(united_entity(versions))
        for number in where[iri] | {work.number}:
            sent[number].append(content)
    for number in range(work.buckets):
        yield {_COLUMN: json.dumps(sent[number])}
