"""Which mentions are linked, to what, and which are left alone."""

from __future__ import annotations

import pytest

from kgraph.model.statement import Mention
from kgraph.pipeline import Pipeline
from tests.statements import read


def _subject(pipeline: Pipeline, text: str, lemma: str) -> Mention:
    found = [s.subject for s in read(pipeline, text).statements if s.predicate.lemma == lemma and s.subject]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Russia criticized the decision.", "Russia"),
        ("The United States criticized the decision.", "United States"),
        ("Moscow criticized the decision.", "Russia"),
        ("Washington criticized the decision.", "United States"),
        ("The U.K. criticized the decision.", "United Kingdom"),
        ("German Chancellor Anna Weber criticized the decision.", "Anna Weber"),
    ],
)
def test_actor_is_linked(pipeline: Pipeline, text: str, label: str) -> None:
    assert _subject(pipeline, text, "criticize").label == label


def test_surname_after_full_name_is_the_same_person(pipeline: Pipeline) -> None:
    text = "Anna Weber met the senators. Weber criticized the decision."
    assert _subject(pipeline, text, "criticize").entity == _subject(pipeline, text, "meet").entity


def test_bare_surnames_of_two_documents_are_two_persons(pipeline: Pipeline) -> None:
    first = _subject(pipeline, "Mr. Weber criticized the decision.", "criticize")
    assert first.type == "Person"
    assert first.entity is not None
    assert "weber-" in first.entity


def test_capital_as_a_place_is_not_its_state(pipeline: Pipeline) -> None:
    statement = read(pipeline, "The leaders met in Moscow.").statements[0]
    assert statement.place is not None
    assert statement.place.type == "City"


@pytest.mark.parametrize("text", ["The minister criticized the decision.", "He criticized the decision."])
def test_descriptions_and_pronouns_are_not_guessed(pipeline: Pipeline, text: str) -> None:
    assert _subject(pipeline, text, "criticize").entity is None


@pytest.mark.parametrize(
    ("text", "label", "rule"),
    [
        ("Anna Weber met the senators. She criticized the plan.", "Anna Weber", "resolve/pronoun/only person"),
        ("Mayor Anna Weber met the senators. The mayor criticized the plan.", "Anna Weber", "resolve/role/person"),
        ("Washington announced that it criticized the plan.", "United States", "resolve/pronoun/subject above"),
        (
            "“We criticized the plan,” Norwegian Foreign Minister Ingrid Olsen said.",
            "Norway",
            "resolve/first person/side of the office",
        ),
    ],
)
def test_words_get_the_entity_of_what_they_take_up(pipeline: Pipeline, text: str, label: str, rule: str) -> None:
    found = _subject(pipeline, text, "criticize")
    assert (found.label, found.rule) == (label, rule)


def test_the_side_of_an_office_is_a_state_not_its_people(pipeline: Pipeline) -> None:
    text = "“We criticized the plan,” Norwegian Foreign Minister Ingrid Olsen said."
    assert _subject(pipeline, text, "criticize").type == "State"


def test_what_takes_up_two_or_a_mere_description_stays_unlinked(pipeline: Pipeline) -> None:
    two = _subject(pipeline, "Norway and Sweden met. Both countries criticized the plan.", "criticize")
    assert len(two.antecedents) == 2
    assert two.entity is None
    someone = _subject(pipeline, "A spokeswoman met the press. She criticized the plan.", "criticize")
    assert len(someone.antecedents) == 1
    assert someone.entity is None


def test_an_office_is_not_its_holder(pipeline: Pipeline) -> None:
    statements = read(pipeline, "Jens Olsen, the Norwegian defense minister, resigned.").statements
    (office,) = (s.object for s in statements if s.predicate.lemma == "hold office" and s.object)
    assert office.entity is None


def test_the_names_used_for_a_person_are_kept(pipeline: Pipeline) -> None:
    entities = read(pipeline, "Anna Weber met the senators. Weber criticized the plan.").entities
    assert [entity.names for entity in entities if entity.label == "Anna Weber"] == [("Weber",)]


def test_the_body_of_an_office_is_linked_by_its_demonym(pipeline: Pipeline) -> None:
    statements = read(pipeline, "Jens Olsen, the Norwegian defense minister, resigned.").statements
    bodies = [a.filler.label for s in statements if s.predicate.lemma == "hold office" for a in s.arguments]
    assert bodies == ["Norway"]


def test_every_link_is_among_the_entities(pipeline: Pipeline) -> None:
    reading = read(pipeline, "Anna Weber told Moscow and Kyiv that Poland will send tanks to Ukraine, in Geneva.")
    known = {entity.iri for entity in reading.entities}
    linked = {m.entity for s in reading.statements for m in s.mentions() if m.entity}
    assert linked
    assert linked <= known
