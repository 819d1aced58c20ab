"""What is published of an ontology: everything but its known entities, offices and holdings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from kgraph.model.vocabulary import Vocabulary
from kgraph.ontology.load import gathered, load, sources_of
from kgraph.ontology.triples import Triples

Value: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


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
        """The triples by subject and predicate."""
        found: dict[str, dict[str, tuple[Value, ...]]] = {}
        for triple in self.triples:
            values = found.setdefault(_text(triple.subject), {})
            values[triple.predicate.value] = (*values.get(triple.predicate.value, ()), triple.object)
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
    apart = {each.iri for each in (*vocabulary.entities, *vocabulary.offices, *vocabulary.holdings)}
    prefixes: dict[str, str] = {}
    kept: set[ox.Triple] = set()
    for source in sources:
        parser = ox.parse(source.content, format=ox.RdfFormat.TURTLE)
        kept.update(quad.triple for quad in parser if _stays(quad, left, apart))
        for prefix, namespace in parser.prefixes.items():
            prefixes.setdefault(prefix, namespace)
    return Ontology(tuple(sorted(kept, key=str)), dict(sorted(prefixes.items())), vocabulary)


def _stays(quad: ox.Quad, left: Triples, apart: set[str]) -> bool:
    """Whether a triple is of the vocabulary, and is not replaced by one of the user's."""
    subject = _text(quad.subject)
    return subject not in apart and _text(quad.object) in left.values[subject].get(quad.predicate.value, ())


def _text(term: Value) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value
