from __future__ import annotations

import gzip
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.errors import KGraphError, OutputError, UsageError
from kgraph.export import graphml, turtle
from kgraph.export.drawing import ACTORS_AND_STATEMENTS, Drawing
from kgraph.export.registry import EXPORTERS, export, export_file, format_of, is_file_name
from kgraph.graph.merge import graph_of
from kgraph.graph.projection import Projection
from kgraph.graph.property import PropertyGraph
from kgraph.graph.rdf import RDF11, Profile
from kgraph.model.graph import KnowledgeGraph
from tests.unit.graph.samples import ATTACK, reading

EVERY = list(EXPORTERS)


def test_every_format_writes_the_files_that_it_names(tmp_path: Path) -> None:
    written = export(graph_of(reading()), EVERY, tmp_path)
    assert written == [tmp_path / name for exporter in EXPORTERS.values() for name in exporter.files]
    assert sorted(tmp_path.iterdir()) == sorted(written)
    assert all(path.stat().st_size for path in written)


def test_formats_have_distinct_files_and_a_module() -> None:
    files = [name for exporter in EXPORTERS.values() for name in exporter.files]
    assert len(set(files)) == len(files)
    assert all(name == exporter.name for name, exporter in EXPORTERS.items())
    for exporter in EXPORTERS.values():
        assert [*exporter.making(RDF11, ACTORS_AND_STATEMENTS)] == [*exporter.files]


def test_graph_files_show_the_views_that_are_asked_for(tmp_path: Path) -> None:
    drawing = Drawing(views=("claims", "actors"), projection=Projection(event_types=("ACCUSE",)))
    written = export(graph_of(reading()), ["gexf", "turtle"], tmp_path, drawing=drawing)
    assert [path.name for path in written] == ["claims.gexf", "actors.gexf", "graph.ttl"]
    assert "<edge " not in written[1].read_text("utf-8")
    assert "kg:AID" in written[2].read_text("utf-8")


def test_the_kinds_of_edges_are_in_graphml_only_for_gephi(tmp_path: Path) -> None:
    for gephi in (False, True):
        (file,) = export(
            graph_of(reading()), ["graphml"], tmp_path, drawing=Drawing(views=("actors",), for_gephi=gephi)
        )
        assert (' label="kg:sends">' in file.read_text("utf-8")) == gephi


def test_missing_folders_are_made(tmp_path: Path) -> None:
    assert export(KnowledgeGraph(), ["turtle"], tmp_path / "a" / "b")[0].exists()


def test_a_format_named_twice_is_written_once(tmp_path: Path) -> None:
    assert export(KnowledgeGraph(), ["turtle", "turtle"], tmp_path) == [tmp_path / "graph.ttl"]


