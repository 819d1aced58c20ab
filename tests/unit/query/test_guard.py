from __future__ import annotations

import re

import pytest

from kgraph.errors import GraphError
from kgraph.query.guard import QueryError, checked


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("SELCT ?s { ?s ?p ?o }", "line 1, column 1", "unexpected SELCT"),
        ("SELECT ?s {\n ?s kg:sends ?o ; kgz:b 3 }", "line 2, column 19", "unexpected kgz:b"),
        ("SELECT ?s {\n ?s ?p ?o .\n FILTER(?o > )\n}", "line 3, column 14", "unexpected )"),
        ("SELECT ?s { ?s ?p ?o ", "line 1, column 22", "ends too early"),
        ("", "line 1, column 1", "ends too early"),
    ],
)
def test_an_error_tells_its_place(text: str, place: str, word: str) -> None:
    with pytest.raises(QueryError, match=re.escape(word)) as caught:
        checked(text)
    assert place in str(caught.value)
    column = int(place.rpartition(" ")[2])
    assert caught.value.excerpt.splitlines()[-1] == " " * (column - 1) + "^"


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
        "SELECT * { service silent ?where { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://localhost:1/> { ?s ?p ?o } } }",
        "SELECT * { { SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } } } }",
        "SELECT * { \\u0053ERVICE <http://localhost:1/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://localhost:1/> { ?s ?p ?o } ~ }",
    ],
)
def test_service_is_refused_however_it_is_spelt(text: str) -> None:
    with pytest.raises(GraphError, match="SERVICE"):
        checked(text)


def test_service_as_a_word_is_none() -> None:
    assert checked('SELECT ?service { ?service rdfs:label "SERVICE" } # SERVICE <http://localhost/>')


@pytest.mark.parametrize("clause", ["FROM <http://localhost:1/>", "FROM NAMED <file:///etc/passwd>"])
def test_from_is_refused(clause: str) -> None:
    with pytest.raises(GraphError, match="FROM is not allowed"):
        checked(f"SELECT * {clause} {{ ?s ?p ?o }}")


@pytest.mark.parametrize(
    "text", ["INSERT DATA { <a:a> <a:b> <a:c> }", "# hello\nPREFIX a: <a:> DELETE WHERE { ?s ?p ?o }", "DROP ALL"]
)
def test_updates_are_refused(text: str) -> None:
    with pytest.raises(GraphError, match="is an update"):
        checked(text)


def test_the_order_of_a_query_is_seen() -> None:
    assert checked("SELECT DISTINCT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 3").ordered
    assert not checked("SELECT ?s { { SELECT ?s { ?s ?p ?o } ORDER BY ?s } }").ordered


def test_a_variable_that_is_not_grouped_is_told() -> None:
    with pytest.raises(QueryError, match="not in GROUP BY"):
        checked("SELECT ?o (COUNT(?s) AS ?n) { ?s ?p ?o } GROUP BY ?p")
