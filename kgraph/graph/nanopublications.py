"""Claims as nanopublications (https://nanopub.net/guidelines/working_draft/).

Each is four named graphs: the *head*, which names the other three; the
*assertion*, which is what one voice says, with the direct triple too where the
writers affirm it as a fact; the *provenance* of the assertion, with the
sentences and documents that it rests on; and the *publication info*, with the
program that made it. Its IRI is minted from its contents. It was created on the
day on which the last of its documents was published, so no clock is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgraph.graph.claims import claims
from kgraph.graph.descriptions import (
    LABEL,
    PROGRAM,
    TYPE,
    Description,
    agent_iri,
    agent_properties,
    document_properties,
    reading_iri,
)
from kgraph.graph.rdf import Part, Profile, gathered
from kgraph.graph.statement_descriptions import said_properties
from kgraph.graph.terms import DCTERMS, IRI, KG, PROV, XSD, Literal, string
from kgraph.graph.views import referents_of
from kgraph.model.graph import Claim, DocumentNode, Evidence, KnowledgeGraph
from kgraph.model.identifiers import BASE, NANOPUBLICATION, digest

NP = "http://www.nanopub.org/nschema#"


def nanopublications(graph: KnowledgeGraph, profile: Profile) -> Iterator[Part]:
    """The graphs of one nanopublication a claim, in the order of the claims."""
    known = _Known(graph)
    for claim in claims(graph):
        iri = _iri(claim, graph.base)
        yield _part(f"{iri}-head", _head(iri))
        yield _part(f"{iri}-assertion", _assertion(claim, known))
        yield _part(f"{iri}-provenance", _provenance(f"{iri}-assertion", claim, known))
        yield _part(f"{iri}-pubinfo", _publication(iri, claim, known, profile.licence))


class _Known:
    """What nanopublications look up in a graph."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.base = graph.base
        self.documents = {document.iri: document for document in graph.documents}
        self.evidence = {evidence.statement.id: evidence for evidence in graph.evidence}
        self.labels = {entity.iri: entity.label for entity in graph.entities}
        self.labels.update((referent.iri, referent.label) for referent in referents_of(graph))

    def documents_of(self, claim: Claim) -> list[DocumentNode]:
        return [self.documents[iri] for iri in claim.documents]

    def evidence_of(self, claim: Claim) -> list[Evidence]:
        return [self.evidence[iri] for iri in claim.statements]


def _iri(claim: Claim, base: str) -> str:
    """Another version of the program, or further evidence, makes another nanopublication of the same claim."""
    return base + NANOPUBLICATION.removeprefix(BASE) + digest(PROGRAM.version, claim.iri, *claim.statements)


def _part(name: str, described: Iterable[Description]) -> Part:
    return Part(name, gathered(sorted(described, key=lambda each: each[0])))


def _head(iri: str) -> Iterator[Description]:
    yield (
        iri,
        [
            (TYPE, IRI(NP + "Nanopublication")),
            (NP + "hasAssertion", IRI(f"{iri}-assertion")),
            (NP + "hasProvenance", IRI(f"{iri}-provenance")),
            (NP + "hasPublicationInfo", IRI(f"{iri}-pubinfo")),
        ],
    )


def _assertion(claim: Claim, known: _Known) -> Iterator[Description]:
    yield claim.iri, [(TYPE, IRI(KG + "Claim")), *said_properties(claim)]
    if claim.holder is None and claim.factuality.actual:
        yield claim.subject, [(claim.predicate, IRI(claim.object))]
    for iri in sorted({claim.subject, claim.object, claim.holder or claim.subject}):
        yield iri, [(LABEL, string(known.labels[iri]))]


def _provenance(assertion: str, claim: Claim, known: _Known) -> Iterator[Description]:
    documents = known.documents_of(claim)
    yield (
        assertion,
        [
            *((PROV + "wasDerivedFrom", IRI(iri)) for iri in claim.statements),
            *((PROV + "hadPrimarySource", IRI(document.iri)) for document in documents),
            *((PROV + "wasGeneratedBy", IRI(reading_iri(document))) for document in documents),
            *([(PROV + "wasAttributedTo", IRI(claim.holder))] if claim.holder is not None else []),
        ],
    )
    yield from ((document.iri, document_properties(document)) for document in documents)
    for evidence in known.evidence_of(claim):
        yield (
            evidence.statement.id,
            [(KG + "sentence", string(evidence.sentence)), (PROV + "wasDerivedFrom", IRI(evidence.document))],
        )


def _publication(iri: str, claim: Claim, known: _Known, licence: str | None) -> Iterator[Description]:
    agent = agent_iri(PROGRAM, known.base)
    days = [document.date.isoformat() for document in known.documents_of(claim) if document.date is not None]
    yield (
        iri,
        [
            *([(DCTERMS + "created", Literal(f"{max(days)}T00:00:00Z", XSD + "dateTime"))] if days else []),
            (DCTERMS + "creator", IRI(agent)),
            (PROV + "wasAttributedTo", IRI(agent)),
            *([(DCTERMS + "license", IRI(licence))] if licence is not None else []),
        ],
    )
    yield agent, agent_properties(PROGRAM)
