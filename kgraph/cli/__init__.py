"""The command line: commands, options, messages and exit codes.

=================  ===========================================================
module             holds
=================  ===========================================================
``commands``       the commands that read and write, and :func:`main`
``graphs``         the commands for graphs as RDF: query, validate, merge
``graph_reports``  the commands for graphs as records: export, stats
``pictures``       the commands that show a graph: report and figure
``writing``        the options of every command that writes a graph
``stores``         the commands for a store: info, verify, vacuum
``building``       the run of build: what is taken in, read, kept and forgotten
``progress``       how such a run goes, told on standard error
``interrupts``     the system's order to end
``target``         the files that a graph goes to
``dictionary``     the commands for whoever extends the dictionaries
``engines``        who reads: processes of this machine or a cluster
``options``        options that several commands share
``projection``     options of what is shown of a graph
``intake``         the documents of a run: progress, and the errors of the rest
``sources``        the graphs of a run: read now, or built before
``output``         where data goes: standard output, or a file that appears whole
=================  ===========================================================

What is heavy (the parser, the graph libraries) is imported inside the
commands, so that ``kgraph --help`` answers at once.
"""

from kgraph.cli.commands import main

__all__ = ["main"]
