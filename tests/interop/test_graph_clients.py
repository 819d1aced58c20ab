"""Readers of graph files. With KGRAPH_ALL_CLIENTS=1 a missing one is a failure."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import igraph
import networkx
import pytest

from kgraph.export.registry import export
from kgraph.graph.merge import graph_of, merge
from kgraph.graph.networkx_view import VIEWS, to_networkx
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import ONTOLOGY
from tests.unit.graph.samples import AMERICA, SENT, mention, reading

requires_xmllint = pytest.mark.skipif(
    shutil.which("xmllint") is None and os.environ.get("KGRAPH_ALL_CLIENTS") != "1",
    reason="xmllint is missing; Debian: apt-get install libxml2-utils",
)


def tangled_graph() -> KnowledgeGraph:
    """Parallel edges between the same two nodes, self-loops, weights above one, awkward words."""
    loop = replace(SENT, id=SENT.id + "-loop", object=mention("The United States", AMERICA), rule='<\x00&\r\n">')
    parallel = [
        replace(SENT, id=f"{SENT.id}-{verb}", predicate=replace(SENT.predicate, iri=ONTOLOGY + verb))
        for verb in ("sells", "lends", "gives")
    ]
    return merge([graph_of(reading()), graph_of(reading(loop, *parallel)), graph_of(reading(SENT, id="other"))])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    export(tangled_graph(), ["graphml"], tmp_path)
    return tmp_path


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_networkx_and_igraph_read_every_edge(view: str, folder: Path) -> None:
    told = to_networkx(tangled_graph(), view)
    expected = sorted(
        (source, target, values["label"], values["weight"]) for source, target, values in told.edges(data=True)
    )
    path = folder / f"{view}.graphml"

    read = networkx.read_graphml(path)
    assert sorted((s, t, values["label"], values["weight"]) for s, t, values in read.edges(data=True)) == expected

    read = igraph.Graph.Read_GraphML(str(path))
    ids = read.vs["id"]
    assert sorted((ids[e.source], ids[e.target], e["label"], e["weight"]) for e in read.es) == expected


def test_the_sample_has_parallel_edges_and_a_loop() -> None:
    told = to_networkx(tangled_graph())
    assert told.number_of_edges("kge:united-states", "kge:ukraine") == 4
    assert told.number_of_edges("kge:united-states", "kge:united-states") == 1


@requires_xmllint
@pytest.mark.parametrize("view", sorted(VIEWS))
def test_xmllint_finds_no_fault(view: str, folder: Path) -> None:
    done = subprocess.run(
        ["xmllint", "--nonet", "--noout", str(folder / f"{view}.graphml")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
