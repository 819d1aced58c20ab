"""The acts of one sentence and how they hang together.

PLOVER codes an act once. "Agreed to send tanks" is AGREE, and the tanks are
what it is about; "launched an attack" is one ASSAULT in two words; "sent food
to help" is one AID with its purpose; "approved the deployment" deploys.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kgraph.events.cast import Cast
from kgraph.events.coder import Coder
from kgraph.model.document import Document, Span
from kgraph.model.statement import Mention, Modality, Statement
from kgraph.model.vocabulary import EventType, PredicateType

_HOLDING = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "THREATEN"})
_NOMINAL = "nominal/"
_ASIDE = frozenset({"cause", "circumstance", "complement", "location", "time"})


@dataclass(frozen=True, slots=True)
class Act:
    """A statement whose predicate is a political act.

    Attributes:
        statement: The statement.
        predicate: Its predicate.
        type: The event type of the act as such.
        taken: Lemmas of the participants that the trigger takes up.
    """

    statement: Statement
    predicate: PredicateType
    type: EventType
    taken: frozenset[str]

    @property
    def span(self) -> Span:
        """Where its predicate stands."""
        return self.statement.predicate.span

    @property
    def reciprocal(self) -> bool:
        """Whether both sides are actors and recipients alike."""
        return self.predicate.reciprocal or self.type.reciprocal

    @property
    def directed(self) -> bool:
        """Whether there is such an act only where its recipient is known."""
        return self.predicate.directed or self.type.directed


@dataclass(frozen=True, slots=True)
class Scene:
    """The statements of one sentence.

    Attributes:
        document: The document.
        statements: The statements, in document order.
        predicates: What those whose words the ontology knows say, by their ids.
        acts: The political acts among them, in the order of their predicates.
        cast: Who is who.
        known: What the ontology knows of acts.
    """

    document: Document
    statements: Sequence[Statement]
    predicates: Mapping[str, PredicateType]
    acts: Sequence[Act]
    cast: Cast
    known: Coder

    def named(self, act: Act) -> list[Act]:
        """The nominal acts that stand in an act's object or arguments."""
        statement = act.statement
        mentions = [statement.object, *(a.filler for a in statement.arguments if a.role not in _ASIDE)]
        places = [mention.span for mention in mentions if mention is not None]
        return [each for each in self.acts if is_nominal(each) and any(span.holds(each.span) for span in places)]

    def held(self, act: Act) -> list[Act]:
        """The acts that an act is about, in the order of the text: those in its content, else those of its purpose."""
        if act.type.name not in _HOLDING:
            return []
        spans = contents(act.statement)
        purposes = {each.id for each in self.purposes(act.statement)}
        found = [each for each in self.acts if each is not act and any(span.holds(each.span) for span in spans)]
        return found or [each for each in self.acts if each.statement.id in purposes]

    def is_part(self, act: Act) -> bool:
        """Whether an act is told by another one: its content, its noun, what it serves, or what decides it."""
        return (
            self._is_compound(act.statement)
            or self._carries(act)
            or (self.sends(act.statement) and any(self.served(each.statement) is act.statement for each in self.acts))
            or self._only_serves(act)
            or any(self._takes_in(each, act) for each in self.acts if each is not act)
        )

    def partners(self, statement: Statement) -> tuple[Mention, ...]:
        """Who acts together with the subject of a statement: "*Chad* and Mali held talks"."""
        return _partners(statement, self.statements)

    def decider(self, statement: Statement) -> Statement | None:
        """Who decides or announces an act that a noun names, unless it is told to be another's."""
        if not statement.rule.startswith(_NOMINAL):
            return None
        for each in self.statements:
            own = each.subject is not None and statement.subject in {None, each.subject}
            about = each.object is not None and each.object.span.holds(statement.predicate.span)
            if own and about and each.predicate.lemma in self.known.cues.decisions:
                return each
        return None

    def served(self, statement: Statement) -> Statement | None:
        """What the same subject does for the purpose of a planned act: "*sent* food to help Mali"."""
        if statement.factuality.modality is not Modality.PLANNED or statement.rule.startswith(_NOMINAL):
            return None
        for each in self.statements:
            before = each.predicate.span.end <= statement.predicate.span.start and each.id in self.predicates
            if before and each.subject == statement.subject and not governs(each, statement):
                return each
        return None

    def purposes(self, statement: Statement) -> list[Statement]:
        """What a statement is done for."""
        return [each for each in self.statements if self.served(each) is statement]

    def sends(self, statement: Statement) -> bool:
        """Whether somebody is sent who acts: "sent *experts* to inspect the plant"."""
        sent = statement.object
        return statement.predicate.lemma in self.known.cues.sending and sent is not None and self.cast.acts(sent)

    def is_silence(self, act: Act) -> bool:
        """Whether somebody only declines to speak, CAMEO's 011, which PLOVER leaves out: "declined to comment"."""
        below = (each for each in self.statements if governs(act.statement, each))
        return act.type.name == "REJECT" and any(each.predicate.lemma in self.known.cues.comment for each in below)

    def charged(self, statement: Statement) -> tuple[Mention, ...]:
        """Who is to act, or may, in the words that a statement governs: "demanded that *Hamas* disarm"."""
        spans = contents(statement)
        for each in sorted(self.statements, key=lambda each: each.predicate.span):
            if each.subject is None or each is statement or each.rule.startswith(_NOMINAL):
                continue
            if any(span.holds(each.predicate.span) for span in spans):
                return (each.subject,) if self.cast.other(each.subject, statement.subject) else ()
        return ()

    def _takes_in(self, act: Act, other: Act) -> bool:
        """Whether an act holds another as its content, or takes it up with its noun."""
        statement = act.statement
        holds = act.type.name in _HOLDING and statement.subject is not None and self.cast.acts(statement.subject)
        inside = holds and any(span.holds(other.span) for span in contents(statement))
        presupposed = act.type.name == "ACCUSE" and is_nominal(other) and other.statement.factuality.actual
        if inside and not presupposed and self.served(statement) is not other.statement:
            return True
        if is_nominal(act) or not is_nominal(other) or other not in self.named(act):
            return False
        doer = other.statement.subject
        if doer is not None and doer != statement.subject and (statement.subject is None or presupposed):
            return False
        noun = other.statement.predicate.text.lower()
        return other.statement.rule.endswith("light verb") or any(noun.startswith(word) for word in act.taken)

    def _carries(self, act: Act) -> bool:
        """Whether an act only decides or announces another that its object names: "approved *the deployment*"."""
        decides = act.statement.predicate.lemma in self.known.cues.decisions and not act.taken
        return decides and any(self.decider(each.statement) is act.statement for each in self.named(act))

    def _only_serves(self, act: Act) -> bool:
        """Whether another act is done for this one.

        What a call is made for is said in it ("called *to thank* him"), and whoever is sent does what it is for.
        """
        served = self.served(act.statement)
        event = self.predicates[served.id].event if served is not None else None
        if served is None or event is None or self.sends(served):
            return False
        return not (event == "CONSULT" and act.type.verbal)

    def _is_compound(self, statement: Statement) -> bool:
        """Whether the subject is compound and the statements of its parts stand beside."""
        own = statement.subject
        subjects = (each.subject for each in _same(statement, self.statements))
        return any(m and own and m.span != own.span and own.span.holds(m.span) for m in subjects)


