"""The whole graph as RDF: one stream of resources, or one part a document.

Every statement is a node of its own with its parts, factuality, source and
evidence. The *direct* triples ``subject predicate object`` beside them are the
world view alone (:mod:`kgraph.graph.world`). There are no blank nodes, and all
values are flat, so that one triple pattern reaches each of them.

As a dataset, the graph named by a document's IRI holds what that document
says: its statements, its referents and the direct triples that it affirms. All
that belongs to no document alone is in the default graph: what documents,
readings, agents, entities, offices and open predicates are, and the claims. The
union of all parts is the stream of resources. Both end with the description of
the dataset, whose counts are known then.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter
from typing import NamedTuple

from kgraph.graph.claims import Held
from kgraph.graph.dataset import dataset_descriptions
from kgraph.graph.descriptions import (
    LABEL,
    PROGRAM,
    TYPE,
    Description,
    agent_iri,
    agent_properties,
    document_properties,
    entity_properties,
    holding_properties,
    office_properties,
    reading_iri,
    reading_properties,
    referent_properties,
)
from kgraph.graph.nodes import Referent
from kgraph.graph.statement_descriptions import claim_properties, statement_properties
from kgraph.graph.terms import IRI, KG, RDF, Term, Triple, named_node, string
from kgraph.graph.views import Origins, Views, share_of, views_of
from kgraph.model.graph import Background, Evidence, Fact, KnowledgeGraph
from kgraph.model.identifiers import base_of


@dataclass(frozen=True, slots=True)
class Profile:
    """What may differ from one publication of a graph to the next.

    Attributes:
        rdf12: Whether statements and claims also reify their triple, which takes RDF 1.2.
        licence: IRI of the licence that the graph is published under, if one is stated.
    """

    rdf12: bool = False
    licence: str | None = None


RDF11 = Profile()
"""RDF 1.1, which every store reads."""


class Resource(NamedTuple):
    """A subject with all that one graph says of it: by predicate, types first, each value once and sorted."""

    iri: str
    properties: Mapping[str, Sequence[Term]]


class Part(NamedTuple):
    """One graph of a dataset: its name, ``None`` for the default graph, and its resources sorted by IRI."""

    name: str | None
    resources: Iterator[Resource]


def resources(graph: KnowledgeGraph, profile: Profile = RDF11) -> Iterator[Resource]:
    """All that the graph says, each subject once, sorted by IRI; the description of the dataset comes last.

    The graph's tuples must be sorted, as :func:`kgraph.graph.merge.merge` leaves them.
    """
    views = views_of(graph)
    count = _Count()
    told = _documented(graph.evidence, views.referents, views.facts, views.origins, profile)
    yield from count.over(gathered(heapq.merge(*_shared(graph, views, profile), *told, key=_SUBJECT)))
    yield from gathered(dataset_descriptions(graph, views, count.triples, profile.licence))


def parts(graph: KnowledgeGraph, profile: Profile = RDF11) -> Iterator[Part]:
    """The same as a dataset: the default graph, then a graph for each document that says something, sorted by IRI.

    The description of the dataset comes last, in the default graph. Each part
    must be used up before the next is taken.
    """
    views = views_of(graph)
    count = _Count()
    yield Part(None, count.over(gathered(heapq.merge(*_shared(graph, views, profile), key=_SUBJECT))))
    said = _by_document(graph, views)
    for document in graph.documents:
        if document.iri in said:
            told = _documented(*said[document.iri], views.origins, profile)
            yield Part(document.iri, count.over(gathered(heapq.merge(*told, key=_SUBJECT))))
    # A direct triple that several documents affirm is still one triple.
    repeated = sum(len(each.facts) for each in said.values()) - len(views.facts)
    yield Part(None, gathered(dataset_descriptions(graph, views, count.triples - repeated, profile.licence)))


def triples(graph: KnowledgeGraph, profile: Profile = RDF11) -> Iterator[Triple]:
    """All triples of :func:`resources`, each once, in its order."""
    for iri, properties in resources(graph, profile):
        subject = IRI(iri)
        for predicate, values in properties.items():
            for value in values:
                yield Triple(subject, IRI(predicate), value)


_SUBJECT = itemgetter(0)


class _Count:
    """How many triples went by."""

    def __init__(self) -> None:
        self.triples = 0

    def over(self, found: Iterable[Resource]) -> Iterator[Resource]:
        """The same resources, counted as they are taken."""
        for resource in found:
            self.triples += sum(map(len, resource.properties.values()))
            yield resource


class _Said(NamedTuple):
    """What one document says, each sorted by IRI."""

    evidence: list[Evidence]
    referents: list[Referent]
    facts: list[Fact]


def _by_document(graph: KnowledgeGraph, views: Views) -> dict[str, _Said]:
    said: defaultdict[str, _Said] = defaultdict(lambda: _Said([], [], []))
    documents = {}
    for evidence in graph.evidence:
        documents[evidence.statement.id] = evidence.document
        said[evidence.document].evidence.append(evidence)
    for referent in views.referents:
        said[referent.document].referents.append(referent)
    for fact in views.facts:
        for document in {documents[statement] for statement in fact.statements}:
            said[document].facts.append(fact)
    return dict(said)


def _documented(
    evidence: Iterable[Evidence],
    unknown: Iterable[Referent],
    affirmed: Iterable[Fact],
    origins: Origins,
    profile: Profile,
) -> tuple[Iterator[Description], ...]:
    """The descriptions that one or all documents give; each stream is sorted by subject."""
    return (
        (
            (each.statement.id, statement_properties(each, origins[each.document], reified=profile.rdf12))
            for each in evidence
        ),
        ((referent.iri, referent_properties(referent)) for referent in unknown),
        ((fact.subject, [(fact.predicate, named_node(fact.object))]) for fact in affirmed),
    )


def _shared(graph: KnowledgeGraph, views: Views, profile: Profile) -> tuple[Iterable[Description], ...]:
    """The descriptions that belong to no document alone; each stream is sorted by subject."""
    return (
        ((document.iri, document_properties(document)) for document in graph.documents),
        ((reading_iri(document), reading_properties(document)) for document in views.readings),
        _agents(graph),
        ((entity.iri, entity_properties(entity)) for entity in graph.entities),
        _background(graph.background),
        claim_descriptions(views.claims, profile),
        _open_predicates(views.predicates),
    )


def _agents(graph: KnowledgeGraph) -> list[Description]:
    share = share_of(graph)
    if share is not None:
        used = {(agent_iri(agent, share.base), agent) for agent in share.agents}
    else:
        models = {(agent_iri(each.model, base_of(each.iri)), each.model) for each in graph.documents}
        used = {(agent_iri(PROGRAM, graph.base), PROGRAM), *models}
    return [(iri, agent_properties(agent)) for iri, agent in sorted(used, key=_SUBJECT)]


def _background(known: Background) -> list[Description]:
    found: list[Description] = [(entity.iri, entity_properties(entity)) for entity in known.entities]
    found += [(office.iri, office_properties(office)) for office in known.offices]
    found += [(holding.iri, holding_properties(holding)) for holding in known.holdings]
    found += [(link.source, [(KG + link.relation, named_node(link.target))]) for link in known.links]
    return sorted(found, key=_SUBJECT)


def claim_descriptions(found: Iterable[Held], profile: Profile) -> Iterator[Description]:
    """Claims with those that they contradict or corroborate, in their order."""
    for claim, others in found:
        related = ((KG + relation, named_node(other)) for relation, other in others)
        yield claim.iri, chain(claim_properties(claim, reified=profile.rdf12), related)


def _open_predicates(lemmas: Mapping[str, AbstractSet[str]]) -> Iterator[Description]:
    for iri in sorted(lemmas):
        yield iri, [(TYPE, named_node(RDF + "Property")), *((LABEL, string(lemma)) for lemma in lemmas[iri])]


def gathered(described: Iterable[Description]) -> Iterator[Resource]:
    """One resource a subject out of descriptions sorted by subject."""
    for subject, group in groupby(described, key=_SUBJECT):
        properties: dict[str, list[Term]] = {}
        several = set()
        for _, description in group:
            for predicate, value in description:
                if predicate in properties:
                    properties[predicate].append(value)
                    several.add(predicate)
                else:
                    properties[predicate] = [value]
        for predicate in several:
            properties[predicate] = sorted(set(properties[predicate]))
        yield Resource(subject, properties)
