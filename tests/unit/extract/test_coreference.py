"""Which words take up which, by which rule, and where nobody is taken rather than somebody guessed."""

from __future__ import annotations

import pytest

from kgraph.model.statement import Mention, Reading
from kgraph.pipeline import Pipeline
from tests.statements import read


def _mention(reading: Reading, words: str) -> Mention:
    """The last mention of these words in a reading."""
    found = [mention for statement in reading.statements for mention in statement.mentions() if mention.text == words]
    assert found, f"no statement mentions {words!r}"
    return max(found, key=lambda mention: mention.span)


def _takes_up(pipeline: Pipeline, text: str, words: str) -> list[str]:
    return [span.of(text) for span in _mention(read(pipeline, text), words).antecedents]


def _about(pipeline: Pipeline, text: str, words: str) -> str | None:
    """The predicate's words of the statement that a mention takes up."""
    reading = read(pipeline, text)
    about = _mention(reading, words).about
    return next((s.predicate.text for s in reading.statements if s.id == about), None)


PERSONS = [
    ("Anna Weber met the senators. She criticized the decision.", "She", "Anna Weber"),
    ("Anna Weber met Otto Brandt. He criticized the decision.", "He", "Otto Brandt"),
    ("Otto Brandt told Anna Weber that she should resign.", "she", "Anna Weber"),
    ("Otto Brandt said he would resign.", "he", "Otto Brandt"),
    ("Mr. Brandt spoke first. He criticized the plan.", "He", "Brandt"),
    ("A spokeswoman confirmed the report. She gave no details.", "She", "A spokeswoman"),
    ("The mayor opened the bridge. He thanked the workers.", "He", "The mayor"),
    ("Anna Weber, the spokeswoman, arrived. She thanked the workers.", "She", "Anna Weber"),
    ('"The bridge is safe," Otto Brandt said. "I checked it," he added.', "he", "Otto Brandt"),
    ("Otto Brandt praised Karl Vogel. “He is honest,” Brandt said.", "He", "Karl Vogel"),
    ("In his speech, Otto Brandt praised the army. He thanked the farmers.", "He", "Otto Brandt"),
    ("Asked about the plan, Anna Weber said she was tired.", "she", "Anna Weber"),
]
NOBODY = [
    ("Otto Brandt met Karl Vogel. He left early.", "He"),
    ("Otto Brandt told Karl Vogel that he should resign.", "he"),
    ("Otto Brandt saw him in the park.", "him"),
    ("“He lied to us,” Otto Brandt said.", "He"),
    ("Mrs. Brandt met the senators. He criticized the decision.", "He"),
    ("Kelly Brandt, a spokeswoman for the army, arrived. He thanked the workers.", "He"),
    ("Otto Brandt met his brother. He left early.", "He"),
    ("He criticized the decision.", "He"),
]


@pytest.mark.parametrize(("text", "words", "person"), PERSONS)
def test_a_pronoun_takes_up_the_person_clearly_meant(pipeline: Pipeline, text: str, words: str, person: str) -> None:
    assert _takes_up(pipeline, text, words) == [person]


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_a_pronoun_that_may_mean_two_or_nobody_is_left_alone(pipeline: Pipeline, text: str, words: str) -> None:
    assert _takes_up(pipeline, text, words) == []


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        ("Washington announced it would send tents to Chad.", "it", "Washington"),
        ("Norway warned that it would close the port.", "it", "Norway"),
        ("Moscow said it had closed the border.", "it", "Moscow"),
        ("NATO met on Tuesday. It sends troops to Estonia.", "It", "NATO"),
        ("The European Union meets on Monday. It will send boats to Chad.", "It", "European Union"),
        ("Acme Corp. said they would hire workers.", "they", "Acme Corp."),
        ("Officials insist that they gave no order.", "they", "Officials"),
    ],
)
def test_a_pronoun_takes_up_the_body_that_speaks_or_acts(pipeline: Pipeline, text: str, words: str, body: str) -> None:
    assert _takes_up(pipeline, text, words) == [body]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway said it was raining in the north.", "it"),
        ("Russia said it is clear that the talks failed.", "it"),
        ("It is clear that the talks failed.", "It"),
        ("The plan failed because it cost too much.", "it"),
        ("Norway met Sweden in June. It criticized the plan.", "It"),
        ("The bank met on Monday. It will send boats.", "It"),
        ("The ministers asked for boats, saying they are needed.", "they"),
        ("Boats are cheap, farmers say. They want rain.", "They"),
    ],
)
def test_it_and_they_are_left_alone_where_they_may_mean_a_thing_or_nothing(
    pipeline: Pipeline, text: str, words: str
) -> None:
    assert _takes_up(pipeline, text, words) == []


