"""Checks an ontology as a whole and tells everything that is wrong, where loading stops at the first error.

With files of a user's own, only what they say or change is told; the shipped
files are checked when they are released.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kgraph.errors import OntologyError
from kgraph.model.finding import Finding, Weight
from kgraph.model.identifiers import ONTOLOGY
from kgraph.model.vocabulary import Vocabulary
from kgraph.ontology import shapes
from kgraph.ontology.files import CORE, Source
from kgraph.ontology.load import compiled, declared, gathered, undeclared
from kgraph.ontology.overlay import EXCLUSIVE, taken
from kgraph.ontology.triggers import TriggerWords, in_vain
from kgraph.ontology.triples import Triples


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check.

    Attributes:
        findings: What is wrong, sorted.
        vocabulary: The ontology, where it can be used.
        touched: IRIs of the entries that were checked.
    """

    findings: tuple[Finding, ...]
    vocabulary: Vocabulary | None
    touched: frozenset[str]


def check(sources: Sequence[Source], words: TriggerWords) -> Checked:
    """Checks syntax, declared properties, collisions, shapes, references and triggers.

    Args:
        sources: The files, the core file first and the user's own last.
        words: What can stand in triggers.
    """
    broken = tuple(_syntax(sources))
    if broken:
        return Checked(broken, None, frozenset())
    triples = gathered(tuple(sources))
    own = _own(sources)
    changes = tuple(taken(_shipped(sources), own)) if own.values else ()
    touched = {*own.values, *(each.former for each in changes)} if own.values else {*triples.values}
    found = {*_undeclared(sources, triples), *_collisions(triples), *shapes.findings(sources, triples, touched)}
    found = {each for each in found if each.iri in touched}
    found |= {
        Finding(
            str(own.files[each.owner]),
            each.owner,
            f"takes {each.value!r} ({each.property.removeprefix(ONTOLOGY)}) from <{each.former}>",
            "leave it if that is meant",
            Weight.WARNING,
        )
        for each in changes
    }
    vocabulary = None
    try:
        vocabulary = compiled(tuple(sources))
    except OntologyError as error:
        if not any(each.weight is Weight.ERROR for each in found):
            file, _, problem = str(error).partition(": ")
            found.add(Finding(file, "", *_split(problem)))
    if vocabulary is not None:
        found |= {each for each in in_vain(vocabulary, triples, words) if each.iri in touched}
    return Checked(tuple(sorted(found)), vocabulary, frozenset(touched))


def _syntax(sources: Sequence[Source]) -> Iterator[Finding]:
    for source in sources:
        try:
            Triples().add(source)
        except OntologyError as error:
            file, _, problem = str(error).partition(": ")
            yield Finding(file, "", problem, "correct it and check again")


def _own(sources: Sequence[Source]) -> Triples:
    return _read(source for source in sources if source.own)


def _shipped(sources: Sequence[Source]) -> Triples:
    return _read(source for source in sources if not source.own)


def _read(sources: Iterator[Source]) -> Triples:
    found = Triples()
    for source in sources:
        found.add(source)
    return found


def _undeclared(sources: Sequence[Source], triples: Triples) -> Iterator[Finding]:
    for subject, predicate in undeclared(triples, declared(sources[0])):
        problem = f"uses <{predicate}>, which {CORE} does not declare"
        yield Finding(str(triples.files[subject]), subject, problem, "use a property of the ontology")


def _collisions(triples: Triples) -> Iterator[Finding]:
    for name in EXCLUSIVE:
        local = name.removeprefix(ONTOLOGY)
        owners: dict[str, str] = {}
        for iri in sorted(triples.values):
            for value in triples.all(iri, name):
                owner = owners.setdefault(value.casefold(), iri)
                if owner != iri:
                    remedy = "make it a weak name of both" if local == "name" else "keep one of the two"
                    yield Finding(str(triples.files[iri]), iri, f"shares the {local} {value!r} with <{owner}>", remedy)


def _split(problem: str) -> tuple[str, str]:
    """A message's problem and remedy."""
    told, _, remedy = problem.rpartition("; ")
    return (told, remedy) if told else (problem, "correct it")
