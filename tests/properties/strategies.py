"""Hypothesis strategies for readings and graphs, with every awkward character in them."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st

from kgraph.graph.merge import graph_of, linked, merge
from kgraph.model.document import Document, Span
from kgraph.model.entity import Entity
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import ENTITY, ONTOLOGY, STATEMENT, digest, document_iri, open_predicate_iri
from kgraph.model.parsed import ModelInfo
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

_PIECES = (
    *"\"'\\<>&{}%#|.~",
    *("\n", "\r", "\r\n", "\t", "  ", "\x00", "\x0b", "\x1f", "\x7f", "\x85", "\u2028", "\ufeff", "\ufffe", "\ud800"),
    *("]]>", "-->", '"""', "\\u0041", "&#0;", "😀", "שלום", "\u202e", "e\u0301", "Kyiv", "a b"),
)


def awkward(max_pieces: int = 6) -> st.SearchStrategy[str]:
    """Text of pieces that break careless writers, and of any characters."""
    piece = st.one_of(st.sampled_from(_PIECES), st.text(st.characters(exclude_categories=()), max_size=3))
    return st.lists(piece, max_size=max_pieces).map("".join)


def spans(within: Span) -> st.SearchStrategy[Span]:
    """Any part of a span."""
    ends = st.tuples(*[st.integers(within.start, within.end)] * 2)
    return ends.map(lambda pair: Span(min(pair), max(pair)))


_TYPES = st.sampled_from(["Person", "State", "Organization"])
_ROLES = st.sampled_from(["recipient", "instrument", "topic", "location", "subject"])
_EVENT_TYPES = st.sampled_from(["ACCUSE", "AID", "AGREE"])
_ENTITY_IRIS = st.sampled_from(
    [ENTITY + "russia", ENTITY + "ukraine", ENTITY + "a_b-1", "https://example.org/a.b~c'd(e)", "urn:x:1"]
)
_COUNTRIES = st.none() | st.sampled_from(["RUS", "UKR"])

entities = st.builds(
    Entity,
    iri=_ENTITY_IRIS,
    label=awkward(3).filter(bool),
    type=_TYPES,
    names=st.lists(awkward(2), max_size=2).map(tuple),
    country=_COUNTRIES,
    same_as=st.lists(st.sampled_from(["https://example.org/1", "urn:y:1"]), max_size=2).map(tuple),
)

documents = st.builds(
    Document,
    id=st.sampled_from(["one", "two"]) | awkward(2),
    text=st.sampled_from(["Russia criticized NATO.", 'He said "no".']) | awkward(12).filter(bool),
    date=st.none() | st.dates(datetime.date(2020, 1, 1), datetime.date(2022, 12, 31)),
    title=st.none() | awkward(),
    url=st.none() | awkward() | st.just("https://example.org/a b>"),
    source=st.none() | awkward(),
    author=st.none() | awkward(),
)

factualities = st.one_of(
    st.just(Factuality()),
    st.builds(Factuality, st.booleans(), st.sampled_from(Certainty), st.booleans(), st.sampled_from(Modality)),
)


@st.composite
def mentions(draw: st.DrawFn, document: Document, known: tuple[Entity, ...]) -> Mention:
    """A mention anywhere in a document, of one of the known entities or of none."""
    span = draw(spans(Span(0, len(document.text))).filter(lambda span: span.start < span.end))
    entity = draw(st.sampled_from([None, *known]))
    words = span.of(document.text)
    return Mention(
        span=span,
        text=words,
        head=words,
        lemma=words.lower(),
        kind=draw(st.sampled_from(MentionKind)),
        entity=entity.iri if entity else None,
        label=entity.label if entity else None,
        type=entity.type if entity else draw(st.none() | _TYPES),
    )


@st.composite
def statements(draw: st.DrawFn, document: Document, known: tuple[Entity, ...], earlier: list[Statement]) -> Statement:
    """A statement of a document that one of the earlier statements may report."""
    anyone = mentions(document, known)
    sides = st.lists(st.builds(Party, anyone, _COUNTRIES, st.none(), st.none()), max_size=2).map(tuple)
    sentence = draw(spans(Span(0, len(document.text))))
    span = draw(spans(sentence))
    lemma = draw(st.sampled_from(["criticize", "push back"]) | awkward(2))
    reporting = draw(st.sampled_from([None, *earlier]))
    attributed_to: tuple[Attribution, ...] = ()
    if reporting is not None:
        attributed_to = (*reporting.attributed_to, Attribution(reporting.id, draw(st.none() | anyone)))
    return Statement(
        id=STATEMENT + digest(document_iri(document.id, document.text), len(earlier)),
        document=document.id,
        sentence=sentence,
        subject=draw(st.none() | anyone),
        predicate=Predicate(
            span, span.of(document.text), lemma, draw(st.sampled_from([ONTOLOGY + "sends", open_predicate_iri(lemma)]))
        ),
        object=draw(st.none() | anyone),
        arguments=draw(st.lists(st.builds(Argument, _ROLES, awkward(1), anyone), max_size=2).map(tuple)),
        content=draw(
            st.none() | st.builds(Content, st.lists(spans(sentence), max_size=2).map(tuple), quoted=st.booleans())
        ),
        factuality=draw(factualities),
        attributed_to=attributed_to,
        time=draw(
            st.none() | st.builds(Time, spans(sentence), awkward(2), st.sampled_from(["2022-06-01", "2022-06", ""]))
        ),
        place=draw(st.none() | anyone),
        event=draw(
            st.none()
            | st.builds(Event, _EVENT_TYPES, st.none() | awkward(1), st.just(("military",)), st.none(), sides, sides)
        ),
        confidence=draw(st.floats(0, 1)),
        rule=draw(st.sampled_from(["", "verb"])),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """The reading of one document; several of them may share documents, statements and entities."""
    document = draw(documents)
    known = tuple(draw(st.lists(entities, max_size=3, unique_by=lambda entity: entity.iri)))
    made: list[Statement] = []
    for _ in range(draw(st.integers(0, 4))):
        made.append(draw(statements(document, known, made)))
    model = ModelInfo("en_test", draw(st.sampled_from(["1.0", "1.1"])))
    return Reading(document, model, tuple(made), (), known)


@st.composite
def linked_graphs(draw: st.DrawFn) -> KnowledgeGraph:
    """The graph of up to three documents, some of which repeat the first."""
    first, *others = (graph_of(each) for each in draw(st.lists(readings(), min_size=1, max_size=3)))
    original = first.documents[0].iri
    copies = (
        linked(
            each, {} if each.documents[0].iri == original or draw(st.booleans()) else {each.documents[0].iri: original}
        )
        for each in others
    )
    return merge([first, *copies])


def graphs() -> st.SearchStrategy[KnowledgeGraph]:
    """The graph of up to three documents."""
    return st.lists(readings(), max_size=3).map(lambda several: merge(map(graph_of, several)))
