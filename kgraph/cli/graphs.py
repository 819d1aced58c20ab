"""The commands for built graphs: ask them, validate them, unite them."""

# As in the other commands: slow imports wait, and a command has one argument an option.
# ruff: noqa: PLC0415, PLR0913, PLR0917

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgraph.cli import output
from kgraph.cli.options import debug_option
from kgraph.errors import GraphError, UsageError

if TYPE_CHECKING:
    from kgraph.query.library import NamedQuery

_FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle", "ntriples")
_WIDTH_OF_FILES = 120
_SECONDS = 60.0

_files = click.argument("files", nargs=-1, metavar="[GRAPH]...", type=click.Path(path_type=Path))


@click.command()
@debug_option
@click.argument("query", required=False)
@_files
@click.option("-f", "--file", type=click.Path(path_type=Path), metavar="FILE.rq", help="Read the query from a file.")
@click.option(
    "--bind", "bound", multiple=True, metavar="NAME=VALUE", help="Bind a variable to one value, as often as wanted."
)
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), help="How to write the results; by default a table, or Turtle."
)
@click.option("--iris", is_flag=True, help="Show prefixed IRIs in the table, not names.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=_SECONDS,
    show_default=True,
    metavar="SECONDS",
    help="How long the query may take once the graph is read.",
)
@click.option("-o", "--output", "place", default="-", metavar="FILE", help="Where to write; - is standard output.")
@click.option("--list", "listed", is_flag=True, help="List the queries of the library with what can be bound.")
def query(
    query: str | None,
    files: tuple[Path, ...],
    file: Path | None,
    bound: tuple[str, ...],
    form: str | None,
    iris: bool,
    timeout: float,
    place: str,
    listed: bool,
) -> None:
    """Asks a graph.

    QUERY is a name out of the library (--list) or SPARQL 1.1; the usual prefixes need no declaration.
    GRAPH is an RDF file or the folder of a built graph, by default ./graph. For example:

    \b
        kgraph query who-criticises-whom graph/
        kgraph query timeline-of-an-actor graph/ --bind actor=Russia
        kgraph query "SELECT ?who ?whom { ?who kg:criticizes ?whom }" graph/

    A VALUE is an IRI, a prefixed name, or a name that somebody has in the graph; where the query says so, a
    day, a number or a word. Named graphs are asked as one. SERVICE, FROM and updates are refused. Rows are
    sorted where the query does not say how. Ends with exit code 7 when the time is over.
    """
    if listed:
        _list()
        return
    if file is not None:
        files, query = ((Path(query), *files) if query is not None else files), _text(file)
    if query is None:
        raise click.UsageError("nothing to ask; give SPARQL, -f FILE.rq or a name out of kgraph query --list")
    from kgraph.query import files as rdf
    from kgraph.query import library
    from kgraph.query.guard import QueryError, checked
    from kgraph.query.run import Request, run

    name = str(file) if file is not None else "query"
    asked = library.read(name, query) if file is not None or not _is_name(query) else library.find(query)
    try:
        question = checked(asked.text, asked.name)
    except QueryError as error:
        click.echo(error.excerpt, err=True)
        raise
    found = rdf.find(files or (Path("graph"),))
    on_screen = place == output.STDOUT and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if on_screen else _WIDTH_OF_FILES
    content = run(Request(found, question, _bound(bound, asked), form, width, iris), timeout)
    with output.open_text(place) as lines:
        lines.write(content.decode())


def _is_name(query: str) -> bool:
    return "{" not in query and not query.strip().count(" ")


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise GraphError(f"{file}: cannot be read: {reason}; give a file with SPARQL") from error


def _bound(bound: tuple[str, ...], asked: NamedQuery) -> dict[str, tuple[str, str]]:
    """The words for each parameter, with its kind."""
    values: dict[str, tuple[str, str]] = {}
    known = [parameter.name for parameter in asked.parameters]
    for each in bound:
        name, equals, words = each.partition("=")
        if not equals or not name.isidentifier() or not words:
            raise UsageError(f"--bind {each}: write NAME=VALUE, as in --bind actor=Russia")
        if known and name not in known:
            raise UsageError(f"--bind {each}: {asked.name} has no {name!r}; it has: {', '.join(known)}")
        values[name] = words, asked.kind(name)
    return values


def _list() -> None:
    from kgraph.query.library import library

    for named in library().values():
        click.echo(f"{named.name}\n    {named.description}")
        for parameter in named.parameters:
            click.echo(f"    --bind {parameter.name}=…  ({parameter.kind}) {parameter.description}")
