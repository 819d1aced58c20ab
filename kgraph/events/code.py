"""The stage itself: statements whose predicate the ontology knows get its IRI and, if a political act, the event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kgraph.events import governing, sides
from kgraph.events.sides import Cast
from kgraph.events.triggers import Match, Triggers, triggers
from kgraph.events.words import Evidence, evidence, phrases
from kgraph.model.document import Span
from kgraph.model.statement import Certainty, Event, Factuality, Mention, Modality, Party, Reading, Statement
from kgraph.model.vocabulary import EventMode, EventType, Vocabulary

_ACTORS = "<actor>"
_MEANS = ("<attack>", "<bomb>", "<troop>", "<weapon>")
_PRIVATE = "<private>"
_DECISIONS = "<decision>"
_REFUSALS = "<refusal>"
_POSSIBILITY = "<possibility>"
_CONDITIONS = "<condition>"
_DOCUMENTS = "<document>"
_BODIES = frozenset(
    {"Company", "IntergovernmentalOrganization", "NewsOutlet", "NonGovernmentalOrganization", "Organization"}
)
_NONE: frozenset[str] = frozenset()
_NOMINAL = "nominal/"
_WITH = "with"

Act = tuple[Statement, Match]


@dataclass(frozen=True, slots=True)
class Coder:
    """What coding needs of the ontology.

    Attributes:
        triggers: The words of the predicates.
        types: The event types by name.
        modes: The modes of each event type, by name.
        evidence: The words that tell contexts and modes.
        actors: Nouns for people and bodies.
        means: Nouns for weapons and attacks, which stand for whoever uses them.
    """

    triggers: Triggers
    types: Mapping[str, EventType]
    modes: Mapping[str, Mapping[str, EventMode]]
    evidence: Evidence
    actors: frozenset[str]
    means: frozenset[str]


def coder(vocabulary: Vocabulary, people: Iterable[str]) -> Coder:
    """Prepares a vocabulary for coding.

    Args:
        vocabulary: The ontology.
        people: Nouns for persons, offices and organisations, beside those of the ontology.
    """
    modes: dict[str, dict[str, EventMode]] = {name: {} for name in vocabulary.event_types}
    for mode in vocabulary.modes:
        modes[mode.event][mode.name] = mode
    known = triggers(vocabulary)
    nouns = {noun for each in vocabulary.actor_types for noun in each.nouns}
    actors = known.classes.get(_ACTORS, frozenset()) | nouns | {*people}
    means = frozenset(word for name in _MEANS for word in known.classes.get(name, ()))
    return Coder(known, vocabulary.event_types, modes, evidence(vocabulary), actors, means)


def code(reading: Reading, known: Coder) -> Reading:
    """Codes the statements of a resolved reading after PLOVER.

    A statement whose predicate the ontology does not know keeps its open
    predicate. An event is coded once: neither in the parts of it that a verb
    governs nor in the noun that a verb takes up.

    Args:
        reading: With linked mentions.
        known: What the ontology knows of acts.
    """
    cast = sides.cast(reading, known.actors, known.triggers.classes[_PRIVATE])
    coded = [
        statement
        for _, group in groupby(reading.statements, key=lambda statement: statement.sentence)
        for statement in _Sentence(known, cast, tuple(group), reading.document.text).coded()
    ]
    return replace(reading, statements=tuple(coded))


class _Sentence:
    """The statements of one sentence while they are coded."""

    def __init__(self, known: Coder, cast: Cast, statements: Sequence[Statement], text: str) -> None:
        self._known = known
        self._cast = cast
        self._text = text
        self._statements = statements
        found = ((statement, known.triggers.match(statement, text)) for statement in statements)
        self._matches = {statement.id: match for statement, match in found if match is not None}
        self._acts = [(s, self._matches[s.id]) for s in statements if s.id in self._matches]
        self._acts = [(s, match) for s, match in self._acts if match.predicate.event is not None]
        self._acts.sort(key=lambda act: act[0].predicate.span)
        self._absorbed = self._taken_in()

    def coded(self) -> Iterator[Statement]:
        """The statements with their predicates and events."""
        events = {statement.id: self._event(statement, match) for statement, match in self._acts}
        events.update(self._demands())
        events = self._once(events)
        for statement in self._statements:
            match = self._matches.get(statement.id)
            named = statement
            if match is not None:
                named = replace(statement, predicate=replace(statement.predicate, iri=match.predicate.iri))
            event = events.get(statement.id)
            yield replace(named, event=event) if event is not None else named

    def _taken_in(self) -> frozenset[str]:
        """Acts that another holds as its content or its noun."""
        found: set[str] = set()
        for statement, match in self._acts:
            if match.predicate.event in governing.HOLDING:
                inside = governing.held(statement, self._acts)
                found.update(s.id for s, _ in inside if not (match.predicate.event == "ACCUSE" and _presupposed(s)))
            if not statement.rule.startswith(_NOMINAL):
                found.update(s.id for s, _ in self._inner(statement, match) if self._taken_up(s, match))
        return frozenset(found)

    def _inner(self, statement: Statement, match: Match) -> list[Act]:
        """The nominal acts that stand in a statement's object or arguments."""
        mentions = [statement.object, *(a.filler for a in statement.arguments if a.role != "complement")]
        places = [mention.span for mention in mentions if mention is not None]
        return [
            (s, m)
            for s, m in self._acts
            if s.rule.startswith(_NOMINAL) and any(span.holds(s.predicate.span) for span in places)
        ]

    def _taken_up(self, nominal: Statement, match: Match) -> bool:
        noun = nominal.predicate.text.lower()
        return nominal.rule.endswith("light verb") or any(noun.startswith(word) for word in match.taken)

    def _event(self, statement: Statement, match: Match) -> Event | None:
        served = self._serves(statement)
        purpose = served is not None and self._matches[served.id].predicate.event is not None
        if statement.id in self._absorbed or self._joint(statement) or purpose or self._carries(statement, match):
            return None
        subject = self._actor(statement, match)
        if subject is None:
            if not self._suffered(statement, match):
                return None
            subject = self._authority(statement, match)
        inside = self._held(statement, match)
        kind = self._kind(statement, match, inside)
        if kind is None:
            return None
        recipients = self._recipients(statement, match, inside)
        if not recipients and (subject is None or self._directed(match)):
            return None
        return self._made(statement, match, kind, subject, recipients, inside)

    def _held(self, statement: Statement, match: Match) -> list[Act]:
        """The acts that an act is about: those in its content, else those for which it is done."""
        if match.predicate.event not in governing.HOLDING:
            return []
        purposes = {each.id for each in self._purposes(statement)}
        return governing.held(statement, self._acts) or [(s, m) for s, m in self._acts if s.id in purposes]

    def _actor(self, statement: Statement, match: Match) -> Mention | None:
        """Who acts; of what a document says, who makes it: "passed a *resolution* condemning the raid"."""
        means = self._known.means if match.predicate.event == "ASSAULT" else _NONE
        decider = self._decider(statement)
        found = sides.actor(decider or statement, self._cast, means)
        subject = statement.subject
        if found is None and subject is not None and subject.lemma in self._known.triggers.classes[_DOCUMENTS]:
            makers = (s for s in self._statements if s.object is not None and s.object.span.overlaps(subject.span))
            return next((actor for actor in (sides.actor(s, self._cast) for s in makers) if actor is not None), None)
        return found

    def _kind(self, statement: Statement, match: Match, inside: Sequence[Act]) -> str | None:
        event = self._known.types[match.predicate.event or ""]
        mood = self._mood(statement, match)
        possible = governing.may_come(statement, self._known.triggers.classes[_POSSIBILITY])
        kind = governing.shifted(event, mood, self._own(statement), possible)
        if kind == "AGREE" and not match.predicate.reciprocal:
            return governing.promised(self._known.types, inside)
        return kind

    def _mood(self, statement: Statement, match: Match) -> Factuality:
        """The statement's factuality.

        What an authority decides is done, what one fails to do is refused, and what is said to happen under a condition
        is said to come.
        """
        mood = statement.factuality
        if mood.modality is Modality.CONDITIONAL and not self._is_condition(statement):
            verbal = self._known.types[match.predicate.event or ""].planned_as is None
            mood = replace(
                mood, modality=Modality.ASSERTED if verbal else Modality.PROMISED, certainty=Certainty.CERTAIN
            )
        decider = self._decider(statement) or self._serves(statement)
        if decider is not None:
            return decider.factuality
        over = next((s for s in self._statements if _governs(s, statement)), None)
        if over is None:
            return mood
        verb = over.predicate.lemma
        if verb in self._known.triggers.classes[_DECISIONS] and mood.modality is Modality.PLANNED:
            return over.factuality
        if verb in self._known.triggers.classes[_REFUSALS] and mood.negated:
            return replace(mood, future=True)
        return mood

    def _is_condition(self, statement: Statement) -> bool:
        """Whether the statement stands in the if-clause, not in what follows from it."""
        start = min(m.span.start for m in (statement.subject, statement.predicate) if m is not None)
        before = self._text[max(0, start - 40) : start].lower().split()
        return bool(before) and before[-1] in self._known.triggers.classes[_CONDITIONS]

    def _own(self, statement: Statement) -> bool:
        """Whether the writer or the actor's own side tells of the act."""
        source = statement.attributed_to[-1].source if statement.attributed_to else None
        if source is None or statement.subject is None:
            return True
        mine, theirs = self._cast.party(statement.subject), self._cast.party(source)
        return mine.country is None or theirs.country is None or mine.country == theirs.country

    def _joint(self, statement: Statement) -> bool:
        """Whether the statement has a compound subject and stands beside those of its parts."""
        return any(part.subject != statement.subject for part in self._parts(statement))

    def _parts(self, statement: Statement) -> list[Statement]:
        subject = statement.subject
        return [
            each
            for each in self._statements
            if each.subject is not None
            and subject is not None
            and each.predicate.span == statement.predicate.span
            and each.subject.span != subject.span
            and subject.span.holds(each.subject.span)
        ]

    def _partners(self, statement: Statement) -> tuple[Mention, ...]:
        """Who acts together with the subject of the statement."""
        return tuple(
            dict.fromkeys(
                each.subject
                for each in self._statements
                if each.subject is not None
                and each.predicate.span == statement.predicate.span
                and statement.subject is not None
                and not each.subject.span.overlaps(statement.subject.span)
            )
        )

    def _suffered(self, statement: Statement, match: Match) -> bool:
        """Whether an act without an actor counts: a passive tells of harm or release that somebody suffers."""
        event = match.predicate.event
        return "passive" in statement.rule and event in {"ACCUSE", "ASSAULT", "COERCE", "RETREAT", "SANCTION"}

    def _authority(self, statement: Statement, match: Match) -> Mention | None:
        """The state in which somebody is arrested or investigated by nobody named."""
        if match.predicate.event not in {"ACCUSE", "COERCE"}:
            return None
        places = [statement.place, *(a.filler for a in statement.arguments if a.role == "location")]
        return next((m for m in places if m is not None and self._cast.party(m).country), None)

    def _recipients(self, statement: Statement, match: Match, inside: Sequence[Act]) -> tuple[Mention, ...]:
        """At whom the act is directed: in its own words, in those that it governs, or near by."""
        found = sides.recipients(statement, match, self._inner(statement, match), self._cast)
        if not found:
            found = self._charged(statement)
        for each, content in inside if not found else ():
            found = sides.recipients(each, content, self._inner(each, content), self._cast)
            if found:
                return found
        for each in self._purposes(statement) if not found else ():
            found = tuple(m for m in (each.object,) if m is not None and sides.other(m, statement.subject, self._cast))
        return found or self._nearby(statement, match, inside)

    def _nearby(self, statement: Statement, match: Match, inside: Sequence[Act]) -> tuple[Mention, ...]:
        """Where a hostile act happens, or the next actor named in the speaker's words for one that is directed."""
        hostile = (self._known.types[match.predicate.event or ""].quad_class or "").endswith("conflict")
        if not hostile and not self._directed(match) and match.predicate.event != "AGREE":
            return ()
        for place in (statement.place, *(each.place for each, _ in inside)) if hostile else ():
            if place is not None:
                return (place,)
        source = statement.attributed_to[-1].source if statement.attributed_to else None
        start, end = statement.predicate.span.end, statement.sentence.end
        if source is not None and source.span.start >= start:
            end = source.span.start
        named = self._cast.named(Span(start, max(start, end)))
        return tuple(m for m, _ in named if sides.other(m, statement.subject, self._cast))[:1]

    def _directed(self, match: Match) -> bool:
        return match.predicate.directed or self._known.types[match.predicate.event or ""].directed

    def _carries(self, statement: Statement, match: Match) -> bool:
        """Whether a statement only decides or announces an act that its object names: "approved *the deployment* of"."""
        if statement.predicate.lemma not in self._known.triggers.classes[_DECISIONS] or match.taken:
            return False
        return any(self._decider(each) is statement for each, _ in self._inner(statement, match))

    def _decider(self, statement: Statement) -> Statement | None:
        """Who decides or announces an act that a noun names without telling whose it is."""
        if statement.subject is not None or not statement.rule.startswith(_NOMINAL):
            return None
        decisions = self._known.triggers.classes[_DECISIONS]
        for each in self._statements:
            decides = each.predicate.lemma in decisions and each.object is not None and each.subject is not None
            if decides and each.object is not None and each.object.span.holds(statement.predicate.span):
                return each
        return None

    def _serves(self, statement: Statement) -> Statement | None:
        """What the same subject does for the purpose of a planned act: "*sent* food to help Mali"."""
        if statement.factuality.modality is not Modality.PLANNED or statement.rule.startswith(_NOMINAL):
            return None
        for each in self._statements:
            first = each.predicate.span.end <= statement.predicate.span.start and each.id in self._matches
            if first and each.subject == statement.subject and not _governs(each, statement):
                return each
        return None

    def _purposes(self, statement: Statement) -> list[Statement]:
        return [each for each in self._statements if self._serves(each) is statement]

    def _charged(self, statement: Statement) -> tuple[Mention, ...]:
        """Who is to act, or may, in the words that a statement governs: "demanded that *Hamas* disarm"."""
        spans = governing.contents(statement)
        for each in sorted(self._statements, key=lambda each: each.predicate.span):
            if each.subject is None or each.rule.startswith(_NOMINAL) or each is statement:
                continue
            if any(span.holds(each.predicate.span) for span in spans):
                other = sides.other(each.subject, statement.subject, self._cast)
                return (each.subject,) if other and each.subject != statement.subject else ()
        return ()

    def _reciprocal(self, match: Match) -> bool:
        return match.predicate.reciprocal or self._known.types[match.predicate.event or ""].reciprocal

    def _made(
        self,
        statement: Statement,
        match: Match,
        kind: str,
        subject: Mention | None,
        recipients: tuple[Mention, ...],
        inside: Sequence[Act],
    ) -> Event:
        said = phrases(statement)
        for each, _ in inside[:1]:
            said |= phrases(each)
        contexts = {*match.predicate.contexts, *self._known.evidence.contexts_of(said)}
        contexts.update(name for _, content in inside[:1] for name in content.predicate.contexts)
        if governing.ahead(statement.factuality):
            contexts.add("future")
        actors = (subject,) if subject is not None else ()
        if self._reciprocal(match):
            with_ = [a.filler for a in statement.arguments if a.marker == _WITH and a.role != "complement"]
            partners = tuple(m for m in (*with_, *self._partners(statement)) if self._cast.acts(m))
            actors, recipients = (*actors, *partners), (*recipients, *partners, *actors) if partners else recipients
            recipients = tuple(dict.fromkeys(recipients))
        return Event(
            type=kind,
            mode=self._mode(match, kind, said, inside),
            contexts=tuple(sorted(contexts)),
            cameo=match.predicate.cameo if kind == match.predicate.event else self._known.types[kind].cameo,
            actors=tuple(self._party(mention, match, recipients) for mention in actors),
            recipients=tuple(self._party(mention, match, ()) for mention in recipients),
        )

    def _party(self, mention: Mention, match: Match, others: Sequence[Mention]) -> Party:
        """A party; in an act of domestic politics one of no known country is of the only country that is spoken of.

        That country must be named apart from the other side: who arrests a Peruvian need not be one.
        """
        party = self._cast.party(mention)
        if party.country or party.kind or not self._known.types[match.predicate.event or ""].domestic:
            return party
        countries = {
            entity.country
            for name, entity in self._cast.named(self._statements[0].sentence)
            if entity.country and not any(other.span.holds(name.span) for other in others)
        }
        alone = len(countries) == 1 and mention.type not in _BODIES
        return replace(party, country=next(iter(countries))) if alone else party

    def _mode(self, match: Match, kind: str, said: set[str], inside: Sequence[Act]) -> str | None:
        """The mode: that of the act held or put off, else the predicate's own, refined by the words beside it."""
        modes = self._known.modes[kind]
        acts = [content for _, content in inside]
        if kind != match.predicate.event:
            acts.insert(0, match)
        for act in acts:
            event, mode = act.predicate.event, act.predicate.mode
            if event != kind and mode in modes and kind == "THREATEN":
                return mode
            found = next((name for name, each in modes.items() if event in each.contents), None)
            if found is not None:
                return found
        own = match.predicate.mode if kind == match.predicate.event else None
        told = self._known.evidence.mode_of(kind, said)
        if own is None or (told is not None and own.partition("-")[0] == told.partition("-")[0]):
            return told or own
        return own

    def _demands(self) -> Iterator[tuple[str, Event]]:
        """Statements that say that another must act, which asks it of him: "Russia says Israel must stop"."""
        by_id = {statement.id: statement for statement in self._statements}
        for statement in self._statements:
            if not governing.demanded(statement.factuality) or not statement.attributed_to:
                continue
            said = by_id.get(statement.attributed_to[-1].statement)
            one = statement.subject or statement.object
            if said is None or one is None or statement.rule.startswith(_NOMINAL):
                continue
            match = self._matches.get(said.id)
            if (match is not None and match.predicate.event is not None) or said.factuality.negated:
                continue
            speaker = sides.actor(said, self._cast)
            if speaker is None or not sides.other(one, speaker, self._cast):
                continue
            inside = [(s, m) for s, m in self._acts if s.id == statement.id]
            modes = self._known.modes["REQUEST"]
            kinds = [m.predicate.event for _, m in inside]
            yield (
                said.id,
                Event(
                    type="REQUEST",
                    mode=next((name for name, each in modes.items() if {*kinds} & {*each.contents}), None),
                    contexts=tuple(sorted(self._known.evidence.contexts_of(phrases(statement)))),
                    cameo=self._known.types["REQUEST"].cameo,
                    actors=(self._cast.party(speaker),),
                    recipients=(self._cast.party(one),),
                ),
            )

    def _once(self, events: Mapping[str, Event | None]) -> dict[str, Event]:
        """The first of events that say the same of the same two sides."""
        kept: dict[str, Event] = {}
        seen: set[tuple[str, frozenset[Span], frozenset[Span]]] = set()
        for statement in self._statements:
            event = events.get(statement.id)
            if event is None:
                continue
            actors = frozenset(party.mention.span for party in event.actors)
            recipients = frozenset(party.mention.span for party in event.recipients)
            if (event.type, actors, recipients) not in seen:
                seen.add((event.type, actors, recipients))
                kept[statement.id] = event
        return kept


def _governs(statement: Statement, other: Statement) -> bool:
    """Whether the other statement is the complement of this one, of the same subject."""
    return (
        statement is not other
        and statement.subject == other.subject
        and any(a.role == "complement" and a.filler.span.holds(other.predicate.span) for a in statement.arguments)
    )


def _presupposed(statement: Statement) -> bool:
    """Whether a criticized act is taken for a fact: "condemned the attack by rebels"."""
    return statement.rule.startswith(_NOMINAL) and statement.factuality.actual
