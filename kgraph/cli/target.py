"""Where a graph goes: the files of a folder, or one file; everything wrong with them is told before the slow work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from kgraph.cli import output
from kgraph.cli.writing import Writing
from kgraph.errors import UsageError
from kgraph.export.drawing import Drawing
from kgraph.export.registry import export, export_file, find, format_of, is_file_name
from kgraph.graph.rdf import Profile
from kgraph.graph.rebase import checked_iri
from kgraph.model.graph import KnowledgeGraph

DEFAULT_FORMATS = ("turtle", "graphml", "records")


def target(writing: Writing) -> Callable[[KnowledgeGraph], Sequence[Path]]:
    """What writes a graph where it is to go and tells the files.

    Raises:
        UsageError: The formats do not fit each other, the place or the profile; the licence is no IRI.
        OutputError: Nothing can be written there.
    """
    place, licence = writing.place, writing.licence
    rdf12 = writing.profile == "rdf12"
    profile = Profile(rdf12=rdf12, licence=None if licence is None else checked_iri(licence, "licence"))
    if is_file_name(place) and not Path(place).is_dir():
        if writing.compress:
            raise UsageError(f"{place}: --gzip is for folders; write {place.removesuffix('.gz')}.gz")
        exporter = format_of(place, writing.formats)
        exporter.check(profile)
        output.check_folder(str(Path(place).parent))
        return lambda graph: [export_file(graph, exporter, Path(place), profile)]
    wanted = writing.formats or (("turtle",) if rdf12 else DEFAULT_FORMATS)
    for exporter in find(wanted):
        exporter.check(profile)
    output.check_folder(place)
    views = tuple(dict.fromkeys(writing.views))
    drawing = Drawing(views=views, projection=writing.projection, for_gephi=writing.gephi)
    return lambda graph: export(graph, wanted, Path(place), profile, drawing=drawing, compress=writing.compress)
