"""The description of a whole graph as a dataset, in VoID and DCAT.

Its IRI is minted from what it holds, so that two graphs of other contents are
two datasets, also where somebody unites their files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kgraph.graph.descriptions import LABEL, PROGRAM, TYPE, Description, Property, agent_iri, reading_iri
from kgraph.graph.terms import DCAT, DCTERMS, IRI, KG, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, VOID, integer, string
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import BASE, DATASET, digest

TITLE = "Statements of political news"
VOCABULARIES = (DCAT, DCTERMS, KG, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, VOID)


class Sizes(NamedTuple):
    """How much a graph holds apart from the dataset's own description: triples, claims and referents."""

    triples: int
    claims: int
    referents: int


class Contents(NamedTuple):
    """What a dataset holds, wherever it is read from.

    Attributes:
        base: The base below which its IRIs are minted.
        readings: IRIs of the readings, in the order of their documents.
        statements: IRIs of the statements, sorted.
        days: ISO dates of the documents, sorted.
        documents: How many there are, and so on.
    """

    base: str
    readings: Sequence[str]
    statements: Sequence[str]
    days: Sequence[str]
    documents: int
    claims: int
    referents: int
    entities: int


def dataset_descriptions(graph: KnowledgeGraph, known: Sizes, licence: str | None = None) -> list[Description]:
    """The dataset and its partitions by class, sorted by IRI.

    Args:
        graph: The graph.
        known: How much it holds; ``void:triples`` counts these descriptions too.
        licence: IRI of the licence that it is published under, if one is stated.
    """
    contents = Contents(
        base=graph.base,
        readings=[reading_iri(document) for document in graph.documents],
        statements=[evidence.statement.id for evidence in graph.evidence],
        days=sorted(document.date.isoformat() for document in graph.documents if document.date is not None),
        documents=len(graph.documents),
        claims=known.claims,
        referents=known.referents,
        entities=len(graph.entities) + len(graph.background.entities),
    )
    return contents_descriptions(contents, known.triples, licence)


def contents_descriptions(contents: Contents, triples: int, licence: str | None = None) -> list[Description]:
    """As :func:`dataset_descriptions`, of what a dataset holds."""
    held = (*contents.readings, *contents.statements)
    iri = contents.base + DATASET.removeprefix(BASE) + digest("dataset", PROGRAM.version, *held)
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
    if contents.days:
        yield SCHEMA + "temporalCoverage", string(f"{contents.days[0]}/{contents.days[-1]}")
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
