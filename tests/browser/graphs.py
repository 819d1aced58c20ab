"""Graphs for the pages that a browser opens: one made of two sentences, one hostile, one large."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from kgraph.graph.merge import merge
from kgraph.model.document import Span
from kgraph.model.entity import Entity
from kgraph.model.graph import DocumentNode, Evidence, KnowledgeGraph
from kgraph.model.identifiers import DOCUMENT, ENTITY, ONTOLOGY, STATEMENT, digest
from kgraph.model.parsed import ModelInfo
from kgraph.model.statement import (
    Attribution,
    Event,
    Factuality,
    Mention,
    MentionKind,
    Modality,
    Party,
    Predicate,
    Statement,
)

MODEL = ModelInfo("en_test", "1.0")
RUSSIA = Entity(ENTITY + "RUS", "Russia", "State", (), "RUS")
POLAND = Entity(ENTITY + "POL", "Poland", "State", ("Republic of Poland",), "POL")
LAVROV = Entity(ENTITY + "lavrov", "Sergey Lavrov", "Person", (), "RUS")
ENTITIES = (RUSSIA, POLAND, LAVROV)
QUADS = {
    "ACCUSE": "VerbalConflict",
    "AID": "MaterialCooperation",
    "CONSULT": "VerbalCooperation",
    "ASSAULT": "MaterialConflict",
}


def document(name: str, date: str, **known: str) -> DocumentNode:
    return DocumentNode(DOCUMENT + digest(name), name, MODEL, datetime.date.fromisoformat(date), **known)


def mention(sentence: str, words: str, entity: Entity) -> Mention:
    start = sentence.index(words)
    return Mention(
        Span(start, start + len(words)),
        words,
        words,
        MentionKind.NAME,
        entity=entity.iri,
        label=entity.label,
        type=entity.type,
    )


def said(  # noqa: PLR0917 - in the order of the words
    paper: DocumentNode,
    sentence: str,
    who: tuple[str, Entity],
    verb: str,
    whom: tuple[str, Entity],
    event: str | None = None,
    factuality: Factuality = Factuality(),  # noqa: B008 - immutable
    voices: Sequence[Attribution] = (),
) -> Evidence:
    """A statement whose words stand in a sentence that is all of its document."""
    subject, thing = mention(sentence, *who), mention(sentence, *whom)
    start = sentence.index(verb)
    act = event and Event(event, actors=(Party(subject),), recipients=(Party(thing),), quad_class=QUADS[event])
    statement = Statement(
        id=STATEMENT + digest(paper.id, start, verb, sentence),
        document=paper.id,
        sentence=Span(0, len(sentence)),
        subject=subject,
        predicate=Predicate(Span(start, start + len(verb)), verb, verb, ONTOLOGY + verb),
        object=thing,
        event=act or None,
        factuality=factuality,
        attributed_to=tuple(voices),
    )
    return Evidence(statement, paper.iri, sentence)


def graph(papers: Sequence[DocumentNode], evidence: Sequence[Evidence], entities: Sequence[Entity]) -> KnowledgeGraph:
    return merge([KnowledgeGraph(tuple(papers), tuple(entities), tuple(evidence))])


def pair() -> KnowledgeGraph:
    """Three statements of one actor on another in two papers; the third is a plan that somebody tells of."""
    herald = document("a", "2022-06-01", title="First", url="https://example.org/a", source="The Herald")
    gazette = document("b", "2022-06-20", title="Second", url="javascript:alert(1)", source="The Gazette")
    words = "Russia will assault Poland, 🦊 Sergey Lavrov said."
    voice = Attribution(STATEMENT + "x", mention(words, "Sergey Lavrov", LAVROV))
    plan = Factuality(future=True, modality=Modality.PLANNED)
    sides = ("Russia", RUSSIA), ("Poland", POLAND)
    return graph(
        [herald, gazette],
        [
            said(herald, "🦊 Russia accused Poland.", sides[0], "accused", sides[1], "ACCUSE"),
            said(herald, "In fact Russia aided Poland.", sides[0], "aided", sides[1], "AID"),
            said(gazette, words, sides[0], "assault", sides[1], "ASSAULT", plan, [voice]),
        ],
        ENTITIES,
    )


HOSTILE = """</script><script>window.hacked = 1</script>"><img src=x onerror="window.hacked = 2"><!--<script>"""


def hostile() -> KnowledgeGraph:
    """Markup in every text that a document brings, and a half of a surrogate pair."""
    evil = Entity(ENTITY + "evil", f"Evil {HOSTILE} \ud800", "Person", (HOSTILE,))
    paper = document("evil", "2022-06-01", title=HOSTILE, url="javascript:window.hacked=3", source=HOSTILE)
    sentence = f"Evil {HOSTILE} accused Poland \u2028 \x00 of {{{{data}}}} {HOSTILE}"
    sides = (f"Evil {HOSTILE}", evil), ("Poland", POLAND)
    return graph([paper], [said(paper, sentence, sides[0], "accused", sides[1], "ACCUSE")], [evil, POLAND])


def large(nodes: int, edges: int) -> KnowledgeGraph:
    """Few busy actors and many of few relations, as in news; each relation has one statement."""
    entities = [Entity(f"{ENTITY}n{i}", f"Actor {i}", "Person") for i in range(nodes)]
    papers = [document(f"d{i}", f"2022-{1 + i % 12:02}-{1 + i % 28:02}", source=f"Outlet {i % 7}") for i in range(200)]
    kinds = [*QUADS, None]
    evidence = []
    for i in range(edges):
        target = i % nodes
        source = int(nodes * (i * 0.6180339887 % 1) ** 3)
        source = source if source != target else (source + 1) % nodes
        one, other = entities[source], entities[target]
        sentence = f"{one.label} met {other.label} {i}."
        evidence.append(
            said(papers[i % 200], sentence, (one.label, one), "met", (f"{other.label} {i}", other), kinds[i % 5])
        )
    return graph(papers, evidence, entities)
