"""The command line as a user meets it: a process of its own, its output, its errors, its exit codes."""

import gzip
import json
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kgraph import __version__
from kgraph.model.codec import decode_mention, decode_statement, load_lines

SENTENCE = "Russia criticized the decision of Norway on Wednesday."
Result = subprocess.CompletedProcess[str]
ROOT = Path(__file__).parents[1]


@pytest.fixture
def kgraph(tmp_path: Path) -> Callable[..., Result]:
    """Runs the command line in an empty folder, with a good document in ``good.txt``."""
    (tmp_path / "good.txt").write_text(SENTENCE, encoding="utf-8")

    def run(*args: str, stdin: str = "", seed: str = "0") -> Result:
        return subprocess.run(
            [sys.executable, "-m", "kgraph", *args],
            input=stdin,
            capture_output=True,
            check=False,
            cwd=tmp_path,
            encoding="utf-8",
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        )

    return run


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def error_line(result: Result) -> str:
    (line,) = result.stderr.splitlines()
    assert line.startswith("kgraph: error: ")
    return line.removeprefix("kgraph: error: ")


def test_help_tells_the_exit_codes_at_once(kgraph: Callable[..., Result]) -> None:
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        result = kgraph("--help")
        seconds.append(time.perf_counter() - start)
    assert result.returncode == 0
    assert "3  no document could be read" in result.stdout
    assert kgraph().stdout == result.stdout
    assert statistics.median(seconds) < 0.3


def test_help_imports_nothing_heavy() -> None:
    heavy = {"spacy", "rdflib", "networkx", "pyoxigraph", "rich", "lxml", "trafilatura", "numpy"}
    program = f"import sys, kgraph.cli; print({heavy} & set(sys.modules))"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, cwd=ROOT, text=True)
    assert result.stdout == "set()\n"


def test_version(kgraph: Callable[..., Result]) -> None:
    assert kgraph("--version").stdout == f"kgraph {__version__}\n"


def test_formats_lists_what_is_read_and_written(kgraph: Callable[..., Result]) -> None:
    listed = kgraph("formats").stdout
    for name in (
        "text",
        "jsonl",
        "warc",
        "turtle",
        "trig",
        "jsonld",
        "rdfxml",
        "nanopub",
        "graphml",
        "table",
        "openie",
        "mentions",
    ):
        assert f"\n  {name} " in listed


def test_build_writes_the_files_that_it_names(kgraph: Callable[..., Result], tmp_path: Path) -> None:
    result = kgraph("build", "good.txt", "--date", "2022-06-03", "-o", "a/graph", "--format", "turtle")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == f"{Path('a/graph/graph.ttl')}\n"
    assert names(tmp_path / "a/graph") == ["graph.ttl"]


def test_build_writes_three_formats_unless_told_otherwise(kgraph: Callable[..., Result], tmp_path: Path) -> None:
    assert kgraph("build", "good.txt", "-o", "graph").returncode == 0
    assert names(tmp_path / "graph") == ["actors.graphml", "graph.jsonl", "graph.ttl", "statements.graphml"]


def test_build_writes_one_file_by_its_ending(kgraph: Callable[..., Result], tmp_path: Path) -> None:
    licence = "https://creativecommons.org/licenses/by/4.0/"
    base = "https://example.org/news/"
    result = kgraph("build", "good.txt", "-o", "a/news.nq.gz", "--base", base, "--licence", licence)
    assert (result.returncode, result.stdout, result.stderr) == (0, f"{Path('a/news.nq.gz')}\n", "")
    assert names(tmp_path / "a") == ["news.nq.gz"]
    lines = gzip.decompress((tmp_path / "a/news.nq.gz").read_bytes()).decode().splitlines()
    assert any(line.startswith(f"<{base}dataset/") and f"/license> <{licence}>" in line for line in lines)
    assert any(line.startswith(f"<{base}statement/") and f"<{base}document/" in line for line in lines)


def test_an_office_without_a_holder_is_built_with_its_titles(kgraph: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "office.txt").write_text("The president of Germany met reporters.", encoding="utf-8")
    result = kgraph("build", "office.txt", "--date", "2001-06-01", "-o", "office.nt")
    assert (result.returncode, result.stderr) == (0, "")
    assert re.search(r"/office-DEU-president> <\S+title> ", (tmp_path / "office.nt").read_text(encoding="utf-8"))
    base = "https://example.org/news/"
    assert kgraph("build", "office.txt", "--date", "2001-06-01", "--base", base, "-o", "own.nt").returncode == 0
    assert f"<{base}entity/office" not in (tmp_path / "own.nt").read_text(encoding="utf-8")


