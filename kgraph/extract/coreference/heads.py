"""Where the head of a mention stands: the key by which coreference knows it."""

from __future__ import annotations

from bisect import bisect_left

from kgraph.model.parsed import Sentence, Token
from kgraph.model.statement import Mention


def head_of(sentence: Sentence, mention: Mention) -> Token:
    """The head token of a mention in its sentence."""
    span = mention.name or mention.span
    tokens = sentence.tokens
    first = bisect_left(tokens, span.start, key=_start)
    last = bisect_left(tokens, span.end, lo=first, key=_start)
    inside = tokens[first:last] or tokens[max(first - 1, 0) : first]
    outward = [t for t in inside if t.head == t.i or not first <= t.head < last]
    return next((t for t in reversed(outward) if t.text == mention.head), outward[-1] if outward else inside[-1])


def _start(token: Token) -> int:
    return token.start
