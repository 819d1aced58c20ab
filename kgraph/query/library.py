"""The queries of ``ontology/queries/``: SPARQL files whose first comments tell what they ask and what can be chosen.

A header line is ``# title: …``, ``# description: …`` or ``# parameter: NAME
(KIND) what it is``; a parameter is a variable that the query selects, which
may be bound to one value. Each file is a whole query by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

from kgraph.errors import GraphError, OntologyError
from kgraph.ontology.files import shipped

KINDS = ("entity", "predicate", "type", "string", "date", "integer", "boolean")
"""What a parameter can be."""

_HEADER = re.compile(r"#\s*(title|description|parameter):\s*(.+)")
_PARAMETER = re.compile(r"(\w+)\s*\((\w+)\)\s*(.*)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a query that may be bound.

    Attributes:
        name: The variable's.
        kind: One of :data:`KINDS`.
        description: What it stands for.
    """

    name: str
    kind: str
    description: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with what its header tells.

    Attributes:
        name: The file's, without its ending.
        text: The whole file.
        title: A few words.
        description: One sentence.
        parameters: In the order of the header.
    """

    name: str
    text: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]

    def kind(self, parameter: str) -> str:
        """The kind of a parameter; what the header does not declare is an entity."""
        return next((each.kind for each in self.parameters if each.name == parameter), "entity")


def read(name: str, text: str) -> NamedQuery:
    """A query out of its text.

    Raises:
        GraphError: A line of the header is malformed.
    """
    told: dict[str, str] = {}
    parameters: list[Parameter] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        header = _HEADER.fullmatch(line)
        if header is None:
            continue
        if header[1] != "parameter":
            told[header[1]] = header[2]
            continue
        found = _PARAMETER.fullmatch(header[2])
        if found is None or found[2] not in KINDS:
            raise GraphError(
                f"{name}: {line!r} is no parameter; write # parameter: NAME (KIND) text, a KIND of {KINDS}"
            )
        parameters.append(Parameter(*found.groups()))
    return NamedQuery(name, text, told.get("title", name), told.get("description", ""), tuple(parameters))


def library(folder: Path | None = None) -> MappingProxyType[str, NamedQuery]:
    """All queries of a folder, by default those that come with the program, sorted by name.

    Raises:
        OntologyError: A file cannot be read.
    """
    place = folder or shipped() / "queries"
    try:
        files = {path.stem: path.read_text("utf-8") for path in sorted(place.glob("*.rq"))}
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"{place}: cannot be read: {error}") from error
    return MappingProxyType({name: read(name, text) for name, text in files.items()})


def find(name: str) -> NamedQuery:
    """The query of a name.

    Raises:
        GraphError: There is none; names those that are alike.
    """
    known = library()
    if name in known:
        return known[name]
    alike = ", ".join(get_close_matches(name, known)) or "see kgraph query --list"
    raise GraphError(f"{name}: no query of the library and no SPARQL; did you mean: {alike}")
