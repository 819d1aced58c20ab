"""An entry of the ontology explained for people: what it means, what triggers or names it, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kgraph.model.identifiers import ENTITY, ONTOLOGY
from kgraph.model.vocabulary import (
    ActorType,
    EntityEntry,
    EventType,
    Holding,
    OfficeEntry,
    PredicateType,
    Vocabulary,
)
from kgraph.ontology.entries import Entry
from kgraph.ontology.triples import RDFS, SKOS, Triples

WIDTH = 100
_MOST = 40
_KINDS = {
    PredicateType: "predicate",
    EventType: "event type",
    EntityEntry: "entity",
    OfficeEntry: "office",
    ActorType: "kind of actor",
}

Row: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Context:
    """What an entry is explained with: the whole vocabulary, and what the files say of it beside."""

    vocabulary: Vocabulary
    triples: Triples

    def definition(self, iri: str) -> str:
        """The definition of a class, property or concept."""
        return (self.triples.first(iri, SKOS + "definition") if iri in self.triples.values else None) or ""

    def label(self, iri: str) -> str:
        """The label of anything, or its IRI."""
        return (self.triples.first(iri, RDFS + "label") if iri in self.triples.values else None) or iri

    def state(self, code: str | None) -> str:
        """A country's name and code."""
        states = (each.label for each in self.vocabulary.entities if each.type == "State" and each.country == code)
        name = next(states, None)
        return f"{name} ({code})" if name and code else code or ""


def explained(entries: Iterable[Entry], context: Context) -> Iterator[str]:
    """Explains entries one after the other in 100 columns.

    Yields:
        Lines with their line ends.
    """
    for number, entry in enumerate(entries):
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(width=14)
        grid.add_column(ratio=1, overflow="fold")
        rows = ((key, value) for key, value in _rows(entry, context) if value)
        last = ""
        for key, value in rows:
            grid.add_row("" if key == last else key, Text(value))
            last = key
        console = Console(width=WIDTH, color_system=None, force_terminal=False, legacy_windows=False)
        with console.capture() as capture:
            console.print(grid)
        yield from ["\n"] if number else []
        yield f"{entry.label}: {_KINDS[type(entry)]}\n"
        yield from (f"  {line.rstrip()}\n" for line in capture.get().splitlines() if line.strip())


def _rows(entry: Entry, context: Context) -> Iterator[Row]:
    yield "IRI", entry.iri
    yield "definition", context.definition(entry.iri)
    match entry:
        case PredicateType():
            yield from _predicate(entry, context)
        case EventType():
            yield from _event_type(entry, context)
        case EntityEntry():
            yield from _entity(entry, context)
        case OfficeEntry():
            yield from _office(entry, context)
        case ActorType():
            yield "shown as", entry.type
            yield "nouns", _list(entry.nouns)
            yield "sector", entry.sector or ""
            yield "kind", entry.kind or ""
    yield "stands in", place(context.triples.files[entry.iri], entry.iri)


def _predicate(entry: PredicateType, context: Context) -> Iterator[Row]:
    if entry.event is None:
        yield "event type", "none: no political act"
    else:
        yield "event type", f"{entry.event}: {context.definition(ONTOLOGY + entry.event)}"
    yield "mode", entry.mode or ""
    yield "contexts", _list(entry.contexts)
    yield "CAMEO", entry.cameo or ""
    yield "verb triggers", _list(entry.verbs)
    yield "noun triggers", _list(entry.nouns)
    yield "recipient", " or ".join("the object" if each == "object" else f"after {each!r}" for each in entry.recipients)
    yield from (("says it", sentence) for sentence in entry.examples)
    yield from (("does not", sentence) for sentence in entry.counterexamples)


def _event_type(entry: EventType, context: Context) -> Iterator[Row]:
    yield "quad class", context.label(ONTOLOGY + entry.quad_class) if entry.quad_class else ""
    yield "modes", _list(mode.name for mode in context.vocabulary.modes if mode.event == entry.name)
    yield "if planned", entry.planned_as or ""
    yield "if refused", entry.refused_as or ""
    yield "predicates", _list(each.label for each in context.vocabulary.predicates if each.event == entry.name)


def _entity(entry: EntityEntry, context: Context) -> Iterator[Row]:
    yield "class", " < ".join(_classes(ONTOLOGY + entry.type, context))
    yield "names", _list(entry.names)
    yield "weak names", _list(entry.weak_names)
    yield "adjectives", _list(entry.adjectives)
    yield "nationals", _list(entry.nationals)
    yield "capital", _list(entry.capitals)
    yield "seats", _list(entry.seats)
    yield "country", context.state(entry.country)
    yield "sector", entry.sector or ""
    yield "kind", entry.kind or ""
    yield "there", _period(entry.since, entry.until)
    yield "part of", context.label(entry.part_of) if entry.part_of else ""
    yield "members", _list(sorted(map(context.label, entry.members)))
    yield "member of", _list(each.label for each in context.vocabulary.entities if entry.iri in each.members)
    for holding in _latest_first(each for each in context.vocabulary.holdings if each.person == entry.iri):
        yield "held office", f"{context.label(holding.office)}, {_period(holding.start, holding.end)}"
    yield from (("same as", iri) for iri in entry.same_as)


def _office(entry: OfficeEntry, context: Context) -> Iterator[Row]:
    yield "titles", _list(entry.titles)
    yield "country", context.state(entry.country)
    yield "of", context.label(entry.body) if entry.body else ""
    yield "sector", entry.sector or ""
    for holding in _latest_first(each for each in context.vocabulary.holdings if each.office == entry.iri):
        yield "held by", f"{context.label(holding.person)}, {_period(holding.start, holding.end)}"


def _classes(iri: str, context: Context) -> Iterator[str]:
    """A class and those above it in this ontology, each by its local name."""
    above: str | None = iri
    while above is not None:
        yield above.removeprefix(ONTOLOGY)
        rows = context.triples.all(above, RDFS + "subClassOf") if above in context.triples.values else ()
        above = next((each for each in rows if each.startswith(ONTOLOGY)), None)


def _latest_first(holdings: Iterable[Holding]) -> list[Holding]:
    return sorted(holdings, key=lambda each: (each.start or "", each.end or "", each.person, each.office), reverse=True)


def _period(start: str | None, end: str | None) -> str:
    return " ".join([*([f"from {start}"] if start else []), *([f"until {end}"] if end else [])])


def _list(words: Iterable[str]) -> str:
    """The words in a row; of very many the first."""
    found = list(words)
    rest = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return ", ".join(found[:_MOST]) + rest


def place(path: Path, iri: str) -> str:
    """The file that an entry stands in, with its line where one begins with the entry's name."""
    names = [f"<{iri}>"]
    for prefix, space in (("kg:", ONTOLOGY), ("kge:", ENTITY)):
        if iri.startswith(space):
            names.append(prefix + iri.removeprefix(space))
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.split(maxsplit=1)[:1] and line.split(maxsplit=1)[0] in names and not line[0].isspace():
                return f"{path}:{number}"
    return str(path)
