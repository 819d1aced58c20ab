"""Direct speech: which report each quotation belongs to.

The cue may stand before the quotation, inside it, after it or in the sentence
beside it; one cue may serve several quotations, over sentences and paragraphs.
Everything is decided from the paragraph that a quotation stands in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kgraph.extract.attribution import Report
from kgraph.extract.quotes import Quotation
from kgraph.model.document import Span
from kgraph.model.parsed import Sentence

_SELF = frozenset({"i", "you"})
_LONGEST_MARK = 2  # characters of a quotation mark: two single ones for a double
_LONGEST_GAP = 3  # characters between a quotation and the sentence beside it: mark, space, mark


@dataclass(frozen=True, slots=True)
class _Scene:
    """A quotation and its paragraph.

    Attributes:
        quotation: The quotation.
        sentences: The sentences of the paragraph.
        touched: Those that hold a part of the quotation.
        reports: The reports whose cue stands in the paragraph, with their indices.
        framing: Those of them that stand in no quotation of the paragraph.
    """

    quotation: Quotation
    sentences: Sequence[Sentence]
    touched: Sequence[Sentence]
    reports: Sequence[tuple[int, Report]]
    framing: Sequence[tuple[int, Report]]

    @property
    def span(self) -> Span:
        return self.quotation.span

    def is_speech(self) -> bool:
        """Whether the quoted words are reported, not just marked: they hold a verb or are more than two words."""
        words = [
            t for s in self.touched for t in s.tokens if self.span.holds(Span(t.start, t.end)) and t.pos != "PUNCT"
        ]
        return len(words) > 2 or any(word.pos in {"VERB", "AUX"} for word in words)

    def is_resumed(self) -> bool:
        """Whether the quotation takes up a sentence that its frame interrupts: it starts small after a comma."""
        tokens = [token for sentence in self.touched for token in sentence.tokens]
        first = next((n for n, token in enumerate(tokens) if token.start >= self.span.start), 0)
        return first > 1 and tokens[first].text[0].islower() and tokens[first - 2].text == ","

    def is_all(self) -> bool:
        """Whether the paragraph is this quotation and nothing else."""
        first, last = self.sentences[0].span.start, self.sentences[-1].span.end
        return self.span.start - first <= _LONGEST_MARK and last - self.span.end <= _LONGEST_MARK

    def is_whole(self) -> bool:
        """Whether the quotation begins with its sentence."""
        return bool(self.touched) and self.span.start - self.touched[0].span.start <= _LONGEST_MARK


def join_quotations(
    found: Sequence[Report], quoted: Sequence[Quotation], sentences: Sequence[Sentence]
) -> list[Report]:
    """The reports with the quotations that belong to them.

    A quotation belongs to the report whose content it overlaps; else to a
    report without content in one of its sentences; else to one whose direct
    speech in the same sentence it takes up; else to a report without content
    in the sentence right after or, with a colon, right before it; else, if it
    begins its sentence, to the last report of direct speech in the paragraph,
    or in the paragraph before when that one ended inside a quotation.
    """
    joined = list(found)
    places: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        places[sentence.paragraph].append(sentence)
    by_paragraph: dict[int, list[int]] = defaultdict(list)
    for index, report in enumerate(joined):
        by_paragraph[report.sentence.paragraph].append(index)
    spoken = _spoken(joined, quoted)
    last: int | None = None
    previous: Quotation | None = None
    for quotation in quoted:
        around = places[quotation.paragraph]
        touched = [sentence for sentence in around if sentence.span.overlaps(quotation.span)]
        reports = [(index, joined[index]) for index in by_paragraph[quotation.paragraph]]
        framing = [(index, report) for index, report in reports if index not in spoken]
        scene = _Scene(quotation, around, touched, reports, framing)
        owner = _owner(scene)
        if owner is None and last is not None and previous is not None and _goes_on(previous, scene):
            owner = last
        if owner is None:
            owner = _told_before(scene)
        if owner is not None:
            joined[owner] = _with_quotation(joined[owner], quotation)
            last, previous = owner, quotation
    return [
        report
        for report in joined
        if not _is_nobodys(report) and not _adds_no_holder(report, [joined[i] for i in _near(report, by_paragraph)])
    ]


def _spoken(found: Sequence[Report], quoted: Sequence[Quotation]) -> set[int]:
    """Indices of the reports whose cue is itself a part of direct speech; quotations do not overlap."""
    starts = [quotation.span.start for quotation in quoted]
    inside = set()
    for index, report in enumerate(found):
        before = bisect_right(starts, report.place.start) - 1
        if before >= 0 and quoted[before].span.holds(report.place):
            inside.add(index)
    return inside


def _near(report: Report, by_paragraph: dict[int, list[int]]) -> list[int]:
    """The reports whose words may hold a report: speech may run on from the paragraph before."""
    paragraph = report.sentence.paragraph
    return [*by_paragraph.get(paragraph - 1, ()), *by_paragraph.get(paragraph, ())]


def _owner(scene: _Scene) -> int | None:
    """Index of the report in the paragraph whose words the quotation holds."""
    overlapping = [(i, r) for i, r in scene.reports if any(span.overlaps(scene.span) for span in r.spans)]
    outside = [(i, r) for i, r in overlapping if not scene.span.holds(r.place)]
    if outside:
        return max(outside, key=lambda pair: sum(span.end - span.start for span in pair[1].spans))[0]
    if not scene.is_speech():
        return None
    framing, resumed = scene.framing, scene.is_resumed()
    candidates = [
        *((i for i, r in framing if not r.spans and r.sentence in scene.touched)),
        *((i for i, r in framing if _takes_up(r, scene) and (resumed or not _is_cut_off(r, scene)))),
        *((i for i, r in framing if not r.spans and _is_beside(r, scene))),
    ]
    return candidates[0] if candidates else None


def _takes_up(report: Report, scene: _Scene) -> bool:
    """Whether a report in a quotation's sentence has direct speech already, or its cue stands right before the mark."""
    if report.sentence not in scene.touched:
        return False
    return report.quoted or 0 <= scene.span.start - report.place.end <= _LONGEST_GAP


