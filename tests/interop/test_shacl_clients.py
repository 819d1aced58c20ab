"""Validators of SHACL: Jena finds in a graph what pyshacl finds."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from pyshacl import validate

from kgraph.graph.oxigraph_view import to_oxigraph
from kgraph.model.identifiers import ONTOLOGY
from tests.interop.awkward import awkward_graph
from tests.interop.clients import jena
from tests.interop.clients.client import run

ONTOLOGY_FOLDER = Path(__file__).parents[2] / "ontology"
SHAPES = ONTOLOGY_FOLDER / "shapes.ttl"
CLASSES = (ONTOLOGY_FOLDER / "kgraph.ttl", ONTOLOGY_FOLDER / "events" / "types.ttl")

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")

requires_jena = pytest.mark.skipif(
    jena.missing() is not None and os.environ.get("KGRAPH_ALL_CLIENTS") != "1", reason=f"lacks {jena.missing()}"
)


def graph() -> set[ox.Triple]:
    """What is validated: a graph, and the classes above its classes."""
    classes = {quad.triple for path in CLASSES for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE)}
    return set(to_oxigraph(awkward_graph())) | classes


WRONG = {
    ONTOLOGY + "sentence": None,
    ONTOLOGY + "certainty": ox.NamedNode(ONTOLOGY + "ACCUSE"),
    ONTOLOGY + "firstDate": ox.Literal("some day"),
    ONTOLOGY + "begin": ox.Literal(99_999),
}
"""By property: no value, one of the wrong class, of the wrong datatype, in the wrong order."""


def broken() -> set[ox.Triple]:
    """The same with wrong values."""
    right = {triple for triple in graph() if triple.predicate.value not in WRONG}
    return right | {
        ox.Triple(triple.subject, triple.predicate, wrong)
        for triple in graph() - right
        if (wrong := WRONG[triple.predicate.value]) is not None
    }


def faults(report: rdflib.Graph) -> set[tuple[str, ...]]:
    """Where a report finds which constraint broken."""
    return {
        tuple(str(report.value(result, SH[name])) for name in ("focusNode", "resultPath", "sourceConstraintComponent"))
        for result in report.objects(predicate=SH.result)
    }


@requires_jena
@pytest.mark.parametrize(("make", "conforms"), [(graph, True), (broken, False)], ids=["good", "broken"])
def test_jena_and_pyshacl_agree(make: Callable[[], set[ox.Triple]], conforms: bool, tmp_path: Path) -> None:
    data = tmp_path / "data.nt"
    with data.open("wb") as file:
        ox.serialize(make(), output=file, format=ox.RdfFormat.N_TRIPLES)

    told, ours, _text = validate(rdflib.Graph().parse(data), shacl_graph=rdflib.Graph().parse(SHAPES))
    assert told is conforms
    assert isinstance(ours, rdflib.Graph)

    report = run([*jena.command("shacl.shacl"), "validate", "--shapes", str(SHAPES), "--data", str(data)])
    theirs = rdflib.Graph().parse(data=report, format="turtle")
    assert (None, SH.conforms, rdflib.Literal(conforms)) in theirs
    assert faults(theirs) == faults(ours)
    assert bool(faults(ours)) is not conforms
