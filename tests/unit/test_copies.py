"""What names every field of a record to copy it leaves none out, those to come included."""

from dataclasses import fields, replace
from typing import Any

from kgraph.model.entity import Entity
from kgraph.model.statement import Mention, Statement
from kgraph.resolve.outcome import Outcome

ENTITY = Entity("urn:x:norway", "Norway", "State")


def full(kind: Any) -> Any:
    """A record whose fields all have values of their own."""
    return kind(**{field.name: field.name for field in fields(kind)})


def test_a_statement_keeps_all_but_its_participants_and_holders() -> None:
    statement: Any = full(Statement)
    changed: Any = statement.told_of("a", "b", "c", "d", "e")
    assert changed == replace(statement, subject="a", object="b", arguments="c", place="d", attributed_to="e")


def test_a_statement_keeps_all_but_its_predicate_and_its_event() -> None:
    statement: Any = full(Statement)
    assert statement.coded("a", "b") == replace(statement, predicate="a", event="b")


def test_a_mention_keeps_all_but_what_it_means() -> None:
    mention = full(Mention)
    found = Outcome(entity=ENTITY, type="Nationality", rule="demonym", score=0.9, evidence=("demonym +0.75",))
    meant = {"entity": ENTITY.iri, "label": "Norway", "type": "Nationality", "rule": "resolve/demonym", "score": 0.9}
    assert found.put(mention) == replace(mention, **meant, evidence=("demonym +0.75",), candidates=())
