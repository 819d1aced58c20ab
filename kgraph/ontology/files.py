"""The files of an ontology: where they are, what they hold, and a digest of it all."""

from __future__ import annotations

import hashlib
import importlib.resources
from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import OntologyError

CORE = "kgraph.ttl"
SHAPES = "shapes.ttl"


@dataclass(frozen=True, slots=True)
class Source:
    """One Turtle file as it was read.

    Attributes:
        path: Where it lies.
        content: Its bytes.
        own: Whether it is the user's, who has the last word.
    """

    path: Path
    content: bytes
    own: bool = False


def shipped() -> Path:
    """The folder of the ontology that comes with the program, installed or in a checkout."""
    package = Path(str(importlib.resources.files("kgraph")))
    installed = package / "data" / "ontology"
    return installed if installed.is_dir() else package.parent / "ontology"


def read(folder: Path) -> tuple[Source, ...]:
    """The Turtle files of an ontology's folder and its subfolders, the core file first, the others sorted.

    The shapes are left out: they say how data must look, and nothing of the world.

    Raises:
        OntologyError: There is no core file, or a file cannot be read.
    """
    core = folder / CORE
    if not core.is_file():
        raise OntologyError(f"{core}: no such file; an ontology is a folder with {CORE} and more such files")
    apart = {core, folder / SHAPES}
    return _read(folder, [core, *sorted(path for path in folder.rglob("*.ttl") if path not in apart)], own=False)


def read_own(folder: Path) -> tuple[Source, ...]:
    """The Turtle files that a user adds, from a folder and its subfolders, sorted.

    Raises:
        OntologyError: There is no such folder, no Turtle file in it, or a file cannot be read.
    """
    if not folder.is_dir():
        raise OntologyError(f"{folder}: no such folder; give one with Turtle files (.ttl) of your own")
    paths = sorted(folder.rglob("*.ttl"))
    if not paths:
        raise OntologyError(f"{folder}: holds no Turtle file; give it one whose name ends in .ttl")
    return _read(folder, paths, own=True)


def _read(folder: Path, paths: list[Path], *, own: bool) -> tuple[Source, ...]:
    try:
        return tuple(Source(path, path.read_bytes(), own) for path in paths)
    except OSError as error:
        raise OntologyError(f"{error.filename or folder}: cannot be read: {error}") from error


def digest(sources: tuple[Source, ...]) -> str:
    """A digest of the contents in their order and of whose they are; the same wherever the folders lie."""
    found = hashlib.blake2b(digest_size=16)
    for source in sources:
        found.update(bytes([source.own]) + len(source.content).to_bytes(8, "big"))
        found.update(source.content)
    return found.hexdigest()
