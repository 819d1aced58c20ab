"""Who holds an office on a day, as far as the dates tell."""

from __future__ import annotations

import pytest

from kgraph.model.vocabulary import Holding, OfficeEntry, Vocabulary
from kgraph.resolve.offices import Offices, Term, offices, term_at

OFFICE = "office"
HEAD = OfficeEntry(OFFICE, "President of Norland", ("president", "head of state"), country="NLD")


def known(*holdings: Holding) -> Offices:
    return offices(Vocabulary("1", {}, (), (), (HEAD,), holdings))


@pytest.mark.parametrize(
    ("start", "end", "day", "term"),
    [
        ("2010-01-01", "2014-01-01", "2012-06-01", Term.INSIDE),
        ("2010-01-01", None, "2012-06-01", Term.INSIDE),
        ("2010-01-01", "2014-01-01", "2009-12-31", Term.OUTSIDE),
        ("2010-01-01", "2014-01-01", "2014-01-02", Term.OUTSIDE),
        ("2010", "2014", "2010-06-01", Term.POSSIBLE),
        ("2010", "2014", "2014-12-31", Term.POSSIBLE),
        ("2010", "2014", "2012", Term.INSIDE),
        ("2010-01-01", "2014-01-01", "2014-01-01", Term.POSSIBLE),
        (None, "2014", "2012-06-01", Term.UNTOLD),
        (None, "2014", "2015-06-01", Term.OUTSIDE),
        (None, None, "2012-06-01", Term.UNTOLD),
        ("2010-01-01", "2014-01-01", "", Term.UNTOLD),
    ],
)
def test_a_day_lies_in_a_term(start: str | None, end: str | None, day: str, term: Term) -> None:
    assert term_at(Holding(OFFICE, "a", start, end), day) is term


def test_a_term_without_an_end_ends_with_the_next_one() -> None:
    first, second = Holding(OFFICE, "a", "2010-01-01"), Holding(OFFICE, "b", "2014-01-01")
    assert known(first, second).holders([HEAD], "2012-01-01") == {"a": Term.INSIDE}
    assert known(first, second).holders([HEAD], "2016-01-01") == {"b": Term.INSIDE}


def test_two_may_hold_it_on_the_day_of_change() -> None:
    both = known(Holding(OFFICE, "a", "2010", "2014"), Holding(OFFICE, "b", "2014", "2018"))
    assert both.holders([HEAD], "2014-05-01") == {"a": Term.POSSIBLE, "b": Term.POSSIBLE}


def test_a_sure_holder_goes_before_a_possible_one() -> None:
    both = known(Holding(OFFICE, "a", "2010", "2014"), Holding(OFFICE, "b", "2014-01-02", "2018"))
    assert both.holders([HEAD], "2014-05-01") == {"b": Term.INSIDE}


def test_nobody_holds_it_before_the_first() -> None:
    assert known(Holding(OFFICE, "a", "2010", "2014")).holders([HEAD], "2001-01-01") == {}


def test_offices_are_found_by_title_and_country() -> None:
    found = known()
    assert found.titled("head of state", "NLD") == [HEAD]
    assert found.titled("president", "BEL") == []


def test_the_term_of_a_person_counts_the_title() -> None:
    found = known(Holding(OFFICE, "a", "2010-01-01", "2014-01-01"))
    assert found.term("a", "president", "2012-01-01") is Term.INSIDE
    assert found.term("a", None, "2012-01-01") is Term.INSIDE
    assert found.term("a", "king", "2012-01-01") is None
    assert found.term("nobody", None, "2012-01-01") is None
