"""What is written: knowledge graphs as files, one module a format, and readings as lists.

All graph formats are named in :mod:`kgraph.export.registry`. The module of one
has a function ``write(graph, folder)`` that writes the files that the registry
names for it; it may rely on a validated graph, need not care for what is in
the folder already, and leaves errors of the disk to its caller.
:mod:`kgraph.export.listing` lists readings without the graph.
"""
