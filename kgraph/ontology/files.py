"""The files of an ontology: where they are, what they hold, and a digest of it all."""

from __future__ import annotations

import hashlib
import importlib.resources
from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import OntologyError

CORE = "kgraph.ttl"


@dataclass(frozen=True, slots=True)
class Source:
    """One Turtle file as it was read."""

    path: Path
    content: bytes


def shipped() -> Path:
    """The folder of the ontology that comes with the program, installed or in a checkout."""
    package = Path(str(importlib.resources.files("kgraph")))
    installed = package / "data" / "ontology"
    return installed if installed.is_dir() else package.parent / "ontology"


def read(folder: Path) -> tuple[Source, ...]:
    """The Turtle files of a folder and its subfolders, the core file first, the others sorted.

    Raises:
        OntologyError: There is no core file, or a file cannot be read.
    """
    core = folder / CORE
    if not core.is_file():
        raise OntologyError(f"{core}: no such file; an ontology is a folder with {CORE}, events and entities")
    try:
        return tuple(
            Source(path, path.read_bytes())
            for path in [core, *sorted(path for path in folder.rglob("*.ttl") if path != core)]
        )
    except OSError as error:
        raise OntologyError(f"{error.filename or folder}: cannot be read: {error}") from error


def digest(sources: tuple[Source, ...]) -> str:
    """A digest of the contents in their order; the same wherever the folder lies."""
    found = hashlib.blake2b(digest_size=16)
    for source in sources:
        found.update(len(source.content).to_bytes(8, "big"))
        found.update(source.content)
    return found.hexdigest()
