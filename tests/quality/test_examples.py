"""The ontology's own sentences: every predicate is read out of its examples and out of none of its counterexamples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from kgraph import ontology
from kgraph.model.document import Document
from kgraph.model.vocabulary import PredicateType
from kgraph.pipeline import Pipeline


def _sentences() -> Iterator[tuple[PredicateType, str, bool]]:
    for predicate in ontology.load().predicates:
        yield from ((predicate, sentence, True) for sentence in predicate.examples)
        yield from ((predicate, sentence, False) for sentence in predicate.counterexamples)


SENTENCES = tuple(_sentences())


@pytest.fixture(scope="module")
def found(pipeline: Pipeline) -> Mapping[str, Mapping[str, frozenset[str | None]]]:
    """For each sentence the predicates that it says, with the event types that they are coded as."""
    documents = (Document(str(i), sentence) for i, (_, sentence, _) in enumerate(SENTENCES))
    read: dict[str, Mapping[str, frozenset[str | None]]] = {}
    for (_, sentence, _), reading in zip(SENTENCES, pipeline.read_all(documents), strict=True):
        kinds: dict[str, set[str | None]] = {}
        for statement in reading.statements:
            kind = statement.event.type if statement.event is not None else None
            kinds.setdefault(statement.predicate.iri, set()).add(kind)
        read[sentence] = {iri: frozenset(each) for iri, each in kinds.items()}
    return read


@pytest.mark.parametrize(("predicate", "sentence"), [(p, s) for p, s, says in SENTENCES if says])
def test_example_says_its_predicate(
    found: Mapping[str, Mapping[str, frozenset[str | None]]], predicate: PredicateType, sentence: str
) -> None:
    assert predicate.iri in found[sentence], sorted(found[sentence])
    if predicate.event is not None:
        assert predicate.event in found[sentence][predicate.iri]


@pytest.mark.parametrize(("predicate", "sentence"), [(p, s) for p, s, says in SENTENCES if not says])
def test_counterexample_does_not_say_it(
    found: Mapping[str, Mapping[str, frozenset[str | None]]], predicate: PredicateType, sentence: str
) -> None:
    """An act's counterexample gives no event of it; that of another predicate does not give the predicate."""
    kinds = found[sentence].get(predicate.iri, frozenset())
    assert not kinds - ({None} if predicate.event is not None else set())


def test_every_predicate_has_both(pipeline: Pipeline) -> None:
    assert [p.label for p in ontology.load().predicates if not (p.examples and p.counterexamples)] == []
