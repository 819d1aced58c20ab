"""Builds ``actors.ttl``: classes of bodies and of people with the nouns that, with a state, make an actor.

"The Kenyan foreign ministry", "Ukrainian officials" and "rebels in Darfur"
are known by their noun and its sector in PLOVER's terms. The classes are
those of ``entities/actor-nouns.tsv``; nouns of PETRARCH's agents
(``Phoenix.agents.txt``, MIT) that the table lacks join the class that it
names for the rest of their sector.

    python ontology/scripts/build_actor_nouns.py --agents Phoenix.agents.txt -o ontology/actors.ttl
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from entity_file import PREFIXES, listed, literal, read_columns, write

TABLE = Path(__file__).resolve().parent.parent / "entities" / "actor-nouns.tsv"
HEADER = """\
# Kinds of bodies and of people and the nouns for them, made by ontology/scripts/build_actor_nouns.py; do not edit,
# change actor-nouns.tsv instead. Nouns are lower case; nouns for people stand in singular and plural.
# Sources: actor-nouns.tsv and the agents of PETRARCH2, (c) 2014 Open Event Data Alliance, MIT licence.
"""
# From the first part of PETRARCH's CAMEO code to PLOVER's sector, where it is another.
SECTORS = {
    "MED": "JRN",
    "HLH": "MED",
    "ENV": "SOC",
    "HRI": "SOC",
    "NGO": "SOC",
    "PPL": "CVL",
    "RAD": "REB",
    "DEV": "SOC",
    **dict.fromkeys(("MUS", "CHR", "HIN", "JEW", "BUD"), "REL"),
}
_ENTRY = re.compile(r"(?P<noun>[^{\[#]+?)\s*(?P<plural>\{[^}]*\})?\s*\[~?(?P<code>[A-Z]{3})(?P<more>[A-Z]*)~?\]")
_PEOPLE = re.compile(
    r"(?:er|or|ist|man|men|woman|women|person|people|ian|ant|ent|chief|minister|secretary|official|staff|"
    r"judge|guard|king|soldier|ive|ee|ot|al|ic|child|spy|youth|cop|agent|lama|nun|monk|priest|rabbi)$"
)
_BODIES = re.compile(
    r"\b(?:agenc|authorit|ministry|department|dept|committee|council|commission|court|office|bureau|board|force|army|navy|"
    r"party|parties|coalition|alliance|organi[sz]ation|group|union|association|institut|school|universit|college|compan|"
    r"corporation|corp|firm|bank|industry|service|assembl|parliament|congress|senate|house|chamber|tribunal|police|unit|"
    r"squad|regiment|brigade|battalion|division|fleet|hospital|clinic|newspaper|daily|radio|television|station|media|press|"
    r"church|mosque|temple|diocese|federation|movement|front|militia|government|regime|junta|centre|center|apparatus|camp|"
    r"airline|airway|facility|legislature|delegation|mission|embassy|consulate|cartel|gang|command|patrol|establishment)"
)


@dataclass
class Kind:
    """One class with its nouns."""

    label: str
    above: str
    sector: str
    kind: str
    rest: str
    nouns: set[str] = field(default_factory=set)


def plural(noun: str) -> str:
    """The plural of a noun phrase, whose head is its last word or the one before "of" and "in"."""
    head, preposition, rest = re.fullmatch(r"(.+?)( of | in | to |$)(.*)", noun).groups()  # type: ignore[union-attr]
    if head.endswith(("man", "woman")) and not head.endswith(("german", "roman", "ottoman", "human", "layman's")):
        head = head[:-2] + "en"
    elif head.endswith(("person",)):
        head = head[: -len("person")] + "people"
    elif head.endswith("midwife"):
        head = head[:-2] + "ves"
    elif head.endswith("child"):
        head += "ren"
    elif re.search(r"(?:s|x|z|ch|sh)$", head):
        head += "es"
    elif re.search(r"[^aeiou]y$", head):
        head = head[:-1] + "ies"
    elif head.endswith(
        (
            "attorney general",
            "consul general",
            "prosecutor general",
            "governor general",
            "solicitor general",
            "inspector general",
        )
    ):
        first, _, last = head.rpartition(" ")
        head = f"{first}s {last}"
    elif not head.endswith(
        ("people", "men", "clergy", "mujahideen", "mujahedeen", "mujahedin", "personnel", "staff", "media")
    ):
        head += "s"
    return head + preposition + rest


def spelled(noun: str) -> set[str]:
    """A noun in British and American spelling, and a department for each ministry."""
    found = {noun}
    if "ministry" in noun:
        found.add(noun.replace("ministry", "department"))
    for left, right in (
        ("defence", "defense"),
        ("labour", "labor"),
        ("organisation", "organization"),
        ("centre", "center"),
    ):
        found |= {
            re.sub(rf"\b{one}(?!at)", other, each) for each in found for one, other in ((left, right), (right, left))
        }
    return found


def read_kinds(table: Path) -> tuple[list[Kind], set[str]]:
    """The classes of the table, and the nouns that it drops."""
    kinds, dropped = [], set()
    for number, row in read_columns(table):
        nouns = set(listed(row["nouns"]))
        if row["label"] == "drop":
            dropped = nouns
            continue
        if not row["above"] or row["rest"] not in {"", "people", "body"}:
            raise SystemExit(f"{table}:{number}: expected a class above, and people, body or nothing for the rest")
        kinds.append(Kind(row["label"], row["above"], row["sector"], row["kind"], row["rest"]))
        kinds[-1].nouns = {each for noun in nouns for each in _forms(noun, row["rest"] == "people")}
    return kinds, dropped


def _forms(noun: str, people: bool) -> set[str]:
    return {each for form in ({noun, plural(noun)} if people else {noun}) for each in spelled(form)}


def agents(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The nouns of PETRARCH's file with PLOVER's sector; those of ministers are composed anyway."""
    for line in lines:
        entry = _ENTRY.match(line)
        if entry is None or "MINIST" in entry["noun"]:
            continue
        sector = SECTORS.get(entry["code"], entry["code"])
        if sector == "REL" and entry["more"]:
            sector = SECTORS.get(entry["more"][:3], entry["more"][:3])
        for noun in _substituted(entry["noun"].strip().strip("_").replace("_", " ").lower()):
            yield noun, sector


