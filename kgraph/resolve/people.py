"""Whom a person's name may mean, and what speaks for each candidate.

A full name needs support from the document: the person's office, state, or
that the day lies in a term as head. A surname alone means nobody known
without a title, or a head in office whose state is spoken of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kgraph.model.vocabulary import EntityEntry
from kgraph.resolve.doubles import united
from kgraph.resolve.evidence import Candidate, Reason
from kgraph.resolve.gazetteer import PERSON, Gazetteer, Sense
from kgraph.resolve.knowledge import Knowledge
from kgraph.resolve.names import key, same_given
from kgraph.resolve.offices import Offices, Term
from kgraph.resolve.page import Page

_FULL, _VARIANT, _SURNAME = 0.45, 0.33, 0.15
_SURNAME_ONLY = 0.2
_HEADS = frozenset(
    {"president", "prime minister", "premier", "chancellor", "leader", "king", "queen", "emir", "supreme leader"}
)
_MINISTERS = frozenset(
    {"foreign minister", "defense minister", "interior minister", "finance minister", "secretary of state"}
    | {"secretary of defense", "vice president", "secretary general"}
)
_ELITE = "ELI"
_LEADER = "leader"
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Claim:
    """What a document says of a person beside the name: "Russian Foreign Minister", "former President".

    Attributes:
        title: The office, a key; empty if it is not known.
        country: ISO 3166-1 alpha-3 of the state that it belongs to.
        kind: What the body is that it belongs to, where that is no state's.
        sector: PLOVER's sector of the office or noun.
        former: Whether it is held no more, or not yet.
    """

    title: str = ""
    country: str | None = None
    kind: str | None = None
    sector: str | None = None
    former: bool = False


def candidates(page: Page, known: Knowledge, name: str, hint: str, claims: Sequence[Claim]) -> list[Candidate]:
    """The persons that a name may mean, each with its reasons.

    Args:
        page: The document.
        known: The indexes.
        name: The name, without titles.
        hint: What the parser took it for (OntoNotes label), empty if nothing.
        claims: What the document says of whoever bears the name.
    """
    words = [word for word in key(name).split() if word not in _SUFFIXES]
    if not words:
        return []
    if len(words) == 1:
        found = [(sense, "surname", _SURNAME) for sense in known.names.surnamed(name)]
    else:
        exact = known.names.people.get(key(name), ())
        found = [(sense, "full name", _FULL) for sense in exact]
        if not exact:
            found = [(sense, "full name", _weight(sense.entry)) for sense in _variants(known.names, words)]
    day = page.document.date.isoformat() if page.document.date is not None else ""
    found = _united(known.offices, found, claims, day)
    bare = [_named(sense.entry, naming, weight, hint, claims) for sense, naming, weight in found]
    return [
        candidate.supported(
            _office(known.offices, candidate, claims, day),
            _country(candidate.entry, claims),
            _spoken_of(page, candidate.entry, claims, name),
            *_prominence(page, known.offices, candidate.entry, day, any(claim.title for claim in claims)),
        )
        for candidate in bare
    ]


def _united(
    offices: Offices, found: Sequence[tuple[Sense, str, float]], claims: Sequence[Claim], day: str
) -> list[tuple[Sense, str, float]]:
    """The persons found, those who hold the office that the document names once each."""
    holding = [sense.entry for sense, _, _ in found if _holds(offices, sense.entry, claims, day)]
    once = {entry.iri for entry in united(holding)}
    doubles = {entry.iri for entry in holding} - once
    return [each for each in found if each[0].entry.iri not in doubles]


def _holds(offices: Offices, entry: EntityEntry, claims: Sequence[Claim], day: str) -> bool:
    """Whether a person leads a state on a day, under a title that the document gives, if any."""
    titles = {claim.title for claim in claims if claim.title} or _HEADS
    return any((offices.term(entry.iri, title, day) or 0) >= Term.POSSIBLE for title in (titles | {_LEADER}) & _HEADS)


def _initials_agree(words: Sequence[str], surname: str, entry: EntityEntry) -> bool:
    """Whether the middle names, where both have some, begin alike: "George H.W. Bush" is not "George W. Bush"."""
    own = words[1 : len(words) - len(surname.split())]
    others = key(entry.label).split()[1:-1]
    return not own or not others or own[0][0] == others[0][0]


def _weight(entry: EntityEntry) -> float:
    """What another spelling of a full name counts; of some heads the sources tell the surname only."""
    return _VARIANT if " " in entry.label else _SURNAME_ONLY


def sector(offices: Offices, person: str, claims: Sequence[Claim], day: str) -> str | None:
    """The sector of a person: that of the office that the document gives, or of the one held on the day.

    Who holds it no more is of the elite.
    """
    told = next((claim for claim in claims if claim.sector), None)
    if told is not None:
        return _ELITE if told.former else told.sector
    held = [holding for holding in offices.of_person.get(person, ()) if offices.inside(holding, day)]
    return next((offices.by_iri[holding.office].sector for holding in held), None)


def _named(entry: EntityEntry, naming: str, weight: float, hint: str, claims: Sequence[Claim]) -> Candidate:
    rule = f"title and {naming}" if any(claim.title for claim in claims) else naming
    candidate = Candidate(entry, PERSON, rule, (Reason(naming, weight),))
    return candidate.supported(Reason("a person by the parser", 0.1) if hint == "PERSON" else None)


def _variants(names: Gazetteer, words: Sequence[str]) -> list[Sense]:
    """Persons whose surname is the same in some transliteration, and whose given name can be."""
    found: dict[str, Sense] = {}
    for surname in (" ".join(words[-2:]), words[-1]):
        for sense in names.surnamed(surname):
            given = {key(each).split()[0] for each in (sense.entry.label, *sense.entry.names)}
            fits = " " not in sense.entry.label or any(same_given(words[0], other) for other in sorted(given))
            if len(words) > len(surname.split()) and fits and _initials_agree(words, surname, sense.entry):
                found.setdefault(sense.entry.iri, sense)
    return list(found.values())


def _office(offices: Offices, bare: Candidate, claims: Sequence[Claim], day: str) -> Reason | None:
    """Whether the person holds, or once held, an office that the document names; of a surname that says little."""
    entry, elsewhen = bare.entry, 0.25 if bare.weight > _SURNAME + 0.1 else 0.15
    reasons = []
    for claim in claims:
        term = _term(offices, entry, claim.title, day) if claim.title else None
        if term is None:
            continue
        if term >= Term.POSSIBLE:
            reasons.append(Reason("holds the office", -0.1 if claim.former else 0.4))
        else:
            reasons.append(Reason("held the office at another time", 0.3 if claim.former else elsewhen))
    if not reasons and any(claim.title for claim in claims):
        return Reason("another office", -0.1)
    return max(reasons, key=lambda reason: reason.weight, default=None)


def _term(offices: Offices, entry: EntityEntry, title: str, day: str) -> Term | None:
    """How sure it is that a person holds an office; of many heads only that they led is known."""
    term = offices.term(entry.iri, title, day)
    return offices.term(entry.iri, _LEADER, day) if term is None and title in _HEADS else term


def _country(entry: EntityEntry, claims: Sequence[Claim]) -> Reason | None:
    """Whether the state that the document gives to the person is the person's."""
    stated = {claim.country for claim in claims} - {None}
    if not stated or entry.country is None:
        return None
    return Reason("the same state", 0.15) if entry.country in stated else Reason("another state", -0.5)


