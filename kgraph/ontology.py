"""The ontology: Turtle files in, one checked :class:`~kgraph.model.vocabulary.Vocabulary` out.

Everything that the program knows of political acts and of the world is in the
Turtle files of ``ontology/``; this module only reads and checks them.
"""

from __future__ import annotations

import importlib.resources
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kgraph.errors import OntologyError
from kgraph.model.identifiers import ENTITY, ONTOLOGY
from kgraph.model.vocabulary import EntityEntry, EventType, PredicateType, Vocabulary

_CORE = "kgraph.ttl"
_OWL = "http://www.w3.org/2002/07/owl#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_PROPERTY_TYPES = {_OWL + kind + "Property" for kind in ("Object", "Datatype", "Annotation")}


@dataclass(slots=True)
class _Triples:
    """Triples by subject and predicate, with the file that first speaks of each subject."""

    values: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)

    def add(self, path: Path) -> None:
        for quad in _parse(path):
            subject, predicate = _text(quad.subject), quad.predicate.value
            self.files.setdefault(subject, path)
            self.values.setdefault(subject, {}).setdefault(predicate, []).append(_text(quad.object))

    def all(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The values, sorted and free of duplicates."""
        return tuple(sorted(set(self.values[subject].get(predicate, ()))))

    def first(self, subject: str, predicate: str) -> str | None:
        return next(iter(self.all(subject, predicate)), None)

    def kg(self, subject: str, name: str) -> tuple[str, ...]:
        return self.all(subject, ONTOLOGY + name)

    def label(self, subject: str) -> str:
        """The subject's label; every class, property, concept and entity must have one."""
        label = self.first(subject, _RDFS + "label")
        if not label or not label.strip():
            raise self.error(subject, "has no rdfs:label; give it one")
        return label

    def subjects(self, predicate: str, value: str) -> list[str]:
        return sorted(subject for subject, rows in self.values.items() if value in rows.get(predicate, ()))

    def error(self, subject: str, problem: str) -> OntologyError:
        return OntologyError(f"{self.files[subject]}: <{subject}> {problem}")


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
    folder = shipped() if directory is None else directory
    core = folder / _CORE
    if not core.is_file():
        raise OntologyError(f"{core}: no such file; an ontology is a folder with {_CORE}, events and entities")
    triples = _Triples()
    for path in [core, *sorted(path for path in folder.rglob("*.ttl") if path != core)]:
        triples.add(path)
    _check_properties(triples, core)
    event_types = {entry.name: entry for entry in _event_types(triples)}
    return Vocabulary(
        version=_version(triples, core),
        event_types=event_types,
        predicates=_predicates(triples, event_types),
        entities=_entities(triples),
    )


def shipped() -> Path:
    """The folder of the ontology that comes with the program, installed or in a checkout."""
    package = Path(str(importlib.resources.files("kgraph")))
    installed = package / "data" / "ontology"
    return installed if installed.is_dir() else package.parent / "ontology"


def _parse(path: Path) -> Iterator[ox.Quad]:
    try:
        yield from ox.parse(path=path, format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise OntologyError(f"{path}:{error.lineno}: not valid Turtle: {error.msg}") from error
    except (OSError, ValueError) as error:
        raise OntologyError(f"{path}: cannot be read: {error}") from error


def _text(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value


def _version(triples: _Triples, core: Path) -> str:
    for ontology in triples.subjects(_RDF + "type", _OWL + "Ontology"):
        if version := triples.first(ontology, _OWL + "versionInfo"):
            return version
    raise OntologyError(f"{core}: the owl:Ontology has no owl:versionInfo; give it one")


def _check_properties(triples: _Triples, core: Path) -> None:
    """Every class and property is labelled, and every property used in this namespace is declared in the core file."""
    declared = {_RDF + "type"}
    for subject, rows in triples.values.items():
        types = rows.get(_RDF + "type", ())
        if not _PROPERTY_TYPES.isdisjoint(types) or _OWL + "Class" in types:
            triples.label(subject)
            if triples.files[subject] == core:
                declared.add(subject)
    for subject, rows in triples.values.items():
        for predicate in rows:
            if predicate.startswith(ONTOLOGY) and predicate not in declared:
                raise triples.error(subject, f"uses <{predicate}>, which {_CORE} does not declare")


def _event_types(triples: _Triples) -> Iterator[EventType]:
    for iri in triples.subjects(_RDF + "type", ONTOLOGY + "EventType"):
        quad_class = next(iter(triples.kg(iri, "quadClass")), None)
        if quad_class is not None and quad_class not in triples.values:
            raise triples.error(iri, f"has the unknown quad class <{quad_class}>")
        yield EventType(
            iri=iri,
            name=iri.removeprefix(ONTOLOGY),
            label=triples.label(iri),
            definition=triples.first(iri, _SKOS + "definition") or "",
            quad_class=triples.label(quad_class) if quad_class else None,
        )


def _predicates(triples: _Triples, event_types: dict[str, EventType]) -> tuple[PredicateType, ...]:
    modes = _modes(triples)
    found = []
    for iri in triples.subjects(_RDFS + "subPropertyOf", ONTOLOGY + "relation"):
        predicate = _predicate(triples, iri)
        if predicate.event is not None and predicate.event not in event_types:
            raise triples.error(iri, f"has the unknown event type {predicate.event}")
        if predicate.mode is not None and (predicate.event, predicate.mode) not in modes:
            raise triples.error(iri, f"has the mode {predicate.mode!r}, which {predicate.event} does not have")
        if not predicate.examples:
            raise triples.error(iri, "has no skos:example; give it a sentence that says it")
        if not all(trigger.strip() for trigger in (*predicate.verbs, *predicate.nouns)):
            raise triples.error(iri, "has an empty trigger; remove it")
        found.append(predicate)
    for kind in ("verbs", "nouns"):
        names = ((predicate.iri, trigger) for predicate in found for trigger in getattr(predicate, kind))
        _check_unique(triples, names, f"shares the trigger {{!r}} ({kind}) with")
    return tuple(found)


def _predicate(triples: _Triples, iri: str) -> PredicateType:
    event = next(iter(triples.kg(iri, "eventType")), None)
    return PredicateType(
        iri=iri,
        label=triples.label(iri),
        event=event.removeprefix(ONTOLOGY) if event else None,
        mode=next(iter(triples.kg(iri, "mode")), None),
        contexts=triples.kg(iri, "impliesContext"),
        cameo=next(iter(triples.kg(iri, "cameo")), None),
        verbs=triples.kg(iri, "verbTrigger"),
        nouns=triples.kg(iri, "nounTrigger"),
        recipients=triples.kg(iri, "recipientSlot"),
        examples=triples.all(iri, _SKOS + "example"),
        counterexamples=triples.kg(iri, "counterExample"),
    )


def _modes(triples: _Triples) -> set[tuple[str, str]]:
    """Event types with the names of their modes."""
    return {
        (event_type.removeprefix(ONTOLOGY), name)
        for mode in triples.subjects(_RDF + "type", ONTOLOGY + "EventMode")
        for event_type in triples.all(mode, _SKOS + "broader")
        for name in triples.all(mode, _SKOS + "notation")
    }


def _entities(triples: _Triples) -> tuple[EntityEntry, ...]:
    classes = set(triples.subjects(_RDF + "type", _OWL + "Class"))
    found = tuple(_entity(triples, iri, classes) for iri in sorted(triples.values) if iri.startswith(ENTITY))
    names = ((entity.iri, name) for entity in found for name in entity.names)
    _check_unique(triples, names, "shares the name {!r} with", "make it a weak name of both")
    return found


def _entity(triples: _Triples, iri: str, classes: set[str]) -> EntityEntry:
    types = triples.all(iri, _RDF + "type")
    unknown = next((each for each in types if each not in classes), None)
    if not types or unknown:
        raise triples.error(iri, f"is of the unknown class <{unknown}>" if unknown else "has no class")
    names, weak_names = triples.kg(iri, "name"), triples.kg(iri, "weakName")
    if both := sorted({*names} & {*weak_names}):
        raise triples.error(iri, f"has the name {both[0]!r} both as strong and as weak; keep one")
    return EntityEntry(
        iri=iri,
        label=triples.label(iri),
        type=types[0].removeprefix(ONTOLOGY),
        names=names,
        weak_names=weak_names,
        adjectives=triples.kg(iri, "adjective"),
        nationals=triples.kg(iri, "national"),
        capitals=triples.kg(iri, "capital"),
        country=next(iter((*triples.kg(iri, "iso3"), *triples.kg(iri, "country"))), None),
        same_as=triples.all(iri, _OWL + "sameAs"),
    )


def _check_unique(
    triples: _Triples, names: Iterable[tuple[str, str]], problem: str, remedy: str = "keep one of the two"
) -> None:
    """No word, whatever its case, may belong to two subjects."""
    owners: dict[str, str] = {}
    for iri, name in names:
        owner = owners.setdefault(name.casefold(), iri)
        if owner != iri:
            raise triples.error(iri, f"{problem.format(name)} <{owner}>; {remedy}")
