"""The user's own Turtle laid over the shipped ontology."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.errors import OntologyError
from kgraph.model.identifiers import ENTITY, ONTOLOGY
from kgraph.model.vocabulary import EntityEntry, PredicateType, Vocabulary
from kgraph.ontology import load
from tests.turtle import PREFIXES

SHIPPED = """
<https://w3id.org/kgraph/ontology> a owl:Ontology ; owl:versionInfo "1.0" .
kg:State a owl:Class ; rdfs:label "state"@en .
kg:Company a owl:Class ; rdfs:label "company"@en .
kg:ACCUSE a kg:EventType ; rdfs:label "accuse"@en .
kg:REJECT a kg:EventType ; rdfs:label "reject"@en .
kg:ACCUSE-allege a kg:EventMode ; rdfs:label "allege"@en ; skos:broader kg:ACCUSE ; skos:notation "allege" .
kg:relation a owl:ObjectProperty ; rdfs:label "relation"@en .
kg:eventType a owl:ObjectProperty, owl:FunctionalProperty ; rdfs:label "event type"@en .
kg:mode a owl:DatatypeProperty, owl:FunctionalProperty ; rdfs:label "mode"@en .
kg:verbTrigger a owl:AnnotationProperty ; rdfs:label "verb trigger"@en .
kg:name a owl:DatatypeProperty ; rdfs:label "name"@en .
kg:weakName a owl:DatatypeProperty ; rdfs:label "weak name"@en .
kg:blames a owl:ObjectProperty ; rdfs:label "blames"@en ; rdfs:subPropertyOf kg:relation ;
    kg:eventType kg:ACCUSE ; kg:mode "allege" ; kg:verbTrigger "blame", "slam" ; skos:example "A blamed B."@en .
kge:AAA a kg:State ; rdfs:label "Aland"@en ; kg:name "Aland", "Land of A" .
"""
REFUSES = """
kg:refuses a owl:ObjectProperty ; rdfs:label "refuses"@en ; rdfs:subPropertyOf kg:relation ;
    kg:eventType kg:REJECT ; skos:example "A slammed B."@en ; kg:verbTrigger """


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / "kgraph.ttl").write_text(PREFIXES + SHIPPED, "utf-8")
    return folder


def loaded(shipped: Path, **own: str) -> Vocabulary:
    """The vocabulary with files of the user's by name."""
    folder = shipped.parent / "own"
    folder.mkdir(exist_ok=True)
    for name, text in own.items():
        (folder / f"{name}.ttl").write_text(PREFIXES + text, "utf-8")
    return load(shipped, folder)


def predicate(vocabulary: Vocabulary, name: str) -> PredicateType:
    return next(each for each in vocabulary.predicates if each.iri == ONTOLOGY + name)


def entity(vocabulary: Vocabulary, iri: str) -> EntityEntry:
    return next(each for each in vocabulary.entities if each.iri == iri)


def test_a_new_predicate_adds_to_the_shipped_ones(shipped: Path) -> None:
    found = loaded(shipped, a=REFUSES + '"refuse" .')
    assert [each.label for each in found.predicates] == ["blames", "refuses"]
    assert predicate(found, "blames").verbs == ("blame", "slam")


def test_a_trigger_is_taken_from_the_shipped_predicate(shipped: Path) -> None:
    found = loaded(shipped, a=REFUSES + '"Slam" .')
    assert predicate(found, "refuses").verbs == ("Slam",)
    assert predicate(found, "blames").verbs == ("blame",)


def test_a_shipped_predicate_gets_one_more_trigger(shipped: Path) -> None:
    found = predicate(loaded(shipped, a='kg:blames kg:verbTrigger "fault" .'), "blames")
    assert found.verbs == ("blame", "fault", "slam")
    assert (found.event, found.mode, found.label) == ("ACCUSE", "allege", "blames")


def test_another_event_type_replaces_the_shipped_one_with_its_mode(shipped: Path) -> None:
    found = predicate(loaded(shipped, a="kg:blames kg:eventType kg:REJECT ."), "blames")
    assert (found.event, found.mode) == ("REJECT", None)


def test_a_shipped_entity_gets_a_name_and_another_label(shipped: Path) -> None:
    found = entity(loaded(shipped, a='kge:AAA rdfs:label "The Land" ; kg:name "A-land" .'), ENTITY + "AAA")
    assert found.label == "The Land"
    assert found.names == ("A-land", "Aland", "Land of A")


def test_a_strong_name_can_be_made_weak(shipped: Path) -> None:
    found = entity(loaded(shipped, a='kge:AAA kg:weakName "Aland" .'), ENTITY + "AAA")
    assert (found.names, found.weak_names) == (("Land of A",), ("Aland",))


def test_a_name_is_taken_from_the_shipped_entity_and_stays_weak_there(shipped: Path) -> None:
    own = '<https://example.org/aland> a kg:Company ; rdfs:label "Aland Ltd"@en ; kg:name "Aland" .'
    found = loaded(shipped, a=own)
    assert entity(found, "https://example.org/aland").names == ("Aland",)
    assert entity(found, ENTITY + "AAA").weak_names == ("Aland",)


def test_an_entity_can_be_of_another_class(shipped: Path) -> None:
    assert entity(loaded(shipped, a="kge:AAA a kg:Company ."), ENTITY + "AAA").type == "Company"


def test_two_of_the_users_own_predicates_may_not_share_a_trigger(shipped: Path) -> None:
    with pytest.raises(OntologyError, match=r"own\S+ <\S+#refuses> shares the trigger 'slam' \(verbs\) with <\S+rebu"):
        loaded(shipped, a=REFUSES + '"slam" .', b=REFUSES.replace("refuses", "rebuffs", 1) + '"slam" .')


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ("kge:B a kg:State ,, .", r"own/a\.ttl:7: not valid Turtle: "),
        ('kge:B a kg:Planet ; rdfs:label "B" .', r"own/a\.ttl: <\S+/B> is of the unknown class"),
        ('kge:AAA kg:nickname "A" .', r"own/a\.ttl: <\S+/AAA> uses <\S+#nickname>, which kgraph\.ttl does not declare"),
        ("kg:blames kg:eventType kg:SHOUT .", r"own/a\.ttl: <\S+#blames> has the unknown event type SHOUT"),
    ],
)
def test_an_error_names_the_users_file(shipped: Path, own: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message.replace("/a", r"\Wa")):
        loaded(shipped, a=own)


def test_a_folder_without_turtle_is_refused(shipped: Path) -> None:
    with pytest.raises(OntologyError, match="holds no Turtle file"):
        loaded(shipped)
    with pytest.raises(OntologyError, match="no such folder"):
        load(shipped, shipped / "missing")


def test_a_changed_file_is_read_again(shipped: Path) -> None:
    assert predicate(loaded(shipped, a='kg:blames kg:verbTrigger "fault" .'), "blames").verbs[1] == "fault"
    assert predicate(loaded(shipped, a='kg:blames kg:verbTrigger "chide" .'), "blames").verbs[1] == "chide"


def test_the_users_own_folder_is_told_from_a_shipped_file_of_the_same_words(shipped: Path) -> None:
    own = REFUSES + '"slam" .'
    assert predicate(loaded(shipped, a=own), "refuses").verbs == ("slam",)
    (shipped / "a.ttl").write_text(PREFIXES + own, "utf-8")
    with pytest.raises(OntologyError, match="shares the trigger"):
        load(shipped)
