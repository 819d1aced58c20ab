"""The stage itself: a parsed document becomes a reading, statement by statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from kgraph.extract.attribution import Report, reports
from kgraph.extract.clauses import Clause, ClauseArgument, clauses
from kgraph.extract.factuality import factuality
from kgraph.extract.offices import Holding, holdings
from kgraph.extract.phrases import mention, mention_of, named_mentions, source
from kgraph.extract.quotes import quotations
from kgraph.extract.repairs import repair
from kgraph.extract.speech import join_quotations
from kgraph.extract.times import is_time, time_of
from kgraph.model.document import Span
from kgraph.model.identifiers import ONTOLOGY, STATEMENT, digest, document_iri, open_predicate_iri
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import ParsedDocument, Sentence
from kgraph.model.statement import Argument, Attribution, Content, Mention, Predicate, Reading, Statement

# Beyond this, long lists on both sides of a verb are not multiplied out.
_MOST_PAIRS = 64
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_CONFIDENCE = {"own subject": 0.95, "relative clause": 0.9, "shared subject": 0.9, "no subject": 0.6}
_INFERRED_CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True)
class _Draft:
    """A statement before its holders are known, with the report that it makes, if any."""

    statement: Statement
    report: Report | None


def extract(parsed: ParsedDocument, lexicon: Lexicon) -> Reading:
    """What a document says.

    Args:
        parsed: The document with its sentences.
        lexicon: Knowledge of its language.

    Returns:
        The statements in document order, their mentions not yet linked, and all named mentions.
    """
    text = parsed.document.text
    sentences = [repair(sentence, lexicon) for sentence in parsed.sentences]
    found: list[tuple[Sentence, list[Clause]]] = [(s, list(clauses(s, lexicon))) for s in sentences]
    made = [report for sentence, inside in found for report in reports(inside, sentence, lexicon)]
    joined = join_quotations(made, quotations(sentences, text), sentences)
    drafts = list(_drafts(parsed, found, joined, lexicon))
    mentions = [mention for sentence in sentences for mention in named_mentions(sentence, text)]
    return Reading(parsed.document, parsed.model, tuple(_attributed(drafts)), tuple(mentions))


def _drafts(
    parsed: ParsedDocument,
    found: Sequence[tuple[Sentence, list[Clause]]],
    joined: Sequence[Report],
    lexicon: Lexicon,
) -> Iterator[_Draft]:
    by_clause = {(r.clause.verb.start, r.clause.lemma): r for r in joined if r.clause is not None}
    for sentence, inside in found:
        for clause in inside:
            report = by_clause.get((clause.verb.start, clause.lemma))
            if not _is_semi_auxiliary(clause, lexicon):
                yield from _clause_drafts(parsed, clause, report, lexicon)
        for holding in holdings(sentence, lexicon, parsed.document.text):
            yield _Draft(_office_statement(parsed, sentence, holding), None)
    for report in joined:
        if report.clause is None:
            yield _Draft(_report_statement(parsed, report), report)


def _is_semi_auxiliary(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a predicate only lends its mood to the one below: "is able to", "is going to", "has to"."""
    verb, below = clause.verb, clause.complement
    if below is None or below.dep != "xcomp":
        return False
    if verb.lemma == "be":
        adjective = clause.sentence.child(verb, "acomp")
        return adjective is not None and adjective.lower in lexicon.embedders
    if verb.lemma == "go":
        return verb.tag == "VBG"
    return verb.lemma in {"have", "use"} and not clause.objects


def _clause_drafts(parsed: ParsedDocument, clause: Clause, report: Report | None, lexicon: Lexicon) -> Iterator[_Draft]:
    """One draft for each pair of coordinated subjects and objects."""
    if not clause.subjects and not clause.objects and clause.complement is None:
        return
    text = parsed.document.text
    sentence = clause.sentence
    facts = factuality(sentence, clause.verb, lexicon)
    time = time_of(clause, lexicon, parsed.document, facts.future)
    arguments, place = _arguments(clause, lexicon, text)
    words = Span(clause.words[0].start, clause.words[-1].end)
    predicate = Predicate(words, words.of(text), clause.lemma, open_predicate_iri(clause.lemma))
    content = Content(report.spans, report.quoted) if report is not None and report.spans else None
    who = source if content is not None else mention
    pairs = product(clause.subjects or (None,), clause.objects or (None,))
    for subject, target in islice(pairs, _MOST_PAIRS):
        if subject is not None and subject == target:
            continue
        statement = Statement(
            id="",
            document=parsed.document.id,
            sentence=sentence.span,
            subject=who(sentence, subject, text, clause.verb) if subject is not None else None,
            predicate=predicate,
            object=mention(sentence, target, text, clause.verb) if target is not None else None,
            arguments=arguments,
            content=content,
            factuality=facts,
            time=time,
            place=place,
            confidence=_CONFIDENCE.get(clause.rule.removeprefix("passive/"), _INFERRED_CONFIDENCE),
            rule=f"clause/{clause.rule}",
        )
        yield _Draft(_identified(statement, parsed), report)


