"""Lexicon files to the :class:`~kgraph.model.lexicon.Lexicon` record.

A file holds tab-separated rows, sorted by their first field, under comment
lines that start with ``#`` and name the columns and the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

from kgraph.errors import OntologyError
from kgraph.model.lexicon import (
    ClosedClasses,
    Cue,
    Effect,
    Embedder,
    EventGovernor,
    EventNoun,
    EventWords,
    Lexicon,
    Modal,
    ReferenceWords,
)

_Enum = TypeVar("_Enum", bound=StrEnum)


def load(folder: Traversable | None = None) -> Lexicon:
    """Reads a language's lexicon.

    Args:
        folder: Where its files lie; the English lexicon that kgraph ships by default.

    Raises:
        OntologyError: A file is missing, or a row is out of order, doubled or malformed; names file and line.
    """
    place = folder or files("kgraph.lexicon") / "en"
    return Lexicon(
        cues=_cues(place / "cue_verbs.tsv"),
        cue_adjectives=_cues(place / "cue_adjectives.tsv"),
        cue_nouns=_cues(place / "cue_nouns.tsv"),
        embedders=_embedders(place / "embedders.tsv"),
        modals=_modals(place / "modals.tsv"),
        hedges=_effects(place / "hedges.tsv"),
        negators=_words(place / "negators.tsv"),
        conditionals=_words(place / "conditionals.tsv"),
        object_controls=_words(place / "object_controls.tsv"),
        topics={row[0]: frozenset(row[1].split()) for _, row in _rows(place / "topics.tsv", 2)},
        particles=_words(place / "particles.tsv"),
        exemplifiers=_words(place / "exemplifiers.tsv"),
        roles={row[0]: row[1] for _, row in _rows(place / "prepositions.tsv", 3)},
        place_markers=frozenset(row[0] for _, row in _rows(place / "prepositions.tsv", 3) if row[2] == "place"),
        ground_markers=frozenset(row[0] for _, row in _rows(place / "prepositions.tsv", 3) if row[2] == "ground"),
        place_nouns=_words(place / "place_nouns.tsv"),
        offices=_words(place / "offices.tsv"),
        portfolio_offices=_words(place / "portfolio_offices.tsv"),
        former=_words(place / "former.tsv"),
        weekdays=_numbers(place / "weekdays.tsv"),
        months=_numbers(place / "months.tsv"),
        verb_forms=dict(row for _, row in _rows(place / "verb_forms.tsv", 2)),
        time_words={row[0]: row[1] for _, row in _rows(place / "times.tsv", 2)},
        reference=_reference(place),
        events=_events(place),
        closed=_closed(place / "closed_classes.tsv"),
    )


def _closed(file: Traversable) -> ClosedClasses:
    wanted = {each.name for each in fields(ClosedClasses)}
    found = {}
    for number, row in _rows(file, 2):
        if row[0] not in wanted:
            raise OntologyError(f"{file.name}:{number}: no rule speaks of a class {row[0]!r}; remove it")
        found[row[0]] = frozenset(row[1].split("|"))
    if missing := sorted(wanted - found.keys()):
        raise OntologyError(f"{file.name}: lacks the class {missing[0]!r}; add a row with its words")
    return ClosedClasses(**found)


def _reference(place: Traversable) -> ReferenceWords:
    return ReferenceWords(
        genders=dict(row for _, row in _rows(place / "gendered_words.tsv", 2)),
        given_names=dict(row for _, row in _rows(place / "given_names.tsv", 2)),
        persons=_words(place / "person_nouns.tsv"),
        organisations=_groups(place / "organisation_nouns.tsv"),
        synonyms=_groups(place / "office_synonyms.tsv"),
        representing=_words(place / "representing_offices.tsv"),
        events=_groups(place / "event_nouns.tsv"),
        impersonal=_words(place / "impersonal_verbs.tsv"),
    )


def _events(place: Traversable) -> EventWords:
    return EventWords(
        nouns={row[0]: _event_noun(row) for _, row in _rows(place / "deverbal_nouns.tsv", 7)},
        verbs=_governors(place / "governing_verbs.tsv"),
        others=_embedders(place / "governing_nouns.tsv"),
        circumstances=_words(place / "circumstance_nouns.tsv"),
    )


def _event_noun(row: list[str]) -> EventNoun:
    noun, verb, genitive, of, compound, markers, adjunct = ("" if field == "-" else field for field in row)
    pairs = dict(pair.split(":") for pair in markers.split())
    return EventNoun(noun, verb, genitive, of, compound, pairs, adjunct)


def _governors(file: Traversable) -> dict[str, EventGovernor]:
    return {
        row[0]: EventGovernor(
            row[0],
            frozenset(row[1].removeprefix("-").split()),
            _value(Effect, row[2], file, number),
            _value(Effect, row[3], file, number),
        )
        for number, row in _rows(file, 4)
    }


def _rows(file: Traversable, width: int) -> Iterator[tuple[int, list[str]]]:
    """The rows of a file with their line numbers, checked for order, doubles and number of fields."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"{file.name}: cannot be read ({error}); the lexicon needs it") from error
    last = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) != width:
            raise OntologyError(f"{file.name}:{number}: {len(row)} fields where {width} are wanted, tab-separated")
        if row[0] <= last:
            raise OntologyError(f"{file.name}:{number}: {row[0]!r} stands after {last!r}; sort the rows, each once")
        last = row[0]
        yield number, row


def _value(kind: type[_Enum], text: str, file: Traversable, number: int) -> _Enum:
    try:
        return kind(text)
    except ValueError as error:
        known = ", ".join(member.value for member in kind)
        raise OntologyError(f"{file.name}:{number}: {text!r} is none of {known}") from error


def _words(file: Traversable) -> frozenset[str]:
    return frozenset(row[0] for _, row in _rows(file, 1))


def _groups(file: Traversable) -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split()) for _, row in _rows(file, 2)}


def _cues(file: Traversable) -> dict[str, Cue]:
    return {
        row[0]: Cue(row[0], _value(Effect, row[1], file, number), _value(Effect, row[2], file, number))
        for number, row in _rows(file, 3)
    }


def _embedders(file: Traversable) -> dict[str, Embedder]:
    return {
        row[0]: Embedder(row[0], _value(Effect, row[1], file, number), _value(Effect, row[2], file, number))
        for number, row in _rows(file, 3)
    }


def _modals(file: Traversable) -> dict[str, Modal]:
    return {
        row[0]: Modal(row[0], *(_value(Effect, field, file, number) for field in row[1:]))
        for number, row in _rows(file, 4)
    }


def _effects(file: Traversable) -> dict[str, Effect]:
    return {row[0]: _value(Effect, row[1], file, number) for number, row in _rows(file, 2)}


def _numbers(file: Traversable) -> dict[str, int]:
    found = {}
    for number, row in _rows(file, 2):
        if not row[1].isdecimal():
            raise OntologyError(f"{file.name}:{number}: {row[1]!r} is no number")
        found[row[0]] = int(row[1])
    return found