def test_build_writes_rdf_12_and_compresses_a_folder(kgraph: Callable[..., Result], tmp_path: Path) -> None:
    assert kgraph("build", "good.txt", "-o", "new", "--profile", "rdf12", "--gzip").returncode == 0
    assert names(tmp_path / "new") == ["graph.ttl.gz"]
    assert b"rdf:reifies <<( " in gzip.decompress((tmp_path / "new/graph.ttl.gz").read_bytes())


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["-o", "x.graphml"], "x.graphml: the format with this ending writes several files; give a folder"),
        (["-o", "x.rdf", "--profile", "rdf12"], "the format rdfxml cannot hold RDF 1.2"),
        (["-o", "x.ttl", "--gzip"], "x.ttl: --gzip is for folders; write x.ttl.gz"),
        (["-o", "x", "--base", "https://example.org"], "the base 'https://example.org' does not end in / or #"),
        (["-o", "x", "--licence", "CC BY"], "the licence 'CC BY' is no absolute IRI"),
    ],
)
def test_output_that_cannot_be_meant_is_refused_before_reading(
    kgraph: Callable[..., Result], tmp_path: Path, args: list[str], message: str
) -> None:
    result = kgraph("build", "good.txt", *args)
    assert result.returncode == 2
    assert error_line(result).startswith(message)
    assert names(tmp_path) == ["good.txt"]


def test_build_shows_what_is_asked_for_in_graph_files(kgraph: Callable[..., Result], tmp_path: Path) -> None:
    chosen = ("--view", "actors", "--view", "claims", "--by-country", "--signed", "--from", "2022-06-01", "--gephi")
    result = kgraph("build", "good.txt", "--date", "2022-06-02", "-o", "out", "--format", "graphml", *chosen)
    assert (result.returncode, result.stderr) == (0, "")
    assert names(tmp_path / "out") == ["actors.graphml", "claims.graphml"]
    assert ' label="object">' in (tmp_path / "out" / "claims.graphml").read_text("utf-8")


def test_what_cannot_be_shown_is_one_line(kgraph: Callable[..., Result], tmp_path: Path) -> None:
    for options, message in (
        (("--event-type", "GOSSIP"), "unknown event type 'GOSSIP'; there are: ACCUSE, AGREE"),
        (("--from", "2022-06-02", "--to", "2022-06-01"), "the time window ends on 2022-06-01, before it begins"),
    ):
        result = kgraph("build", "good.txt", "-o", "out", *options)
        assert result.returncode == 2
        assert error_line(result).startswith(message)
        assert not (tmp_path / "out").exists()


