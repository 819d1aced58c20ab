"""The commands for whoever extends the dictionaries: what is in them, what is wrong with them."""

# As in the other commands, slow imports wait.
# ruff: noqa: PLC0415

from __future__ import annotations

from pathlib import Path

import click

from kgraph.cli import output
from kgraph.cli.options import debug_option, ontology_option
from kgraph.errors import OntologyError
from kgraph.model.finding import Weight


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


@ontology.command()
@debug_option
@ontology_option
@click.option(
    "-o", "--output", "folder", required=True, metavar="DIR", help="Folder to write to; made if it is missing."
)
def publish(ontology: Path | None, folder: str) -> None:
    """Writes the ontology as Turtle, RDF/XML, JSON-LD and one page of HTML.

    The page explains every class, property, event type and predicate with its triggers and examples, each
    under the local name of its IRI. Known entities are not published, only counted. For example:

        kgraph ontology publish -o site/
    """
    output.check_folder(folder)
    from kgraph.export.publication import files

    for path in files.publish(Path(folder), ontology):
        click.echo(path)
