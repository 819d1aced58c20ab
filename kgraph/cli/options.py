"""Options and arguments that several commands share."""

from __future__ import annotations

import dataclasses
import datetime
import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from kgraph.errors import InputError
from kgraph.model.document import Document
from kgraph.read import registry
from kgraph.read.source import Columns

DEBUG = "kgraph.debug"


@dataclass
class Manner:
    """How a command tells what went wrong; whoever starts it hands one over to learn it.

    Attributes:
        json: Whether as JSON.
    """

    json: bool = False


def _log_json(ctx: click.Context, _option: click.Parameter, wanted: bool) -> bool:
    if wanted and (manner := ctx.find_object(Manner)):
        manner.json = True
    return wanted


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


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a command is to read, and how.

    Attributes:
        paths: The INPUTs.
        columns: Which columns of tables hold what.
        input_format: The format of all inputs; ``None`` to tell it from their endings.
        any_language: Whether to read other languages than English.
    """

    paths: tuple[str, ...]
    columns: Columns
    input_format: str | None
    any_language: bool

    def read(self, date: datetime.date | None) -> Iterator[Document | InputError]:
        """Every document, or an error in its place; see :func:`kgraph.read.registry.read`."""
        return registry.read(self.paths, date, self.columns, self.input_format)


_FIELDS = tuple(field.name for field in dataclasses.fields(Columns))


def _gathered(command: Callable[..., None]) -> Callable[..., None]:
    """The command, with all that says what to read as one argument ``inputs``."""

    @functools.wraps(command)
    def gathered(
        *args: Any, inputs: tuple[str, ...], input_format: str | None, any_language: bool, **rest: Any
    ) -> None:
        columns = Columns(**{name: rest.pop(f"{name}_column") for name in _FIELDS})
        command(*args, inputs=Inputs(inputs, columns, input_format, any_language), **rest)

    return gathered


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments and options of every command that reads documents."""
    decorators: tuple[Callable[[Callable[..., None]], Callable[..., None]], ...] = (
        _gathered,
        *(
            click.option(f"--{name}-column", metavar="NAME", help=f"Column or JSON key of the {name}, if not guessed.")
            for name in reversed(_FIELDS)
        ),
        click.option("--any-language", is_flag=True, help="Read documents that are not in English too."),
        click.option(
            "--input-format",
            type=click.Choice(list(registry.FORMATS)),
            metavar="NAME",
            help="Format of all INPUTs, whatever their endings; see kgraph formats.",
        ),
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
    )
    for decorate in decorators:
        command = decorate(command)
    return command


def store_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of a command that keeps what it read."""
    for decorate in (
        click.option(
            "--log-json", is_flag=True, callback=_log_json, help="Tell errors and progress as JSON, one object a line."
        ),
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
