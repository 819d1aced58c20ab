"""The stage itself: every mention of a reading is linked, ambiguous or unknown, and says by which rule."""

from __future__ import annotations

from dataclasses import replace

from kgraph.model.entity import Entity
from kgraph.model.statement import Argument, Attribution, Mention, Reading, Statement
from kgraph.resolve.knowledge import Knowledge
from kgraph.resolve.linking import Linker

_LOCATION = "location"


def resolve(reading: Reading, known: Knowledge) -> Reading:
    """Links the mentions of a reading.

    Names are looked up, with what the document says of their bearers; a place
    that acts stands for those who govern from it. Offices mean their holder on
    the day. Bodies and people without a name are composed of whose they are
    and what they are. A mention that takes up another one gets its entity; one
    that takes up several stays unlinked. Unknown persons, organisations and
    places are minted from their names.

    Args:
        reading: As extracted.
        known: The indexes of what is known.

    Returns:
        The reading with resolved mentions, and the entities that they mean or may mean, sorted by IRI.
    """
    stage = _Stage(Linker(reading, known))
    statements = tuple(stage.statement(statement) for statement in reading.statements)
    mentions = tuple(stage.mention(mention) for mention in reading.mentions)
    return replace(
        reading,
        statements=statements,
        mentions=mentions,
        entities=tuple(stage.entities[iri] for iri in sorted(stage.entities)),
    )


class _Stage:
    """Puts the outcomes into the statements and keeps the entities that were met."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._done: dict[tuple[int, bool, str], Mention] = {}
        self.entities: dict[str, Entity] = {}

    def statement(self, statement: Statement) -> Statement:
        time = statement.time.value if statement.time is not None else ""

        def put(mention: Mention | None, place: bool = False) -> Mention | None:
            return self.mention(mention, place, time) if mention is not None else None

        return replace(
            statement,
            subject=put(statement.subject),
            object=put(statement.object),
            arguments=tuple(
                Argument(a.role, a.marker, self.mention(a.filler, a.role == _LOCATION, time))
                for a in statement.arguments
            ),
            place=put(statement.place, place=True),
            attributed_to=tuple(Attribution(a.statement, put(a.source)) for a in statement.attributed_to),
        )

    def mention(self, mention: Mention, place: bool = False, time: str = "") -> Mention:
        # Statements share mentions, the sources of long quotations most of all; the reading keeps them alive.
        known = id(mention), place, time
        done = self._done.get(known)
        if done is None:
            done = self._done[known] = self._resolved(mention, place, time)
        return done

    def _resolved(self, mention: Mention, place: bool, time: str) -> Mention:
        outcome = self._linker.link(mention, place, time)
        for entity in (*([outcome.entity] if outcome.entity is not None else []), *outcome.possible):
            known = self.entities.setdefault(entity.iri, entity)
            if not set(entity.names) <= set(known.names):
                self.entities[entity.iri] = replace(known, names=tuple(sorted({*known.names, *entity.names})))
        return outcome.put(mention)
