"""Files that are united say what the graphs united before would have said."""

from __future__ import annotations

from random import Random

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.graph.constraints import node_of
from kgraph.graph.merge import graph_of, merge
from kgraph.graph.oxigraph_view import to_oxigraph, to_oxigraph_dataset
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.statement import Reading
from kgraph.query.union import Row, unite
from tests.properties.strategies import readings

_SOME = settings(max_examples=40, deadline=None)

# A document is read in one way: the same words give the same statements. Their ids come from the document's.
corpora = st.lists(readings(), max_size=4, unique_by=lambda reading: reading.document.id)


def quads(graph: KnowledgeGraph, *, dataset: bool) -> list[ox.Quad]:
    return list(to_oxigraph_dataset(graph)) if dataset else [ox.Quad(*triple) for triple in to_oxigraph(graph)]


def rows(found: list[ox.Quad]) -> set[Row]:
    names = [quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else "" for quad in found]
    return {
        (node_of(quad.subject).value, quad.predicate.value, node_of(quad.object), name)
        for quad, name in zip(found, names, strict=True)
    }


@_SOME
@given(corpora, st.data(), st.booleans())
def test_the_union_of_exports_is_the_export_of_the_union(
    corpus: list[Reading], data: st.DataObject, dataset: bool
) -> None:
    parts: list[list[Reading]] = [[], []]
    for reading in corpus:
        for part in data.draw(st.sampled_from([parts, parts[:1], parts[1:]])):
            part.append(reading)
    graphs = [merge(map(graph_of, part)) for part in parts]
    told = unite(quads(graph, dataset=dataset) for graph in graphs)
    assert set(told.rows) == rows(quads(merge(graphs), dataset=True))


@_SOME
@given(st.lists(readings(), max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_files_and_their_number_change_nothing(several: list[Reading], random: Random) -> None:
    files = [quads(graph_of(reading), dataset=True) for reading in several]
    shuffled = [random.sample(file, len(file)) for file in [*files, *files[:2]]]
    random.shuffle(shuffled)
    assert unite(files) == unite(shuffled)
