"""The graph as the report's script reads it: compact JSON, where what repeats stands once in a table.

Statements are rows of numbers that point into the tables; :class:`_Row` names
their cells. Offsets count UTF-16 units, as strings do in JavaScript.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import asdict
from itertools import product
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from kgraph.export.kinds import QUADS, group_of, words
from kgraph.export.report import Report
from kgraph.export.wording import factuality, name_of, one_line
from kgraph.graph.nodes import all_mentions
from kgraph.graph.property import models
from kgraph.graph.terms import clean
from kgraph.graph.world import affirmed, dated
from kgraph.model.document import Span
from kgraph.model.entity import Entity
from kgraph.model.graph import DocumentNode, Evidence, KnowledgeGraph
from kgraph.model.identifiers import OPEN_PREDICATE
from kgraph.model.statement import Mention, Statement

FORMAT = 1

Json: TypeAlias = dict[str, Any]
Key = TypeVar("Key", bound=Hashable)

_LONGEST_PHRASE = 90
_MOST_GAPS = 200
_LINK = re.compile(r"https?://[^\s\"'<>\\]+", re.IGNORECASE)


class _Row(NamedTuple):
    """A statement.

    Attributes:
        sentence: Where its sentence stands among the sentences.
        predicate: Among the predicates.
        type: Among the event types; -1 if it is no political act.
        date: Among the dates; -1 if unknown.
        manner: Among the manners: how it is presented.
        marks: Start and end of trigger, subject and object in the sentence, -1 where they stand elsewhere.
        subject: Among the entities, or the words of whoever is none, or nothing.
        object: The same of the object.
        pairs: Who acts towards whom, as entities: source, target, source, target.
        entities: All entities that it names.
        voices: Who says it, outermost first: entities, words, or nothing for a source that the text leaves open.
    """

    sentence: int
    predicate: int
    type: int
    date: int
    manner: int
    marks: list[int]
    subject: int | str | None
    object: int | str | None
    pairs: list[int]
    entities: list[int]
    voices: list[int | str | None]


class _Table(Generic[Key]):
    """Things in the order in which they were first met; each stands once."""

    def __init__(self) -> None:
        self._places: dict[Key, int] = {}

    def place(self, thing: Key) -> int:
        return self._places.setdefault(thing, len(self._places))

    def __iter__(self) -> Iterator[Key]:
        return iter(self._places)


def payload(graph: KnowledgeGraph, gaps: Report) -> Json:
    """The graph as an object that JSON can hold; the same for the same graph.

    Args:
        graph: The graph.
        gaps: What the dictionaries lack for it.
    """
    writer = _Writer(graph)
    rows = [writer.row(evidence) for evidence in sorted(graph.evidence, key=_reading_order(graph))]
    return {
        "format": FORMAT,
        "models": models(graph),
        "quads": [words(name) for name in QUADS],
        "types": [[name, name.lower(), words(quad)] for name, quad in writer.types],
        "entities": [_entity(writer.known[iri]) for iri in writer.entities],
        "documents": [_document(each) for each in graph.documents],
        "sentences": [[document, clean(sentence)] for document, _, sentence in writer.sentences],
        "predicates": list(writer.predicates),
        "dates": list(writer.dates),
        "manners": list(writer.manners),
        "statements": rows,
        "gaps": _gaps(gaps),
    }


class _Writer:
    """The tables while statements are written."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.known: Mapping[str, Entity] = {entity.iri: entity for entity in graph.entities}
        self._documents = {document.iri: place for place, document in enumerate(graph.documents)}
        self._published = {document.iri: document.date for document in graph.documents}
        self.entities: _Table[str] = _Table()
        self.sentences: _Table[tuple[int, Span, str]] = _Table()
        self.predicates: _Table[str] = _Table()
        self.types: _Table[tuple[str, str]] = _Table()
        self.dates: _Table[str] = _Table()
        self.manners: _Table[tuple[str, str]] = _Table()

    def row(self, evidence: Evidence) -> _Row:
        statement = evidence.statement
        event = statement.event
        date = dated(evidence, self._published)
        return _Row(
            sentence=self.sentences.place((self._documents[evidence.document], statement.sentence, evidence.sentence)),
            predicate=self.predicates.place(_predicate(statement)),
            type=self.types.place((event.type, event.quad_class or "")) if event is not None else -1,
            date=self.dates.place(date) if date is not None else -1,
            manner=self.manners.place((standing(statement), factuality(statement.factuality))),
            marks=list(_marks(evidence)),
            subject=self._who(statement.subject),
            object=self._who(statement.object),
            pairs=[place for pair in self._pairs(statement) for place in pair],
            entities=sorted({self.entities.place(iri) for iri in _linked(all_mentions(statement))}),
            voices=[self._who(link.source) for link in statement.attributed_to],
        )

    def _who(self, mention: Mention | None) -> int | str | None:
        if mention is None:
            return None
        return _phrase(name_of(mention)) if mention.entity is None else self.entities.place(mention.entity)

    def _pairs(self, statement: Statement) -> list[tuple[int, int]]:
        """Subject and object, and each actor with each recipient of an act, where both are entities and differ."""
        sides = [(_linked([statement.subject]), _linked([statement.object]))]
        if (event := statement.event) is not None:
            sides.append(
                (
                    _linked(party.mention for party in event.actors),
                    _linked(party.mention for party in event.recipients),
                )
            )
        pairs = {pair for one, other in sides for pair in product(one, other) if pair[0] != pair[1]}
        return [(self.entities.place(source), self.entities.place(target)) for source, target in sorted(pairs)]


