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
"""

__version__ = "0.1.0"
