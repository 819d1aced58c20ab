"""The description of a whole graph as a dataset, in VoID and DCAT.

Its IRI is minted from what it holds, so that two graphs of other contents are
two datasets, also where somebody unites their files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from kgraph.graph.descriptions import LABEL, PROGRAM, TYPE, Description, Property, agent_iri, reading_iri
from kgraph.graph.terms import DCAT, DCTERMS, IRI, KG, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, VOID, integer, string
from kgraph.graph.views import Views
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import BASE, DATASET, digest_of

TITLE = "Statements of political news"
VOCABULARIES = (DCAT, DCTERMS, KG, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, VOID)


class Contents(NamedTuple):
    """What a dataset holds, wherever it is read from.

    Attributes:
        base: The base below which its IRIs are minted.
        readings: IRIs of the readings, in the order of their documents.
        statements: IRIs of the statements, sorted.
        days: The first and the last ISO date of the documents, if they have any.
        documents: How many there are, and so on.
    """

    base: str
    readings: Iterable[str]
    statements: Collection[str]
    days: tuple[str, str] | None
    documents: int
    claims: int
    referents: int
    entities: int


def dataset_descriptions(
    graph: KnowledgeGraph, views: Views, triples: int, licence: str | None = None
) -> list[Description]:
    """The dataset and its partitions by class, sorted by IRI.

    Args:
        graph: The graph.
        views: What follows from it.
        triples: How many it has apart from these; ``void:triples`` counts these too.
        licence: IRI of the licence that it is published under, if one is stated.
    """
    contents = Contents(
        base=graph.base,
        readings=map(reading_iri, graph.documents),
        statements=views.statements,
        days=range_of(document.date.isoformat() for document in graph.documents if document.date is not None),
        documents=len(graph.documents),
        claims=len(views.claims),
        referents=len(views.referents),
        entities=len(graph.entities) + len(graph.background.entities),
    )
    return contents_descriptions(contents, triples, licence)


def range_of(days: Iterable[str]) -> tuple[str, str] | None:
    """The first and the last of some days."""
    first = last = None
    for day in days:
        first = day if first is None else min(first, day)
        last = day if last is None else max(last, day)
    return None if first is None or last is None else (first, last)


def contents_descriptions(contents: Contents, triples: int, licence: str | None = None) -> list[Description]:
    """As :func:`dataset_descriptions`, of what a dataset holds."""
    own_name = digest_of(chain(("dataset", PROGRAM.version), contents.readings, contents.statements))
    iri = contents.base + DATASET.removeprefix(BASE) + own_name
    sizes = {
        "Claim": contents.claims,
        "Document": contents.documents,
        "Referent": contents.referents,
        "Statement": len(contents.statements),
    }
    partitions = [(f"{iri}-{name.lower()}s", list(_partition(name, size))) for name, size in sizes.items()]
    own = list(_dataset(contents, licence))
    own += [(VOID + "classPartition", IRI(partition)) for partition, _ in partitions]
    total = triples + len(own) + 1 + sum(len(properties) for _, properties in partitions)
    return [(iri, [*own, (VOID + "triples", integer(total))]), *partitions]


def _dataset(contents: Contents, licence: str | None) -> Iterator[Property]:
    yield TYPE, IRI(VOID + "Dataset")
    yield TYPE, IRI(DCAT + "Dataset")
    yield DCTERMS + "title", string(TITLE)
    if licence is not None:
        yield DCTERMS + "license", IRI(licence)
    if contents.days is not None:
        yield SCHEMA + "temporalCoverage", string("/".join(contents.days))
    yield DCTERMS + "conformsTo", IRI(f"{KG.removesuffix('#')}/{PROGRAM.version}")
    for vocabulary in VOCABULARIES:
        yield VOID + "vocabulary", IRI(vocabulary)
    yield VOID + "uriSpace", string(contents.base)
    yield PROV + "wasAttributedTo", IRI(agent_iri(PROGRAM, contents.base))
    yield VOID + "entities", integer(contents.entities)
    yield VOID + "documents", integer(contents.documents)


def _partition(name: str, size: int) -> Iterator[Property]:
    yield TYPE, IRI(VOID + "Dataset")
    yield LABEL, string(f"all of class {name}")
    yield VOID + "class", IRI(KG + name)
    yield VOID + "entities", integer(size)
