"""The stage itself: a parsed document becomes a reading, statement by statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kgraph.extract.attribution import Report, by_labels, reports
from kgraph.extract.chains import attributed
from kgraph.extract.clauses import Clause, clauses
from kgraph.extract.coreference.link import follow, linked, with_antecedents
from kgraph.extract.drafting import Page, clause_statements, office_statement, report_statement
from kgraph.extract.holders import without_vain_reports
from kgraph.extract.nominals import nominals
from kgraph.extract.offices import holdings
from kgraph.extract.phrases import named_mentions
from kgraph.extract.quotes import quotations
from kgraph.extract.repairs import repair
from kgraph.extract.speech import join_quotations
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import ParsedDocument, Sentence
from kgraph.model.statement import Content, Reading, Statement


class _Draft(NamedTuple):
    """A statement before its holders are known, with the report that it makes, if any."""

    statement: Statement
    report: Report | None


def extract(parsed: ParsedDocument, lexicon: Lexicon) -> Reading:
    """What a document says.

    Args:
        parsed: The document with its sentences.
        lexicon: Knowledge of its language.

    Returns:
        The statements in document order and all named mentions; mentions tell their antecedents, entities are empty.
    """
    text = parsed.document.text
    sentences = [repair(sentence, lexicon) for sentence in parsed.sentences]
    found: list[tuple[Sentence, list[Clause]]] = [(s, list(clauses(s, lexicon))) for s in sentences]
    made = [report for sentence, inside in found for report in reports(inside, sentence, lexicon)]
    made += by_labels(sentences, lexicon)
    quoted = quotations(sentences, text)
    joined = join_quotations(made, quoted, sentences)
    page = Page.of(parsed.document)
    drafts = list(_drafts(page, found, joined, lexicon))
    statements = _attributed(drafts)
    references = follow(sentences, statements, quoted, text, lexicon)
    if references.holdings:
        drafts += (_Draft(office_statement(page, *each), None) for each in references.holdings)
        statements = _attributed(drafts)
    return Reading(
        parsed.document,
        parsed.model,
        tuple(without_vain_reports(list(linked(statements, sentences, references)))),
        tuple(
            with_antecedents(mention, sentence, references)
            for sentence in sentences
            for mention in named_mentions(sentence, text)
        ),
    )


def _drafts(
    page: Page,
    found: Sequence[tuple[Sentence, list[Clause]]],
    joined: Sequence[Report],
    lexicon: Lexicon,
) -> Iterator[_Draft]:
    by_clause = {(r.clause.verb.start, r.clause.lemma): r for r in joined if r.clause is not None}
    by_noun = {r.place.start: r for r in joined if r.clause is None}
    for sentence, inside in found:
        for clause in inside:
            report = by_clause.get((clause.verb.start, clause.lemma))
            if not _is_semi_auxiliary(clause, lexicon):
                content = Content(report.spans, report.quoted) if report is not None and report.spans else None
                yield from (_Draft(made, report) for made in clause_statements(page, clause, content, lexicon))
        for event in nominals(sentence, inside, lexicon):
            report = by_noun.pop(event.verb.start, None)
            content = Content(report.spans, report.quoted) if report is not None else None
            sources = (report.source,) if report is not None and report.source is not None else ()
            full = replace(event, subjects=event.subjects or sources)
            yield from (_Draft(made, report) for made in clause_statements(page, full, content, lexicon))
        for holding in holdings(sentence, lexicon, page.document.text):
            yield _Draft(office_statement(page, sentence, holding), None)
    for report in by_noun.values():
        yield _Draft(report_statement(page, report), report)


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


def _attributed(drafts: Sequence[_Draft]) -> list[Statement]:
    """The statements in document order, each with the chain of those who report it, outermost first."""
    unique = {draft.statement.id: draft for draft in drafts}
    ordered = sorted(unique.values(), key=_position)
    reporting: dict[int, Statement] = {}
    for draft in ordered:
        if draft.report is not None and draft.statement.content is not None:
            reporting.setdefault(id(draft.report), draft.statement)
    return attributed([draft.statement for draft in ordered], reporting.values())


def _position(draft: _Draft) -> tuple[int, int, int, str]:
    statement = draft.statement
    subject = statement.subject.span.start if statement.subject else -1
    target = statement.object.span.start if statement.object else -1
    return statement.predicate.span.start, subject, target, statement.id
