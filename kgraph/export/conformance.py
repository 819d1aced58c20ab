"""Refuses a graph that breaks the shapes of ``ontology/shapes.ttl``, before anybody gets it as a file."""

from __future__ import annotations

from functools import cache
from itertools import islice

from kgraph.errors import KGraphError
from kgraph.graph import shacl
from kgraph.graph.rdf import resources
from kgraph.graph.terms import IRI
from kgraph.graph.validate import validate
from kgraph.graph.views import Viewed, viewed
from kgraph.model.graph import KnowledgeGraph
from kgraph.ontology.files import CORE, SHAPES, shipped


@cache
def shapes() -> shacl.Shapes:
    """The shapes of graphs, with the classes of the shipped ontology."""
    folder = shipped()
    return shacl.load(folder / SHAPES, [folder / CORE, folder / "events" / "types.ttl"])


def checked(graph: KnowledgeGraph) -> Viewed:
    """A graph that files can be made of, with its views.

    Raises:
        KGraphError: It is faulty, or does not conform to the shapes.
    """
    if isinstance(graph, Viewed):
        return graph
    validate(graph)
    ready = viewed(graph)
    require(ready)
    return ready


def require(graph: KnowledgeGraph) -> None:
    """Makes sure that what is written as RDF conforms to the shapes.

    Raises:
        KGraphError: It does not; names the first node that is wrong, and what is asked for.
    """
    described = ((IRI(resource.iri), resource.properties) for resource in resources(graph))
    for violation in islice(shacl.violations(described, shapes()), 1):
        value = violation.value
        told = "" if value is None or value == violation.focus else f", but has {value.value!r}"
        raise KGraphError(f"the graph cannot be exported: {violation.focus.value}: {violation.message}{told}")
