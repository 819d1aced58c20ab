"""A graph that is merged and written in parts is, put together, the one that one machine merges and writes."""

from __future__ import annotations

import csv
import gzip
import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import pyarrow.parquet as pq
import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph import cluster, ontology
from kgraph.engine import Done, Recipe, Task
from kgraph.engine.parts import Folder, parts
from kgraph.errors import UsageError
from kgraph.export.conformance import checked
from kgraph.export.in_parts import DIVISIBLE, Publication, divisible
from kgraph.export.registry import EXPORTERS, export
from kgraph.export.syntaxes import SYNTAXES, known_kind
from kgraph.graph.rdf import RDF11, Profile
from kgraph.graph.views import viewed
from kgraph.model.codec import dump_lines
from kgraph.model.document import Document
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.graph_codec import encode_graph
from kgraph.model.statement import Reading
from kgraph.pipeline import Pipeline, build
from kgraph.read.graph import read_graph
from kgraph.work import ReadingRecipe, coded
from tests.benchmarks.reading import samples, varied
from tests.properties.strategies import readings

T = TypeVar("T")
R = TypeVar("R")

_VOCABULARY = ontology.load()
_RDF = tuple(name for name in DIVISIBLE if name in SYNTAXES)
_TABLES = ("csv", "parquet")
_OTHER = "https://example.org/news/"
_DISPUTED = (
    "Russia attacked Ukraine. Rain fell on the harbour while fishermen mended their nets.",
    "Police closed the market early on Monday. Russia attacked Ukraine.",
    "Germany said that Russia attacked Ukraine. Farmers in Bavaria expect a good harvest this year.",
    "The orchestra played until midnight. Russia did not attack Ukraine.",
    "Iran said that Russia did not attack Ukraine. Its parliament meets again after the holidays.",
)
"""What several papers say alike, and others deny."""


