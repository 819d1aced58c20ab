"""Readers of graph files hold what the graph holds: every node, edge and attribute, to the character."""

from __future__ import annotations

import datetime
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kgraph.export.drawing import Drawing
from kgraph.export.registry import export
from kgraph.graph.merge import graph_of, merge
from kgraph.graph.projection import VIEWS, Projection, project
from kgraph.graph.property import PropertyGraph
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import ONTOLOGY
from kgraph.model.statement import Argument
from tests.interop.graph_readers import (
    HERE,
    SCHEMAS,
    Edge,
    Held,
    as_gephi,
    gephi,
    graphology,
    held,
    in_igraph,
    in_networkx,
    needs,
    xmllint,
)
from tests.unit.graph.samples import AMERICA, ROCKETS, SENT, UKRAINE, mention, reading

AWKWARD = (
    '\'"\' """ \'',
    r"\ \\ \" \n \N \G C:\new\ ",
    "two  \t tab \n line \r return \r\n both \u00a0 \u2028 \u2029 \x85 end ",
    "<a> </b> <!-- --> <![CDATA[ ]]> ]]> > & &amp; &#13; &lt;",
    "".join(map(chr, range(32))) + "\x7f\x80\x9f",
    "שלום \u202e עולם \u202c مرحبا",
    "😀 👩‍🚀 \U0010fffd \ufeff \ufffd \ufffe \ud800 e\u0301",
    "",
    " ",
    "long" * 3_000,
)


def tangled_graph() -> KnowledgeGraph:
    """Parallel edges between the same two nodes, self-loops, weights above one, awkward words, empty values."""
    loop = replace(SENT, id=SENT.id + "-loop", object=mention("The United States", AMERICA))
    parallel = [
        replace(SENT, id=f"{SENT.id}-{verb}", predicate=replace(SENT.predicate, iri=ONTOLOGY + verb))
        for verb in ("sells", "lends", "gives")
    ]
    argument = Argument("recipient", "to", mention("Ukraine", UKRAINE))
    twice = replace(SENT, id=SENT.id + "-twice", arguments=(argument, argument, argument), time=None)
    undated = replace(SENT, id=SENT.id + "-undated", time=None)
    several = [reading(), reading(loop, *parallel, twice), reading(undated, id="other", date=None)]
    for number, text in enumerate(AWKWARD):
        # The shapes ask for names; all else may be empty.
        thing = replace(ROCKETS, iri=f"{ROCKETS.iri}-{number}", label=text or "x", names=(text or "y",))
        sent = replace(SENT, id=f"{SENT.id}-{number}", object=mention("rockets", thing), rule=text)
        entities = (AMERICA, UKRAINE, thing)
        day = datetime.date(1999, 12, 31) + datetime.timedelta(days=number)
        several.append(reading(replace(sent, time=None), entities=entities, id=text, title=text, source=text, date=day))
    return merge(map(graph_of, several))


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return tangled_graph()


@pytest.fixture(scope="module")
def views(graph: KnowledgeGraph) -> dict[str, PropertyGraph]:
    return {name: project(graph, Projection(view=name)) for name in VIEWS}


