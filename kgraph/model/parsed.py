"""What the parser saw: tokens with their dependencies, free of any parser's own classes.

Labels are those of spaCy's English pipelines: Penn Treebank tags, Universal
part-of-speech, ClearNLP dependency labels, OntoNotes entity types.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kgraph.model.document import Document, Span


class Token(NamedTuple):
    """One word; a named tuple because millions are made.

    ``i`` and ``head`` count in the sentence, ``start`` and ``end`` in the
    document's text. A sentence's root is its own head.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    entity: str
    lower: str


class NamedSpan(NamedTuple):
    """A named entity that the parser found: tokens ``first`` to ``last``, both inclusive."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence, at least one, as a dependency tree.

    Attributes:
        tokens: Its words.
        names: The named entities among them.
        paragraph: The number of the paragraph that it stands in.
        span: Its place in the document's text.
    """

    tokens: tuple[Token, ...]
    names: tuple[NamedSpan, ...] = ()
    paragraph: int = 0
    span: Span = field(init=False, repr=False, compare=False)
    _children: tuple[tuple[Token, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token)
        object.__setattr__(self, "span", Span(self.tokens[0].start, self.tokens[-1].end))
        object.__setattr__(self, "_children", tuple(map(tuple, below)))

    def children(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """The dependents of a token in reading order, all of them or those under the named relations."""
        below = self._children[token.i]
        if not deps or not below:
            return below
        return tuple([child for child in below if child.dep in deps])

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first dependent under one of the relations."""
        for child in self._children[token.i]:
            if child.dep in deps:
                return child
        return None

    def head(self, token: Token) -> Token:
        """The token that governs this one; the root governs itself."""
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The governors of a token, nearest first."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> list[Token]:
        """A token and all that depends on it, in reading order."""
        found, stack = [], [token]
        while stack:
            current = stack.pop()
            found.append(current)
            stack.extend(self._children[current.i])
        return sorted(found)


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """The language model that read a document; recorded in every output."""

    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document with its sentences in reading order."""

    document: Document
    sentences: tuple[Sentence, ...]
    model: ModelInfo
