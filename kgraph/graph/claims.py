"""The claims view: who says what of whom, and who contradicts or corroborates whom.

A *claim* unites all statements of one voice that say the same with the same
factuality, from any number of sentences and documents. The voice is whoever
the statements are attributed to, or the writers themselves, who together are
one: their affirmed claims are the world view (:mod:`kgraph.graph.world`). A
claim and its denial stay two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from kgraph.graph.nodes import node_iri
from kgraph.graph.world import dated
from kgraph.model.graph import Claim, Fact, KnowledgeGraph
from kgraph.model.identifiers import BASE, CLAIM, base_of, digest
from kgraph.model.statement import Certainty, Factuality, Modality

CONTRADICTS = "contradicts"
CORROBORATES = "corroborates"
# How sure one must be to stand for or against what others say.
_COMMITTED = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})


class Saying(NamedTuple):
    """What a statement contributes to a claim, wherever it is read from.

    Attributes:
        statement: Its IRI.
        document: IRI of its document.
        subject: IRI of a node.
        predicate: IRI of the predicate.
        object: IRI of a node.
        holder: IRI of who says it, empty for the writers.
        factuality: How it is said.
        date: The ISO day that it names, else that of its document.
    """

    statement: str
    document: str
    subject: str
    predicate: str
    object: str
    holder: str
    factuality: Factuality
    date: str | None


class _Key(NamedTuple):
    subject: str
    predicate: str
    object: str
    holder: str
    factuality: Factuality


class Held(NamedTuple):
    """A claim with the others that it stands for or against.

    Attributes:
        claim: The claim.
        others: The relation to each of them, ``contradicts`` or ``corroborates``, and its IRI.
    """

    claim: Claim
    others: tuple[tuple[str, str], ...] = ()


def claims(graph: KnowledgeGraph) -> tuple[Claim, ...]:
    """The claims of all statements that have a subject and an object, sorted by IRI.

    What is attributed to a source that the text leaves open makes none, since
    no two such sources can be told apart.
    """
    return united(sayings(graph))


def united(sayings: Iterable[Saying]) -> tuple[Claim, ...]:
    """The claims that sayings make together, sorted by IRI."""
    groups: defaultdict[_Key, list[Saying]] = defaultdict(list)
    for each in sayings:
        groups[_Key(each.subject, each.predicate, each.object, each.holder, each.factuality)].append(each)
    found = (_claim(key, group) for key, group in groups.items())
    return tuple(sorted(found, key=lambda claim: claim.iri))


def united_claims(several: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims of several documents, those of one IRI made one, sorted by IRI."""
    groups: defaultdict[str, list[Claim]] = defaultdict(list)
    for each in several:
        groups[each.iri].append(each)
    return tuple(_united(groups[iri]) for iri in sorted(groups))


def disputes(found: Iterable[Claim]) -> Iterator[tuple[str, str, str]]:
    """Which claim contradicts or corroborates which: its IRI, the relation, the other's IRI, in both directions.

    Two claims of one subject, predicate and object corroborate each other if both affirm or both deny it, and
    contradict each other otherwise. Both must be asserted, of the same time (future or not), by different voices that
    are certain or think it probable. Writers of one document do not contradict themselves.
    """
    groups: defaultdict[tuple[str, str, str, bool], list[Claim]] = defaultdict(list)
    for claim in found:
        factuality = claim.factuality
        if factuality.modality is Modality.ASSERTED and factuality.certainty in _COMMITTED:
            groups[claim.subject, claim.predicate, claim.object, factuality.future].append(claim)
    for group in groups.values():
        for one, other in combinations(group, 2):
            same = one.factuality.negated == other.factuality.negated
            if one.holder != other.holder or (not same and _different_writers(one, other)):
                relation = CORROBORATES if same else CONTRADICTS
                yield one.iri, relation, other.iri
                yield other.iri, relation, one.iri


def held(found: Sequence[Claim]) -> list[Held]:
    """Claims with those that they contradict or corroborate, in their order.

    Args:
        found: All claims of the same subjects, predicates and objects.
    """
    others: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for one, relation, other in disputes(found):
        others[one].append((relation, other))
    return [Held(claim, tuple(others.get(claim.iri, ()))) for claim in found]


def affirmed_edges(found: Iterable[Saying]) -> list[Fact]:
    """The edges of the world view that sayings make, as :func:`kgraph.graph.world.facts` has them."""
    groups: defaultdict[tuple[str, str, str], list[Saying]] = defaultdict(list)
    for each in found:
        if each.factuality.actual and not each.holder:
            groups[each.subject, each.predicate, each.object].append(each)
    return [_fact(*edge, groups[edge]) for edge in sorted(groups)]


def _fact(subject: str, predicate: str, target: str, group: list[Saying]) -> Fact:
    days = [each.date for each in group if each.date is not None]
    statements = tuple(sorted(each.statement for each in group))
    return Fact(subject, predicate, target, statements, min(days, default=None), max(days, default=None))


def _different_writers(one: Claim, other: Claim) -> bool:
    return one.holder is None and len({*one.documents, *other.documents}) > 1


def sayings(graph: KnowledgeGraph) -> Iterator[Saying]:
    """What the statements of a graph contribute to claims, in their order."""
    published = {document.iri: document.date for document in graph.documents}
    for evidence in graph.evidence:
        statement, document = evidence.statement, evidence.document
        source = statement.attributed_to[-1].source if statement.attributed_to else None
        if statement.subject is None or statement.object is None or (statement.attributed_to and source is None):
            continue
        yield Saying(
            statement.id,
            document,
            node_iri(statement.subject, document),
            statement.predicate.iri,
            node_iri(statement.object, document),
            node_iri(source, document) if source is not None else "",
            statement.factuality,
            dated(evidence, published),
        )


def _united(several: list[Claim]) -> Claim:
    if len(several) == 1:
        return several[0]
    return replace(
        several[0],
        statements=tuple(sorted(iri for each in several for iri in each.statements)),
        documents=tuple(sorted({iri for each in several for iri in each.documents})),
        first=min((each.first for each in several if each.first is not None), default=None),
        last=max((each.last for each in several if each.last is not None), default=None),
    )


def _claim(key: _Key, group: list[Saying]) -> Claim:
    dates = [each.date for each in group if each.date is not None]
    factuality = key.factuality
    manner = (factuality.negated, factuality.certainty.value, factuality.future, factuality.modality.value)
    documents = tuple(sorted({each.document for each in group}))
    own = digest("claim", *key[:4], *manner)
    return Claim(
        iri=base_of(documents[0]) + CLAIM.removeprefix(BASE) + own,
        subject=key.subject,
        predicate=key.predicate,
        object=key.object,
        holder=key.holder or None,
        factuality=factuality,
        statements=tuple(sorted(each.statement for each in group)),
        documents=documents,
        first=min(dates, default=None),
        last=max(dates, default=None),
    )
