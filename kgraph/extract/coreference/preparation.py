"""What is gathered from a document before its references are followed: names, offices, speakers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from kgraph.extract.coreference.discourse import Setting
from kgraph.extract.coreference.heads import head_of
from kgraph.extract.coreference.identification import Identification, Speech, identifications
from kgraph.extract.coreference.names import Identity, Names
from kgraph.extract.coreference.roles import Description, held
from kgraph.extract.coreference.shortened import names_of
from kgraph.extract.quotes import Quotation
from kgraph.model.document import Span
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence
from kgraph.model.statement import Statement


def prepare(
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    quoted: Sequence[Quotation],
    text: str,
    lexicon: Lexicon,
) -> tuple[Setting, list[Identification]]:
    """The setting of a document, and the officials that it identifies only after they have spoken."""
    names = names_of(sentences, lexicon)
    offices, sides = _offices(sentences, statements, names, text, lexicon)
    speeches = _speeches(sentences, statements)
    found = identifications(speeches, sentences, names, offices, lexicon)
    for each in found:
        offices[each.identity].append(each.description)
        if each.description.noun in lexicon.reference.representing and each.description.own:
            own = each.description.own[0]
            sides.setdefault(each.identity, Span(own.start, own.end))
    setting = Setting(
        sentences=sentences,
        names=names,
        quotations=quoted,
        speakers=_speakers(quoted, speeches),
        reporters=_reporters(speeches),
        held=offices,
        sides=sides,
        identified={each.head.start: each.identity for each in found},
        lexicon=lexicon,
    )
    return setting, found


def _numbers(sentences: Sequence[Sentence]) -> dict[int, int]:
    return {sentence.span.start: number for number, sentence in enumerate(sentences)}


def _offices(
    sentences: Sequence[Sentence], statements: Sequence[Statement], names: Names, text: str, lexicon: Lexicon
) -> tuple[dict[Identity, list[Description]], dict[Identity, Span]]:
    """The offices that titles and appositions give, and the side that each holder speaks for."""
    offices: dict[Identity, list[Description]] = defaultdict(list)
    sides: dict[Identity, Span] = {}
    numbers = _numbers(sentences)
    for statement in statements:
        if statement.predicate.lemma != "hold office" or statement.subject is None:
            continue
        number = numbers[statement.sentence.start]
        identity = names.identities.get(head_of(sentences[number], statement.subject).start)
        description = held(statement, number)
        if identity is None or description is None:
            continue
        offices[identity].append(description)
        side = _side(statement, sentences[number], text, lexicon)
        if side is not None:
            sides.setdefault(identity, side)
    return offices, sides


def _side(statement: Statement, sentence: Sentence, text: str, lexicon: Lexicon) -> Span | None:
    """The state or body that the holder of an office speaks for: said of the office itself, not one he is sent to.

    A president speaks so for a state only.
    """
    if statement.object is None or statement.object.lemma not in lexicon.reference.representing:
        return None
    office = head_of(sentence, statement.object)
    for argument in statement.arguments:
        body = argument.filler
        above = sentence.head(head_of(sentence, body))
        beside = above in {office, sentence.head(office)} or (above.pos == "ADP" and sentence.head(above) is office)
        sent_to = text[: body.span.start].rstrip().endswith((" to", " to the"))
        if beside and not sent_to and (office.lemma.lower() != "president" or body.hint in {"GPE", "NORP"}):
            return body.span
    return None


def _speeches(sentences: Sequence[Sentence], statements: Sequence[Statement]) -> list[Speech]:
    numbers = _numbers(sentences)
    found = []
    for statement in statements:
        if statement.content is not None and statement.subject is not None:
            number = numbers[statement.sentence.start]
            found.append(Speech(statement, number, head_of(sentences[number], statement.subject)))
    return found


def _speakers(quoted: Sequence[Quotation], speeches: Sequence[Speech]) -> list[int | None]:
    """Where the head starts of the one whose words each quotation holds: of the smallest report around it."""
    starts = [quotation.span.start for quotation in quoted]
    around: list[list[Speech]] = [[] for _ in quoted]
    for speech in speeches:
        content = speech.statement.content
        for span in content.spans if content is not None else ():
            first = max(bisect_right(starts, span.start) - 1, 0)
            for i in range(first, bisect_left(starts, span.end)):
                place = quoted[i].span
                if place.overlaps(span) and not place.overlaps(speech.statement.predicate.span):
                    around[i].append(speech)
    return [min(each, key=_size).head.start if each else None for each in around]


def _size(speech: Speech) -> int:
    content = speech.statement.content
    return sum(span.end - span.start for span in content.spans) if content is not None else 0


def _reporters(speeches: Sequence[Speech]) -> dict[int, list[Span]]:
    """The quoted words of each reporter, by where his head starts."""
    found: dict[int, list[Span]] = defaultdict(list)
    for speech in speeches:
        if speech.statement.content is not None and speech.statement.content.quoted:
            found[speech.head.start] += speech.statement.content.spans
    return dict(found)