@pytest.mark.parametrize(
    ("text", "words", "speaker", "rule"),
    [
        ("“I saw it,” Ingrid Olsen told reporters.", "I", "Ingrid Olsen", "first person/speaker"),
        ("Otto Brandt said: “You know me.”", "me", "Otto Brandt", "first person/speaker"),
        ("“We met them,” a Kremlin spokesman said.", "We", "Kremlin", "first person/side of the office"),
        (
            "“We will help Chad,” Norwegian Foreign Minister Ingrid Olsen said.",
            "We",
            "Norwegian",
            "first person/side of the office",
        ),
        (
            "“We want peace,” the U.S. ambassador to NATO told reporters.",
            "We",
            "U.S.",
            "first person/side of the office",
        ),
        (
            "“We closed the plant,” Acme Corp. President Otto Brandt told reporters.",
            "We",
            "Otto Brandt",
            "first person/speaker and others",
        ),
        ("“We want peace,” the ministry said.", "We", "the ministry", "first person/speakers"),
        ("“Here at NATO, we want peace,” Otto Brandt told reporters.", "we", "NATO", "first person/body spoken at"),
    ],
)
def test_the_first_person_is_the_speaker_or_his_side(
    pipeline: Pipeline, text: str, words: str, speaker: str, rule: str
) -> None:
    mention = _mention(read(pipeline, text), words)
    assert ([span.of(text) for span in mention.antecedents], mention.coreference) == ([speaker], rule)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I saw the boats in the park.", "I"),
        ("We saw the boats in the park.", "We"),
        ("Otto Brandt said: “You know me.”", "You"),
    ],
)
def test_the_first_person_of_nobody_quoted_is_left_alone(pipeline: Pipeline, text: str, words: str) -> None:
    assert _takes_up(pipeline, text, words) == []


NORWEGIAN = "Norwegian Defense Minister Ingrid Olsen met Swedish Defense Minister Karin Lund. "
PRESIDENT = "President Otto Brandt met the farmers. "
ROLES = [
    ("Norwegian Defense Minister Ingrid Olsen met the press. The minister left.", "The minister", "Ingrid Olsen"),
    (NORWEGIAN + "The Swedish minister left.", "The Swedish minister", "Karin Lund"),
    ("Mayor Otto Brandt met Governor Anna Weber. The governor left early.", "The governor", "Anna Weber"),
    ("Otto Brandt, a lawyer, met the mayor. The lawyer left early.", "The lawyer", "Otto Brandt"),
    ("Otto Brandt is a lawyer. The lawyer left early.", "The lawyer", "Otto Brandt"),
    (
        "Iranian President Hassan Karimi met the farmers. The president of Iran left.",
        "The president of Iran",
        "Hassan Karimi",
    ),
    (
        "Norwegian spokeswoman Anna Weber met the farmers. The Norwegian spokesperson left.",
        "The Norwegian spokesperson",
        "Anna Weber",
    ),
    ("The Foreign Ministry issued a note. The ministry criticized the plan.", "The ministry", "Foreign Ministry"),
    ("Norway joined NATO in 1949. The alliance has its seat in Brussels.", "The alliance", "NATO"),
    ("Acme Corp. opened a plant. The company hired workers.", "The company", "Acme Corp."),
    ("The Supreme Court met on Monday. The court rejected the plan.", "The court", "Supreme Court"),
]
NO_ROLES = [
    (NORWEGIAN + "The minister left.", "The minister"),
    (PRESIDENT + "The next president left.", "The next president"),
    (PRESIDENT + "The president of Chad left early.", "The president of Chad"),
    (PRESIDENT + "A president left early.", "A president"),
    ("Vice President Otto Brandt spoke. The president criticized the plan.", "The president"),
    ("Former President Otto Brandt spoke. The president criticized the plan.", "The president"),
    ("Russian Foreign Minister Ivan Petrov met the farmers. The U.S. minister left early.", "The U.S. minister"),
    ("The Supreme Court met the High Court on Monday. The court rejected the plan.", "The court"),
    ("Acme Corp. opened a plant near Borland Motors. The company hired workers.", "The company"),
    ("Acme Corp. is growing. The group will hire workers.", "The group"),
    ("The minister criticized the plan.", "The minister"),
]


