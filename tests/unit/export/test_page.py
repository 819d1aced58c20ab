"""The report's file: what its policy allows, what is escaped, how the graph is packed."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.export.html import page as paging
from kgraph.export.html.page import embedded, page
from kgraph.export.html.payload import payload, standing
from kgraph.export.report import report
from kgraph.graph.merge import graph_of, merge
from kgraph.model.graph import KnowledgeGraph
from tests.browser.graphs import hostile, large, pair
from tests.properties.strategies import readings
from tests.unit.graph.samples import ATTACK, CRITICIZED, SENT, TEXT, reading

ROOM = Path(paging.__file__).parent


def written(graph: KnowledgeGraph) -> str:
    return page(graph, report([graph]))


def packed(graph: KnowledgeGraph) -> dict[str, Any]:
    """The data of a page as its script gets it."""
    found = re.findall(r'<script type="application/json" id="data">([^<]*)</script>', written(graph))
    assert len(found) == 1
    data: dict[str, Any] = json.loads(found[0])
    return data


def elements(text: str, name: str) -> list[str]:
    """What stands in the elements of a name that have no attribute."""
    return re.findall(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)


@pytest.mark.parametrize("graph", [pair(), hostile(), KnowledgeGraph()], ids=["pair", "hostile", "empty"])
def test_the_policy_allows_the_scripts_of_the_page_alone(graph: KnowledgeGraph) -> None:
    text = written(graph)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    assert rules["default-src"] == "'none'"
    for rule, name in (("script-src", "script"), ("style-src", "style")):
        digests = [hashlib.sha256(content.encode()).digest() for content in elements(text, name)]
        assert rules[rule].split() == [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
    assert len(re.findall("<script", text)) == 3


def test_nothing_in_the_page_ends_a_script_or_style_early() -> None:
    for name in ("vendor.js", "app.js", "page.css"):
        content = (ROOM / name).read_text("utf-8")
        assert not re.search(r"</(script|style)|<!--", content, re.IGNORECASE)


@pytest.mark.parametrize(
    ("script", "sources"),
    [("vendor", ["bundle/vendor.mjs", "bundle/package-lock.json"]), ("app", sorted((ROOM / "app").glob("*.js")))],
)
def test_the_scripts_are_built_from_their_sources(script: str, sources: list[str | Path]) -> None:
    content = b"".join((ROOM / source).read_bytes() for source in sources)
    head = (ROOM / f"{script}.js").read_text("utf-8").split("\n", 1)[0]
    assert hashlib.sha256(content).hexdigest() in head, "run: npm ci --ignore-scripts && npm run build, in html/bundle"


def test_the_vendored_code_brings_its_licences_and_no_registry() -> None:
    vendor = (ROOM / "vendor.js").read_text("utf-8")
    for name in ("sigma 3", "graphology 0", "graphology-layout-forceatlas2 0", "graphology-utils 2", "events 3"):
        assert f"\n{name}." in vendor
    assert vendor.count("Permission is hereby granted") == 5
    assert "resolved" not in (ROOM / "bundle/package-lock.json").read_text("utf-8")


@given(st.text(alphabet=st.characters()))
def test_any_text_comes_back_out_of_the_page(text: str) -> None:
    told = embedded({"text": text})
    assert "<" not in told
    told.encode()
    assert json.loads(told)["text"] == text


@given(st.lists(readings(), max_size=3))
def test_any_graph_is_packed_the_same_in_any_order(several: list[Any]) -> None:
    graph = merge(map(graph_of, several))
    data = json.loads(embedded(payload(graph, report([graph]))))
    assert len(data["statements"]) == len(graph.evidence)
    assert written(graph) == written(merge(map(graph_of, reversed(several))))


def test_marks_count_utf16_units_as_scripts_do() -> None:
    data = packed(pair())
    rows = [row for row in data["statements"] if data["predicates"][row[1]] == "accused"]
    ((sentence, marks),) = [(data["sentences"][row[0]][1], row[5]) for row in rows]
    units = sentence.encode("utf-16-le")
    cut = [units[2 * start : 2 * end].decode("utf-16-le") for start, end in zip(marks[::2], marks[1::2], strict=True)]
    assert cut == ["accused", "Russia", "Poland"]


def test_what_repeats_stands_once() -> None:
    data = packed(graph_of(reading()))
    assert [words for _, words in data["sentences"]] == [TEXT]
    assert len(data["documents"]) == 1
    assert [entity[0] for entity in data["entities"]].count("Russia") == 1


def test_a_recipient_makes_a_pair_beside_the_object() -> None:
    data = packed(graph_of(reading(SENT)))
    names = [entity[0] for entity in data["entities"]]
    (row,) = data["statements"]
    assert sorted((names[s], names[t]) for s, t in zip(row[8][::2], row[8][1::2], strict=True)) == [
        ("United States", "Ukraine"),
        ("United States", "rockets"),
    ]


def test_how_far_a_statement_stands() -> None:
    denied = replace(ATTACK, factuality=replace(CRITICIZED.factuality, negated=True))
    claimed = replace(ATTACK, factuality=CRITICIZED.factuality)
    assert [standing(each) for each in (CRITICIZED, claimed, denied, ATTACK)] == ["fact", "claimed", "denied", "open"]


def test_only_links_to_the_web_are_kept() -> None:
    data = packed(pair())
    assert sorted(document[3] for document in data["documents"]) == ["", "https://example.org/a"]
    (document,) = packed(graph_of(reading()))["documents"]
    assert document[3] == "", "a link with a space is none"


def test_ten_thousand_statements_stay_small() -> None:
    plain = len(written(KnowledgeGraph()))
    assert len(written(large(1_000, 10_000))) - plain < 1_500_000
