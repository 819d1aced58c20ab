"""Builds ``entities/governments.ttl``: the government of every state, with the seats whose name stands for it.

The states are those of ``entities/countries.ttl`` that have an adjective;
palaces, streets and quarters are in ``entities/seats.tsv``. Capitals stay
with the state: as an actor "Kyiv" is the government, as a place the city.

    python ontology/scripts/build_governments.py --taken ontology/entities/countries.ttl \
        -o ontology/entities/governments.ttl
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox
from entity_file import (
    RDFS_LABEL,
    Node,
    keep_apart,
    listed,
    names_in,
    read_table,
    render,
    spellings,
    with_article,
    write,
)

from kgraph.model.identifiers import ENTITY, ONTOLOGY

ENTITIES = Path(__file__).resolve().parent.parent / "entities"
HEADER = """\
The governments of states and their seats, made by ontology/scripts/build_governments.py from countries.ttl and
seats.tsv; do not edit. To the extent that rights exist in this file, they are waived under CC0 1.0.
"""


def states(path: Path) -> dict[str, dict[str, set[str]]]:
    """The literals of each state of the file by property."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            name = "label" if quad.predicate.value == RDFS_LABEL else quad.predicate.value.removeprefix(ONTOLOGY)
            found[quad.subject.value.removeprefix(ENTITY)][name].add(quad.object.value)
    return {key: rows for key, rows in found.items() if key in rows["iso3"] and rows["adjective"]}


def governments(countries: dict[str, dict[str, set[str]]], seats: Iterable[list[str]]) -> Iterator[Node]:
    """The governments.

    Raises:
        SystemExit: A seat is of no known state.
    """
    known = {state: (listed(names), listed(weak)) for state, names, weak in seats}
    if unknown := sorted(known.keys() - countries.keys()):
        raise SystemExit(f"seats.tsv: {unknown[0]} is no known state")
    for key, rows in countries.items():
        names, weak = known.get(key, ([], []))
        (label,) = rows["label"]
        node = Node(f"gov-{key}", "Government", f"Government of {with_article(label)}")
        node.say("name", node.label, *(f"{adjective} government" for adjective in rows["adjective"]))
        node.say("name", *(each for name in names for each in spellings(name)))
        node.say("weakName", *(each for name in weak for each in spellings(name)))
        node.say("seat", *(each for name in (*names, *weak) for each in spellings(name)))
        node.say("country", key)
        node.say("sector", "GOV")
        node.link("partOf", key)
        yield node


def main() -> None:
    """Reads the tables and replaces the output file at once."""
    parser = argparse.ArgumentParser(description="Build the Turtle file of governments.")
    parser.add_argument("--states", type=Path, default=ENTITIES / "countries.ttl")
    parser.add_argument("--seats", type=Path, default=ENTITIES / "seats.tsv")
    parser.add_argument("--taken", type=Path, nargs="*", default=[], help="Turtle files whose strong names stay theirs")
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args()
    nodes = list(governments(states(args.states), read_table(args.seats, 3)))
    keep_apart(nodes, names_in(args.taken))
    write(args.output, render(HEADER, nodes))


if __name__ == "__main__":
    main()
