"""A small reading made by hand, for tests of the graph and its exports."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from kgraph.model.document import Document, Span
from kgraph.model.entity import Entity
from kgraph.model.identifiers import ENTITY, ONTOLOGY, STATEMENT, digest, open_predicate_iri
from kgraph.model.parsed import ModelInfo
from kgraph.model.statement import (
    Argument,
    Attribution,
    Certainty,
    Content,
    Event,
    Factuality,
    Mention,
    MentionKind,
    Party,
    Predicate,
    Reading,
    Statement,
    Time,
)

TEXT = (
    "The United States sent rockets to Ukraine on Wednesday. "
    "Russia criticized the move. "
    'Sergey Lavrov said "Kyiv \\ <may> attack Russia".'
)
AMERICA = Entity(ENTITY + "united-states", "United States", "State", ("U.S.", "USA"), "USA")
UKRAINE = Entity(ENTITY + "ukraine", "Ukraine", "State", ("Kyiv",), "UKR", ("https://example.org/ukraine",))
RUSSIA = Entity(ENTITY + "russia", "Russia", "State", (), "RUS")
LAVROV = Entity(ENTITY + "sergey-lavrov", "Sergey Lavrov", "Person", (), "RUS")
ROCKETS = Entity(ENTITY + "rockets", "rockets", "Weapon")
ENTITIES = (AMERICA, UKRAINE, RUSSIA, LAVROV, ROCKETS)


def span(words: str) -> Span:
    """Where the words stand first."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def mention(words: str, entity: Entity | None = None) -> Mention:
    """A mention of an entity, or of something unknown."""
    return Mention(
        span(words),
        words,
        words.rpartition(" ")[2],
        MentionKind.NAME if entity else MentionKind.NOMINAL,
        entity=entity.iri if entity else None,
        label=entity.label if entity else None,
        type=entity.type if entity else None,
    )


def statement(
    subject: Mention | None, verb: str, thing: Mention | None = None, iri: str | None = None, **parts: Any
) -> Statement:
    """A statement whose sentence is the whole text; ``parts`` are further fields of the record."""
    where = span(verb)
    made = Statement(
        id=STATEMENT + digest("article-1", where.start, verb),
        document="article-1",
        sentence=Span(0, len(TEXT)),
        subject=subject,
        predicate=Predicate(where, verb, verb, iri or open_predicate_iri(verb)),
        object=thing,
    )
    return replace(made, **parts)


SENT = statement(
    mention("The United States", AMERICA),
    "sent",
    mention("rockets", ROCKETS),
    ONTOLOGY + "sends",
    arguments=(Argument("recipient", "to", mention("Ukraine", UKRAINE)),),
    time=Time(span("Wednesday"), "Wednesday", "2022-06-01"),
    event=Event(
        "AID",
        "military",
        ("military",),
        "072",
        (Party(mention("The United States", AMERICA), "USA", None, "GOV"),),
        (Party(mention("Ukraine", UKRAINE), "UKR", None, "GOV"),),
        quad_class="MaterialCooperation",
    ),
    confidence=0.5,
    rule="verb",
)
CRITICIZED = statement(mention("Russia", RUSSIA), "criticized", mention("the move"), ONTOLOGY + "criticizes")
SAID = statement(
    mention("Sergey Lavrov", LAVROV),
    "said",
    content=Content((span("Kyiv \\ <may> attack Russia"),), quoted=True),
)
ATTACK = statement(
    mention("Kyiv", UKRAINE),
    "attack",
    mention("Russia", RUSSIA),
    factuality=Factuality(certainty=Certainty.POSSIBLE, future=True),
    attributed_to=(Attribution(SAID.id, mention("Sergey Lavrov", LAVROV)),),
    place=mention("Russia", RUSSIA),
)
STATEMENTS = (SENT, CRITICIZED, SAID, ATTACK)


DOCUMENT = Document("article-1", TEXT, datetime.date(2022, 6, 2), "Rockets", "https://example.org/1 a", "The Paper")


def reading(*statements: Statement, entities: tuple[Entity, ...] = ENTITIES, **known: Any) -> Reading:
    """A reading of the article, with all its statements unless some are named; ``known`` changes the document."""
    return Reading(replace(DOCUMENT, **known), ModelInfo("en_test", "1.0"), statements or STATEMENTS, (), entities)
