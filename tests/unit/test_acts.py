"""The acts of the shipped ontology: event types, modes, contexts, word classes and predicates."""

from __future__ import annotations

import re

import pytest

from kgraph.model.identifiers import ONTOLOGY
from kgraph.model.vocabulary import PredicateType, Vocabulary


def predicate(vocabulary: Vocabulary, name: str) -> PredicateType:
    return next(each for each in vocabulary.predicates if each.iri == ONTOLOGY + name)


def test_the_sixteen_event_types(vocabulary: Vocabulary) -> None:
    assert " ".join(sorted(vocabulary.event_types)) == (
        "ACCUSE AGREE AID ASSAULT COERCE CONCEDE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST RETREAT SANCTION "
        "SUPPORT THREATEN"
    )
    fields: dict[str | None, set[str]] = {}
    for each in vocabulary.event_types.values():
        fields.setdefault(each.quad_class, set()).add(each.name)
    assert fields == {
        "VerbalCooperation": {"AGREE", "CONSULT", "CONCEDE", "SUPPORT"},
        "MaterialCooperation": {"AID", "COOPERATE", "RETREAT"},
        "VerbalConflict": {"ACCUSE", "REJECT", "REQUEST", "THREATEN"},
        "MaterialConflict": {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"},
    }
    assert all(each.definition for each in vocabulary.event_types.values())


@pytest.mark.parametrize(
    ("trigger", "name", "event", "mode"),
    [
        ("criticize", "criticizes", "ACCUSE", "disapprove"),
        ("accuse", "accuses", "ACCUSE", "disapprove"),
        ("call provocation", "brands", "ACCUSE", "disapprove"),
        ("rule out", "rulesOut", "REJECT", None),
        ("ask for", "asksFor", "REQUEST", None),
        ("defend", "defends", "SUPPORT", None),
        ("visit", "visits", "CONSULT", "visit"),
        ("send", "sends", "AID", None),
        ("promise", "promises", "AGREE", None),
        ("impose sanction", "sanctions", "COERCE", "restrict"),
        ("blockade", "blockades", "COERCE", "restrict"),
        ("shell", "shells", "ASSAULT", "heavy-weapons"),
        ("demonstrate", "protests", "PROTEST", "demo-spon"),
        ("warn", "warns", "THREATEN", None),
        ("mobilize", "deploys", "MOBILIZE", "troops"),
        ("free", "frees", "RETREAT", "release"),
        ("back down", "yields", "CONCEDE", None),
        ("cooperate with", "cooperates", "COOPERATE", None),
    ],
)
def test_triggers_of_acts(vocabulary: Vocabulary, trigger: str, name: str, event: str, mode: str | None) -> None:
    found = predicate(vocabulary, name)
    assert trigger in found.verbs
    assert (found.event, found.mode) == (event, mode)


@pytest.mark.parametrize("verb", ["be", "become", "believe", "call", "have", "help", "say", "tell", "want", "announce"])
def test_everyday_verbs_are_no_acts(vocabulary: Vocabulary, verb: str) -> None:
    (found,) = [each for each in vocabulary.predicates if verb in each.verbs]
    assert found.event is None


def test_every_event_type_has_predicates_with_verbs_and_nouns(vocabulary: Vocabulary) -> None:
    for name in vocabulary.event_types:
        coded = [each for each in vocabulary.predicates if each.event == name]
        assert len(coded) >= 5, name
        assert any(each.verbs for each in coded)
        assert any(each.nouns for each in coded)


def test_predicates_are_explained(vocabulary: Vocabulary) -> None:
    assert len(vocabulary.predicates) >= 150
    assert sum(len(each.verbs) + len(each.nouns) for each in vocabulary.predicates) >= 600
    for each in vocabulary.predicates:
        assert each.verbs, each.iri
        assert each.examples, each.iri
        assert each.counterexamples, each.iri
        assert each.event is not None or not (each.mode or each.cameo or each.contexts or each.recipients), each.iri


def test_triggers_are_lower_case_words(vocabulary: Vocabulary) -> None:
    for each in vocabulary.predicates:
        for trigger in (*each.verbs, *each.nouns):
            for word in trigger.split():
                assert re.fullmatch(r"[a-zé]+(-[a-z]+)*|<[a-z]+>|\*", word), trigger


def test_word_classes_are_known_and_used(vocabulary: Vocabulary) -> None:
    used = {word[1:-1] for each in vocabulary.predicates for trigger in each.verbs for word in trigger.split()}
    assert {"weapon", "sanction", "troop", "demand"} <= used
    assert all(vocabulary.word_classes.values())


def test_triggers_are_a_reporters_vocabulary(vocabulary: Vocabulary) -> None:
    assert sum(len(each.verbs) + len(each.nouns) for each in vocabulary.predicates) >= 5000


def test_event_types_tell_what_a_mood_makes_of_them(vocabulary: Vocabulary) -> None:
    types = vocabulary.event_types
    assert (types["AID"].planned_as, types["AID"].refused_as) == ("AGREE", "REJECT")
    assert (types["ASSAULT"].planned_as, types["ASSAULT"].refused_as) == ("THREATEN", None)
    assert types["CONSULT"].reciprocal
    assert types["SANCTION"].directed


def test_auxiliary_contexts_are_known(vocabulary: Vocabulary) -> None:
    assert {"future", "historical", "hypothetical", "negation"} <= {each.name for each in vocabulary.contexts}
