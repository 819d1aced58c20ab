"""Statements that explain themselves: each part with the words, the offsets and the rule that it rests on.

A plain text for people. Statements count through the document, so that the
chain of holders can point to the statements that report. Offsets are
``start:end`` into the document's text, end exclusive.
"""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterable, Iterator, Mapping

from kgraph.export.wording import factuality, heading, holder, one_line
from kgraph.model.document import Span
from kgraph.model.identifiers import ONTOLOGY
from kgraph.model.statement import Content, Event, Mention, Party, Predicate, Reading, Statement

WIDTH = 100
_NARROWEST = 40
_INDENT = " " * 4
_LABEL = 12
_LONGEST_CONTENT = 120

Row = tuple[str, str]


def explain(reading: Reading, width: int = WIDTH) -> Iterator[str]:
    """Every statement of a reading, sentence by sentence.

    Args:
        reading: What was read.
        width: Columns to keep within, at least 40.

    Yields:
        Lines with their line ends.
    """
    width = max(width, _NARROWEST)
    text = reading.document.text
    numbers = {statement.id: number for number, statement in enumerate(reading.statements, start=1)}
    yield heading(reading)
    yield "\n"
    for sentence, together in itertools.groupby(reading.statements, key=lambda statement: statement.sentence):
        yield from _wrapped(_place(sentence), sentence.of(text), width)
        yield "\n"
        for statement in together:
            yield from _wrapped(f"  {numbers[statement.id]}.", _gist(statement), width)
            for label, words in _rows(statement, text, numbers):
                yield from _wrapped(f"{_INDENT}{label:<{_LABEL}}", words, width)
            yield "\n"


def _wrapped(label: str, words: str, width: int) -> Iterator[str]:
    """A label and its words, which go on below themselves."""
    indent = f"{label} "
    lines = textwrap.wrap(
        one_line(words),
        width,
        initial_indent=indent,
        subsequent_indent=" " * len(indent),
        break_on_hyphens=False,
    )
    return (line + "\n" for line in lines or [indent.rstrip()])


def _gist(statement: Statement) -> str:
    """The statement in three words: subject, lemma, object."""
    subject, target = (part.text if part is not None else "–" for part in (statement.subject, statement.object))
    return f"{subject} | {statement.predicate.lemma} | {target}"


def _rows(statement: Statement, text: str, numbers: Mapping[str, int]) -> Iterator[Row]:
    """The parts of a statement in the order in which one asks: what is said, how surely, by whom, and why."""
    yield "rule", f"{statement.rule or 'unnamed'}, confidence {statement.confidence:.2f}"
    yield "predicate", _predicate(statement.predicate)
    for label, part in (("subject", statement.subject), ("object", statement.object)):
        if part is not None:
            yield label, _mention(part, text, numbers)
    for argument in statement.arguments:
        marked = f", marked by {argument.marker!r}" if argument.marker else ""
        yield argument.role, _mention(argument.filler, text, numbers) + marked
    if statement.place is not None:
        yield "place", _mention(statement.place, text, numbers)
    if statement.time is not None:
        value = f" = {statement.time.value}" if statement.time.value else ", not to be dated"
        yield "time", f"{_place(statement.time.span)} {statement.time.text}{value}"
    if statement.content is not None:
        yield "content", _content(statement.content, text)
    yield "factuality", factuality(statement.factuality) or "a plain fact for its holder"
    yield "said by", _chain(statement, text, numbers)
    if statement.event is not None:
        yield from _event(statement.event)
    yield "id", statement.id


def _place(span: Span) -> str:
    return f"[{span.start}:{span.end}]"


def _predicate(predicate: Predicate) -> str:
    known = predicate.iri.startswith(ONTOLOGY)
    meaning = f"kg:{predicate.iri.removeprefix(ONTOLOGY)}" if known else "unknown to the ontology"
    return f"{_place(predicate.span)} {predicate.text}, lemma {predicate.lemma!r}, {meaning}"


def _mention(mention: Mention, text: str, numbers: Mapping[str, int]) -> str:
    """The words, what they take up, and what they mean, each by which rule."""
    words = f"{_place(mention.span)} {mention.text}"
    taken_up = [f"{_place(span)} {span.of(text)}" for span in mention.antecedents]
    taken_up += [f"statement {numbers.get(mention.about, '?')}"] if mention.about is not None else []
    words += f", taking up {' and '.join(taken_up)} by {mention.coreference}" if taken_up else ""
    if mention.entity is None:
        return f"{words}, a {mention.kind.value} not linked"
    kind = f" ({mention.type})" if mention.type else ""
    return f"{words} = {mention.label or mention.entity}{kind}, by {mention.rule or 'no named rule'}"


def _content(content: Content, text: str) -> str:
    """The reported words, cut short where there are many."""
    parts = (
        f"{_place(span)} {textwrap.shorten(one_line(span.of(text)), _LONGEST_CONTENT, placeholder=' …')}"
        for span in content.spans
    )
    return f"{'quoted' if content.quoted else 'not quoted'}: {' + '.join(parts)}"


def _chain(statement: Statement, text: str, numbers: Mapping[str, int]) -> str:
    """The holders from the innermost outwards, each with the number of the statement that reports."""
    links = (
        f"{one_line(holder(link.source, text))} (statement {numbers.get(link.statement, '?')})"
        for link in reversed(statement.attributed_to)
    )
    return ", so says ".join(links) or "the writer"


def _event(event: Event) -> Iterator[Row]:
    parts = [event.type, *([f"mode {event.mode}"] if event.mode else []), *event.contexts]
    yield "event", ", ".join([*parts, *([f"CAMEO {event.cameo}"] if event.cameo else [])])
    yield from _sides("actor", event.actors)
    yield from _sides("recipient", event.recipients)


def _sides(label: str, parties: Iterable[Party]) -> Iterator[Row]:
    for party in parties:
        codes = " ".join(filter(None, (party.country, party.kind, party.sector)))
        yield f"  {label}", f"{party.mention.text}: {codes or 'no code'}"
