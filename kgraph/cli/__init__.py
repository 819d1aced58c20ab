"""The command line: commands, options, messages and exit codes.

=================  ====================================================
What is heavy (the parser, the graph libraries) is imported inside the
commands, so that ``kgraph --help`` answers at once.
"""

from kgraph.cli.commands import main

__all__ = ["main"]
