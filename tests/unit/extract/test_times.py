"""Time expressions against a document's date, Wednesday 1 June 2022."""

from __future__ import annotations

import datetime

import pytest

from kgraph.extract.times import value
from kgraph.model.lexicon import Lexicon
from kgraph.pipeline import Pipeline
from tests.statements import DATE, read


@pytest.mark.parametrize(
    ("words", "future", "expected"),
    [
        ("wednesday", False, "2022-06-01"),
        ("late tuesday", False, "2022-05-31"),
        ("thursday", False, "2022-05-26"),
        ("thursday", True, "2022-06-02"),
        ("last wednesday", False, "2022-05-25"),
        ("next monday", False, "2022-06-06"),
        ("today", False, "2022-06-01"),
        ("yesterday", False, "2022-05-31"),
        ("tomorrow", True, "2022-06-02"),
        ("march 3", False, "2022-03-03"),
        ("december 24", False, "2021-12-24"),
        ("december 24", True, "2022-12-24"),
        ("march 3 , 2019", False, "2019-03-03"),
        ("february 30", False, "2022-02"),
        ("april", False, "2022-04"),
        ("2014", False, "2014"),
        ("last week", False, "2022-W21"),
        ("last month", False, "2022-05"),
        ("next year", True, "2023"),
        ("three days ago", False, "2022-05-29"),
        ("recently", False, ""),
    ],
)
def test_value(lexicon: Lexicon, words: str, future: bool, expected: str) -> None:
    assert value(words.split(), lexicon, DATE, future) == expected


def test_relative_times_need_a_date(lexicon: Lexicon) -> None:
    assert value(["wednesday"], lexicon, None, False) == ""
    assert value(["may", "5", "2020"], lexicon, None, False) == "2020-05-05"


def test_time_of_a_statement(pipeline: Pipeline) -> None:
    statement = read(pipeline, "Chad protested on Friday.", datetime.date(2023, 4, 12)).statements[0]
    assert statement.time is not None
    assert (statement.time.text, statement.time.value) == ("Friday", "2023-04-07")
