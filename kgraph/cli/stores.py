"""The commands for a store: what is in it, whether it is whole, and its size."""

# As in the other commands: slow imports wait.
# ruff: noqa: PLC0415

from __future__ import annotations

import csv
import dataclasses
import json
from pathlib import Path

import click

from kgraph.cli import output
from kgraph.cli.options import debug_option
from kgraph.errors import StoreError

_RUNS = 5

_store_argument = click.argument("file", metavar="STORE", type=click.Path(path_type=Path))


@click.group()
@debug_option
def store() -> None:
    """Tells what is in a STORE that kgraph build --store made, lists its edges, checks it, and makes it small."""


@store.command()
@debug_option
@_store_argument
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to tell it."
)
def info(file: Path, form: str) -> None:
    """Tells what is in a STORE.

    Its documents, those still to be read and those set aside with the reason, and the last runs.
    """
    from kgraph.store import Store

    with Store.to_read(file) as opened:
        found = opened.info()
    with output.open_text(output.STDOUT) as lines:
        if form == "json":
            fields = {**dataclasses.asdict(found), "runs": [run._asdict() for run in found.runs]}
            lines.write(json.dumps(fields, indent=2) + "\n")
            return
        lines.write(f"{file}: {found.documents:,} documents, {found.words:,} words, {found.bytes / 1e6:,.1f} MB\n")
        lines.write(f"still to be read: {found.unread:,}\n")
        if found.own_ontology is not None:
            lines.write(f"read with the ontology of {found.own_ontology}\n")
        lines.write(f"set aside: {len(found.aside):,}\n")
        lines.writelines(f"  {each.id}: {each.reason} (tried in {each.tries} runs)\n" for each in found.aside)
        lines.write(f"runs: {len(found.runs):,}\n")
        for run in found.runs[-_RUNS:]:
            lines.write(
                f"  {run.began} UTC, {run.program}: {run.added:,} added, {run.forgotten:,} forgotten, "
                f"{run.read:,} read, {run.set_aside:,} set aside{'' if run.ended else ', interrupted'}\n"
            )


@store.command()
@debug_option
@_store_argument
@click.option("-o", "--output", "place", default="-", metavar="FILE", help="Where to write; - is standard output.")
def edges(file: Path, place: str) -> None:
    """Lists who does what to whom in a STORE, as CSV.

    The edges between entities that writers affirm as facts: subject, predicate and object as IRIs, how many
    statements of how many documents affirm each, and their first and last date; the best attested first. They
    are merged without a look at the texts, in seconds for a million statements.
    """
    from kgraph import corpus
    from kgraph.store import Store
    from kgraph.store.edges import Edge

    with Store.to_read(file) as opened, output.open_text(place) as lines:
        rows = csv.writer(lines, lineterminator="\n")
        rows.writerow(Edge._fields)
        rows.writerows(corpus.edges(opened))


@store.command()
@debug_option
@_store_argument
@click.pass_context
def verify(ctx: click.Context, file: Path) -> None:
    """Checks that a STORE is whole.

    The structure of the file, that each document and each output is what was written, and that each can be
    read. Prints what is wrong, one line each; then the exit code is 8.
    """
    from kgraph.store.verify import verify as check

    problems = 0
    for problem in check(file):
        problems += 1
        click.echo(f"{file}: {problem}")
    if problems:
        ctx.exit(StoreError.exit_code)
    click.echo(f"{file}: whole")


@store.command()
@debug_option
@_store_argument
def vacuum(file: Path) -> None:
    """Gives the space back that forgotten documents took."""
    from kgraph.store import Store

    if not file.is_file():
        raise StoreError(f"{file}: there is no such file; check the path")
    before = file.stat().st_size
    with Store.to_write(file) as opened:
        opened.vacuum()
    click.echo(f"{file}: {before / 1e6:,.1f} MB, now {file.stat().st_size / 1e6:,.1f} MB")
