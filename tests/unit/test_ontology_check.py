"""The check of an ontology: everything that is wrong, each in one line with its remedy."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kgraph.checking import failures
from kgraph.model.finding import Weight
from kgraph.model.identifiers import ONTOLOGY
from kgraph.model.vocabulary import PredicateType
from kgraph.ontology import shipped
from kgraph.ontology.check import Checked, check
from kgraph.ontology.load import sources_of
from kgraph.ontology.triggers import TriggerWords
from kgraph.pipeline import Pipeline
from tests.turtle import PREFIXES

REBUILDS = """
kg:rebuilds a owl:ObjectProperty ; rdfs:label "rebuilds"@en ; rdfs:subPropertyOf kg:relation ; kg:eventType kg:AID ;
    kg:recipientSlot "for" ; skos:definition "Builds again."@en ;
    skos:example "Japan rebuilt the port for Sri Lanka."@en ;
    kg:counterExample "The team rebuilt its confidence."@en """


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped ontology without its entities, which would take long."""
    folder = tmp_path_factory.mktemp("shipped")
    shutil.copy(shipped() / "kgraph.ttl", folder)
    shutil.copytree(shipped() / "events", folder / "events")
    return folder


@pytest.fixture
def checked(small: Path, tmp_path: Path) -> Callable[[str], Checked]:
    """Checks a file of the user's own."""

    def run(text: str) -> Checked:
        (tmp_path / "own.ttl").write_text(PREFIXES + text, "utf-8")
        words = TriggerWords(lambda verb: {"rebuilt": "rebuild"}.get(verb, verb), {"rebuilding"})
        return check(sources_of(small, tmp_path), words)

    return run


def test_good_files_are_good(checked: Callable[[str], Checked]) -> None:
    found = checked(REBUILDS + '; kg:verbTrigger "rebuild" ; kg:nounTrigger "rebuilding" .')
    assert found.findings == ()
    assert found.touched == {ONTOLOGY + "rebuilds"}
    assert found.vocabulary is not None


def test_a_plural_may_be_a_trigger_where_its_singular_is_none(checked: Callable[[str], Checked]) -> None:
    assert checked(REBUILDS + '; kg:verbTrigger "rebuild" ; kg:nounTrigger "rebuildings" .').findings == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("kge:x a kg:State ,, .", "own.ttl:7: not valid Turtle", id="syntax"),
        pytest.param('kge:x a kg:State ; kg:name "Xan" .', "an entity has one rdfs:label", id="label"),
        pytest.param(
            'kge:x a kg:State ; rdfs:label "X" ; kg:nick "x" .', "#nick>, which kgraph.ttl does not", id="nick"
        ),
        pytest.param('kge:x a kg:State ; rdfs:label "X" ; kg:kind "XXX" .', "has 'XXX'; kg:kind is IGO", id="kind"),
        pytest.param('kge:x a kg:Planet ; rdfs:label "X" .', "is of the unknown class", id="class"),
        pytest.param(
            "".join(f'kge:{key} a kg:State ; rdfs:label "{key}" ; kg:name "Xan" . ' for key in ("xa", "xb")),
            "shares the name 'Xan' with <https://w3id.org/kgraph/entity/xa>; make it a weak name of both",
            id="name",
        ),
        pytest.param(
            REBUILDS
            + '; kg:verbTrigger "rebuild" .'
            + REBUILDS.replace("rebuilds", "renews")
            + '; kg:verbTrigger "rebuild" .',
            "shares the verbTrigger 'rebuild' with",
            id="trigger",
        ),
        pytest.param(
            'kg:renews a owl:ObjectProperty ; rdfs:subPropertyOf kg:relation ; rdfs:label "x" ; kg:verbTrigger "nab" .',
            "a predicate has a kg:counterExample",
            id="examples",
        ),
    ],
)
def test_errors_are_told(checked: Callable[[str], Checked], tmp_path: Path, text: str, problem: str) -> None:
    found = [each for each in checked(text).findings if each.weight is Weight.ERROR]
    assert any(problem in str(each) for each in found), found
    assert all(str(each).startswith(str(tmp_path)) and "\n" not in str(each) for each in found)


def test_all_errors_are_told_at_once(checked: Callable[[str], Checked]) -> None:
    found = checked('kge:x a kg:State ; kg:kind "XXX" ; kg:nick "x" .')
    assert len(found.findings) >= 3


@pytest.mark.parametrize(
    ("triggers", "problem"),
    [
        (
            'kg:verbTrigger "rebuilt for" .',
            "has the verb trigger 'rebuilt for', whose verb is no lemma; write 'rebuild for'",
        ),
        ('kg:verbTrigger "rebuild up for", "rebuild for up" .', "goes before; remove one of the two"),
        ('kg:nounTrigger "big port rebuilding" .', "is too long to match"),
        ('kg:nounTrigger "frobbing" .', "whose noun makes no statement"),
        (".", "has no trigger, so nothing makes it"),
        (
            'kg:verbTrigger "criticize" .',
            "takes 'criticize' (verbTrigger) from <https://w3id.org/kgraph/ontology#criticizes>",
        ),
    ],
)
def test_what_is_in_vain_is_a_warning(checked: Callable[[str], Checked], triggers: str, problem: str) -> None:
    found = checked(f"{REBUILDS} ; {triggers}" if triggers != "." else REBUILDS + ".")
    assert any(problem in str(each) for each in found.findings), found.findings
    assert {each.weight for each in found.findings} == {Weight.WARNING}


def test_sentences_bear_their_predicate_out(pipeline: Pipeline) -> None:
    def told(examples: tuple[str, ...], counterexamples: tuple[str, ...] = ()) -> list[str]:
        made = PredicateType(
            ONTOLOGY + "criticizes", "criticizes", "ACCUSE", examples=examples, counterexamples=counterexamples
        )
        return [problem for _, problem in failures([made], pipeline)]

    assert told(("Russia criticized Norway.",), ("Norway sent tanks.",)) == []
    assert told(("Norway sent tanks.",)) == ["is not read out of its example 'Norway sent tanks.'"]
    assert told((), ("Russia criticized Norway.",)) == ["is read out of its counterexample 'Russia criticized Norway.'"]


def test_the_shipped_ontology_has_no_errors() -> None:
    found = check(sources_of(), TriggerWords(str, frozenset()))
    assert [str(each) for each in found.findings if each.weight is Weight.ERROR] == []
