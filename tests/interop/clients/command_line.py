"""Readers that are a command: file in, N-Quads out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox

from tests.interop.clients import jena
from tests.interop.clients.client import FORMATS, Client, parsed, run

_INPUTS = {"ttl": "turtle", "nt": "ntriples", "rdf": "rdfxml", "trig": "trig", "nq": "nquads"}
"""What Raptor and Serd call the formats, by the ending of a file."""


class Rapper(Client):
    """Raptor's command."""

    name = "rapper"
    reads = frozenset({"ttl", "nt", "rdf", "trig", "nq"})

    @classmethod
    def missing(cls) -> str | None:
        return None if shutil.which("rapper") else "rapper; Debian: apt-get install raptor2-utils"

    def read(self, file: Path) -> frozenset[ox.Quad]:
        syntax = _INPUTS[file.suffix[1:]]
        return parsed(run(["rapper", "--quiet", "--input", syntax, "--output", "nquads", file]))


class Serdi(Client):
    """Serd's command, strict unless told otherwise."""

    name = "serdi"
    reads = frozenset({"ttl", "nt", "trig", "nq"})

    @classmethod
    def missing(cls) -> str | None:
        return None if shutil.which("serdi") else "serdi; Debian: apt-get install serdi"

    def read(self, file: Path) -> frozenset[ox.Quad]:
        return parsed(run(["serdi", "-i", _INPUTS[file.suffix[1:]], "-o", "nquads", file]))


class Riot(Client):
    """Jena's parser, which warns of doubtful IRIs and values too."""

    name = "riot"
    reads = FORMATS

    @classmethod
    def missing(cls) -> str | None:
        return jena.missing()

    def read(self, file: Path) -> frozenset[ox.Quad]:
        return parsed(run([*jena.command("riotcmd.riot"), "--strict", "--check", "--output", "nquads", file]))
