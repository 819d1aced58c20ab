"""Formats in parts: what a graph that no machine holds can be written in, some files for each part of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from kgraph.errors import UsageError
from kgraph.export.drawing import ACTORS_AND_STATEMENTS
from kgraph.export.registry import Exporter, Pieces, find
from kgraph.export.syntaxes import GZIP, SYNTAXES
from kgraph.graph.rdf import RDF11, Profile

RECORDS = "records"
DIVISIBLE = ("csv", "jsonld", "ntriples", "parquet", RECORDS, "rdfxml", "turtle")
"""The formats whose parts, put together, are what one file would hold; others draw or count a graph as a whole."""

_WHOLE = "graph"
_PART = "part"


@dataclass(frozen=True, slots=True)
class Publication:
    """How a graph is written in parts.

    Attributes:
        formats: Names of formats that can be; see :data:`DIVISIBLE`.
        profile: What the RDF holds.
    """

    formats: tuple[str, ...] = ()
    profile: Profile = RDF11


NOTHING_MORE = Publication()
"""The records alone, which are always there."""


def divisible(names: Iterable[str], profile: Profile) -> list[Exporter]:
    """The formats of some names, each once.

    Raises:
        UsageError: A name is unknown, or the format cannot be written in parts or cannot hold the profile.
    """
    wanted = find(names)
    for exporter in wanted:
        if exporter.name not in DIVISIBLE:
            able = ", ".join(DIVISIBLE)
            raise UsageError(
                f"the format {exporter.name} cannot be written in parts; these can: {able}; with -o PATH one machine "
                "writes any format"
            )
        if exporter.name != RECORDS:
            exporter.check(profile)
    return wanted


def is_rdf(exporter: Exporter) -> bool:
    """Whether a format is RDF, so that its files belong together as one graph."""
    return exporter.name in SYNTAXES


def files_of(exporter: Exporter, part: str) -> dict[str, str]:
    """The files of one part by the names that a whole graph has for them.

    Of the part ``00012``, ``graph.ttl`` is ``part-00012.ttl.gz`` and ``statements.csv`` is ``statements-00012.csv.gz``.
    """
    packed = "" if exporter.packed else GZIP
    found = {}
    for file in exporter.files:
        path = PurePath(file)
        stem = _PART if path.stem == _WHOLE else path.stem
        found[file] = f"{stem}-{part}{path.suffix}{packed}"
    return found


def making(exporter: Exporter, profile: Profile) -> dict[str, Pieces]:
    """What makes each of the files of a part, by the name that a whole graph has for it."""
    return exporter.making(profile, ACTORS_AND_STATEMENTS)