class Known:
    """Machines that have read everything before.

    Args:
        several: What they read.
    """

    def __init__(self, several: Iterable[Reading]) -> None:
        self._readings = {each.document: each for each in several}

    def names(self, tasks: Iterable[Task], recipe: Recipe, folder: Folder) -> Iterator[str]:
        for part in parts(tasks):
            name = folder.put_tasks(part, repr(recipe))
            folder.put_outcomes(name, [self._done(task) for chunk in part for task in chunk])
            yield name

    def each(self, function: Callable[[T], R], items: Sequence[T]) -> list[R]:
        return [function(item) for item in items]

    def _done(self, task: Task) -> Done:
        return Done(task.key, (coded(self._readings[task.document]),))


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many parts and many buckets of few documents."""
    monkeypatch.setattr("kgraph.engine._CHUNK_CHARACTERS", 1_000)
    monkeypatch.setattr("kgraph.engine.parts._CHARACTERS", 2_000)
    monkeypatch.setattr("kgraph.cluster.run._PARTS_TOGETHER", 2)
    monkeypatch.setattr("kgraph.cluster.run._PARTS_A_BUCKET", 1)


def built(several: list[Reading], shared: Path, how: Publication, base: str | None = None) -> cluster.Built:
    documents = (each.document for each in several)
    return cluster.build(Known(several), shared, documents, ReadingRecipe(), how, base)


def quads(files: Iterable[Path]) -> list[ox.Quad]:
    found: list[ox.Quad] = []
    for file in files:
        content = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        syntax = known_kind(file).syntax
        found += ox.parse(content, format=ox.RdfFormat.from_extension(syntax.endings[0][1:]), base_iri="urn:base")
    return found


def rows(files: Iterable[Path]) -> list[Any]:
    """The rows of a table, sorted; the first line of CSV is one, once."""
    found: list[Any] = []
    for file in files:
        if file.suffix == ".parquet":
            found += (repr(row) for row in pq.read_table(file).to_pylist())
        else:
            content = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
            heading, *others = csv.reader(content.decode().splitlines(keepends=True))
            found += [heading, *others] if heading not in found else others
    return sorted(found)


def records(graph: KnowledgeGraph) -> str:
    return "".join(dump_lines(encode_graph(graph, "test")))


def assert_parts_make_the_whole(
    several: list[Reading], folder: Path, formats: tuple[str, ...], profile: Profile = RDF11, base: str | None = None
) -> cluster.Built:
    whole = build(several, _VOCABULARY, base)
    found = built(several, folder / "shared", Publication(formats, profile), base)
    assert records(found.graph()) == records(whole)
    for name in formats:
        files = found.written[name]
        expected = export(whole, [name], folder / name, profile)
        if name in SYNTAXES:
            union = quads(files)
            assert set(union) == set(quads(expected))
        else:
            assert {file.name.split("-")[0] for file in files} == {file.stem for file in expected}
            for file in expected:
                table = [each for each in files if each.name.startswith(f"{file.stem}-")]
                assert rows(table) == rows([file])
    return found


@pytest.fixture(scope="module")
def corpus(pipeline: Pipeline) -> list[Reading]:
    """Some dozens of readings, of which two are of one text on two days."""
    documents = list(itertools.islice(varied(samples()), 30))
    day = next(each for each in documents if each.date is not None)
    again = replace(day, date=None, title="Again")
    copy = replace(documents[3], id="a copy", title="Elsewhere")
    disputed = [Document(str(number), text) for number, text in enumerate(_DISPUTED)]
    return list(pipeline.read_all([*documents, again, copy, *disputed]))


def test_the_parts_of_a_corpus_are_its_graph(corpus: list[Reading], tmp_path: Path) -> None:
    found = assert_parts_make_the_whole(corpus, tmp_path, (*_RDF, *_TABLES))
    assert len(found.records) > 5
    for file in found.records:
        checked(read_graph(file))  # each is a graph of its own
    assert any(each.republication_of for each in found.graph().documents)
    claims = viewed(found.graph()).views.claims
    assert max(len(each.claim.documents) for each in claims) > 1
    assert {relation for each in claims for relation, _ in each.others} == {"contradicts", "corroborates"}
    # All but what all parts have in common is told once.
    union = quads(found.written["ntriples"])
    assert len(union) == len(set(union))
    manifest = json.loads((tmp_path / "shared" / "manifest.json").read_text())
    assert manifest["graph"].keys() == {"records", *_RDF, *_TABLES}
    assert all((tmp_path / "shared" / file).is_file() for files in manifest["graph"].values() for file in files)


@pytest.mark.parametrize("profile", [Profile(rdf12=True), Profile(licence="https://example.org/licence")])
def test_the_parts_hold_the_profile(corpus: list[Reading], tmp_path: Path, profile: Profile) -> None:
    assert_parts_make_the_whole(corpus, tmp_path, ("ntriples", "turtle"), profile, _OTHER)


def test_further_formats_are_made_of_the_records_that_are_there(
    corpus: list[Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = built(corpus, tmp_path, Publication(("turtle",)))
    assert first.files == tuple(first.written["turtle"])
    there = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()}
    for step in ("divide", "unite"):
        monkeypatch.setattr(f"kgraph.cluster.{step}.merge", None)
    second = built(corpus, tmp_path, Publication(("ntriples", "records")))
    assert second.written["records"] == list(first.records)
    made_again = {file.name for file, when in there.items() if file.stat().st_mtime_ns != when}
    assert made_again == {"manifest.json"}
    assert set(quads(second.written["ntriples"])) == set(quads(first.written["turtle"]))
    third = built(corpus, tmp_path, Publication())
    assert third.files == first.records


def test_formats_that_show_a_graph_as_a_whole_are_refused() -> None:
    for name in EXPORTERS.keys() - set(DIVISIBLE):
        with pytest.raises(UsageError, match=f"the format {name} cannot be written in parts; these can: csv, jsonld"):
            divisible([name], RDF11)
    with pytest.raises(UsageError, match="the format csv cannot hold RDF"):
        divisible(["records", "csv"], Profile(rdf12=True))


def test_nothing_is_read_of_nothing(tmp_path: Path) -> None:
    assert built([], tmp_path, Publication(("turtle",))) == cluster.Built(0, ())


def written_well(reading: Reading) -> bool:
    """Whether its id can be written; readers refuse half a surrogate pair."""
    return not any("\ud800" <= character <= "\udfff" for character in reading.document.id)


corpora = st.lists(
    readings().filter(written_well), min_size=1, max_size=5, unique_by=lambda reading: reading.document.id
)


@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], deadline=None, max_examples=20
)
@given(corpora, st.sampled_from([None, _OTHER]))
def test_parts_of_any_readings_are_their_graph(several: list[Reading], base: str | None) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("kgraph.ontology.load", lambda **_: _VOCABULARY)  # once, not for each bucket
        patch.setattr("kgraph.engine.parts._CHARACTERS", 1)
        patch.setattr("kgraph.engine._CHUNK_CHARACTERS", 1)
        assert_parts_make_the_whole(several, Path(folder), ("ntriples", "turtle", "parquet"), base=base)
