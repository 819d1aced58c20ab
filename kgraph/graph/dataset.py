"""The description of a whole graph as a dataset, in VoID and DCAT.

Its IRI is minted from what it holds, so that two graphs of other contents are
two datasets, also where somebody unites their files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from kgraph.graph.descriptions import LABEL, PROGRAM, TYPE, Description, Property, agent_iri, reading_iri
from kgraph.graph.terms import DCAT, DCTERMS, IRI, KG, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, VOID, integer, string
from kgraph.graph.views import Contents, Views, share_of
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import BASE, DATASET, digest_of

TITLE = "Statements of political news"
VOCABULARIES = (DCAT, DCTERMS, KG, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, VOID)


def dataset_descriptions(
    graph: KnowledgeGraph, views: Views, triples: int, licence: str | None = None
) -> list[Description]:
    """The dataset and its partitions by class, sorted by IRI.

    Args:
        graph: The graph.
        views: What follows from it.
        triples: How many it has apart from these; ``void:triples`` counts these too.
        licence: IRI of the licence that it is published under, if one is stated.

    Returns:
        Nothing for a part of a graph that leaves the description to another.
    """
    share = share_of(graph)
    if share is not None:
        return [] if share.whole is None else contents_descriptions(share.whole, share.triples + triples, licence)
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
