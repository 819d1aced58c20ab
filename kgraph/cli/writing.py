"""The options of every command that writes a graph: where it goes and in which formats."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from kgraph.cli.projection import projection_options, views_option

if TYPE_CHECKING:
    from kgraph.graph.selection import Projection

_OPTIONS = (
    click.option(
        "-o",
        "--output",
        "place",
        metavar="PATH",
        help="Folder for the files, made if missing, or one RDF file such as news.nq or news.ttl.gz.",
    ),
    click.option(
        "--format",
        "formats",
        multiple=True,
        metavar="NAME",
        help="What to write, as often as wanted; see kgraph formats.  "
        "[default: turtle, graphml, records; turtle in rdf12]",
    ),
    click.option(
        "--profile",
        type=click.Choice(["rdf11", "rdf12"]),
        default="rdf11",
        show_default=True,
        help="Version of RDF; in rdf12, statements and claims also reify triple terms.",
    ),
    click.option("--licence", "--license", metavar="IRI", help="Licence to state in the description of the dataset."),
    click.option("--gzip", "compress", is_flag=True, help="Compress each file of the folder."),
    views_option("actors", "statements"),
    projection_options,
    click.option("--gephi", is_flag=True, help="Tell Gephi the kinds of edges in GraphML, against its schema."),
)


class Writing(NamedTuple):
    """Where a graph goes and how, as it was asked for.

    Attributes:
        place: A folder, or a file whose ending tells its format; empty where only formats were asked for.
        formats: Names of the formats; none for the usual ones.
        profile: ``rdf11`` or ``rdf12``.
        licence: IRI of the licence to state.
        compress: Whether to compress the files of a folder.
        views: The views that graph files show.
        gephi: Whether GraphML tells Gephi the kinds of edges.
        projection: What of the graph the graph files show.
    """

    place: str
    formats: tuple[str, ...]
    profile: str
    licence: str | None
    compress: bool
    views: tuple[str, ...]
    gephi: bool
    projection: Projection


def writing_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options, given to the command as one ``writing``."""

    @functools.wraps(command)
    def required(*args: Any, writing: Writing | None, **given: Any) -> None:
        if writing is None or not writing.place:
            raise click.UsageError("Missing option '-o' / '--output'.")
        command(*args, writing=writing, **given)

    return optional_writing_options(required)


def optional_writing_options(command: Callable[..., None]) -> Callable[..., None]:
    """The same for a command that need not write a graph: ``writing`` is missing where neither place nor format is."""

    @functools.wraps(command)
    def collected(*args: Any, **given: Any) -> None:
        chosen = {name: given.pop(name) for name in Writing._fields}
        asked = chosen["place"] is not None or chosen["formats"]
        chosen["place"] = chosen["place"] or ""
        command(*args, writing=Writing(**chosen) if asked else None, **given)

    for decorate in reversed(_OPTIONS):
        collected = decorate(collected)
    return collected
