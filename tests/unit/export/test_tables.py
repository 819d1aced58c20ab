from __future__ import annotations

import csv
import datetime
import importlib.util
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kgraph.errors import UsageError
from kgraph.export import tables
from kgraph.export.registry import export
from kgraph.export.tables import TABLES
from kgraph.graph.merge import graph_of
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.statement import Party
from tests.unit.graph.samples import (
    AMERICA,
    ATTACK,
    CRITICIZED,
    LAVROV,
    RUSSIA,
    SAID,
    SENT,
    TEXT,
    UKRAINE,
    mention,
    reading,
)

GRAPH = graph_of(reading())
README = Path(tables.__file__).with_name("README.md")


def rows(name: str, graph: KnowledgeGraph = GRAPH) -> list[dict[str, Any]]:
    table = TABLES[name]
    return [dict(zip([column.name for column in table.columns], row, strict=True)) for row in table.rows(graph)]


def test_an_event_is_a_row_under_the_names_of_polecat() -> None:
    (event,) = rows("events")
    told = {name: value for name, value in event.items() if value not in {None, ()}}
    assert told == {
        "Event ID": SENT.id,
        "Event Date": datetime.date(2022, 6, 1),
        "Event Type": "AID",
        "Event Mode": "military",
        "CAMEO Code": "072",
        "Quad Code": "MATERIAL COOPERATION",
        "Contexts": ("military",),
        "Actor Name": ("United States",),
        "Actor Country": ("USA",),
        "Actor Sectors": ("GOV",),
        "Actor Name Raw": ("The United States",),
        "Actor ID": (AMERICA.iri,),
        "Recipient Name": ("Ukraine",),
        "Recipient Country": ("UKR",),
        "Recipient Sectors": ("GOV",),
        "Recipient Name Raw": ("Ukraine",),
        "Recipient ID": (UKRAINE.iri,),
        "Source": "The Paper",
        "Publication Date": datetime.date(2022, 6, 2),
        "Story ID": "article-1",
        "Predicate": SENT.predicate.iri,
        "Negated": False,
        "Certainty": "certain",
        "Future": False,
        "Modality": "asserted",
        "Confidence": 0.5,
        "Headline": "Rockets",
        "URL": "https://example.org/1 a",
        "Sentence": TEXT,
    }


def act(*actors: Party, recipients: tuple[Party, ...]) -> KnowledgeGraph:
    assert SENT.event is not None
    event = replace(SENT.event, actors=actors, recipients=recipients)
    return graph_of(reading(replace(SENT, event=event)))


def test_the_lists_of_a_side_run_in_parallel() -> None:
    stranger = Party(mention("the move"))
    state = Party(mention("Russia", RUSSIA), "RUS", None, "GOV")
    body = Party(mention("Kyiv", UKRAINE), None, "IGO")
    (event,) = rows("events", act(stranger, state, body, recipients=()))
    assert event["Actor Name"] == ("the move", "Russia", "Ukraine")
    assert event["Actor Country"] == ("", "RUS", "")
    assert event["Actor Sectors"] == ("", "GOV", "IGO")
    assert event["Recipient Name"] == ()


def test_a_dyad_is_a_pair_of_two() -> None:
    russia, ukraine = Party(mention("Russia", RUSSIA), "RUS"), Party(mention("Ukraine", UKRAINE), "UKR")
    found = rows("dyads", act(russia, ukraine, recipients=(russia, ukraine)))
    assert [(row["Source Country"], row["Target Country"]) for row in found] == [("RUS", "UKR"), ("UKR", "RUS")]
    assert {row["Event ID"] for row in found} == {SENT.id}
    assert rows("dyads", act(russia, recipients=(russia,))) == []


def test_who_says_it_stands_beside_the_act() -> None:
    sent = replace(SENT, attributed_to=ATTACK.attributed_to)
    (dyad,) = rows("dyads", graph_of(reading(sent, SAID)))
    assert (dyad["Holder"], dyad["Holder ID"]) == ("Sergey Lavrov", LAVROV.iri)


def test_statements_stand_in_the_order_of_time_and_text() -> None:
    assert [row["statement"] for row in rows("statements")] == [SENT.id, CRITICIZED.id, SAID.id, ATTACK.id]
    first, *_, last = rows("statements")
    assert (first["subject"], first["arguments"], first["affirmed"]) == ("United States", ("to Ukraine",), True)
    assert (last["holder"], last["attributed"], last["certainty"], last["place"]) == (
        *("Sergey Lavrov", True),
        *("possible", "Russia"),
    )


