"""Builds ``entities/non-state.ttl``: armed groups, non-governmental organisations and companies of PETRARCH2.

The names are those of its actor dictionaries (MIT), which are in capitals
and mix groups with persons, titles and dates. Kept are actors whose name
shows that they are a body; who shares a name with an entity of an earlier
file is left out, since it is that one. Of the companies
only the largest, by the market value that the dictionary tells, are kept.

    python ontology/scripts/build_non_state.py \
        --actors Phoenix.MilNonState.actors.txt Phoenix.International.actors.txt \
        --taken ontology/entities/countries.ttl ... -o ontology/entities/non-state.ttl
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from build_actor_nouns import SECTORS
from entity_file import Node, keep_apart, labels, names_in, render, write
from office_sources import States

from kgraph.model.identifiers import slug

ENTITIES = Path(__file__).resolve().parent.parent / "entities"
HEADER = """\
Armed groups, non-governmental organisations and companies, made by ontology/scripts/build_non_state.py; do not edit.
Source: the actor dictionaries of PETRARCH2, (c) 2014 Open Event Data Alliance, MIT licence.
"""
LARGE = 20_000_000_000
_CLASSES = {"NGO": "Organization", "MNC": "Company", "IMG": "ArmedGroup", "REB": "ArmedGroup"}
_SMALL_WORDS = frozenset(
    re.findall(r"\w+", "of the and for in on to de la el du des do da y et ul e i a against with by")
)
# A body says what it is; a person's name does not.
_BODY = re.compile(
    r"\b(army|front|movement|party|group|brigades?|force|forces|organi[sz]ation|union|council|committee|league|command|cell|"
    r"cells|liberation|resistance|revolutionary|association|foundation|institute|international|federation|network|society|"
    r"alliance|centre|center|fund|agency|commission|trust|relief|aid|rights|world|coalition|campaign|church|watch|"
    r"without|action|assembly|jihad|mujahid\w*|harakat|hizb\w*|lashkar\S*|jaish\S*|faction|commando\w*|guard|guards|"
    r"corporation|company|bank|group|holdings|industries|systems|technologies|energy|motors|airlines|petroleum|oil|"
    r"electric|pharmaceuticals?|communications|insurance|financial|stores|chemical|mining|steel|telecom\w*)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(president|director|leader|chief|secretary|spokes\w+|official|staff|member|envoy|minister)\b", re.IGNORECASE
)
_SUFFIX = re.compile(
    r",? (inc|incorporated|corp|corporation|co|company|ltd|limited|plc|llc|lp|sa|ag|nv|group inc)\.?$", re.IGNORECASE
)
_ACRONYM = re.compile(r"\s*\((?P<acronym>[A-Z/-]{2,8})\)\s*$")
_VALUE = re.compile(r"\$([\d,]+)")


@dataclass
class Actor:
    """One actor of a dictionary: its names as they stand, its code, and the market value that its line tells."""

    names: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    value: int = 0


def actors(lines: Iterable[str]) -> Iterator[Actor]:
    """The actors of a dictionary; further names begin with a plus, a code in brackets follows any of them."""
    current: Actor | None = None
    for line in lines:
        content, _, remark = line.partition("#")
        name = re.sub(r"\[[^\]]*\]", "", content).strip()
        codes = re.findall(r"\[([A-Z]{3,})([^\]]*)\]", content)
        if name.startswith("+") and current is not None:
            current.names.append(name[1:])
        elif name and not name.startswith("+"):
            if current is not None:
                yield current
            current = Actor([name])
        if current is not None:
            # A code with dates is a person's, who was something else before.
            current.codes += [code + "!" * bool(dates.strip()) for code, dates in codes]
            if value := _VALUE.search(remark):
                current.value = int(value[1].replace(",", ""))
    if current is not None:
        yield current


def cased(name: str) -> str:
    """A name in capitals with underscores, as it is written elsewhere."""
    words = re.sub(r"[_\s]+", " ", name).strip(" _").split()
    return " ".join(_word(word, index) for index, word in enumerate(words))


def _word(word: str, index: int) -> str:
    lower = word.lower()
    if index and lower in _SMALL_WORDS:
        return lower
    return "-".join(
        part if part in {"ul", "e", "al", "i"} and place else part.capitalize()
        for place, part in enumerate(lower.split("-"))
    )


def node_of(actor: Actor, states: frozenset[str]) -> Node | None:
    """The actor as an entity, or nothing where it is no body of a kind that is kept."""
    code = actor.codes[0] if actor.codes else ""
    first, rest = code[:3], code[3:6]
    kind = first if first in {"NGO", "MNC", "IMG"} else "IMG" if rest == "REB" and first not in states else ""
    country = next((part for part in (first, rest) if part in states), "")
    role = kind if kind in _CLASSES else rest
    if not code or "!" in code or role not in _CLASSES or _TITLE.search(actor.names[0].replace("_", " ")):
        return None
    names = [name for raw in actor.names for name in _names(raw)]
    if not names or not _BODY.search(names[0]) or (kind == "MNC" and actor.value < LARGE):
        return None
    node = Node(f"org-{slug(names[0])}", _CLASSES[role], names[0])
    for name in names:
        node.say("name" if name.count(" ") >= 2 or (kind == "MNC" and " " in name) else "weakName", name)
    node.say("country", country)
    node.say("kind", kind if kind != "IMG" or not country else "")
    later = [SECTORS.get(part, part) for part in (rest, code[6:9]) if part and part not in states]
    node.say(
        "sector",
        {"ArmedGroup": "REB", "Company": "BUS"}.get(node.type) or next((p for p in later if p in _SECTORS), "SOC"),
    )
    return node


_SECTORS = frozenset({"MED", "JRN", "EDU", "LAB", "AGR", "REF", "REL", "SOC", "BUS", "JUD", "LEG"})


def _names(raw: str) -> Iterator[str]:
    text = raw.replace("_", " ").strip()
    acronym = _ACRONYM.search(text)
    text = _ACRONYM.sub("", text)
    if re.search(r"[\d()&;:#/+*]", text) or len(text) < 4:
        return
    name = re.sub("^The ", "", cased(text))
    bare = _SUFFIX.sub("", name)
    yield from dict.fromkeys(each for each in (bare, name) if len(each) > 3 and not _TITLE.search(each))
    if acronym and "/" not in acronym["acronym"]:
        yield acronym["acronym"]


def main() -> None:
    """Reads the dictionaries and replaces the output file at once."""
    parser = argparse.ArgumentParser(description="Build the Turtle file of PETRARCH's non-state actors.")
    parser.add_argument("--actors", type=Path, nargs="+", required=True, help="PETRARCH2's dictionaries of actors")
    parser.add_argument("--states", type=Path, default=ENTITIES / "countries.ttl")
    parser.add_argument("--taken", type=Path, nargs="*", default=[], help="Turtle files whose strong names stay theirs")
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args()
    states = frozenset(States.read(args.states).labels)
    taken = names_in(args.taken) | names_in(args.taken, "weakName")
    known = labels(args.taken).keys()
    found: dict[str, Node] = {}
    for path in args.actors:
        for actor in actors(path.read_text("utf-8", errors="replace").splitlines()):
            node = node_of(actor, states)
            if node is None or node.key in known:
                continue
            if not any(name.casefold() in taken for name in node.all("name") | {node.label}):
                found.setdefault(node.key, node)
    keep_apart(found.values(), taken)
    write(args.output, render(HEADER, found.values()))


if __name__ == "__main__":
    main()