def test_an_unknown_format_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="unknown format 'docx'; there are: csv, cytoscape, dot, gexf, graphml"):
        export(KnowledgeGraph(), ["turtle", "docx"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_faulty_graph_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(KGraphError, match="unknown statement"):
        export(graph_of(reading(ATTACK)), EVERY, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(OutputError) as caught:
            export(KnowledgeGraph(), EVERY, place)
        assert str(caught.value).startswith(f"{place}: cannot be written (")
        assert len(str(caught.value).splitlines()) == 1
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_in_a_file_s_place_leaves_all_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").mkdir()
    (tmp_path / "actors.graphml").write_text("old")
    with pytest.raises(OutputError, match=r"graph\.ttl: is a folder"):
        export(KnowledgeGraph(), EVERY, tmp_path)
    assert (tmp_path / "actors.graphml").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["actors.graphml", "graph.ttl"]


def test_a_failing_exporter_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_graph: KnowledgeGraph, _profile: Profile) -> Iterator[str]:
        yield "half"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(turtle, "turtle", full)
    with pytest.raises(OutputError, match="No space left on device"):
        export(KnowledgeGraph(), ["graphml", "turtle"], tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_ours_leaves_nothing_and_is_not_hidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_view: PropertyGraph) -> Iterator[str]:
        raise ZeroDivisionError

    monkeypatch.setattr(graphml, "graphml", broken)
    with pytest.raises(ZeroDivisionError):
        export(KnowledgeGraph(), EVERY, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_listing_the_formats_loads_no_graph_library() -> None:
    code = "import sys, kgraph.export.registry; print(sorted({'rdflib', 'networkx', 'spacy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


_BUILD = """
import sys
from pathlib import Path
from kgraph.export.drawing import ACTORS_AND_STATEMENTS, Drawing
from kgraph.export.registry import EXPORTERS, export
from kgraph.graph.merge import graph_of, merge
from tests.unit.graph.samples import reading

export(merge([graph_of(reading()), graph_of(reading(id="b"))]), EXPORTERS, Path(sys.argv[1]))
"""


def test_the_bytes_depend_on_no_hash_seed(tmp_path: Path) -> None:
    builds = []
    for seed in ("0", "1", "2"):
        folder = tmp_path / seed
        subprocess.run(
            [sys.executable, "-c", _BUILD, str(folder)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[3])},
            check=True,
        )
        builds.append({path.name: path.read_bytes() for path in sorted(folder.iterdir())})
    assert len(builds[0]) == sum(len(exporter.files) for exporter in EXPORTERS.values())
    assert builds[0] == builds[1] == builds[2]


def test_compressed_files_hold_the_same_bytes_and_neither_time_nor_name(tmp_path: Path) -> None:
    graph = graph_of(reading())
    (plain,) = export(graph, ["turtle"], tmp_path)
    (packed,) = export(graph, ["turtle"], tmp_path, compress=True)
    assert packed.name == "graph.ttl.gz"
    assert gzip.decompress(packed.read_bytes()) == plain.read_bytes()
    # RFC 1952: flags without a name, and no time of modification.
    assert packed.read_bytes()[3:8] == bytes(5)
    other = export_file(graph, EXPORTERS["turtle"], tmp_path / "another name.ttl.gz")
    assert other.read_bytes() == packed.read_bytes()


def test_the_ending_tells_the_format_of_one_file() -> None:
    names = ("a.ttl", "a.nt.gz", "b/c.TRIG", "a.nq", "a.jsonld", "a.rdf", "a.owl")
    found = [format_of(name).name for name in names]
    assert found == ["turtle", "ntriples", "trig", "nquads", "jsonld", "rdfxml", "rdfxml"]
    assert format_of("a.trig.gz", ["nanopub"]).name == "nanopub"
    assert [is_file_name(name) for name in ("a.ttl", "a.graphml", "a.nt.gz", "a", "a.b", "a.gz")] == [
        *([True] * 3),
        *([False] * 3),
    ]


@pytest.mark.parametrize(
    ("name", "formats", "message"),
    [
        ("a.graphml", [], "the format with this ending writes several files; give a folder"),
        ("a.graphml", ["graphml"], "a file with this ending cannot hold graphml"),
        ("a.ttl", ["trig"], "a file with this ending cannot hold trig"),
        ("a.ttl", ["turtle", "trig"], "cannot hold turtle, trig"),
        ("a.ttl", ["docx"], "unknown format 'docx'"),
    ],
)
def test_a_file_that_cannot_hold_what_is_asked_is_refused(name: str, formats: list[str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        format_of(name, formats)


@pytest.mark.parametrize("name", ["graphml", "jsonld", "nanopub", "rdfxml"])
def test_a_format_without_rdf_12_says_so_before_anything_is_written(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=f"the format {name} cannot hold RDF 1.2; these can: nquads, ntriples"):
        export(graph_of(reading()), ["turtle", name], tmp_path / "out", Profile(rdf12=True))
    assert not (tmp_path / "out").exists()


def test_one_file_leaves_its_neighbours_alone(tmp_path: Path) -> None:
    (tmp_path / "news.nt").write_text("mine")
    assert export_file(graph_of(reading()), EXPORTERS["turtle"], tmp_path / "news.ttl") == tmp_path / "news.ttl"
    assert (tmp_path / "news.nt").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["news.nt", "news.ttl"]
