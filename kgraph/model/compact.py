"""What the stages make of a document, as bytes to be kept: small, quick to write and to read, and safe to read.

Records are arrays of their fields in JSON, compressed; mentions, which many
statements share, stand in a table of their own. The document is not in them:
whoever keeps them keeps it too (:func:`encode_document`) and gives it back.

This is no format for exchange: it changes with the records, and :data:`SHAPE`
tells one change from another.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from itertools import chain, islice
from operator import attrgetter
from typing import Any, TypeVar

from kgraph.errors import InputError
from kgraph.model.document import Document, Span
from kgraph.model.entity import Entity
from kgraph.model.graph import DocumentNode, Evidence
from kgraph.model.parsed import ModelInfo, NamedSpan, ParsedDocument, Sentence, Token
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
    Reading,
    Statement,
    Time,
)

T = TypeVar("T")

_LEVEL = 3  # of zlib's nine; higher ones save a tenth and take twice the time
_AT_ONCE = 1_000  # records
_LAYOUT = 2  # to be raised whenever the order of what is written changes
_RECORDS = (
    *(Document, DocumentNode, Entity, ModelInfo, Sentence, Argument, Attribution, Content, Event, Factuality),
    *(Mention, Party, Predicate, Reading, Statement, Time),
)
_KINDS = {kind.value: kind for kind in MentionKind}
_CERTAINTIES = {certainty.value: certainty for certainty in Certainty}
_MODALITIES = {modality.value: modality for modality in Modality}


def encode_document(document: Document) -> bytes:
    """A document with its text and all that is known about it."""
    return _pack({name: value for name in _NAMES[Document] if (value := getattr(document, name)) is not None})


def decode_document(content: bytes) -> Document:
    """The document of :func:`encode_document`.

    Raises:
        InputError: The bytes are damaged, or from another version of the records.
    """

    def build(record: dict[str, Any]) -> Document:
        date = record.pop("date", None)
        return Document(**record, date=datetime.date.fromisoformat(date) if date is not None else None)

    return _unpack(content, build)


def encode_parsed(parsed: ParsedDocument) -> bytes:
    """A parsed document without the document."""
    sentences = ([list(zip(*each.tokens, strict=True)), each.names, each.paragraph] for each in parsed.sentences)
    return _pack_pieces(chain([f"[{_json(_row(parsed.model))},["], _pieces(sentences), ["]]"]))


def decode_parsed(content: bytes, document: Document) -> ParsedDocument:
    """The parsed document of :func:`encode_parsed`.

    Raises:
        InputError: The bytes are damaged, or from another version of the records.
    """

    def build(record: Any) -> ParsedDocument:
        model, sentences = record
        made = tuple(
            Sentence(tuple(map(Token._make, zip(*columns, strict=True))), tuple(map(NamedSpan._make, names)), paragraph)
            for columns, names, paragraph in sentences
        )
        return ParsedDocument(document, made, ModelInfo(*model))

    return _unpack(content, build)


def encode_reading(reading: Reading) -> bytes:
    """A reading, resolved or not, without the document."""
    table: dict[Mention, int] = {}

    def encode(record: Any) -> Any:
        return _noted(record, table)

    rest = f"{_json(reading.mentions, encode)},{_json(reading.entities, encode)}"
    parts = chain(
        [f"[{_json(reading.model, encode)},{rest},["],
        _pieces(reading.statements, encode),
        ["],["],
        _pieces(table, _row),  # last, since now all are known
        ["]]"],
    )
    return _pack_pieces(parts)


def decode_reading(content: bytes, document: Document) -> Reading:
    """The reading of :func:`encode_reading`.

    Raises:
        InputError: The bytes are damaged, or from another version of the records.
    """

    def build(record: Any) -> Reading:
        model, mentions, entities, statements, rows = record
        table = list(map(_mention, rows))
        return Reading(
            document,
            ModelInfo(*model),
            tuple([_statement(row, table) for row in statements]),
            tuple([table[number] for number in mentions]),
            tuple([_entity(row) for row in entities]),
        )

    return _unpack(content, build)


def encode_evidence(evidence: Evidence) -> str:
    """A piece of evidence, not compressed."""
    table: dict[Mention, int] = {}
    parts = [evidence.statement, evidence.document, evidence.sentence, evidence.content]
    body = _json(parts, lambda record: _noted(record, table))
    return f"[{_json(list(map(_row, table)))},{body}]"


def decode_evidence(content: str) -> Evidence:
    """The piece of evidence of :func:`encode_evidence`."""
    rows, (statement, document, sentence, words) = json.loads(content)
    return Evidence(_statement(statement, list(map(_mention, rows))), document, sentence, tuple(words))


def encode_entity(entity: Entity) -> str:
    """An entity, not compressed."""
    return _json(_row(entity))


def decode_entity(content: str) -> Entity:
    """The entity of :func:`encode_entity`."""
    return _entity(json.loads(content))


def encode_node(document: DocumentNode) -> str:
    """A document without its text, not compressed."""
    return _json(_row(document), lambda record: _row(record) if isinstance(record, ModelInfo) else _plain(record))


def decode_node(content: str) -> DocumentNode:
    """The document of :func:`encode_node`."""
    iri, name, model, date, *rest = json.loads(content)
    day = datetime.date.fromisoformat(date) if date is not None else None
    return DocumentNode(iri, name, ModelInfo(*model), day, *rest)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a record")


def _pieces(records: Iterable[Any], default: Callable[[Any], Any] = _plain) -> Iterator[str]:
    """The members of an array, some at once: all that is said of a long document takes tens of megabytes."""
    source = iter(records)
    joint = ""
    while piece := list(islice(source, _AT_ONCE)):
        yield joint + _json(piece, default)[1:-1]
        joint = ","


def _noted(record: Any, table: dict[Mention, int]) -> Any:
    """A mention's place in the table, any other record as a row."""
    return table.setdefault(record, len(table)) if isinstance(record, Mention) else _row(record)


