"""What a name of a state, body, place or thing may mean, and what speaks for each candidate."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.model.vocabulary import EntityEntry
from kgraph.resolve.evidence import Candidate, Reason
from kgraph.resolve.gazetteer import Gazetteer, Naming, Sense
from kgraph.resolve.metonyms import is_metonym
from kgraph.resolve.names import key
from kgraph.resolve.page import Page

# How far a name alone goes. A weak name needs that the parser takes it for a name of that kind, at least; another
# transliteration that the state is spoken of, since small places of distant languages sound alike.
_NAMED = {
    Naming.NAME: 0.75,
    Naming.DEMONYM: 0.75,
    Naming.NATIONAL: 0.75,
    Naming.CAPITAL: 0.7,
    Naming.SEAT: 0.7,
    Naming.VARIANT: 0.35,
    Naming.WEAK: 0.5,
}
_UNSURE = frozenset({Naming.WEAK, Naming.VARIANT})
_PEOPLES = frozenset({Naming.DEMONYM, Naming.NATIONAL})
_PLACE_HINTS = frozenset({"GPE", "LOC", "FAC"})
_PLACES = frozenset({"State", "Place", "City", "Region"})
_THING_HINTS = frozenset({"PRODUCT", "WORK_OF_ART", "LAW", "EVENT"})
_STATE = "State"
_NATIONALITY = "Nationality"


@dataclass(frozen=True, slots=True)
class Use:
    """A name as a document uses it.

    Attributes:
        name: The name.
        hint: What the parser takes it for (OntoNotes label), empty if nothing.
        place: Whether it stands where a place does ("in Moscow").
    """

    name: str
    hint: str
    place: bool = False


def candidates(page: Page, known: Gazetteer, use: Use) -> list[Candidate]:
    """The candidates for a name, persons apart, each with its reasons.

    Args:
        page: The document.
        known: The known entities.
        use: The name.
    """
    name = use.name
    if name == name.lower():
        return []  # "metro", which a parser took for a name, is none
    senses = known.called(name)
    if not senses and use.hint != "PERSON" and len(name) > 3:
        senses = tuple(s for s in known.sounding(name) if key(s.entry.label)[:1] == key(name)[:1])
    return [_candidate(page, known, sense, use) for sense in senses if not (use.place and is_metonym(sense))]


def _candidate(page: Page, known: Gazetteer, sense: Sense, use: Use) -> Candidate:
    entry, naming = sense.entry, sense.naming
    shown = _NATIONALITY if naming in _PEOPLES else entry.type
    bare = Candidate(entry, shown, naming.value, (Reason(naming.value, _NAMED[naming]),))
    return bare.supported(
        _kind(sense, use.hint),
        _acting(sense, use.place),
        _named_otherwise(page, entry, use.name),
        _surroundings(page, known, sense, use.name),
        _behind_place(page, entry, use.name),
        _owned(page, sense, use.name),
        _validity(page, entry),
    )


def _kind(sense: Sense, hint: str) -> Reason | None:
    """Whether the parser takes the name for one of that kind; it is wrong too often to count much against a name."""
    if is_metonym(sense) or not hint:
        return Reason("a name by the parser", 0.1) if hint in _PLACE_HINTS | {"ORG"} else None
    if hint == "PERSON":
        return Reason("a person by the parser", -0.35 if sense.naming in _UNSURE else -0.1)
    agrees = (
        hint == "NORP"
        if sense.naming in _PEOPLES
        else hint in _PLACE_HINTS
        if sense.entry.type in _PLACES
        else hint not in _PLACE_HINTS
    )
    if sense.naming is Naming.WEAK and sense.entry.type not in _PLACES:
        return Reason("the kind that the parser says", 0.05) if agrees else None
    return Reason("the kind that the parser says", 0.1) if agrees else None


def _acting(sense: Sense, place: bool) -> Reason | None:
    """A place that is no state seldom acts, and where a place is wanted it is preferred."""
    is_place = sense.entry.type in _PLACES
    if place:
        return Reason("a place where one is wanted", 0.1) if is_place else None
    if is_place and sense.entry.type != _STATE and sense.naming in {Naming.NAME, Naming.VARIANT}:
        return Reason("a place that acts", -0.2)
    return None


def _named_otherwise(page: Page, entry: EntityEntry, name: str) -> Reason | None:
    """A document names those it is about in more ways than one: "Tbilisi", "Georgian"."""
    if page.names_otherwise(entry.iri, name):
        return Reason("named otherwise in the document", 0.3)
    return None


def _surroundings(page: Page, known: Gazetteer, sense: Sense, name: str) -> Reason | None:
    """What else the document speaks of: for a state other states, for a part of one that state and its other parts."""
    entry = sense.entry
    if entry.type == _STATE and is_metonym(sense):
        return None  # that states are spoken of does not tell "Brussels" the state from "Brussels" the union
    if entry.type == _STATE:
        others = [country for country in page.countries if country not in {entry.country, "USA"}]
        return Reason("among other states", 0.15) if others else None
    parts = [known.by_iri[iri] for iri in page.spoken if iri != entry.iri]
    if any(part.part_of == entry.iri for part in parts):
        return Reason("a part of it spoken of", 0.25)
    if any(part.type == entry.type and part.country == entry.country is not None for part in parts):
        return Reason("beside its like", 0.15)
    return Reason("its state spoken of", 0.15) if page.speaks_of(entry.country, name) else None


def _behind_place(page: Page, entry: EntityEntry, name: str) -> Reason | None:
    """Whether a place of the same state stands right before a name, as in "Tbilisi, Georgia"."""
    return Reason("behind a place of it", 0.25) if entry.country in page.behind.get(key(name), ()) else None


def _owned(page: Page, sense: Sense, name: str) -> Reason | None:
    """Whether another state owns what is named ("Brazil's Supreme Court"); what none owns is the world's."""
    owners = page.owners.get(key(name))
    if sense.naming is Naming.WEAK and sense.entry.kind == "IGO" and " " in name and not owners:
        return Reason("no state's", 0.25)
    if sense.naming is not Naming.WEAK or sense.entry.country is None or not owners:
        return None
    return Reason("its state's", 0.2) if sense.entry.country in owners else Reason("another state's", -0.4)


def _validity(page: Page, entry: EntityEntry) -> Reason | None:
    """Whether the entity was there when the document was written."""
    day = page.document.date.isoformat() if page.document.date is not None else ""
    if day and entry.since is not None and day[: len(entry.since)] < entry.since:
        return Reason("not there yet", -0.4)
    if day and entry.until is not None and day[: len(entry.until)] > entry.until:
        return Reason("there no more", -0.15)
    return None
