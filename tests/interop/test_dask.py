"""A cluster of Dask's own processes: a scheduler and two workers on loopback."""

from __future__ import annotations

import contextlib
import gzip
import itertools
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.cli.commands import main
from kgraph.engine import Failed, Stage
from kgraph.engine.in_process import InProcess
from kgraph.errors import EngineError, ModelError
from kgraph.export.in_parts import Publication
from kgraph.export.registry import export
from kgraph.fingerprint import fingerprints
from kgraph.model.codec import dump_lines
from kgraph.model.document import Document
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.graph_codec import encode_graph
from kgraph.pipeline import Pipeline, build
from kgraph.read.graph import read_graph
from kgraph.work import ReadingRecipe
from tests.benchmarks.reading import samples, varied
from tests.faults.poisoned import recipe, refusing, tasks
from tests.faults.processes import alive, children, wait_until, workers

if os.environ.get("KGRAPH_ALL_CLIENTS") != "1":
    pytest.importorskip("distributed", reason="lacks distributed")

from kgraph import cluster as on_cluster
from kgraph.engine.dask import Dask


class Cluster:
    """A scheduler and its workers, each a process of ``dask``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
        scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        self.processes = [scheduler]
        self.address = self._told("scheduler", r"Scheduler at:\s+(tcp://\S+)")
        self.workers = [self.add_worker(f"worker{number}") for number in (1, 2)]

    def add_worker(self, name: str) -> subprocess.Popen[bytes]:
        arguments = (
            "worker",
            self.address,
            "--nthreads",
            "1",
            "--no-dashboard",
            "--local-directory",
            str(self._folder),
        )
        process = self._start(*arguments, log=name)
        self.processes.append(process)
        self._told(name, r"Registered to:\s+(\S+)")
        return process

    def close(self) -> None:
        for process in reversed(self.processes):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _start(self, *arguments: str, log: str = "scheduler") -> subprocess.Popen[bytes]:
        with (self._folder / f"{log}.log").open("wb") as file:
            return subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments],
                stdout=file,
                stderr=file,
                env=self._environment,
                start_new_session=True,
            )

    def _told(self, log: str, pattern: str) -> str:
        file = self._folder / f"{log}.log"
        wait_until(lambda: re.search(pattern, file.read_text(encoding="utf-8")), 60)
        found = re.search(pattern, file.read_text(encoding="utf-8"))
        assert found is not None
        return found[1]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    started = Cluster(tmp_path)
    yield started
    started.close()


DATA = Path(__file__).parents[1] / "data"
TEXTS = [f"work 0.02 {number} {'x' * 9_000}" for number in range(200)]
POISON = {17: "kill", 60: "segfault", 90: "raise"}


def test_a_worker_of_the_cluster_is_killed_and_documents_kill_theirs(cluster: Cluster, tmp_path: Path) -> None:
    texts = [POISON.get(number, text) for number, text in enumerate(TEXTS)]
    harmless = [text if number not in POISON else "none" for number, text in enumerate(texts)]
    expected = {each.key: each for each in InProcess().run(tasks(harmless), recipe)}
    shared = tmp_path / "shared"
    found = []
    for number, outcome in enumerate(Dask(cluster.address, shared).run(tasks(texts), recipe)):
        found.append(outcome)
        if number == 30:
            os.killpg(cluster.workers[0].pid, signal.SIGKILL)
    assert [each.key for each in found] == [str(number) for number in range(len(texts))]
    failed = {int(each.key): each.reason for each in found if isinstance(each, Failed)}
    assert failed == {
        17: "killed the process that read it: SIGKILL",
        60: "killed the process that read it: SIGSEGV",
        90: "ValueError: poisoned by its second line",
    }
    assert all(each == expected[each.key] for each in found if not isinstance(each, Failed))
    wait_until(lambda: not workers())
    # What is there is not done again, and needs no cluster.
    cluster.close()
    assert list(Dask("tcp://127.0.0.1:1", shared).run(tasks(texts), recipe)) == found


def records(graph: KnowledgeGraph) -> str:
    return "".join(dump_lines(encode_graph(graph, "test")))


def test_the_graph_of_a_cluster_is_that_of_one_machine(
    cluster: Cluster, pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Small enough that parts are read before all documents are given.
    monkeypatch.setattr("kgraph.engine._CHUNK_CHARACTERS", 2_000)
    monkeypatch.setattr("kgraph.engine.parts._CHARACTERS", 4_000)
    monkeypatch.setattr("kgraph.cluster.run._PARTS_TOGETHER", 2)
    monkeypatch.setattr("kgraph.cluster.run._PARTS_A_BUCKET", 2)
    office = Document("office", "The president of Germany met reporters.")
    documents = [*itertools.islice(varied(samples()), 99), office]
    graph = build(pipeline.read_all(documents), pipeline.vocabulary)
    local = records(graph)

    def given() -> Iterator[Document]:
        for number, document in enumerate([*documents, documents[0]]):
            if number == 60:
                wait_until(lambda: any((tmp_path / "shared" / "outcomes").glob("*.parquet")), 120)
                os.killpg(cluster.workers[0].pid, signal.SIGKILL)
            yield document

    recipe = ReadingRecipe(kept=(Stage.CODE,), prints=fingerprints())
    how = Publication(("ntriples",))
    built = on_cluster.build(Dask(cluster.address), tmp_path / "shared", given(), recipe, how)
    assert built.documents == 100
    assert built.failed == ()
    assert len(built.records) > 1
    assert records(built.graph()) == local
    assert all(records(read_graph(file)) != local for file in built.records)
    # What is written in parts is what one machine writes, line for line.
    lines = [line for file in built.files for line in gzip.decompress(file.read_bytes()).decode().splitlines()]
    (whole,) = export(graph, ["ntriples"], tmp_path / "whole")
    assert sorted(lines) == sorted(whole.read_text(encoding="utf-8").splitlines())
    again = on_cluster.build(Dask("tcp://127.0.0.1:1"), tmp_path / "shared", [], recipe)
    assert again.documents == 0


def test_a_user_finds_the_parts_by_what_is_printed_and_in_the_manifest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shared = tmp_path / "shared"
    given = ["build", str(DATA), "--date", "2022-09-16", "--engine", "dask", "--workers", "1", "--shared", str(shared)]
    assert main([*given, "--format", "turtle", "--format", "csv"]) == 0
    printed = capsys.readouterr().out.splitlines()
    listed = json.loads((shared / "manifest.json").read_text())["graph"]
    assert listed.keys() == {"records", "turtle", "csv"}
    assert printed == [str(shared / file) for name in ("turtle", "csv") for file in listed[name]]
    (place,) = {Path(file).parent for file in printed}
    assert {"part-00000.ttl.gz", "dataset.ttl.gz", "statements-00000.csv.gz"} <= {file.name for file in place.iterdir()}
    assert main(["validate", str(place)]) == 0
    assert main(["build", str(DATA), "--date", "2022-09-16", "-o", str(tmp_path / "whole.ttl")]) == 0
    (whole,) = (set(ox.parse(path=file)) for file in [tmp_path / "whole.ttl"])
    turtle = (gzip.decompress(Path(file).read_bytes()) for file in printed if file.endswith(".ttl.gz"))
    assert {quad for content in turtle for quad in ox.parse(content, format=ox.RdfFormat.TURTLE)} == whole


def test_a_machine_that_reads_otherwise_is_told(tmp_path: Path) -> None:
    other = ReadingRecipe(kept=(Stage.CODE,), prints=replace(fingerprints(), code="other"))
    with pytest.raises(EngineError, match="has another kgraph, model or ontology"):
        on_cluster.build(Dask(workers=1), tmp_path, samples()[:1], other)


def test_the_first_worker_comes_late(cluster: Cluster, tmp_path: Path) -> None:
    for worker in cluster.workers:
        os.killpg(worker.pid, signal.SIGKILL)
    late = threading.Timer(2, cluster.add_worker, ["late"])
    late.start()
    found = list(Dask(cluster.address, tmp_path / "shared").run(tasks(TEXTS[:5]), recipe))
    late.join()
    assert found == list(InProcess().run(tasks(TEXTS[:5]), recipe))


def test_a_scheduler_of_its_own() -> None:
    before = children()
    start = time.monotonic()
    texts = [*TEXTS[:50], "kill", "print to nobody"]
    found = list(Dask(workers=2).run(tasks(texts), recipe))
    assert time.monotonic() - start < 60
    assert found == [*InProcess().run(tasks(TEXTS[:50]), recipe), *found[50:]]
    assert found[50] == Failed("50", "killed the process that read it: SIGKILL")
    wait_until(lambda: not alive(children() - before))


def test_errors_of_a_cluster_are_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.engine.dask._SECONDS", 1)
    with pytest.raises(EngineError, match=r"tcp://127\.0\.0\.1:1: no scheduler with workers is there"):
        list(Dask("tcp://127.0.0.1:1", tmp_path).run(tasks(["one"]), recipe))
    with pytest.raises(ModelError, match="no model"):
        list(Dask(workers=1).run(tasks(["one"]), refusing))
    assert list(Dask(workers=1).run([], recipe)) == []