def _shape() -> str:
    found = [(kind.__name__, [f"{each.name}:{each.type}" for each in fields(kind)]) for kind in _RECORDS]
    return hashlib.sha256(repr([*found, Token._fields, NamedSpan._fields, _LAYOUT]).encode()).hexdigest()[:16]


SHAPE = _shape()
"""A digest of the layout and of the records' fields: bytes of records that were otherwise cannot be read."""

_NAMES = {kind: tuple(each.name for each in fields(kind) if each.init) for kind in _RECORDS}


_FIELDS = {kind: attrgetter(*names) for kind, names in _NAMES.items()}


def _row(record: Any) -> Any:
    return _FIELDS[type(record)](record)


def _json(record: Any, default: Callable[[Any], Any] = _plain) -> str:
    # Records are trees: to look for circles in them takes a seventh of the time.
    return json.dumps(record, separators=(",", ":"), default=default, check_circular=False)


def _pack(record: Any) -> bytes:
    return _pack_pieces([_json(record)])


def _pack_pieces(pieces: Iterable[str]) -> bytes:
    packer = zlib.compressobj(_LEVEL)
    packed = [packer.compress(piece.encode()) for piece in pieces]
    return b"".join([*packed, packer.flush()])


def _unpack(content: bytes, build: Callable[[Any], T]) -> T:
    try:
        return build(json.loads(zlib.decompress(content)))
    except (zlib.error, ValueError, TypeError, LookupError) as error:
        raise InputError(f"a kept record is damaged, or of another kgraph: {error}") from error


def _span(pair: list[int]) -> Span:
    return Span(*pair)


def _mention(row: list[Any]) -> Mention:
    (span, text, head, kind, name, hint, entity, label, type_, rule, lemma, antecedents, about, found_by, *judged) = row
    score, evidence, candidates = judged
    return Mention(
        span=_span(span),
        text=text,
        head=head,
        kind=_KINDS[kind],
        name=_span(name) if name is not None else None,
        hint=hint,
        entity=entity,
        label=label,
        type=type_,
        rule=rule,
        lemma=lemma,
        antecedents=tuple(map(_span, antecedents)),
        about=about,
        coreference=found_by,
        score=score,
        evidence=tuple(evidence),
        candidates=tuple(candidates),
    )


def _statement(row: list[Any], table: list[Mention]) -> Statement:
    def mention(number: int | None) -> Mention | None:
        return None if number is None else table[number]

    iri, document, sentence, subject, predicate, target, arguments, content, factuality, chain, *further = row
    time, place, event, confidence, rule = further
    span, text, lemma, meaning = predicate
    negated, certainty, future, modality = factuality
    return Statement(
        id=iri,
        document=document,
        sentence=_span(sentence),
        subject=mention(subject),
        predicate=Predicate(_span(span), text, lemma, meaning),
        object=mention(target),
        arguments=tuple([Argument(role, marker, table[filler]) for role, marker, filler in arguments]),
        content=None if content is None else Content(tuple(map(_span, content[0])), content[1]),
        factuality=Factuality(negated, _CERTAINTIES[certainty], future, _MODALITIES[modality]),
        attributed_to=tuple([Attribution(statement, mention(source)) for statement, source in chain]),
        time=None if time is None else Time(_span(time[0]), *time[1:]),
        place=mention(place),
        event=None if event is None else _event(event, table),
        confidence=confidence,
        rule=rule,
    )


def _event(row: list[Any], table: list[Mention]) -> Event:
    type_, mode, contexts, cameo, actors, recipients, quad_class = row

    def parties(rows: list[Any]) -> tuple[Party, ...]:
        return tuple([Party(table[number], *codes) for number, *codes in rows])

    return Event(type_, mode, tuple(contexts), cameo, parties(actors), parties(recipients), quad_class)


def _entity(row: list[Any]) -> Entity:
    iri, label, type_, names, country, same_as, kind, sector = row
    return Entity(iri, label, type_, tuple(names), country, tuple(same_as), kind, sector)
