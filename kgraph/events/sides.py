"""The two sides of an act: who does it, and at whom it is directed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kgraph.events.scene import Act, Scene
from kgraph.model.document import Span
from kgraph.model.statement import Mention, MentionKind, Party, Statement

_WORDS = re.compile(r"\w+")
_ANSWERS = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "SUPPORT"})
_SUFFERED = frozenset({"ACCUSE", "ASSAULT", "COERCE", "RETREAT", "SANCTION"})
_OF_AUTHORITIES = frozenset({"ACCUSE", "COERCE"})
_BODIES = frozenset(
    {"Company", "IntergovernmentalOrganization", "NewsOutlet", "NonGovernmentalOrganization", "Organization"}
)


def actor(scene: Scene, act: Act) -> Mention | None:
    """Who acts.

    Of what a document says that is who makes it ("passed a *resolution* condemning the raid"), of an arrest by nobody
    named the state in which it is made, of violence the weapon where nobody else is told.
    """
    statement, cues = act.statement, scene.known.cues
    found = speaker(scene, scene.decider(statement) or statement)
    subject = statement.subject
    if found is not None or subject is None:
        return found or _authority(scene, act) or _forces(scene, act)
    if act.type.name == "ASSAULT" and subject.lemma in cues.means:
        return subject
    if subject.lemma in cues.documents:
        makers = (each for each in scene.statements if each.object and each.object.span.overlaps(subject.span))
        return next((maker for maker in (speaker(scene, each) for each in makers) if maker is not None), None)
    return None


def speaker(scene: Scene, statement: Statement) -> Mention | None:
    """The subject if it can act; a pronoun of nobody known in reported words is taken for the speaker."""
    subject = statement.subject
    if subject is None or not scene.cast.acts(subject):
        return None
    if subject.kind is MentionKind.PRONOUN and subject.entity is None and statement.attributed_to:
        return statement.attributed_to[-1].source or subject
    return subject


def of_several(scene: Scene, act: Act) -> tuple[Mention, ...]:
    """Those of whom a subject is, where it names several side by side: "envoys of *Mali* and *Togo*"."""
    subject = act.statement.subject
    named = [mention for mention, _ in scene.cast.named(subject.span)] if subject is not None else []
    between = (scene.document.text[one.span.end : other.span.start] for one, other in pairwise(named))
    coordinated = all(set(_WORDS.findall(text)) <= scene.known.cues.coordinators for text in between)
    return tuple(named) if len(named) > 1 and coordinated else ()


def is_suffered(act: Act) -> bool:
    """Whether an act without an actor counts: a passive tells of harm or release that somebody suffers."""
    return "passive" in act.statement.rule and act.type.name in _SUFFERED


def recipients(scene: Scene, act: Act, inside: Sequence[Act]) -> tuple[Mention, ...]:
    """At whom an act is directed: in its own words, in those that it governs, in its purpose, or near by.

    Args:
        scene: The sentence.
        act: The act.
        inside: The acts that it is about.
    """
    found = _own(scene, act) or scene.charged(act.statement)
    for each in inside if not found else ():
        found = _own(scene, each)
        if found:
            return found
    for purpose in scene.purposes(act.statement) if not found else ():
        found = _others(scene, act.statement, [purpose.object])
    served = scene.served(act.statement) if not found else None
    if served is not None:
        found = _others(scene, served, [None if scene.sends(served) else served.object, *_fillers(served)])
    return found or _nearby(scene, act, inside)


def party(scene: Scene, act: Act, mention: Mention, others: Iterable[Mention]) -> Party:
    """A party; in an act of domestic politics one of no known country is of the only country that is spoken of.

    That country must be named apart from the other side: who arrests a Peruvian need not be one.
    """
    found = scene.cast.party(mention)
    if found.country or found.kind or not act.type.domestic or mention.type in _BODIES:
        return found
    apart = [other.span for other in others]
    countries = {
        entity.country
        for name, entity in scene.cast.named(act.statement.sentence)
        if entity.country and not any(span.holds(name.span) for span in apart)
    }
    return replace(found, country=next(iter(countries))) if len(countries) == 1 else found


def _authority(scene: Scene, act: Act) -> Mention | None:
    """The state in which somebody is arrested or investigated by nobody named."""
    statement = act.statement
    if act.type.name not in _OF_AUTHORITIES or not is_suffered(act):
        return None
    places = [statement.place, *(a.filler for a in statement.arguments if a.role == "location")]
    return next((place for place in places if place is not None and scene.cast.party(place).country), None)


def _forces(scene: Scene, act: Act) -> Mention | None:
    """Who is moved and acts thereby: "*Russian peacekeepers* were deployed"."""
    moved = act.statement.object if "passive" in act.statement.rule else None
    return moved if moved is not None and moved.lemma in act.taken and scene.cast.acts(moved) else None


def _own(scene: Scene, act: Act) -> tuple[Mention, ...]:
    """Whom an act's own words name as its other side.

    In this order: whose act is answered ("condemned the *Russian* attack on
    Kyiv"); who stands where the predicate's frame has its recipient; the other
    side of an act that the object names ("launched an attack on *Mali*"); an
    actor named in the object ("criticized a *U.S.* decision"); an actor behind
    a preposition of direction.
    """
    statement = act.statement
    named = [each.statement for each in scene.named(act)]
    for mentions in (
        _answered(act, named),
        _framed(scene, act),
        [mention for each in named for mention in (each.object, each.subject, *_fillers(each))],
        [_told(scene, act)],
        [a.filler for a in statement.arguments if a.role != "complement" and a.marker in scene.known.cues.directions],
    ):
        found = _others(scene, statement, mentions)
        if found:
            return found
    return ()


def _answered(act: Act, named: Iterable[Statement]) -> list[Mention | None]:
    """Who does the act that the object names, if this one answers it with words."""
    target = act.statement.object
    if target is None or act.type.name not in _ANSWERS:
        return []
    return [each.subject for each in named if target.span.holds(each.predicate.span)][:1]


def _told(scene: Scene, act: Act) -> Mention | None:
    """The object, unless it is only a word of the trigger ("contribute *troops*") that names nobody."""
    target = act.statement.object
    if target is None or target is _forces(scene, act):
        return None
    return target if target.lemma not in act.taken or any(scene.cast.named(target.span)) else None


def _others(scene: Scene, statement: Statement, mentions: Iterable[Mention | None]) -> tuple[Mention, ...]:
    sides = (mention for mention in mentions if mention and scene.cast.other(mention, statement.subject))
    return tuple(dict.fromkeys(sides))


def _framed(scene: Scene, act: Act) -> list[Mention]:
    """Who stands where the predicate's frame has its recipient: the object if it can act, else a marked argument.

    Where the frame has "in", that is the place.
    """
    statement, slots = act.statement, act.predicate.recipients
    target = statement.object
    found = [target] if target is not None and "object" in slots and target.lemma not in act.taken else []
    if any(scene.cast.acts(mention) for mention in found):
        return found
    marked = [
        argument.filler
        for argument in statement.arguments
        if argument.role != "complement"
        and (argument.marker in slots or argument.role == "recipient")
        and argument.filler.lemma not in act.taken
    ]
    if "in" in slots and statement.place is not None:
        marked.append(statement.place)
    return marked or found


def _nearby(scene: Scene, act: Act, inside: Sequence[Act]) -> tuple[Mention, ...]:
    """Where a hostile act happens, or the next actor or place named in the speaker's words for one that is directed."""
    statement = act.statement
    if not act.type.hostile and (act.reciprocal or not act.directed) and act.type.name != "AGREE":
        return ()
    places = (statement.place, *(each.statement.place for each in inside[:1])) if act.type.hostile else ()
    if (place := next(filter(None, places), None)) is not None:
        return (place,)
    source = statement.attributed_to[-1].source if statement.attributed_to else None
    start, end = act.span.end, max(act.span.end, statement.sentence.end)
    if source is not None and source.span.start >= start:
        end = source.span.start
    span = Span(start, end)
    named = _others(scene, statement, (mention for mention, _ in scene.cast.named(span)))
    own = statement.subject.span if statement.subject is not None else Span(0, 0)
    return named[:1] or tuple(place for place in scene.cast.places_in(span) if not place.span.overlaps(own))[:1]


def _fillers(statement: Statement) -> Iterator[Mention]:
    return (argument.filler for argument in statement.arguments if argument.role != "complement")
