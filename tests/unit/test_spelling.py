"""Odd characters and headline capitals made ordinary, with offsets kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.spelling import CommonWords, is_headline, is_shouted, readable, recased, usual_forms

COMMON = CommonWords(
    function_words={"to", "in", "after", "the"},
    lemmas={"verb": {"send", "leave", "say"}, "noun": {"chad", "ministers", "tent", "coup"}, "adj": {"new", "spanish"}},
    rules={"verb": [["s", ""], ["ing", "e"]], "noun": [["s", ""]], "adj": [["er", ""]]},
    exceptions={"verb": {"sent": ["send"]}},
)

PLAIN = [
    ("Chad’s army", "Chad's army"),
    ("‘No’, he said", "'No', he said"),
    ("the co‑leader", "the co-leader"),
    ("govern\u00adment", "government"),
    ("Spain\u200esent", "Spainsent"),
    ("Spain\u00a0sent", "Spain sent"),
    ("Zu\u0308rich", "Zürich"),
    ("Â£ Chadâ€™s â€œplanâ€\u009d", "Â£ Chad's “plan”"),
    ("BogotÃ¡ voted", "Bogotá voted"),
    ("cheers 👍🏽 all", "cheers 👍🏽 all"),
    ("plain words", "plain words"),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_readable(text: str, expected: str) -> None:
    assert readable(text).words == expected


def test_offsets_lead_back() -> None:
    text = "The govern\u00adment in Zu\u0308rich fell"
    legible = readable(text)
    at = legible.words.index("Zürich")
    assert text[legible.start(at) : legible.end(at + len("Zürich"))] == "Zu\u0308rich"
    at = legible.words.index("government")
    assert text[legible.start(at) : legible.end(at + len("government"))] == "govern\u00adment"


@given(st.text(max_size=60))
def test_offsets_never_leave_the_text_nor_run_back(text: str) -> None:
    legible = readable(text)
    places = [(legible.start(i), legible.end(i + 1)) for i in range(len(legible.words))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("Spain Sends Tents to Chad After Floods", True),
        ("SPAIN SENDS TENTS TO CHAD", True),
        ("Spain sends tents to Chad", False),
        ("Spain has sent tents to Chad, the Foreign Ministry said.", False),
        ("Ida Berg", False),
        ("NATO", False),
    ],
)
def test_is_headline(words: str, headline: bool) -> None:
    assert is_headline(words) is headline


def test_is_shouted_wants_words_in_capitals() -> None:
    assert is_shouted("CHAD'S ARMY LEAVES")
    assert not is_shouted("Chad's army leaves the U.N.")
    assert not is_shouted("123 456 789")


def test_usual_forms_are_those_inside_sentences() -> None:
    forms = usual_forms(["The coup in Chad failed. Coup leaders fled the NATO base."])
    assert (forms["coup"], forms["chad"], forms["nato"], forms["leaders"]) == ("coup", "Chad", "NATO", "leaders")
    assert forms["the"] == "the"


RECASED = [
    ("Spain Sends Tents To Chad After Coup", "Spain sends tents to Chad after coup"),
    ("SPAIN SENDS TENTS TO CHAD", "Spain sends tents to Chad"),
    ("New Spanish Ministers Leave Oslo", "New Spanish Ministers leave Oslo"),
    ("Chad's Army Leaves NATO Base", "Chad's army leaves NATO base"),
    ("CHAD'S ARMY LEAVES NATO BASE", "Chad's army leaves NATO base"),
    ("İZMİR SENDS TENTS", "İZMİR sends tents"),
    ("Chad Sends U.S. Army Tents", "Chad sends U.S. army tents"),
    ("123 – 4", "123 – 4"),
]


@pytest.mark.parametrize(("words", "expected"), RECASED)
def test_recased(words: str, expected: str) -> None:
    forms = {"chad": "Chad", "coup": "coup", "army": "army", "nato": "NATO", "base": "base"}
    assert recased(words, forms, COMMON) == expected


@given(st.text(max_size=60))
def test_recasing_keeps_the_length(words: str) -> None:
    assert len(recased(words, {}, COMMON)) == len(words)
    assert recased(words, {}, COMMON).lower() == words.lower() or not words.isascii()


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("sent", "send"), ("says", "say"), ("leaving", "leave"), ("say", "say"), ("frobs", "frobs"), ("tents", "tents")],
)
def test_the_lemma_of_a_verb_form(form: str, lemma: str) -> None:
    assert COMMON.lemma(form, "verb") == lemma
