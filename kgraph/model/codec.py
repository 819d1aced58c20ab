"""Statements and mentions as JSON Lines: the public format of what was read, one record a line.

The keys are documented where they are written, in :func:`encode_statement`
and :func:`encode_mention`. Offsets count characters of the document's text,
end exclusive. Keys may be added, those that are there keep their meaning, and
reading passes over the unknown ones; a change of meaning raises
:data:`FORMAT_VERSION`.

``decode`` turns back exactly what ``encode`` wrote. A record of another tool
may leave out the keys marked *ours* below.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from kgraph.errors import InputError
from kgraph.model.document import Span
from kgraph.model.fields import JsonObject, checked, enumerated, get, optional, sequence, spans, strings
from kgraph.model.statement import (
    Argument,
    Attribution,
    Certainty,
    Content,
    Event,
    Factuality,
    Mention,
    MentionKind,
    Modality,
    Party,
    Predicate,
    Statement,
    Time,
)

FORMAT_VERSION = 1

T = TypeVar("T")

# Records are trees: to look for circles in them takes a seventh of the time.
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False)
# Half a surrogate pair, which UTF-8 has no bytes for; JSON can write it as an escape.
_SURROGATE = re.compile("[\ud800-\udfff]")


def dump_lines(records: Iterable[JsonObject]) -> Iterator[str]:
    """Writes each record as one line of JSON, newline included."""
    for record in records:
        line = _ENCODER.encode(record)
        yield f"{line if line.isascii() else _SURROGATE.sub(_escape, line)}\n"


def load_lines(lines: Iterable[str], decode: Callable[[JsonObject], T], name: str = "records") -> Iterator[T]:
    """Reads records, one a line, passing over blank lines.

    Args:
        lines: The lines.
        decode: :func:`decode_statement` or :func:`decode_mention`.
        name: What an error calls the file.

    Raises:
        InputError: A line is broken JSON or no such record; the message names the line and the key.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(f"{name}:{number}: broken JSON: {error}") from error
        try:
            yield decode(record)
        except InputError as error:
            raise InputError(f"{name}:{number}: {error}") from error


def encode_statement(statement: Statement) -> dict[str, Any]:
    """The JSON record of a statement.

    ``negated``, ``certainty``, ``future`` and ``modality`` are its factuality
    for whoever holds it. *Ours* are ``rule`` and, of an event, ``quad_class``
    (its field of political acts: VerbalCooperation, MaterialCooperation,
    VerbalConflict or MaterialConflict). Spans are ``{"start", "end"}``, those
    of the content ``[start, end]``.
    """
    predicate, factuality = statement.predicate, statement.factuality
    return {
        "id": statement.id,
        "document": statement.document,
        "sentence": _span(statement.sentence),
        "subject": statement.subject and _mention(statement.subject),
        "predicate": {
            "text": predicate.text,
            **_span(predicate.span),
            "lemma": predicate.lemma,
            "iri": predicate.iri,
        },
        "object": statement.object and _mention(statement.object),
        "arguments": [
            {"role": argument.role, "marker": argument.marker, "filler": _mention(argument.filler)}
            for argument in statement.arguments
        ],
        "content": statement.content and _content(statement.content),
        "event": statement.event and _event(statement.event),
        "negated": factuality.negated,
        "certainty": factuality.certainty.value,
        "future": factuality.future,
        "modality": factuality.modality.value,
        "attributed_to": [
            {"statement": link.statement, "source": link.source and _mention(link.source)}
            for link in statement.attributed_to
        ],
        "time": statement.time and _time(statement.time),
        "place": statement.place and _mention(statement.place),
        "confidence": statement.confidence,
        "rule": statement.rule,
    }


def encode_mention(mention: Mention, document_id: str) -> dict[str, Any]:
    """The JSON record of a mention that stands by itself.

    *Ours* are ``head`` and ``lemma`` (of the phrase's head word), ``level`` (name, nominal or
    pronoun), ``name`` (the span of the proper name), ``hint`` (the parser's
    label), ``resolution`` (linked, ambiguous or unknown), ``rule`` (which
    resolution rule linked it), ``score`` (how sure that is, between 0 and 1),
    ``evidence`` (the reasons that the score is the sum of, as text),
    ``candidates`` (the IRIs of those that an ambiguous one may mean),
    ``antecedents`` (the spans, as ``[start, end]``, that the words take up),
    ``about`` (the id of the statement that they take up) and ``coreference``
    (which rule of extraction found these two).
    """
    return {"document": document_id, **_mention(mention)}


def decode_statement(record: JsonObject) -> Statement:
    """The statement of a record.

    Raises:
        InputError: A key is missing, has a value of the wrong type or one that cannot be.
    """
    return checked(_decode_statement, record)


def decode_mention(record: JsonObject) -> Mention:
    """The mention of a record; the document that it names is left to the caller.

    Raises:
        InputError: A key is missing, has a value of the wrong type or one that cannot be.
    """
    return checked(_decode_mention, record)


