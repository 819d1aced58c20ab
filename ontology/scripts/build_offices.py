"""Builds ``entities/offices.ttl`` and ``entities/people.ttl``: offices, the persons who held them, and when.

The facts come from three tables: ``officeholders.csv`` (Wikidata as collated
by the every-politician-scrapers project, CC0), the heads of state and of
government in ``countries.csv`` (CIA World Factbook, CC0), and the leaders
since 1945 in ``leaders-reign-2021-03.csv`` (REIGN, MIT). Offices of other
bodies and recent holders are in ``entities/office-holders.tsv``, full names
of leaders that REIGN calls by their surname in ``entities/leader-names.tsv``.
The names of states come from ``entities/countries.ttl``.

    python ontology/scripts/build_offices.py --holders officeholders.csv --countries countries.csv \
        --leaders leaders-reign-2021-03.csv --taken ontology/entities/countries.ttl ... \
        --offices ontology/entities/offices.ttl -o ontology/entities/people.ttl
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from entity_file import Node, is_latin, keep_apart, labels, names_in, render, spellings, with_article, write
from office_sources import States, Tenure, curated, full_names, leaders, of_factbook, of_holders
from office_titles import sector, titles
from tenures import settled

from kgraph.model.identifiers import digest, slug

ENTITIES = Path(__file__).resolve().parent.parent / "entities"
OFFICES_HEADER = """\
Offices that persons hold one after the other, made by ontology/scripts/build_offices.py; do not edit.
Sources: Wikidata as collated by the every-politician-scrapers project (CC0), CIA World Factbook (CC0), REIGN (MIT),
and office-holders.tsv. To the extent that rights exist in the selection, they are waived under CC0 1.0.
"""
PEOPLE_HEADER = """\
Persons who held offices, and when, made by ontology/scripts/build_offices.py; do not edit.
Sources: Wikidata as collated by the every-politician-scrapers project (CC0), CIA World Factbook (CC0), REIGN (MIT),
office-holders.tsv and leader-names.tsv. Dates are as precise as their source; where none stands, it tells none.
"""
# Whoever held one of these is meant by the bare surname often enough to be worth considering.
_PROMINENT = re.compile(
    r"(supreme )?leader|(vice )?president|(deputy )?prime minister|premier|chancellor|monarch|king|emperor|emir|sultan"
    r"|minister of (the )?(foreign|internal|external|europe and foreign|interior|(national )?defence|finance|armed)"
    r".*|secretary of (state|defence|the treasury|homeland.*)|secretary.general|director of the (cia|fbi)|first lady"
    r"|permanent representative to the united nations|ambassador to the united nations|national security advis.r"
    r"|secretary of state of (foreign|defence|the home).*|chancellor of the exchequer|governor of the .*bank.*|chair.*"
)
_INITIAL = re.compile(r"(?<= )[A-Z]\.? ")


def offices_of(tenures: Iterable[Tenure], states: States) -> dict[tuple[str, str], Node]:
    """The offices, by owner (a state's code or a body's local name) and canonical title."""
    found: dict[tuple[str, str], Node] = {}
    named: dict[str, Node] = {}
    for tenure in sorted(tenures, key=lambda each: (each.owner, each.office, not each.office_label, each.person)):
        key = (tenure.owner, tenure.office)
        state = states.labels.get(tenure.owner)
        if key not in found:
            # Two spellings of a title may have one name: "lieutenant-governor".
            name = f"office-{tenure.owner}-{slug(tenure.office)}"
            node = found[key] = named.setdefault(name, Node(name, "Office", _label(tenure, state)))
            node.say("title", *titles(tenure.office, tenure.owner))
            node.say("sector", tenure.sector or sector(tenure.office))
            node.say("country", tenure.owner if state else None)
            node.link("officeOf", None if state else tenure.owner)
        found[key].say("title", *tenure.titles)
    return found


def _label(tenure: Tenure, state: str | None) -> str:
    """The name to show: "Minister of Foreign Affairs of Kenya", "Ambassador of Kenya to Norway"."""
    words = tenure.office_label or tenure.office[:1].upper() + tenure.office[1:]
    owner = with_article(state or tenure.owner_label)
    head, to, rest = words.partition(" to ")
    if to and head.lower() in {"ambassador", "permanent representative", "high commissioner"}:
        return f"{head} of {owner} to {rest}"
    return f"{words} of {owner}"


def people_of(tenures: Iterable[Tenure]) -> dict[str, Node]:
    """The persons, by the identity that the tenures give them."""
    held: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        held[tenure.person].append(tenure)
    keys = _keys({person: rows[0].name for person, rows in held.items()})
    found = {}
    for person, rows in held.items():
        node = found[person] = Node(keys[person], "Person", rows[0].name)
        _name(node, {name for row in rows for name in (row.name, *row.aliases)})
        if any(_PROMINENT.fullmatch(row.office) for row in rows):
            node.say("weakName", *_surnames(rows))
        owners = [row.owner for row in rows if re.fullmatch("[A-Z]{3}", row.owner)]
        node.say("country", max(sorted(set(owners)), key=owners.count) if owners else None)
        node.same_as |= {f"wd:{row.wikidata}" for row in rows if row.wikidata}
    return found


def _keys(names: Mapping[str, str]) -> dict[str, str]:
    """Local names: the slug of the name where it is one person's, else with the person's identity."""
    owners: dict[str, list[str]] = defaultdict(list)
    for person, name in names.items():
        owners[slug(name)].append(person)
    return {
        person: f"person-{key}" if len(persons) == 1 and " " in names[person] else f"person-{key}-{slug(person)}"
        for key, persons in owners.items()
        for person in persons
    }


def _name(node: Node, names: Iterable[str]) -> None:
    """Full names are strong, with and without accents and initials; a single word is weak."""
    for name in names:
        bare = _INITIAL.sub("", re.sub(r"\s*(\([^)]*\)|, .*)", "", name)).strip()
        for each in {*spellings(name), *spellings(bare)}:
            if is_latin(each) and not re.search("[(&]", each):
                node.say("name" if " " in each else "weakName", each)


def _surnames(rows: Iterable[Tenure]) -> set[str]:
    """The surnames that a source tells, else the last word of the name."""
    told = {row.surname for row in rows if row.surname}
    found = told or {row.name.split()[-1] for row in rows}
    return {each for surname in found for each in spellings(surname) if len(each) > 2 and is_latin(each)}


def holdings_of(
    tenures: Iterable[Tenure], offices: Mapping[tuple[str, str], Node], people: Mapping[str, Node]
) -> list[Node]:
    """The holdings, one for each tenure."""
    found = {}
    for tenure in tenures:
        office, person = offices[tenure.owner, tenure.office].key, people[tenure.person].key
        node = Node("holding-" + digest(office, person, tenure.start)[:12], "Holding")
        node.link("heldOffice", office)
        node.link("heldBy", person)
        node.say("since", tenure.start)
        node.say("until", tenure.end)
        found[node.key] = node
    return list(found.values())


def gather(args: argparse.Namespace, states: States) -> list[Tenure]:
    """The tenures of all sources, one person under one identity, with dates that do not contradict each other."""
    tenures = [*of_holders(args.holders, states)]
    tenures += of_factbook(args.countries, states, tenures)
    tenures = settled([*tenures, *curated(args.curated, labels(args.taken), states, tenures)])
    names = full_names(args.leader_names)
    return settled([*tenures, *leaders(args.leaders, args.leader_codes, names, tenures)])


def main() -> None:
    """Reads the tables named on the command line and replaces both output files."""
    parser = argparse.ArgumentParser(description="Build the Turtle files of offices and of their holders.")
    parser.add_argument("--holders", type=Path, required=True, help="officeholders.csv (Wikidata)")
    parser.add_argument("--countries", type=Path, required=True, help="countries.csv (CIA World Factbook)")
    parser.add_argument("--leaders", type=Path, required=True, help="leaders-reign-2021-03.csv (REIGN)")
    parser.add_argument("--states", type=Path, default=ENTITIES / "countries.ttl")
    parser.add_argument("--curated", type=Path, default=ENTITIES / "office-holders.tsv")
    parser.add_argument("--leader-names", type=Path, default=ENTITIES / "leader-names.tsv")
    parser.add_argument("--leader-codes", type=Path, default=ENTITIES / "leader-codes.tsv")
    parser.add_argument("--taken", type=Path, nargs="*", default=[], help="Turtle files whose strong names stay theirs")
    parser.add_argument("--offices", type=Path, default=ENTITIES / "offices.ttl")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the file of persons")
    args = parser.parse_args()
    states = States.read(args.states)
    tenures = gather(args, states)
    offices, people = offices_of(tenures, states), people_of(tenures)
    keep_apart(people.values(), names_in(args.taken))
    write(args.offices, render(OFFICES_HEADER, {node.key: node for node in offices.values()}.values()))
    write(args.output, render(PEOPLE_HEADER, [*people.values(), *holdings_of(tenures, offices, people)]))


if __name__ == "__main__":
    main()