@pytest.mark.parametrize(("text", "words", "meant"), ROLES)
def test_a_definite_description_takes_up_who_was_introduced_so(
    pipeline: Pipeline, text: str, words: str, meant: str
) -> None:
    assert _takes_up(pipeline, text, words) == [meant]


@pytest.mark.parametrize(("text", "words"), NO_ROLES)
def test_a_description_of_somebody_else_or_of_two_is_left_alone(pipeline: Pipeline, text: str, words: str) -> None:
    assert _takes_up(pipeline, text, words) == []


@pytest.mark.parametrize(
    ("text", "words", "meant", "rule"),
    [
        ("Anna Weber met the senators. Weber left early.", "Weber", "Anna Weber", "name/surname"),
        ("Otto Brandt met Anna Brandt. Ms. Brandt left early.", "Ms. Brandt", "Anna Brandt", "name/surname"),
        ("Anna Weber spoke. “Anna is right,” Karl Vogel said.", "Anna", "Anna Weber", "name/given name"),
        (
            "The European Commission met. The Commission will pay.",
            "The Commission",
            "European Commission",
            "name/short form",
        ),
        (
            "The North Atlantic Treaty Organization (NATO) met on Tuesday. NATO criticized the plan.",
            "NATO",
            "North Atlantic Treaty Organization",
            "name/acronym",
        ),
    ],
)
def test_a_short_name_takes_up_the_full_one(pipeline: Pipeline, text: str, words: str, meant: str, rule: str) -> None:
    mention = _mention(read(pipeline, text), words)
    assert ([span.of(text) for span in mention.antecedents], mention.coreference) == ([meant], rule)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna Weber met Otto Weber. Weber left early.", "Weber"),
        ("George H. Brandt met George W. Brandt. Brandt left early.", "Brandt"),
        ("Mr. Brandt met Anna Brandt. The senators left.", "Mr. Brandt"),
        ("The White House called Anna Weber. The House passed the bill.", "The House"),
    ],
)
def test_a_name_of_two_is_left_alone(pipeline: Pipeline, text: str, words: str) -> None:
    assert _takes_up(pipeline, text, words) == []


def test_the_bare_surname_stays_with_whom_it_was_first_used_for(pipeline: Pipeline) -> None:
    text = "Otto Brandt spoke on Monday. Brandt left early. His wife, Anna Brandt, stayed. Brandt slept."
    assert _takes_up(pipeline, text, "Brandt") == ["Otto Brandt"]


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        (
            "Norway and Sweden signed a treaty. The two countries will share the gas.",
            "The two countries",
            ["Norway", "Sweden"],
        ),
        ("Chad and Norway met on Monday. Both sides signed the treaty.", "Both sides", ["Chad", "Norway"]),
        ("Ivan Petrov and Otto Brandt met. Both men signed the treaty.", "Both men", ["Ivan Petrov", "Otto Brandt"]),
        ("Norway, Sweden and Chad signed a treaty. The two countries will share the gas.", "The two countries", []),
        ("Chad and Norway met on Monday. Both boats sank.", "Both boats", []),
        ("Ivan Petrov met Otto Brandt. Both men signed the treaty.", "Both men", []),
    ],
)
def test_two_are_taken_up_where_just_two_were_coordinated(
    pipeline: Pipeline, text: str, words: str, meant: list[str]
) -> None:
    assert _takes_up(pipeline, text, words) == meant


ENVOY = "The U.S. envoy to Geneva said Monday that the talks had failed.\n\n"


