"""Which node of the graph a mention stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kgraph.model.document import Span
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import BASE, MENTION, base_of, digest
from kgraph.model.statement import Mention, Party, Statement


@dataclass(frozen=True, slots=True, order=True)
class Referent:
    """What a mention stands for that is linked to no entity; known by its place in one document.

    Attributes:
        iri: Minted from the document and the mention's span.
        label: The mention's words.
        type: Local name of its class, empty if unknown.
        document: IRI of the document.
        country: ISO 3166-1 alpha-3 where an event was coded for it, else empty.
    """

    iri: str
    label: str
    type: str
    document: str
    country: str


def node_iri(mention: Mention, document: str) -> str:
    """The IRI of the entity that a mention is linked to, else one minted from its document and the place of its words.

    A mention that takes up one other, as a pronoun does, stands for the same
    node as that one.

    Args:
        mention: A mention of the document.
        document: The document's IRI.
    """
    if mention.entity is not None:
        return mention.entity
    span = _anchor(mention)
    return _mention_iri(document, span.start, span.end)


@lru_cache(maxsize=2**16)  # several views ask for the same mentions, and statements share them
def _mention_iri(document: str, start: int, end: int) -> str:
    """The mention's IRI stands below the same base as its document; its local name is the same below every base."""
    base = base_of(document)
    own = digest("mention", BASE + document.removeprefix(base), start, end)
    return base + MENTION.removeprefix(BASE) + own


def _anchor(mention: Mention) -> Span:
    """Where the words stand that first mean what a mention means."""
    return mention.antecedents[0] if len(mention.antecedents) == 1 else mention.span


def parties(statement: Statement) -> tuple[Party, ...]:
    """Both sides of the political act that a statement tells of, actors first."""
    return () if statement.event is None else (*statement.event.actors, *statement.event.recipients)


def all_mentions(statement: Statement) -> Iterator[Mention]:
    """Every mention of a statement: who takes part, who says it, and the sides of its event."""
    yield from statement.mentions()
    yield from (link.source for link in statement.attributed_to if link.source is not None)
    yield from (party.mention for party in parties(statement))


def referents(graph: KnowledgeGraph) -> list[Referent]:
    """The referents of all mentions without an entity, sorted by IRI."""
    found: dict[str, tuple[bool, Referent]] = {}
    for evidence in graph.evidence:
        countries = {party.mention.span: party.country or "" for party in parties(evidence.statement)}
        for mention in all_mentions(evidence.statement):
            if mention.entity is not None:
                continue
            country = countries.get(mention.span, "")
            iri = node_iri(mention, evidence.document)
            referent = Referent(iri, mention.text, mention.type or "", evidence.document, country)
            # The words at the place itself before a pronoun's, then the fuller of two readings, whichever comes first.
            ranked = (mention.span == _anchor(mention), referent)
            found[iri] = max(ranked, found.get(iri, ranked))
    return sorted(referent for _, referent in found.values())
