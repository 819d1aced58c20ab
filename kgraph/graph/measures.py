"""Measures of a graph: how much it holds, who is most active towards whom, and how its network is knit.

Political acts are counted as event data counts them, one an act and pair of
sides, whoever says them; only actors that are linked to an entity have a name
to count under. Ties are settled by label and IRI.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import networkx

from kgraph.graph.claims import claims
from kgraph.graph.networkx_view import to_networkx
from kgraph.graph.nodes import all_mentions, parties
from kgraph.graph.world import affirmed, dated
from kgraph.model.entity import Entity
from kgraph.model.graph import Evidence, KnowledgeGraph
from kgraph.model.statement import Event, Party, Resolution

_COOPERATION = "Cooperation"
_CONFLICT = "Conflict"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each there are."""

    documents: int
    statements: int
    events: int
    claims: int
    entities: int


@dataclass(frozen=True, slots=True)
class Source:
    """Who published, how many documents, and how many statements they make."""

    name: str | None
    documents: int
    statements: int


@dataclass(frozen=True, slots=True)
class EventCount:
    """How many political acts there are of one type."""

    type: str
    quad_class: str | None
    events: int


@dataclass(frozen=True, slots=True)
class Actor:
    """An entity by the political acts that it does, and that are done to it.

    ``statements`` is how many it takes part in or says, acts or not.
    """

    iri: str
    label: str
    type: str
    country: str | None
    acts: int
    received: int
    statements: int


@dataclass(frozen=True, slots=True)
class Dyad:
    """What one entity does to another.

    Attributes:
        actor: IRI of who acts.
        actor_label: Its label.
        recipient: IRI of the other.
        recipient_label: Its label.
        events: How many acts.
        cooperation: How many of them are verbal or material cooperation.
        conflict: How many are verbal or material conflict.
        net: Cooperation less conflict, as a share of both: from -1 to 1.
        types: How many there are of each event type, the most frequent first.
    """

    actor: str
    actor_label: str
    recipient: str
    recipient_label: str
    events: int
    cooperation: int
    conflict: int
    net: float
    types: dict[str, int]


@dataclass(frozen=True, slots=True)
class Network:
    """The actors view as a network.

    Attributes:
        nodes: Entities with an edge.
        edges: Edges, one a pair and predicate.
        pairs: Ordered pairs with an edge, self-loops aside.
        density: Pairs as a share of all possible ones.
        components: Weakly connected components.
        largest: Nodes of the largest one.
    """

    nodes: int
    edges: int
    pairs: int
    density: float
    components: int
    largest: int


@dataclass(frozen=True, slots=True)
class Shares:
    """Parts of the statements, or of the mentions in them, between 0 and 1; 0 where there are none.

    Attributes:
        affirmed: Statements that the writer affirms as so.
        attributed: Statements that somebody else says.
        negated: Statements that are denied.
        future: Statements of what is to come.
        unresolved: Mentions that are linked to no entity.
        ambiguous: Mentions that may mean several known ones; they are unresolved too.
        unresolved_sides: Actors and recipients of events that are linked to no entity.
    """

    affirmed: float
    attributed: float
    negated: float
    future: float
    unresolved: float
    ambiguous: float
    unresolved_sides: float


@dataclass(frozen=True, slots=True)
class Measures:
    """All measures of a graph; lists begin with the most frequent.

    ``published`` and ``dated`` are the first and the last ISO date of the
    documents and of what their statements tell of; ``None`` where none is known.
    """

    counts: Counts
    published: tuple[str, str] | None
    dated: tuple[str, str] | None
    shares: Shares
    sources: tuple[Source, ...]
    quad_classes: dict[str, int]
    event_types: tuple[EventCount, ...]
    actors: tuple[Actor, ...]
    dyads: tuple[Dyad, ...]
    network: Network


def measures(graph: KnowledgeGraph) -> Measures:
    """Measures a graph."""
    published = {document.iri: document.date for document in graph.documents}
    events = [event for _, event in _events(graph)]
    classes = Counter(event.quad_class for event in events if event.quad_class is not None)
    return Measures(
        counts=Counts(
            documents=len(graph.documents),
            statements=len(graph.evidence),
            events=len(events),
            claims=len(claims(graph)),
            entities=len(graph.entities),
        ),
        published=_range(date.isoformat() for date in published.values() if date is not None),
        dated=_range(date for evidence in graph.evidence if (date := dated(evidence, published)) is not None),
        shares=_shares(graph),
        sources=_sources(graph),
        quad_classes=_ordered(classes),
        event_types=_event_types(events),
        actors=_actors(graph),
        dyads=_dyads(graph),
        network=network(to_networkx(graph, "actors")),
    )


