"""What is written: knowledge graphs as files, one module a format, and readings as lists.

All graph formats are named in :mod:`kgraph.export.registry`, with the functions
that make each of their files, piece by piece. Such a function may rely on a
validated graph and leaves the disk to :mod:`kgraph.export.publish`.
:mod:`kgraph.export.tables` has those of tables,
:mod:`kgraph.export.listing` lists readings without the graph.
"""
