"""Options and arguments that several commands share."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import click

DEBUG = "kgraph.debug"


def _debug(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        ctx.meta[DEBUG] = True


def iso_date(_ctx: click.Context, _option: click.Parameter, value: str | None) -> datetime.date | None:
    """The day that an option names."""
    try:
        return datetime.date.fromisoformat(value) if value is not None else None
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date; write it as 2022-06-01") from error


debug_option = click.option(
    "--debug", is_flag=True, expose_value=False, callback=_debug, help="Show the trace of an error."
)

ontology_option = click.option(
    "--ontology",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder with Turtle files of your own, laid over the shipped ontology.",
)


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments and options of every command that reads documents."""
    for decorate in (
        debug_option,
        ontology_option,
        click.option("--model", metavar="NAME", help="Installed spaCy English pipeline to read with."),
        click.option(
            "--date",
            metavar="2022-06-01",
            callback=iso_date,
            help='Date of publication of documents that bring none; "Wednesday" is resolved against it.',
        ),
        click.argument("inputs", nargs=-1, metavar="INPUT..."),
    ):
        command = decorate(command)
    return command


def store_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of a command that keeps what it read."""
    for decorate in (
        click.option("--log-json", is_flag=True, help="Tell errors and progress as JSON, one object a line."),
        click.option("--retry", is_flag=True, help="Try the documents again that the store has set aside."),
        click.option("--keep", is_flag=True, help="Keep documents in the store that are not among the INPUTs."),
        click.option(
            "--store",
            metavar="FILE",
            type=click.Path(path_type=Path),
            help="File that keeps what was read, so that nothing is read twice; made if missing.",
        ),
    ):
        command = decorate(command)
    return command
