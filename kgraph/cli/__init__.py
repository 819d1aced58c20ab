"""The command line: commands, options, messages and exit codes.

=================  ====================================================
module             holds
=================  ====================================================
``commands``       the commands that read and write, and :func:`main`
``dictionary``     the commands for whoever extends the dictionaries
``graphs``         the commands that ask, check and unite built graphs
``graph_reports``  the commands that count and export built graphs
``pictures``       the commands that show a graph: report and figure
``options``        options that several commands share
``intake``         the documents of a run, and the errors of the rest
``sources``        the graphs of a run: read now, or built before
``target``         which files a graph goes to
``output``         standard output, or a file that appears whole
=================  ====================================================

What is heavy (the parser, the graph libraries) is imported inside the
commands, so that ``kgraph --help`` answers at once.
"""

from kgraph.cli.commands import main

__all__ = ["main"]
