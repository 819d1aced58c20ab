"""What is kept of a document comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given

from kgraph.errors import InputError
from kgraph.model.compact import (
    decode_document,
    decode_parsed,
    decode_reading,
    encode_document,
    encode_parsed,
    encode_reading,
)
from kgraph.model.document import Document
from kgraph.model.parsed import ModelInfo, ParsedDocument
from kgraph.model.statement import Reading
from kgraph.parse import Parser
from kgraph.pipeline import Pipeline
from tests.benchmarks.reading import samples
from tests.properties.strategies import documents, readings


@given(documents)
def test_a_document_comes_back(document: Document) -> None:
    assert decode_document(encode_document(document)) == document


@given(readings())
def test_a_reading_comes_back(reading: Reading) -> None:
    assert decode_reading(encode_reading(reading), reading.document) == reading


def test_all_that_the_stages_make_of_our_samples_comes_back(pipeline: Pipeline) -> None:
    for parsed in pipeline.parse(samples()):
        assert decode_parsed(encode_parsed(parsed), parsed.document) == parsed
        extracted = pipeline.extract(parsed)
        assert decode_reading(encode_reading(extracted), parsed.document) == extracted
        coded = pipeline.code(extracted)
        assert decode_reading(encode_reading(coded), parsed.document) == coded


def test_an_empty_document_comes_back() -> None:
    parsed = ParsedDocument(Document("a", " "), (), ModelInfo("m", "1"))
    assert decode_parsed(encode_parsed(parsed), parsed.document) == parsed


def test_the_same_record_is_always_the_same_bytes() -> None:
    (once,), (again,) = (list(Parser().parse(samples()[:1])) for _ in range(2))
    assert encode_parsed(once) == encode_parsed(again)


@pytest.mark.parametrize("decode", [decode_parsed, decode_reading])
def test_what_is_damaged_or_of_another_kind_is_refused(decode: object) -> None:
    whole = encode_document(Document("a", "Some words."))
    for content in (b"", whole[:-3], whole):
        with pytest.raises(InputError, match="damaged, or of another kgraph"):
            decode(content, Document("a", "Some words."))  # type: ignore[operator]
