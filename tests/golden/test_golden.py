"""Whole graphs against graphs written down by hand, compared as graphs, not as text."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import graph_diff, isomorphic

from kgraph.graph.rdflib_view import to_rdflib
from kgraph.model.document import Document
from kgraph.pipeline import Pipeline, build

FOLDER = Path(__file__).parent
DATE = datetime.date(2022, 6, 1)
TEXTS = {
    "affirmed": "Russia criticized Poland on Tuesday.",
    "denied-claim": "Poland said that Russia did not attack Chad.",
}


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_graph_is_as_written_down(pipeline: Pipeline, name: str) -> None:
    made = to_rdflib(build(pipeline.read_all([Document(name, TEXTS[name], DATE)])))
    wanted = Graph().parse(FOLDER / f"{name}.ttl")
    _, missing, extra = graph_diff(wanted, made)
    assert isomorphic(made, wanted), f"missing:\n{missing.serialize()}\nextra:\n{extra.serialize()}"