def test_what_is_linked_to_no_entity_has_its_words_and_a_node() -> None:
    criticized = rows("statements")[1]
    assert criticized["object"] == "the move"
    assert criticized["object_iri"].startswith("https://w3id.org/kgraph/mention/")


def test_entities_tell_how_often_they_take_part() -> None:
    told = {row["label"]: (row["statements"], row["first"], row["last"]) for row in rows("entities")}
    assert told["Sergey Lavrov"] == (2, datetime.date(2022, 6, 2), datetime.date(2022, 6, 2))
    assert told["Ukraine"] == (2, datetime.date(2022, 6, 1), datetime.date(2022, 6, 2))


def test_evidence_has_the_words_at_their_offsets() -> None:
    for row in rows("evidence"):
        assert TEXT[row["begin"] : row["end"]] == row["predicate"]
        assert TEXT[row["sentence_begin"] : row["sentence_end"]] == row["sentence"]
    assert rows("evidence")[2]["content"] == ("Kyiv \\ <may> attack Russia",)
    assert rows("evidence")[3]["attributed_to"] == (SAID.id,)


def test_participants_have_the_words_at_their_offsets() -> None:
    found = rows("participants")
    assert all(TEXT[row["begin"] : row["end"]] == row["words"] for row in found)
    assert [row["role"] for row in found if row["statement"] == SENT.id] == [
        *("subject", "object", "recipient", "event_actor", "event_recipient"),
    ]


def test_csv_leaves_texts_as_they_are(tmp_path: Path) -> None:
    export(graph_of(reading(title='=1+1, "x"\n', source="a;b")), ["csv"], tmp_path)
    data = (tmp_path / "evidence.csv").read_bytes()
    assert data.startswith(b"statement,document,")
    assert b'"=1+1, ""x""\n"' in data
    with (tmp_path / "evidence.csv").open(encoding="utf-8", newline="") as file:
        assert {(row["title"], row["source"]) for row in csv.DictReader(file)} == {('=1+1, "x"\n', "a;b")}


def test_lists_are_joined_and_their_semicolons_are_commas(tmp_path: Path) -> None:
    entity = replace(UKRAINE, names=("Kyiv; the government", "Ukrajina"))
    export(graph_of(reading(entities=(AMERICA, entity, RUSSIA, LAVROV, *reading().entities[4:]))), ["csv"], tmp_path)
    assert "Kyiv, the government; Ukrajina" in (tmp_path / "entities.csv").read_text(encoding="utf-8")


def test_parquet_is_not_compressed_twice(tmp_path: Path) -> None:
    written = export(GRAPH, ["parquet", "csv"], tmp_path, compress=True)
    assert {path.name for path in written} >= {"events.parquet", "events.csv.gz"}


def test_a_missing_library_is_told_before_anything_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(UsageError, match=r"takes pyarrow; install it: pip install 'kgraph\[tables\]'"):
        export(GRAPH, ["csv", "parquet"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_neo4j_has_typed_headers_labels_and_types(tmp_path: Path) -> None:
    export(GRAPH, ["neo4j"], tmp_path)
    read = {path.name: path.read_bytes().decode().split("\r\n") for path in tmp_path.iterdir()}
    assert read["neo4j-documents.csv"][0] == ":LABEL,iri:ID,id,date:date,title,url,source,model"
    assert f"Entity;State,{RUSSIA.iri},Russia" in "\n".join(read["neo4j-entities.csv"])
    assert any(line.startswith(f"Statement;Event;AID,{SENT.id},2022-06-01,") for line in read["neo4j-statements.csv"])
    assert f"{SENT.id},{AMERICA.iri},EVENT_ACTOR,The United States,,0,17,USA,GOV" in read["neo4j-participants.csv"]
    assert f"{ATTACK.id},{SAID.id},ATTRIBUTED_TO" in read["neo4j-links.csv"]
    (sent,) = (line for line in read["neo4j-facts.csv"] if f"{AMERICA.iri},{UKRAINE.iri}" in line)
    assert f",SENDS,{SENT.predicate.iri},1,2022-06-01,2022-06-01,{SENT.id}" in sent


def test_the_readme_documents_every_column() -> None:
    text = README.read_text(encoding="utf-8")
    for table in TABLES.values():
        assert f"\n## {table.name}\n" in text
        section = text.split(f"\n## {table.name}\n", 1)[1].split("\n## ", 1)[0]
        told = [line for line in section.splitlines() if line.startswith("| `")]
        assert told == [f"| `{name}` | {kind} | {meaning} |" for name, kind, meaning, _ in table.columns]
