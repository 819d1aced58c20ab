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
    """

    contexts: Mapping[str, tuple[str, ...]]
    modes: Mapping[str, Mapping[str, tuple[str, ...]]]

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
    return Evidence(
        contexts=_index((word, context.name) for context in vocabulary.contexts for word in context.words),
        modes={event: _index(pairs) for event, pairs in modes.items()},
    )


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    names: dict[str, set[str]] = defaultdict(set)
    for word, name in pairs:
        names[word].add(name)
    return {word: tuple(sorted(found)) for word, found in names.items()}


def phrases(statement: Statement) -> set[str]:
    """The words of a statement and of its participants, and the phrases of two and three that they make."""
    found = set(_phrases(statement.predicate.text))
    for mention in statement.mentions():
        found.update(_phrases(mention.text))
    return found


def _phrases(text: str) -> Iterator[str]:
    words = _WORD.findall(text.lower())
    for start in range(len(words)):
        for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
            before = " ".join(words[start : end - 1])
            for last in singulars(words[end - 1]):
                yield f"{before} {last}" if before else last