def _spoken_of(page: Page, entry: EntityEntry, claims: Sequence[Claim], name: str) -> Reason | None:
    """Whether the document speaks of the person's state, where it does not say whose the person is."""
    if any(claim.country for claim in claims) or not page.speaks_of(entry.country, name):
        return None
    return Reason("the person's state spoken of", 0.15)


def is_head(offices: Offices, person: EntityEntry) -> bool:
    """Whether a person ever led a state."""
    return any(offices.term(person.iri, title, "") is not None for title in _HEADS)


def _prominence(page: Page, offices: Offices, entry: EntityEntry, day: str, told: bool) -> list[Reason]:
    """Heads are named without saying who they are, ministers in office beside their state."""
    reasons = []
    head = is_head(offices, entry)
    if head:
        reasons.append(Reason("a head of state or government", 0.15))
    term = offices.term(entry.iri, None, day) if head or page.speaks_of(entry.country) else None
    if term is not None and term >= Term.POSSIBLE:
        reasons.append(Reason("in office", 0.1))
        if not head and any((offices.term(entry.iri, title, day) or 0) >= Term.POSSIBLE for title in _MINISTERS):
            reasons.append(Reason("a minister of the first rank", 0.1))
    elif " " not in entry.label and not told:
        reasons.append(Reason("out of office, and known by the surname only", -0.2))
    return reasons
