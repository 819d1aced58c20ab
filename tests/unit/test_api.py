"""The Python API as a user meets it."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import networkx
import pytest

import kgraph
from kgraph.errors import InputError, UsageError
from kgraph.export.registry import export
from kgraph.graph.merge import graph_of
from kgraph.graph.networkx_view import to_networkx
from kgraph.graph.rdflib_view import to_rdflib
from tests.unit.graph.samples import AMERICA, reading

KNOWN = graph_of(reading())


@pytest.fixture
def graph(tmp_path: Path) -> kgraph.Graph:
    export(KNOWN, ["records"], tmp_path)
    return kgraph.load(tmp_path)


def test_a_loaded_graph_is_the_one_that_was_written(graph: kgraph.Graph) -> None:
    assert graph == kgraph.Graph(KNOWN)
    assert (graph.documents, graph.entities, graph.evidence) == (KNOWN.documents, KNOWN.entities, KNOWN.evidence)
    assert [statement.id for statement in graph.statements] == [evidence.statement.id for evidence in KNOWN.evidence]


def test_centrality_takes_two_lines(graph: kgraph.Graph) -> None:
    network = graph.to_networkx(view="actors")
    central = networkx.degree_centrality(network)
    assert max(central, key=lambda node: central[node]) == "kge:united-states"
    assert network.nodes["kge:united-states"]["label"] == AMERICA.label
    assert networkx.utils.graphs_equal(network, to_networkx(KNOWN, "actors"))
    with pytest.raises(UsageError, match="unknown view"):
        graph.to_networkx(view="moon")


def test_the_triples_are_those_of_the_exports(graph: kgraph.Graph) -> None:
    assert set(graph.to_rdflib()) == set(to_rdflib(KNOWN))


def test_rows_are_named(graph: kgraph.Graph) -> None:
    (event,) = graph.rows("events")
    assert (event["Event Type"], event["Actor Country"]) == ("AID", ("USA",))
    with pytest.raises(UsageError, match="unknown table 'acts'; there are: statements, events"):
        graph.rows("acts")


def test_it_measures_and_exports(graph: kgraph.Graph, tmp_path: Path) -> None:
    assert graph.measures().counts.events == 1
    assert graph.export(["turtle"], tmp_path / "rdf") == [tmp_path / "rdf" / "graph.ttl"]


def test_a_faulty_graph_is_refused(tmp_path: Path) -> None:
    (file,) = export(KNOWN, ["records"], tmp_path)
    file.write_text(
        file.read_text(encoding="utf-8").replace(KNOWN.documents[0].iri, "urn:x:other", 1), encoding="utf-8"
    )
    with pytest.raises(InputError, match="unknown document"):
        kgraph.load(file)
    with pytest.raises(InputError, match="there is no such file"):
        kgraph.load(tmp_path / "none")


def test_articles_and_texts_are_built(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Norway sent tents to Chad.", encoding="utf-8")
    built = kgraph.build(tmp_path, text="Russia criticized Norway on Wednesday.", date="2022-06-03")
    assert {document.id for document in built.documents} == {"a", "text"}
    assert {entity.label for entity in built.entities} >= {"Norway", "Chad", "Russia"}
    assert {document.date for document in built.documents} == {datetime.date(2022, 6, 3)}


def test_what_cannot_be_built_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to read"):
        kgraph.build()
    with pytest.raises(UsageError, match="'June' is no date"):
        kgraph.build(text="x", date="June")
    with pytest.raises(InputError, match="there is no such file"):
        kgraph.build(tmp_path / "none.txt")


def test_the_package_has_no_other_names_and_imports_nothing() -> None:
    assert sorted(kgraph.__all__) == ["Graph", "__version__", "build", "load"]
    with pytest.raises(AttributeError, match="has no attribute 'lod'"):
        kgraph.lod  # noqa: B018
    code = "import sys, kgraph; print(sorted(name for name in sys.modules if name.startswith(('kgraph.', 'networkx'))))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
