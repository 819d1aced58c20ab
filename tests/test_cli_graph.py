"""The commands for a graph that was built before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kgraph.cli import main
from kgraph.export.registry import export
from kgraph.graph.merge import graph_of
from tests.unit.graph.samples import reading

GRAPH = graph_of(reading())


@pytest.fixture
def built(tmp_path: Path) -> Path:
    export(GRAPH, ["records"], tmp_path / "graph")
    return tmp_path / "graph"


def test_export_writes_what_build_would(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    formats = ["turtle", "graphml", "csv", "parquet", "neo4j", "records"]
    asked = [part for name in formats for part in ("--format", name)]
    assert main(["export", str(built), *asked, "-o", str(tmp_path / "out")]) == 0
    written = capsys.readouterr().out.splitlines()
    direct = export(GRAPH, formats, tmp_path / "direct")
    assert written == [str(tmp_path / "out" / path.name) for path in direct]
    assert all((tmp_path / "out" / path.name).read_bytes() == path.read_bytes() for path in direct)


def test_export_takes_one_file_and_the_file_of_records(built: Path, tmp_path: Path) -> None:
    assert main(["export", str(built / "graph.jsonl"), "-o", str(tmp_path / "news.jsonl.gz")]) == 0
    assert main(["export", str(tmp_path / "news.jsonl.gz"), "-o", str(tmp_path / "news.nt")]) == 0
    direct = export(GRAPH, ["ntriples"], tmp_path / "direct")
    assert (tmp_path / "news.nt").read_bytes() == direct[0].read_bytes()


@pytest.mark.parametrize(
    ("args", "exit_code", "message"),
    [
        (["-o", "out"], 2, "say what to write: --format NAME"),
        (["-o", "out", "--format", "docx"], 2, "unknown format 'docx'"),
        (["-o", "out.csv"], 2, "writes several files; give a folder"),
        (["-o", "-", "--format", "csv"], 2, "give a folder"),
    ],
)
def test_what_cannot_be_exported_is_one_line(
    built: Path, capsys: pytest.CaptureFixture[str], args: list[str], exit_code: int, message: str
) -> None:
    assert main(["export", str(built), *args]) == exit_code
    (line,) = capsys.readouterr().err.splitlines()
    assert message in line


@pytest.mark.parametrize("command", [["stats"], ["export", "-o", "out", "--format", "csv"]])
def test_a_missing_graph_is_an_error_of_the_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert main([*command, str(tmp_path)]) == 3
    assert "holds no graph.jsonl; build it with --format records" in capsys.readouterr().err


def test_stats_tells_text_and_json(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", str(built), "--top", "1"]) == 0
    assert "actors: the first 1 of 2" in capsys.readouterr().out
    assert main(["stats", str(built), "--format", "json", "-o", str(tmp_path / "stats.json")]) == 0
    assert json.loads((tmp_path / "stats.json").read_text(encoding="utf-8"))["counts"]["events"] == 1