@pytest.fixture(scope="module")
def folder(graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("graph-files")
    export(graph, ["graphml", "gexf", "dot"], made, drawing=Drawing(views=tuple(VIEWS)))
    return made


def files(folder: Path, ending: str) -> list[Path]:
    return [folder / f"{view}{ending}" for view in VIEWS]


def without(found: Held, *names: str) -> Held:
    """What is held but for some attributes."""

    def left(told: Any) -> dict[str, Any]:
        return {name: value for name, value in told.items() if name not in names}

    nodes = {key: left(told) for key, told in found.nodes.items()}
    return Held(
        nodes, {key: Edge(edge.source, edge.target, left(edge.attributes)) for key, edge in found.edges.items()}
    )


def numbered(found: Held) -> list[tuple[str, str, list[tuple[str, Any]]]]:
    """The edges in an order of ours, for programs that forget ids."""
    return sorted((edge.source, edge.target, sorted(edge.attributes.items())) for edge in found.edges.values())


def test_the_sample_has_parallel_edges_loops_and_undated_ones(views: dict[str, PropertyGraph]) -> None:
    for view, loops in (("actors", 1), ("claims", 0), ("statements", 0)):
        ends = [(edge.source, edge.target) for edge in views[view].edges]
        assert len(set(ends)) < len(ends)
        assert sum(source == target for source, target in ends) == loops
    assert any(edge.weight > 1 for edge in views["actors"].edges)
    assert any(not edge.times for edge in views["statements"].edges)
    assert {edge.quad_class for edge in views["actors"].edges} == {"MaterialCooperation"}


@pytest.mark.parametrize("view", VIEWS)
def test_networkx_and_igraph_hold_all_of_graphml(view: str, folder: Path, views: dict[str, PropertyGraph]) -> None:
    expected = held(views[view])
    assert in_networkx(folder / f"{view}.graphml") == expected
    read = in_igraph(folder / f"{view}.graphml")
    assert read.nodes == expected.nodes
    assert numbered(read) == numbered(expected)


@pytest.mark.parametrize("view", VIEWS)
def test_networkx_holds_all_of_gexf(view: str, folder: Path, views: dict[str, PropertyGraph]) -> None:
    read = in_networkx(folder / f"{view}.gexf")
    for node in views[view].nodes:
        drawn = read.nodes[node.id]["viz"]
        assert drawn["size"] == held(views[view], drawn=True).nodes[node.id]["size"]
    # It knows neither kinds nor timestamps, and keeps the id among the attributes of an edge.
    assert without(read, "viz", "id") == held(views[view])


def test_graphology_holds_all_of_graphml(folder: Path, views: dict[str, PropertyGraph]) -> None:
    assert graphology(files(folder, ".graphml")) == [held(view) for view in views.values()]


def test_graphology_holds_all_of_gexf(folder: Path, views: dict[str, PropertyGraph]) -> None:
    for read, view in zip(graphology(files(folder, ".gexf")), views.values(), strict=True):
        expected = held(view, drawn=True)
        assert {key: told["size"] for key, told in read.nodes.items()} == {
            key: told["size"] for key, told in expected.nodes.items()
        }
        assert {edge.attributes["kind"] for edge in read.edges.values()} == {edge.parallel for edge in view.edges}
        # The kind of an edge; that of a node is an attribute of its own.
        plain = Held(read.nodes, without(read, "kind").edges)
        assert without(plain, "color", "size") == held(view)


def test_gephi_holds_all_of_gexf_with_its_timeline(folder: Path, views: dict[str, PropertyGraph]) -> None:
    expected = [held(view, drawn=True, timed=True, kinds=True) for view in views.values()]
    assert gephi(files(folder, ".gexf"), merge=True) == expected


def test_gephi_holds_all_of_graphml_if_told_to_keep_parallel_edges(
    folder: Path, views: dict[str, PropertyGraph]
) -> None:
    read = gephi(files(folder, ".graphml"), merge=False)
    assert [without(each, "color", "size", "times", "kind_of_edge") for each in read] == [
        as_gephi(held(view)) for view in views.values()
    ]


def test_gephi_holds_all_of_the_graphml_made_for_it(
    graph: KnowledgeGraph, tmp_path: Path, views: dict[str, PropertyGraph]
) -> None:
    written = export(graph, ["graphml"], tmp_path, drawing=Drawing(views=tuple(VIEWS), for_gephi=True))
    read = gephi(written, merge=True)
    assert [without(each, "color", "size", "times") for each in read] == [
        as_gephi(held(view, kinds=True)) for view in views.values()
    ]


def test_gephi_unites_parallel_edges_of_plain_graphml(folder: Path, views: dict[str, PropertyGraph]) -> None:
    (read,) = gephi([folder / "actors.graphml"], merge=True)
    weights = [edge.weight for edge in views["actors"].edges]
    assert len(read.edges) < len(weights)
    assert sum(edge.attributes["weight"] for edge in read.edges.values()) == sum(weights)


def test_graphml_fits_its_schema_and_that_for_gephi_does_not(
    graph: KnowledgeGraph, folder: Path, tmp_path: Path
) -> None:
    code, complaints = xmllint(SCHEMAS / "graphml.xsd", *files(folder, ".graphml"))
    assert code == 0, complaints
    (written,) = export(graph, ["graphml"], tmp_path, drawing=Drawing(views=("actors",), for_gephi=True))
    code, complaints = xmllint(SCHEMAS / "graphml.xsd", written)
    assert code != 0
    assert "The attribute 'label' is not allowed" in complaints


def test_gexf_fits_its_grammar(folder: Path, tmp_path: Path) -> None:
    code, complaints = xmllint(HERE / "gexf-1.3.rng", *files(folder, ".gexf"))
    assert code == 0, complaints
    broken = tmp_path / "broken.gexf"
    text = (folder / "actors.gexf").read_text("utf-8")
    for right, wrong in (('timeformat="date"', 'timeformat="day"'), ('weight="', 'mass="'), ("<nodes>", "<nodes><x/>")):
        broken.write_text(text.replace(right, wrong), "utf-8")
        assert xmllint(HERE / "gexf-1.3.rng", broken)[0] != 0


@pytest.mark.parametrize("view", VIEWS)
def test_graphviz_draws_every_node_and_edge(view: str, folder: Path, views: dict[str, PropertyGraph]) -> None:
    needs(shutil.which("dot") is None, "Graphviz")
    command = ["dot", "-Tdot_json", str(folder / f"{view}.dot")]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")
    read = json.loads(done.stdout, strict=False)
    expected = held(views[view])
    names = [each["name"] for each in read["objects"]]
    assert sorted(names) == sorted(expected.nodes)
    assert {
        edge["id"]: (names[edge["tail"]], names[edge["head"]], edge["label"].replace("&amp;", "&"))
        for edge in read["edges"]
    } == {key: (edge.source, edge.target, edge.attributes["label"]) for key, edge in expected.edges.items()}
