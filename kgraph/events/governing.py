"""How an act stands to reality: its own mood, and the acts that hold it as what they offer, ask, refuse or threaten.

PLOVER codes "agreed to send tanks" once, as AGREE, and "threatened to bomb"
once, as THREATEN; the act inside tells the mode, the contexts and the recipient.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kgraph.events.triggers import Match
from kgraph.model.document import Span
from kgraph.model.statement import Certainty, Factuality, Modality, Statement
from kgraph.model.vocabulary import EventType

HOLDING = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "THREATEN"})
_UNREAL = frozenset({Modality.CONDITIONAL, Modality.DESIRED, Modality.FEARED, Modality.QUESTIONED})
_COMING = frozenset({Modality.PLANNED, Modality.PROMISED})


def demanded(factuality: Factuality) -> bool:
    """Whether an act is said to be due from somebody; also one that somebody must be ready to do."""
    due = factuality.modality is Modality.PLANNED and factuality.certainty is Certainty.UNKNOWN
    return due or factuality.modality is Modality.DEMANDED


def ahead(factuality: Factuality) -> bool:
    """Whether an act is only promised, planned or to come."""
    return factuality.future or factuality.modality in _COMING


def may_come(statement: Statement, modals: frozenset[str]) -> bool:
    """Whether a modal says that an act may come ("may halt"), which a hedge ("reportedly") and "may have" do not."""
    first, *rest = statement.predicate.text.lower().split()
    return first in modals and "have" not in rest


def shifted(event: EventType, factuality: Factuality, own: bool, possible: bool = False) -> str | None:
    """The event type of an act in its mood, or ``None`` where there is no event.

    Args:
        event: The type of the act as such.
        factuality: Its mood for whoever tells of it.
        own: Whether the writer or the actor tells of it; that another will use force is no threat.
        possible: Whether a modal says that it may come ("may halt"), unlike a hedge ("reportedly").
    """
    if factuality.modality in _UNREAL or demanded(factuality):
        return None
    coming = ahead(factuality)
    if factuality.negated:
        return event.refused_as if coming else None
    if not coming and not possible:
        return event.name
    if event.planned_as is None:
        return event.name if coming else None
    if event.planned_as == "THREATEN":
        return event.planned_as if own else None
    return event.planned_as if coming else None


def contents(statement: Statement) -> tuple[Span, ...]:
    """Where a statement's complement or reported words stand."""
    below = tuple(a.filler.span for a in statement.arguments if a.role == "complement")
    return below + (statement.content.spans if statement.content is not None else ())


def held(statement: Statement, within: Sequence[tuple[Statement, Match]]) -> list[tuple[Statement, Match]]:
    """The acts in the words that a statement governs, in the order of the text."""
    spans = contents(statement)
    return [
        each
        for each in within
        if each[0] is not statement and any(span.holds(each[0].predicate.span) for span in spans)
    ]


def promised(types: Mapping[str, EventType], inside: Sequence[tuple[Statement, Match]]) -> str:
    """AGREE, or THREATEN where the first act that one commits oneself to is to another's harm."""
    for _, match in inside:
        event = types.get(match.predicate.event or "")
        if event is not None and event.planned_as is not None:
            return event.planned_as
    return "AGREE"