def _is_cut_off(report: Report, scene: _Scene) -> bool:
    """Whether another cue stands between a report's cue and a quotation: "The war," he *said*, "is over"."""
    first, second = sorted([report.place, scene.span])
    return any(first.end <= other.place.start < second.start for _, other in scene.reports if other is not report)


def _is_beside(report: Report, scene: _Scene) -> bool:
    """Whether a report's sentence stands right after a quotation, or right before it and ends with a colon."""
    sentence = report.sentence
    after = 0 <= sentence.span.start - scene.span.end <= _LONGEST_GAP
    before = 0 <= scene.span.start - sentence.span.end <= _LONGEST_GAP and sentence.tokens[-1].text == ":"
    return after or before


def _goes_on(previous: Quotation, scene: _Scene) -> bool:
    """Whether a quotation without a cue continues the speech of the one before."""
    if previous.paragraph == scene.quotation.paragraph:
        return scene.is_whole()
    next_one = scene.quotation.paragraph == previous.paragraph + 1
    return next_one and scene.is_whole() and (previous.open_ended or scene.is_all())


def _told_before(scene: _Scene) -> int | None:
    """The report of indirect speech right before a quotation that begins a sentence: "He said no. 'Never.'"."""
    if not scene.is_whole() or not scene.is_speech():
        return None
    gap = range(scene.span.start - _LONGEST_GAP, scene.span.start + 1)
    told = [
        (i, r) for i, r in scene.reports if r.spans and not r.nominal and not r.quoted and r.sentence.span.end in gap
    ]
    return max(told, key=lambda pair: sum(span.end - span.start for span in pair[1].spans))[0] if told else None


def _with_quotation(report: Report, quotation: Quotation) -> Report:
    spans = sorted([*report.spans, quotation.span])
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end + 1:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    if any(span.overlaps(report.place) for span in merged):
        return replace(report, quoted=True)
    return replace(report, spans=tuple(merged), quoted=True)


def _is_nobodys(report: Report) -> bool:
    """Whether an active cue has no subject and no words in quotation marks: "assuming that it rains"."""
    clause = report.clause
    return clause is not None and not (clause.subjects or clause.passive or report.quoted)


def _adds_no_holder(report: Report, around: Sequence[Report]) -> bool:
    """Whether a cue inside somebody's reported words does not report somebody else's.

    Parenthetical verbs of the first person ("I think", "you know"; Urmson
    1952) weaken what is said, but whoever says them is already being quoted;
    and a speaker who says that some support a plan tells what they do, not
    what they say.
    """
    own = report.clause is not None and any(subject.lower in _SELF for subject in report.clause.subjects[:1])
    if not own and not report.nominal:
        return False
    return any(
        other is not report and not other.nominal and any(span.holds(report.place) for span in other.spans)
        for other in around
    )
