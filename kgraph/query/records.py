"""Statements, documents and entities as RDF tells them: what claims and direct triples follow from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from kgraph.graph.claims import Saying
from kgraph.graph.constraints import Node
from kgraph.graph.terms import IRI, KG, PROV, RDF
from kgraph.model.statement import Certainty, Factuality, Modality

TYPE = RDF + "type"
Properties: TypeAlias = Mapping[str, AbstractSet[Node]]
"""What is said of a node: the values of each property."""

# Classes of kgraph that are no entities.
_RECORDS = frozenset(
    KG + name for name in ("Claim", "Document", "Event", "Holding", "Office", "Reading", "Referent", "Statement")
)


def has_class(properties: Properties, name: str) -> bool:
    """Whether a node is of one of our classes."""
    return IRI(KG + name) in properties.get(TYPE, ())


def is_entity(properties: Properties) -> bool:
    """Whether a node is an entity: of one of our classes, and no record."""
    classes = {value.value for value in properties.get(TYPE, ()) if str(value.value).startswith(KG)}
    return bool(classes) and classes.isdisjoint(_RECORDS)


def only(properties: Properties, path: str) -> str | None:
    """The value of a property that has one; nothing if it has none or several."""
    values = properties.get(path, ())
    return str(next(iter(values)).value) if len(values) == 1 else None


def saying(iri: str, properties: Properties, dates: Mapping[str, str]) -> Saying | None:
    """What a statement contributes to claims; nothing if it has no subject or object, or its source is left open.

    Args:
        iri: The statement.
        properties: What is said of it.
        dates: The ISO dates of documents by their IRIs.
    """
    parts = [only(properties, RDF + name) for name in ("subject", "predicate", "object")]
    document, holder = only(properties, PROV + "wasDerivedFrom"), only(properties, KG + "holder")
    factuality = _factuality(properties)
    if None in parts or document is None or factuality is None:
        return None
    if properties.get(KG + "attributedTo") and holder is None:
        return None
    date = only(properties, KG + "date") or dates.get(document)
    subject, predicate, value = (str(part) for part in parts)
    return Saying(iri, document, subject, predicate, value, holder or "", factuality, date)


def _factuality(properties: Properties) -> Factuality | None:
    certainty, modality = (only(properties, KG + name) for name in ("certainty", "modality"))
    negated, future = (only(properties, KG + name) for name in ("negated", "future"))
    try:
        return Factuality(
            negated == "true",
            Certainty((certainty or "").removeprefix(KG)),
            future == "true",
            Modality((modality or "").removeprefix(KG)),
        )
    except ValueError:
        return None


def objects(properties: Properties) -> Iterator[Node]:
    """All that a node is linked to."""
    for values in properties.values():
        yield from values
