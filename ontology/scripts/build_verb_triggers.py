"""Makes ``events/verbs.ttl``: triggers after the verb dictionary of PETRARCH2.

usage: build_verb_triggers.py CAMEO.2.0.txt [-o FILE]

The dictionary (github.com/openeventdata/petrarch2, MIT) tells which CAMEO code
a verb has with which object or preposition. A pattern becomes a trigger of the
predicate with that code, or with the code above it, where it asks for one noun
behind the verb, one preposition, or a noun and a preposition, and where the
files of ``events`` do not say otherwise. It is given to the verb at which it
was found in texts, which a comment names, not to all synonyms of that verb,
and not to a verb that is an act of another type by itself. A synonym set of
nouns becomes a word class, unless ``events/words.ttl`` has one of its name. Codes of plain statements and appeals
(01, 02) are no acts in PLOVER; they and the unspecific codes (030, 060) are left out.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

KG = "https://w3id.org/kgraph/ontology#"
EVENTS = Path(__file__).parent.parent / "events"
OUT = EVENTS / "verbs.ttl"
HEAD = """\
# Triggers after the verb dictionary of PETRARCH2, file CAMEO.2.0.txt of github.com/openeventdata/petrarch2, MIT.
# Made by scripts/build_verb_triggers.py; not for editing. A trigger that should mean something else is given to
# another predicate by hand, in the file of its event type, and then left out here.

@prefix kg: <https://w3id.org/kgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
NOT_ACTS = ("01", "02")
LIGHT = frozenset({"be", "become", "come", "do", "feel", "get", "go", "have", "know", "live", "see", "seem", "think"})
PREPOSITIONS = frozenset(
    {"about", "after", "against", "at", "behind", "between", "by", "for", "from", "in", "into", "of", "off"}
    | {"on", "out", "over", "through", "to", "toward", "towards", "under", "up", "upon", "with", "without"}
)
PARTICLES = frozenset({"away", "back", "down", "forward", "in", "off", "on", "out", "over", "up"})


@dataclass(slots=True)
class Block:
    """Verbs that share patterns; the patterns, their codes and the verbs at which they were found."""

    verbs: list[str] = field(default_factory=list)
    patterns: list[tuple[str, str, str]] = field(default_factory=list)


def main() -> None:
    """Reads the dictionary and the predicates, writes the triggers and the word classes that they use."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=OUT)
    args = parser.parse_args()
    blocks, sets = read(args.dictionary.read_text(encoding="utf-8", errors="replace"))
    known = Known.read()
    found: dict[str, set[str]] = defaultdict(set)
    owners: dict[str, str] = {}
    for block in blocks:
        for code, trigger in triggers(block):
            predicate = known.owner(code, trigger)
            named = set(re.findall("<(.*?)>", trigger)) <= {*sets, *known.classes}
            if predicate is not None and named and owners.setdefault(trigger, predicate) == predicate:
                found[predicate].add(trigger)
    used = {word[1:-1] for words in found.values() for trigger in words for word in trigger.split() if word[0] == "<"}
    classes = [word_class(name, sets[name]) for name in sorted(used & {*sets} - known.classes)]
    text = HEAD + "".join([*classes, *(turtle(name, found[name]) for name in sorted(found))])
    args.output.write_text(text, encoding="utf-8")
    print(f"{sum(map(len, found.values()))} triggers of {len(found)} predicates", file=sys.stderr)


def read(text: str) -> tuple[list[Block], dict[str, list[str]]]:
    """The verb blocks and the synonym sets of the dictionary."""
    blocks: list[Block] = []
    sets: dict[str, list[str]] = {}
    members: list[str] | None = None
    for raw in text.splitlines():
        line, _, comment = (part.strip() for part in raw.partition("#"))
        if line.startswith("&"):
            members = sets.setdefault(line.split()[0][1:].lower(), [])
        elif line.startswith("---"):
            blocks.append(Block())
            members = None
        elif line.startswith("- ") and blocks:
            if code := re.search(r"\[(\w+)", line):
                verb = comment.split(",")[0].strip().replace("_", " ").lower()
                blocks[-1].patterns.append((line[2 : line.index("[")].strip(), code.group(1), verb))
        elif line.startswith("+") and members is not None:
            members.append(line[1:].strip("_ ").replace("_", " ").lower())
        elif line and blocks and members is None:
            blocks[-1].verbs.append(re.split(r"[\[{]", line)[0].strip("+_ ").replace("_", " ").lower())
    return blocks, sets


@dataclass(frozen=True, slots=True)
class Known:
    """What the files of ``events`` say by hand.

    Attributes:
        codes: The predicate of each CAMEO code, the one with most triggers where several have it.
        types: The event type of each predicate.
        triggers: The predicate of each trigger.
        classes: The names of the word classes.
    """

    codes: dict[str, str]
    types: dict[str, str]
    triggers: dict[str, str]
    classes: frozenset[str]

    @classmethod
    def read(cls) -> Known:
        """Reads the files."""
        values: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for path in sorted(EVENTS.glob("*.ttl")):
            for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE) if path.name != OUT.name else ():
                name, subject = quad.predicate.value.removeprefix(KG), quad.subject.value.removeprefix(KG)
                values[name].append((subject, quad.object.value.removeprefix(KG)))
        triggers = {trigger: subject for subject, trigger in values["verbTrigger"]}
        sizes = Counter(triggers.values())
        by_size = sorted(values["cameo"], key=lambda each: (sizes[each[0]], each[0]))
        classes = frozenset(s.removeprefix("words-") for s, _ in values["word"] if s.startswith("words-"))
        return cls({code: s for s, code in by_size if sizes[s]}, dict(values["eventType"]), triggers, classes)

    def owner(self, code: str, trigger: str) -> str | None:
        """The predicate that a trigger of a code is given to: that of the code, or of the code above it."""
        if not re.fullmatch(r"\d\d[1-9]\d?", code) or code.startswith(NOT_ACTS) or trigger in self.triggers:
            return None
        predicate = self.codes.get(code) or self.codes.get(code[:3])
        verb, _, rest = trigger.partition(" ")
        phrasal = f"{verb} {rest.partition(' ')[0]}"
        by_hand = self.triggers.get(phrasal) or self.triggers.get(verb)
        if predicate is None or (by_hand is not None and self.types.get(by_hand) != self.types.get(predicate)):
            return None
        return predicate


def triggers(block: Block) -> Iterator[tuple[str, str]]:
    """The codes and triggers that a block's patterns make."""
    for pattern, code, found in block.patterns:
        before, star, after = pattern.partition("*")
        if not star or before.strip():
            continue
        for words in slots(after.strip()):
            phrasal = re.fullmatch(r"[a-z]+( [a-z]+)?", found) and not found.endswith(" and")
            if phrasal and found in block.verbs and found not in LIGHT:
                yield code, f"{found} {words}"


