"""Readings become graphs, and graphs become one.

Every IRI is minted from content, so uniting needs no state: records are
grouped by IRI and each group is united by a rule that asks neither for their
order nor for their number. The merge is therefore commutative, associative and
idempotent, and parts of a corpus may be merged in any order or twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TypeVar

from kgraph.graph.descriptions import document_properties
from kgraph.graph.terms import clean
from kgraph.model.entity import Entity
from kgraph.model.graph import Background, DocumentNode, Evidence, KnowledgeGraph
from kgraph.model.identifiers import document_iri
from kgraph.model.statement import Reading
from kgraph.model.vocabulary import Holding, OfficeEntry

Record = TypeVar("Record")


def graph_of(reading: Reading) -> KnowledgeGraph:
    """The graph of one document."""
    document = reading.document
    iri = document_iri(document.id, document.text)
    node = DocumentNode(
        iri=iri,
        id=document.id,
        model=reading.model,
        date=document.date,
        title=document.title,
        url=document.url,
        source=document.source,
        author=document.author,
    )
    evidence = (
        Evidence(
            statement=statement,
            document=iri,
            sentence=statement.sentence.of(document.text),
            content=tuple(span.of(document.text) for span in statement.content.spans) if statement.content else (),
        )
        for statement in reading.statements
    )
    return _canonical([node], reading.entities, evidence)


def linked(graph: KnowledgeGraph, repeated: Mapping[str, str]) -> KnowledgeGraph:
    """The graph of one document; of one that only repeats another, what remains of it.

    That is the document alone, linked to its original.

    Args:
        graph: The graph.
        repeated: The IRIs of documents that only repeat others, with those of their originals.
    """
    (document,) = graph.documents
    original = repeated.get(document.iri)
    return graph if original is None else KnowledgeGraph((replace(document, republication_of=original),))


def merge(graphs: Iterable[KnowledgeGraph]) -> KnowledgeGraph:
    """The union of graphs; the same for any order, and for a graph that is given twice.

    Records of one IRI that differ are united so:

    - documents: the one with most known about it; what repeats another in one graph does so in all;
    - entities: all names, labels and links are kept; see :func:`united_entity`;
    - statements: the reading of highest confidence; none of documents that repeat another;
    - background: all that is known; whoever a statement speaks of is no background.

    What still ties is decided by the records' own content.
    """
    documents: list[DocumentNode] = []
    entities: list[Entity] = []
    evidence: list[Evidence] = []
    backgrounds: list[Background] = []
    for graph in graphs:
        documents += graph.documents
        entities += graph.entities
        evidence += graph.evidence
        backgrounds.append(graph.background)
    return _canonical(documents, entities, evidence, backgrounds)


def _canonical(
    documents: Iterable[DocumentNode],
    entities: Iterable[Entity],
    evidence: Iterable[Evidence],
    backgrounds: Iterable[Background] = (),
) -> KnowledgeGraph:
    """A graph whose tuples are sorted by IRI, one record an IRI."""
    united = _grouped(entities, _iri, united_entity)
    described = _grouped(documents, _iri, _best_described)
    repeating = {document.iri for document in described if document.republication_of is not None}
    own = (each for each in evidence if each.document not in repeating)
    return KnowledgeGraph(
        documents=described,
        entities=united,
        evidence=_grouped(own, lambda each: each.statement.id, _surest),
        background=behind(tuple(backgrounds), {entity.iri for entity in united}),
    )


def behind(several: tuple[Background, ...], spoken_of: AbstractSet[str]) -> Background:
    """One background out of several, in its canonical form, without those that statements speak of."""
    others = (entity for each in several for entity in each.entities if entity.iri not in spoken_of)
    return Background(
        entities=_grouped(others, _iri, united_entity),
        offices=_grouped((office for each in several for office in each.offices), _iri, _first),
        holdings=_grouped((holding for each in several for holding in each.holdings), _iri, _first),
        links=tuple(sorted({link for each in several for link in each.links})),
        states=_grouped((state for each in several for state in each.states), _iri, united_entity),
    )


def _iri(record: DocumentNode | Entity | OfficeEntry | Holding) -> str:
    return record.iri


def _first(records: list[Record]) -> Record:
    """One of several records of the ontology, which differ only if the ontology changed meanwhile."""
    return min(records, key=repr)


def _grouped(
    records: Iterable[Record], iri: Callable[[Record], str], unite: Callable[[list[Record]], Record]
) -> tuple[Record, ...]:
    groups: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[iri(record)].append(record)
    # A single record takes the same path as several: uniting also brings it into its canonical form.
    return tuple(unite(groups[key]) for key in sorted(groups))


def _best_described(documents: list[DocumentNode]) -> DocumentNode:
    def rank(document: DocumentNode) -> tuple[int, str]:
        known = [document.date, document.title, document.url, document.source, document.author]
        # What it says settles ties, as it does where files are united: kgraph.query.union.
        return -known.count(None), repr(sorted(document_properties(document)))

    originals = [document.republication_of for document in documents if document.republication_of is not None]
    return replace(max(documents, key=rank), republication_of=min(originals, default=None))


def _surest(evidence: list[Evidence]) -> Evidence:
    if len(evidence) == 1:  # as nearly always; telling what ties takes longer than all the rest
        return evidence[0]
    return max(evidence, key=lambda each: (each.statement.confidence, repr(each)))


def united_entity(entities: list[Entity]) -> Entity:
    """One entity out of several of the same IRI.

    The label is the longest one; type, country, kind and sector are the first
    in the alphabet among those known; every other label becomes a name.
    """
    label = max((clean(entity.label) for entity in entities), key=lambda text: (len(text), text))
    names = {clean(name) for entity in entities for name in (entity.label, *entity.names)}
    return Entity(
        iri=entities[0].iri,
        label=label,
        type=min(entity.type for entity in entities),
        names=tuple(sorted(names - {label})),
        country=min((entity.country for entity in entities if entity.country is not None), default=None),
        same_as=tuple(sorted({iri for entity in entities for iri in entity.same_as})),
        kind=min((entity.kind for entity in entities if entity.kind is not None), default=None),
        sector=min((entity.sector for entity in entities if entity.sector is not None), default=None),
    )
