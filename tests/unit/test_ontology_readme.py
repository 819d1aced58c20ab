"""The ontology's README: its queries find something in the sample export, and its drawing names what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.graph.terms import KG, PREFIXES
from kgraph.ontology.load import gathered, sources_of

ROOT = Path(__file__).parents[2]
README = (ROOT / "ontology" / "README.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sparql\n(.*?)```", README, re.DOTALL)
(DRAWING,) = re.findall(r"```mermaid\n(.*?)```", README, re.DOTALL)


@pytest.fixture(scope="module")
def sample() -> ox.Store:
    store = ox.Store()
    store.bulk_load((ROOT / "exports" / "graph.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)
    return store


def test_there_are_ten_queries() -> None:
    assert len(QUERIES) == 10


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_finds_something_in_the_sample(query: str, sample: ox.Store) -> None:
    found = sample.query(query, prefixes=dict(PREFIXES))
    assert isinstance(found, ox.QuerySolutions)
    assert list(found)


def test_the_drawing_and_the_queries_name_terms_of_the_ontology() -> None:
    named = {KG + name for name in re.findall(r"\bkg:([A-Za-z]+)", DRAWING + "".join(QUERIES))}
    assert len(named) > 15
    assert named <= gathered(sources_of()).values.keys()
