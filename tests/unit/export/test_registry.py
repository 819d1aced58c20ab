from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.errors import KGraphError, OutputError, UsageError
from kgraph.export import graphml, turtle
from kgraph.export.registry import EXPORTERS, export
from kgraph.graph.merge import graph_of
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
    assert all(callable(importlib.import_module(exporter.module).write) for exporter in EXPORTERS.values())


def test_missing_folders_are_made(tmp_path: Path) -> None:
    assert export(KnowledgeGraph(), ["turtle"], tmp_path / "a" / "b")[0].exists()


def test_a_format_named_twice_is_written_once(tmp_path: Path) -> None:
    assert export(KnowledgeGraph(), ["turtle", "turtle"], tmp_path) == [tmp_path / "graph.ttl"]


def test_an_unknown_format_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="unknown format 'docx'; there are: graphml, turtle"):
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
    def full(_graph: KnowledgeGraph, folder: Path) -> None:
        (folder / "graph.ttl").write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(turtle, "write", full)
    with pytest.raises(OutputError, match="No space left on device"):
        export(KnowledgeGraph(), ["graphml", "turtle"], tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_ours_leaves_nothing_and_is_not_hidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_graph: KnowledgeGraph, _folder: Path) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(graphml, "write", broken)
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
    assert len(builds[0]) == 3
    assert builds[0] == builds[1] == builds[2]
