"""The formats that a graph can be written in.

A new format is one module beside this one and one entry in :data:`EXPORTERS`.
A format's module is loaded when the format is used, so that listing the
formats costs no import of a graph library.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any, TypeAlias

from kgraph.errors import UsageError
from kgraph.export.conformance import checked
from kgraph.export.drawing import ACTORS_AND_STATEMENTS, Drawing
from kgraph.export.publish import publish
from kgraph.export.syntaxes import ENDINGS, GZIP, SYNTAXES
from kgraph.graph.projection import Projection, project
from kgraph.graph.property import PropertyGraph
from kgraph.graph.rdf import RDF11, Profile
from kgraph.graph.views import Viewed, loaded
from kgraph.model.graph import KnowledgeGraph

Pieces: TypeAlias = Callable[[KnowledgeGraph], Iterator[str] | Iterator[bytes]]
"""What makes a file, text or bytes piece by piece."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format.

    Attributes:
        name: What ``--format`` calls it.
        description: One line for the list of formats.
        files: What makes each of its files: ``module:function`` by the file's name.
        library: Name of the package that it takes and ``kgraph`` alone does not bring; the extra ``tables`` does.
        packed: Whether its files are compressed as they are.
        streams: Whether its files are made record by record, so that memory need not hold the graph.
    """

    name: str
    description: str
    files: Mapping[str, str]
    library: str | None = None
    packed: bool = False
    streams: bool = False

    def making(self, profile: Profile, drawing: Drawing) -> dict[str, Pieces]:  # noqa: ARG002 - of graph files
        """What makes each of the files, by its name."""
        return {file: functools.partial(_made_of_graph, function, profile) for file, function in self.files.items()}

    def check(self, profile: Profile) -> None:
        """Makes sure that the format can be written, and can hold a profile.

        Raises:
            UsageError: A library is missing, or it cannot hold it.
        """
        if self.library is not None and importlib.util.find_spec(self.library) is None:
            raise UsageError(f"the format {self.name} takes {self.library}; install it: pip install 'kgraph[tables]'")
        if profile.rdf12 and not (self.name in SYNTAXES and SYNTAXES[self.name].rdf12):
            able = ", ".join(name for name, syntax in SYNTAXES.items() if syntax.rdf12)
            raise UsageError(f"the format {self.name} cannot hold RDF 1.2; these can: {able}")


RECORDS_FILE = "graph.jsonl"
_TABLES = ("statements", "events", "dyads", "entities", "evidence", "participants")
_NEO4J = ("documents", "entities", "referents", "statements", "participants", "links", "facts")


class GraphFileExporter(Exporter):
    """One format of graph files, which shows a view a file; its functions make a text of a property graph."""

    def making(self, profile: Profile, drawing: Drawing) -> dict[str, Pieces]:  # noqa: ARG002 - of RDF
        """What makes the file of each view, by its name."""
        ending, function = next((PurePath(file).suffix, function) for file, function in self.files.items())
        if drawing.for_gephi and self.name in _FOR_GEPHI:
            function = _FOR_GEPHI[self.name]
        return {
            f"{view}{ending}": functools.partial(_made_of_view, function, replace(drawing.projection, view=view))
            for view in drawing.views
        }


_FOR_GEPHI = MappingProxyType({"graphml": "graphml:graphml_for_gephi"})


def _made_of_graph(function: str, profile: Profile, graph: KnowledgeGraph) -> Iterator[str] | Iterator[bytes]:
    pieces: Callable[[KnowledgeGraph, Profile], Iterator[str] | Iterator[bytes]] = _loaded(function)
    return pieces(graph, profile)


def _made_of_view(function: str, projection: Projection, graph: KnowledgeGraph) -> Iterator[str]:
    pieces: Callable[[PropertyGraph], Iterator[str]] = _loaded(function)
    return pieces(project(graph, projection))


def _loaded(function: str) -> Any:
    module, _, name = function.partition(":")
    return getattr(importlib.import_module(f"kgraph.export.{module}"), name)


def _views(ending: str, function: str) -> dict[str, str]:
    """The usual files of a format of graph files."""
    return {f"{view}{ending}": function for view in ACTORS_AND_STATEMENTS.views}


EXPORTERS = MappingProxyType(
    {
        exporter.name: exporter
        for exporter in (
            Exporter(
                "csv",
                "tables for spreadsheets, R and pandas: statements, events as in POLECAT, dyads as in ICEWS, and more",
                {f"{name}.csv": f"tables.delimited:{name}" for name in _TABLES},
            ),
            GraphFileExporter(
                "cytoscape", "Cytoscape JSON for Cytoscape and Cytoscape.js", _views(".cyjs", "cytoscape:cytoscape")
            ),
            GraphFileExporter("dot", "DOT for Graphviz", _views(".dot", "dot:dot")),
            GraphFileExporter(
                "gexf", "GEXF 1.3 for Gephi, with timeline, sizes and colours", _views(".gexf", "gexf:gexf")
            ),
            GraphFileExporter(
                "graphml",
                "GraphML for Gephi, igraph and networkx: who acts on whom, and every statement",
                _views(".graphml", "graphml:graphml"),
            ),
            Exporter(
                "jsonld",
                "JSON-LD 1.1 with the ontology's context, for web developers",
                {"graph.jsonld": "jsonld:jsonld"},
                streams=True,
            ),
            Exporter(
                "nanopub",
                "nanopublications in TriG: one claim each, with provenance and publication info",
                {"nanopubs.trig": "nanopub:nanopublications"},
            ),
            Exporter(
                "neo4j",
                "nodes and relationships as CSV for neo4j-admin database import",
                {f"neo4j-{name}.csv": f"tables.neo4j:{name}" for name in _NEO4J},
            ),
            GraphFileExporter(
                "node-link", "node-link JSON for networkx and D3", _views(".json", "node_link:node_link")
            ),
            Exporter("nquads", "N-Quads: N-Triples with a graph a document", {"graph.nq": "ntriples:quads"}),
            Exporter(
                "ntriples",
                "N-Triples: a triple a line, for pipes and diffs",
                {"graph.nt": "ntriples:triples"},
                streams=True,
            ),
            Exporter(
                "parquet",
                "the tables of csv as Parquet, for DuckDB, Arrow and Spark",
                {f"{name}.parquet": f"tables.parquet:{name}" for name in _TABLES},
                library="pyarrow",
                packed=True,
            ),
            Exporter(
                "rdfxml",
                "RDF/XML for OWL tools such as Protégé and owlready2",
                {"graph.rdf": "rdfxml:rdfxml"},
                streams=True,
            ),
            Exporter(
                "records",
                "the graph itself as JSON Lines, nothing lost: what kgraph.load, export and stats read",
                {RECORDS_FILE: "records:records"},
                streams=True,
            ),
            Exporter("trig", "TriG: Turtle with a graph a document", {"graph.trig": "turtle:trig"}),
            Exporter(
                "turtle", "RDF 1.1 Turtle for triple stores and SPARQL", {"graph.ttl": "turtle:turtle"}, streams=True
            ),
        )
    }
)
"""Every format by its name, in the alphabet's order."""


