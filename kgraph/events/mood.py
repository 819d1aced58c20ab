"""How an act stands to reality, and what event it then is.

Help to come is AGREE, force to come THREATEN, help refused REJECT; what is
only wished, asked, feared or supposed is no event of its own.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kgraph.events.scene import Act, Scene, governs
from kgraph.model.statement import Certainty, Factuality, Modality, Statement

_UNREAL = frozenset({Modality.CONDITIONAL, Modality.DEMANDED, Modality.DESIRED, Modality.FEARED, Modality.QUESTIONED})
_COMING = frozenset({Modality.PLANNED, Modality.PROMISED})


def demanded(factuality: Factuality) -> bool:
    """Whether an act is said to be due from somebody; also one that somebody must be ready to do."""
    due = factuality.modality is Modality.PLANNED and factuality.certainty is Certainty.UNKNOWN
    return due or factuality.modality is Modality.DEMANDED


def coming(factuality: Factuality) -> bool:
    """Whether an act is only promised, planned or to come."""
    return factuality.future or factuality.modality in _COMING


def kind(scene: Scene, act: Act) -> str | None:
    """The name of the event type of an act in its mood, or ``None`` where there is no event."""
    mood = _mood(scene, act)
    if mood.modality in _UNREAL:
        return None
    if mood.negated:
        return act.type.refused_as if coming(mood) else None
    if not coming(mood) and not _may_come(scene, act.statement):
        return _promised(scene, act) if act.predicate.vow else act.type.name
    if act.type.planned_as is None:
        return act.type.name if coming(mood) else None
    if act.type.planned_as == "THREATEN":
        return act.type.planned_as if _is_own(scene, act.statement) else None
    return act.type.planned_as if coming(mood) else None


def contexts(scene: Scene, act: Act) -> set[str]:
    """PLOVER's auxiliary contexts, which tell how an act stands to reality: future, hypothetical, negation, historical.

    Historical is what happened a year or more before the day of the document.
    """
    mood, time, today = act.statement.factuality, act.statement.time, scene.document.date
    found = {"future"} if coming(_mood(scene, act)) else set()
    if mood.modality is Modality.CONDITIONAL or _may_come(scene, act.statement):
        found.add("hypothetical")
    if mood.negated:
        found.add("negation")
    if time is not None and today is not None and re.match(r"\d{4}", time.value):
        limit = f"{today.year - 1:04}-{today:%m-%d}"
        found.update({"historical"} if time.value < limit[: len(time.value)] else ())
    return found


def _mood(scene: Scene, act: Act) -> Factuality:
    """The statement's factuality.

    What an authority decides is done, what one fails to do is refused, and
    what is said to happen under a condition is said to come.
    """
    statement, cues = act.statement, scene.known.cues
    decider = scene.decider(statement) or scene.served(statement)
    if decider is not None:
        return decider.factuality
    mood = statement.factuality
    if mood.modality is Modality.CONDITIONAL and not _is_condition(scene, statement):
        modality = Modality.ASSERTED if act.type.planned_as is None else Modality.PROMISED
        mood = replace(mood, modality=modality, certainty=Certainty.CERTAIN)
    over = next((each for each in scene.statements if governs(each, statement)), None)
    if over is None:
        return mood
    if over.predicate.lemma in cues.decisions and mood.modality is Modality.PLANNED:
        return over.factuality
    if over.predicate.lemma in cues.refusals and mood.negated:
        return replace(mood, future=True)
    return mood


def _promised(scene: Scene, act: Act) -> str:
    """AGREE, or THREATEN where the first act that one vows is to another's harm."""
    vowed = (each.type.planned_as for each in scene.held(act))
    return next((name for name in vowed if name is not None), act.type.name)


def _may_come(scene: Scene, statement: Statement) -> bool:
    """Whether a modal says that an act may come ("may halt"), which a hedge ("reportedly") and "may have" do not."""
    first, *rest = statement.predicate.text.lower().split()
    return first in scene.known.cues.possibility and "have" not in rest


def _is_condition(scene: Scene, statement: Statement) -> bool:
    """Whether the statement stands in the if-clause, not in what follows from it."""
    start = min(part.span.start for part in (statement.subject, statement.predicate) if part is not None)
    before = scene.document.text[max(0, start - 40) : start].lower().split()
    return bool(before) and before[-1] in scene.known.cues.conditions


def _is_own(scene: Scene, statement: Statement) -> bool:
    """Whether the writer or the actor's own side tells of the act; that another will use force is no threat."""
    source = statement.attributed_to[-1].source if statement.attributed_to else None
    if source is None or statement.subject is None:
        return True
    mine, theirs = scene.cast.party(statement.subject), scene.cast.party(source)
    return mine.country is None or theirs.country is None or mine.country == theirs.country
