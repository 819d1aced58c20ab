"""Words beside a predicate as evidence: of the contexts of an act and of its mode."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kgraph.inflection import singulars
from kgraph.model.statement import Statement
from kgraph.model.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """What single words tell.

    Attributes:
        contexts: The contexts that a word, or a phrase of up to three, tells.
        modes: The modes of an event type that it tells.
        phrases: All these words and phrases.
        beginnings: What the phrases of several words begin with, up to each of their words but the last.
    """

    contexts: Mapping[str, tuple[str, ...]]
    modes: Mapping[str, Mapping[str, tuple[str, ...]]]
    phrases: frozenset[str]
    beginnings: frozenset[str]

    def said(self, statement: Statement) -> set[str]:
        """The telling words and phrases of a statement and its participants, whose last word may be a plural."""
        found = set(self._known(statement.predicate.text))
        for mention in statement.mentions():
            found.update(self._known(mention.text))
        return found

    def _known(self, text: str) -> Iterator[str]:
        begun = [""]  # what the phrases that go on with the next word begin with
        for word in _WORD.findall(text.lower()):
            forms = singulars(word)
            for before in begun:
                for form in forms:
                    if before + form in self.phrases:
                        yield before + form
            begun = ["", *[f"{before}{word} " for before in begun if before + word in self.beginnings]]

    def contexts_of(self, phrases: Iterable[str]) -> set[str]:
        """The contexts that some of the phrases tell."""
        return {name for phrase in phrases for name in self.contexts.get(phrase, ())}

    def mode_of(self, event: str, phrases: Iterable[str]) -> str | None:
        """The mode of an event type that most of the phrases tell; of equals the first by name."""
        known = self.modes.get(event, {})
        votes: dict[str, int] = defaultdict(int)
        for phrase in phrases:
            for name in known.get(phrase, ()):
                votes[name] += 1
        return min(votes, key=lambda name: (-votes[name], name), default=None)


def evidence(vocabulary: Vocabulary) -> Evidence:
    """Indexes the words of a vocabulary's contexts and modes."""
    modes: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for mode in vocabulary.modes:
        modes[mode.event].extend((word, mode.name) for word in mode.words)
    by_context = _index((word, context.name) for context in vocabulary.contexts for word in context.words)
    by_mode = {event: _index(pairs) for event, pairs in modes.items()}
    parts = [phrase.split(" ") for index in (by_context, *by_mode.values()) for phrase in index]
    short = [words for words in parts if len(words) <= _LONGEST]
    return Evidence(
        contexts=by_context,
        modes=by_mode,
        phrases=frozenset(map(" ".join, short)),
        beginnings=frozenset(" ".join(words[:length]) for words in short for length in range(1, len(words))),
    )


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    names: dict[str, set[str]] = defaultdict(set)
    for word, name in pairs:
        names[word].add(name)
    return {word: tuple(sorted(found)) for word, found in names.items()}