def test_an_official_is_named_a_paragraph_later(pipeline: Pipeline) -> None:
    text = ENVOY + "“We expected more,” Mark Hollis told reporters.\n\nThe U.S. ambassador to Geneva rejected the plan."
    reading = read(pipeline, text)
    assert {s.subject.label for s in reading.statements if s.predicate.lemma == "say" and s.subject} == {"Mark Hollis"}
    assert _takes_up(pipeline, text, "The U.S. ambassador to Geneva") == ["Mark Hollis"]
    (office,) = (s for s in reading.statements if s.predicate.lemma == "hold office")
    assert office.rule == "office/delayed identification"
    assert office.subject is not None
    assert office.object is not None
    assert (office.subject.text, office.object.text) == ("Mark Hollis", "envoy")
    assert [argument.filler.text for argument in office.arguments] == ["U.S.", "Geneva"]
    assert office.object.entity is None
    assert office.sentence.of(text).startswith("The U.S. envoy")


@pytest.mark.parametrize(
    "rest",
    [
        "“We expected more,” Mark Hollis, a farmer, told reporters.",
        "“We expected more,” Senator Mark Hollis told reporters.",
        "“We expected more,” Mark Hollis told reporters. “It hurts,” Lena Fisk told reporters.",
        "Mark Hollis told reporters that the talks had failed.",
        "The Swedish envoy said nothing.\n\n“We expected more,” Mark Hollis told reporters.",
        "The talks went on.\n\n“We expected more,” Mark Hollis told reporters.",
    ],
    ids=["described", "titled", "two candidates", "not quoted", "too far off, another official", "too far off"],
)
def test_an_official_is_not_identified_with_just_anybody(pipeline: Pipeline, rest: str) -> None:
    text = ENVOY + rest
    assert _takes_up(pipeline, text, "The U.S. envoy to Geneva") == []
    rules = {statement.rule for statement in read(pipeline, text).statements}
    assert "office/delayed identification" not in rules


@pytest.mark.parametrize(
    ("text", "words", "predicate"),
    [
        ("Rebels attacked the camp on Monday. Chad condemned the attack.", "the attack", "attacked"),
        ("Rebels shelled the town. The attack killed many.", "The attack", "shelled"),
        ("Norway announced a ban on fishing. Chad criticized the move.", "the move", "announced"),
        ("The court decided to free him. Chad welcomed the decision.", "the decision", "decided"),
        ("Norway refused to open the port. Chad criticized the refusal.", "the refusal", "refused"),
        ("Norway decided to close the port. Chad criticized the Norway decision.", "the Norway decision", "decided"),
        ("Norway decided to close it. Chad criticized the decision. Sweden welcomed the move.", "the move", "decided"),
    ],
)
def test_an_event_noun_takes_up_what_a_verb_told(pipeline: Pipeline, text: str, words: str, predicate: str) -> None:
    assert _about(pipeline, text, words) == predicate


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rebels attacked the camp on Monday. Chad criticized the decision.", "the decision"),
        ("Norway announced a ban. Chad rejected a ban. Sweden criticized the move.", "the move"),
        ("Norway proposed a treaty. Chad rejected the new proposal.", "the new proposal"),
        ("Norway proposed a treaty. Chad rejected a proposal.", "a proposal"),
        ("Norway decided to close the port. Chad criticized the U.S. decision.", "the U.S. decision"),
        ("Rebels attacked the camp. It rained. It snowed. It froze. Chad condemned the attack.", "the attack"),
    ],
)
def test_an_event_noun_that_may_mean_another_event_is_left_alone(pipeline: Pipeline, text: str, words: str) -> None:
    assert _about(pipeline, text, words) is None


def test_holders_take_up_what_the_subjects_of_their_statements_do(pipeline: Pipeline) -> None:
    text = "Anna Weber met the senators. “The bridge is safe,” she said."
    (statement,) = (s for s in read(pipeline, text).statements if s.predicate.lemma == "be")
    assert [link.source.label for link in statement.attributed_to if link.source] == ["Anna Weber"]


def test_every_antecedent_tells_its_rule(pipeline: Pipeline) -> None:
    for text, words, _ in [*PERSONS, *ROLES]:
        assert _mention(read(pipeline, text), words).coreference
