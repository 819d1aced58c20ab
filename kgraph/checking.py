"""The whole check of an ontology: its files, and its own sentences as the pipeline reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kgraph.model.document import Document
from kgraph.model.finding import Finding
from kgraph.model.statement import Reading
from kgraph.model.vocabulary import PredicateType
from kgraph.ontology.check import check as check_files
from kgraph.ontology.load import gathered, sources_of
from kgraph.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found, sorted, and how many entries were checked."""

    findings: tuple[Finding, ...]
    entries: int


def check(own: Path | None = None, model: str | None = None) -> Outcome:
    """Checks the shipped ontology, or what a folder of the user's own files adds to it.

    Raises:
        OntologyError: The folder cannot be read.
        ModelError: The model is not installed or does not fit.
    """
    sources = sources_of(own=own)
    # The words of the shipped pipeline, since the user's files may be too broken for one of their own.
    pipeline = Pipeline(model)
    checked = check_files(sources, pipeline.trigger_words())
    findings = set(checked.findings)
    if checked.vocabulary is not None:
        files = gathered(sources).files
        predicates = [each for each in checked.vocabulary.predicates if each.iri in checked.touched]
        reader = pipeline if own is None else Pipeline(model, own_ontology=own)
        for predicate, problem in failures(predicates, reader):
            remedy = "correct the sentence or the triggers"
            findings.add(Finding(str(files[predicate.iri]), predicate.iri, problem, remedy))
    return Outcome(tuple(sorted(findings)), len(checked.touched))


def failures(predicates: Iterable[PredicateType], pipeline: Pipeline) -> Iterator[tuple[PredicateType, str]]:
    """The predicates that one of their sentences does not bear out, each with what is wrong.

    An act must be coded as its event type by its examples, and not at all by its counterexamples; another predicate
    must be made by its examples, and not by its counterexamples.
    """
    sentences = [(predicate, sentence, says) for predicate in predicates for sentence, says in _sentences(predicate)]
    documents = (Document(str(number), sentence) for number, (_, sentence, _) in enumerate(sentences))
    for (predicate, sentence, says), reading in zip(sentences, pipeline.read_all(documents), strict=True):
        problem = _problem(predicate, says, reading)
        if problem:
            yield predicate, f"{problem} {sentence!r}"


def _sentences(predicate: PredicateType) -> Iterator[tuple[str, bool]]:
    yield from ((sentence, True) for sentence in predicate.examples)
    yield from ((sentence, False) for sentence in predicate.counterexamples)


def _problem(predicate: PredicateType, says: bool, reading: Reading) -> str | None:
    """What is wrong with a sentence, up to its words; nothing if all is well."""
    made = [statement for statement in reading.statements if statement.predicate.iri == predicate.iri]
    kinds = {statement.event.type for statement in made if statement.event is not None}
    if says and not made:
        return "is not read out of its example"
    if says and predicate.event is not None and predicate.event not in kinds:
        return f"is not coded as {predicate.event} in its example"
    if not says and (kinds if predicate.event is not None else made):
        return "is read out of its counterexample"
    return None
