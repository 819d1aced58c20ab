"""A user's own triples laid over the shipped ones: the user has the last word.

What a user says of a new subject adds it. What he says of a shipped one adds
to it, except that

- a value replaces the shipped one where there can be one alone: the label, the
  class of an entity, and what ``kgraph.ttl`` declares an
  ``owl:FunctionalProperty``, such as the event type of a predicate;
- a trigger, a strong name or an actor noun is taken from whichever shipped
  subject has it, since it may belong to one only; a name that is taken stays
  as a weak one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from kgraph.model.identifiers import ENTITY, ONTOLOGY
from kgraph.ontology.triples import OWL, RDF, RDFS, Triples

Rows: TypeAlias = Mapping[str, list[str]]

EXCLUSIVE = tuple(ONTOLOGY + name for name in ("actorNoun", "name", "nounTrigger", "verbTrigger"))
"""The properties whose values belong to one subject each."""

_TYPE = RDF + "type"
_NAME, _WEAK = ONTOLOGY + "name", ONTOLOGY + "weakName"
_EVENT_TYPE = ONTOLOGY + "eventType"
# What is told within an event type goes with it.
_WITHIN_TYPE = (ONTOLOGY + "mode", ONTOLOGY + "cameo")


class Taken(NamedTuple):
    """A value that a user's subject takes from a shipped one."""

    property: str
    value: str
    owner: str
    former: str


def laid_over(shipped: Triples, own: Triples) -> Triples:
    """What the shipped and the user's triples say together; a subject of both counts as one of the user's files."""
    single = {RDFS + "label", *shipped.subjects(_TYPE, OWL + "FunctionalProperty")}
    lost: dict[str, set[tuple[str, str]]] = {}
    for each in taken(shipped, own):
        lost.setdefault(each.former, set()).add((each.property, each.value))
    values = {
        iri: _left(iri, rows, own.values.get(iri, {}), lost.get(iri, set()), single)
        for iri, rows in shipped.values.items()
    }
    for iri, rows in own.values.items():
        there = values.setdefault(iri, {})
        for predicate, added in rows.items():
            there[predicate] = [*there.get(predicate, ()), *added]
    return Triples(values, {**shipped.files, **own.files})


def taken(shipped: Triples, own: Triples) -> Iterator[Taken]:
    """The values that the user's subjects take from shipped ones."""
    for name in EXCLUSIVE:
        owners = {value.casefold(): iri for iri, rows in own.values.items() for value in rows.get(name, ())}
        if not owners:
            continue
        for iri, rows in shipped.values.items():
            for value in rows.get(name, ()):
                owner = owners.get(value.casefold(), iri)
                if owner != iri:
                    yield Taken(name, value, owner, iri)


def _left(iri: str, rows: Rows, own: Rows, lost: set[tuple[str, str]], single: set[str]) -> dict[str, list[str]]:
    """What stays of a shipped subject of which the user says ``own``."""
    if not own and not lost:
        return {**rows}
    replaced = {name for name in own if name in single or (name == _TYPE and iri.startswith(ENTITY))}
    if _EVENT_TYPE in own:
        replaced.update(_WITHIN_TYPE)
    moved = {_NAME: own.get(_WEAK, ()), _WEAK: own.get(_NAME, ())}
    left = {
        name: [value for value in values if (name, value) not in lost and value not in moved.get(name, ())]
        for name, values in rows.items()
        if name not in replaced
    }
    if names := sorted(value for name, value in lost if name == _NAME):
        left[_WEAK] = [*left.get(_WEAK, ()), *names]
    return left
