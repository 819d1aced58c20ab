"""What the files of an ontology say, by subject and predicate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kgraph.errors import OntologyError
from kgraph.model.identifiers import ONTOLOGY
from kgraph.ontology.files import Source

OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"


@dataclass(slots=True)
class Triples:
    """Triples by subject and predicate, with the file that first speaks of each subject."""

    values: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)

    def add(self, source: Source) -> None:
        """Adds what a file says."""
        for quad in _parse(source):
            subject = _text(quad.subject)
            rows = self.values.get(subject)
            if rows is None:
                rows = self.values[subject] = {}
                self.files[subject] = source.path
            rows.setdefault(quad.predicate.value, []).append(_text(quad.object))

    def all(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The values, sorted and free of duplicates."""
        return tuple(sorted(set(self.values[subject].get(predicate, ()))))

    def first(self, subject: str, predicate: str) -> str | None:
        """The first of the values."""
        return min(self.values[subject].get(predicate, ()), default=None)

    def kg(self, subject: str, name: str) -> tuple[str, ...]:
        """The values of one of the ontology's own properties."""
        return self.all(subject, ONTOLOGY + name)

    def one(self, subject: str, name: str) -> str | None:
        """The value of one of the ontology's own properties that has at most one.

        Raises:
            OntologyError: It has several.
        """
        values = self.kg(subject, name)
        if len(values) > 1:
            raise self.error(subject, f"has several values of kg:{name}: {', '.join(values)}; keep one")
        return values[0] if values else None

    def label(self, subject: str) -> str:
        """The subject's label; every class, property, concept and entity must have one."""
        label = self.first(subject, RDFS + "label")
        if not label or not label.strip():
            raise self.error(subject, "has no rdfs:label; give it one")
        return label

    def subjects(self, predicate: str, value: str) -> list[str]:
        """Who has this value, sorted."""
        return sorted(subject for subject, rows in self.values.items() if value in rows.get(predicate, ()))

    def instances(self, name: str) -> list[str]:
        """The subjects of one of the ontology's own classes, sorted."""
        return self.subjects(RDF + "type", ONTOLOGY + name)

    def error(self, subject: str, problem: str) -> OntologyError:
        """The error of a subject, told with its file."""
        return OntologyError(f"{self.files[subject]}: <{subject}> {problem}")

    def check_unique(self, names: Iterable[tuple[str, str]], problem: str, remedy: str = "keep one of the two") -> None:
        """No word, whatever its case, may belong to two subjects.

        Raises:
            OntologyError: One does.
        """
        owners: dict[str, str] = {}
        for iri, name in names:
            owner = owners.setdefault(name.casefold(), iri)
            if owner != iri:
                raise self.error(iri, f"{problem.format(name)} <{owner}>; {remedy}")


def _parse(source: Source) -> Iterator[ox.Quad]:
    try:
        yield from ox.parse(source.content, format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise OntologyError(f"{source.path}:{error.lineno}: not valid Turtle: {error.msg}") from error
    except ValueError as error:
        raise OntologyError(f"{source.path}: cannot be read: {error}") from error


def _text(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value
