"""The compiled shapes find what pyshacl finds, whatever is wrong with a graph."""

from __future__ import annotations

from functools import cache

import pyshacl
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.export.conformance import shapes
from kgraph.graph import shacl
from kgraph.graph.constraints import Blank, Node, Tagged, node_of
from kgraph.graph.merge import graph_of
from kgraph.graph.oxigraph_view import to_oxigraph
from kgraph.graph.terms import IRI, KG, XSD, Literal
from kgraph.ontology.files import shipped
from tests.unit.graph.samples import reading

_SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
_TRIPLES = sorted(
    {(node_of(t.subject), node_of(t.predicate), node_of(t.object)) for t in to_oxigraph(graph_of(reading()))}, key=repr
)
_SUBJECTS = sorted({triple[0] for triple in _TRIPLES})
_PREDICATES = sorted({triple[1] for triple in _TRIPLES})
_VALUES = st.sampled_from(
    [
        *sorted({triple[2] for triple in _TRIPLES}, key=repr),
        Blank("_:b"),
        Tagged("Russia", "en"),
        Literal(""),
        Literal("rus"),
        *(Literal(number, XSD + "integer") for number in ("-1", "0", "2000", "x")),
        *(Literal(number, XSD + "decimal") for number in ("-0.5", "1.5", "x")),
        *(Literal(day, XSD + "date") for day in ("2022-02-30", "2021-01-01", "2030-01-01")),
        IRI(KG + "sure"),
    ]
)
_changes = st.lists(st.tuples(st.sampled_from(_SUBJECTS), st.sampled_from(_PREDICATES), _VALUES), max_size=4)


@cache
def _rules() -> tuple[rdflib.Graph, rdflib.Graph]:
    folder = shipped()
    classes = rdflib.Graph()
    for name in ("kgraph.ttl", "events/types.ttl"):
        classes.parse(folder / name)
    wanted = rdflib.Graph()
    for kind in (rdflib.RDFS.subClassOf, rdflib.RDF.type):
        for row in classes.triples((None, kind, None)):
            # The terms of the ontology are no nodes of the graph, and no targets here.
            if kind == rdflib.RDFS.subClassOf or str(row[2]) in {KG + "EventType", KG + "QuadClass"}:
                wanted.add(row)
    return rdflib.Graph().parse(folder / "shapes.ttl"), wanted


def _to_rdflib(node: Node) -> rdflib.term.Identifier:
    if isinstance(node, IRI):
        return rdflib.URIRef(node.value)
    if isinstance(node, Blank):
        return rdflib.BNode(node.value[2:])
    if isinstance(node, Tagged):
        return rdflib.Literal(node.value, lang=node.language)
    assert isinstance(node, Literal)
    plain = node.datatype == XSD + "string"
    return rdflib.Literal(node.value, datatype=None if plain else rdflib.URIRef(node.datatype), normalize=False)


def _by_pyshacl(rows: list[tuple[Node, Node, Node]]) -> set[tuple[str, ...]]:
    rules, classes = _rules()
    data = rdflib.Graph()
    for row in rows:
        data.add(tuple(map(_to_rdflib, row)))  # type: ignore[arg-type]
    _, results, _ = pyshacl.validate(data + classes, shacl_graph=rules)
    assert isinstance(results, rdflib.Graph)
    found = set()
    for result in results.subjects(rdflib.RDF.type, _SH.ValidationResult):
        told = [results.value(result, _SH[name]) for name in ("focusNode", "resultPath", "sourceConstraintComponent")]
        value, message = results.value(result, _SH.value), results.value(result, _SH.resultMessage)
        found.add((*(str(each or "") for each in told), "" if value is None else str(value), str(message)))
    return found


def _by_ours(rows: list[tuple[Node, Node, Node]]) -> set[tuple[str, ...]]:
    described: dict[Node, dict[str, list[Node]]] = {}
    for subject, predicate, value in dict.fromkeys(rows):
        described.setdefault(subject, {}).setdefault(str(predicate.value), []).append(value)
    return {
        (
            str(each.focus.value).removeprefix("_:"),
            each.path,
            "http://www.w3.org/ns/shacl#" + each.component,
            "" if each.value is None else str(each.value.value).removeprefix("_:"),
            each.message,
        )
        for each in shacl.violations(described.items(), shapes())
    }


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, len(_TRIPLES) - 1), max_size=4, unique=True), _changes)
def test_compiled_shapes_find_what_pyshacl_finds(left_out: list[int], added: list[tuple[Node, Node, Node]]) -> None:
    rows = [row for number, row in enumerate(_TRIPLES) if number not in left_out] + added
    assert _by_ours(rows) == _by_pyshacl(rows)


def test_a_good_graph_conforms_to_both() -> None:
    assert _by_ours(_TRIPLES) == _by_pyshacl(_TRIPLES) == set()