def scene(statements: Sequence[Statement], document: Document, cast: Cast, known: Coder) -> Scene:
    """Finds the predicates and acts of a sentence's statements."""
    predicates: dict[str, PredicateType] = {}
    acts = []
    for statement in statements:
        match = known.triggers.match(statement, document.text)
        if match is None:
            continue
        together = known.joint.get(match.predicate.iri)
        predicate = together if together is not None and _partners(statement, statements) else match.predicate
        predicates[statement.id] = predicate
        if predicate.event is not None:
            acts.append(Act(statement, predicate, known.types[predicate.event], match.taken))
    acts.sort(key=lambda act: act.span)
    return Scene(document, statements, predicates, acts, cast, known)


def _partners(statement: Statement, statements: Sequence[Statement]) -> tuple[Mention, ...]:
    own = statement.subject
    subjects = (each.subject for each in _same(statement, statements))
    return tuple(dict.fromkeys(m for m in subjects if m and own and not m.span.overlaps(own.span)))


def _same(statement: Statement, statements: Sequence[Statement]) -> list[Statement]:
    """The statements that the same words make, with other participants."""
    return [each for each in statements if each.predicate.span == statement.predicate.span]


def contents(statement: Statement) -> tuple[Span, ...]:
    """Where a statement's complement or reported words stand."""
    below = tuple(a.filler.span for a in statement.arguments if a.role == "complement")
    return below + (statement.content.spans if statement.content is not None else ())


def governs(statement: Statement, other: Statement) -> bool:
    """Whether the other statement is the complement of this one, of the same subject."""
    if statement is other or not statement.arguments:
        return False
    below = any(a.role == "complement" and a.filler.span.holds(other.predicate.span) for a in statement.arguments)
    return below and statement.subject == other.subject


def is_nominal(act: Act) -> bool:
    """Whether a noun tells the act."""
    return act.statement.rule.startswith(_NOMINAL)
