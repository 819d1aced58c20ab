"""A folder of Turtle files to a checked vocabulary, compiled at most once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from pathlib import Path

from kgraph.errors import OntologyError
from kgraph.model.identifiers import ONTOLOGY
from kgraph.model.vocabulary import Vocabulary
from kgraph.ontology import cache, files
from kgraph.ontology.actors import actor_types
from kgraph.ontology.acts import contexts, event_modes, event_types, predicates, word_classes
from kgraph.ontology.entities import entities
from kgraph.ontology.offices import holdings, offices
from kgraph.ontology.overlay import laid_over
from kgraph.ontology.triples import OWL, RDF, Triples

_ITSELF = ONTOLOGY.removesuffix("#")
_PROPERTY_TYPES = {OWL + kind + "Property" for kind in ("Object", "Datatype", "Annotation")}


def load(directory: Path | None = None, own: Path | None = None) -> Vocabulary:
    """Reads and checks an ontology.

    Args:
        directory: A folder with ``kgraph.ttl`` and any number of other Turtle files, in subfolders too; the ontology
            that comes with the program by default.
        own: A folder with Turtle files of the user's own, laid over it (:mod:`kgraph.ontology.overlay`).

    Returns:
        The vocabulary; its tuples are sorted.

    Raises:
        OntologyError: A file cannot be read or contradicts itself or another; the message names the file and the line
            or the IRI.
    """
    sources = sources_of(directory, own)
    key = files.digest(sources)
    known = _kept(key)
    if known is not None:
        return known
    vocabulary = compiled(sources)
    cache.put(key, vocabulary)
    _kept.cache_clear()
    return vocabulary


@lru_cache(maxsize=2)
def _kept(key: str) -> Vocabulary | None:
    """An ontology that was loaded before, by this process or another."""
    return cache.get(key)


def sources_of(directory: Path | None = None, own: Path | None = None) -> tuple[files.Source, ...]:
    """The files of an ontology, the core file first and the user's own last, as for :func:`load`."""
    shipped = files.read(files.shipped() if directory is None else directory)
    return shipped if own is None else shipped + files.read_own(own)


def gathered(sources: tuple[files.Source, ...]) -> Triples:
    """What the files say together, unchecked.

    Raises:
        OntologyError: A file is no Turtle.
    """
    shipped, own = Triples(), Triples()
    for source in sources:
        (own if source.own else shipped).add(source)
    return laid_over(shipped, own) if own.values else shipped


def compiled(sources: tuple[files.Source, ...]) -> Vocabulary:
    """What the files say, checked; the first is the core file.

    Raises:
        OntologyError: As for :func:`load`.
    """
    triples = gathered(sources)
    core = sources[0].path
    _check_properties(triples, declared(sources[0]))
    types = {entry.name: entry for entry in event_types(triples)}
    modes, classes = event_modes(triples), word_classes(triples)
    known = entities(triples)
    posts = offices(triples)
    return Vocabulary(
        version=_version(triples, core),
        event_types=types,
        predicates=predicates(triples, types, modes, classes),
        entities=known,
        offices=posts,
        holdings=holdings(triples, {each.iri for each in posts}, {each.iri for each in known}),
        actor_types=actor_types(triples),
        modes=modes,
        contexts=contexts(triples),
        word_classes=classes,
    )


def declared(core: files.Source) -> set[str]:
    """The classes and properties that the core file declares."""
    triples = Triples()
    triples.add(core)
    return {subject for subject, rows in triples.values.items() if _declares(rows.get(RDF + "type", ()))}


def undeclared(triples: Triples, known: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """The subjects that use a property of the ontology's namespace that is not declared, with that property."""
    for subject, rows in triples.values.items():
        for predicate in rows:
            if predicate.startswith(ONTOLOGY) and predicate not in known:
                yield subject, predicate


def _declares(types: Collection[str]) -> bool:
    return not _PROPERTY_TYPES.isdisjoint(types) or OWL + "Class" in types


def _version(triples: Triples, core: Path) -> str:
    version = triples.first(_ITSELF, OWL + "versionInfo") if _ITSELF in triples.values else None
    if version is None:
        raise OntologyError(f"{core}: the owl:Ontology has no owl:versionInfo; give it one")
    return version


def _check_properties(triples: Triples, known: AbstractSet[str]) -> None:
    """Every class and property is labelled, and every property used in this namespace is declared in the core file."""
    for subject, rows in triples.values.items():
        if _declares(rows.get(RDF + "type", ())):
            triples.label(subject)
    for subject, predicate in undeclared(triples, known):
        raise triples.error(subject, f"uses <{predicate}>, which {files.CORE} does not declare")