def slots(after: str) -> Iterator[str]:
    """What a pattern asks for behind the verb, in the words of our triggers; nothing where it asks for too much."""
    parts = re.findall(r"\{[^}]*\}|\([^)]*\)|[^\s(){}]+", after)
    if not 1 <= len(parts) <= 2:
        return
    noun = parts[0] if not parts[0].startswith("(") else ""
    rest = parts[1:] if noun else parts
    behind = [word.lower() for part in rest for word in part.strip("()").split()]
    if rest and not (rest[0].startswith("(") and behind and behind[0] in PREPOSITIONS):
        return
    if len(behind) > 2 or not all(re.fullmatch("[a-z]+(-[a-z]+)*", word) for word in behind):
        return
    tail = [behind[0], *(singular(word) for word in behind[1:])] if behind else []
    head = lemma(noun) if noun else ""
    if head is not None and (head or tail):
        yield " ".join(word for word in (head, *tail) if word)


def lemma(noun: str) -> str | None:
    """The lemma of the head of a noun phrase, or a particle, or the word class that stands for a synonym set."""
    words = noun.strip("{}").lower().split()
    last = words[-1] if words else ""
    if last.startswith("&"):
        return f"<{last[1:]}>"
    if not re.fullmatch(r"[a-z-]+", last) or (last in PREPOSITIONS and last not in PARTICLES):
        return None
    return last if last in PARTICLES else singular(last)


def singular(word: str) -> str:
    """The singular of a regular noun."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(ch|sh|ss|x)es$", word):
        return word[:-2]
    return word[:-1] if re.search(r"[^siu]s$", word) and len(word) > 3 else word


def word_class(name: str, members: list[str]) -> str:
    """The triples of a synonym set; of a member of several words the last."""
    words = sorted({singular(member.split()[-1]) for member in members})
    head = (
        f'\nkg:words-{name} a kg:WordClass ;\n    rdfs:label "<{name}>"@en ;\n    skos:notation "{name}" ;\n    kg:word'
    )
    return "\n".join([head, *rows(words)]) + "\n"


def turtle(predicate: str, found: set[str]) -> str:
    """The triples of one predicate."""
    return "\n".join([f"\nkg:{predicate} kg:verbTrigger", *rows(sorted(found))]) + "\n"


def rows(words: list[str]) -> Iterator[str]:
    """The words as objects of one property, several in a row."""
    row = "   "
    for word in words:
        item = f' "{word}"' + ("," if word != words[-1] else " .")
        if len(row) + len(item) > 118:
            yield row
            row = "   "
        row += item
    yield row


if __name__ == "__main__":
    main()
