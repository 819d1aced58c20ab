"""The stage itself: every mention of a reading is linked, ambiguous or unknown, and says by which rule."""

from __future__ import annotations

from dataclasses import replace
from operator import is_

from kgraph.model.entity import Entity
from kgraph.model.statement import Argument, Attribution, Mention, Reading, Statement
from kgraph.resolve.knowledge import Knowledge
from kgraph.resolve.linking import Linker
from kgraph.resolve.things import handled

_CLAUSE = "complement"
_LOCATION = "location"


def resolve(reading: Reading, known: Knowledge) -> Reading:
    """Links the mentions of a reading.

    Names are looked up, with what the document says of their bearers; a place
    that acts stands for those who govern from it. Offices mean their holder on
    the day. Bodies and people without a name are composed of whose they are
    and what they are. A mention that takes up another one gets its entity; one
    that takes up several stays unlinked. Unknown persons, organisations and
    places are minted from their names. A thing before the noun of an act is
    what is done to.

    Args:
        reading: As extracted.
        known: The indexes of what is known.

    Returns:
        The reading with resolved mentions, and the entities that they mean or may mean, sorted by IRI.
    """
    stage = _Stage(Linker(reading, known))
    statements = tuple(stage.statement(handled(statement, known)) for statement in reading.statements)
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
        day = self._linker.day(statement.time)

        def put(mention: Mention | None, place: bool = False) -> Mention | None:
            return self._mention(mention, place, day) if mention is not None else None

        subject, target, place = put(statement.subject), put(statement.object), put(statement.place, place=True)
        arguments = tuple([self._argument(argument, day) for argument in statement.arguments])
        holders = tuple([self._holder(link, day) for link in statement.attributed_to])
        before = statement.subject, statement.object, statement.place, *statement.arguments, *statement.attributed_to
        if all(map(is_, (subject, target, place, *arguments, *holders), before)):
            return statement
        return statement.told_of(subject, target, arguments, place, holders)

    def _argument(self, argument: Argument, day: str) -> Argument:
        if argument.role == _CLAUSE:
            return argument
        filler = self._mention(argument.filler, argument.role == _LOCATION, day)
        return argument if filler is argument.filler else Argument(argument.role, argument.marker, filler)

    def _holder(self, link: Attribution, day: str) -> Attribution:
        if link.source is None:
            return link
        source = self._mention(link.source, place=False, day=day)
        return link if source is link.source else Attribution(link.statement, source)

    def mention(self, mention: Mention) -> Mention:
        return self._mention(mention, place=False, day=self._linker.day())

    def _mention(self, mention: Mention, place: bool, day: str) -> Mention:
        # Statements share mentions, the sources of long quotations most of all; the reading keeps them alive.
        known = id(mention), place, day
        done = self._done.get(known)
        if done is None:
            done = self._done[known] = self._resolved(mention, place, day)
        return done

    def _resolved(self, mention: Mention, place: bool, day: str) -> Mention:
        outcome = self._linker.link(mention, place, day)
        for entity in (*([outcome.entity] if outcome.entity is not None else []), *outcome.possible):
            known = self.entities.setdefault(entity.iri, entity)
            if not set(entity.names) <= set(known.names):
                self.entities[entity.iri] = replace(known, names=tuple(sorted({*known.names, *entity.names})))
        return outcome.put(mention)
