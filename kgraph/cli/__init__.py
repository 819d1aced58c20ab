"""The command line: commands, options, messages and exit codes.

=================  ===========================================================
module             holds
=================  ===========================================================
``commands``       the commands that read and write, and :func:`main`
``dictionary``     the commands for whoever extends the dictionaries
``graph_reports``  the commands for a graph that was built before
``options``        options that several commands share
``target``         the files that a graph goes to
``intake``         the documents of a run: progress, and the errors of the rest
``output``         where data goes: standard output, or a file that appears whole
=================  ===========================================================

What is heavy (the parser, the graph libraries) is imported inside the
commands, so that ``kgraph --help`` answers at once.
"""

from kgraph.cli.commands import main

__all__ = ["main"]
