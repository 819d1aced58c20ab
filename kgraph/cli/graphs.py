"""The commands for built graphs: ask them, validate them, unite them."""

# As in the other commands: slow imports wait, and a command has one argument an option.
# ruff: noqa: PLC0415, PLR0913, PLR0917

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
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
    r"""Asks a graph.

    QUERY is a name out of the library (--list) or SPARQL 1.1; the usual prefixes need no declaration.
    GRAPH is an RDF file, the folder of a built graph, or a store; by default ./graph. For example:

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
    values = _bound(bound, asked)
    on_screen = place == output.STDOUT and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if on_screen else _WIDTH_OF_FILES
    with _rdf(files or (Path("graph"),)) as places:
        content = run(Request(rdf.find(places), question, values, form, width, iris), timeout)
    with output.open_text(place) as lines:
        lines.write(content.decode())


@contextmanager
def _rdf(places: Sequence[Path], form: str = "ntriples") -> Iterator[list[Path]]:
    """The places of graphs; a store is written as RDF in their stead, to a file that is gone after the block."""
    from kgraph.cli.sources import open_graph
    from kgraph.export.registry import EXPORTERS, export_file
    from kgraph.export.syntaxes import SYNTAXES
    from kgraph.store import is_store

    with TemporaryDirectory(prefix="kgraph-") as folder:
        found: list[Path] = []
        for number, place in enumerate(places):
            if is_store(place):
                path = Path(folder, f"{number}{SYNTAXES[form].endings[0]}")
                with open_graph(place) as graph:
                    found.append(export_file(graph, EXPORTERS[form], path))
            else:
                found.append(place)
        yield found


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


@click.command()
@debug_option
@click.argument("files", nargs=-1, metavar="GRAPH...", type=click.Path(path_type=Path))
@click.option(
    "--shapes", type=click.Path(path_type=Path), metavar="FILE", help="SHACL shapes of your own, in addition."
)
@click.option(
    "--format", "form", type=click.Choice(["text", "turtle"]), default="text", show_default=True, help="How to report."
)
@click.option("-o", "--output", "place", default="-", metavar="FILE", help="Where to write; - is standard output.")
@click.pass_context
def validate(ctx: click.Context, files: tuple[Path, ...], shapes: Path | None, form: str, place: str) -> None:
    """Checks graphs against the shapes of ontology/shapes.ttl.

    GRAPH is an RDF file, the folder of a built graph, or a store; several are checked together, as one graph. Ends with
    exit code 0 if it conforms, 1 if it does not, 2 if that could not be found out. For example:

        kgraph validate graph/
    """
    if not files:
        raise click.UsageError("nothing to validate; give RDF files or folders of built graphs")
    from kgraph.query import files as rdf
    from kgraph.query.validate import as_text, as_turtle
    from kgraph.query.validate import validate as validated

    with _rdf(files) as places:
        report = validated(rdf.find(places), shapes)
    with output.open_text(place) as lines:
        lines.writelines([as_turtle(report).decode()] if form == "turtle" else as_text(report))
    ctx.exit(1 if report.violations else 0)


@click.command()
@debug_option
@click.argument("files", nargs=-1, metavar="GRAPH...", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "place", required=True, metavar="FILE", type=click.Path(path_type=Path), help="Where to write."
)
def merge(files: tuple[Path, ...], place: Path) -> None:
    """Unites built graphs, and foreign RDF that uses the ontology.

    GRAPH is an RDF file, the folder of a built graph, or a store. The ending of FILE tells its syntax; a folder
    gets a graph.ttl. The order of the GRAPHs changes nothing, nor does one that is given twice. Claims, contradictions
    and direct triples are made anew for the union. What the GRAPHs tell differently is reported, and one of it
    kept. For example:

        kgraph merge monday/ tuesday/ notes.ttl -o week.ttl
    """
    if not files:
        raise click.UsageError("nothing to unite; give RDF files or folders of built graphs")
    from kgraph.query import files as rdf
    from kgraph.query.union import unite
    from kgraph.query.validate import require
    from kgraph.query.write import write

    target = place if rdf.is_rdf(place) and not place.is_dir() else place / "graph.ttl"
    output.check_folder(str(target.parent))
    with _rdf(files, "nquads") as places:
        union = unite(rdf.quads(path) for path in rdf.find(places))
    require(union)
    write(union.rows, target)
    for conflict in union.conflicts:
        click.echo(f"kgraph: warning: {conflict}", err=True)
    click.echo(target)
