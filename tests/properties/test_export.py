from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.export.registry import EXPORTERS, export
from kgraph.model.graph import KnowledgeGraph
from tests.properties.strategies import graphs


def _exported(graph: KnowledgeGraph, name: str) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        return {path.name: path.read_bytes() for path in export(graph, [name], Path(folder))}


@settings(max_examples=20, deadline=None)
@given(graphs(), st.sampled_from(sorted(EXPORTERS)))
def test_the_same_graph_gives_the_same_bytes(graph: KnowledgeGraph, name: str) -> None:
    first, second = _exported(graph, name), _exported(graph, name)
    assert first == second
    assert set(first) == set(EXPORTERS[name].files)
