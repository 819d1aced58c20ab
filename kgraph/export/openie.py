"""Statements as open tuples, the form in which open information extraction is compared.

One tuple a line, tab separated: sentence, confidence, relation, subject,
object, further arguments, in the words of the sentence and in the order of
its surface, so that a passive stays one (Stanovsky and Dagan 2016, Bhardwaj
et al. 2019). An infinitive under another predicate joins it in one relation:
"failed to capture".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kgraph.export.wording import one_line, phrase
from kgraph.model.document import Span
from kgraph.model.statement import Argument, Mention, Reading, Statement


@dataclass(frozen=True, slots=True)
class _Frame:
    """A statement on its surface: first argument, relation, what follows."""

    first: Mention
    relation: str
    second: Mention | None
    arguments: tuple[Argument, ...]


def openie(reading: Reading) -> Iterator[str]:
    """The statements of a reading as lines of open tuples, each with its line end.

    A statement of which only one participant is known and that says nothing
    more of it has no tuple, and neither has one whose predicate is a noun.
    """
    text = reading.document.text
    governors = _governors(reading)
    subsumed = {governor.id for governor in governors.values()}
    for statement in reading.statements:
        frame = _surface(statement)
        if frame is None or statement.id in subsumed or statement.rule.startswith("nominal/"):
            continue
        relation, *rest = _relation_and_rest(statement, frame, text)
        fields = [_with_governors(statement, relation, governors), _words(frame.first, text), *rest]
        if len(fields) > 2:
            sentence = statement.sentence.of(text)
            yield "\t".join(map(one_line, [sentence, f"{statement.confidence:.4f}", *fields])) + "\n"


def _words(mention: Mention, text: str) -> str:
    """A mention's words, or those that a relative pronoun stands for."""
    relative = mention.coreference == "relative pronoun" and mention.antecedents
    return mention.antecedents[0].of(text) if relative else mention.text


def _surface(statement: Statement) -> _Frame | None:
    relation = "is" if statement.predicate.lemma == "hold office" else statement.predicate.text
    passive = "/passive/" in statement.rule
    if not passive or statement.object is None:
        if statement.subject is None:
            return None
        return _Frame(statement.subject, relation, statement.object, statement.arguments)
    agent = statement.subject
    if agent is None:
        return _Frame(statement.object, relation, None, statement.arguments)
    return _Frame(statement.object, f"{relation} by", agent, statement.arguments)


def _governors(reading: Reading) -> Mapping[str, Statement]:
    """From the id of each statement made by an infinitive to the statement whose predicate governs it."""
    infinitives: dict[tuple[int, Span | None], list[Statement]] = {}
    for statement in reading.statements:
        if statement.predicate.text.lower().startswith("to "):
            key = (statement.predicate.span.start, _subject_span(statement))
            infinitives.setdefault(key, []).append(statement)
    found = {}
    for statement in reading.statements:
        if statement.object is None and "/passive/" not in statement.rule:
            for argument in statement.arguments:
                if argument.role == "complement":
                    below = infinitives.get((argument.filler.span.start, _subject_span(statement)), ())
                    found.update({each.id: statement for each in below})
    return found


def _subject_span(statement: Statement) -> Span | None:
    return statement.subject.span if statement.subject is not None else None


def _with_governors(statement: Statement, relation: str, governors: Mapping[str, Statement]) -> str:
    """The relation with the predicates above it, from the outermost on: "plans to try to sell"."""
    current = statement
    while current.id in governors:
        current = governors[current.id]
        relation = f"{current.predicate.text} {relation}"
    return relation


def _relation_and_rest(statement: Statement, frame: _Frame, text: str) -> list[str]:
    """Relation, object and further arguments; where there is no object, the first marker joins the relation."""
    relation = frame.relation
    phrases = [phrase(argument) for argument in frame.arguments]
    if statement.content is not None and not statement.arguments and statement.object is None:
        inside = [span for span in statement.content.spans if statement.sentence.overlaps(span)]
        phrases += [("", " ".join(span.of(text) for span in inside))] if inside else []
    phrases += [("", part.text) for part in (statement.time, statement.place) if part is not None]
    if frame.second is not None:
        phrases.insert(0, ("", frame.second.text))
    elif phrases and phrases[0][0]:
        marker, words = phrases[0]
        phrases[0] = ("", words)
        relation = relation if relation.endswith(f" {marker}") else f"{relation} {marker}"
    return [relation, *(f"{marker} {words}".strip() for marker, words in phrases)]
