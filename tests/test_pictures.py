"""``kgraph report`` and ``kgraph plot`` on articles and on built graphs: files, messages, exit codes."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from kgraph.cli import main

TEXT = "Russia criticized Poland on Wednesday. Poland accused Russia of escalating tensions."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an article, ``good.txt``, and the graph that was built of it, ``graph``."""
    made = tmp_path_factory.mktemp("pictures")
    (made / "good.txt").write_text(TEXT, encoding="utf-8")
    built = main(
        ["build", str(made / "good.txt"), "--date", "2022-06-01", "--format", "records", "-o", f"{made}/graph"]
    )
    assert built == 0
    return made


@pytest.fixture
def within(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder, as the one that commands run in."""
    monkeypatch.chdir(folder)
    return folder


def test_a_page_of_articles_and_of_their_graph_are_the_same(folder: Path) -> None:
    for name, arguments in (("text", ["good.txt", "--date", "2022-06-01"]), ("built", ["graph"])):
        source, *more = arguments
        assert main(["report", str(folder / source), *more, "-o", str(folder / f"{name}.html")]) == 0
    page = (folder / "built.html").read_bytes()
    assert page == (folder / "text.html").read_bytes()
    assert page.startswith(b"<!DOCTYPE html>")
    assert b"Russia criticized Poland" in page


def test_the_lists_are_told_of_a_built_graph_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(folder / "graph"), "--top", "5"]) == 0
    assert capsys.readouterr().out.startswith("1 document, ")


def test_the_format_goes_before_the_ending(folder: Path) -> None:
    file = folder / "lists.html"
    assert main(["report", str(folder / "graph"), "--format", "json", "-o", str(file)]) == 0
    assert file.read_text("utf-8").startswith("{")


@pytest.mark.parametrize("form", ["svg", "pdf", "png"])
def test_a_figure_is_drawn_in_each_format(folder: Path, form: str) -> None:
    file = folder / f"figure.{form}"
    assert main(["plot", str(folder / "graph"), "-o", str(file), "--top", "5", "--width", "3.4"]) == 0
    assert file.stat().st_size > 1_000


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["report", "-o", "x.html"], 2, "nothing to read"),
        (["report", "graph", "--top", "3", "-o", "x.html"], 2, "--top goes with the lists"),
        (["report", "missing.txt", "-o", "x.html"], 3, "missing.txt"),
        (["report", "graph", "-o", "no/such/x.html"], 4, "cannot be written"),
        (["plot", "graph", "-o", "x.gif"], 2, "end the name with .svg, .pdf, .png"),
        (["plot", "-o", "x.svg"], 2, "nothing to read"),
    ],
)
def test_what_is_wrong_is_told_in_one_line_and_nothing_is_left(
    within: Path, arguments: list[str], code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(within.iterdir())
    assert main(arguments) == code
    (line,) = capsys.readouterr().err.splitlines()
    assert told in line
    assert sorted(within.iterdir()) == before


def test_a_broken_graph_is_told_and_keeps_the_old_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "graph.jsonl").write_text("{}\n{", encoding="utf-8")
    (tmp_path / "old.html").write_text("old", encoding="utf-8")
    assert main(["report", str(tmp_path), "-o", str(tmp_path / "old.html")]) == 3
    assert "graph.jsonl" in capsys.readouterr().err
    assert (tmp_path / "old.html").read_text("utf-8") == "old"


def test_without_matplotlib_the_way_to_get_it_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert main(["plot", str(folder / "graph"), "-o", str(folder / "none.svg")]) == 2
    assert 'pip install "kgraph[plot]"' in capsys.readouterr().err
    assert not (folder / "none.svg").exists()
