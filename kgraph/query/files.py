"""Finds and reads RDF files: of any syntax, compressed or not, alone or in folders."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from kgraph.errors import GraphError
from kgraph.export.syntaxes import ENDINGS, FileKind, file_kind

_SUFFICE = ("nquads", "trig", "ntriples", "turtle", "jsonld", "rdfxml")
"""Which syntax to read of a graph that a folder has in several: those that keep named graphs first, then the faster."""


def find(places: Sequence[Path]) -> tuple[Path, ...]:
    """The files to read for some files and folders.

    Of a folder these are its RDF files, one of those that differ in their ending alone.

    Raises:
        GraphError: There is no such file, it is no RDF by its name, or a folder holds none.
    """
    found: dict[Path, None] = {}
    for place in places:
        if place.is_dir():
            found.update(dict.fromkeys(_in_folder(place)))
        elif not place.exists():
            raise GraphError(f"{place}: no such file or folder; give an RDF file or the folder of a built graph")
        else:
            kind_of(place)
            found[place] = None
    return tuple(found)


def _in_folder(folder: Path) -> list[Path]:
    best: dict[str, tuple[int, Path]] = {}
    for path in sorted(folder.iterdir()):
        kind = file_kind(path)
        if kind is not None and path.is_file():
            stem = path.name.split(".", 1)[0]
            rank = (_SUFFICE.index(kind.syntax.name), path)
            best[stem] = min(rank, best.get(stem, rank))
    if not best:
        raise GraphError(f"{folder}: holds no RDF file; build one there: kgraph build INPUT -o {folder}")
    return [path for _, path in best.values()]


def is_rdf(path: Path) -> bool:
    """Whether a name ends like an RDF file."""
    return file_kind(path) is not None


def kind_of(path: Path) -> FileKind:
    """The syntax of a file by its name.

    Raises:
        GraphError: The ending is none of RDF.
    """
    kind = file_kind(path)
    if kind is None:
        known = ", ".join(sorted(ENDINGS))
        raise GraphError(f"{path}: its name ends like no RDF file; there are: {known}, each also with .gz")
    return kind


def quads(path: Path) -> Iterator[ox.Quad]:
    """What a file says, one quad after the other; its blank nodes get names that no other file has.

    Raises:
        GraphError: It cannot be read; names the line and the column of what is wrong.
    """
    kind = kind_of(path)
    with _reading(path, kind) as content:
        yield from ox.parse(content, format=syntax_format(kind), base_iri=_base(path), rename_blank_nodes=True)


def load(store: ox.Store, path: Path) -> None:
    """Reads a file into a store.

    Raises:
        GraphError: As for :func:`quads`.
    """
    kind = kind_of(path)
    with _reading(path, kind) as content:
        store.bulk_load(content, format=syntax_format(kind), base_iri=_base(path))


def syntax_format(kind: FileKind) -> ox.RdfFormat:
    """The syntax as pyoxigraph calls it."""
    found = ox.RdfFormat.from_media_type(kind.syntax.media_type)
    if found is None:
        raise ValueError(kind.syntax.media_type)
    return found


def _base(path: Path) -> str:
    return path.resolve().as_uri()


@contextmanager
def _reading(path: Path, kind: FileKind) -> Iterator[IO[bytes]]:
    try:
        with gzip.open(path, "rb") if kind.gzipped else path.open("rb") as content:
            yield content  # type: ignore[misc]
    except SyntaxError as error:
        where = f", line {error.lineno}, column {error.offset}" if error.lineno else ""
        told = str(error.msg).rpartition(": ")[2] if error.lineno else str(error.msg)
        raise GraphError(f"{path}{where}: not {kind.syntax.name}: {told}; correct it or give another file") from error
    except (OSError, EOFError, zlib.error) as error:
        raise GraphError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
