"""What the output of each stage rests on, told without loading any of it.

A stage's fingerprint is a digest of all that its output depends on besides the
document: the stages before it, its knowledge (the model, the lexicon, the
ontology with the user's own files) and the source of its code. Whatever
changes, just the stages that it touches are done again. Nobody has to
remember to raise a number; a change of a comment counts as one too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from kgraph.engine import Stage
from kgraph.model.compact import SHAPE
from kgraph.ontology.files import digest
from kgraph.ontology.load import sources_of
from kgraph.parse.model import DEFAULT_MODEL, identity

SOURCES = {
    Stage.PARSE: ("parse", "direct_speech.py", "inflection.py", "layout.py", "spelling.py"),
    Stage.EXTRACT: ("extract", "lexicon", "model"),
    Stage.CODE: ("events", "memory.py", "ontology", "resolve"),
}
"""The folders and files of the package that each stage's own code and words lie in."""

_KINDS = (".py", ".tsv")


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """The fingerprint of each stage, and that of the ontology alone, which also tells of entities in the graph."""

    parse: str
    extract: str
    code: str
    ontology: str

    def of(self, stage: Stage) -> str:
        """The fingerprint of a stage."""
        return {Stage.PARSE: self.parse, Stage.EXTRACT: self.extract, Stage.CODE: self.code}[stage]


def fingerprints(
    model: str | None = None, one_sentence_per_line: bool = False, own_ontology: Path | None = None
) -> Fingerprints:
    """The fingerprints of the stages of a :class:`kgraph.pipeline.Pipeline` with the same arguments.

    Raises:
        ModelError: The model is not installed.
        OntologyError: The ontology cannot be read.
    """
    parse = _digest(identity(model or DEFAULT_MODEL), one_sentence_per_line, SHAPE, source(Stage.PARSE))
    extract = _digest(parse, source(Stage.EXTRACT))
    world = ontology_fingerprint(own_ontology)
    return Fingerprints(parse, extract, _digest(extract, world, source(Stage.CODE)), world)


def ontology_fingerprint(own: Path | None = None) -> str:
    """The fingerprint of the shipped ontology with the user's own files laid over it.

    Raises:
        OntologyError: The ontology cannot be read.
    """
    return digest(sources_of(own=own))


def source(stage: Stage) -> str:
    """A digest of a stage's own code and words."""
    package = files("kgraph")
    return _digest(*(part for name in SOURCES[stage] for part in _contents(package / name)))


def _contents(place: Traversable) -> Iterator[str]:
    """The name and the digest of each source file of a folder and the folders in it, or of one file."""
    if place.is_dir():
        for inside in sorted(place.iterdir(), key=lambda each: each.name):
            if inside.is_dir() or inside.name.endswith(_KINDS):
                yield from _contents(inside)
    else:
        yield place.name
        yield hashlib.sha256(place.read_bytes()).hexdigest()


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
