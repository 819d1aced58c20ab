"""Where a graph goes: the files of a folder, or one file; everything wrong with them is told before the slow work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgraph.cli import output
from kgraph.cli.writing import Writing
from kgraph.errors import UsageError
from kgraph.export.drawing import Drawing
from kgraph.export.in_parts import NOTHING_MORE, Publication, divisible
from kgraph.export.registry import export, export_file, find, format_of, is_file_name
from kgraph.graph.rdf import Profile
from kgraph.graph.rebase import checked_iri
from kgraph.model.graph import KnowledgeGraph

DEFAULT_FORMATS = ("turtle", "graphml", "records")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a graph goes.

    Attributes:
        write: Writes a graph there and tells the files.
        whole: Whether memory holds the whole graph while it is written.
    """

    write: Callable[[KnowledgeGraph], Sequence[Path]]
    whole: bool


def target(writing: Writing) -> Target:
    """Where a graph is to go.

    Raises:
        UsageError: The formats do not fit each other, the place or the profile; the licence is no IRI.
        OutputError: Nothing can be written there.
    """
    place, profile = writing.place, _profile(writing)
    if is_file_name(place) and not Path(place).is_dir():
        if writing.compress:
            raise UsageError(f"{place}: --gzip is for folders; write {place.removesuffix('.gz')}.gz")
        exporter = format_of(place, writing.formats)
        exporter.check(profile)
        output.check_folder(str(Path(place).parent))
        return Target(lambda graph: [export_file(graph, exporter, Path(place), profile)], not exporter.streams)
    wanted = writing.formats or (("turtle",) if profile.rdf12 else DEFAULT_FORMATS)
    exporters = find(wanted)
    for each in exporters:
        each.check(profile)
    output.check_folder(place)
    views = tuple(dict.fromkeys(writing.views))
    drawing = Drawing(views=views, projection=writing.projection, for_gephi=writing.gephi)
    return Target(
        lambda graph: export(graph, wanted, Path(place), profile, drawing=drawing, compress=writing.compress),
        whole=not all(each.streams for each in exporters),
    )


def in_parts(writing: Writing | None) -> Publication:
    """How the machines of a cluster write a graph, each its part; nothing but records where one machine writes it.

    Raises:
        UsageError: A format cannot be written in parts, or cannot hold the profile; the licence is no IRI.
    """
    if writing is None or writing.place:
        return NOTHING_MORE
    how = Publication(tuple(dict.fromkeys(writing.formats)), _profile(writing))
    divisible(how.formats, how.profile)
    return how


def _profile(writing: Writing) -> Profile:
    licence = writing.licence
    return Profile(
        rdf12=writing.profile == "rdf12", licence=None if licence is None else checked_iri(licence, "licence")
    )
