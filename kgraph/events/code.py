"""The stage itself: statements whose predicate the ontology knows get its IRI and, if a political act, the event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from kgraph.events import mood, sides
from kgraph.events.cast import cast
from kgraph.events.coder import Coder
from kgraph.events.scene import Act, Scene, scene
from kgraph.model.document import Span
from kgraph.model.statement import Event, Mention, Predicate, Reading, Statement

_WITH = "with"

_Side = tuple[Mention, ...]


def code(reading: Reading, known: Coder) -> Reading:
    """Codes the statements of a resolved reading after PLOVER.

    A statement whose predicate the ontology does not know keeps its open
    predicate. An act is coded once, though several words tell it.

    Args:
        reading: With linked mentions.
        known: What the ontology knows of acts.
    """
    who, document = cast(reading, known.cues), reading.document
    sentences = groupby(reading.statements, key=lambda statement: statement.sentence)
    return replace(
        reading,
        statements=tuple(
            statement for _, group in sentences for statement in _coded(scene(tuple(group), document, who, known))
        ),
    )


def _coded(here: Scene) -> Iterator[Statement]:
    """The statements of a sentence with their predicates and events."""
    here = _disarmed(here)
    events = {act.statement.id: _event(here, act) for act in here.acts}
    for demand, said, event in _demands(here):
        events[demand] = None
        events[said] = event
    kept = _once(here.statements, events)
    for statement in here.statements:
        predicate, coded = here.predicates.get(statement.id), kept.get(statement.id)
        if predicate is None and coded is None:
            yield statement
        else:
            words = statement.predicate
            named = words if predicate is None else Predicate(words.span, words.text, words.lemma, predicate.iri)
            yield statement.coded(named, coded)


def _disarmed(here: Scene) -> Scene:
    """The sentence with the attacks of politicians on each other as the words that they are."""
    known = here.known
    words = {
        act.statement.id: known.unarmed[act.predicate.iri]
        for act in here.acts
        if act.predicate.iri in known.unarmed and _among_unarmed(here, act)
    }
    if not words:
        return here
    said = ((act, words.get(act.statement.id, act.predicate)) for act in here.acts)
    acts = tuple(replace(act, predicate=p, type=known.types[p.event]) for act, p in said if p.event is not None)
    return replace(here, predicates={**here.predicates, **words}, acts=acts)


def _among_unarmed(here: Scene, act: Act) -> bool:
    actor = sides.actor(here, act)
    others = sides.recipients(here, act, here.held(act)) if actor is not None and here.cast.is_unarmed(actor) else ()
    return bool(others) and all(here.cast.is_unarmed(other) for other in others)


def _event(here: Scene, act: Act) -> Event | None:
    """The event of an act, unless it is only thought of, another act tells it, or nobody does it."""
    if here.is_part(act) or here.is_silence(act):
        return None
    actor = sides.actor(here, act)
    if actor is None and not sides.is_suffered(act):
        return None
    kind = mood.kind(here, act)
    if kind is None:
        return None
    inside = here.held(act)
    actors = (actor,) if actor is not None else ()
    both = _together(here, act, actors, sides.recipients(here, act, inside))
    needed = actor is None or (act.directed and kind != act.type.refused_as)
    return None if needed and not both[1] else _made(here, act, kind, inside, both)


def _made(here: Scene, act: Act, kind: str, inside: Sequence[Act], both: tuple[_Side, _Side]) -> Event:
    actors, recipients = both
    said = here.known.evidence.said(act.statement)
    contexts = {*act.predicate.contexts}
    for content in inside[:1]:
        said |= here.known.evidence.said(content.statement)
        contexts.update(content.predicate.contexts)
    contexts |= here.known.evidence.contexts_of(said)
    contexts |= mood.contexts(here, act)
    return Event(
        type=kind,
        mode=_mode(here, act, kind, inside, said),
        contexts=tuple(sorted(contexts)),
        cameo=act.predicate.cameo if kind == act.type.name else here.known.types[kind].cameo,
        actors=tuple(sides.party(here, act, mention, recipients) for mention in actors),
        recipients=tuple(sides.party(here, act, mention, ()) for mention in recipients),
        quad_class=here.known.types[kind].quad_class,
    )


def _together(here: Scene, act: Act, actors: _Side, recipients: _Side) -> tuple[_Side, _Side]:
    """Both sides of an act; of a reciprocal one each who takes part is on both."""
    partners = _partners(here, act)
    if partners:
        return (*actors, *partners), tuple(dict.fromkeys((*recipients, *partners, *actors)))
    several = sides.of_several(here, act) if act.reciprocal else ()
    return (several, several) if several else (actors, recipients)


def _partners(here: Scene, act: Act) -> tuple[Mention, ...]:
    """Who does a reciprocal act together with its subject."""
    if not act.reciprocal:
        return ()
    companions = (a.filler for a in act.statement.arguments if a.marker == _WITH and a.role != "complement")
    found = (*companions, *here.partners(act.statement))
    return tuple(dict.fromkeys(mention for mention in found if here.cast.acts(mention)))


def _mode(here: Scene, act: Act, kind: str, inside: Sequence[Act], said: set[str]) -> str | None:
    """The mode: that of the act held or put off, else the predicate's own, refined by the words beside it.

    A mode named ``demo-org`` refines one named ``demo-...``.
    """
    modes = here.known.modes[kind]
    for each in ([act] if kind != act.type.name else []) + [*inside]:
        if kind == "THREATEN" and each.type.name != kind and each.predicate.mode in modes:
            return each.predicate.mode
        found = next((name for name, mode in modes.items() if each.type.name in mode.contents), None)
        if found is not None:
            return found
    own = act.predicate.mode if kind == act.type.name else None
    told = here.known.evidence.mode_of(kind, said)
    if own is None or (told is not None and own.partition("-")[0] == told.partition("-")[0]):
        return told or own
    return own


def _demands(here: Scene) -> Iterator[tuple[str, str, Event]]:
    """What is said to be due from another, who says so, and the event that this is: "Russia says Israel must stop"."""
    by_id = {statement.id: statement for statement in here.statements}
    acts = {act.statement.id: act for act in here.acts}
    for statement in here.statements:
        said = by_id.get(statement.attributed_to[-1].statement) if statement.attributed_to else None
        due = statement.subject or statement.object
        if said is None or due is None or statement.rule.startswith("nominal/") or said.id in acts:
            continue
        if due.text.lower() in here.known.cues.anybody:
            continue
        if not mood.demanded(statement.factuality) or said.factuality.negated:
            continue
        speaker = sides.speaker(here, said)
        if speaker is not None and here.cast.other(due, speaker):
            yield statement.id, said.id, _request(here, statement, acts.get(statement.id), speaker, due)


def _request(here: Scene, statement: Statement, act: Act | None, speaker: Mention, due: Mention) -> Event:
    modes = here.known.modes["REQUEST"].items()
    return Event(
        type="REQUEST",
        mode=next((name for name, mode in modes if act is not None and act.type.name in mode.contents), None),
        contexts=tuple(sorted(here.known.evidence.contexts_of(here.known.evidence.said(statement)))),
        cameo=here.known.types["REQUEST"].cameo,
        actors=(here.cast.party(speaker),),
        recipients=(here.cast.party(due),),
        quad_class=here.known.types["REQUEST"].quad_class,
    )


def _once(statements: Sequence[Statement], events: Mapping[str, Event | None]) -> dict[str, Event]:
    """The first of events that say the same of the same two sides."""
    kept: dict[str, Event] = {}
    seen: set[tuple[str, frozenset[Span], frozenset[Span]]] = set()
    for statement in statements:
        event = events.get(statement.id)
        if event is None:
            continue
        actors = frozenset(party.mention.span for party in event.actors)
        recipients = frozenset(party.mention.span for party in event.recipients)
        if (event.type, actors, recipients) not in seen:
            seen.add((event.type, actors, recipients))
            kept[statement.id] = event
    return kept
