"""The commands that show a graph to people: the report and the figure."""

# As in the other commands: slow imports wait, and a command has one argument an option.
# ruff: noqa: PLC0415, PLR0913, PLR0917

from __future__ import annotations

import datetime
import importlib.util
from collections.abc import Iterator
from pathlib import Path

import click

from kgraph.cli import output
from kgraph.cli.options import reading_options
from kgraph.cli.sources import Graphs, Reader, open_graphs
from kgraph.errors import UsageError

_ROWS = 30
_FORMS = ("table", "json", "html")
_PAGES = (".html", ".htm")
_FIGURES = ("svg", "pdf", "png")


@click.command()
@reading_options
@click.option(
    "--format", "form", type=click.Choice(_FORMS), help="How to tell it; html where FILE ends in .html, else table."
)
@click.option(
    "--top", type=click.IntRange(min=1), metavar="N", help=f"The most rows a list; {_ROWS} in the table, all in json."
)
@click.option("-o", "--output", "file", default="-", metavar="FILE", help="Where to write; - is standard output.")
@click.pass_context
def report(
    ctx: click.Context,
    inputs: tuple[str, ...],
    form: str | None,
    top: int | None,
    file: str,
    date: datetime.date | None,
    model: str | None,
    ontology: Path | None,
) -> None:
    """Shows what all INPUTs say, or lists what the dictionaries lack for them.

    An INPUT can also be the folder of a graph that kgraph build wrote. To an HTML file it writes a page
    that needs no network: the graph of the actors, filters, a timeline, tables, and the sentences behind
    every relation. For example:

        kgraph report articles/ -o report.html

    Otherwise it lists actors that were not resolved and verbs without a predicate, the most frequent
    first, each with a sentence, so that you know what to add to the ontology. For example:

        kgraph report articles/ --top 20
    """
    chosen = form or ("html" if file.lower().endswith(_PAGES) else "table")
    if chosen == "html" and top is not None:
        raise click.UsageError("--top goes with the lists; the page shows everything")
    with output.open_text(file) as lines, open_graphs(inputs, Reader(date, model, ontology)) as graphs:
        if graphs.empty:
            ctx.exit(graphs.exit_code)
        lines.writelines(_told(graphs, chosen, top))
    ctx.exit(graphs.exit_code)


def _told(graphs: Graphs, form: str, top: int | None) -> Iterator[str]:
    """The report in a form, as text in pieces."""
    from kgraph.export import report as reporting

    if form == "html":
        from kgraph.export.html.page import page
        from kgraph.graph.merge import merge

        graph = merge(graphs)
        yield page(graph, reporting.report([graph]))
        return
    found = reporting.report(graphs)
    if form == "json":
        yield reporting.as_json(found, top)
    else:
        yield from reporting.as_text(found, top or _ROWS)


@click.command()
@reading_options
@click.option(
    "-o", "--output", "file", required=True, metavar="FILE", help="Where to write; its ending tells the format."
)
@click.option(
    "--top", type=click.IntRange(min=2, max=400), default=40, show_default=True, metavar="N", help="The most actors."
)
@click.option(
    "--width",
    type=click.FloatRange(min=2, max=40),
    default=7.0,
    show_default=True,
    metavar="INCHES",
    help="Width of the figure; 3.4 fits a column.",
)
@click.pass_context
def plot(
    ctx: click.Context,
    inputs: tuple[str, ...],
    file: str,
    top: int,
    width: float,
    date: datetime.date | None,
    model: str | None,
    ontology: Path | None,
) -> None:
    """Draws who acts on whom, for a paper: SVG, PDF or PNG.

    An INPUT can also be the folder of a graph that kgraph build wrote. Needs matplotlib, which
    pip install "kgraph[plot]" brings. For example:

        kgraph plot graph/ -o figure.svg --top 25 --width 3.4
    """
    form = Path(file).suffix.lower().removeprefix(".")
    if form not in _FIGURES:
        raise UsageError(
            f"{file}: no format of figures; end the name with {', '.join(f'.{each}' for each in _FIGURES)}"
        )
    if importlib.util.find_spec("matplotlib") is None:
        raise UsageError('figures need matplotlib, which is not installed; run: pip install "kgraph[plot]"')
    with output.open_binary(file) as target, open_graphs(inputs, Reader(date, model, ontology)) as graphs:
        if graphs.empty:
            ctx.exit(graphs.exit_code)
        from kgraph.export.plot import plot as draw
        from kgraph.graph.merge import merge

        draw(merge(graphs), target, form, top, width)
    ctx.exit(graphs.exit_code)
