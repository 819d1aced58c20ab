from __future__ import annotations

import importlib.util
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kgraph.export.jsonld import jsonld
from kgraph.graph.merge import graph_of
from kgraph.graph.rdf import RDF11, Profile
from kgraph.graph.rebase import rebased
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import ONTOLOGY
from kgraph.ontology import shipped
from tests.unit.graph.samples import CRITICIZED, SENT, reading


def written(graph: KnowledgeGraph) -> dict[str, Any]:
    made: dict[str, Any] = json.loads("".join(jsonld(graph, RDF11)))
    return made


def node(graph: KnowledgeGraph, iri: str) -> dict[str, Any]:
    local = iri.rpartition("/")[2]
    (found,) = [each for each in written(graph)["@graph"] if each["id"].endswith(f":{local}")]
    assert isinstance(found, dict)
    return found


def test_terms_of_the_ontology_stand_without_a_prefix() -> None:
    told = node(graph_of(reading()), SENT.id)
    assert told["type"] == ["rdf:Statement", "AID", "Statement"]
    assert (told["certainty"], told["eventType"], told["predicate"]) == ("certain", "AID", "sends")
    assert (told["subject"], told["begin"], told["negated"]) == ("kge:united-states", 18, False)
    assert (told["confidence"], told["date"]) == ("0.5", "2022-06-01")


def test_a_direct_triple_is_a_member_with_the_predicate_s_name() -> None:
    assert node(graph_of(reading()), "x/united-states")["sends"] == {"id": "kge:rockets"}


@pytest.mark.parametrize("word", ["subject", "kgs", "id", "label", "url"])
def test_a_predicate_with_the_name_of_another_term_keeps_its_prefix(word: str) -> None:
    made = replace(CRITICIZED, predicate=replace(CRITICIZED.predicate, iri=ONTOLOGY + word))
    assert node(graph_of(reading(made)), CRITICIZED.id)["predicate"] == f"kg:{word}"


def test_the_file_holds_its_context_whole() -> None:
    shared, own = written(rebased(graph_of(reading()), "https://example.org/", frozenset()))["@context"]
    assert shared == json.loads((shipped() / "context.jsonld").read_text("utf-8"))["@context"]
    assert own["kgs"] == "https://example.org/statement/"
    assert own["kgn"] == "https://example.org/entity/"


def test_triple_terms_are_no_json_ld() -> None:
    with pytest.raises(TypeError, match="no triple terms"):
        "".join(jsonld(graph_of(reading()), Profile(rdf12=True)))


def test_the_shipped_context_is_what_the_script_makes(tmp_path: Path) -> None:
    path = shipped() / "scripts" / "build_context.py"
    spec = importlib.util.spec_from_file_location("build_context", path)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.main(["-o", str(tmp_path / "made.jsonld")]) == 0
    assert (tmp_path / "made.jsonld").read_bytes() == (shipped() / "context.jsonld").read_bytes()