def _reading_order(graph: KnowledgeGraph) -> Callable[[Evidence], tuple[object, ...]]:
    """Documents by date and title, statements as they stand in them."""
    documents = {each.iri: (str(each.date or ""), each.title or each.id, each.iri) for each in graph.documents}
    return lambda each: (
        documents[each.document],
        each.statement.sentence,
        each.statement.predicate.span,
        each.statement.id,
    )


def standing(statement: Statement) -> str:
    """How far a statement stands: ``fact``, ``claimed``, ``denied``, or ``open`` (to come, wished, asked, uncertain).

    Only a ``fact`` is what the writer affirms in his own voice.
    """
    if affirmed(statement):
        return "fact"
    if statement.factuality.actual:
        return "claimed"
    return "denied" if statement.factuality.negated else "open"


def _linked(mentions: Iterable[Mention | None]) -> list[str]:
    return [mention.entity for mention in mentions if mention is not None and mention.entity is not None]


def _predicate(statement: Statement) -> str:
    """What to call a predicate: its lemma if it is an open one, else the words of its local name."""
    iri = statement.predicate.iri
    if iri.startswith(OPEN_PREDICATE):
        return clean(one_line(statement.predicate.lemma))
    return words(iri.replace("#", "/").rstrip("/").rpartition("/")[2])


def _marks(evidence: Evidence) -> Iterator[int]:
    statement = evidence.statement
    sides = (None if side is None else side.span for side in (statement.subject, statement.object))
    for span in (statement.predicate.span, *sides):
        if span is None or not statement.sentence.holds(span):
            yield from (-1, -1)
        else:
            yield from (_units(evidence.sentence[: offset - statement.sentence.start]) for offset in span)


def _units(text: str) -> int:
    """How many UTF-16 units a text has."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _phrase(text: str) -> str:
    """Words as a short label."""
    line = clean(" ".join(one_line(text).split()))
    return line if len(line) <= _LONGEST_PHRASE else line[: _LONGEST_PHRASE - 1].rstrip() + "…"


def _entity(entity: Entity) -> list[str]:
    names = " | ".join(entity.names)
    return [
        clean(each)
        for each in (one_line(entity.label), entity.type, group_of(entity.type), entity.country or "", names)
    ]


def _document(document: DocumentNode) -> list[str]:
    """Title, date, source and link; a link that is no web address is left out."""
    link = document.url if document.url and _LINK.fullmatch(document.url) else ""
    date = document.date.isoformat() if document.date else ""
    return [clean(each) for each in (one_line(document.title or document.id), date, document.source or "", link)]


def _gaps(found: Report) -> Json:
    """What the dictionaries lack, cleaned; of very long lists the most frequent, with the number of all."""
    told = asdict(found)
    for name in ("actors", "verbs"):
        told[name + "_total"] = len(told[name])
        told[name] = [
            [clean(gap["words"]), gap["kind"], gap["count"], gap["ambiguous"], clean(gap["example"])]
            for gap in told[name][:_MOST_GAPS]
        ]
    return told
