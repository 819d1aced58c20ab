"""Time expressions against a document's date, Wednesday 1 June 2022."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.extract.times import time_of_phrase, value
from kgraph.extract.times.periods import Period, unit_at
from kgraph.model.document import Document
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import ParsedDocument
from kgraph.parse import Parser
from kgraph.pipeline import Pipeline
from tests.statements import DATE, read

NOT_AHEAD = [
    ("wednesday", "2022-06-01"),
    ("late tuesday", "2022-05-31"),
    ("thursday", "2022-05-26"),
    ("last wednesday", "2022-05-25"),
    ("next monday", "2022-06-06"),
    ("this past friday", "2022-05-27"),
    ("on friday", "2022-05-27"),
    ("friday of last week", "2022-05-27"),
    ("tuesday night", "2022-05-31"),
    ("the night of tuesday", "2022-05-31"),
    ("mondays", ""),
    ("every monday", ""),
    ("today", "2022-06-01"),
    ("yesterday", "2022-05-31"),
    ("the day before yesterday", "2022-05-30"),
    ("last night", "2022-05-31"),
    ("this morning", "2022-06-01"),
    ("earlier today", "2022-06-01"),
    ("early wednesday morning", "2022-06-01"),
    ("march 3", "2022-03-03"),
    ("december 24", "2021-12-24"),
    ("march 3 , 2019", "2019-03-03"),
    ("tuesday , march 3 , 2020", "2020-03-03"),
    ("feb. 24", "2022-02-24"),
    ("24 february 2022", "2022-02-24"),
    ("the 24th of february", "2022-02-24"),
    ("the morning of may 3", "2022-05-03"),
    ("february 30", "2022-02"),
    ("2/24/2022", "2022-02-24"),
    ("24/2/2022", "2022-02-24"),
    ("2/3/2022", ""),
    ("3/3/2022", "2022-03-03"),
    ("2022-02-24", "2022-02-24"),
    ("2022 - 02 - 24", "2022-02-24"),
    ("april", "2022-04"),
    ("in march", "2022-03"),
    ("may 2014", "2014-05"),
    ("early may", "2022-05"),
    ("mid - march", "2022-03"),
    ("late may 2019", "2019-05"),
    ("last december", "2021-12"),
    ("last may", "2022-05"),
    ("march last year", "2021-03"),
    ("march of this year", "2022-03"),
    ("the end of may", "2022-05"),
    ("2014", "2014"),
    ("the year 2014", "2014"),
    ("late 2014", "2014"),
    ("around 2010", "2010~"),
    ("in about 2010", "2010~"),
    ("around june 2010", "2010-06~"),
    ("1500", "1500"),
    ("the 1990s", "199X"),
    ("the late 1980s", "198X"),
    ("the ' 90s", "199X"),
    ("the 20s", "202X"),
    ("the 19th century", "18XX"),
    ("the nineteenth century", "18XX"),
    ("last century", "19XX"),
    ("this decade", "202X"),
    ("last summer", "2021-22"),
    ("the summer of 2014", "2014-22"),
    ("winter 2014", "2014-24"),
    ("last winter", "2021-24"),
    ("in the spring", "2022-21"),
    ("the third quarter of 2020", "2020-07/2020-09"),
    ("q3 2021", "2021-07/2021-09"),
    ("the first half of 2020", "2020-01/2020-06"),
    ("the fourth quarter", "2021-10/2021-12"),
    ("the first quarter", "2022-01/2022-03"),
    ("last quarter", "2022-01/2022-03"),
    ("the second half of the year", "2022-07/2022-12"),
    ("last week", "2022-W21"),
    ("this week", "2022-W22"),
    ("earlier this week", "2022-W22"),
    ("last month", "2022-05"),
    ("this year", "2022"),
    ("the end of last year", "2021"),
    ("the start of the month", "2022-06"),
    ("last weekend", "2022-05-28/2022-05-29"),
    ("the weekend", "2022-05-28/2022-05-29"),
    ("over the weekend", "2022-05-28/2022-05-29"),
    ("three days ago", "2022-05-29"),
    ("two weeks ago", "2022-W20"),
    ("a month ago", "2022-05"),
    ("five years ago", "2017"),
    ("two decades ago", "200X"),
    ("a year ago", "2021"),
    ("from monday to wednesday", "2022-05-30/2022-06-01"),
    ("between monday and wednesday", "2022-05-30/2022-06-01"),
    ("between 2014 and 2016", "2014/2016"),
    ("from 2014 to 2016", "2014/2016"),
    ("2014 - 16", "2014/2016"),
    ("2014 - 2016", "2014/2016"),
    ("march 3 - 5", "2022-03-03/2022-03-05"),
    ("march 3 to april 5 , 2019", "2019-03-03/2019-04-05"),
    ("3 to 5 march", "2022-03-03/2022-03-05"),
    ("from march to may 2014", "2014-03/2014-05"),
    ("from november to february", "2021-11/2022-02"),
    ("since 2014", "2014/.."),
    ("since friday", "2022-05-27/.."),
    ("since last year", "2021/.."),
    ("since the 1990s", "199X/.."),
    ("until march", "../2022-03"),
    ("before 2014", "../2013-12-31"),
    ("after 2014", "2015-01-01/.."),
    ("the past year", "2021/2022"),
    ("the past five years", "2017/2022"),
    ("over the last three months", "2022-03/2022-06"),
    ("the last two weeks", "2022-05-18/2022-06-01"),
    ("the past week", "2022-05-25/2022-06-01"),
    ("the past decade", "2012/2022"),
    ("in recent months", ""),
    ("for weeks", ""),
    ("for two weeks", "P2W"),
    ("for 72 hours", "PT72H"),
    ("for a year", "P1Y"),
    ("for nearly two weeks", ""),
    ("for two decades", "P20Y"),
    ("in two years", "P2Y"),
    ("within 72 hours", "PT72H"),
    ("for nov. 8", "2022-11-08"),
    ("for friday", "2022-06-03"),
    ("a day after the attack", ""),
    ("two days later", ""),
    ("the next day", ""),
    ("the day before", ""),
    ("the same day", ""),
    ("a year", ""),
    ("twice a week", ""),
    ("5 p.m. on wednesday", "2022-06-01T17:00"),
    ("10:30 a.m. wednesday", "2022-06-01T10:30"),
    ("wednesday at 5 p.m. et", "2022-06-01T17:00"),
    ("noon friday", "2022-05-27T12:00"),
    ("6 p.m. local time ( 1500 gmt ) on friday", "2022-05-27T15:00Z"),
    ("1500 gmt on friday", "2022-05-27T15:00Z"),
    ("6:30 on friday", "2022-05-27"),
    ("18:30 on friday", "2022-05-27T18:30"),
    ("5 p.m.", ""),
    ("12 a.m. friday", "2022-05-27T00:00"),
    ("midnight tuesday", "2022-05-31"),
    ("30 years old", ""),
    ("aged 30", ""),
    ("recently", ""),
    ("now", ""),
    ("9999999999999 years ago", ""),
    ("99 centuries ago", ""),
]
AHEAD = [
    ("thursday", "2022-06-02"),
    ("wednesday", "2022-06-01"),
    ("this coming friday", "2022-06-03"),
    ("monday next week", "2022-06-06"),
    ("tomorrow", "2022-06-02"),
    ("the day after tomorrow", "2022-06-03"),
    ("december 24", "2022-12-24"),
    ("in november", "2022-11"),
    ("next march", "2023-03"),
    ("this summer", "2022-22"),
    ("next summer", "2023-22"),
    ("next spring", "2023-21"),
    ("before winter", "../2022-11-30"),
    ("next week", "2022-W23"),
    ("next year", "2023"),
    ("the end of the year", "2022"),
    ("by the end of the year", "../2022"),
    ("this weekend", "2022-06-04/2022-06-05"),
    ("next weekend", "2022-06-11/2022-06-12"),
    ("two days from now", "2022-06-03"),
    ("monday through wednesday", "2022-06-06/2022-06-08"),
    ("from thursday to tuesday", "2022-06-02/2022-06-07"),
    ("until march", "../2023-03"),
    ("until friday", "../2022-06-03"),
    ("by friday", "../2022-06-03"),
    ("by 2030", "../2030"),
    ("before friday", "../2022-06-02"),
    ("after friday", "2022-06-04/.."),
    ("the next three days", "2022-06-01/2022-06-04"),
    ("in the coming year", "2022/2023"),
    ("in the coming weeks", ""),
    ("in two weeks", "2022-W24"),
    ("in three days", "2022-06-04"),
    ("within three days", "2022-06-01/2022-06-04"),
    ("until 5 p.m. friday", "../2022-06-03T17:00"),
]

# EDTF levels 0 and 1 (Library of Congress 2019) as far as written here, and the three forms of ISO 8601 beside them.
_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_CLOCK = r"T(?:[01]\d|2[0-3]):[0-5]\dZ?"
_ONE = rf"(?:{_DATE}~?|\d{{4}}-2[1-4]|\d{{3}}X|\d\dXX|\d{{4}}-W(?:0[1-9]|[1-4]\d|5[0-3])|\d{{4}}-\d\d-\d\d{_CLOCK})"
FORM = re.compile(rf"(?:{_ONE}(?:/{_ONE})?|\.\./{_ONE}|{_ONE}/\.\.|P\d+[DWMY]|PT\d+[HM])?")


@pytest.mark.parametrize(("words", "expected"), NOT_AHEAD)
def test_value_of_what_is_not_ahead(lexicon: Lexicon, words: str, expected: str) -> None:
    assert value(words.split(), lexicon, DATE, future=False) == expected


@pytest.mark.parametrize(("words", "expected"), AHEAD)
def test_value_of_what_lies_ahead(lexicon: Lexicon, words: str, expected: str) -> None:
    assert value(words.split(), lexicon, DATE, future=True) == expected


def test_relative_times_need_a_date(lexicon: Lexicon) -> None:
    for words in ("wednesday", "march", "last summer", "two weeks ago", "in two weeks", "the past year", "yesterday"):
        assert value(words.split(), lexicon, None, future=True) == ""
    assert value(["may", "5", "2020"], lexicon, None, future=False) == "2020-05-05"
    assert value(["for", "two", "weeks"], lexicon, None, future=False) == "P2W"


_WORDS = st.sampled_from(sorted({word for words, _ in [*NOT_AHEAD, *AHEAD] for word in words.split()}))


@given(words=st.lists(_WORDS, max_size=7), date=st.none() | st.dates(), future=st.booleans())
def test_no_words_fail_and_every_value_has_a_form_of_the_standards(
    lexicon: Lexicon, words: list[str], date: datetime.date | None, future: bool
) -> None:
    assert FORM.fullmatch(value(words, lexicon, date, future))


@given(date=st.dates(datetime.date(1000, 1, 1), datetime.date(2900, 1, 1)), unit=st.sampled_from("dwemqykc"))
def test_a_period_holds_its_day_and_its_neighbour_follows(date: datetime.date, unit: str) -> None:
    here, following = unit_at(date, unit, 0), unit_at(date, unit, 1)
    assert isinstance(here, Period)
    assert isinstance(following, Period)
    assert here.first <= date <= here.last or unit == "e"
    assert here.last < following.first


CLAUSES = [
    ("Chad protested on Friday.", ("Friday", "2022-05-27")),
    ("Russia Wednesday criticized the decision.", ("Wednesday", "2022-06-01")),
    ("Turkey on Friday rejected the plan.", ("Friday", "2022-05-27")),
    ("The summit opens Tuesday.", ("Tuesday", "2022-06-07")),
    ("The minister is visiting Oslo on Friday.", ("Friday", "2022-06-03")),
    ("Spain will vote on Friday.", ("Friday", "2022-06-03")),
    ("Spain has voted on Friday.", ("Friday", "2022-05-27")),
    ("The meeting began at 5 p.m. on Wednesday.", ("5 p.m. on Wednesday", "2022-06-01T17:00")),
    ("The war lasted from Monday to Wednesday.", ("from Monday to Wednesday", "2022-05-30/2022-06-01")),
    ("He lived there between 2014 and 2016.", ("between 2014 and 2016", "2014/2016")),
    ("He has ruled since 2014.", ("since 2014", "2014/..")),
    ("They must leave by Friday.", ("by Friday", "../2022-06-03")),
    ("Prices fell for two weeks.", ("for two weeks", "P2W")),
    ("They had been asking for weeks.", ("for weeks", "")),
    ("The army fled a day after the coup.", ("a day after the coup", "")),
    ("Two weeks ago Mali voted.", ("Two weeks ago", "2022-W20")),
    ("The talks were held March 3-5.", ("March 3-5", "2022-03-03/2022-03-05")),
    ("In the 1990s, Chad fought Libya.", ("the 1990s", "199X")),
    ("Germany will send tanks in two weeks.", ("in two weeks", "2022-W24")),
    ("He recently visited Oslo.", ("recently", "")),
    ("It costs three billion dollars.", None),
    ("Sunday night’s attack killed nine people.", None),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_time_of_a_clause(pipeline: Pipeline, text: str, expected: tuple[str, str] | None) -> None:
    time = read(pipeline, text).statements[0].time
    assert (time and (time.text, time.value)) == expected


def test_verbs_share_the_time_before_the_first(pipeline: Pipeline) -> None:
    statements = read(pipeline, "On Monday, ministers met in Oslo and signed a treaty.").statements
    assert [s.time and s.time.value for s in statements] == ["2022-05-30", "2022-05-30"]


def test_verbs_do_not_share_the_time_after_the_first(pipeline: Pipeline) -> None:
    statements = read(pipeline, "Ministers met on Monday and will sign a treaty.").statements
    assert [s.time and s.time.value for s in statements] == ["2022-05-30", None]


PHRASES = [
    ("Sunday night’s attack killed nine people.", "attack", "2022-05-29"),
    ("The 2014 annexation shocked Europe.", "annexation", "2014"),
    ("The attack on Friday killed nine people.", "attack", "2022-05-27"),
    ("The envoy, on a visit to Saudi Arabia Wednesday, praised the plan.", "visit", "2022-06-01"),
    ("The attack on the port killed nine people.", "attack", None),
]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.mark.parametrize(("text", "noun", "expected"), PHRASES)
def test_time_of_a_phrase(parser: Parser, lexicon: Lexicon, text: str, noun: str, expected: str | None) -> None:
    parsed: ParsedDocument = next(parser.parse([Document("x", text, DATE)]))
    sentence = parsed.sentences[0]
    head = next(token for token in sentence.tokens if token.lower == noun)
    time = time_of_phrase(sentence, head, lexicon, parsed.document)
    assert (time and time.value) == expected
