"""Nanopublications in TriG, four graphs each."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.export.turtle import trig_of
from kgraph.graph.nanopublications import NP
from kgraph.graph.nanopublications import nanopublications as published
from kgraph.graph.rdf import Profile
from kgraph.graph.terms import prefixes
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import BASE, NANOPUBLICATION


def nanopublications(graph: KnowledgeGraph, profile: Profile) -> Iterator[str]:
    """The pieces of the file; :mod:`kgraph.graph.nanopublications` tells what is in it."""
    own = {"kgnp": graph.base + NANOPUBLICATION.removeprefix(BASE), "np": NP}
    return trig_of(published(graph, profile), dict(sorted({**prefixes(graph.base), **own}.items())))
