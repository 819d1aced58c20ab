"""Nominal events: nouns that say what verbs say, with their participants.

"The Russian blockade of Odesa" says that Russia blockades Odesa. Participants
that do not stand beside the noun (:mod:`kgraph.extract.participants`) are
found by a light verb ("made overtures"; Quirk et al. 1985, section 10.30) or,
for an adjunct ("during a visit"), in its clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgraph.extract.clauses import Clause, ClauseArgument
from kgraph.extract.governors import governing_verb, host, is_definite
from kgraph.extract.participants import EventPhrase, fill_from_phrase, is_value
from kgraph.extract.phrases import coordinated, filler, marker
from kgraph.model.lexicon import Effect, Lexicon
from kgraph.model.parsed import Sentence, Token

_INSIDE_PHRASES = frozenset({"amod", "compound", "nmod", "npadvmod"})
_IN_NAMES = frozenset({"FAC", "LAW", "ORG", "PRODUCT", "WORK_OF_ART"})
_NOT_PARTICIPANTS = frozenset({"attribute", "cause", "location", "topic"})


def nominals(sentence: Sentence, found: Sequence[Clause], lexicon: Lexicon) -> Iterator[Clause]:
    """Yields the nominal events of a sentence of which it names a participant.

    Args:
        sentence: The sentence.
        found: Its clauses.
        lexicon: Event nouns and the verbs that govern them.

    Yields:
        Clauses whose head is the noun and whose lemma is the verb that says the same.
        Of talks between several, one for each side with the others as companions.
    """
    for token in sentence.tokens:
        noun = lexicon.events.nouns.get(token.lemma.lower()) if token.pos == "NOUN" else None
        if noun is None or token.dep in _INSIDE_PHRASES or token.entity in _IN_NAMES:
            continue
        event = EventPhrase(sentence, token, noun, lexicon)
        fill_from_phrase(event)
        _from_governor(event, found)
        _from_behind(event)
        if noun.adjunct and not event.subjects:
            event.fill(noun.adjunct, _adjoined(event, found), "adjunct")
        if _has_participant(event):
            yield from _clauses(event)


def _from_governor(event: EventPhrase, found: Sequence[Clause]) -> None:
    """Participants of the light verb above: "*Turkey* made overtures *to Russia*", "came under attack".

    Who cancels or announces an event takes part in it unless it is one already known: "announced the deal".
    """
    # What a participle behind the noun says of it comes before the verb above: "faces a threat *posed by Chad*".
    for clause in sorted(found, key=lambda clause: clause.verb.head != event.head.i):
        entry = governing_verb(clause, event.head, event.lexicon)
        if entry is None or not entry.subject & {"agent", "undergoer"}:
            continue
        for argument in clause.arguments:
            if event.head not in {argument.head, host(event.sentence, argument.head)}:
                _from_argument(event, argument)
        known = entry.affirmed is not Effect.ASSERTED and is_definite(event.sentence, event.head, event.lexicon)
        if not known or clause.verb.dep in {"acl", "relcl"}:
            acts = "agent" in entry.subject
            doers = [h for h in clause.subjects if not acts or h.lemma.lower() not in event.lexicon.events.nouns]
            event.fill("subject" if acts else "object", doers, "light verb")


def _from_argument(event: EventPhrase, argument: ClauseArgument) -> None:
    """A participant that stands with the light verb: "imposed sanctions *on Russia*", "gave *Chad* aid"."""
    role = event.noun.markers.get(argument.marker, "")
    if role in {"subject", "object"}:
        event.fill(role, [argument.head], "light verb")
    elif (role or argument.role == "recipient") and all(a.head != argument.head for a in event.arguments):
        event.arguments.append(replace(argument, role=role or argument.role))


def _from_behind(event: EventPhrase) -> None:
    """Participants right behind the noun that the parser hangs on the verb: "welcomed overtures *by Chad to Mali*"."""
    sentence = event.sentence
    verb = sentence.head(event.head)
    if event.head.dep != "dobj" or sentence.child(verb, "auxpass") is not None:
        return
    end = sentence.subtree(event.head)[-1].i
    for preposition in sentence.children(verb, "prep", "agent", "dative"):
        first = filler(sentence, preposition)
        if preposition.i != end + 1 or first is None or is_value(first, event.lexicon):
            continue
        word = marker(sentence, preposition)
        role = "subject" if word == "by" else event.noun.markers.get(word, "")
        if role in {"subject", "object"} or event.rule == "agent":
            event.add(role, word, coordinated(sentence, first), "agent" if word == "by" else "preposition")
            end = sentence.subtree(preposition)[-1].i


def _adjoined(event: EventPhrase, found: Sequence[Clause]) -> list[Token]:
    """The surface subject of the clause of which an unknown event is an adjunct: "praised him during a visit"."""
    preposition = event.sentence.head(event.head)
    if (
        event.head.dep != "pobj"
        or preposition.lower not in event.lexicon.closed.adjoining_prepositions
        or is_definite(event.sentence, event.head, event.lexicon)
    ):
        return []
    verb = event.sentence.head(preposition)
    return next((list(c.objects if c.passive else c.subjects) for c in found if c.verb == verb), [])


def _has_participant(event: EventPhrase) -> bool:
    others = any(argument.role not in _NOT_PARTICIPANTS for argument in event.arguments)
    return bool(event.subjects or event.objects) or others


def _clauses(event: EventPhrase) -> Iterator[Clause]:
    clause = Clause(
        sentence=event.sentence,
        verb=event.head,
        words=(event.head,),
        lemma=event.noun.verb,
        subjects=tuple(dict.fromkeys(event.subjects)),
        objects=tuple(head for head in dict.fromkeys(event.objects) if head not in event.subjects),
        arguments=tuple(event.arguments),
        complement=_complement(event),
        passive=False,
        rule=event.rule or "no agent",
    )
    if event.rule != "parties":
        yield clause
        return
    for side in clause.subjects:
        others = tuple(ClauseArgument("companion", "with", other) for other in clause.subjects if other != side)
        yield replace(clause, subjects=(side,), arguments=(*others, *clause.arguments))


def _complement(event: EventPhrase) -> Token | None:
    """The clause that says what a decision, claim or attempt is: "to leave", "that it is safe"."""
    lemma = event.head.lemma.lower()
    if lemma not in event.lexicon.cue_nouns and lemma not in event.lexicon.embedders:
        return None
    for child in event.sentence.children(event.head, "acl", "ccomp", "relcl"):
        below = event.sentence.children(child, "mark", "aux")
        if any(t.tag == "TO" or (t.dep == "mark" and t.lower == "that") for t in below):
            return child
    return None