def find(names: Iterable[str]) -> list[Exporter]:
    """The formats of some names, each once.

    Raises:
        UsageError: A name is unknown.
    """
    wanted = dict.fromkeys(names)
    for name in wanted:
        if name not in EXPORTERS:
            raise UsageError(f"unknown format {name!r}; there are: {', '.join(EXPORTERS)}")
    return [EXPORTERS[name] for name in wanted]


def export(  # noqa: PLR0913 - each has a default
    graph: KnowledgeGraph,
    formats: Iterable[str],
    directory: Path,
    profile: Profile = RDF11,
    *,
    drawing: Drawing = ACTORS_AND_STATEMENTS,
    compress: bool = False,
) -> list[Path]:
    """Writes a graph in some formats; either all files are there afterwards, complete, or none is touched.

    Args:
        graph: The graph.
        formats: Names out of :data:`EXPORTERS`; one named twice is written once.
        directory: Where to; made if it is missing.
        profile: What the RDF holds.
        drawing: What the graph files show.
        compress: Whether each file is compressed by gzip.

    Returns:
        The files, in the order of the formats.

    Raises:
        UsageError: A format is unknown, or cannot hold the profile.
        KGraphError: The graph is faulty.
        OutputError: The folder or a file in it cannot be written.
    """
    exporters = find(formats)
    for exporter in exporters:
        exporter.check(profile)
    ready = _Ready(checked(graph))
    making = {
        f"{file}{GZIP if compress and not exporter.packed else ''}": functools.partial(ready.made, make, exporter)
        for exporter in exporters
        for file, make in exporter.making(profile, drawing).items()
    }
    return publish(making, directory)


class _Ready:
    """A graph that is written; it is loaded once, if it does not lie in memory and a format wants that."""

    def __init__(self, graph: Viewed) -> None:
        self._graph = graph
        self._loaded: Viewed | None = None

    def made(self, make: Pieces, exporter: Exporter) -> Iterator[str] | Iterator[bytes]:
        """The pieces of a file."""
        if exporter.streams:
            return make(self._graph)
        self._loaded = self._loaded or loaded(self._graph)
        return make(self._loaded)


def export_file(graph: KnowledgeGraph, exporter: Exporter, path: Path, profile: Profile = RDF11) -> Path:
    """Writes a graph to one file; it is there afterwards, complete, or untouched.

    Args:
        graph: The graph.
        exporter: A format of one file, see :func:`format_of`.
        path: Where to; a name that ends in ``.gz`` is compressed.
        profile: What the RDF holds.

    Raises:
        UsageError: The format cannot hold the profile.
        KGraphError: The graph is faulty.
        OutputError: The file cannot be written.
    """
    exporter.check(profile)
    (make,) = exporter.making(profile, ACTORS_AND_STATEMENTS).values()
    publish({path.name: functools.partial(_Ready(checked(graph)).made, make, exporter)}, path.parent)
    return path


def is_file_name(name: str) -> bool:
    """Whether a name ends as the files of some format do, so that one file is meant and no folder."""
    endings = {PurePath(file).suffix for exporter in EXPORTERS.values() for file in exporter.files}
    return _ending(name) in endings | {*ENDINGS}


def format_of(name: str, formats: Iterable[str] = ()) -> Exporter:
    """The format of one file.

    Args:
        name: The file's name; its ending tells the format.
        formats: Names of formats that were asked for, if any; one at most, whose file has that ending.

    Raises:
        UsageError: The ending tells none, the format writes several files, or another was asked for.
    """
    asked = find(formats)
    syntax = ENDINGS.get(_ending(name))
    if not asked and syntax is not None:
        return EXPORTERS[syntax.name]
    if not asked and _ending(name) == PurePath(RECORDS_FILE).suffix:
        return EXPORTERS["records"]
    if not asked:
        raise UsageError(f"{name}: the format with this ending writes several files; give a folder")
    if len(asked) == 1 and [_ending(file) for file in asked[0].files] == [_ending(name)]:
        return asked[0]
    wanted = ", ".join(exporter.name for exporter in asked)
    raise UsageError(f"{name}: a file with this ending cannot hold {wanted}; leave out --format, or give a folder")


def _ending(name: str) -> str:
    return PurePath(name.lower().removesuffix(GZIP)).suffix
