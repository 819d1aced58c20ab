"""A folder of Turtle files to a checked vocabulary, compiled at most once."""

from __future__ import annotations

from pathlib import Path

from kgraph.errors import OntologyError
from kgraph.model.identifiers import ONTOLOGY
from kgraph.model.vocabulary import Vocabulary
from kgraph.ontology import cache, files
from kgraph.ontology.actors import actor_types
from kgraph.ontology.acts import contexts, event_modes, event_types, predicates, word_classes
from kgraph.ontology.entities import entities
from kgraph.ontology.offices import holdings, offices
from kgraph.ontology.triples import OWL, RDF, Triples

_PROPERTY_TYPES = {OWL + kind + "Property" for kind in ("Object", "Datatype", "Annotation")}


def load(directory: Path | None = None) -> Vocabulary:
    """Reads and checks an ontology.

    Args:
        directory: A folder with ``kgraph.ttl`` and any number of other Turtle files, in subfolders too; the ontology
            that comes with the program by default.

    Returns:
        The vocabulary; its tuples are sorted.

    Raises:
        OntologyError: A file cannot be read or contradicts itself or another; the message names the file and the line
            or the IRI.
    """
    sources = files.read(files.shipped() if directory is None else directory)
    key = files.digest(sources)
    known = cache.get(key)
    if known is not None:
        return known
    vocabulary = compiled(sources)
    cache.put(key, vocabulary)
    return vocabulary


def compiled(sources: tuple[files.Source, ...]) -> Vocabulary:
    """What the files say, checked; the first is the core file.

    Raises:
        OntologyError: As for :func:`load`.
    """
    triples = Triples()
    for source in sources:
        triples.add(source)
    core = sources[0].path
    _check_properties(triples, core)
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


def _version(triples: Triples, core: Path) -> str:
    for ontology in triples.subjects(RDF + "type", OWL + "Ontology"):
        if version := triples.first(ontology, OWL + "versionInfo"):
            return version
    raise OntologyError(f"{core}: the owl:Ontology has no owl:versionInfo; give it one")


def _check_properties(triples: Triples, core: Path) -> None:
    """Every class and property is labelled, and every property used in this namespace is declared in the core file."""
    declared = {RDF + "type"}
    for subject, rows in triples.values.items():
        types = rows.get(RDF + "type", ())
        if not _PROPERTY_TYPES.isdisjoint(types) or OWL + "Class" in types:
            triples.label(subject)
            if triples.files[subject] == core:
                declared.add(subject)
    for subject, rows in triples.values.items():
        for predicate in rows:
            if predicate.startswith(ONTOLOGY) and predicate not in declared:
                raise triples.error(subject, f"uses <{predicate}>, which {files.CORE} does not declare")
