"""kgraph reads political news and builds a knowledge graph of statements.

The flow is one-way, one package a stage::

    read     files           -> Document
    parse    Document        -> ParsedDocument
    extract  ParsedDocument  -> Reading (statements, mentions)
    resolve  Reading         -> Reading (mentions linked, entities)
    events   Reading         -> Reading (political acts coded)
    graph    Readings        -> KnowledgeGraph, its RDF and networkx views
    export   KnowledgeGraph  -> files

Stages exchange the records of :mod:`kgraph.model` and never import each
other; :mod:`kgraph.pipeline` alone knows their order.

In Python, :func:`kgraph.build` reads documents and :func:`kgraph.load` a graph
that was built before; both give a :class:`kgraph.Graph`::

    kgraph.load("graph/").to_networkx(view="actors")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kgraph.api import Graph, build, load

__all__ = ["Graph", "__version__", "build", "load"]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Imports the API when it is first asked for, so that ``import kgraph`` costs nothing."""
    if name not in {"Graph", "build", "load"}:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib  # noqa: PLC0415

    return getattr(importlib.import_module("kgraph.api"), name)
