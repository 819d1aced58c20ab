"""Where a graph goes: the files of a folder, or one file; everything wrong with them is told before the slow work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from kgraph.cli import output
from kgraph.errors import UsageError
from kgraph.export.registry import export, export_file, find, format_of, is_file_name
from kgraph.graph.rdf import Profile
from kgraph.graph.rebase import checked_iri
from kgraph.model.graph import KnowledgeGraph

DEFAULT_FORMATS = ("turtle", "graphml", "records")


def target(
    place: str, formats: Sequence[str], rdf12: bool, licence: str | None, compress: bool
) -> Callable[[KnowledgeGraph], Sequence[Path]]:
    """What writes a graph there and tells the files.

    Args:
        place: A folder, or a file whose ending tells its format.
        formats: Names of the formats that were asked for; none for the usual ones.
        rdf12: Whether in RDF 1.2.
        licence: IRI of the licence to state.
        compress: Whether to compress the files of a folder.

    Raises:
        UsageError: The formats do not fit each other, the place or the profile; the licence is no IRI.
        OutputError: Nothing can be written there.
    """
    profile = Profile(rdf12=rdf12, licence=None if licence is None else checked_iri(licence, "licence"))
    if is_file_name(place) and not Path(place).is_dir():
        if compress:
            raise UsageError(f"{place}: --gzip is for folders; write {place.removesuffix('.gz')}.gz")
        exporter = format_of(place, formats)
        exporter.check(profile)
        output.check_folder(str(Path(place).parent))
        return lambda graph: [export_file(graph, exporter, Path(place), profile)]
    wanted = tuple(formats) or (("turtle",) if rdf12 else DEFAULT_FORMATS)
    for exporter in find(wanted):
        exporter.check(profile)
    output.check_folder(place)
    return lambda graph: export(graph, wanted, Path(place), profile, compress=compress)
