"""The description of a whole graph as a dataset, in VoID and DCAT.

Its IRI is minted from what it holds, so that two graphs of other contents are
two datasets, also where somebody unites their files.
"""

from __future__ import annotations

from collections.abc import Iterator
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


def dataset_descriptions(graph: KnowledgeGraph, known: Sizes, licence: str | None = None) -> list[Description]:
    """The dataset and its partitions by class, sorted by IRI.

    Args:
        graph: The graph.
        known: How much it holds; ``void:triples`` counts these descriptions too.
        licence: IRI of the licence that it is published under, if one is stated.
    """
    readings = [reading_iri(document) for document in graph.documents]
    statements = [evidence.statement.id for evidence in graph.evidence]
    iri = graph.base + DATASET.removeprefix(BASE) + digest("dataset", PROGRAM.version, *readings, *statements)
    sizes = {
        "Claim": known.claims,
        "Document": len(graph.documents),
        "Referent": known.referents,
        "Statement": len(graph.evidence),
    }
    partitions = [(f"{iri}-{name.lower()}s", list(_partition(name, size))) for name, size in sizes.items()]
    own = list(_dataset(graph, licence))
    own += [(VOID + "classPartition", IRI(partition)) for partition, _ in partitions]
    total = known.triples + len(own) + 1 + sum(len(properties) for _, properties in partitions)
    return [(iri, [*own, (VOID + "triples", integer(total))]), *partitions]


def _dataset(graph: KnowledgeGraph, licence: str | None) -> Iterator[Property]:
    yield TYPE, IRI(VOID + "Dataset")
    yield TYPE, IRI(DCAT + "Dataset")
    yield DCTERMS + "title", string(TITLE)
    if licence is not None:
        yield DCTERMS + "license", IRI(licence)
    days = sorted(document.date.isoformat() for document in graph.documents if document.date is not None)
    if days:
        yield SCHEMA + "temporalCoverage", string(f"{days[0]}/{days[-1]}")
    yield DCTERMS + "conformsTo", IRI(f"{KG.removesuffix('#')}/{PROGRAM.version}")
    for vocabulary in VOCABULARIES:
        yield VOID + "vocabulary", IRI(vocabulary)
    yield VOID + "uriSpace", string(graph.base)
    yield PROV + "wasAttributedTo", IRI(agent_iri(PROGRAM, graph.base))
    yield VOID + "entities", integer(len(graph.entities) + len(graph.background.entities))
    yield VOID + "documents", integer(len(graph.documents))


def _partition(name: str, size: int) -> Iterator[Property]:
    yield TYPE, IRI(VOID + "Dataset")
    yield LABEL, string(f"all of class {name}")
    yield VOID + "class", IRI(KG + name)
    yield VOID + "entities", integer(size)
