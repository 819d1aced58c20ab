"""Whatever a statement holds, its line of JSON brings it back."""

import io
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.model.codec import (
    decode_mention,
    decode_statement,
    dump_lines,
    encode_mention,
    encode_statement,
    load_lines,
)
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

T = TypeVar("T")


def tuples(of: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(of, max_size=2).map(tuple)


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
maybe_words = st.none() | words
spans = st.tuples(st.integers(0, 10**7), st.integers(0, 10**4)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
mentions = st.builds(
    Mention,
    span=spans,
    text=words,
    head=words,
    kind=st.sampled_from(MentionKind),
    name=st.none() | spans,
    hint=words,
    entity=maybe_words,
    label=maybe_words,
    type=maybe_words,
    rule=maybe_words,
    antecedents=tuples(spans),
    about=maybe_words,
    coreference=words,
)
maybe_mentions = st.none() | mentions
parties = st.builds(Party, mentions, maybe_words, maybe_words, maybe_words)
events = st.builds(Event, words, maybe_words, tuples(words), maybe_words, tuples(parties), tuples(parties))
factualities = st.builds(
    Factuality, st.booleans(), st.sampled_from(Certainty), st.booleans(), st.sampled_from(Modality)
)
statements = st.builds(
    Statement,
    id=words,
    document=words,
    sentence=spans,
    subject=maybe_mentions,
    predicate=st.builds(Predicate, spans, words, words, words),
    object=maybe_mentions,
    arguments=tuples(st.builds(Argument, words, words, mentions)),
    content=st.none() | st.builds(Content, tuples(spans), st.booleans()),
    factuality=factualities,
    attributed_to=tuples(st.builds(Attribution, words, maybe_mentions)),
    time=st.none() | st.builds(Time, spans, words, words),
    place=maybe_mentions,
    event=st.none() | events,
    confidence=st.floats(0, 1),
    rule=words,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(statements, max_size=3))
def test_statements_come_back_from_a_file(some: list[Statement]) -> None:
    file = io.BytesIO("".join(dump_lines(map(encode_statement, some))).encode())
    lines = io.TextIOWrapper(file, encoding="utf-8")
    assert list(load_lines(lines, decode_statement)) == some


@settings(max_examples=60, deadline=None)
@given(mentions, words)
def test_mentions_come_back(mention: Mention, document_id: str) -> None:
    assert decode_mention(encode_mention(mention, document_id)) == mention
