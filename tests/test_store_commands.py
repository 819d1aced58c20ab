"""The commands with a store, from the inputs to the graph."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import kgraph
from kgraph.cli import main

_FOUND = {
    "one.txt": "Russia Wednesday criticized the U.S. decision.",
    "two.txt": "Poland denied that it had attacked Chad.",
    "three.txt": "The United States will send HIMARS rockets to Ukraine, officials announced.",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in _FOUND.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def build(*arguments: object) -> int:
    return main(["build", "--date", "2022-06-01", *map(str, arguments)])


def info(store: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    capsys.readouterr()
    assert main(["store", "info", str(store), "--format", "json"]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_a_store_gives_the_files_of_a_run_without_one(corpus: Path, tmp_path: Path) -> None:
    store, plain, kept, exported = (tmp_path / name for name in ("news.kgraph", "plain", "kept", "exported"))
    assert build(corpus, "-o", plain) == 0
    assert build(corpus, "--store", store, "-o", kept) == 0
    assert files(kept) == files(plain)
    formats = ["--format", "turtle", "--format", "graphml", "--format", "records"]
    assert main(["export", str(store), "-o", str(exported), *formats]) == 0
    assert files(exported) == files(plain)
    assert kgraph.load(store).evidence == kgraph.load(plain).evidence


def test_a_story_is_told_by_its_first_document_whenever_it_comes(corpus: Path, tmp_path: Path) -> None:
    story = " ".join(f"Norway sent {count} tents to Chad." for count in range(20))
    store, plain, kept = (tmp_path / name for name in ("news.kgraph", "plain", "kept"))
    for name in ("wire", "post", "acme"):
        (corpus / f"{name}.txt").write_text(story, encoding="utf-8")
    assert build(corpus, "-o", plain) == 0
    assert sum(each.republication_of is not None for each in kgraph.load(plain).documents) == 2
    assert build(corpus / "wire.txt", "--store", store) == 0
    assert build(corpus / "wire.txt", corpus / "post.txt", "--store", store) == 0
    assert build(corpus, "--store", store, "-o", kept) == 0
    assert files(kept) == files(plain)
    (corpus / "acme.txt").unlink()  # the first of the story: the next one speaks now
    again, fresh = tmp_path / "again", tmp_path / "fresh"
    assert build(corpus, "--store", store, "-o", again) == 0
    assert build(corpus, "-o", fresh) == 0
    assert files(again) == files(fresh)
    assert sum(each.republication_of is not None for each in kgraph.load(store).documents) == 1


def test_it_follows_its_inputs(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, plain, kept = (tmp_path / name for name in ("news.kgraph", "plain", "kept"))
    assert build(corpus, "--store", store) == 0
    assert capsys.readouterr().out == f"{store}\n"
    (corpus / "one.txt").write_text("Russia praised the U.S. decision.", encoding="utf-8")
    (corpus / "two.txt").unlink()
    (corpus / "four.txt").write_text("Chad sued Poland.", encoding="utf-8")
    assert build(corpus, "--store", store, "-o", kept) == 0
    assert build(corpus, "-o", plain) == 0
    assert files(kept) == files(plain)
    found = info(store, capsys)
    assert found["documents"] == 3
    last = found["runs"][-1]  # type: ignore[index]
    assert (last["added"], last["forgotten"], last["read"]) == (2, 2, 2)


def test_other_inputs_are_added_with_keep(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "news.kgraph"
    assert build(corpus / "one.txt", "--store", store) == 0
    assert build(corpus / "two.txt", "--store", store, "--keep") == 0
    assert info(store, capsys)["documents"] == 2
    assert build(corpus / "two.txt", "--store", store) == 0
    assert info(store, capsys)["documents"] == 1


def test_nothing_is_forgotten_where_an_input_could_not_be_read(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "news.kgraph"
    assert build(corpus, "--store", store) == 0
    shutil.move(corpus / "one.txt", tmp_path / "away.txt")
    assert build(corpus, tmp_path / "missing", "--store", store) == 1
    assert "1 documents are not among the inputs and stay" in capsys.readouterr().err
    assert info(store, capsys)["documents"] == 3
    assert build(tmp_path / "missing", "--store", store) == 3
    assert info(store, capsys)["documents"] == 3


def test_an_ontology_of_ones_own_codes_anew_without_inputs(corpus: Path, tmp_path: Path) -> None:
    store, plain, kept, own = (tmp_path / name for name in ("news.kgraph", "plain", "kept", "own"))
    own.mkdir()
    (own / "own.ttl").write_text(
        "<https://w3id.org/kgraph/ontology#praises> <https://w3id.org/kgraph/ontology#verbTrigger> 'criticize' .",
        encoding="utf-8",
    )
    assert build(corpus, "--store", store) == 0
    assert build("--store", store, "--ontology", own, "-o", kept) == 0
    assert build(corpus, "--ontology", own, "-o", plain) == 0
    assert files(kept) == files(plain)
    assert kgraph.load(store).evidence == kgraph.load(plain).evidence


def test_the_log_as_json(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "empty.txt").write_text("", encoding="utf-8")
    assert build(corpus, "--store", tmp_path / "news.kgraph", "--log-json") == 1
    events = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert list(dict.fromkeys(event["event"] for event in events)) == ["error", "begin", "progress"]
    assert "empty.txt" in events[0]["message"]
    assert events[1]["documents"] == 3
    assert (events[-1]["documents"], events[-1]["of"], events[-1]["aside"]) == (3, 3, 0)


def test_nothing_is_said_of_progress_where_nobody_looks(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(corpus, "--store", tmp_path / "news.kgraph") == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ([], 2, "nothing to read"),
        (["x.txt"], 2, "say where the graph goes"),
        (["--store", "none.kgraph"], 8, "there is no such file; give INPUTs to make it"),
        (["{corpus}", "--store", "{corpus}/one.txt"], 8, "is no store of kgraph"),
        (["{corpus}", "--store", "{corpus}"], 4, "cannot be written"),
    ],
)
def test_what_cannot_be_meant(
    corpus: Path, arguments: list[str], code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(*(argument.format(corpus=corpus) for argument in arguments)) == code
    error = capsys.readouterr().err
    assert message in error
    assert len(error.splitlines()) == 1
    assert sorted(file.name for file in corpus.iterdir()) == sorted(_FOUND)


def test_the_commands_of_a_store(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "news.kgraph"
    assert build(corpus, "--store", store) == 0
    capsys.readouterr()
    assert main(["store", "info", str(store)]) == 0
    assert "3 documents, 24 words" in capsys.readouterr().out
    assert main(["store", "verify", str(store)]) == 0
    assert main(["store", "vacuum", str(store)]) == 0
    assert main(["stats", str(store)]) == 0
    content = store.read_bytes()
    store.write_bytes(content[:-5000])
    capsys.readouterr()
    assert main(["store", "verify", str(store)]) == 8
    assert "is damaged" in capsys.readouterr().err
    assert main(["store", "verify", str(tmp_path / "none")]) == 8
    assert main(["store", "vacuum", str(tmp_path / "none")]) == 8


def test_a_store_is_asked_as_a_built_graph_is(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, graph = tmp_path / "news.kgraph", tmp_path / "graph"
    assert build(corpus, "--store", store, "-o", graph) == 0
    answers = []
    for place in (store, graph):
        capsys.readouterr()
        assert main(["query", "SELECT ?who ?whom { ?who kg:criticizes ?whom }", str(place), "--format", "csv"]) == 0
        answers.append(capsys.readouterr().out)
    assert answers[0] == answers[1]
    assert "entity/RUS" in answers[0]
    assert main(["validate", str(store)]) == 0
    united = [tmp_path / "of-store.ttl", tmp_path / "of-graph.ttl"]
    for place, file in zip((store, graph), united, strict=True):
        assert main(["merge", str(place), "-o", str(file)]) == 0
    assert united[0].read_bytes() == united[1].read_bytes()


def test_the_edges_of_a_store(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "news.kgraph"
    for number in range(2):
        text = (
            f"Russia criticized Chad on June {number + 1}, {2020 + number}. It was the news of the day in its capital."
        )
        (corpus / f"more{number}.txt").write_text(text, encoding="utf-8")
    assert build(corpus, "--store", store) == 0
    capsys.readouterr()
    assert main(["store", "edges", str(store)]) == 0
    head, first, *_ = capsys.readouterr().out.splitlines()
    assert head == "subject,predicate,object,statements,documents,first,last"
    kg = "https://w3id.org/kgraph/"
    assert first == f"{kg}entity/RUS,{kg}ontology#criticizes,{kg}entity/TCD,2,2,2020-06-01,2021-06-02"
