"""What is published of an ontology: everything but its known entities, offices and holdings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from kgraph.model.vocabulary import EntityEntry, Holding, OfficeEntry, Vocabulary
from kgraph.ontology.load import gathered, load, sources_of
from kgraph.ontology.triples import Triples

Value: TypeAlias = ox.NamedNode | ox.Literal


@dataclass(frozen=True)
class Ontology:
    """An ontology to publish.

    Attributes:
        triples: What it says, sorted.
        prefixes: The prefixes that its files declare, with their namespaces.
        vocabulary: The same compiled, for the entities that are not published one by one.
    """

    triples: tuple[ox.Triple, ...]
    prefixes: Mapping[str, str]
    vocabulary: Vocabulary

    @cached_property
    def rows(self) -> Mapping[str, Mapping[str, tuple[Value, ...]]]:
        """The triples by subject and predicate; those with blank nodes and triple terms are for programs alone."""
        found: dict[str, dict[str, tuple[Value, ...]]] = {}
        for subject, predicate, value in self.triples:
            if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
                values = found.setdefault(subject.value, {})
                values[predicate.value] = (*values.get(predicate.value, ()), value)
        return found


def gather(own: Path | None = None) -> Ontology:
    """Gathers what is published.

    Args:
        own: A folder with Turtle files of the user's own, laid over the shipped ontology.

    Raises:
        OntologyError: A file cannot be read or contradicts itself or another.
    """
    vocabulary = load(own=own)
    sources = sources_of(own=own)
    left = gathered(sources)
    known: tuple[EntityEntry | OfficeEntry | Holding, ...] = (
        *vocabulary.entities,
        *vocabulary.offices,
        *vocabulary.holdings,
    )
    apart = {each.iri for each in known}
    prefixes: dict[str, str] = {}
    kept = ox.Dataset()
    for source in sources:
        parser = ox.parse(source.content, format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)
        for quad in parser:
            if _stays(quad, left, apart):
                kept.add(quad)
        for prefix, namespace in parser.prefixes.items():
            prefixes.setdefault(prefix, namespace)
    # A parser names blank nodes at random.
    kept.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    triples = sorted((quad.triple for quad in kept), key=str)
    return Ontology(tuple(triples), dict(sorted(prefixes.items())), vocabulary)


def _stays(quad: ox.Quad, left: Triples, apart: set[str]) -> bool:
    """Whether a triple is of the vocabulary, and is not replaced by one of the user's."""
    subject, value = quad.subject, quad.object
    if isinstance(subject, ox.BlankNode):
        return True
    if not isinstance(subject, ox.NamedNode) or subject.value in apart:
        return False
    if isinstance(value, ox.NamedNode | ox.Literal):
        return value.value in left.values[subject.value].get(quad.predicate.value, ())
    return True
