"""Whatever the text, reading it does not fail, and what is read holds together."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.model.codec import (
    decode_mention,
    decode_statement,
    dump_lines,
    encode_mention,
    encode_statement,
    load_lines,
)
from kgraph.model.document import Document
from kgraph.model.statement import Reading, Statement
from kgraph.pipeline import Pipeline
from tests.properties.strategies import awkward

_DATES = st.none() | st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 12, 31))

_WHO = (
    *("Chad", "the United States", "Defense Minister Ingrid Olsen", "she", "we", "I", "officials", "nobody", "Kyiv"),
    *("France and Chad", "the envoy, who resigned", "the E.U.’s top diplomat", "Olsen", "no country", "it"),
)
_DID = (
    *("said", "denied", "sent tents to", "will not attack", "may have shelled", "wants to leave", "was arrested by"),
    *(
        "promised to help",
        "failed to persuade",
        "accused Mali of bombing",
        "is",
        "believes that",
        "told",
        "did not say",
    ),
    *("talks with", "to send", "asked whether", "is going to sanction", "is skeptical that", "criticized"),
)
_WHAT = (
    *("the town", "weapons, including drones and shells,", "that the talks failed", "a “provocation”", "it", "him"),
    *("on Tuesday", "in Geneva", "last week", "if Iran agrees", "not", "the Russian blockade of the port", "so"),
    *("according to the army", "who led the coup", "accusing Mali of lying", "three days ago", "$5 million"),
)
_MARKS = (
    *('"', "“", "”", "‘", "’", "''", "``", "«", "»", "„", "'", "(", ")", "[", "]", "–", "—", "--", "-", "…", "..."),
    *(".", ",", ";", ":", "?", "!", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2028", "\u200b", "*", "•", "@", "#", "/"),
)
_CUES = (
    *(", she said", ", said Olsen", "according to Chad", "He added:", "officials say,", "she said, “", ",” he said. “"),
    *("WASHINGTON (Example Wire) — ", "By Ida Berg\n", "TALKS FAIL, CHAD SAYS\n\n", "in a statement", "on Twitter"),
)
_fragments = st.sampled_from([*_WHO, *_DID, *_WHAT, *_MARKS, *_CUES])


@st.composite
def _clauses(draw: st.DrawFn) -> str:
    """Something like a clause, perhaps reported, quoted or without its end."""
    clause = " ".join(draw(st.sampled_from(words)) for words in (_WHO, _DID, _WHAT))
    opening, closing = draw(st.sampled_from([("", ""), ("“", "”"), ('"', '"'), ("“", ""), ("", "”"), ("‘", "’")]))
    end = draw(st.sampled_from([".", ",", "?", "", ":", "…"]))
    return f"{opening}{clause}{end}{closing}{draw(st.sampled_from(['', *_CUES]))}"


_fragmentary = st.lists(_fragments | _clauses(), min_size=1, max_size=12).map(" ".join)
_newslike = st.builds(str.join, st.sampled_from([" ", "\n\n", "\n"]), st.lists(_clauses(), min_size=1, max_size=5))
_texts = _newslike | _fragmentary
# Readers of files refuse halves of surrogate pairs, so that no document holds any.
_any_text = (awkward(12) | st.text(max_size=80)).map(lambda text: text.encode("utf-8", "replace").decode())

_few = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def reader(pipeline: Pipeline) -> Pipeline:
    """The pipeline, warm, so that the first example is as fast as the others."""
    list(pipeline.read_all([Document("warm", "Chad sent tents.")]))
    return pipeline


def _read(reader: Pipeline, text: str, date: datetime.date | None = None) -> Reading:
    return next(reader.read_all([Document("x", text, date)]))


@given(text=_any_text | _texts, date=_DATES)
@settings(_few, max_examples=150)
def test_no_text_fails_and_every_offset_slices_back(reader: Pipeline, text: str, date: datetime.date | None) -> None:
    reading = _read(reader, text, date)
    for mention in [*reading.mentions, *(m for s in reading.statements for m in s.mentions())]:
        assert mention.text == mention.span.of(text)
        assert mention.head in mention.text
        assert mention.name is None or mention.span.holds(mention.name)
        assert all(span.of(text).strip() for span in mention.antecedents)
        assert mention.about is None or mention.about in {statement.id for statement in reading.statements}
        assert bool(mention.coreference) == bool(mention.antecedents or mention.about)
    for statement in reading.statements:
        assert statement.predicate.text == statement.predicate.span.of(text) != ""
        assert statement.sentence.holds(statement.predicate.span)
        if statement.time is not None:
            assert statement.time.text == statement.time.span.of(text) != ""
        for span in statement.content.spans if statement.content else ():
            assert span.of(text).strip()
        if statement.event is not None:
            for party in (*statement.event.actors, *statement.event.recipients):
                assert party.mention.text == party.mention.span.of(text) != ""


@pytest.mark.parametrize(
    "text",
    [
        "He ran" + " and ran" * 1200,
        "He wants to" + " want to" * 1200 + " go.",
        "He said that " * 700 + "it rained.",
        "The man" + " who saw the man" * 600 + " left.",
        "the son of " * 900 + "him left.",
        "according to " * 700 + "him, it rained.",
        "“He said, " * 900,
        "“" * 3000,
        "(" * 2000 + ")" * 2000,
    ],
    ids=lambda text: text[:20],
)
def test_no_depth_fails(reader: Pipeline, text: str) -> None:
    assert _read(reader, text).document.text == text


@given(text=_texts)
@_few
def test_statements_in_reported_words_carry_who_reports_them(reader: Pipeline, text: str) -> None:
    reading = _read(reader, text)
    by_id = {statement.id: statement for statement in reading.statements}
    for statement in reading.statements:
        carried = [by_id[link.statement] for link in statement.attributed_to]
        assert [link.source for link in statement.attributed_to] == [report.subject for report in carried]
        around = [other for other in reading.statements if _holds(other, statement)]
        missing = {_report(other) for other in around} - {_report(report) for report in carried}
        # Of reports whose words hold each other's cue, one cannot be the other's holder.
        assert missing <= {_report(other) for other in around if statement in _holders(other, reading)}
        for report in carried:
            assert _holds(report, statement) or any(_holds(report, inner) for inner in carried)


@given(text=_texts)
@_few
def test_chains_are_outermost_first_and_end(reader: Pipeline, text: str) -> None:
    reading = _read(reader, text)
    by_id = {statement.id: statement for statement in reading.statements}
    for statement in reading.statements:
        chain = [link.statement for link in statement.attributed_to]
        assert statement.id not in chain
        assert len(chain) == len(set(chain))
        for number, outer in enumerate(chain):
            assert {link.statement for link in by_id[outer].attributed_to} <= set(chain[:number])


@given(texts=st.lists(_texts, min_size=2, max_size=4), date=_DATES)
@_few
def test_a_document_reads_the_same_alone_and_among_others(
    reader: Pipeline, texts: list[str], date: datetime.date | None
) -> None:
    documents = [Document(str(number), text, date) for number, text in enumerate(texts)]
    together = list(reader.read_all(documents))
    alone = [next(reader.read_all([document])) for document in reversed(documents)]
    assert together == alone[::-1]
    ids = [statement.id for reading in together for statement in reading.statements]
    assert len(ids) == len(set(ids))


@given(text=_texts, date=_DATES)
@_few
def test_what_was_read_comes_back_from_its_lines(reader: Pipeline, text: str, date: datetime.date | None) -> None:
    reading = _read(reader, text, date)
    statements = dump_lines(map(encode_statement, reading.statements))
    assert tuple(load_lines(statements, decode_statement)) == reading.statements
    mentions = dump_lines(encode_mention(mention, "x") for mention in reading.mentions)
    assert tuple(load_lines(mentions, decode_mention)) == reading.mentions


def _holds(report: Statement, statement: Statement) -> bool:
    """Whether a statement's predicate lies in the words that another reports; a cue does not report itself."""
    span = statement.predicate.span
    return report.content is not None and report.content.holds(span) and report.predicate.span != span


def _holders(statement: Statement, reading: Reading) -> list[Statement]:
    """All reports whose words hold a statement, or hold one that does."""
    found = [statement]
    for held in found:
        found += [other for other in reading.statements if other not in found and _holds(other, held)]
    return found[1:]


def _report(statement: Statement) -> tuple[object, ...]:
    """What a statement reports with which cue: of coordinated sources, one stands in the chain for all."""
    return statement.predicate, statement.content
