"""The layout of news texts: where their paragraphs are, and what in them is not read as statements.

Texts come hard-wrapped or not, with blank lines or without, with headlines,
datelines, bylines, lists, tables and the boilerplate of agencies and sites.
Everything here is told from the text alone and answered in its offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kgraph.model.document import Span

_LONGEST_PARAGRAPH = 10_000
_LONGEST_WRAPPED_LINE = 120
_LONGEST_CELL = 40
_LONGEST_BYLINE = 20  # words
_LONGEST_BOILERPLATE = 400
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s")
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

# A list item's mark: bullets, dashes, asterisks, "1.", "(a)".
_ITEM = re.compile(r"(?:[•●○▪▫◦‣⁃∙·■□▶►➤➢✓✔*–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)])[ \t\u00a0]+(?=[\"“‘'(]?[A-Z0-9])")
_CELL_BORDER = re.compile(r"\t+|[ \u00a0]{3,}|\s*[|│¦]\s*")

_CITY = r"[A-Z][A-Z.'’/-]+(?: [A-Z][A-Z.'’/-]+){0,3}"
_REGION = r"(?:, [A-Z][\w.]*(?: [A-Z][\w.]*){0,2})?"
_DAY = (
    r"(?:,? (?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2})?(?:,? \d{4})?)?"
)
_AGENCY = r"\((?:[A-Z][\w./&’' ]{1,40})\)"
_DASH = r"\s?(?:--|[-–—])\s+"
# "WARSAW, Poland (AP) — ", "Kyiv, June 1 (Reuters) - ", "(CNN) -- ": where a report was filed, not what it says.
_DATELINE = re.compile(
    rf"{_CITY}{_REGION}{_DAY}(?: {_AGENCY}(?:{_DASH}|: )|{_DASH})(?=[\"“‘'«]?[A-Z0-9])"
    rf"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,2}}{_REGION}{_DAY} {_AGENCY}{_DASH}(?=\S)"
    rf"|{_AGENCY}{_DASH}(?=\S)"
)

_ROLES = (
    r"Staff Writers?|Staff|Correspondents?|Reporters?|Editors?|Columnists?|Contributors?|Bureau Chief|Writers?|Analyst"
)
_PERSON = r"[A-Z][\w.'’-]*(?: (?:[a-z]{1,3} )?[A-Z][\w.'’-]*){1,3}"
_BYLINE = re.compile(
    rf"(?:(?:By|BY|by|From|Story by)[:\s]\s*(?:[A-Z][\w.'’-]*|and|of|in|for|the|with|at|to|de|van|von|al|bin|&|[,|/@])"
    rf"(?:[\s,|/]+(?:[A-Z@][\w.'’-]*|\d{{1,4}}|and|of|in|for|the|with|at|to|de|van|von|al|bin|&|[|/–—-]))*"
    rf"|{_PERSON}(?: and {_PERSON})?\s*[,|]\s*(?:(?:[A-Z][\w.&]*\s+){{0,4}}(?:{_ROLES}))(?:\s*[,|].{{0,40}})?)\.?"
)

# Sentences that speak of the report, its makers, its site or its licence.
_BOILERPLATE = re.compile(
    r"""
      \W{0,2}(?:additional\s|further\s)?(?:reporting|writing|editing|compiled|written|edited|graphics?|translat(?:ed|ion))
        (?:\sand\s(?:reporting|writing|editing))?\s(?:by|from)\s(?-i:[A-Z])
    | \W{0,2}with\s(?:reporting|assistance|additional\sreporting|files|material)\s(?:by|from)\s(?-i:[A-Z])
    | (?:(?:some|additional|certain|further|background)\s)?(?:information|materials?|reporting|details|content)\s
        [^.!?]{0,100}\b(?:this|the)\s(?:report|story|article)\b(?:\scame\sfrom\b[^!?]{0,60})?[.!]?$
    | [^!?]{2,120}\b(?:contributed|assisted\swith)\s(?:(?:to|in|with)\s(?:this|the)\s(?:report|story|article|dispatch)\b
        |(?:reporting|research)\b)[^!?]{0,60}$
    | this\s(?:story|article|report|post|piece|dispatch|transcript|version)\s(?:has\sbeen|was|is)\s(?:\w+\s)?
        (?:updated|corrected|edited|amended|(?:re)?published|syndicated|translated|produced|generated|adapted|part\sof)\b
    | (?:©|\(c\)\s|copyright\s(?:©|\(c\)|by\b|\d)|(?:content\scopyright|all\srights\sreserved)\b)
    | the\s(?:views|opinions)\s(?:and\s(?:views|opinions)\s)?expressed\s(?:here|in\sthis|are\b|do\snot|by\sthe\sauthor)
    | (?:click|tap)\s(?:here|the\slink|on\sthe\slink)\b
    | (?:read|see)\s(?:more|also|next|the\sfull)\b[\s:]
    | (?:related|see\salso|watch|more\son\sthis|recommended|note\sto\s(?:editors|readers))\s?:
    | (?:subscribe|sign\sup)\s(?:to|for|now|here|today)\b
    | (?:please\s)?(?:follow|like|join|find)\s(?:us\b|(?:[@\w.'’-]+\s){1,4}on\s(?:twitter|facebook|instagram|linkedin
        |telegram|x\b|youtube))
    | (?:share\sthis|download\sour|advertisement\W*$|story\scontinues\sbelow|continue\sreading|scroll\sdown|loading\W*$)
    | sponsored\s(?:content|by|post)\b
    | our\sstandards\s?:
    | (?:photo|photograph|image|picture|video|graphic|illustration)s?\s?
        (?:credits?\s?:|courtesy\sof|(?:by|via)\s(?-i:[A-Z])|/\s?(?-i:[A-Z]))
    | \(\s?(?:photo|image|video|file\sphoto)\b[^)]*\)\W*$
    | \((?:adds|updates|recasts|corrects|refiles|removes|rewrites|writes\sthrough|fixes)\b[^)]*\)\W*$
    | (?:last\s)?(?:updated|published|modified|posted|filed)\b\s?(?:on\b|at\b|:)?\s?[^.!?]{0,20}\d[^.!?]{0,30}\.?$
    | (?:\#\s?\#\s?\#|-+\s?(?:30|ends?)\s?-+|ends)\W*$
    """,
    re.VERBOSE | re.IGNORECASE,
)


def paragraphs(text: str, line_is_sentence: bool = False) -> Iterator[Span]:
    """Yields the spans of a text's paragraphs and headlines, each without white space around it.

    A blank line ends a paragraph, and so does a line break unless the text is
    hard-wrapped there or the sentence plainly goes on. Bylines, rows of
    tables and boilerplate are left out, and so are a dateline and the mark of
    a list item. A paragraph of more than 10,000 characters is cut after a
    sentence end, so that no input needs more memory than that.

    Args:
        text: The document's text.
        line_is_sentence: Take every line as a paragraph whatever its form.
    """
    lines = list(_lines(text))
    if line_is_sentence:
        blocks = [line for line in lines if line is not None]
    else:
        blocks = [block for block in _joined(text, lines) if not _is_byline(block.of(text))]
    for block in blocks:
        for piece in _pieces(text, block):
            trimmed = piece if line_is_sentence else _without_boilerplate(text, _without_mark(text, piece))
            dateline = _DATELINE.match(text, trimmed.start, trimmed.end)
            start = dateline.end() if dateline is not None else trimmed.start
            if start < trimmed.end:
                yield Span(start, trimmed.end)


def _lines(text: str) -> Iterator[Span | None]:
    """The lines without white space around them; ``None`` for blank ones."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield _stripped(text, start, start + len(line))
        start += len(line)


def _stripped(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    bare = words.strip().strip(_INVISIBLE).strip()
    if not bare:
        return None
    left = start + words.index(bare[0])
    return Span(left, left + len(bare))


def _joined(text: str, lines: Sequence[Span | None]) -> Iterator[Span]:
    """Lines put together to paragraphs, rows of tables left out."""
    width = _wrap_width(text, lines)
    block: Span | None = None
    last: Span | None = None
    for line in lines:
        if line is None or _is_row(line.of(text)):
            if block is not None:
                yield block
            block = last = None
            continue
        if block is not None and last is not None and _goes_on(text, last, line, width):
            block = Span(block.start, line.end)
        else:
            if block is not None:
                yield block
            block = line
        last = line
    if block is not None:
        yield block


def _wrap_width(text: str, lines: Sequence[Span | None]) -> int | None:
    """How many characters a line of a hard-wrapped text holds; nothing where the text is not wrapped.

    In a wrapped text many lines go on inside a sentence and begin small, and
    few are long.
    """
    whole = [line for line in lines if line is not None]
    following = [after for before, after in pairwise(lines) if before is not None and after is not None]
    small = sum(text[line.start].islower() for line in following)
    long = sum(line.end - line.start > _LONGEST_WRAPPED_LINE for line in whole)
    if not following or small < 0.3 * len(following) or long > 0.05 * len(whole):
        return None
    return max((n for line in whole if (n := line.end - line.start) <= _LONGEST_WRAPPED_LINE), default=None)


def _goes_on(text: str, line: Span, following: Span, width: int | None) -> bool:
    """Whether a line break is a soft wrap: the next word would not have fitted, or the sentence goes on small."""
    if _ITEM.match(text, following.start, following.end):
        return False
    if text[following.start].islower() and text[line.end - 1] not in ".!?":
        return True
    first = following.of(text).split(maxsplit=1)[0]
    return width is not None and line.end - line.start + 1 + len(first) > width


def _is_row(line: str) -> bool:
    """Whether a line is a row of a table: two or more short cells, none of them a sentence."""
    if "\t" not in line and "   " not in line and "|" not in line and "│" not in line and "¦" not in line:
        return False
    mark = _ITEM.match(line)
    cells = [cell for cell in _CELL_BORDER.split(line[mark.end() :] if mark else line) if cell and not cell.isspace()]
    sentences = any(cell.rstrip("\"'”’)")[-1:] in {".", "!", "?", ",", ";", ":"} for cell in cells)
    return len(cells) > 1 and not sentences and all(len(cell) <= _LONGEST_CELL for cell in cells)


def _is_byline(words: str) -> bool:
    return len(words.split()) <= _LONGEST_BYLINE and _BYLINE.fullmatch(words) is not None


def _without_mark(text: str, span: Span) -> Span:
    mark = _ITEM.match(text, span.start, span.end)
    return Span(mark.end(), span.end) if mark is not None else span


def _without_boilerplate(text: str, span: Span) -> Span:
    """A paragraph without the boilerplate that it is, or that its last sentences are."""
    if span.end - span.start <= _LONGEST_BOILERPLATE and _BOILERPLATE.match(text, span.start, span.end):
        return Span(span.start, span.start)
    tail = max(span.start, span.end - _LONGEST_BOILERPLATE)
    for match in _SENTENCE_END.finditer(text, tail, span.end):
        if _BOILERPLATE.match(text, match.end(), span.end):
            return Span(span.start, match.end() - 1)
    return span


def _pieces(text: str, block: Span) -> Iterator[Span]:
    """A paragraph, or several where it is too long to be parsed at once."""
    start = block.start
    while start < block.end:
        stop = block.end
        if stop - start > _LONGEST_PARAGRAPH:
            limit = start + _LONGEST_PARAGRAPH
            ends = [match.end() for match in _SENTENCE_END.finditer(text, start, limit)]
            stop = ends[-1] if ends else max(text.rfind(" ", start, limit), start) + 1
            stop = limit if stop <= start + 1 else stop
        piece = _stripped(text, start, stop)
        if piece is not None:
            yield piece
        start = stop
