"""Builds a Turtle file of entities from a table of our own, ``entities/*.tsv``.

The first line of a table that is no remark names its columns: ``names`` (the
first is the label, all are strong), ``weakName``, ``class``, and any property
that ``entity_file.py`` lists. A cell holds several values with bars between;
an entity is referred to by its local name. A local name is the prefix and the
label in lower case with hyphens. With ``countries.csv`` (CIA World Factbook,
CC0) the column ``factbook`` brings in the states that list that acronym among
their memberships; ``member`` adds states and ``former`` takes some out.

    python ontology/scripts/build_curated.py --table ontology/entities/organisations.tsv --prefix org \
        --countries countries.csv --taken ontology/entities/countries.ttl -o ontology/entities/organisations.ttl
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from entity_file import (
    LINKS,
    LITERALS,
    Node,
    keep_apart,
    labels,
    listed,
    names_in,
    read_columns,
    render,
    spellings,
    without_article,
    write,
)

from kgraph.model.identifiers import slug

COLUMNS = frozenset({"names", "class", "factbook", "member", "former", *LITERALS, *LINKS})
# Both spellings of British and American English, applied to every name.
_SPELLED = (
    ("Organization", "Organisation"),
    ("Programme", "Program"),
    ("Labour", "Labor"),
    ("Defence", "Defense"),
    ("Centre", "Center"),
    ("Cooperation", "Co-operation"),
)
_ABBREVIATED = (
    (r"^UN (?=\w)", ("U.N. ", "United Nations ")),
    (r"^US (?=\w)", ("U.S. ", "United States ")),
    (r"^UK (?=\w)", ("U.K. ", "British ")),
)


def variants(name: str) -> set[str]:
    """A name in British and American spelling, with abbreviations of states written out, without accents."""
    found = {without_article(name)}
    for pattern, others in _ABBREVIATED:
        found |= {re.sub(pattern, other, each) for each in found for other in others}
    for left, right in _SPELLED:
        found |= {re.sub(rf"\b{one}\b", other, each) for each in found for one, other in ((left, right), (right, left))}
    return {each for name in found for each in spellings(name)}


def entities(table: Path, prefix: str, default: str, sector: str = "") -> dict[str, Node]:
    """The entities of a table by local name, with the class and sector where the table tells none.

    Raises:
        SystemExit: A column is unknown, or two rows have one label.
    """
    found: dict[str, Node] = {}
    for number, row in read_columns(table):
        if unknown := sorted(row.keys() - COLUMNS):
            raise SystemExit(f"{table}: unknown column {unknown[0]}; known are {', '.join(sorted(COLUMNS))}")
        names = listed(row["names"])
        weak = listed(row.get("weakName", ""))
        label = (names or weak)[0]
        node = Node(f"{prefix}-{slug(label)}", row.get("class") or default, label)
        if node.key in found:
            raise SystemExit(f"{table}:{number}: {node.key} stands in the table twice")
        node.say("weakName", *(each for name in weak for each in variants(name)))
        node.say("name", *(each for name in names for each in variants(name) if each not in node.all("weakName")))
        for name in LITERALS:
            if name not in {"name", "weakName"}:
                node.say(name, *listed(row.get(name, "")))
        if not node.all("sector"):
            node.say("sector", sector)
        for name in LINKS:
            node.link(name, *listed(row.get(name, "")))
        found[node.key] = node
    return found


def memberships(countries: Path) -> Mapping[str, set[str]]:
    """The states by the acronym of what they are full members of; remarks such as "(observer)" tell the others."""
    found = defaultdict(set)
    with countries.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for body in re.split(r",\s*(?![^(]*\))", row["member_of"]):
                if row["iso3"] and body.strip():
                    found[body.strip()].add(row["iso3"])
    return found


def members(table: Path, prefix: str, joined: Mapping[str, set[str]]) -> list[Node]:
    """The states as members of the table's bodies."""
    found: dict[str, Node] = {}
    for _, row in read_columns(table):
        body = f"{prefix}-{slug(listed(row['names'])[0])}"
        states = joined.get(row.get("factbook", ""), set()) | set(listed(row.get("member", "")))
        for state in sorted(states - set(listed(row.get("former", "")))):
            found.setdefault(state, Node(state)).link("memberOf", body)
    return list(found.values())


def check_links(nodes: Iterable[Node], known: Iterable[str]) -> None:
    """Every entity that is referred to is there.

    Raises:
        SystemExit: One is not.
    """
    nodes = list(nodes)
    keys = {*known, *(node.key for node in nodes)}
    for node in nodes:
        for name, targets in sorted(node.links.items()):
            if missing := sorted(targets - keys):
                raise SystemExit(f"{node.key}: {name} is the unknown {missing[0]}")


def main() -> None:
    """Reads the table named on the command line and replaces the output file at once."""
    parser = argparse.ArgumentParser(description="Build a Turtle file of entities from a table of our own.")
    parser.add_argument("--table", type=Path, required=True)
    parser.add_argument("--prefix", required=True, help="what local names begin with")
    parser.add_argument("--class", dest="default", default="Organization", help="class where the table tells none")
    parser.add_argument("--sector", default="", help="PLOVER sector where the table tells none")
    parser.add_argument("--countries", type=Path, help="countries.csv (CIA World Factbook), for memberships")
    parser.add_argument("--taken", type=Path, nargs="*", default=[], help="Turtle files whose strong names stay theirs")
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args()
    nodes = entities(args.table, args.prefix, args.default, args.sector)
    known = labels(args.taken)
    if both := sorted(known.keys() & nodes.keys()):
        raise SystemExit(f"{args.table}: {both[0]} is in an earlier file already")
    keep_apart(nodes.values(), names_in(args.taken))
    check_links(nodes.values(), known)
    states = members(args.table, args.prefix, memberships(args.countries)) if args.countries else []
    check_links(states, known.keys() | nodes.keys())
    header = f"Made by ontology/scripts/build_curated.py from {args.table.name}; do not edit, change the table instead."
    header += "\nTo the extent that rights exist in this file, they are waived under CC0 1.0."
    write(args.output, render(header, [*nodes.values(), *states]))


if __name__ == "__main__":
    main()
