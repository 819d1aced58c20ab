"""The ontology's own sentences: every predicate is read out of its examples and out of none of its counterexamples."""

from __future__ import annotations

from kgraph.checking import failures
from kgraph.pipeline import Pipeline


def test_every_predicate_is_borne_out_by_its_sentences(pipeline: Pipeline) -> None:
    predicates = pipeline.vocabulary.predicates
    assert [f"{predicate.label} {problem}" for predicate, problem in failures(predicates, pipeline)] == []


def test_every_predicate_has_both(pipeline: Pipeline) -> None:
    predicates = pipeline.vocabulary.predicates
    assert [each.label for each in predicates if not (each.examples and each.counterexamples)] == []
