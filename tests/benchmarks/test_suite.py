"""The command keeps what it finds, and README, plot and results are of one run."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from tests.benchmarks import __main__ as suite
from tests.benchmarks import findings, page, plot
from tests.benchmarks.findings import Findings, Limit, UnavailableError
from tests.benchmarks.machine import Machine
from tests.benchmarks.sections import SECTIONS, Section

FOUND = Findings(
    columns=("Reader", "Words a CPU second", "Peak, MB"),
    rows=(("bare `nlp.pipe`", 4_600.4, 900.0), ("`kgraph build`", 6_000.0, 300.0), ("textacy", None, None)),
    limits=(Limit("words", 1.3, least=1.2), Limit("memory", 0.5, most=0.4)),
    notes=("A note.",),
    title="Reading",
    machine=Machine("A processor", 2, "Linux", (("Python", "3.11"),), 0.4, 1.0),
)
GROWN = Findings(
    columns=("Documents", "Statements", "Turtle, CPU s", "Turtle, MB"),
    rows=((1_000, 11_000, 5.0, 170.0), (10_000, 110_000, 50.0, 400.0)),
    title="Growth",
)


def test_the_readme_has_the_results_that_are_kept() -> None:
    text = suite.README.read_text("utf-8")
    assert page.renewed(text, findings.read(suite.RESULTS)) == text


def test_the_plot_is_drawn_from_the_results_that_are_kept() -> None:
    assert plot.mark(suite.RESULTS) in suite.PLOT.read_text("utf-8")


def test_every_section_is_kept_and_tells_its_machine() -> None:
    kept = findings.read(suite.RESULTS)
    assert list(kept) == list(SECTIONS)
    assert all(each.machine.cpu for each in kept.values())


def test_results_come_back_as_they_were_kept(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    findings.write({"reading": replace(FOUND, rows=()), "report": Findings(missing="no browser")}, file)
    assert findings.read(file) == {"reading": replace(FOUND, rows=()), "report": Findings(missing="no browser")}
    findings.write({"reading": replace(FOUND, rows=(("a", 1.23456, 7),))}, file)
    assert findings.read(file)["reading"].rows == (("a", 1.235, 7),)


def test_a_page_tells_tables_limits_and_what_is_missing() -> None:
    text = page.told({"reading": FOUND, "report": Findings(title="The report", missing="there is no browser")})
    assert "| bare `nlp.pipe` | 4,600 | 900 |" in text
    assert "| textacy | – | – |" in text
    assert "| Reading | words | 1.30 | at least 1.2 |" in text
    assert "|  | memory | **0.500** | at most 0.4 |" in text
    assert "The report: could not be measured, since there is no browser." in text
    assert "A processor, 2 cores, Linux; Python 3.11. BLIS with its generic kernel" in text


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (None, "–"),
        ("words", "words"),
        (1_234_567, "1,234,567"),
        (4_615.2, "4,620"),
        (23.456, "23.5"),
        (0.01234, "0.0123"),
    ],
)
def test_figures_have_three_digits(cell: findings.Cell, words: str) -> None:
    assert page.figure(cell) == words


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="does not have"):
        page.renewed(f"{page.mark('benchmarks', 'end')} {page.mark('benchmarks', 'begin')}", {})


def test_the_picture_is_svg_and_shows_what_was_measured(tmp_path: Path) -> None:
    one, other = tmp_path / "one.svg", tmp_path / "other.svg"
    plot.draw({"reading": FOUND, "growth": GROWN}, one, "mark")
    plot.draw({"reading": FOUND, "growth": GROWN}, other, "mark")
    assert one.read_bytes() == other.read_bytes()
    assert ET.parse(one).getroot().tag.endswith("svg")
    assert "<!-- kgraph build -->" in one.read_text("utf-8")
    plot.draw({"reading": Findings(missing="no time")}, other, "mark")
    assert "<!-- Reading was not measured -->" in other.read_text("utf-8")


def test_the_command_names_limits_that_were_passed_and_keeps_full_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = tmp_path / "README.md"
    marks = (page.mark(part, side) for part in ("benchmarks", "a day") for side in ("begin", "end"))
    readme.write_text("\n".join(("Before.", *marks, "After.", "")), "utf-8")

    def nowhere(_scale: float) -> Findings:
        raise UnavailableError("there is no browser")

    monkeypatch.setattr(suite, "README", readme)
    monkeypatch.setattr(suite, "RESULTS", tmp_path / "results.json")
    monkeypatch.setattr(suite, "PLOT", tmp_path / "results.svg")
    monkeypatch.setattr(suite, "SECTIONS", {"reading": Section("Reading", lambda _: FOUND), "x": Section("X", nowhere)})
    assert suite.main(["--quick"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "limit passed: memory: 0.500, at most 0.4",
        "X: could not be measured, since there is no browser.",
    ]
    assert [each.name for each in tmp_path.iterdir()] == ["README.md"]
    assert suite.main(["x"]) == 1
    assert capsys.readouterr().err == "X: could not be measured, since there is no browser.\n"
    assert suite.main([]) == 1
    kept = findings.read(tmp_path / "results.json")
    assert kept["reading"].machine.cores >= 1
    assert kept["x"].missing == "there is no browser"
    text = readme.read_text("utf-8")
    assert text.startswith("Before.\n")
    assert text.endswith("\nAfter.\n")
    assert "| `kgraph build` | 6,000 | 300 |" in text
    with pytest.raises(SystemExit):
        suite.main(["nothing"])


def test_a_day_is_told_from_the_work_of_two_workers() -> None:
    rows = ((1, 4_000.0, 0.2, 300.0), (2, 8_000.0, 0.25, 300.0))
    columns = ("Workers", "Words a second", "CPU s a thousand words", "Peak of a worker, MB")
    assert "0.250 seconds" in page.day({"workers": Findings(columns, rows)})
    assert "42 core-hours" in page.day({"workers": Findings(columns, rows)})
    assert page.day({}) == "What reading takes was not measured."
