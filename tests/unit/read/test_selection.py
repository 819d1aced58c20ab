import datetime
from dataclasses import replace

import pytest

from kgraph.model.document import Document
from kgraph.read.language import foreign
from kgraph.read.selection import Selection

ENGLISH = Document(
    "a", "Russia criticized the decision of Norway on Wednesday and said that it would answer in its own way soon."
)
TEXTS = {
    "fr": "Le ministre des Affaires étrangères a déclaré mercredi que la France enverrait des tentes au Tchad demain.",
    "de": "Der norwegische Außenminister sagte am Mittwoch in Oslo, das Land werde dem Tschad weitere Zelte schicken.",
    "es": "El ministro de Asuntos Exteriores dijo el miércoles que España enviará más tiendas de campaña al Chad.",
    "ru": "Министр иностранных дел Норвегии заявил в среду, что страна направит в Чад новые палатки и продовольствие.",
    "ar": "قال وزير الخارجية النرويجي يوم الأربعاء إن بلاده سترسل مزيدا من الخيام إلى تشاد خلال الأيام المقبلة.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_other_languages_are_told_apart(language: str) -> None:
    assert foreign(TEXTS[language]) == language
    assert foreign(TEXTS[language].replace(" ", "\n")) == language


@pytest.mark.parametrize("language", TEXTS)
def test_an_english_quotation_makes_no_english_text(language: str) -> None:
    assert foreign(f"{TEXTS[language]} “That was the plan.” {TEXTS[language]}") == language


def test_nobody_is_asked_of_plain_english(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError

    monkeypatch.setattr("kgraph.read.language._detector", refuse)
    assert foreign(f"The minister said that {ENGLISH.text}") is None
    with pytest.raises(AssertionError):
        foreign(TEXTS["fr"])


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH.text,
        ENGLISH.text.upper(),
        "Taoiseach Micheál Martin and Sinn Féin's Mary Lou McDonald met Fine Gael's Leo Varadkar in the Dún Laoghaire.",
        "Jokowi, Prabowo and Gibran met at the Istana Merdeka, Jakarta, to talk of the budget, Kompas reports.",
        "Bonjour, tout le monde",
        "2022-06-01 " * 20,
        "",
    ],
)
def test_english_and_what_cannot_be_told_is_read(text: str) -> None:
    assert foreign(text) is None


def test_other_languages_are_set_aside_and_counted() -> None:
    selection = Selection()
    given = [ENGLISH, Document("d", TEXTS["de"]), *(Document(f"f{n}", TEXTS["fr"]) for n in range(2))]
    assert [document for document in given if selection.takes(document)] == [ENGLISH]
    assert list(selection.told()) == [
        "documents set aside as not in English: 3 (fr 2, de 1); read them with --any-language"
    ]
    every = Selection(any_language=True)
    assert all(map(every.takes, given))
    assert list(every.told()) == []


def test_a_document_is_taken_once_unless_something_else_is_known_of_it() -> None:
    selection = Selection()
    dated = replace(ENGLISH, date=datetime.date(2022, 6, 1))
    given = [ENGLISH, ENGLISH, dated, replace(ENGLISH, id="b"), dated]
    assert [selection.takes(document) for document in given] == [True, False, True, True, False]
    assert list(selection.told()) == ["documents given more than once and read once: 2"]
