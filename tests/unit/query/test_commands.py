"""The commands for graphs as a user meets them: output, errors, exit codes."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.cli import main
from kgraph.export.registry import export
from kgraph.graph.merge import graph_of
from kgraph.graph.oxigraph_view import to_oxigraph
from tests.unit.graph.samples import CRITICIZED, reading
from tests.unit.query.graphs import PREFIXES

FOREIGN = PREFIXES + '<https://example.org/r> kg:criticizes [ <https://example.org/by> "me"@en ] .'


@pytest.fixture
def built(tmp_path: Path) -> Path:
    export(graph_of(reading()), ["turtle", "ntriples"], tmp_path / "graph")
    return tmp_path / "graph"


def test_validate_tells_what_conforms(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(built)]) == 0
    assert capsys.readouterr().out.startswith("conforms: ")


def test_validate_tells_what_does_not(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    turtle = built / "graph.ttl"
    (built / "graph.nt").unlink()
    turtle.write_text(turtle.read_text().replace("kg:certainty kg:possible", "kg:certainty kg:sure"))
    assert main(["validate", str(turtle)]) == 1
    first, *_, count, message = capsys.readouterr().out.splitlines()
    assert "kg:certainty kg:sure: kg:certainty is kg:certain" in first
    assert count.startswith("does not conform: 2 violations at 2 nodes")
    assert message.split() == ["2", *first.partition("kg:sure: ")[2].split()]
    assert main(["validate", str(turtle), "--format", "turtle"]) == 1
    report = {quad.predicate.value for quad in ox.parse(capsys.readouterr().out, format=ox.RdfFormat.TURTLE)}
    assert "http://www.w3.org/ns/shacl#sourceConstraintComponent" in report


def test_validate_takes_shapes_of_ones_own(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        PREFIXES + "@prefix sh: <http://www.w3.org/ns/shacl#> . <https://example.org/s> a sh:NodeShape ; sh:targetClass"
        ' kg:Weapon ; sh:property [ sh:path skos:altLabel ; sh:minCount 1 ; sh:message "a weapon has two names" ] .'
    )
    assert main(["validate", str(built), "--shapes", str(own)]) == 1
    assert "kge:rockets skos:altLabel: a weapon has two names" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.ttl", b"<a:a> <a:b> .\n", "a.ttl, line 1, column 13: not turtle: "),
        ("a.nt.gz", b"no gzip", "a.nt.gz: cannot be read: "),
        ("a.docx", b"", "a.docx: its name ends like no RDF file"),
        ("folder/a.txt", b"", "folder: holds no RDF file"),
        ("", b"", "no such file or folder"),
    ],
)
def test_what_cannot_be_read_is_one_line(
    tmp_path: Path, name: str, content: bytes, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / (name or "missing.ttl")
    place.parent.mkdir(exist_ok=True)
    if name:
        place.write_bytes(content)
    for command in (["validate"], ["query", "SELECT * { ?s ?p ?o }"], ["merge", "-o", str(tmp_path / "out.ttl")]):
        assert main([*command, str(place.parent if "folder" in name else place)]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert message in line
    assert not (tmp_path / "out.ttl").exists()


def test_query_asks_a_folder(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "SELECT ?who ?what { ?who kg:sends ?what }", str(built)]) == 0
    assert "United States  rockets" in capsys.readouterr().out
    assert main(["query", "evidence-for-an-edge", str(built), "--bind", "subject=Russia", "--format", "tsv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_query_shows_where_an_error_is(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("SELECT ?s {\n  ?s kgz:b ?o\n}")
    assert main(["query", "-f", str(file), str(built)]) == 2
    line, caret, error = capsys.readouterr().err.splitlines()
    assert (line, caret) == ("  ?s kgz:b ?o", "     ^")
    assert f"{file}, line 2, column 6: no SPARQL: unexpected kgz:b" in error


def test_a_query_without_end_is_ended(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p }"
    assert main(["query", endless, str(built), "--timeout", "0.2"]) == 7
    assert "took longer than 0.2 s" in capsys.readouterr().err


def test_query_lists_the_library(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "--list"]) == 0
    assert "    --bind actor=…  (entity) whose timeline\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["query"], "nothing to ask"),
        (["query", "denial"], "did you mean: denials"),
        (["query", "denials", "--bind", "actor=Russia"], "denials has no 'actor'; it has: who"),
        (["query", "denials", "--bind", "who"], "write NAME=VALUE"),
        (["query", "-f", "none.rq"], "none.rq: cannot be read"),
        (["validate"], "nothing to validate"),
        (["merge", "-o", "x.ttl"], "nothing to unite"),
    ],
)
def test_wrong_usage(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert message in capsys.readouterr().err


def test_merge_keeps_what_others_say(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    foreign = tmp_path / "foreign.trig"
    foreign.write_text(FOREIGN + "<https://example.org/g> { kge:russia <https://example.org/note> 1 }")
    places = [tmp_path / name for name in ("a.trig", "b.trig")]
    assert main(["merge", str(built), str(foreign), "-o", str(places[0])]) == 0
    assert main(["merge", str(foreign), str(built), str(foreign), "-o", str(places[1])]) == 0
    assert places[0].read_bytes() == places[1].read_bytes()
    assert capsys.readouterr().err == ""
    quads = list(ox.parse(path=str(places[0])))
    assert not any(isinstance(quad.subject, ox.BlankNode) for quad in quads)
    assert ox.Literal("me", language="en") in {quad.object for quad in quads}
    assert {quad.graph_name for quad in quads if quad.object.value == "1" and "note" in quad.predicate.value} == {
        ox.NamedNode("https://example.org/g")
    }


@pytest.mark.parametrize("ending", ["ttl", "nt", "trig", "nq", "jsonld", "rdf", "nt.gz"])
def test_merge_writes_every_syntax(built: Path, tmp_path: Path, ending: str) -> None:
    place = tmp_path / f"out.{ending}"
    assert main(["merge", str(built), "-o", str(place)]) == 0
    content = gzip.decompress(place.read_bytes()) if ending.endswith("gz") else place.read_bytes()
    syntax = ox.RdfFormat.from_extension(ending.removesuffix(".gz"))
    assert {quad.triple for quad in ox.parse(content, format=syntax)} == set(to_oxigraph(graph_of(reading())))


def test_of_two_readings_of_a_statement_one_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sure, unsure = replace(CRITICIZED, confidence=0.9), replace(CRITICIZED, confidence=0.8, subject=None)
    for name, statement in (("sure", sure), ("unsure", unsure)):
        export(graph_of(reading(statement)), ["turtle"], tmp_path / name)
    assert main(["merge", str(tmp_path / "unsure"), str(tmp_path / "sure"), "-o", str(tmp_path / "both")]) == 0
    assert f"{CRITICIZED.id} is told in 2 ways" in capsys.readouterr().err
    assert set(ox.parse(path=str(tmp_path / "both/graph.ttl"))) == set(ox.parse(path=str(tmp_path / "sure/graph.ttl")))


def test_a_union_that_does_not_conform_is_not_written(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    foreign = tmp_path / "foreign.ttl"
    foreign.write_text(PREFIXES + 'kge:x a kg:State ; rdfs:label "X" ; kg:country "Nowhere" .')
    assert main(["merge", str(built), str(foreign), "-o", str(tmp_path / "out.ttl")]) == 2
    assert 'kge:x kg:country "Nowhere": kg:country is one ISO 3166-1' in capsys.readouterr().err
    assert not (tmp_path / "out.ttl").exists()
