"""Inputs: from paths, folders and standard input to :class:`~kgraph.model.document.Document` records.

One module reads one format; :mod:`~kgraph.read.registry` maps suffixes to
them and walks the inputs of a run. A new format is one module with a
``read(source, date)`` function and one line in the registry.

A file that cannot be read never stops a batch: readers yield an
:class:`~kgraph.errors.InputError` in its place and go on.

:mod:`~kgraph.read.graph` reads a graph that was built before.
"""
