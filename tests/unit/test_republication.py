import datetime
from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.model.document import Document
from kgraph.model.identifiers import document_iri
from kgraph.republication import Earlier, rank, republications, signature

WORDS = ["".join(Random(n).choices("abcdefghijklmnop", k=6)) for n in range(400)]
TEXT = " ".join(WORDS)
JUNE = datetime.date(2022, 6, 1)


def document(name: str, text: str = TEXT, date: datetime.date | None = JUNE) -> Document:
    return Document(name, text, date)


def changed(text: str, every: int) -> str:
    """The text with one word in so many replaced."""
    return " ".join("changed" if n % every == 0 else word for n, word in enumerate(text.split()))


def originals(*documents: Document) -> dict[str, str]:
    """The ids of republications and of their originals."""
    names = {document_iri(each.id, each.text): each.id for each in documents}
    found = republications((rank(each), signature(each)) for each in documents)
    return {names[one]: names[other] for one, other in found.items()}


@pytest.mark.parametrize(
    "text",
    [
        TEXT.upper(),
        TEXT.replace(" ", ",\n"),
        f"“{TEXT}.”",
        f"LONDON (Example Wire) — {TEXT} Additional reporting by Jane Roe.",
        " ".join(WORDS[:380]),
        changed(TEXT, 200),
    ],
    ids=["case", "lines", "quotes", "dateline", "cut", "words"],
)
def test_nearly_the_same_words_are_one_story(text: str) -> None:
    assert originals(document("b", text), document("a")) == {"b": "a"}


@pytest.mark.parametrize(
    "text",
    [" ".join(WORDS[:200]), changed(TEXT, 10), " ".join(reversed(WORDS)), "Other words."],
    ids=["half", "words", "order", "short"],
)
def test_other_words_are_another_story(text: str) -> None:
    assert originals(document("a"), document("b", text)) == {}


def test_a_short_text_is_the_same_on_its_day_only() -> None:
    short = "Chad votes on Wednesday."
    later = datetime.date(2023, 6, 1)
    given = [
        document("a", short),
        document("b", short.lower()),
        document("c", short, later),
        document("d", "Mali votes."),
    ]
    assert originals(*given) == {"b": "a"}


def test_the_first_is_the_original_whatever_the_order() -> None:
    first = datetime.date(2022, 5, 1)
    several = [document("d", date=None), document("c", date=first), document("b", TEXT + " x", first), document("a")]
    for order in permutations(several):
        assert originals(*order, order[0]) == {"a": "b", "c": "b", "d": "b"}


def test_a_story_may_hang_together_by_what_lies_between() -> None:
    versions = [" ".join(WORDS[n : n + 300]) for n in (0, 15, 30, 45, 60, 75, 90)]
    several = [document(str(n), text) for n, text in enumerate(versions)]
    assert originals(several[0], several[-1]) == {}
    assert originals(*several) == {str(n): "0" for n in range(1, 7)}


@given(st.permutations(range(8)), st.integers(0, 2**32))
def test_no_original_is_passed_over_and_an_earlier_one_may_come_late(order: list[int], seed: int) -> None:
    random = Random(seed)
    several = [
        document(f"{n % 3}{n}", changed(TEXT, random.choice([20, 50, 400])), random.choice([JUNE, None]))
        for n in range(8)
    ]
    earlier = Earlier()
    passed = {several[n].id for n in order if earlier.shares_words(several[n])}
    assert passed <= set(originals(*several))
    # In the order of stories itself, all that share words with the original directly are passed over.
    ranked = sorted(several, key=rank)
    again = Earlier()
    assert not again.shares_words(ranked[0])


def test_a_signature_depends_on_the_words_alone() -> None:
    assert signature(document("a")) == signature(replace(document("b", date=None), title="Title"))
    # What a store keeps must mean the same in the next version.
    numbers = " ".join(map(str, range(100)))
    assert signature(document("a", numbers))[:2] == (1781249771170067022, 4280766386582952870)
    assert all(0 <= number < 2**63 for number in signature(document("a", "x")))


def test_a_long_text_takes_no_more_memory_than_a_piece_of_it() -> None:
    long = " ".join(WORDS[n * 7919 % 400] + str(n % 977) for n in range(60_000))
    assert originals(document("a", long), document("b", long + " end")) == {"b": "a"}
