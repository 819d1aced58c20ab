"""Open tuples: relations and arguments in the words and the order of the sentence."""

from __future__ import annotations

import dataclasses

import pytest

from kgraph.export.openie import openie
from kgraph.model.statement import Content, Statement
from kgraph.pipeline import Pipeline
from tests.statements import read
from tests.unit.export.test_listing import LEFT, NOBODY, OFFICE, SAID, SEND, reading, span


def tuples(statement: Statement) -> list[list[str]]:
    return [line.removesuffix("\n").split("\t") for line in openie(reading(statement))]


def test_an_open_tuple_has_the_words_of_one_line() -> None:
    sentence = "Envoy Ida Berg said that Oslo may soon send tents to Chad [31m."
    assert tuples(SEND) == [[sentence, "0.9000", "may soon send", "Oslo", "tents", "to Chad"]]


def test_the_relation_takes_the_marker_where_there_is_no_object() -> None:
    assert [fields[2:] for fields in tuples(LEFT)] == [["left for", "She", "Chad", "Friday"]]


def test_a_reported_clause_is_told_once() -> None:
    assert [fields[2:] for fields in tuples(SAID)] == [
        ["said", "Envoy Ida Berg", "that Oslo may soon send tents to Chad"]
    ]
    bare = dataclasses.replace(SAID, arguments=())
    assert [fields[2:] for fields in tuples(bare)] == [["said", "Envoy Ida Berg", "Oslo may soon send tents to Chad"]]


def test_an_object_that_is_the_content_is_told_once() -> None:
    wanted = dataclasses.replace(SEND, content=Content((span("tents"),), quoted=False), arguments=())
    assert [fields[2:] for fields in tuples(wanted)] == [["may soon send", "Oslo", "tents"]]


def test_an_office_is_a_form_of_be() -> None:
    assert [fields[2:] for fields in tuples(OFFICE)] == [["is", "Ida Berg", "Envoy"]]


def test_without_a_subject_there_is_no_tuple() -> None:
    assert tuples(NOBODY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The village was shelled by rebels.", ["was shelled by", "The village", "rebels"]),
        ("The village was shelled in 2014.", ["was shelled", "The village", "2014"]),
        ("The rebels failed to capture the town.", ["failed to capture", "The rebels", "the town"]),
        ("The union plans to try to end the strike.", ["plans to try to end", "The union", "the strike"]),
        ("The envoy arrived in Geneva.", ["arrived", "The envoy", "Geneva"]),
    ],
)
def test_surface_of_a_sentence(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert expected in [line.removesuffix("\n").split("\t")[2:] for line in openie(read(pipeline, text))]


def test_what_an_infinitive_completes_has_no_tuple_of_its_own(pipeline: Pipeline) -> None:
    assert len(list(openie(read(pipeline, "The rebels failed to capture the town.")))) == 1
