"""Offices as they are described: "the Turkish president" is whoever held that office on the day.

One sure holder is linked; where the dates leave several, or only a possible
one, the mention is ambiguous; where nobody is known, it is the office itself.
A former, deputy or next one is none of them.
"""

from __future__ import annotations

from dataclasses import replace

from kgraph.model.entity import Entity
from kgraph.model.vocabulary import EntityEntry, OfficeEntry
from kgraph.resolve import mint
from kgraph.resolve.descriptions import Description
from kgraph.resolve.doubles import united
from kgraph.resolve.gazetteer import PERSON
from kgraph.resolve.knowledge import Knowledge
from kgraph.resolve.offices import Term
from kgraph.resolve.outcome import NOTHING, Outcome

_OFFICE = "Office"
_RULE = "holder of the office"
_STATE = "State"


def holder(
    known: Knowledge, described: Description, owner: EntityEntry, partner: EntityEntry | None, day: str
) -> Outcome | None:
    """Who is meant by an office.

    Args:
        known: The indexes.
        described: The phrase taken apart; it has a title.
        owner: Whose office it is.
        partner: Where it is held, if that is told too.
        day: For which day it is asked; empty if unknown.

    Returns:
        ``None`` where no such office is known, or the phrase does not say that its present holder is meant.
    """
    if described.before or not (described.singular and described.certain and described.direct):
        return None
    if not known.nouns.former.isdisjoint(described.leading) or not known.nouns.other.isdisjoint(described.leading):
        return NOTHING
    posts = _posts(known, described, owner, partner)
    if not posts:
        return None
    holders = known.offices.holders(posts, day)
    found = (known.names.by_iri[iri] for iri in sorted(holders) if iri in known.names.by_iri)
    people = united(_fuller(known, person, day) for person in found)
    evidence = tuple(sorted(post.label for post in posts))
    if not people:
        return _unheld(posts, evidence)
    if len(people) == 1 and Term.INSIDE in holders.values():
        person = replace(mint.known(people[0]), sector=posts[0].sector)
        return Outcome(person, PERSON, f"{_RULE} on the day", 0.9, evidence)
    return Outcome(rule=f"{_RULE} of several", score=0.6, evidence=evidence, possible=tuple(map(mint.known, people)))


def _fuller(known: Knowledge, person: EntityEntry, day: str) -> EntityEntry:
    """Of somebody whom the sources know by surname, the full entry of who is in office in that state on the day."""
    if " " in person.label or not day:
        return person
    others = [sense.entry for sense in known.names.surname_sounding(person.label) if " " in sense.entry.label]
    same = [
        entry
        for entry in others
        if entry.country == person.country and known.offices.term(entry.iri, None, day) is Term.INSIDE
    ]
    return same[0] if len(same) == 1 else person


def _posts(
    known: Knowledge, described: Description, owner: EntityEntry, partner: EntityEntry | None
) -> list[OfficeEntry]:
    body = partner.iri if partner is not None and partner.type != _STATE else None
    if owner.type == _STATE:
        return known.offices.titled(described.title, owner.country, body)
    return known.offices.titled(described.title, None, owner.iri) if owner.country is None else []


def _unheld(posts: list[OfficeEntry], evidence: tuple[str, ...]) -> Outcome | None:
    """The office itself, where it is one and its holder is not known."""
    if len(posts) != 1:
        return None
    office = posts[0]
    entity = Entity(office.iri, office.label, _OFFICE, country=office.country, sector=office.sector)
    return Outcome(entity, _OFFICE, "office without a known holder", 0.7, evidence)
