"""The quality corpus: short news texts of ours with the statements that a careful reader finds in them.

A file of ``corpus/`` holds texts one below the other::

    = visit 2023-03-15                                      id and date of publication
    > Kenyan Foreign Minister Grace Wanjiru arrived ...     the text; a ">" alone parts paragraphs
    Grace Wanjiru | hold office | Foreign Minister | of: Kenyan
    Kenya | close | their border | time: 2011

A gold line is subject, predicate, object, and further fields in any order.
The predicate is a lemma; ``-`` stands for a part that is not there; ``/``
parts alternatives; ``it = Japan`` adds what the mention means. The fields:
``by`` the chain of holders, outermost first, parted by ``>``; ``mood`` the
marks of factuality in the words of :func:`tests.statements.mood`; ``time`` its
value; ``place``; any other key is the marker of an argument. A statement
without ``by`` is the writer's, one without ``mood`` a plain fact; ``?`` leaves
either open. A line that starts with ``?`` may be read and need not be.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kgraph.model.document import Document

FOLDER = Path(__file__).with_name("corpus")
OPEN = ("?",)


@dataclass(frozen=True)
class Gold:
    """One statement as wanted; words are alternatives, empty where the part must be missing."""

    subject: tuple[str, ...]
    predicate: tuple[str, ...]
    object: tuple[str, ...]
    subject_entity: str = ""
    object_entity: str = ""
    holders: tuple[str, ...] = ()
    mood: tuple[str, ...] = ("",)
    time: str = ""
    place: str = ""
    arguments: Mapping[str, str] = field(default_factory=dict)
    optional: bool = False
    line: str = ""


@dataclass(frozen=True)
class Text:
    """A document with its statements."""

    document: Document
    gold: tuple[Gold, ...]


def load(folder: Path = FOLDER) -> tuple[Text, ...]:
    """All texts of a corpus.

    Raises:
        ValueError: A line is malformed; names file and line.
    """
    texts = [text for file in sorted(folder.glob("*.txt")) for text in _texts(file)]
    if len({text.document.id for text in texts}) < len(texts):
        raise ValueError(f"{folder}: two texts share an id")
    return tuple(texts)


def _texts(file: Path) -> Iterator[Text]:
    blocks: list[tuple[str, list[str], list[Gold]]] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            if line.startswith("= "):
                blocks.append((line[2:], [], []))
            elif line.startswith(">"):
                blocks[-1][1].append(line[2:])
            elif line and not line.startswith("#"):
                blocks[-1][2].append(parse(line))
        except (IndexError, ValueError) as error:
            raise ValueError(f"{file.name}:{number}: {error}: {line!r}") from error
    for heading, lines, gold in blocks:
        name, date = heading.split()
        text = "\n".join(lines)
        yield Text(Document(name, text, datetime.date.fromisoformat(date)), tuple(gold))


def parse(line: str) -> Gold:
    """A gold line.

    Raises:
        ValueError: It does not have three or four parts, or a field has no value.
    """
    optional = line.startswith("? ")
    parts = [part.strip() for part in line.removeprefix("? ").split("|")]
    if len(parts) not in {3, 4} or not all(parts):
        raise ValueError("wanted: subject | predicate | object | field: value; ...")
    fields = dict(_field(item) for item in parts[3].split(";")) if len(parts) == 4 else {}
    subject, _, subject_entity = parts[0].partition(" = ")
    target, _, object_entity = parts[2].partition(" = ")
    chain = fields.pop("by", "")
    return Gold(
        subject=alternatives(subject),
        predicate=alternatives(parts[1]),
        object=alternatives(target),
        subject_entity=subject_entity,
        object_entity=object_entity,
        holders=tuple(holder.strip() for holder in chain.split(">")) if chain else (),
        mood=tuple(mood.strip() for mood in fields.pop("mood", "").split("/")),
        time=fields.pop("time", ""),
        place=fields.pop("place", ""),
        arguments=fields,
        optional=optional,
        line=line,
    )


def alternatives(words: str) -> tuple[str, ...]:
    """The alternatives of a field; a dash is the empty one."""
    return tuple("" if word.strip() == "-" else word.strip() for word in words.split(" / "))


def _field(item: str) -> tuple[str, str]:
    key, colon, value = (part.strip() for part in item.partition(":"))
    if not colon or not key or not value:
        raise ValueError(f"{item.strip()!r} is no field: value")
    return key, value
