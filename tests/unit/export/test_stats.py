from __future__ import annotations

import json

from kgraph.export.stats import WIDTH, as_json, as_text
from kgraph.graph.measures import measures
from kgraph.graph.merge import graph_of
from kgraph.model.graph import KnowledgeGraph
from tests.unit.graph.samples import reading

FOUND = measures(graph_of(reading(source="Paper\x1b[31m\n of " + "a" * 100)))


def test_the_text_is_aligned_and_tells_the_most_active() -> None:
    lines = list(as_text(FOUND, 1))
    text = "".join(lines)
    assert max(map(len, text.splitlines())) <= WIDTH
    assert "documents   1, published 2022-06-02\n" in text
    assert "50 % attributed" not in text
    assert "25 % attributed" in text
    assert "actors: the first 1 of 2\n" in text
    assert " United States   Ukraine          1       1       0   +1.00   AID 1" in text
    assert "\x1b" not in text


def test_the_json_has_all_measures_and_the_first_of_each_list() -> None:
    told = json.loads(as_json(FOUND, 1))
    assert set(told) == {
        *("counts", "published", "dated", "shares", "sources", "quad_classes", "event_types", "actors", "dyads"),
        "network",
    }
    assert len(told["actors"]) == 1
    assert told["dyads"][0]["types"] == {"AID": 1}


def test_an_empty_graph_is_told() -> None:
    text = "".join(as_text(measures(KnowledgeGraph())))
    assert text.startswith("documents   0\nstatements  0\n")
    assert "no dyads\n" in text
