"""Things before the noun of an act: "Patriot deliveries" are deliveries of Patriots, not by a Patriot.

Parsers take the names of weapons for persons and organisations, and the
grammar of names would make them those who act. Where the noun is one that has
what is handled right before it ("tank deliveries"), a name that the ontology
knows as a thing alone is the object.
"""

from __future__ import annotations

from dataclasses import replace

from kgraph.model.statement import Mention, MentionKind, Statement
from kgraph.resolve.gazetteer import THINGS
from kgraph.resolve.knowledge import Knowledge

_MODIFIER, _COMPOUND = "nominal/modifier", "nominal/compound"
_THING = "PRODUCT"


def handled(statement: Statement, known: Knowledge) -> Statement:
    """The statement with a thing that stands before its noun as the object; itself where none does."""
    thing = statement.subject
    if statement.rule != _MODIFIER or thing is None or statement.object is not None:
        return statement
    if statement.predicate.lemma not in known.handling or not _is_thing(thing, known):
        return statement
    return replace(statement, subject=None, object=replace(thing, hint=_THING), rule=_COMPOUND)


def _is_thing(mention: Mention, known: Knowledge) -> bool:
    senses = known.names.called(mention.text) if mention.kind is MentionKind.NAME else ()
    return bool(senses) and all(sense.entry.type in THINGS for sense in senses)