def _substituted(noun: str) -> Iterator[str]:
    if "!person!" in noun:
        yield from (noun.replace("!person!", each).strip() for each in ("man", "woman", "person"))
    elif "!" not in noun:
        yield noun


def complete(kinds: list[Kind], dropped: set[str], nouns: Iterable[tuple[str, str]]) -> None:
    """Adds the nouns that no class has, each to the class for the rest of its sector; the first sector wins."""
    known = dropped.union(*(kind.nouns for kind in kinds))
    rest = {(kind.sector, kind.rest): kind for kind in kinds if kind.rest}
    for noun, sector in nouns:
        people = not _BODIES.search(noun) and _PEOPLE.search(noun) is not None
        kind = rest.get((sector, "people" if people else "body"))
        # What ends in a preposition is the beginning of a name, and digits and dots belong to models and ranks.
        if kind is None or noun in known or re.search(r"[\d./]| (?:of|for|to|at|in|the)$|^the ", noun):
            continue
        if not people and not _BODIES.search(noun):
            continue
        forms = _forms(noun, people) - known
        kind.nouns |= forms
        known |= forms


def render(kinds: Iterable[Kind]) -> str:
    """The Turtle file; one class after the other."""
    blocks = [HEADER + "\n" + PREFIXES]
    for kind in sorted(kinds, key=lambda each: each.label):
        name = "".join(word.capitalize() for word in kind.label.split())
        parts = [f"kg:{name} a owl:Class", f"rdfs:label {literal(kind.label)}@en", f"rdfs:subClassOf kg:{kind.above}"]
        parts += [
            f"kg:{key} {literal(value)}" for key, value in (("sector", kind.sector), ("kind", kind.kind)) if value
        ]
        parts.append("kg:actorNoun " + ",\n        ".join(map(literal, sorted(kind.nouns))))
        blocks.append(" ;\n    ".join(parts) + " .\n")
    return "\n".join(blocks)


def main() -> None:
    """Reads the table and PETRARCH's file and replaces the output file at once."""
    parser = argparse.ArgumentParser(description="Build the Turtle file of nouns for actors.")
    parser.add_argument("--agents", type=Path, required=True, help="Phoenix.agents.txt (PETRARCH2)")
    parser.add_argument("--table", type=Path, default=TABLE)
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args()
    kinds, dropped = read_kinds(args.table)
    complete(kinds, dropped, agents(args.agents.read_text("utf-8", errors="replace").splitlines()))
    write(args.output, render(kinds))


if __name__ == "__main__":
    main()