def test_build_depends_on_no_hash_seed_and_on_no_order(kgraph: Callable[..., Result], tmp_path: Path) -> None:
    data = ROOT / "tests/data"
    rows, *texts = map(str, [data / "articles.jsonl", *sorted(data.glob("*.txt"))])
    formats = [
        part for name in ("turtle", "trig", "jsonld", "rdfxml", "nanopub", "graphml") for part in ("--format", name)
    ]
    assert kgraph("build", rows, *texts, *formats, "-o", "one", seed="1").returncode == 0
    assert kgraph("build", *texts, rows, *formats, "-o", "two", seed="2").returncode == 0
    for name in names(tmp_path / "one"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_extract_shows_a_table(kgraph: Callable[..., Result]) -> None:
    result = kgraph("extract", "--text", SENTENCE, "--date", "2022-06-03")
    assert (result.returncode, result.stderr) == (0, "")
    heading, *rows = [line for line in result.stdout.splitlines()[1:] if line]
    assert heading.split() == ["subject", "predicate", "object", "said", "by", "factuality", "time"]
    assert any("Russia" in row and "criticized" in row and "2022-06-01" in row for row in rows)
    assert max(map(len, result.stdout.splitlines())) <= 100


def test_extract_explains_itself(kgraph: Callable[..., Result], tmp_path: Path) -> None:
    result = kgraph("extract", "--explain", "--text", SENTENCE, "--date", "2022-06-03")
    assert (result.returncode, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert "[0:54] Russia criticized the decision of Norway on Wednesday." in lines
    assert "    predicate    [7:17] criticized, lemma 'criticize', kg:criticizes" in lines
    assert "    time         [44:53] Wednesday = 2022-06-01" in lines
    assert max(map(len, lines)) <= 100
    assert kgraph("extract", "good.txt", "--explain", "--date", "2022-06-03", "-o", "why.txt", seed="1").stdout == ""
    written = (tmp_path / "why.txt").read_text(encoding="utf-8").splitlines()
    assert written[0] == lines[0].replace("text,", "good,")
    assert [line[:17] for line in written[1:]] == [line[:17] for line in lines[1:]]


def test_extract_writes_records_that_slice_back(kgraph: Callable[..., Result], tmp_path: Path) -> None:
    result = kgraph("extract", "good.txt", "--format", "jsonl", "-o", "good.jsonl", "--date", "2022-06-03")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    lines = (tmp_path / "good.jsonl").read_text(encoding="utf-8").splitlines()
    statements = list(load_lines(lines, decode_statement))
    assert "criticized" in [statement.predicate.text for statement in statements]
    for statement in statements:
        assert statement.document == "good"
        assert statement.predicate.span.of(SENTENCE) == statement.predicate.text
    assert names(tmp_path) == ["good.jsonl", "good.txt"]


def test_extract_writes_mentions(kgraph: Callable[..., Result]) -> None:
    lines = kgraph("extract", "good.txt", "--format", "mentions").stdout.splitlines()
    assert {json.loads(line)["document"] for line in lines} == {"good"}
    assert {"Russia", "Norway"} <= {mention.text for mention in load_lines(lines, decode_mention)}


def test_extract_writes_open_tuples_of_lines(kgraph: Callable[..., Result]) -> None:
    result = kgraph(
        "extract",
        "-",
        "--format",
        "openie",
        "--one-sentence-per-line",
        stdin="Norway sent tents\nChad thanked Norway\n",
    )
    tuples = [line.split("\t") for line in result.stdout.splitlines()]
    assert ["Norway sent tents", "sent", "Norway", "tents"] in [[row[0], *row[2:5]] for row in tuples]
    assert ["Chad thanked Norway", "thanked", "Chad", "Norway"] in [[row[0], *row[2:5]] for row in tuples]
    assert all(0 < float(row[1]) <= 1 for row in tuples)


@pytest.mark.parametrize(
    ("args", "exit_code", "message"),
    [
        (["build", "good.txt"], 2, "say where the graph goes: -o DIR"),
        (["build", "-o", "out"], 2, "nothing to read"),
        (["build", "good.txt", "-o", "-"], 2, "cannot go to standard output; give a folder"),
        (["build", "good.txt", "-o", "out", "--format", "rtf"], 2, "unknown format 'rtf'; there are: csv, cytoscape"),
        (["build", "good.txt", "-o", "out", "--date", "June"], 2, "'June' is no date; write it as 2022-06-01"),
        (["build", "good.txt", "-o", "out", "--date", "2022-02-30"], 2, "'2022-02-30' is no date"),
        (["build", "missing.txt", "-o", "out"], 3, "missing.txt: there is no such file or folder; check the path"),
        (["build", "empty.txt", "-o", "out"], 3, "empty.txt: the text is empty"),
        (["build", "latin.txt", "-o", "out"], 3, "latin.txt: not UTF-8: byte 0xE9 at byte offset 3"),
        (["build", "broken.jsonl", "-o", "out"], 3, "broken.jsonl:1: broken JSON at column 8"),
        (["build", "good.txt", "-o", "empty.txt"], 4, "empty.txt: "),
        (["build", "good.txt", "-o", "empty.txt/out"], 4, "is a file, not a folder; choose another place"),
        (["build", "good.txt", "-o", "out", "--model", "en_missing"], 5, "en_missing"),
        (["extract"], 2, "give files, folders or - for standard input, or else --text"),
        (["extract", "good.txt", "--text", "x"], 2, "or else --text"),
        (["extract", "good.txt", "--format", "rtf"], 2, "'rtf' is not one of 'table', 'jsonl', 'mentions', 'openie'"),
        (["extract", "good.txt", "--explain", "--format", "jsonl"], 2, "leave out --format jsonl"),
        (["extract", "--text", " "], 3, "the given text: the text is empty"),
        (["extract", "missing.txt", "-o", "out"], 3, "missing.txt: there is no such file or folder"),
        (["extract", "good.txt", "-o", "missing/out"], 4, "missing/out: cannot be written: No such file or directory"),
        (["extract", "good.txt", "-o", "."], 4, ".: is a folder; give the path of a file"),
        (["extract", "good.txt", "-o", "out", "--model", "en_missing"], 5, "en_missing"),
        (["frobnicate"], 2, "No such command 'frobnicate'"),
        (["--frobnicate"], 2, "No such option"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_is_one_line_and_leaves_nothing(
    kgraph: Callable[..., Result], tmp_path: Path, args: list[str], exit_code: int, message: str
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    (tmp_path / "broken.jsonl").write_text('{"id": }', encoding="utf-8")
    before = names(tmp_path)
    result = kgraph(*args)
    assert message in error_line(result)
    assert (result.returncode, result.stdout) == (exit_code, "")
    assert names(tmp_path) == before


def test_the_good_documents_of_a_batch_are_built(kgraph: Callable[..., Result], tmp_path: Path) -> None:
    rows = ['{"id": "a", "text": "Norway sent tents to Chad."}', '{"id": "a"}', '{"id": "b"', "[]"]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    result = kgraph("build", "missing.txt", "rows.jsonl", "good.txt", "-o", "graph")
    assert result.returncode == 1
    assert [line.split(": ")[2] for line in result.stderr.splitlines()] == [
        "missing.txt",
        *("rows.jsonl:2", "rows.jsonl:3", "rows.jsonl:4"),
    ]
    turtle = (tmp_path / "graph/graph.ttl").read_text(encoding="utf-8")
    assert "criticized" in turtle
    assert "tents" in turtle


def test_tables_compressed_files_and_standard_input_are_read(kgraph: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "news.csv.gz").write_bytes(gzip.compress(b"nr;words;day\n1;Norway sent tents to Chad.;2022-06-01\n"))
    columns = ("--id-column", "nr", "--text-column", "words", "--date-column", "day")
    table = kgraph("extract", "news.csv.gz", *columns)
    assert (table.returncode, table.stderr) == (0, "")
    assert table.stdout.startswith("1, 2022-06-01: 1 statement")
    rows = '{"id": "a", "text": "Norway sent tents to Chad."}'
    piped = kgraph("extract", "-", "--input-format", "jsonl", stdin=rows)
    assert piped.stdout.startswith("a: 1 statement")
    assert kgraph("extract", "*.txt").stdout.startswith("good: ")


def test_other_languages_are_set_aside_with_a_count(kgraph: Callable[..., Result], tmp_path: Path) -> None:
    french = (
        "Le ministre des Affaires étrangères a déclaré mercredi que la France enverrait des tentes au Tchad demain."
    )
    (tmp_path / "fr.txt").write_text(french, encoding="utf-8")
    result = kgraph("extract", "good.txt", "fr.txt", "good.txt")
    assert result.returncode == 0
    assert result.stderr == (
        "kgraph: documents set aside as not in English: 1 (fr 1); read them with --any-language\n"
        "kgraph: documents given more than once and read once: 1\n"
    )
    assert "fr: " not in result.stdout
    assert kgraph("extract", "fr.txt").returncode == 3
    assert kgraph("extract", "fr.txt", "--any-language").stderr == ""


def test_republications_are_linked_and_told(kgraph: Callable[..., Result], tmp_path: Path) -> None:
    story = " ".join(f"Norway sent {n} tents to Chad." for n in range(20))
    for name in ("wire", "post"):
        (tmp_path / f"{name}.txt").write_text(story, encoding="utf-8")
    result = kgraph("build", "wire.txt", "post.txt", "--date", "2022-06-01", "-o", "graph.ttl")
    assert (result.returncode, result.stderr) == (
        0,
        "kgraph: documents linked to the first of nearly the same words: 1\n",
    )
    turtle = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    assert turtle.count("kg:republicationOf") == 1
    assert turtle.count("dcterms:identifier") >= 2


def test_a_failed_run_leaves_the_old_file_as_it_was(kgraph: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "old.jsonl").write_text("old", encoding="utf-8")
    assert kgraph("extract", "good.txt", "--model", "en_missing", "-o", "old.jsonl").returncode == 5
    assert (tmp_path / "old.jsonl").read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["good.txt", "old.jsonl"]


@pytest.mark.parametrize("args", [["--debug", "build"], ["build", "--debug"]], ids=" ".join)
def test_debug_shows_the_trace(kgraph: Callable[..., Result], args: list[str]) -> None:
    result = kgraph(*args, "good.txt", "-o", "good.txt")
    assert result.returncode == 4
    assert "Traceback (most recent call last)" in result.stderr
    assert result.stderr.splitlines()[-1].startswith("kgraph: error: good.txt: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("target", ["-", "/dev/full"])
def test_a_full_disk_is_an_error_of_the_output(kgraph: Callable[..., Result], tmp_path: Path, target: str) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        result = subprocess.run(
            [sys.executable, "-m", "kgraph", "extract", "good.txt", "-o", target],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            text=True,
        )
    assert result.returncode == 4
    assert "cannot be written: No space left on device" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert kgraph("extract", "good.txt").returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no broken pipes")
def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    rows = [json.dumps({"id": str(n), "text": SENTENCE}) for n in range(600)]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "kgraph", "extract", "rows.jsonl", "--format", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    with process, process.stderr as messages:
        process.stdout.readline()
        process.stdout.close()
        assert messages.read() == b""
        assert process.wait() == 141


OWN = """
@prefix kg: <https://w3id.org/kgraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
kg:rebuilds a owl:ObjectProperty ; rdfs:label "rebuilds"@en ; rdfs:subPropertyOf kg:relation ; kg:eventType kg:AID ;
    kg:verbTrigger "rebuild" ; kg:recipientSlot "for" ; skos:definition "Builds again what was destroyed."@en ;
    skos:example "Japan rebuilt the port for Sri Lanka."@en ; kg:counterExample "The team left the city."@en .
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "words.ttl").write_text(OWN, encoding="utf-8")
    return tmp_path / "own" / "words.ttl"


@pytest.mark.usefixtures("own")
def test_extract_reads_with_words_of_ones_own(kgraph: Callable[..., Result]) -> None:
    text = ("--text", "Japan rebuilt the port for Sri Lanka.")
    assert "rebuilt [AID]" in kgraph("extract", "--ontology", "own", *text).stdout
    assert "[AID]" not in kgraph("extract", *text).stdout


@pytest.mark.usefixtures("own")
def test_build_reads_with_words_of_ones_own(kgraph: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "port.txt").write_text("Japan rebuilt the port for Sri Lanka.", encoding="utf-8")
    assert kgraph("build", "port.txt", "--ontology", "own", "-o", "graph", "--format", "turtle").returncode == 0
    assert "kg:rebuilds" in (tmp_path / "graph/graph.ttl").read_text(encoding="utf-8")


def test_a_broken_ontology_of_ones_own_is_an_error(kgraph: Callable[..., Result], own: Path) -> None:
    own.write_text(OWN + "kg:x kg:y ,, .", encoding="utf-8")
    result = kgraph("extract", "--ontology", "own", "--text", SENTENCE)
    assert result.returncode == 6
    assert error_line(result).startswith(str(Path("own/words.ttl:9: not valid Turtle")))


def test_ontology_check_tells_what_is_wrong(kgraph: Callable[..., Result], own: Path) -> None:
    result = kgraph("ontology", "check", "--ontology", "own")
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == "1 entries checked: 0 errors, 0 warnings\n"
    own.write_text(OWN.replace('"Japan rebuilt', '"Japan left'), encoding="utf-8")
    result = kgraph("ontology", "check", "--ontology", "own")
    assert result.returncode == 6
    assert "is not read out of its example 'Japan left the port for Sri Lanka.'" in result.stdout


def test_ontology_show_explains_an_entry(kgraph: Callable[..., Result], own: Path) -> None:
    shown = kgraph("ontology", "show", "rebuilds", "--ontology", "own")
    assert shown.stdout.startswith("rebuilds: predicate\n")
    assert f"{Path('own') / own.name}:6" in shown.stdout
    unknown = kgraph("ontology", "show", "rebuilds")
    assert unknown.returncode == 2
    assert error_line(unknown).startswith("the ontology has no entry 'rebuilds'")


def test_report_lists_what_the_dictionaries_lack(kgraph: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("The Zorgon League frobnicated the Quux Council.", encoding="utf-8")
    told = kgraph("report", "good.txt")
    assert (told.returncode, told.stderr) == (0, "")
    assert "verbs without a predicate: 1" in told.stdout
    assert json.loads(kgraph("report", "good.txt", "--format", "json").stdout)["documents"] == 1
    assert kgraph("report").returncode == 2


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--format", "turtle"], "say where the files go: -o DIR"),
        (["--format", "turtle", "--store", "news.kgraph"], "say where the files go: -o DIR"),
        (
            ["--engine", "dask", "--shared", "shared", "--format", "graphml"],
            "the format graphml cannot be written in parts; these can: csv, ",
        ),
    ],
)
def test_formats_without_a_place_go_into_the_folder_of_a_cluster_alone(
    kgraph: Callable[..., Result], tmp_path: Path, options: list[str], problem: str
) -> None:
    result = kgraph("build", "good.txt", *options)
    assert result.returncode == 2
    assert error_line(result).startswith(problem)
    assert names(tmp_path) == ["good.txt"]
