"""Measures the query library on a large graph, against rdflib on a share of it.

    python -m tests.benchmarks.queries [--triples 1000000] [--share 0.02]

Prints the seconds of each query by pyoxigraph on the whole graph, and on the
share the ratio of rdflib's time to pyoxigraph's.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import replace

import pyoxigraph as ox
import rdflib

from kgraph.graph.merge import graph_of, merge
from kgraph.graph.oxigraph_view import to_oxigraph
from kgraph.model.identifiers import STATEMENT, digest
from kgraph.query.evaluate import answer
from kgraph.query.guard import checked
from kgraph.query.library import library
from tests.unit.graph.samples import reading

_TRIPLES_A_DOCUMENT = 120


def triples(count: int) -> list[ox.Triple]:
    """A graph of about so many triples: one document over and over, its statements each with an IRI of their own."""
    graphs = []
    for number in range(max(1, count // _TRIPLES_A_DOCUMENT)):
        read = reading(id=f"article-{number}")
        names = {each.id: STATEMENT + digest(each.id, number) for each in read.statements}
        own = tuple(
            replace(
                each,
                id=names[each.id],
                attributed_to=tuple(replace(link, statement=names[link.statement]) for link in each.attributed_to),
            )
            for each in read.statements
        )
        graphs.append(graph_of(replace(read, statements=own)))
    return list(to_oxigraph(merge(graphs)))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _store(found: list[ox.Triple]) -> ox.Store:
    store = ox.Store()
    store.bulk_extend(ox.Quad(*triple) for triple in found)
    return store


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--share", type=float, default=0.02)
    options = parser.parse_args()
    found, some = triples(options.triples), triples(int(options.triples * options.share))
    whole, part = _store(found), _store(some)
    nt = ox.serialize(some, format=ox.RdfFormat.N_TRIPLES)
    in_rdflib = rdflib.Graph().parse(data=nt, format="nt")
    print(f"{len(found):,} triples; rdflib on {len(some):,}")
    for query in library().values():
        asked = checked(query.text)
        seconds = _seconds(lambda asked=asked: answer(whole, asked, {}, "csv"))  # type: ignore[misc]
        small = _seconds(lambda asked=asked: answer(part, asked, {}, "csv"))  # type: ignore[misc]
        by_rdflib = _seconds(lambda text=query.text: list(in_rdflib.query(text)))  # type: ignore[misc]
        print(f"{query.name:<26} {seconds:8.2f} s   rdflib takes {by_rdflib / small:6.1f} times as long", flush=True)


if __name__ == "__main__":
    main()
