"""Paragraphs of texts as they come, and what in them is not read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.layout import paragraphs


def found(text: str, line_is_sentence: bool = False) -> list[str]:
    return [span.of(text) for span in paragraphs(text, line_is_sentence)]


WRAPPED = """Spain sends tents to Chad

Spain has sent four hundred tents to a camp in eastern
Chad, where thousands of people live under trees after
the spring floods took their homes and fields, the
foreign ministry in Madrid said on Friday in a short
statement to the press.
"They need roofs," it added.

Chad thanked the government in Madrid.
"""


def test_soft_line_breaks_join_and_blank_lines_part() -> None:
    assert [words.split("\n")[0] for words in found(WRAPPED)] == [
        "Spain sends tents to Chad",
        "Spain has sent four hundred tents to a camp in eastern",
        '"They need roofs," it added.',
        "Chad thanked the government in Madrid.",
    ]


def test_wrapped_text_without_blank_lines() -> None:
    text = WRAPPED.replace("\n\n", "\n")
    assert [words.split("\n")[0] for words in found(text)] == [
        "Spain sends tents to Chad",
        "Spain has sent four hundred tents to a camp in eastern",
        '"They need roofs," it added.',
        "Chad thanked the government in Madrid.",
    ]


def test_unwrapped_lines_are_paragraphs() -> None:
    assert found("Mali votes\nVoters in Mali went to the polls.\nThe army watched.") == [
        "Mali votes",
        "Voters in Mali went to the polls.",
        "The army watched.",
    ]


def test_a_line_that_goes_on_small_is_no_paragraph() -> None:
    assert found("Voters in Mali went\nto the polls.\n\nThe army watched.") == [
        "Voters in Mali went\nto the polls.",
        "The army watched.",
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c"])
def test_every_kind_of_line_end(line_end: str) -> None:
    assert found(f"Mali votes{line_end}Voters came.{line_end}{line_end}The army watched.") == [
        "Mali votes",
        "Voters came.",
        "The army watched.",
    ]


DATELINES = [
    "WARSAW, Poland (AP) — ",
    "KYIV (Example Wire) - ",
    "NEW YORK — ",
    "STATE COLLEGE, Pa. - ",
    "MOSCOW/KYIV, June 1 (Example Wire) -- ",
    "Washington (EXW) – ",
    "OSLO, 1 June 2022 (Example Wire) - ",
    "(Example Wire) -- ",
    "ST. JOHN'S (Example Wire): ",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_a_dateline_is_left_out(dateline: str) -> None:
    assert found(f"{dateline}Spain sent tents.") == ["Spain sent tents."]


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance of thirty — met.",
        "The U.N. — and Chad — agreed.",
        "Spain (a kingdom) - and Chad agreed.",
        "A deal — finally.",
    ],
)
def test_what_only_looks_like_a_dateline_stays(text: str) -> None:
    assert found(text) == [text]


NOT_READ = [
    "By Ida Berg",
    "By Ida Berg and Jon Dahl",
    "BY IDA BERG",
    "By Ida Berg, Staff Writer",
    "By Ida Berg | Example Wire",
    "By IDA BERG, Example Wire",
    "Ida Berg, Staff Writer",
    "Ida Berg and Jon Dahl, Example Wire Correspondents",
    "Some information from Example Wire was used in this report.",
    "Some information for this report came from Example Wire.",
    "(Reporting by Ida Berg in Oslo; Editing by Jon Dahl)",
    "Additional reporting by Ida Berg.",
    "Ida Berg contributed to this report.",
    "Ida Berg in Oslo and Jon Dahl in Chad contributed reporting.",
    "This story has been updated.",
    "Copyright 2022 Example Wire. All rights reserved.",
    "© 2022 Example Wire",
    "Click here to read more.",
    "Read more: Mali votes",
    "Follow Ida Berg on Twitter @idaberg.",
    "Subscribe to our newsletter.",
    "Photo credit: Jon Dahl",
    "(Photo by Jon Dahl/Example Wire)",
    "(Adds quote, details in paragraph 4)",
    "Updated 3:14 PM ET, Wed June 1, 2022",
    "Last updated on 1 June 2022",
    "The views expressed in this article are the author's own.",
    "ADVERTISEMENT",
    "###",
    "-- ENDS --",
    "Norway\t14\t3",
    "Country | Votes | Share",
    "Norway      14      3.1",
]


@pytest.mark.parametrize("line", NOT_READ)
def test_bylines_boilerplate_and_tables_are_not_read(line: str) -> None:
    assert found(f"Mali votes\n\n{line}\n\nVoters came.") == ["Mali votes", "Voters came."]


READ = [
    "By Friday, the army had left the town.",
    "By Ida's account, the army left.",
    "Russia contributed troops to the mission.",
    "The report was published on Friday.",
    "Information from the satellite was used by the army.",
    "The views expressed by the envoy angered Chad.",
    "Follow the money, the envoy said.",
    "Reporting by journalists is banned in the province.",
    "Published on Friday, the report blames the army.",
    "This report says the army fled.",
    "Video from the town showed smoke.",
    "Images of the camp shocked Spain.",
    'He said:   "We left."',
    "Copyright law was changed in Spain.",
]


@pytest.mark.parametrize("line", READ)
def test_what_only_looks_like_boilerplate_is_read(line: str) -> None:
    assert found(line) == [line]


@pytest.mark.parametrize(
    "tail",
    [
        "Some information from Example Wire was used in this report.",
        "(Reporting by Ida Berg; Editing by Jon Dahl)",
        "Click here to read more.",
        "Follow us on Twitter.",
    ],
)
def test_boilerplate_at_the_end_of_a_paragraph_is_cut_off(tail: str) -> None:
    assert [words.strip() for words in found(f"Voters came. The army watched. {tail}")] == [
        "Voters came. The army watched."
    ]


@pytest.mark.parametrize("mark", ["• ", "- ", "– ", "* ", "1. ", "2) ", "(a) ", "iv. ", "▪\t"])
def test_list_items_are_paragraphs_without_their_mark(mark: str) -> None:
    assert found(f"{mark}Spain sent tents\n{mark}Chad said thanks") == ["Spain sent tents", "Chad said thanks"]


@pytest.mark.parametrize("text", ["A. Berg resigned.", "3 soldiers died.", "-5 degrees were measured."])
def test_what_only_looks_like_a_list_mark_stays(text: str) -> None:
    assert found(text) == [text]


def test_lines_as_sentences() -> None:
    assert found("Spain sent\ntents to\n\nBy Ida Berg", line_is_sentence=True) == [
        "Spain sent",
        "tents to",
        "By Ida Berg",
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\u200b\ufeff", "\t\t\t"])
def test_no_words_no_paragraphs(text: str) -> None:
    assert found(text) == []


def test_long_paragraphs_are_cut_after_a_sentence() -> None:
    pieces = found("Chad sent tents to Mali. " * 1000)
    assert len(pieces) > 1
    assert all(len(piece) <= 10_000 and piece.endswith(".") for piece in pieces)
    assert " ".join(pieces) == ("Chad sent tents to Mali. " * 1000).strip()


@given(st.text(alphabet=st.sampled_from("ab A.\n\t|-—(:)“\r\u00a0\u200b1*•é\u0301"), max_size=120), st.booleans())
def test_paragraphs_are_in_order_and_apart(text: str, line_is_sentence: bool) -> None:
    spans = list(paragraphs(text, line_is_sentence))
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(span.of(text).strip() for span in spans)
