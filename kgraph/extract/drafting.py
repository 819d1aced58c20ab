"""Statements out of clauses, nominal events, offices and reports, before their holders are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, product

from kgraph.extract.attribution import Report
from kgraph.extract.clauses import Clause, relative_pronoun
from kgraph.extract.event_factuality import event_factuality
from kgraph.extract.factuality import clause_above, factuality
from kgraph.extract.offices import Holding
from kgraph.extract.phrases import joint_source, mention, mention_of, source
from kgraph.extract.places import is_place
from kgraph.extract.times import is_time, time_of, time_of_phrase
from kgraph.model.document import Document, Span
from kgraph.model.identifiers import ONTOLOGY, STATEMENT, digest, document_iri, open_predicate_iri
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence
from kgraph.model.statement import Argument, Content, Mention, Predicate, Statement, Time

# Beyond this, long lists on both sides of a verb are not multiplied out.
_MOST_PAIRS = 64
_CONFIDENCE = {"own subject": 0.95, "relative clause": 0.9, "shared subject": 0.9, "no subject": 0.6}
_INFERRED_CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True)
class Page:
    """A document and its IRI, minted once, from which the ids of its statements are minted."""

    document: Document
    iri: str

    @classmethod
    def of(cls, document: Document) -> Page:
        """The page of a document."""
        return cls(document, document_iri(document.id, document.text))

    def identifier(self, predicate: Predicate, subject: Mention | None, target: Mention | None) -> str:
        """The IRI of a statement, which the document and the places of its parts make."""
        parts = [subject, target]
        places = [f"{part.span.start}-{part.span.end}" if part is not None else "" for part in parts]
        verb = predicate.span
        return STATEMENT + digest("statement", self.iri, verb.start, verb.end, predicate.lemma, *places)


def clause_statements(page: Page, clause: Clause, content: Content | None, lexicon: Lexicon) -> Iterator[Statement]:
    """The statements of a clause or of a nominal event, one for each pair of coordinated subjects and objects.

    A report has one statement that carries its content, by all its sources
    together; what its members do to each object stands beside it.

    Args:
        page: Where it stands.
        clause: The clause or event.
        content: What it reports, if anything.
        lexicon: Knowledge of the language.
    """
    nominal = clause.verb.pos == "NOUN"
    if not nominal and not clause.subjects and not clause.objects and clause.complement is None:
        return
    text, sentence = page.document.text, clause.sentence
    facts = (event_factuality if nominal else factuality)(sentence, clause.verb, lexicon)
    time = (_event_time if nominal else time_of)(clause, lexicon, page.document, facts.future)
    arguments, place = _arguments(clause, lexicon, text)
    words = Span(clause.words[0].start, clause.words[-1].end)
    predicate = Predicate(words, words.of(text), clause.lemma, open_predicate_iri(clause.lemma))

    def stated(subject: Mention | None, target: Mention | None, reported: Content | None = None) -> Statement:
        return Statement(
            id=page.identifier(predicate, subject, target),
            document=page.document.id,
            sentence=sentence.span,
            subject=subject,
            predicate=predicate,
            object=target,
            arguments=arguments,
            content=reported,
            factuality=facts,
            time=time,
            place=place,
            confidence=_CONFIDENCE.get(clause.rule.removeprefix("passive/"), _INFERRED_CONFIDENCE),
            rule=f"{'nominal' if nominal else 'clause'}/{clause.rule}",
        )

    objects = {head: mention(sentence, head, text, clause.verb) for head in clause.objects}
    if content is not None:
        first = objects[clause.objects[0]] if clause.objects else None
        yield stated(_reporter(clause, text), first, content)
    for subject, target in islice(product(clause.subjects or (None,), clause.objects or (None,)), _MOST_PAIRS):
        told = content is not None and len(clause.subjects) < 2 and target in {None, *clause.objects[:1]}
        if not told and (subject is None or subject != target):
            who = mention(sentence, subject, text, clause.verb) if subject is not None else None
            yield stated(who, objects.get(target) if target else None)


def _reporter(clause: Clause, text: str) -> Mention | None:
    """Who makes a report, with all that describes them; several make it together, a relative pronoun speaks for one."""
    pronoun = relative_pronoun(clause.sentence, clause.verb)
    if clause.rule == "relative clause" and pronoun is not None:
        taken_up = mention(clause.sentence, clause.subjects[0], text, clause.verb)
        who = mention_of(clause.sentence, [pronoun], pronoun, text)
        return replace(who, antecedents=(taken_up.name or taken_up.span,), coreference="relative pronoun")
    if len(clause.subjects) > 1:
        return joint_source(clause.sentence, clause.subjects, text, clause.verb)
    return source(clause.sentence, clause.subjects[0], text, clause.verb) if clause.subjects else None


def _event_time(event: Clause, lexicon: Lexicon, document: Document, future: bool) -> Time | None:
    """When a nominal event takes place: its own time, else that of the clause whose subject takes part in it."""
    own = time_of_phrase(event.sentence, event.verb, lexicon, document, future)
    if own is not None or event.rule not in {"light verb", "adjunct"}:
        return own
    above = clause_above(event.verb, event.sentence)
    return time_of(replace(event, verb=above), lexicon, document, future) if above is not None else None


def _arguments(clause: Clause, lexicon: Lexicon, text: str) -> tuple[tuple[Argument, ...], Mention | None]:
    """The further arguments as mentions, the first named place apart, times left out."""
    place: Mention | None = None
    found = []
    for argument in clause.arguments:
        if is_time(argument.head, lexicon):
            continue
        filler = mention(clause.sentence, argument.head, text)
        if place is None and is_place(argument, lexicon):
            place = filler
        else:
            found.append(Argument(argument.role, argument.marker, filler))
    if clause.complement is not None:
        found.append(_complement(clause, text))
    return tuple(found), place


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
    while words[-1].pos == "PUNCT" and words[-1] is not head:
        words.pop()
    while words[0].pos == "PUNCT" and words[0] is not head:
        words.pop(0)
    return Argument("complement", marker, mention_of(clause.sentence, words, head, text))


def office_statement(page: Page, sentence: Sentence, holding: Holding) -> Statement:
    """The statement that a person holds an office."""
    person, office = holding.person, holding.office
    predicate = Predicate(office.span, office.text, "hold office", ONTOLOGY + "holdsOffice")
    return Statement(
        id=page.identifier(predicate, person, office),
        document=page.document.id,
        sentence=sentence.span,
        subject=person,
        predicate=predicate,
        object=office,
        arguments=tuple(Argument("body", "of", body) for body in holding.bodies),
        confidence=0.9,
        rule=holding.rule,
    )


def report_statement(page: Page, report: Report) -> Statement:
    """The statement of a report that has no clause of its own."""
    text, sentence, cue = page.document.text, report.sentence, report.cue[0]
    who = source(sentence, report.source, text) if report.source is not None else None
    if len(report.cue) > 1:
        kind, lemma = "according to", "according to"
    elif cue.pos == "PUNCT":
        kind, lemma = "label", "say"
        who = mention_of(sentence, list(sentence.tokens[: cue.i]), report.source, text) if report.source else None
    else:
        kind, lemma = "noun", cue.lemma.lower()
    predicate = Predicate(report.place, report.place.of(text), lemma, open_predicate_iri(lemma))
    return Statement(
        id=page.identifier(predicate, who, None),
        document=page.document.id,
        sentence=sentence.span,
        subject=who,
        predicate=predicate,
        content=Content(report.spans, report.quoted) if report.spans else None,
        confidence=0.8 if kind == "noun" else 0.9,
        rule=f"attribution/{kind}",
    )
