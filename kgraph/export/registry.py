"""The formats that a graph can be written in, and how files are published.

A new format is one module beside this one and one line in :data:`EXPORTERS`.
A format's module is loaded when the format is used, so that listing the
formats costs no import of a graph library.
"""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from kgraph.errors import OutputError, UsageError
from kgraph.export import conformance
from kgraph.graph.validate import validate
from kgraph.model.graph import KnowledgeGraph


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format.

    Attributes:
        name: What ``--format`` calls it.
        description: One line for the list of formats.
        files: Names of the files that it writes.
        module: The module whose ``write(graph, folder)`` writes them.
    """

    name: str
    description: str
    files: tuple[str, ...]
    module: str

    def write(self, graph: KnowledgeGraph, folder: Path) -> None:
        """Writes the format's files into a folder."""
        importlib.import_module(self.module).write(graph, folder)


EXPORTERS = MappingProxyType(
    {
        exporter.name: exporter
        for exporter in (
            Exporter(
                "graphml",
                "GraphML for Gephi, igraph and networkx: who acts on whom, and every statement",
                ("actors.graphml", "statements.graphml"),
                "kgraph.export.graphml",
            ),
            Exporter(
                "turtle",
                "RDF 1.1 Turtle for triple stores and SPARQL",
                ("graph.ttl",),
                "kgraph.export.turtle",
            ),
        )
    }
)
"""Every format by its name, in the alphabet's order."""


def export(graph: KnowledgeGraph, formats: Iterable[str], directory: Path) -> list[Path]:
    """Writes a graph in some formats; either all files are there afterwards, complete, or none is touched.

    Everything is written to a hidden folder first and then moved into place, file by file.

    Args:
        graph: The graph.
        formats: Names out of :data:`EXPORTERS`; one named twice is written once.
        directory: Where to; made if it is missing.

    Returns:
        The files, in the order of the formats.

    Raises:
        UsageError: A format is unknown.
        KGraphError: The graph is faulty.
        OutputError: The folder or a file in it cannot be written.
    """
    exporters = [_find(name) for name in dict.fromkeys(formats)]
    validate(graph)
    conformance.require(graph)
    targets = [directory / name for exporter in exporters for name in exporter.files]
    try:
        with _made(directory), TemporaryDirectory(prefix=".kgraph-", dir=directory) as staging:
            for exporter in exporters:
                exporter.write(graph, Path(staging))
            for target in targets:
                # Asked of all before the first is moved: a move onto a folder would fail midway.
                if target.is_dir():
                    raise OutputError(f"{target}: is a folder; remove it or write to another folder")
            for target in targets:
                Path(staging, target.name).replace(target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{directory}: cannot be written ({reason}); name a folder that can") from error
    return targets


def _find(name: str) -> Exporter:
    if name not in EXPORTERS:
        raise UsageError(f"unknown format {name!r}; there are: {', '.join(EXPORTERS)}")
    return EXPORTERS[name]


@contextlib.contextmanager
def _made(directory: Path) -> Iterator[None]:
    """Makes a folder with its parents, and unmakes what it made if the block fails."""
    missing = [folder for folder in (directory, *directory.parents) if not folder.exists()]
    directory.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for folder in missing:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
