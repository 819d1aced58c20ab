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
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from kgraph.errors import InputError
from kgraph.model.document import Span
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

JsonObject = Mapping[str, Any]
T = TypeVar("T")
E = TypeVar("E", Certainty, Modality, MentionKind)

_REQUIRED: Any = object()


def dump_lines(records: Iterable[JsonObject]) -> Iterator[str]:
    """Writes each record as one line of JSON, newline included."""
    for record in records:
        yield json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n"


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
    return _checked(_decode_statement, record)


def decode_mention(record: JsonObject) -> Mention:
    """The mention of a record; the document that it names is left to the caller.

    Raises:
        InputError: A key is missing, has a value of the wrong type or one that cannot be.
    """
    return _checked(_decode_mention, record)


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


def _checked(decode: Callable[[JsonObject], T], record: JsonObject) -> T:
    """Decodes, so that a span that cannot be is an error of the record."""
    try:
        return decode(record)
    except ValueError as error:
        raise InputError(f"the record cannot be: {error}") from error


def _decode_statement(record: JsonObject) -> Statement:
    return Statement(
        id=_get(record, "id", str),
        document=_get(record, "document", str),
        sentence=_decode_span(_get(record, "sentence", dict)),
        subject=_optional(record, "subject", _decode_mention),
        predicate=_decode_predicate(_get(record, "predicate", dict)),
        object=_optional(record, "object", _decode_mention),
        arguments=_sequence(record, "arguments", _decode_argument),
        content=_optional(record, "content", _decode_content),
        factuality=Factuality(
            negated=_get(record, "negated", bool),
            certainty=_enum(record, "certainty", Certainty),
            future=_get(record, "future", bool),
            modality=_enum(record, "modality", Modality),
        ),
        attributed_to=_sequence(record, "attributed_to", _decode_attribution),
        time=_optional(record, "time", _decode_time),
        place=_optional(record, "place", _decode_mention),
        event=_optional(record, "event", _decode_event),
        confidence=_confidence(record),
        rule=_get(record, "rule", str, ""),
    )


def _decode_span(record: JsonObject) -> Span:
    return Span(_get(record, "start", int), _get(record, "end", int))


def _decode_mention(record: JsonObject) -> Mention:
    text = _get(record, "text", str)
    return Mention(
        span=_decode_span(record),
        text=text,
        head=_get(record, "head", str, text),
        lemma=_get(record, "lemma", str, ""),
        kind=_enum(record, "level", MentionKind, MentionKind.NOMINAL),
        name=_optional(record, "name", _decode_span),
        hint=_get(record, "hint", str, ""),
        entity=_get(record, "entity", str | None),
        label=_get(record, "label", str | None),
        type=_get(record, "type", str | None),
        rule=_get(record, "rule", str | None, None),
        score=_get(record, "score", float | int | None, None),
        evidence=_strings(record, "evidence", []),
        candidates=_strings(record, "candidates", []),
        antecedents=_decode_spans(record, "antecedents", []),
        about=_get(record, "about", str | None, None),
        coreference=_get(record, "coreference", str, ""),
    )


def _decode_predicate(record: JsonObject) -> Predicate:
    return Predicate(
        span=_decode_span(record),
        text=_get(record, "text", str),
        lemma=_get(record, "lemma", str),
        iri=_get(record, "iri", str),
    )


def _decode_argument(record: JsonObject) -> Argument:
    return Argument(
        role=_get(record, "role", str),
        marker=_get(record, "marker", str),
        filler=_decode_mention(_get(record, "filler", dict)),
    )


def _decode_content(record: JsonObject) -> Content:
    return Content(_decode_spans(record, "spans"), _get(record, "quoted", bool))


def _strings(record: JsonObject, key: str, default: Any = _REQUIRED) -> tuple[str, ...]:
    values = _get(record, key, list, default)
    if not all(isinstance(value, str) for value in values):
        raise InputError(f"{key!r} must be a list of strings")
    return tuple(values)


def _decode_spans(record: JsonObject, key: str, default: Any = _REQUIRED) -> tuple[Span, ...]:
    spans = _get(record, key, list, default)
    if not all(isinstance(pair, list) and [type(offset) for offset in pair] == [int, int] for pair in spans):
        raise InputError(f"{key!r} must be a list of pairs of integers")
    return tuple(Span(*pair) for pair in spans)


def _decode_attribution(record: JsonObject) -> Attribution:
    return Attribution(_get(record, "statement", str), _optional(record, "source", _decode_mention))


def _decode_time(record: JsonObject) -> Time:
    return Time(_decode_span(record), _get(record, "text", str), _get(record, "value", str))


def _decode_event(record: JsonObject) -> Event:
    return Event(
        type=_get(record, "type", str),
        mode=_get(record, "mode", str | None),
        contexts=_strings(record, "contexts"),
        cameo=_get(record, "cameo", str | None),
        actors=_sequence(record, "actors", _decode_party),
        recipients=_sequence(record, "recipients", _decode_party),
        quad_class=_get(record, "quad_class", str | None, None),
    )


def _decode_party(record: JsonObject) -> Party:
    return Party(
        mention=_decode_mention(record),
        country=_get(record, "country", str | None),
        kind=_get(record, "kind", str | None),
        sector=_get(record, "sector", str | None),
    )


def _get(record: JsonObject, key: str, kind: Any, default: Any = _REQUIRED) -> Any:
    """A value of the wanted type; JSON's true and false are no integers here."""
    if not isinstance(record, Mapping):
        raise InputError(f"an object was expected, not {json.dumps(record)[:40]}")
    value = record.get(key, default)
    if value is _REQUIRED:
        raise InputError(f"the key {key!r} is missing")
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        wanted = kind.__name__ if isinstance(kind, type) else str(kind)
        raise InputError(f"{key!r} must be {wanted}, not {json.dumps(value)[:40]}")
    return value


def _optional(record: JsonObject, key: str, decode: Callable[[JsonObject], T]) -> T | None:
    value = _get(record, key, dict | None, None)
    return None if value is None else decode(value)


def _confidence(record: JsonObject) -> float:
    value = _get(record, "confidence", float | int)
    if not 0 <= value <= 1:
        raise InputError(f"'confidence' must lie between 0 and 1, not {value}")
    return float(value)


def _sequence(record: JsonObject, key: str, decode: Callable[[JsonObject], T]) -> tuple[T, ...]:
    return tuple(decode(part) for part in _get(record, key, list))


def _enum(record: JsonObject, key: str, kind: type[E], default: E = _REQUIRED) -> E:
    value = _get(record, key, str, default)
    if value not in {member.value for member in kind}:
        raise InputError(f"{key!r} must be one of {', '.join(member.value for member in kind)}, not {value!r}")
    return kind(value)
