"""Direct speech apart from its frame, so that neither disturbs the parse of the other.

A quotation that is an utterance of its own ("...," she said) is parsed as
sentences of its own and afterwards grafted onto the verb of its frame as a
clausal complement. Quoted fragments inside a sentence (he called it "a
provocation") stay where they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kgraph.model.parsed import NamedSpan, Sentence, Token

# Each opening mark with the marks that may close it; writers mix the kinds.
MARKS: dict[str, tuple[str, ...]] = {
    '"': ('"', "”", "''"),
    "''": ("''", '"'),
    "``": ("''", '"'),
    "«": ("»",),
    "„": ("“", "”"),
    "“": ("”", '"', "''", "“"),
    "”": ("”", '"'),
}
CLOSING = frozenset(mark for closing in MARKS.values() for mark in closing)
_FINAL = frozenset({".", "?", "!", "...", "…", "--", "—"})
_STOPS = frozenset({".", "?", "!", ":", "...", "…"})
_CUE_RELATIONS = frozenset({"ROOT", "advcl", "conj", "pcomp", "xcomp"})


@dataclass(frozen=True, slots=True)
class Utterance:
    """Direct speech as tokens ``first`` to ``last`` of a paragraph, both inclusive, quotation marks included."""

    first: int
    last: int


def utterances(words: Sequence[str]) -> list[Utterance]:
    """The quotations of a paragraph that are utterances of their own, by the punctuation around them.

    An utterance begins the paragraph, follows the end of a sentence or a
    colon, or follows a comma with a capital letter; it ends with punctuation
    inside the marks or right after them.

    Args:
        words: The paragraph's tokens, quotation marks being tokens of their own.
    """
    found: list[Utterance] = []
    for opening, closing in _quotations(words):
        last = closing
        if closing + 1 < len(words) and words[closing + 1] in {",", "."}:
            last = closing + 1
        end = words[last] if last > closing else words[closing - 1]
        if closing - opening < 2 or not (end in _FINAL or end == ","):
            continue
        before = words[opening - 1] if opening else None
        capital = words[opening + 1][:1].isupper() or words[opening + 1][:1].isdigit()
        fresh = (
            before is None or before in _STOPS or (before in CLOSING and bool(found) and found[-1].last == opening - 1)
        )
        after_comma = before == "," and end in _FINAL
        resumed = after_comma and bool(found) and not _STOPS & set(words[found[-1].last + 1 : opening])
        if (fresh and (capital or end == ",")) or (after_comma and capital) or resumed:
            found.append(Utterance(opening, last))
    return found


def _quotations(words: Sequence[str]) -> list[tuple[int, int]]:
    """Positions of paired quotation marks; a mark that is never closed makes no pair."""
    found, opening = [], None
    for i, word in enumerate(words):
        if opening is None:
            opening = i if word in MARKS else None
        elif word in MARKS[words[opening]]:
            found.append((opening, i))
            opening = None
    return found


def boundaries(found: Sequence[Utterance], count: int) -> dict[int, bool]:
    """Tokens of a paragraph that must begin a sentence (true) or must not (false), to keep speech and frame apart.

    Args:
        found: The paragraph's utterances.
        count: How many tokens it has.
    """
    starts = {start: True for each in found for start in (each.first, each.last + 1) if start < count}
    marks = {mark: False for each in found for mark in (each.first + 1, each.last)}
    return {**marks, **starts}


def graft(sentences: Sequence[Sentence], spoken: Sequence[tuple[int, int]]) -> list[Sentence]:
    """Joins each frame with the sentences of direct speech that touch it.

    Args:
        sentences: The sentences of one paragraph.
        spoken: Where the paragraph's utterances lie, as character offsets into the document.

    Returns:
        The sentences in order; the last sentence of an utterance before a frame and the first one of an utterance
        after it hang as ``ccomp`` on the frame's verb.
    """
    sentences = [_rooted(sentence) for sentence in sentences]
    result: list[Sentence] = []
    speech = [any(start <= s.span.start and s.span.end <= end for start, end in spoken) for s in sentences]
    taken = False
    for i, sentence in enumerate(sentences):
        if taken:
            taken = False
            continue
        if speech[i]:
            result.append(sentence)
            continue
        before = result[-1] if i and speech[i - 1] and result and _leads_in(result[-1], sentence) else None
        after = sentences[i + 1] if _opens(sentence) and _stays(sentences[i + 1 :], speech[i + 1 :]) else None
        joined = _joined(before, sentence, after)
        if joined is None:
            result.append(sentence)
            continue
        if before is not None:
            result.pop()
        result.append(joined)
        taken = after is not None
    return result


def _rooted(sentence: Sentence) -> Sentence:
    """The sentence with a word as its root where the parser took a quotation mark for it."""
    root = next((token for token in sentence.tokens if token.head == token.i), None)
    if root is None or (root.pos != "PUNCT" and root.text not in MARKS):
        return sentence
    below = [child for child in sentence.children(root) if child.pos != "PUNCT"]
    verbs = [child for child in below if child.pos in {"VERB", "AUX"}]
    if not below:
        return sentence
    chosen = (verbs or below)[0]
    tokens = []
    for token in sentence.tokens:
        if token is chosen:
            tokens.append(token._replace(dep="ROOT", head=token.i))
        elif token is root:
            tokens.append(token._replace(dep="punct", head=chosen.i))
        else:
            tokens.append(token._replace(head=chosen.i) if token.head == root.i else token)
    return Sentence(tuple(tokens), sentence.names, sentence.paragraph)


def _leads_in(quoted: Sentence, frame: Sentence) -> bool:
    """Whether an utterance goes on into the frame after it: it ends with a comma, or the frame starts small."""
    words = [token.text for token in quoted.tokens if token.text not in CLOSING]
    return bool(words) and (words[-1] == "," or (words[-1] in _FINAL and frame.tokens[0].text[:1].islower()))


def _opens(frame: Sentence) -> bool:
    """Whether a frame announces the utterance after it."""
    return frame.tokens[-1].text in {",", ":"}


def _stays(following: Sequence[Sentence], speech: Sequence[bool]) -> bool:
    """Whether speech begins right here and does not lead into another frame behind it."""
    if not speech or not speech[0]:
        return False
    end = next((i for i, spoken in enumerate(speech) if not spoken), len(speech))
    return end == len(speech) or not _leads_in(following[end - 1], following[end])


def _joined(before: Sentence | None, frame: Sentence, after: Sentence | None) -> Sentence | None:
    """One sentence of frame and speech, or ``None`` where the frame has no verb to hang it on."""
    verbs = [t for t in frame.tokens if t.pos in {"VERB", "AUX"} and t.dep in _CUE_RELATIONS]
    if not verbs or (before is None and after is None):
        return None
    root = next((token for token in verbs if token.dep == "ROOT"), verbs[0])
    shift = len(before.tokens) if before is not None else 0
    tokens: list[Token] = []
    names: list[NamedSpan] = []
    for part, head in ((before, root), (frame, None), (after, verbs[-1] if before is None else root)):
        if part is not None:
            _append(tokens, names, part, None if head is None else head.i + shift)
    return Sentence(tuple(tokens), tuple(names), frame.paragraph)


def _append(tokens: list[Token], names: list[NamedSpan], part: Sentence, head: int | None) -> None:
    """Adds a part's tokens, renumbered; its root hangs on ``head`` if one is given."""
    base = len(tokens)
    for token in part.tokens:
        moved = token._replace(i=token.i + base, head=token.head + base)
        if head is not None and token.head == token.i:
            moved = moved._replace(dep="ccomp", head=head)
        tokens.append(moved)
    names.extend(NamedSpan(name.first + base, name.last + base, name.label) for name in part.names)
