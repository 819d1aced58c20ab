import dataclasses

from kgraph.export.listing import LISTINGS, table
from kgraph.model.document import Document, Span
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
    Predicate,
    Reading,
    Statement,
    Time,
)

TEXT = "Envoy Ida Berg said\nthat Oslo may soon send tents to Chad\x1b[31m.\nShe left for Chad on Friday."
DOCUMENT = Document("a", TEXT)
FIRST, SECOND = Span(0, TEXT.index("\nShe")), Span(TEXT.index("She"), len(TEXT))


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def mention(words: str, label: str | None = None) -> Mention:
    return Mention(span(words), words, words, MentionKind.NOMINAL, label=label)


def predicate(words: str, lemma: str) -> Predicate:
    return Predicate(span(words), words, lemma, f"urn:x:{lemma}")


BERG = dataclasses.replace(mention("Envoy Ida Berg"), name=span("Ida Berg"))
CLAUSE = mention("that Oslo may soon send tents to Chad")
SAID = Statement(
    "urn:x:1",
    "a",
    FIRST,
    BERG,
    predicate("said", "say"),
    arguments=(Argument("complement", "that", CLAUSE),),
    content=Content((span("Oslo may soon send tents to Chad"),), quoted=False),
)
SEND = Statement(
    "urn:x:2",
    "a",
    FIRST,
    mention("Oslo", label="Government of Norway"),
    predicate("may soon send", "send"),
    mention("tents"),
    (Argument("recipient", "to", mention("Chad", label="Chad")),),
    factuality=Factuality(certainty=Certainty.POSSIBLE, future=True),
    attributed_to=(Attribution("urn:x:1", BERG),),
    event=Event("AID"),
    confidence=0.9,
)
OFFICE = Statement("urn:x:3", "a", FIRST, mention("Ida Berg"), predicate("Envoy", "hold office"), mention("Envoy"))
LEFT = Statement(
    "urn:x:4",
    "a",
    SECOND,
    mention("She", label="Ida Berg"),
    predicate("left", "leave"),
    arguments=(Argument("destination", "for", mention("Chad")),),
    time=Time(span("Friday"), "Friday", "2024-03-01"),
)
NOBODY = dataclasses.replace(LEFT, subject=None)


def reading(*statements: Statement) -> Reading:
    return Reading(DOCUMENT, ModelInfo("m", "1"), statements, (BERG,))


def row(statement: Statement, width: int = 200) -> list[str]:
    """The cells of a statement's one row in a table wide enough."""
    line = list(table(reading(statement), width))[4]
    return [cell.strip() for cell in line.split("  ") if cell.strip()]


def test_a_row_tells_who_what_whom_according_to_whom_and_how_surely() -> None:
    cells = ["Oslo (= Government of Norway)", "may soon send [AID]", "tents, to Chad", "Ida Berg", "not, future"]
    denied = dataclasses.replace(SEND, factuality=Factuality(negated=True, future=True))
    assert row(denied) == cells
    assert row(SEND) == [*cells[:-1], "possible,"]  # The next line has the rest.


def test_an_object_that_is_the_content_is_shown_once() -> None:
    wanted = dataclasses.replace(SEND, content=Content((span("tents"),), quoted=False), arguments=())
    assert row(wanted)[2] == "tents"


def test_a_row_tells_the_time_and_who_a_pronoun_is() -> None:
    assert row(LEFT) == ["She (= Ida Berg)", "left", "for Chad", "2024-03-01"]
    assert row(NOBODY)[0] == "–"


def test_a_row_gives_reported_words_once() -> None:
    assert row(SAID) == ["Envoy Ida Berg", "said", "Oslo may soon send tents to Chad"]
    quoted = dataclasses.replace(SAID, content=dataclasses.replace(SAID.content or Content((), True), quoted=True))
    assert row(quoted)[-1] == "“Oslo may soon send tents to Chad”"


def test_a_table_fits_its_width_and_holds_no_control_characters() -> None:
    escape = dataclasses.replace(SEND, object=dataclasses.replace(mention("tents"), text="\x1b[31mtents\u202e\t"))
    for width in (60, 100):
        lines = list(table(reading(SAID, escape, OFFICE, LEFT), width))
        assert all(line.endswith("\n") and line.removesuffix("\n").isprintable() for line in lines)
        assert max(len(line) - 1 for line in lines) <= width


def test_sentences_stand_apart() -> None:
    lines = list(table(reading(SAID, OFFICE, LEFT)))
    blank = [number for number, line in enumerate(lines) if line == "\n"]
    left = next(number for number, line in enumerate(lines) if "left" in line)
    assert left - 1 in blank
    assert lines[0] == "a: 3 statements, read by m 1\n"


def test_every_listing_renders_a_reading_with_nothing_in_it() -> None:
    empty = Reading(Document("a", "?"), ModelInfo("m", "1"), (), ())
    rendered = {name: "".join(listing.lines(empty)) for name, listing in LISTINGS.items()}
    assert rendered == {"table": "a: 0 statements, read by m 1\n\n", "jsonl": "", "mentions": "", "openie": ""}
