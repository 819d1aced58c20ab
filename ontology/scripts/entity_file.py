"""What the scripts that build ``entities/*.ttl`` share: how an entity is held, named, kept apart and written.

An entity's strong names mean it wherever they stand, so no two entities of
all the files share one. The files are built in the order that
``build_entities.py`` tells; a name that an earlier file holds as strong is
weak in a later one, and one that two entities of a file have is weak in both.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kgraph.model.identifiers import ENTITY, ONTOLOGY

PREFIXES = """\
@prefix kg: <https://w3id.org/kgraph/ontology#> .
@prefix kge: <https://w3id.org/kgraph/entity/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix wd: <http://www.wikidata.org/entity/> .
"""
RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
# Properties in the order in which they are written.
LITERALS = (
    *("title", "name", "weakName", "adjective", "national", "capital", "seat"),
    *("iso3", "country", "kind", "sector", "since", "until"),
)
LINKS = ("officeOf", "partOf", "memberOf", "maker", "heldOffice", "heldBy")
_TAKES_ARTICLE = re.compile(
    r"^(United|European|African|Arab|Philippines|Netherlands|Bahamas|Gambia|Maldives|Comoros|.*Republic|.*Islands|.*Bank"
    r"|.*Organization|.*Union).*"
)
_LATIN = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff .,'’/&()+-]+")


@dataclass
class Node:
    """One entity; ``key`` is its local name, ``links`` hold local names too, ``same_as`` Turtle terms."""

    key: str
    type: str = ""
    label: str = ""
    literals: dict[str, set[str]] = field(default_factory=dict)
    links: dict[str, set[str]] = field(default_factory=dict)
    same_as: set[str] = field(default_factory=set)

    def say(self, name: str, *values: str | None) -> None:
        """Adds values of a property of text, but no empty ones."""
        if told := {value for value in values if value}:
            self.literals.setdefault(name, set()).update(told)

    def link(self, name: str, *keys: str | None) -> None:
        """Adds values of a property of entities, but no empty ones."""
        if told := {key for key in keys if key}:
            self.links.setdefault(name, set()).update(told)

    def all(self, name: str) -> set[str]:
        """The values of a property of text."""
        return self.literals.get(name, set())


def folded(text: str) -> str:
    """The text without accents."""
    text = text.translate(str.maketrans("łŁøØđĐıİðÐ", "lLoOdDiIdD")).replace("ß", "ss").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def spellings(name: str) -> set[str]:
    """A name and the same without accents and with plain apostrophes."""
    plain = re.sub("[’‘ʻʼ`]", "'", name)
    return {plain, folded(plain)}


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters that English news would print."""
    return _LATIN.fullmatch(name) is not None


def without_article(name: str) -> str:
    """A name as the ontology keeps it."""
    return re.sub(r"^[Tt]he ", "", name).strip()


def with_article(label: str) -> str:
    """The name of a state or body as it stands after "of"."""
    return _TAKES_ARTICLE.sub(r"the \g<0>", label)


def names_in(paths: Iterable[Path], kind: str = "name") -> set[str]:
    """The names of a kind, strong or weak ones, in Turtle files, casefolded."""
    predicate = ONTOLOGY + kind
    return {
        quad.object.value.casefold()
        for path in paths
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE)
        if quad.predicate.value == predicate and isinstance(quad.object, ox.Literal)
    }


def labels(paths: Iterable[Path]) -> dict[str, str]:
    """The labels of the entities of Turtle files, by local name."""
    found = {}
    for path in paths:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            if quad.predicate.value == RDFS_LABEL and isinstance(quad.subject, ox.NamedNode):
                assert isinstance(quad.object, ox.Literal)
                found[quad.subject.value.removeprefix(ENTITY)] = quad.object.value
    return found


def keep_apart(nodes: Iterable[Node], taken: Iterable[str] = ()) -> None:
    """Makes every strong name weak that another entity has, here or, casefolded, among those taken before."""
    nodes = list(nodes)
    owners = Counter(name for node in nodes for name in {each.casefold() for each in node.all("name")})
    shared = {name for name, count in owners.items() if count > 1} | set(taken)
    for node in nodes:
        weak = {name for name in node.all("name") if name.casefold() in shared}
        node.say("weakName", *weak)
        node.literals["name"] = node.all("name") - weak - node.all("weakName")


def read_table(path: Path, columns: int) -> Iterator[list[str]]:
    """The rows of a table with tabs between the columns; lines that begin with # are remarks.

    Raises:
        SystemExit: A row has more columns; missing ones at its end are empty.
    """
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > columns:
            raise SystemExit(f"{path}:{number}: expected {columns} columns with tabs between, got {len(cells)}")
        yield cells + [""] * (columns - len(cells))


def read_columns(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table whose first row names the columns, with the number of the line.

    Raises:
        SystemExit: A row has more cells than there are columns.
    """
    columns: list[str] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not columns:
            columns = cells
        elif len(cells) > len(columns):
            raise SystemExit(f"{path}:{number}: expected {len(columns)} cells with tabs between, got {len(cells)}")
        else:
            yield number, dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


def listed(cell: str) -> list[str]:
    """The values of a cell that holds several, with bars between."""
    return [value.strip() for value in cell.split("|") if value.strip()]


def literal(text: str) -> str:
    """A text as Turtle writes it."""
    return json.dumps(text, ensure_ascii=False)


def render(header: str, nodes: Iterable[Node]) -> str:
    """A Turtle file: the head, then one entity after the other, sorted, and sorted within."""
    blocks = ["".join(f"# {line}\n" for line in header.strip().splitlines()) + "\n" + PREFIXES]
    blocks += [_block(node) for node in sorted(nodes, key=lambda each: each.key)]
    return "\n".join(blocks)


def _block(node: Node) -> str:
    parts = [f"a kg:{node.type}"] if node.type else []
    if node.label:
        parts.append(f"rdfs:label {literal(node.label)}@en")
    told = {name: [literal(value) for value in sorted(node.all(name))] for name in LITERALS if node.all(name)}
    told |= {name: [f"kge:{key}" for key in sorted(node.links[name])] for name in LINKS if node.links.get(name)}
    parts += [f"kg:{name} {', '.join(values)}" for name, values in told.items()]
    if node.same_as:
        parts.append("owl:sameAs " + ", ".join(sorted(node.same_as)))
    if node.type == "Holding":
        return f"kge:{node.key} {' ; '.join(parts)} .\n"
    return f"kge:{node.key} " + " ;\n    ".join(parts) + " .\n"


def write(path: Path, text: str) -> None:
    """Replaces a file at once."""
    partial = path.with_name(path.name + ".partial")
    partial.write_text(text, "utf-8", newline="\n")
    partial.replace(path)
