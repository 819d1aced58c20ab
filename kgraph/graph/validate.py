"""Refuses a graph that no export should be made of.

Every exporter relies on what is checked here, so that none of them has to log
and drop, or to write what a client then rejects.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from pyoxigraph import NamedNode

from kgraph.errors import KGraphError
from kgraph.graph.nodes import all_mentions
from kgraph.graph.terms import ends_in_xml_name, is_local_name
from kgraph.model.document import Span
from kgraph.model.graph import Evidence, KnowledgeGraph
from kgraph.model.statement import Statement


def validate(graph: KnowledgeGraph) -> None:
    """Checks that links lead somewhere, IRIs and local names are well formed, offsets fit, and tuples are sorted.

    Raises:
        KGraphError: The first fault, with the record that has it.
    """
    for fault in _faults(graph):
        raise KGraphError(f"the graph cannot be exported: {fault}")


def _faults(graph: KnowledgeGraph) -> Iterator[str]:
    documents = [document.iri for document in graph.documents]
    entities = [entity.iri for entity in graph.entities]
    statements = [evidence.statement.id for evidence in graph.evidence]
    for kind, iris in (("documents", documents), ("entities", entities), ("statements", statements)):
        if any(first >= second for first, second in pairwise(iris)):
            yield f"its {kind} are not sorted by IRI or name one twice; build it with kgraph.graph.merge"
        yield from (f"one of its {kind} has {fault}" for fault in _iri_faults(iris))
    for entity in graph.entities:
        faults = (*_name_faults("class", [entity.type]), *_iri_faults(entity.same_as))
        yield from (f"entity {entity.iri} has {fault}" for fault in faults)
    known = _Known(documents, entities, statements)
    for evidence in graph.evidence:
        faults = (*_link_faults(evidence, known), *_part_faults(evidence.statement), *_word_faults(evidence))
        yield from (f"statement {evidence.statement.id} {fault}" for fault in faults)


class _Known:
    """The IRIs that links may lead to."""

    def __init__(self, documents: Iterable[str], entities: Iterable[str], statements: Iterable[str]) -> None:
        self.documents = frozenset(documents)
        self.entities = frozenset(entities)
        self.statements = frozenset(statements)


def _iri_faults(iris: Iterable[str]) -> Iterator[str]:
    for iri in iris:
        try:
            NamedNode(iri)
        except ValueError as error:  # a lone surrogate raises UnicodeEncodeError, which is one
            yield f"the malformed IRI {iri!r}: {error}"


@lru_cache(maxsize=2**12)  # a graph has many statements and few predicates
def _predicate_faults(iri: str) -> tuple[str, ...]:
    faults = tuple(_iri_faults([iri]))
    if ends_in_xml_name(iri):
        return faults
    return (*faults, f"the predicate {iri!r}, which does not end in a name, as RDF/XML asks for")


def _name_faults(kind: str, names: Iterable[str]) -> Iterator[str]:
    return (f"the {kind} {name!r}, which is no local name" for name in names if not is_local_name(name))


def _link_faults(evidence: Evidence, known: _Known) -> Iterator[str]:
    statement = evidence.statement
    if evidence.document not in known.documents:
        yield f"comes from the unknown document {evidence.document}"
    for link in statement.attributed_to:
        if link.statement == statement.id:
            yield "is attributed to itself"
        elif link.statement not in known.statements:
            yield f"is attributed to the unknown statement {link.statement}"
    for mention in all_mentions(statement):
        if mention.entity is not None and mention.entity not in known.entities:
            yield f"mentions the unknown entity {mention.entity}"


def _part_faults(statement: Statement) -> Iterator[str]:
    types = [mention.type for mention in all_mentions(statement) if mention.type is not None]
    faults = (
        *_predicate_faults(statement.predicate.iri),
        *_name_faults("class", types),
        *_name_faults("role", [argument.role for argument in statement.arguments]),
        *_name_faults("event type", [statement.event.type] if statement.event else []),
    )
    yield from (f"has {fault}" for fault in faults)
    if not 0 <= statement.confidence <= 1:
        yield f"has confidence {statement.confidence}, which is not between 0 and 1"


def _word_faults(evidence: Evidence) -> Iterator[str]:
    statement = evidence.statement
    spans = [statement.sentence, *(statement.content.spans if statement.content else ())]
    words = [evidence.sentence, *evidence.content]
    if [_length(span) for span in spans] != [len(each) for each in words]:
        yield "holds other words than its offsets tell"
    if not statement.sentence.holds(statement.predicate.span):
        yield "has its predicate outside its sentence"


def _length(span: Span) -> int:
    return span.end - span.start
