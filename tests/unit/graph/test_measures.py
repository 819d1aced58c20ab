from __future__ import annotations

from kgraph.graph.measures import Dyad, EventCount, Network, Source, measures
from kgraph.graph.merge import graph_of, merge
from kgraph.model.graph import KnowledgeGraph
from tests.unit.graph.samples import AMERICA, UKRAINE, reading

GRAPH = merge([graph_of(reading()), graph_of(reading(id="second", source=None))])


def test_counts_dates_and_sources() -> None:
    found = measures(GRAPH)
    counts = found.counts
    # Both documents make the same statements, since these are minted by hand.
    assert (counts.documents, counts.statements, counts.events, counts.entities) == (2, 4, 1, 5)
    assert found.published == ("2022-06-02", "2022-06-02")
    assert found.dated == ("2022-06-01", "2022-06-02")
    assert {source.name for source in found.sources} == {None, "The Paper"}
    assert sum(source.statements for source in found.sources) == 4


def test_shares_are_parts_of_one() -> None:
    shares = measures(GRAPH).shares
    assert (shares.affirmed, shares.attributed, shares.negated, shares.future) == (0.75, 0.25, 0.0, 0.25)
    # "the move" alone of nine mentions is linked to nothing.
    assert 0 < shares.unresolved < 0.5
    assert (shares.ambiguous, shares.unresolved_sides) == (0.0, 0.0)


def test_acts_are_counted_by_type_actor_and_dyad() -> None:
    found = measures(GRAPH)
    assert found.event_types == (EventCount("AID", "MaterialCooperation", 1),)
    assert found.quad_classes == {"MaterialCooperation": 1}
    assert [(actor.label, actor.acts, actor.received, actor.statements) for actor in found.actors] == [
        ("United States", 1, 0, 1),
        ("Ukraine", 0, 1, 2),
    ]
    assert found.dyads == (Dyad(AMERICA.iri, "United States", UKRAINE.iri, "Ukraine", 1, 1, 0, 1.0, {"AID": 1}),)


def test_the_network_is_that_of_the_actors() -> None:
    # The United States to the rockets and to Ukraine; the rest is attributed or not linked.
    assert measures(GRAPH).network == Network(3, 2, 2, 2 / 6, 1, 3)


def test_an_empty_graph_has_measures_too() -> None:
    found = measures(KnowledgeGraph())
    assert (found.published, found.dated, found.actors, found.dyads, found.sources) == (None, None, (), (), ())
    assert found.network == Network(0, 0, 0, 0, 0, 0)
    assert found.shares.unresolved == 0


def test_sources_begin_with_the_one_of_most_documents() -> None:
    several = merge(
        [graph_of(reading(id=name, source=source)) for name, source in (("a", "B"), ("b", "A"), ("c", "B"))]
    )
    assert [(source.name, source.documents) for source in measures(several).sources] == [("B", 2), ("A", 1)]
    assert isinstance(measures(several).sources[0], Source)
