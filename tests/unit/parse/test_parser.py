"""What the parser makes of texts as they come: offsets, headlines, long sentences, long documents."""

from __future__ import annotations

import datetime

import pytest

from kgraph.errors import ModelError
from kgraph.model.document import Document
from kgraph.model.parsed import ParsedDocument, Sentence, Token
from kgraph.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def parse(parser: Parser, text: str) -> ParsedDocument:
    return next(parser.parse([Document("x", text, datetime.date(2022, 6, 1))]))


def tokens(parsed: ParsedDocument) -> list[Token]:
    return [token for sentence in parsed.sentences for token in sentence.tokens]


def words(parsed: ParsedDocument) -> list[str]:
    return [token.text for token in tokens(parsed)]


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\u200b", "By Ida Berg", "* * *"])
def test_empty_texts_have_no_verbs(parser: Parser, text: str) -> None:
    assert not [token for token in tokens(parse(parser, text)) if token.pos == "VERB"]


ODD = [
    "The govern\u00adment fell.",
    "Prime\u00a0Minister Olsen left\u200b Oslo.",
    "Zu\u0308rich and Bogota\u0301 voted.",
    "\u200fChad\u200e sent tents 👍🏽 to Mali.",
    "Chadâ€™s army fled the â€œcampâ€\u009d.",
    "Norway’s ‘plan’ — he said — failed…",
    "Spain\r\nsent tents.",
]


@pytest.mark.parametrize("text", ODD)
def test_tokens_slice_back_from_odd_texts(parser: Parser, text: str) -> None:
    parsed = parse(parser, text)
    assert all(token.text == text[token.start : token.end] for token in tokens(parsed))
    starts = [token.start for token in tokens(parsed)]
    assert starts == sorted(starts)


def test_odd_characters_do_not_disturb_words(parser: Parser) -> None:
    parsed = parse(parser, "The govern\u00adment of Chadâ€™s neighbour fell.")
    found = {token.lower: token.text for token in tokens(parsed)}
    assert found["government"] == "govern\u00adment"
    assert found["'s"] == "â€™s"


HEADLINED = "Spain Sends Tents to Chad After Coup\n\nSpain has sent tents to Chad. The coup in Chad failed on Friday."


def test_headlines_are_read_with_the_capitals_of_the_text(parser: Parser) -> None:
    first = parse(parser, HEADLINED).sentences[0]
    assert first.span.of(HEADLINED) == "Spain Sends Tents to Chad After Coup"
    verb = next(token for token in first.tokens if token.text == "Sends")
    assert (verb.lemma, verb.pos, first.tokens[0].dep) == ("send", "VERB", "nsubj")
    assert {token.text for token in first.tokens if token.pos == "PROPN"} == {"Spain", "Chad"}


def test_headlines_in_capitals(parser: Parser) -> None:
    text = HEADLINED.replace("Spain Sends Tents to Chad After Coup", "SPAIN SENDS TENTS TO CHAD AFTER COUP")
    first = parse(parser, text).sentences[0]
    assert [token.text for token in first.tokens if token.pos == "PROPN"] == ["SPAIN", "CHAD"]
    assert [token.lemma for token in first.tokens if token.pos == "VERB"] == ["send"]


def test_capitals_stay_where_no_running_text_tells_of_them(parser: Parser) -> None:
    parsed = parse(parser, "Spain Sends Tents to Chad After Coup")
    assert words(parsed)[1] == "Sends"


def test_sentences_are_bounded(parser: Parser) -> None:
    parsed = parse(parser, "tents and carts and " * 1300)
    assert len(tokens(parsed)) == 5200
    assert max(len(sentence.tokens) for sentence in parsed.sentences) <= 250
    for sentence in parsed.sentences:
        assert [token.i for token in sentence.tokens] == list(range(len(sentence.tokens)))
        assert all(0 <= token.head < len(sentence.tokens) for token in sentence.tokens)
        assert all(_has_root(sentence, token) for token in sentence.tokens)


def _has_root(sentence: Sentence, token: Token) -> bool:
    top = [token, *sentence.ancestors(token)][-1]
    return top.head == top.i


def test_documents_are_read_in_order_whatever_their_size(parser: Parser) -> None:
    documents = [Document(str(i), "Chad sent tents to Mali. " * size) for i, size in enumerate((1, 6000, 0, 2))]
    parsed = list(parser.parse(documents))
    assert [each.document.id for each in parsed] == ["0", "1", "2", "3"]
    assert [len(each.sentences) for each in parsed] == [1, 6000, 0, 2]


def test_a_document_parses_the_same_alone_and_among_others(parser: Parser) -> None:
    documents = [Document("a", HEADLINED), Document("b", "Mali left.\n\nBy Ida Berg\n\n“We left,” Olsen said.")]
    alone = [next(parser.parse([document])) for document in documents]
    assert list(parser.parse(documents)) == alone


def test_words_that_were_forgotten_are_learnt_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [
        Document(str(number), f"Zorbia number {number} left. The Frobnians met Ksh{number}.") for number in range(6)
    ]
    expected = list(Parser().parse(documents))
    monkeypatch.setattr("kgraph.parse.parser._ZONE_CHARACTERS", 50)
    forgetful = Parser()
    assert [parsed for document in documents for parsed in forgetful.parse([document])] == expected


def test_one_sentence_per_line() -> None:
    parser = Parser(one_sentence_per_line=True)
    text = "Spain left. Chad stayed\nMali Votes Again On Friday"
    assert [s.span.of(text) for s in parse(parser, text).sentences] == text.split("\n")


def test_a_missing_model_is_named_with_the_remedy() -> None:
    with pytest.raises(ModelError, match="no_such_model is not installed; install it with: python -m spacy download"):
        Parser("no_such_model")
