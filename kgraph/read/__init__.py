"""Inputs: from paths, folders and standard input to :class:`~kgraph.model.document.Document` records.

One module reads one format; :mod:`~kgraph.read.registry` maps suffixes to
them, and :mod:`~kgraph.read.places` finds the files. A new format is one module
with a ``read(source, defaults)`` function and one line in the registry. What
several formats share: :mod:`~kgraph.read.rows` knows the columns of tables,
:mod:`~kgraph.read.markup` the words of marked-up text, :mod:`~kgraph.read.dates`
the forms of dates. :mod:`~kgraph.read.selection` leaves out what is given twice
or is in another language.

A file that cannot be read never stops a batch: readers yield an
:class:`~kgraph.errors.InputError` in its place and go on.

:mod:`~kgraph.read.graph` reads a graph that was built before.
"""