def _arguments(clause: Clause, lexicon: Lexicon, text: str) -> tuple[tuple[Argument, ...], Mention | None]:
    """The further arguments as mentions, the first named place apart, times left out."""
    place: Mention | None = None
    found = []
    for argument in clause.arguments:
        if is_time(argument.head, lexicon):
            continue
        filler = mention(clause.sentence, argument.head, text)
        if place is None and _is_place(argument, lexicon):
            place = filler
        else:
            found.append(Argument(argument.role, argument.marker, filler))
    if clause.complement is not None:
        found.append(_complement(clause, text))
    return tuple(found), place


def _is_place(argument: ClauseArgument, lexicon: Lexicon) -> bool:
    return argument.marker in lexicon.place_markers and argument.head.entity in _PLACES


def _complement(clause: Clause, text: str) -> Argument:
    """The clause that completes the predicate, as an argument marked by the word that introduces it."""
    assert clause.complement is not None
    words = clause.sentence.subtree(clause.complement)
    head = clause.complement
    if head.dep == "pcomp":
        marker = clause.sentence.head(head).lower
    else:
        introduced = clause.sentence.children(head, "mark", "aux")
        marker = next((t.lower for t in introduced if t.dep == "mark" or t.tag == "TO"), "")
    while words and words[-1].pos == "PUNCT":
        words.pop()
    while words and words[0].pos == "PUNCT":
        words.pop(0)
    return Argument("complement", marker, mention_of(clause.sentence, words or [head], head, text))


def _office_statement(parsed: ParsedDocument, sentence: Sentence, holding: Holding) -> Statement:
    office = holding.office
    return _identified(
        Statement(
            id="",
            document=parsed.document.id,
            sentence=sentence.span,
            subject=holding.person,
            predicate=Predicate(office.span, office.text, "hold office", ONTOLOGY + "holdsOffice"),
            object=office,
            arguments=tuple(Argument("body", "of", body) for body in holding.bodies),
            confidence=0.9,
            rule=holding.rule,
        ),
        parsed,
    )


def _report_statement(parsed: ParsedDocument, report: Report) -> Statement:
    """The statement of a report that has no clause of its own."""
    text = parsed.document.text
    noun = len(report.cue) == 1
    lemma = report.cue[0].lemma.lower() if noun else "according to"
    return _identified(
        Statement(
            id="",
            document=parsed.document.id,
            sentence=report.sentence.span,
            subject=source(report.sentence, report.source, text) if report.source is not None else None,
            predicate=Predicate(report.place, report.place.of(text), lemma, open_predicate_iri(lemma)),
            content=Content(report.spans, report.quoted) if report.spans else None,
            confidence=0.8 if noun else 0.9,
            rule="attribution/noun" if noun else "attribution/according to",
        ),
        parsed,
    )


def _identified(statement: Statement, parsed: ParsedDocument) -> Statement:
    """The statement with its id, minted from the document with its text and from where its parts are."""
    parts = [statement.subject, statement.object]
    places = [f"{part.span.start}-{part.span.end}" if part is not None else "" for part in parts]
    verb = statement.predicate.span
    document = document_iri(parsed.document.id, parsed.document.text)
    key = digest("statement", document, verb.start, verb.end, statement.predicate.lemma, *places)
    return replace(statement, id=STATEMENT + key)


def _attributed(drafts: Sequence[_Draft]) -> list[Statement]:
    """The statements in document order, each with the chain of those who report it, outermost first."""
    unique = {draft.statement.id: draft for draft in drafts}
    ordered = sorted(unique.values(), key=_position)
    reporting: dict[int, Statement] = {}
    for draft in ordered:
        if draft.report is not None and draft.statement.content is not None:
            reporting.setdefault(id(draft.report), draft.statement)
    holders = sorted(reporting.values(), key=_content_size, reverse=True)
    return [replace(draft.statement, attributed_to=_chain(draft.statement, holders)) for draft in ordered]


def _chain(statement: Statement, holders: Sequence[Statement]) -> tuple[Attribution, ...]:
    """The reporting statements whose reported words hold this statement's predicate."""
    span = statement.predicate.span
    return tuple(
        Attribution(holder.id, holder.subject)
        for holder in holders
        if holder.content is not None and holder.content.holds(span) and holder.predicate.span != span
    )


def _content_size(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content.spans) if statement.content else 0


def _position(draft: _Draft) -> tuple[int, int, int, str]:
    statement = draft.statement
    subject = statement.subject.span.start if statement.subject else -1
    target = statement.object.span.start if statement.object else -1
    return statement.predicate.span.start, subject, target, statement.id
