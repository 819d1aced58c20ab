"""The commands for whoever extends the dictionaries: what is in them, what is wrong with them, what they lack."""

# As in the other commands: slow imports wait, and a command has one argument an option.
# ruff: noqa: PLC0415, PLR0913, PLR0917

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from kgraph.cli import intake, output
from kgraph.cli.options import debug_option, ontology_option, reading_options
from kgraph.errors import OntologyError
from kgraph.model.finding import Weight
from kgraph.model.statement import Reading
from kgraph.model.vocabulary import Vocabulary
from kgraph.read import registry

_ROWS = 30
_FORMS = ("table", "json", "html")
_PAGES = (".html", ".htm")


@click.command()
@reading_options
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    help="How to tell it; html where FILE ends in .html, else table.",
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

    To an HTML file it writes a page that needs no network: the graph of the actors, filters, a timeline,
    tables, and the sentences behind every relation. For example:

        kgraph report articles/ -o report.html

    Otherwise it lists actors that were not resolved and verbs without a predicate, the most frequent
    first, each with a sentence, so that you know what to add to the ontology. For example:

        kgraph report articles/ --top 20
    """
    if not inputs:
        raise click.UsageError("nothing to read; give files, folders or - for standard input")
    chosen = form or ("html" if file.lower().endswith(_PAGES) else "table")
    if chosen == "html" and top is not None:
        raise click.UsageError("--top goes with the lists; the page shows everything")
    with (
        output.open_text(file) as lines,
        intake.open_run(registry.read(inputs, date), show_progress=True) as run,
    ):
        if run.empty:
            ctx.exit(run.exit_code)
        from kgraph import pipeline

        engine = pipeline.Pipeline(model, own_ontology=ontology)
        lines.writelines(_told(engine.read_all(run.documents), engine.vocabulary, chosen, top))
    ctx.exit(run.exit_code)


def _told(readings: Iterable[Reading], vocabulary: Vocabulary, form: str, top: int | None) -> Iterator[str]:
    """The report on readings in a form, as text in pieces."""
    from kgraph import pipeline
    from kgraph.export import report as reporting
    from kgraph.graph.merge import graph_of

    if form == "html":
        from kgraph.export.html.page import page

        graph = pipeline.build(readings)
        yield page(graph, reporting.report([graph]), vocabulary.event_types)
        return
    found = reporting.report(map(graph_of, readings))
    if form == "json":
        yield reporting.as_json(found, top)
    else:
        yield from reporting.as_text(found, top or _ROWS)


@click.group()
@debug_option
def ontology() -> None:
    """Explains and checks the ontology, with or without files of your own."""


@ontology.command()
@debug_option
@ontology_option
@click.option("--model", metavar="NAME", help="Installed spaCy English pipeline to read the examples with.")
@click.option("--strict", is_flag=True, help="Fail for warnings too.")
@click.pass_context
def check(ctx: click.Context, ontology: Path | None, model: str | None, strict: bool) -> None:
    """Checks the ontology, or what files of your own add to it.

    Tells of broken shapes, shared names and triggers, examples that are not read as they should be, and
    triggers that are in vain: one line each, with the file, the entry, the problem and the remedy. Ends
    with exit code 6 if there is an error. For example:

        kgraph ontology check --ontology my-words/
    """
    from kgraph import checking

    found = checking.check(ontology, model)
    for finding in found.findings:
        click.echo(f"{finding.weight}: {finding}")
    errors = sum(finding.weight is Weight.ERROR for finding in found.findings)
    warnings = len(found.findings) - errors
    click.echo(f"{found.entries} entries checked: {errors} errors, {warnings} warnings", err=True)
    if errors or (strict and warnings):
        ctx.exit(OntologyError.exit_code)


@ontology.command()
@debug_option
@ontology_option
@click.argument("name", nargs=-1, required=True)
def show(name: tuple[str, ...], ontology: Path | None) -> None:
    """Explains an entry: a predicate, an event type, an entity or an office.

    NAME is its label, one of its names or triggers, its local name or its whole IRI. For example:

        kgraph ontology show criticizes

        kgraph ontology show foreign minister of Russia
    """
    from kgraph.export.entry import Context, explained
    from kgraph.ontology import entries
    from kgraph.ontology.load import gathered, load, sources_of

    vocabulary = load(own=ontology)
    found = entries.find(" ".join(name), vocabulary)
    context = Context(vocabulary, gathered(sources_of(own=ontology)))
    click.echo("".join(explained(found, context)), nl=False)
