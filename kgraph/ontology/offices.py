"""Offices and who held them when."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from kgraph.model.vocabulary import Holding, OfficeEntry
from kgraph.ontology.triples import Triples

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def offices(triples: Triples) -> tuple[OfficeEntry, ...]:
    """The offices, sorted.

    Raises:
        OntologyError: One has no title, or belongs to an unknown body.
    """
    found = []
    for iri in triples.instances("Office"):
        titles, body = triples.kg(iri, "title"), triples.one(iri, "officeOf")
        if not titles:
            raise triples.error(iri, "has no kg:title; give it one, in lower case and without the country")
        if upper := next((title for title in titles if title != title.lower()), None):
            raise triples.error(iri, f"has the title {upper!r}, which is not in lower case")
        if body is not None and body not in triples.values:
            raise triples.error(iri, f"is an office of the unknown <{body}>")
        found.append(
            OfficeEntry(
                iri=iri,
                label=triples.label(iri),
                titles=titles,
                country=triples.one(iri, "country"),
                body=body,
                sector=triples.one(iri, "sector"),
            )
        )
    return tuple(found)


def holdings(triples: Triples, known: AbstractSet[str], persons: AbstractSet[str]) -> tuple[Holding, ...]:
    """Who held the known offices when, sorted.

    Raises:
        OntologyError: The office or the person is unknown, or a date is none.
    """
    found = []
    for iri in triples.instances("Holding"):
        office, person = triples.one(iri, "heldOffice"), triples.one(iri, "heldBy")
        start, end = triples.one(iri, "since"), triples.one(iri, "until")
        if office is None or office not in known:
            raise triples.error(iri, f"is of the unknown office <{office}>")
        if person is None or person not in persons:
            raise triples.error(iri, f"is by the unknown person <{person}>")
        for date in (start, end):
            if date is not None and not _DATE.fullmatch(date):
                raise triples.error(iri, f"has the date {date!r}; write 2022, 2022-06 or 2022-06-01")
        if start and end and end < start[: len(end)]:
            raise triples.error(iri, f"ends {end}, before it starts, {start}")
        found.append(Holding(office, person, start, end, iri))
    return tuple(sorted(found, key=lambda each: (each.office, each.start or "", each.person, each.end or "", each.iri)))
