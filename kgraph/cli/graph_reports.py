"""The commands for a graph that was built before: what is in it, and the same in further formats."""

# As in the other commands: slow imports wait, and a command has one argument an option.
# ruff: noqa: PLC0415

from __future__ import annotations

from pathlib import Path

import click

from kgraph.cli import output
from kgraph.cli.options import debug_option
from kgraph.cli.writing import Writing, writing_options

_ROWS = 15

_graph_argument = click.argument("graph", metavar="GRAPH", type=click.Path(path_type=Path))


@click.command()
@debug_option
@_graph_argument
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to tell it."
)
@click.option(
    "--top", type=click.IntRange(min=1), metavar="N", help=f"The most rows a list; {_ROWS} in the text, else all."
)
@click.option("-o", "--output", "file", default="-", metavar="FILE", help="Where to write; - is standard output.")
def stats(graph: Path, form: str, top: int | None, file: str) -> None:
    """Tells what is in a GRAPH.

    GRAPH is a folder that kgraph build wrote, the file graph.jsonl in it, or a store. Counts, dates and sources, the
    most active actors and dyads with their mix of events and net cooperation (from -1, all conflict, to +1),
    the density and components of the network of actors, and the shares of what is unresolved, attributed,
    negated and to come. For example:

        kgraph stats graph/ --top 20
    """
    from kgraph import api
    from kgraph.export import stats as telling

    with output.open_text(file) as lines:
        found = api.load(graph).measures()
        if form == "json":
            lines.write(telling.as_json(found, top))
        else:
            lines.writelines(telling.as_text(found, top or _ROWS))


@click.command()
@debug_option
@_graph_argument
@writing_options
def export(graph: Path, writing: Writing) -> None:
    """Writes a GRAPH in further formats.

    The articles are not read again: GRAPH is a folder that kgraph build wrote, the file graph.jsonl in it, or a store.
    Prints the paths of the files written. For example:

        kgraph export graph/ --format csv --format parquet -o tables/

        kgraph export graph/ -o news.nq.gz
    """
    from kgraph.cli.sources import open_graph
    from kgraph.cli.target import target
    from kgraph.export.registry import is_file_name

    if not writing.formats and not is_file_name(writing.place):
        raise click.UsageError("say what to write: --format NAME, or an output with the ending of a format")
    where = target(writing)
    with open_graph(graph, whole=where.whole) as found:
        for path in where.write(found):
            click.echo(path)