def _escape(surrogate: re.Match[str]) -> str:
    return f"\\u{ord(surrogate[0]):04x}"


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "text": mention.text,
        **_span(mention.span),
        "entity": mention.entity,
        "label": mention.label,
        "type": mention.type,
        "head": mention.head,
        "level": mention.kind.value,
        "name": mention.name and _span(mention.name),
        "hint": mention.hint,
        "resolution": mention.resolution.value,
        "rule": mention.rule,
        "score": mention.score,
        "evidence": list(mention.evidence),
        "candidates": list(mention.candidates),
        "lemma": mention.lemma,
        "antecedents": [[span.start, span.end] for span in mention.antecedents],
        "about": mention.about,
        "coreference": mention.coreference,
    }


def _content(content: Content) -> dict[str, Any]:
    return {"spans": [[span.start, span.end] for span in content.spans], "quoted": content.quoted}


def _time(time: Time) -> dict[str, Any]:
    return {"text": time.text, **_span(time.span), "value": time.value}


def _event(event: Event) -> dict[str, Any]:
    return {
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "cameo": event.cameo,
        "quad_class": event.quad_class,
        "actors": [_party(party) for party in event.actors],
        "recipients": [_party(party) for party in event.recipients],
    }


def _party(party: Party) -> dict[str, Any]:
    return {**_mention(party.mention), "country": party.country, "kind": party.kind, "sector": party.sector}


def _decode_statement(record: JsonObject) -> Statement:
    return Statement(
        id=get(record, "id", str),
        document=get(record, "document", str),
        sentence=_decode_span(get(record, "sentence", dict)),
        subject=optional(record, "subject", _decode_mention),
        predicate=_decode_predicate(get(record, "predicate", dict)),
        object=optional(record, "object", _decode_mention),
        arguments=sequence(record, "arguments", _decode_argument),
        content=optional(record, "content", _decode_content),
        factuality=Factuality(
            negated=get(record, "negated", bool),
            certainty=enumerated(record, "certainty", Certainty),
            future=get(record, "future", bool),
            modality=enumerated(record, "modality", Modality),
        ),
        attributed_to=sequence(record, "attributed_to", _decode_attribution),
        time=optional(record, "time", _decode_time),
        place=optional(record, "place", _decode_mention),
        event=optional(record, "event", _decode_event),
        confidence=_confidence(record),
        rule=get(record, "rule", str, ""),
    )


def _decode_span(record: JsonObject) -> Span:
    return Span(get(record, "start", int), get(record, "end", int))


def _decode_mention(record: JsonObject) -> Mention:
    text = get(record, "text", str)
    return Mention(
        span=_decode_span(record),
        text=text,
        head=get(record, "head", str, text),
        lemma=get(record, "lemma", str, ""),
        kind=enumerated(record, "level", MentionKind, MentionKind.NOMINAL),
        name=optional(record, "name", _decode_span),
        hint=get(record, "hint", str, ""),
        entity=get(record, "entity", str | None),
        label=get(record, "label", str | None),
        type=get(record, "type", str | None),
        rule=get(record, "rule", str | None, None),
        score=get(record, "score", float | int | None, None),
        evidence=strings(record, "evidence", []),
        candidates=strings(record, "candidates", []),
        antecedents=spans(record, "antecedents", []),
        about=get(record, "about", str | None, None),
        coreference=get(record, "coreference", str, ""),
    )


def _decode_predicate(record: JsonObject) -> Predicate:
    return Predicate(
        span=_decode_span(record),
        text=get(record, "text", str),
        lemma=get(record, "lemma", str),
        iri=get(record, "iri", str),
    )


def _decode_argument(record: JsonObject) -> Argument:
    return Argument(
        role=get(record, "role", str),
        marker=get(record, "marker", str),
        filler=_decode_mention(get(record, "filler", dict)),
    )


def _decode_content(record: JsonObject) -> Content:
    return Content(spans(record, "spans"), get(record, "quoted", bool))


def _decode_attribution(record: JsonObject) -> Attribution:
    return Attribution(get(record, "statement", str), optional(record, "source", _decode_mention))


def _decode_time(record: JsonObject) -> Time:
    return Time(_decode_span(record), get(record, "text", str), get(record, "value", str))


def _decode_event(record: JsonObject) -> Event:
    return Event(
        type=get(record, "type", str),
        mode=get(record, "mode", str | None),
        contexts=strings(record, "contexts"),
        cameo=get(record, "cameo", str | None),
        actors=sequence(record, "actors", _decode_party),
        recipients=sequence(record, "recipients", _decode_party),
        quad_class=get(record, "quad_class", str | None, None),
    )


def _decode_party(record: JsonObject) -> Party:
    return Party(
        mention=_decode_mention(record),
        country=get(record, "country", str | None),
        kind=get(record, "kind", str | None),
        sector=get(record, "sector", str | None),
    )


def _confidence(record: JsonObject) -> float:
    value = get(record, "confidence", float | int)
    if not 0 <= value <= 1:
        raise InputError(f"'confidence' must lie between 0 and 1, not {value}")
    return float(value)
