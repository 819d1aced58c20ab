"""A knowledge graph as JSON Lines, with nothing lost: one record a line, told apart by its key ``record``.

==============  ===============================================================
``record``      holds
==============  ===============================================================
``graph``       first and once: version of the format, program, and how many
                records of each kind follow
``document``    a :class:`DocumentNode`, by the names of its fields
``entity``      an :class:`Entity`
``evidence``    an :class:`Evidence`; ``statement`` is the record of
                :func:`kgraph.model.codec.encode_statement`
``background``  an :class:`Entity` that no statement speaks of
``office``      an :class:`OfficeEntry` (background)
``holding``     a :class:`Holding` (background)
``link``        a :class:`Link` (background)
==============  ===============================================================

The kinds follow each other in this order, each sorted as the graph is. Keys and
kinds may be added and are passed over by older readers; a change of meaning
raises :data:`GRAPH_VERSION`.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType
from typing import Any, NamedTuple

from kgraph.errors import InputError
from kgraph.model.codec import decode_statement, encode_statement, load_lines
from kgraph.model.entity import Entity
from kgraph.model.fields import JsonObject, checked, get, strings
from kgraph.model.graph import Background, DocumentNode, Evidence, KnowledgeGraph, Link
from kgraph.model.parsed import ModelInfo
from kgraph.model.vocabulary import Holding, OfficeEntry

GRAPH_VERSION = 1

_HEADER = "graph"


def encode_graph(graph: KnowledgeGraph, program: str) -> Iterator[dict[str, Any]]:
    """The records of a graph, one by one.

    Args:
        graph: The graph.
        program: Who writes it, with its version.
    """
    found = {
        "document": graph.documents,
        "entity": graph.entities,
        "evidence": graph.evidence,
        "background": graph.background.entities,
        "office": graph.background.offices,
        "holding": graph.background.holdings,
        "link": graph.background.links,
    }
    counts = {kind: len(records) for kind, records in found.items()}
    yield {"record": _HEADER, "version": GRAPH_VERSION, "program": program, "records": counts}
    for kind, records in found.items():
        encode = _KINDS[kind].encode
        for record in records:
            yield {"record": kind, **encode(record)}


def decode_graph(lines: Iterable[str], name: str = "records") -> KnowledgeGraph:
    """The graph of the lines that :func:`encode_graph` made.

    Args:
        lines: The lines.
        name: What an error calls the file.

    Raises:
        InputError: It is no such file, is of a later version, has a broken line, or lines are missing.
    """
    records = load_lines(lines, _decode, name)
    first = next(records, None)
    if first is None or first.kind != _HEADER:
        raise InputError(f"{name}: no graph of kgraph: its first line is no record {_HEADER!r}; write it with build")
    found: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    for kind, record in records:
        if kind == _HEADER:
            raise InputError(f"{name}: two graphs in one file; split it before each record {_HEADER!r}")
        if kind in found:
            found[kind].append(record)
    for kind, count in first.record.items():
        if kind in found and count != len(found[kind]):
            raise InputError(
                f"{name}: holds {len(found[kind])} records {kind!r} and should hold {count}; the file is cut off"
            )
    several = {kind: tuple(records) for kind, records in found.items()}
    return KnowledgeGraph(
        documents=several["document"],
        entities=several["entity"],
        evidence=several["evidence"],
        background=Background(
            entities=several["background"],
            offices=several["office"],
            holdings=several["holding"],
            links=several["link"],
        ),
    )


class _Decoded(NamedTuple):
    """A record and its kind; the header's is the counts of the others."""

    kind: str
    record: Any


class _Kind(NamedTuple):
    """How one kind of record is written and read."""

    encode: Callable[[Any], JsonObject]
    decode: Callable[[JsonObject], Any]


def _decode(record: JsonObject) -> _Decoded:
    kind = get(record, "record", str)
    if kind == _HEADER:
        return _Decoded(kind, _decode_header(record))
    return _Decoded(kind, checked(_KINDS[kind].decode, record) if kind in _KINDS else None)


def _decode_header(record: JsonObject) -> dict[str, int]:
    version = get(record, "version", int)
    if version > GRAPH_VERSION:
        program = get(record, "program", str, "a later kgraph")
        raise InputError(
            f"{program} wrote it in version {version} of the format, and this kgraph reads up to {GRAPH_VERSION}; "
            "install a newer kgraph"
        )
    counts = get(record, "records", dict)
    return {kind: get(counts, kind, int) for kind in counts}


def _encode_document(document: DocumentNode) -> JsonObject:
    return {
        "iri": document.iri,
        "id": document.id,
        "date": document.date and document.date.isoformat(),
        "title": document.title,
        "url": document.url,
        "source": document.source,
        "model": {"name": document.model.name, "version": document.model.version},
    }


def _decode_document(record: JsonObject) -> DocumentNode:
    model, date = get(record, "model", dict), get(record, "date", str | None, None)
    return DocumentNode(
        iri=get(record, "iri", str),
        id=get(record, "id", str),
        model=ModelInfo(get(model, "name", str), get(model, "version", str)),
        date=datetime.date.fromisoformat(date) if date is not None else None,
        title=get(record, "title", str | None, None),
        url=get(record, "url", str | None, None),
        source=get(record, "source", str | None, None),
    )


def _encode_evidence(evidence: Evidence) -> JsonObject:
    return {
        "document": evidence.document,
        "sentence": evidence.sentence,
        "content": evidence.content,
        "statement": encode_statement(evidence.statement),
    }


def _decode_evidence(record: JsonObject) -> Evidence:
    return Evidence(
        statement=decode_statement(get(record, "statement", dict)),
        document=get(record, "document", str),
        sentence=get(record, "sentence", str),
        content=strings(record, "content", []),
    )


def _flat(kind: type[Any]) -> _Kind:
    """A record whose fields are texts and lists of texts; one with a default may be left out of the file."""
    fields = [(field.name, str(field.type), field.default) for field in dataclasses.fields(kind)]

    def encode(record: Any) -> JsonObject:
        return {name: getattr(record, name) for name, _, _ in fields}

    def decode(record: JsonObject) -> Any:
        present = [field for field in fields if field[0] in record or field[2] is dataclasses.MISSING]
        return kind(**{name: _TYPES[type_name](record, name) for name, type_name, _ in present})

    return _Kind(encode, decode)


_TYPES: MappingProxyType[str, Callable[[JsonObject, str], Any]] = MappingProxyType(
    {
        "str": lambda record, key: get(record, key, str),
        "str | None": lambda record, key: get(record, key, str | None),
        "tuple[str, ...]": strings,
    }
)

_KINDS = MappingProxyType(
    {
        "document": _Kind(_encode_document, _decode_document),
        "entity": _flat(Entity),
        "evidence": _Kind(_encode_evidence, _decode_evidence),
        "background": _flat(Entity),
        "office": _flat(OfficeEntry),
        "holding": _flat(Holding),
        "link": _flat(Link),
    }
)
