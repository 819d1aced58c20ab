"""Statements as short lines, so that tests can say what a sentence should yield at a glance."""

from __future__ import annotations

import datetime

from kgraph.model.document import Document
from kgraph.model.parsed import Sentence, Token
from kgraph.model.statement import Certainty, Factuality, Mention, Modality, Reading, Statement
from kgraph.pipeline import Pipeline

DATE = datetime.date(2022, 6, 1)  # a Wednesday


def read(pipeline: Pipeline, text: str, date: datetime.date | None = DATE) -> Reading:
    """The reading of one text."""
    return next(pipeline.read_all([Document("test", text, date)]))


def core(statement: Statement) -> str:
    """ "subject | lemma | object", a dash for what is missing."""
    return " | ".join([_words(statement.subject), statement.predicate.lemma, _words(statement.object)])


def cores(pipeline: Pipeline, text: str) -> list[str]:
    """The cores of all statements of a text."""
    return [core(statement) for statement in read(pipeline, text).statements]


def mood(factuality: Factuality) -> str:
    """What is marked of a factuality, in the order negated, certainty, future, modality; empty if nothing."""
    marks = [
        "negated" if factuality.negated else "",
        factuality.certainty.value if factuality.certainty is not Certainty.CERTAIN else "",
        "future" if factuality.future else "",
        factuality.modality.value if factuality.modality is not Modality.ASSERTED else "",
    ]
    return " ".join(mark for mark in marks if mark)


def _words(mention: Mention | None) -> str:
    return mention.text if mention is not None else "-"


def sentence(*rows: str) -> Sentence:
    """A hand-built parse: each row is "word tag pos dep head", the head counted from 0; words join with one space."""
    tokens, offset = [], 0
    for i, row in enumerate(rows):
        word, tag, pos, dep, head = row.split()
        lemma = _LEMMAS.get(word, word)
        tokens.append(Token(i, offset, offset + len(word), word, lemma, tag, pos, dep, int(head), "", word.lower()))
        offset += len(word) + 1
    return Sentence(tuple(tokens))


_LEMMAS = {"accused": "accuse", "adding": "add", "sent": "send", "was": "be", "is": "be"}
