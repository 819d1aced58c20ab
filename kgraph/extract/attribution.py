"""Attribution: which words of a text are whose.

A *report* joins a cue, the source that is its subject and the content, the
reported words (PARC 3, Pareti 2016; PolNeAR, Newell et al. 2018). The cue's
complement gives indirect speech, quotation marks give direct speech, and a
quotation that runs on past its sentence or paragraph stays with its source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kgraph.extract.clauses import Clause
from kgraph.extract.content import clausal_content, nominal_content, runs
from kgraph.extract.quotes import Quotation
from kgraph.model.document import Span
from kgraph.model.lexicon import Cue, Lexicon
from kgraph.model.parsed import Sentence, Token

_SELF = frozenset({"i", "you"})
_LONGEST_MARK = 2  # characters of a quotation mark: two single ones for a double


@dataclass(frozen=True, slots=True)
class Report:
    """A cue with the words that it reports.

    ``clause`` is the cue's clause, or ``None`` for "according to", whose
    source and cue words then stand in ``source`` and ``cue``. ``nominal`` tells
    that the content is a phrase, not a clause.
    """

    sentence: Sentence
    cue: tuple[Token, ...]
    clause: Clause | None
    source: Token | None
    spans: tuple[Span, ...]
    quoted: bool
    nominal: bool = False


def reports(found: Sequence[Clause], sentence: Sentence, lexicon: Lexicon) -> list[Report]:
    """The reports of one sentence, before quotations of other sentences are joined to them."""
    made = [report for clause in found if (report := _report(clause, lexicon)) is not None]
    return made + _according_to(sentence)


def cue_of(clause: Clause, lexicon: Lexicon) -> Cue | None:
    """The lexicon's entry for a clause's predicate as a cue: by verb, verb and marker, or predicative adjective."""
    for argument in clause.arguments:
        cue = lexicon.cues.get(f"{clause.lemma} {argument.marker}")
        if cue is not None:
            return cue
    if clause.verb.lemma in lexicon.embedders and clause.complement is not None and clause.complement.dep != "ccomp":
        return None
    if clause.verb.lemma == "be":
        adjective = clause.sentence.child(clause.verb, "acomp")
        return lexicon.cue_adjectives.get(adjective.lower) if adjective is not None else None
    return lexicon.cues.get(clause.lemma) or lexicon.cues.get(clause.verb.lemma.lower())


def _report(clause: Clause, lexicon: Lexicon) -> Report | None:
    cue = cue_of(clause, lexicon)
    tokens = clausal_content(clause, cue, lexicon) if cue is not None else []
    nominal = not tokens and bool(clause.subjects)
    if nominal:
        tokens = nominal_content(clause, lexicon)
    if cue is None and not tokens:
        return None
    return Report(clause.sentence, clause.words, clause, None, runs(tokens), quoted=False, nominal=nominal)


def _according_to(sentence: Sentence) -> list[Report]:
    found = []
    for token in sentence.tokens:
        to = sentence.child(token, "prep", "prt")
        if token.lower != "according" or to is None or to.lower != "to":
            continue
        source = sentence.child(to, "pobj")
        if source is None:
            continue
        inside = {t.i for t in sentence.subtree(token)}
        content = [t for t in sentence.subtree(sentence.head(token)) if t.i not in inside]
        found.append(Report(sentence, (token, to), None, source, runs(content), quoted=False))
    return found


def join_quotations(
    found: Sequence[Report], quoted: Sequence[Quotation], sentences: Sequence[Sentence]
) -> list[Report]:
    """The reports with the quotations that belong to them.

    A quotation belongs to the report whose content it overlaps; else to a
    report without content in one of its sentences; else, if no report stands
    in its sentences, to the last report of direct speech in the paragraph, or
    in the paragraph before when that one ended inside a quotation.
    """
    joined = list(found)
    last: int | None = None
    previous: Quotation | None = None
    for quotation in quoted:
        touched = [s for s in sentences if s.span.overlaps(quotation.span)]
        owner = _owner(joined, quotation, touched)
        if owner is None and last is not None and _is_resumed(joined[last], quotation, touched, joined):
            owner = last
        if owner is None and last is not None and previous is not None and _goes_on(previous, quotation, touched):
            owner = last
        if owner is not None:
            joined[owner] = _with_quotation(joined[owner], quotation)
            last, previous = owner, quotation
    return [report for report in joined if not _adds_no_holder(report, joined)]


def _adds_no_holder(report: Report, found: Sequence[Report]) -> bool:
    """Whether a cue inside somebody's reported words does not report somebody else's.

    Parenthetical verbs of the first person ("I think", "you know"; Urmson
    1952) weaken what is said, but whoever says them is already being quoted;
    and a speaker who says that some support a plan tells what they do, not
    what they say.
    """
    own = report.clause is not None and any(subject.lower in _SELF for subject in report.clause.subjects[:1])
    if not own and not report.nominal:
        return False
    cue = _cue_span(report)
    return any(
        other is not report and not other.nominal and any(span.holds(cue) for span in other.spans) for other in found
    )


def _owner(found: Sequence[Report], quotation: Quotation, touched: Sequence[Sentence]) -> int | None:
    """Index of the report whose words a quotation holds: the outermost one that overlaps it."""
    overlapping = [i for i, r in enumerate(found) if any(span.overlaps(quotation.span) for span in r.spans)]
    outside = [i for i in overlapping if not quotation.span.holds(_cue_span(found[i]))]
    if outside:
        return max(outside, key=lambda i: sum(span.end - span.start for span in found[i].spans))
    if overlapping:
        return None
    bare = [
        i
        for i, report in enumerate(found)
        if not report.spans and report.sentence in touched and not quotation.span.holds(_cue_span(report))
    ]
    return bare[0] if bare and _is_speech(quotation, touched) else None


def _cue_span(report: Report) -> Span:
    return Span(report.cue[0].start, report.cue[-1].end)


def _is_speech(quotation: Quotation, touched: Sequence[Sentence]) -> bool:
    """Whether quoted words are reported, not just marked: they hold a verb or are more than two words."""
    words = [t for s in touched for t in s.tokens if quotation.span.holds(Span(t.start, t.end)) and t.pos != "PUNCT"]
    return len(words) > 2 or any(word.pos in {"VERB", "AUX"} for word in words)


def _is_resumed(report: Report, quotation: Quotation, touched: Sequence[Sentence], found: Sequence[Report]) -> bool:
    """Whether a quotation takes up direct speech that its own cue interrupted: "The war," he said, "is over"."""
    cue = _cue_span(report)
    if not report.quoted or report.sentence not in touched or quotation.span.start < cue.end:
        return False
    between = [r for r in found if cue.end <= _cue_span(r).start < quotation.span.start]
    return not between and _is_speech(quotation, touched)


def _goes_on(previous: Quotation, quotation: Quotation, touched: Sequence[Sentence]) -> bool:
    """Whether a quotation without a cue continues the speech of the one before."""
    same = previous.paragraph == quotation.paragraph
    next_one = previous.open_ended and quotation.paragraph == previous.paragraph + 1
    whole = bool(touched) and quotation.span.start - touched[0].span.start <= _LONGEST_MARK
    return (same or next_one) and whole


def _with_quotation(report: Report, quotation: Quotation) -> Report:
    spans = sorted([*report.spans, quotation.span])
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end + 1:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    cue = _cue_span(report)
    if any(span.overlaps(cue) for span in merged):
        return replace(report, quoted=True)
    return replace(report, spans=tuple(merged), quoted=True)