def network(view: networkx.MultiDiGraph) -> Network:
    """The measures of any view of actors."""
    simple = networkx.DiGraph((one, other) for one, other in view.edges() if one != other)
    simple.add_nodes_from(view)
    components = [len(found) for found in networkx.weakly_connected_components(simple)]
    return Network(
        nodes=view.number_of_nodes(),
        edges=view.number_of_edges(),
        pairs=simple.number_of_edges(),
        density=networkx.density(simple),
        components=len(components),
        largest=max(components, default=0),
    )


def _range(dates: Iterable[str]) -> tuple[str, str] | None:
    found = set(dates)
    return (min(found), max(found)) if found else None


def _events(graph: KnowledgeGraph) -> Iterator[tuple[Evidence, Event]]:
    for evidence in graph.evidence:
        if evidence.statement.event is not None:
            yield evidence, evidence.statement.event


def _shares(graph: KnowledgeGraph) -> Shares:
    statements = [evidence.statement for evidence in graph.evidence]
    # One mention may stand in several statements and sides of one document.
    mentions = {
        (evidence.document, mention.span, mention.resolution)
        for evidence in graph.evidence
        for mention in all_mentions(evidence.statement)
    }
    found = Counter(resolution for _, _, resolution in mentions)
    sides = [party.mention.entity for each in statements for party in parties(each)]
    return Shares(
        affirmed=_share(sum(map(affirmed, statements)), len(statements)),
        attributed=_share(sum(bool(each.attributed_to) for each in statements), len(statements)),
        negated=_share(sum(each.factuality.negated for each in statements), len(statements)),
        future=_share(sum(each.factuality.future for each in statements), len(statements)),
        unresolved=_share(len(mentions) - found[Resolution.LINKED], len(mentions)),
        ambiguous=_share(found[Resolution.AMBIGUOUS], len(mentions)),
        unresolved_sides=_share(sides.count(None), len(sides)),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _sources(graph: KnowledgeGraph) -> tuple[Source, ...]:
    source = {document.iri: document.source for document in graph.documents}
    documents = Counter(source.values())
    statements = Counter(source[evidence.document] for evidence in graph.evidence)
    found = (Source(name, count, statements[name]) for name, count in documents.items())
    return tuple(sorted(found, key=lambda each: (-each.documents, each.name or "")))


def _event_types(events: Iterable[Event]) -> tuple[EventCount, ...]:
    counts = Counter((event.type, event.quad_class) for event in events)
    found = (EventCount(*key, count) for key, count in counts.items())
    return tuple(sorted(found, key=lambda each: (-each.events, each.type, each.quad_class or "")))


def _actors(graph: KnowledgeGraph) -> tuple[Actor, ...]:
    acts, received = Counter[str](), Counter[str]()
    for _, event in _events(graph):
        acts.update(_linked(event.actors))
        received.update(_linked(event.recipients))
    statements = Counter(
        iri
        for evidence in graph.evidence
        for iri in {mention.entity for mention in all_mentions(evidence.statement)}
        if iri is not None
    )
    found = (
        Actor(
            *(entity.iri, entity.label, entity.type, entity.country),
            *(acts[entity.iri], received[entity.iri], statements[entity.iri]),
        )
        for entity in graph.entities
        if entity.iri in acts or entity.iri in received
    )
    return tuple(sorted(found, key=lambda each: (-each.acts - each.received, -each.acts, each.label, each.iri)))


def _dyads(graph: KnowledgeGraph) -> tuple[Dyad, ...]:
    entities = {entity.iri: entity for entity in graph.entities}
    events: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    for _, event in _events(graph):
        for actor in _linked(event.actors):
            for recipient in _linked(event.recipients) - {actor}:
                events[actor, recipient].append(event)
    found = (_dyad(entities[one], entities[other], between) for (one, other), between in events.items())
    return tuple(sorted(found, key=lambda each: (-each.events, each.actor_label, each.recipient_label, each.actor)))


def _dyad(actor: Entity, recipient: Entity, events: list[Event]) -> Dyad:
    cooperation = sum((event.quad_class or "").endswith(_COOPERATION) for event in events)
    conflict = sum((event.quad_class or "").endswith(_CONFLICT) for event in events)
    return Dyad(
        *(actor.iri, actor.label, recipient.iri, recipient.label),
        events=len(events),
        cooperation=cooperation,
        conflict=conflict,
        net=(cooperation - conflict) / ((cooperation + conflict) or 1),
        types=_ordered(Counter(event.type for event in events)),
    )


def _linked(parties: Iterable[Party]) -> set[str]:
    return {party.mention.entity for party in parties if party.mention.entity is not None}


def _ordered(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
