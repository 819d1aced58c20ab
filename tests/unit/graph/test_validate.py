from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kgraph.errors import KGraphError
from kgraph.graph.merge import graph_of
from kgraph.graph.validate import validate
from kgraph.model.document import Span
from kgraph.model.entity import Entity
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import ENTITY
from kgraph.model.statement import Argument, Attribution, Statement
from tests.unit.graph.samples import ATTACK, CRITICIZED, ENTITIES, SENT, UKRAINE, mention, reading


def test_a_sound_graph_passes() -> None:
    validate(graph_of(reading()))
    validate(KnowledgeGraph())


def _with(statement: Statement) -> KnowledgeGraph:
    return graph_of(reading(statement))


def _entity(**changed: object) -> KnowledgeGraph:
    return graph_of(reading(SENT, entities=(*ENTITIES, replace(UKRAINE, **changed))))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "fault"),
    [
        (lambda: graph_of(reading(ATTACK)), "is attributed to the unknown statement"),
        (lambda: _with(replace(SENT, attributed_to=(Attribution(SENT.id, None),))), "is attributed to itself"),
        (lambda: graph_of(reading(SENT, entities=())), "mentions the unknown entity"),
        (lambda: _with(replace(SENT, id="https://example.org/a b")), "malformed IRI 'https://example.org/a b'"),
        (lambda: _with(replace(SENT, id="sent")), "malformed IRI 'sent'"),
        (lambda: _with(replace(SENT, predicate=replace(SENT.predicate, iri="urn:\ud800"))), "malformed IRI"),
        (lambda: _with(replace(SENT, predicate=replace(SENT.predicate, span=Span(500, 510)))), "outside its sentence"),
        (lambda: _with(replace(SENT, sentence=Span(0, 500))), "holds other words than its offsets tell"),
        (lambda: _with(replace(SENT, confidence=1.5)), "has confidence 1.5"),
        (lambda: _with(replace(SENT, confidence=float("nan"))), "has confidence nan"),
        (
            lambda: _with(replace(SENT, arguments=(Argument("to whom", "to", mention("Ukraine", UKRAINE)),))),
            "has the role 'to whom', which is no local name",
        ),
        (
            lambda: _with(replace(SENT, predicate=replace(SENT.predicate, iri="https://example.org/p/911"))),
            "has the predicate 'https://example.org/p/911', which does not end in a name",
        ),
        (lambda: _entity(iri=ENTITY + "b", same_as=("not an IRI",)), "has the malformed IRI 'not an IRI'"),
        (lambda: _entity(iri=ENTITY + "b", type="State of"), "has the class 'State of'"),
    ],
)
def test_a_fault_is_named(made: Callable[[], KnowledgeGraph], fault: str) -> None:
    with pytest.raises(KGraphError) as caught:
        validate(made())
    message = str(caught.value)
    assert message.startswith("the graph cannot be exported: ")
    assert fault in message
    assert len(message.splitlines()) == 1


def test_evidence_of_an_unknown_document_is_refused() -> None:
    with pytest.raises(KGraphError, match="comes from the unknown document"):
        validate(replace(graph_of(reading(CRITICIZED)), documents=()))


@pytest.mark.parametrize("order", [lambda entities: entities[::-1], lambda entities: entities + entities[-1:]])
def test_unsorted_and_doubled_records_are_refused(order: Callable[[tuple[Entity, ...]], tuple[Entity, ...]]) -> None:
    graph = graph_of(reading())
    with pytest.raises(KGraphError, match="its entities are not sorted by IRI or name one twice"):
        validate(replace(graph, entities=order(tuple(graph.entities))))
