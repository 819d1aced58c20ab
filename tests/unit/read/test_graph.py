"""Graphs that were built before, and what can be wrong with their files."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from kgraph.errors import InputError
from kgraph.export.registry import export
from kgraph.graph.merge import graph_of
from kgraph.read.graph import read_graph
from tests.unit.graph.samples import reading

GRAPH = graph_of(reading())


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (file,) = export(GRAPH, ["records"], tmp_path)
    return file


def changed(file: Path, line: int, **values: Any) -> None:
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[line] = json.dumps({**json.loads(lines[line]), **values}) + "\n"
    file.write_text("".join(lines), encoding="utf-8")


def message(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_graph(path)
    return str(caught.value)


def test_the_first_line_tells_version_and_counts(built: Path) -> None:
    header = json.loads(built.read_text(encoding="utf-8").splitlines()[0])
    assert header["record"] == "graph"
    assert header["version"] == 1
    assert header["program"].startswith("kgraph ")
    assert header["records"]["evidence"] == len(GRAPH.evidence)


def test_a_file_of_any_name_is_read(built: Path, tmp_path: Path) -> None:
    assert read_graph(built.rename(tmp_path / "news.jsonl")) == GRAPH
    (tmp_path / "news.GZ").write_bytes(gzip.compress((tmp_path / "news.jsonl").read_bytes()))
    assert read_graph(tmp_path / "news.GZ") == GRAPH


def test_what_a_later_kgraph_adds_is_passed_over(built: Path) -> None:
    changed(built, 1, mood="sombre")
    with built.open("a", encoding="utf-8") as file:
        file.write('{"record": "footnote", "text": "x"}\n')
    assert read_graph(built) == GRAPH


def test_what_an_earlier_kgraph_left_out_is_missing(built: Path) -> None:
    lines = built.read_text(encoding="utf-8").splitlines()
    entity = next(number for number, line in enumerate(lines) if '"record": "entity"' in line)
    record = json.loads(lines[entity])
    del record["sector"]
    lines[entity] = json.dumps(record)
    built.write_text("\n".join(lines), encoding="utf-8")
    assert read_graph(built) == GRAPH


def test_a_later_version_is_refused(built: Path) -> None:
    changed(built, 0, version=2, program="kgraph 9.0")
    assert message(built) == (
        f"{built}:1: kgraph 9.0 wrote it in version 2 of the format, and this kgraph reads up to 1; "
        "install a newer kgraph"
    )


@pytest.mark.parametrize(
    ("line", "values", "told"),
    [
        (1, {"iri": 7}, ":2: 'iri' must be str, not 7"),
        (1, {"date": "June"}, ":2: the record cannot be: Invalid isoformat string"),
        (2, {"names": "Kyiv"}, ":3: 'names' must be list"),
        (2, {"record": None}, ":3: 'record' must be str, not null"),
        (-1, {"statement": {}}, ":11: the key 'id' is missing"),
        (1, {"record": "graph", "version": 1, "records": {}}, ": two graphs in one file"),
        (0, {"records": {"evidence": 9}}, ": holds 4 records 'evidence' and should hold 9; the file is cut off"),
    ],
)
def test_a_malformed_record_is_named_by_its_line(built: Path, line: int, values: dict[str, Any], told: str) -> None:
    changed(built, line, **values)
    assert message(built).startswith(f"{built}{told}")


def test_a_file_that_is_cut_off_is_refused(built: Path) -> None:
    lines = built.read_text(encoding="utf-8").splitlines(keepends=True)
    built.write_text("".join(lines[:-1]), encoding="utf-8")
    assert message(built).endswith("the file is cut off")
    built.write_text("".join(lines)[:-9], encoding="utf-8")
    assert message(built).startswith(f"{built}:11: broken JSON")
    packed = gzip.compress("".join(lines).encode())
    (built.parent / "cut.gz").write_bytes(packed[:-20])
    assert "not a whole gzip file" in message(built.parent / "cut.gz")


@pytest.mark.parametrize("text", ["", '{"record": "entity", "iri": "x", "label": "x", "type": "x"}\n'])
def test_another_file_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "file.jsonl").write_text(text, encoding="utf-8")
    assert "no graph of kgraph" in message(tmp_path / "file.jsonl")


def test_a_place_without_a_graph_is_one_clear_line(tmp_path: Path) -> None:
    assert message(tmp_path) == f"{tmp_path}: the folder holds no graph.jsonl; build it with --format records"
    assert message(tmp_path / "none").endswith("there is no such file or folder; check the path")
    (tmp_path / "plain.gz").write_bytes(b"plain")
    assert "not a whole gzip file" in message(tmp_path / "plain.gz")
    (tmp_path / "latin.jsonl").write_bytes(b"caf\xe9")
    assert "not UTF-8" in message(tmp_path / "latin.jsonl")
