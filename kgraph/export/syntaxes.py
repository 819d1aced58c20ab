"""The syntaxes of RDF by the endings of file names, for writing and for reading."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType
from typing import NamedTuple

from kgraph.errors import UsageError

GZIP = ".gz"


@dataclass(frozen=True, slots=True)
class Syntax:
    """One way to write RDF down.

    Attributes:
        name: The format's name in :data:`kgraph.export.registry.EXPORTERS`.
        endings: What its file names end in, the usual one first.
        media_type: Its IANA media type.
        datasets: Whether it holds named graphs.
        rdf12: Whether its RDF 1.2 form holds triple terms.
    """

    name: str
    endings: tuple[str, ...]
    media_type: str
    datasets: bool = False
    rdf12: bool = True


SYNTAXES = MappingProxyType(
    {
        syntax.name: syntax
        for syntax in (
            Syntax("jsonld", (".jsonld",), "application/ld+json", datasets=True, rdf12=False),
            Syntax("nquads", (".nq",), "application/n-quads", datasets=True),
            Syntax("ntriples", (".nt",), "application/n-triples"),
            Syntax("rdfxml", (".rdf", ".owl"), "application/rdf+xml", rdf12=False),
            Syntax("trig", (".trig",), "application/trig", datasets=True),
            Syntax("turtle", (".ttl",), "text/turtle"),
        )
    }
)
"""Every syntax by its name, in the alphabet's order."""

ENDINGS = MappingProxyType({ending: syntax for syntax in SYNTAXES.values() for ending in syntax.endings})
"""Every syntax by each of its endings."""


class FileKind(NamedTuple):
    """What the name of an RDF file tells: its syntax, and whether it is compressed by gzip."""

    syntax: Syntax
    gzipped: bool


def file_kind(name: str | PurePath) -> FileKind | None:
    """What the ending of a file name tells, in any case of letters; ``None`` if it is none of RDF.

    ``graph.ttl`` is Turtle, ``graph.nq.gz`` compressed N-Quads.
    """
    suffixes = [suffix.lower() for suffix in PurePath(name).suffixes]
    gzipped = suffixes[-1:] == [GZIP]
    ending = "".join(suffixes[:-1][-1:] if gzipped else suffixes[-1:])
    return FileKind(ENDINGS[ending], gzipped) if ending in ENDINGS else None


def known_kind(name: str | PurePath) -> FileKind:
    """As :func:`file_kind`, for a file that must be RDF.

    Raises:
        UsageError: The ending is none of RDF.
    """
    kind = file_kind(name)
    if kind is None:
        raise UsageError(f"{name}: no ending of RDF; there are: {', '.join(sorted(ENDINGS))}, each also with {GZIP}")
    return kind
