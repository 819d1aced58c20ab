"""Who holds which office on a day.

Dates are ISO 8601 with the precision of their source, so that a day may lie
surely or only possibly in a term. Where more than one may hold an office on
the day, nobody is said to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from kgraph.model.vocabulary import Holding, OfficeEntry, Vocabulary
from kgraph.resolve.names import key


class Term(IntEnum):
    """Whether a day lies in a term of office; higher is surer."""

    OUTSIDE = 0
    UNTOLD = 1
    POSSIBLE = 2
    INSIDE = 3


@dataclass(frozen=True, slots=True)
class Offices:
    """The known offices.

    Attributes:
        by_title: Offices by what their holder is called, without the country, as a key.
        by_iri: Offices by IRI.
        titles_of: The titles of an office, as keys.
        of_office: Who held an office, in the order in which they took it.
        of_person: What a person held.
    """

    by_title: Mapping[str, tuple[OfficeEntry, ...]]
    by_iri: Mapping[str, OfficeEntry]
    titles_of: Mapping[str, frozenset[str]]
    of_office: Mapping[str, tuple[Holding, ...]]
    of_person: Mapping[str, tuple[Holding, ...]]

    def titled(self, title: str, country: str | None, body: str | None = None) -> list[OfficeEntry]:
        """The offices of a title that belong to a country, to a body of states, or to a country at a body."""
        return [
            office
            for office in self.by_title.get(title, ())
            if office.country == country and (body is None or office.body == body)
        ]

    def holders(self, offices: Iterable[OfficeEntry], day: str) -> dict[str, Term]:
        """The persons who hold one of the offices on a day, surely if anybody does, else possibly."""
        terms: dict[str, Term] = {}
        for office in offices:
            held = self.of_office.get(office.iri, ())
            for holding in held:
                term = term_at(holding, day, held)
                terms[holding.person] = max(term, terms.get(holding.person, Term.OUTSIDE))
        best = max(terms.values(), default=Term.OUTSIDE)
        return {person: term for person, term in terms.items() if term is best is not Term.OUTSIDE}

    def inside(self, holding: Holding, day: str) -> bool:
        """Whether a day surely lies in the term of a holding."""
        return term_at(holding, day, self.of_office[holding.office]) is Term.INSIDE

    def term(self, person: str, title: str | None, day: str) -> Term | None:
        """How sure it is that a person holds an office of a title, any where it is ``None``; ``None`` if never."""
        terms = [
            term_at(holding, day, self.of_office[holding.office])
            for holding in self.of_person.get(person, ())
            if title is None or title in self.titles_of[holding.office]
        ]
        return max(terms, default=None)


def offices(vocabulary: Vocabulary) -> Offices:
    """Indexes a vocabulary's offices and their holders."""
    by_title: dict[str, dict[str, OfficeEntry]] = defaultdict(dict)
    of_office: dict[str, list[Holding]] = defaultdict(list)
    of_person: dict[str, list[Holding]] = defaultdict(list)
    for office in vocabulary.offices:
        for title in office.titles:
            by_title[key(title)][office.iri] = office
    for holding in sorted(vocabulary.holdings, key=_by_start):
        of_office[holding.office].append(holding)
        of_person[holding.person].append(holding)
    return Offices(
        by_title={title: tuple(found.values()) for title, found in by_title.items()},
        by_iri={office.iri: office for office in vocabulary.offices},
        titles_of={office.iri: frozenset(map(key, office.titles)) for office in vocabulary.offices},
        of_office={iri: tuple(found) for iri, found in of_office.items()},
        of_person={iri: tuple(found) for iri, found in of_person.items()},
    )


def _by_start(holding: Holding) -> tuple[str, str, str, str]:
    return holding.start or "", holding.end or "", holding.office, holding.person


def term_at(holding: Holding, day: str, others: Iterable[Holding] = ()) -> Term:
    """Whether a day lies in the term of a holding.

    Args:
        holding: Who held the office and when.
        day: The day in question, a month or a year; empty if unknown.
        others: All holdings of the office: a term without an end ends when the next one begins.
    """
    start = holding.start
    end = holding.end or min((o.start for o in others if start and o.start and o.start > start), default=None)
    if not day or (start is None and end is None):
        return Term.UNTOLD
    if (start is not None and _before(day, start)) or (end is not None and _before(end, day)):
        return Term.OUTSIDE
    if start is None:
        return Term.UNTOLD
    return Term.POSSIBLE if _touches(day, start) or (end is not None and _touches(day, end)) else Term.INSIDE


def _before(one: str, other: str) -> bool:
    """Whether one date lies wholly before another, each as precise as it is."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]


def _touches(one: str, other: str) -> bool:
    """Whether two dates may be the same day."""
    length = min(len(one), len(other))
    return one[:length] == other[:length]
