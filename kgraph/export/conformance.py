"""Refuses a graph that breaks the shapes of ``ontology/shapes.ttl``, before anybody gets it as a file."""

from __future__ import annotations

from functools import cache
from itertools import islice

from kgraph.errors import KGraphError
from kgraph.graph import shacl
from kgraph.graph.rdf import triples
from kgraph.model.graph import KnowledgeGraph
from kgraph.ontology.files import CORE, SHAPES, shipped


@cache
def shapes() -> shacl.Shapes:
    """The shapes of graphs, with the classes of the shipped ontology."""
    folder = shipped()
    return shacl.load(folder / SHAPES, [folder / CORE, folder / "events" / "types.ttl"])


def require(graph: KnowledgeGraph) -> None:
    """Makes sure that what is written as RDF conforms to the shapes.

    Raises:
        KGraphError: It does not; names the first node that is wrong, and what is asked for.
    """
    for violation in islice(shacl.violations(shacl.descriptions(triples(graph)), shapes()), 1):
        value = "" if violation.value in {None, violation.focus} else f", but has {violation.value.value!r}"  # type: ignore[union-attr]
        raise KGraphError(f"the graph cannot be exported: {violation.focus.value}: {violation.message}{value}")
