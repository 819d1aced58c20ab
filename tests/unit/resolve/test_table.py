"""A table of mentions through the whole pipeline: enough of them resolve, and none of those that should abstain."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

import pytest

from kgraph.model.document import Document
from kgraph.model.identifiers import ENTITY
from kgraph.model.statement import Mention, Reading, Resolution
from kgraph.model.vocabulary import Vocabulary
from kgraph.pipeline import Pipeline

TABLE = Path(__file__).with_name("mentions.tsv")
ABSTAINING = {Resolution.AMBIGUOUS.value, Resolution.UNKNOWN.value}
ROWS, ABSTENTIONS, FLOOR = 150, 30, 0.95


@dataclass(frozen=True, slots=True)
class Row:
    day: str
    text: str
    mention: str
    expected: str

    @property
    def abstains(self) -> bool:
        return self.expected in ABSTAINING


def rows() -> list[Row]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [Row(*line.split("\t")) for line in lines if not line.startswith("#")]


def found(reading: Reading, words: str) -> Mention:
    """The mention of these words, that of a statement before the mere name."""
    inside = [mention for statement in reading.statements for mention in statement.mentions()]
    sources = [link.source for statement in reading.statements for link in statement.attributed_to if link.source]
    return next(mention for mention in (*inside, *sources, *reading.mentions) if mention.text == words)


@pytest.fixture(scope="module")
def outcomes(pipeline: Pipeline, vocabulary: Vocabulary) -> list[tuple[Row, str]]:
    """What each row came out as, in the words of its last column; minted persons are nobody known."""
    known = {entry.iri for entry in vocabulary.entities} | {office.iri for office in vocabulary.offices}
    table = rows()
    documents = [
        Document(str(i), row.text, datetime.date.fromisoformat(row.day) if row.day else None)
        for i, row in enumerate(table)
    ]
    made = []
    for row, reading in zip(table, pipeline.read_all(documents), strict=True):
        mention = found(reading, row.mention)
        nobody = row.abstains and mention.entity not in known
        name = mention.resolution.value if mention.entity is None or nobody else mention.entity.removeprefix(ENTITY)
        made.append((row, Resolution.UNKNOWN.value if name == Resolution.LINKED.value else name))
    return made


def test_the_table_is_large_enough() -> None:
    assert len(rows()) >= ROWS
    assert sum(row.abstains for row in rows()) >= ABSTENTIONS
    assert len({(row.day, row.text, row.mention) for row in rows()}) == len(rows())


def test_mentions_resolve(outcomes: list[tuple[Row, str]]) -> None:
    wrong = [(row, got) for row, got in outcomes if got != row.expected]
    assert len(wrong) <= (1 - FLOOR) * len(outcomes), wrong


def test_nobody_is_linked_who_should_not_be(outcomes: list[tuple[Row, str]]) -> None:
    assert [(row, got) for row, got in outcomes if row.abstains and got not in ABSTAINING] == []
