import json
from typing import Any

import pytest

from kgraph.errors import InputError
from kgraph.model.codec import (
    decode_mention,
    decode_statement,
    dump_lines,
    encode_mention,
    encode_statement,
    load_lines,
)
from kgraph.model.document import Span
from kgraph.model.statement import (
    Argument,
    Attribution,
    Certainty,
    Content,
    Event,
    Factuality,
    Mention,
    MentionKind,
    Modality,
    Party,
    Predicate,
    Statement,
    Time,
)

NORWAY = Mention(
    Span(0, 6), "Norway", "Norway", MentionKind.NAME, Span(0, 6), "GPE", "urn:x:norway", "Norway", "State", "name"
)
CHAD = Mention(Span(30, 34), "Chad", "Chad", MentionKind.NAME)
QUAD = "MaterialCooperation"
WHOLE = Statement(
    id="urn:x:1",
    document="a",
    sentence=Span(0, 60),
    subject=NORWAY,
    predicate=Predicate(Span(7, 18), "might send", "send", "urn:x:sends"),
    object=Mention(Span(19, 26), "tents €", "tents", MentionKind.NOMINAL),
    arguments=(Argument("recipient", "to", CHAD),),
    content=Content((Span(10, 20), Span(30, 40)), quoted=True),
    factuality=Factuality(negated=True, certainty=Certainty.POSSIBLE, future=True, modality=Modality.PLANNED),
    attributed_to=(Attribution("urn:x:0", NORWAY), Attribution("urn:x:2", None)),
    time=Time(Span(40, 46), "Monday", "2022-06-06"),
    place=CHAD,
    event=Event("AID", None, ("military",), "072", (Party(NORWAY, "NOR", None, "GOV"),), (Party(CHAD, "TCD"),), QUAD),
    confidence=0.1,
    rule="clause",
)
BARE = Statement("urn:x:3", "a", Span(0, 5), None, Predicate(Span(0, 5), "Rains", "rain", "urn:x:rain"))


def test_a_statement_has_the_published_keys() -> None:
    record = encode_statement(WHOLE)
    assert list(record) == [
        *("id", "document", "sentence", "subject", "predicate", "object", "arguments", "content", "event"),
        *("negated", "certainty", "future", "modality", "attributed_to", "time", "place", "confidence", "rule"),
    ]
    assert record["sentence"] == {"start": 0, "end": 60}
    assert record["predicate"] == {
        "text": "might send",
        "start": 7,
        "end": 18,
        "lemma": "send",
        "iri": "urn:x:sends",
    }
    assert record["arguments"][0]["marker"] == "to"
    assert record["content"] == {"spans": [[10, 20], [30, 40]], "quoted": True}
    assert (record["negated"], record["certainty"], record["future"]) == (True, "possible", True)
    assert record["time"] == {"text": "Monday", "start": 40, "end": 46, "value": "2022-06-06"}


def test_a_mention_has_the_published_keys() -> None:
    assert encode_mention(NORWAY, "a") == {
        "document": "a",
        "text": "Norway",
        "start": 0,
        "end": 6,
        "entity": "urn:x:norway",
        "label": "Norway",
        "type": "State",
        "head": "Norway",
        "level": "name",
        "name": {"start": 0, "end": 6},
        "hint": "GPE",
        "resolution": "linked",
        "rule": "name",
        "score": None,
        "evidence": [],
        "candidates": [],
        "lemma": "",
        "antecedents": [],
        "about": None,
        "coreference": "",
    }


def test_a_party_is_a_mention_with_what_plover_codes() -> None:
    event = encode_statement(WHOLE)["event"]
    assert list(event) == ["type", "mode", "contexts", "cameo", "quad_class", "actors", "recipients"]
    assert event["quad_class"] == "MaterialCooperation"
    (actor,) = event["actors"]
    assert (actor["text"], actor["country"], actor["kind"], actor["sector"]) == ("Norway", "NOR", None, "GOV")


def test_what_is_not_there_is_null_or_empty() -> None:
    record = encode_statement(BARE)
    assert all(record[key] is None for key in ("subject", "object", "content", "event", "time", "place"))
    assert record["arguments"] == record["attributed_to"] == []


@pytest.mark.parametrize("statement", [WHOLE, BARE], ids=["whole", "bare"])
def test_a_statement_comes_back_from_its_line(statement: Statement) -> None:
    (line,) = dump_lines([encode_statement(statement)])
    assert line.endswith("}\n")
    assert line.count("\n") == 1
    assert list(load_lines([line, "\n"], decode_statement)) == [statement]


def test_words_are_not_escaped() -> None:
    assert "tents €" in next(dump_lines([encode_statement(WHOLE)]))


def test_keys_of_others_are_passed_over_and_ours_may_be_missing() -> None:
    record = {"document": "a", "text": "the tents", "start": 3, "end": 12, "entity": None, "label": None, "type": None}
    assert decode_mention({**record, "weight": 3}) == Mention(
        Span(3, 12), "the tents", "the tents", MentionKind.NOMINAL
    )


def changed(path: str, value: Any) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(json.dumps(encode_statement(WHOLE)))
    *parents, key = (int(name) if name.isdigit() else name for name in path.split("."))
    part: Any = record
    for parent in parents:
        part = part[parent]
    if value is ...:
        del part[key]
    else:
        part[key] = value
    return record


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("id", ..., "the key 'id' is missing"),
        ("id", 7, "'id' must be str, not 7"),
        ("sentence", [0, 60], "'sentence' must be dict, not [0, 60]"),
        ("sentence.start", True, "'start' must be int, not true"),
        ("sentence.end", -1, "a span cannot run from 0 to -1"),
        ("subject", "Norway", "'subject' must be dict | None"),
        ("subject.entity", ..., "the key 'entity' is missing"),
        ("subject.level", "proper", "'level' must be one of name, nominal, pronoun, not 'proper'"),
        ("arguments", None, "'arguments' must be list, not null"),
        ("arguments.0", "to Chad", 'an object was expected, not "to Chad"'),
        ("content.spans", [[1, "2"]], "'spans' must be a list of pairs of integers"),
        ("event.contexts", [1], "'contexts' must be a list of strings"),
        ("negated", 0, "'negated' must be bool, not 0"),
        ("certainty", "sure", "'certainty' must be one of certain, probable, possible, unknown, not 'sure'"),
        ("confidence", 1.5, "'confidence' must lie between 0 and 1, not 1.5"),
        ("confidence", float("nan"), "'confidence' must lie between 0 and 1, not nan"),
        ("confidence", False, "'confidence' must be float | int, not false"),
    ],
)
def test_a_malformed_record_is_an_error_that_names_the_key(path: str, value: Any, message: str) -> None:
    with pytest.raises(InputError) as caught:
        decode_statement(changed(path, value))
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("line", "message"), [("{", "a.jsonl:2: broken JSON"), ("[]", "a.jsonl:2: an object was expected, not []")]
)
def test_a_bad_line_is_named(line: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        list(load_lines(["\n", line], decode_statement, "a.jsonl"))
    assert str(caught.value).startswith(message)


def test_a_number_that_json_lacks_is_never_written() -> None:
    with pytest.raises(ValueError, match="JSON"):
        list(dump_lines([{"confidence": float("nan")}]))
