"""Which mentions are linked, to what, and which are left alone."""

from __future__ import annotations

import pytest

from kgraph.model.document import Document
from kgraph.model.entity import Entity
from kgraph.model.identifiers import ENTITY
from kgraph.model.statement import Mention, Resolution
from kgraph.pipeline import Pipeline
from tests.statements import DATE, read


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


@pytest.mark.parametrize(
    ("text", "label", "rule"),
    [
        ("Moscow criticized the plan.", "Russia", "resolve/capital for its state"),
        ("The Kremlin criticized the plan.", "Government of Russia", "resolve/seat for its government"),
        ("Russians criticized the plan.", "Russia", "resolve/people of a state"),
        ("President Macron criticized the plan.", "Emmanuel Macron", "resolve/title and surname"),
        ("The French president criticized the plan.", "Emmanuel Macron", "resolve/holder of the office on the day"),
        ("The German rebels criticized the plan.", "German rebels", "resolve/group by its owner"),
        ("Protesters in Kenya criticized the plan.", "Kenyan protesters", "resolve/group in its owner"),
        ("The police in Kenya criticized the plan.", "Kenyan police", "resolve/body in its owner"),
    ],
)
def test_the_rule_tells_the_inference(pipeline: Pipeline, text: str, label: str, rule: str) -> None:
    found = _subject(pipeline, text, "criticize")
    assert (found.label, found.rule) == (label, rule)
    assert found.score is not None
    assert found.score >= 0.6
    assert found.evidence


def test_an_ambiguous_mention_keeps_its_candidates(pipeline: Pipeline) -> None:
    reading = read(pipeline, "Brussels criticized the plan.")
    found = next(s.subject for s in reading.statements if s.subject is not None)
    assert (found.entity, found.resolution) == (None, Resolution.AMBIGUOUS)
    assert [iri.removeprefix(ENTITY) for iri in found.candidates] == ["BEL", "org-european-union"]
    assert set(found.candidates) <= {entity.iri for entity in reading.entities}


def test_an_office_is_asked_for_the_day_of_the_statement(pipeline: Pipeline) -> None:
    found = _subject(pipeline, "In March 2010, the French president criticized the plan.", "criticize")
    assert found.label == "Nicolas Sarkozy"


def test_an_office_without_a_day_is_nobodys(pipeline: Pipeline) -> None:
    (statement,) = read(pipeline, "The French president criticized the plan.", date=None).statements
    assert statement.subject is not None
    assert statement.subject.resolution is Resolution.AMBIGUOUS


@pytest.mark.parametrize(
    ("text", "country", "kind", "sector"),
    [
        ("Two Turkish police officers criticized the plan.", "TUR", None, "COP"),
        ("A group of Moroccan diplomats criticized the plan.", "MAR", None, "GOV"),
        ("Rebels in Darfur criticized the plan.", "SDN", None, "REB"),
        ("Kenyan opposition leaders criticized the plan.", "KEN", None, "OPP"),
        ("NATO officials criticized the plan.", None, "IGO", "MIL"),
        ("A French minister criticized the plan.", "FRA", None, "GOV"),
        ("British Judge Anna Weber criticized the plan.", "GBR", None, "JUD"),
        ("Former French President Nicolas Sarkozy criticized the plan.", "FRA", None, "ELI"),
        ("President Assad's forces criticized the plan.", "SYR", None, "MIL"),
        ("Ethnic Albanians in Serbia criticized the plan.", "SRB", None, "CVL"),
    ],
)
def test_who_acts_has_a_country_and_a_sector(
    pipeline: Pipeline, text: str, country: str | None, kind: str | None, sector: str
) -> None:
    entity = _entity(pipeline, text)
    assert (entity.country, entity.kind, entity.sector) == (country, kind, sector)


@pytest.mark.parametrize(
    "text", ["Officials criticized Russia.", "Russian-backed separatists criticized the plan.", "Leaders met in Kenya."]
)
def test_those_who_may_be_anybodys_get_no_state(pipeline: Pipeline, text: str) -> None:
    assert _entity(pipeline, text).country is None


def test_groups_are_the_same_in_every_document_and_one_of_many_is_not(pipeline: Pipeline) -> None:
    def of(document: str, text: str) -> str | None:
        reading = next(pipeline.read_all([Document(document, text, DATE)]))
        return next(s.subject.entity for s in reading.statements if s.subject)

    assert of("a", "Kenyan officials met.") == of("b", "Senior Kenyan officials met.") == ENTITY + "group-ken-officials"
    assert of("a", "A Kenyan official met the senators.") != of("b", "A Kenyan official met the senators.")


def test_a_title_told_once_holds_for_the_whole_document(pipeline: Pipeline) -> None:
    text = "Putin criticized the plan. The senators met President Vladimir Putin in May."
    assert _subject(pipeline, text, "criticize").label == "Vladimir Putin"


def _entity(pipeline: Pipeline, text: str) -> Entity:
    reading = read(pipeline, text)
    known = {entity.iri: entity for entity in reading.entities}
    subjects = [s.subject for s in reading.statements if s.subject and s.predicate.lemma in {"criticize", "meet"}]
    return known[subjects[0].entity or ""]
