"""A graph that went through a file of records is the same graph."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kgraph.export.registry import export
from kgraph.graph.merge import merge
from kgraph.model.codec import dump_lines
from kgraph.model.graph import Background, KnowledgeGraph, Link
from kgraph.model.graph_codec import decode_graph, encode_graph
from kgraph.model.vocabulary import Holding, OfficeEntry
from kgraph.read.graph import read_graph
from tests.properties.strategies import awkward, entities, graphs

# JSON cannot tell two halves of a surrogate pair from the character that they make together.
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")

_SOME = awkward(2)
_MAYBE = st.none() | _SOME


def _tuples(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


_BACKGROUNDS = st.builds(
    Background,
    entities=_tuples(entities),
    offices=_tuples(st.builds(OfficeEntry, _SOME, _SOME, st.lists(_SOME).map(tuple), _MAYBE, _MAYBE, _MAYBE)),
    holdings=_tuples(st.builds(Holding, _SOME, _SOME, _MAYBE, _MAYBE, _SOME)),
    links=_tuples(st.builds(Link, _SOME, _SOME, _SOME)),
)


@settings(max_examples=60, deadline=None)
@given(graphs(), _BACKGROUNDS)
def test_a_graph_comes_back_from_its_records(graph: KnowledgeGraph, background: Background) -> None:
    whole = merge([graph, KnowledgeGraph(background=background)])
    lines = list(dump_lines(encode_graph(whole, "test")))
    assume(not _PAIR.search(repr(whole)))
    assert decode_graph(lines) == whole
    assert all(line.count("\n") == 1 for line in lines)


@pytest.mark.parametrize("compress", [False, True])
@settings(max_examples=20, deadline=None)
@given(graphs())
def test_a_graph_comes_back_from_its_file(compress: bool, graph: KnowledgeGraph) -> None:
    assume(not _PAIR.search(repr(graph)))
    with tempfile.TemporaryDirectory() as folder:
        (file,) = export(graph, ["records"], Path(folder), compress=compress)
        assert read_graph(Path(folder)) == read_graph(file) == graph
