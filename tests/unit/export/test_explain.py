"""Each part of a statement with its words, its offsets and its rule, in a text that fits its width."""

import dataclasses

import pytest

from kgraph.export.explain import explain
from kgraph.model.document import Document, Span
from kgraph.model.identifiers import ONTOLOGY
from kgraph.model.parsed import ModelInfo
from kgraph.model.statement import (
    Argument,
    Attribution,
    Certainty,
    Content,
    Event,
    Factuality,
    Mention,
    MentionKind,
    Party,
    Predicate,
    Reading,
    Statement,
    Time,
)

TEXT = "Envoy Ida Berg said that Oslo\nmay send tents to Chad on Friday. Nobody objected\x1b[31m."
FIRST, SECOND = Span(0, TEXT.index(" Nobody")), Span(TEXT.index("Nobody"), len(TEXT))


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def mention(words: str) -> Mention:
    return Mention(span(words), words, words, MentionKind.NOMINAL)


BERG = dataclasses.replace(mention("Envoy Ida Berg"), name=span("Ida Berg"))
OSLO = dataclasses.replace(mention("Oslo"), entity="urn:x:NOR", label="Norway", type="State", rule="resolve/capital")
SAID = Statement(
    "urn:x:said",
    "a",
    FIRST,
    BERG,
    Predicate(span("said"), "said", "say", "urn:x:say"),
    content=Content((span("Oslo\nmay send tents to Chad on Friday"),), quoted=False),
    rule="clause/own subject",
)
SEND = Statement(
    "urn:x:send",
    "a",
    FIRST,
    OSLO,
    Predicate(span("may send"), "may send", "send", ONTOLOGY + "sends"),
    mention("tents"),
    (Argument("recipient", "to", mention("Chad")),),
    factuality=Factuality(certainty=Certainty.POSSIBLE, future=True),
    attributed_to=(Attribution("urn:x:said", BERG),),
    time=Time(span("Friday"), "Friday", "2024-03-01"),
    event=Event("AID", cameo="073", actors=(Party(OSLO, country="NOR"),), recipients=(Party(mention("Chad")),)),
    confidence=0.9,
    rule="clause/own subject",
)
OBJECT = Statement(
    "urn:x:object",
    "a",
    SECOND,
    mention("Nobody"),
    Predicate(span("objected"), "objected", "object", "urn:x:object"),
    factuality=Factuality(negated=True),
)


def explained(*statements: Statement, width: int = 100) -> str:
    return "".join(explain(Reading(Document("a", TEXT), ModelInfo("m", "1"), statements, ()), width))


@pytest.mark.parametrize(
    "line",
    [
        "[0:63] Envoy Ida Berg said that Oslo may send tents to Chad on Friday.",
        "  2. Oslo | send | tents",
        "    rule         clause/own subject, confidence 0.90",
        "    predicate    [30:38] may send, lemma 'send', kg:sends",
        "    subject      [25:29] Oslo = Norway (State), by resolve/capital",
        "    object       [39:44] tents, a nominal not linked",
        "    recipient    [48:52] Chad, a nominal not linked, marked by 'to'",
        "    time         [56:62] Friday = 2024-03-01",
        "    factuality   possible, future",
        "    said by      Ida Berg (statement 1)",
        "    event        AID, CAMEO 073",
        "      actor      Oslo: NOR",
        "      recipient  Chad: no code",
        "    id           urn:x:send",
        "    content      not quoted: [25:62] Oslo may send tents to Chad on Friday",
        "    predicate    [15:19] said, lemma 'say', unknown to the ontology",
        "    said by      the writer",
        "    factuality   a plain fact for its holder",
        "    factuality   not",
    ],
)
def test_a_part_is_explained(line: str) -> None:
    assert line in explained(SAID, SEND, OBJECT).splitlines()


def test_the_nearest_holder_comes_first() -> None:
    third = dataclasses.replace(
        OBJECT, attributed_to=(Attribution("urn:x:said", BERG), Attribution("urn:x:send", OSLO))
    )
    assert "said by      Norway (statement 2), so says Ida Berg (statement 1)" in explained(SAID, SEND, third)


def test_what_words_take_up_is_told() -> None:
    she = dataclasses.replace(mention("Nobody"), antecedents=(span("Ida Berg"),), coreference="pronoun/gender")
    it = dataclasses.replace(mention("objected"), about="urn:x:send", coreference="event/noun")
    lines = explained(SEND, dataclasses.replace(OBJECT, subject=she, object=it)).splitlines()
    assert "    subject      [64:70] Nobody, taking up [6:14] Ida Berg by pronoun/gender, a nominal not linked" in lines
    assert "    object       [71:79] objected, taking up statement 1 by event/noun, a nominal not linked" in lines


def test_what_is_missing_is_left_out() -> None:
    lines = explained(OBJECT)
    assert "  1. Nobody | object | –" in lines
    assert not {"object", "event", "time", "content", "place"} & {line[:16].strip() for line in lines.splitlines()}


@pytest.mark.parametrize("width", [40, 60, 100])
def test_it_keeps_within_its_width_and_holds_no_control_characters(width: int) -> None:
    for line in explained(SAID, SEND, OBJECT, width=width).split("\n"):
        assert line.isprintable()
        assert len(line) <= width


def test_a_reading_with_nothing_in_it() -> None:
    assert explained() == "a: 0 statements, read by m 1\n\n"
