"""The graph of a store, in memory or on disk, is, record for record, the one that is merged in memory."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph import ontology
from kgraph.engine import Done
from kgraph.graph.background import iris_of, with_background
from kgraph.graph.merge import graph_of, linked, merge
from kgraph.graph.rebase import rebased
from kgraph.graph.views import loaded, viewed
from kgraph.graph.world import dyads, facts
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import DOCUMENT, document_iri
from kgraph.model.statement import Reading
from kgraph.store import Store, merged
from kgraph.work import coded
from tests.properties.strategies import readings

_FINGERPRINT = "f"
_VOCABULARY = ontology.load()
_KNOWN = iris_of(_VOCABULARY)


def has_bytes(reading: Reading) -> bool:
    """Whether its id can be written; readers refuse half a surrogate pair."""
    return not any("\ud800" <= character <= "\udfff" for character in reading.document.id)


def iri_of(reading: Reading) -> str:
    return document_iri(reading.document.id, reading.document.text)


def filled(several: list[Reading]) -> Store:
    """A store in memory that holds some readings."""
    store = Store.in_memory()
    with store.transaction():
        store.put_settings(code=_FINGERPRINT)
        for reading in several:
            store.enlist(reading.document)
            key = iri_of(reading).removeprefix(DOCUMENT)
            done = Done(key, (coded(reading),))
            store.keep(done, lambda _: _FINGERPRINT)
    return store


corpora = st.lists(readings().filter(has_bytes), max_size=4, unique_by=lambda reading: reading.document.id)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(corpora, st.sampled_from([None, "https://example.org/news/"]), st.integers(0, 40) | st.just(1_000), st.data())
def test_the_graph_of_a_store_is_the_one_merged_in_memory(
    several: list[Reading], base: str | None, most: int, data: st.DataObject
) -> None:
    repeated = {}
    if several:
        first, *others = map(iri_of, several)
        repeated = {iri: first for iri in others if data.draw(st.booleans())}

    def told(given: list[Reading]) -> list[KnowledgeGraph]:
        found = [linked(graph_of(each), repeated) for each in given]
        return found if base is None else [rebased(each, base, _KNOWN) for each in found]

    whole = with_background(merge(told(several)), _VOCABULARY)
    with pytest.MonkeyPatch.context() as patch, filled(several) as store:
        patch.setattr(merged, "_IN_MEMORY", most)
        with store.graph(told(list(store.readings())), _VOCABULARY, whole=data.draw(st.booleans())) as graph:
            found = loaded(graph)
    expected = loaded(viewed(whole))
    assert found == expected
    assert found.base == expected.base


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(corpora)
def test_edges_are_those_of_the_world_view(several: list[Reading]) -> None:
    graph = merge(map(graph_of, several))
    entities = {entity.iri for entity in graph.entities}
    documents = {each.statement.id: each.document for each in graph.evidence}
    expected: dict[tuple[str, str, str], tuple[set[str], list[str]]] = {}
    for fact in (*facts(graph), *dyads(graph)):
        if fact.subject in entities and fact.object in entities:
            statements, days = expected.setdefault((fact.subject, fact.predicate, fact.object), (set(), []))
            statements.update(fact.statements)
            days += [day for day in (fact.first, fact.last) if day is not None]
    with filled(several) as store:
        found = {(each.subject, each.predicate, each.object): each for each in store.edges(())}
    assert found.keys() == expected.keys()
    for edge, (statements, days) in expected.items():
        assert found[edge].statements == len(statements)
        assert found[edge].documents == len({documents[each] for each in statements})
        assert (found[edge].first, found[edge].last) == (min(days, default=None), max(days, default=None))
