"""How much of a corpus is read, and how much of what is read is right.

Run ``python -m tests.quality.score`` for the figures, with ``--errors`` for
what was missed and what was read in vain. A statement is right if its lemma is
one of the gold's and subject and object share enough words with the gold's
(:func:`same`). Details are counted on the statements found; their recall
counts those of missed statements as missed. The gold names not every
argument, so that those have a recall alone.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kgraph.model.statement import Mention, Reading, Statement
from kgraph.pipeline import Pipeline
from tests.quality.corpus import OPEN, Gold, Text, load
from tests.statements import core, mood

_WORD = re.compile(r"[\w$%]+(?:[-’'.]\w+)*")
_EMPTY = frozenset({"a", "an", "the"})
_LEAST_OVERLAP = 0.6


@dataclass(frozen=True)
class Figure:
    """Counts of one thing that is scored."""

    gold: int
    read: int
    right: int

    @property
    def precision(self) -> float:
        """The right ones among the read ones, 1 if none was read."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """The right ones among the wanted ones, 1 if none was wanted."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.gold + self.read
        return 2 * self.right / both if both else 1.0


@dataclass(frozen=True)
class Scored:
    """The figures of a corpus by what they count, and the errors as lines for people."""

    figures: dict[str, Figure]
    errors: tuple[str, ...]


def same(words: str, wanted: str) -> bool:
    """Whether two phrases share most of their words, or the wanted one begins the other and so shares its head.

    "Most" is an F1 of at least 0.6; articles do not count, nor does what
    follows a comma ("the envoy, who resigned").
    """
    left, right = (_words(phrase.partition(",")[0]) for phrase in (words, wanted))
    if not left or not right:
        return not left and not right
    common = (Counter(left) & Counter(right)).total()
    return left[: len(right)] == right or 2 * common / (len(left) + len(right)) >= _LEAST_OVERLAP


def _words(phrase: str) -> list[str]:
    words = (match[0].lower().replace("’", "'").removesuffix("'s") for match in _WORD.finditer(phrase))
    return [word for word in words if word not in _EMPTY]


def matches(statement: Statement, gold: Gold) -> bool:
    """Whether a statement says what the gold says, its details apart."""
    return (
        statement.predicate.lemma in gold.predicate
        and _is_one_of(statement.subject, gold.subject)
        and _is_one_of(statement.object, gold.object)
    )


def _is_one_of(mention: Mention | None, wanted: tuple[str, ...]) -> bool:
    words = mention.text if mention is not None else ""
    return any(same(words, each) for each in wanted)


def details(statement: Statement | None, gold: Gold) -> Iterator[tuple[str, Figure]]:
    """The details of a gold statement and of the one found for it, each as what it adds to its figure."""
    if gold.holders != OPEN:
        read = [_text(link.source) for link in statement.attributed_to] if statement else []
        right = len(read) == len(gold.holders) and all(map(same, read, gold.holders))
        yield "holders", Figure(bool(gold.holders), bool(read), bool(read) and right)
    if gold.mood != OPEN:
        marks = set(mood(statement.factuality).split()) if statement else set()
        wanted = max((set(each.split()) for each in gold.mood), key=lambda each: len(each & marks) - len(each - marks))
        yield "factuality", Figure(len(wanted), len(marks), len(wanted & marks))
    value = statement.time.value if statement is not None and statement.time is not None else ""
    yield "times", Figure(bool(gold.time), bool(value), bool(value) and value == gold.time)
    if statement is None:
        yield "arguments", Figure(len(gold.arguments) + bool(gold.place), 0, 0)
        return
    fillers = [(argument.marker, argument.filler.text) for argument in statement.arguments]
    found = [any(m == marker and same(f, words) for m, f in fillers) for marker, words in gold.arguments.items()]
    if gold.place:
        found.append(any(same(words, gold.place) for words in (_text(statement.place), *(f for _, f in fillers))))
    yield "arguments", Figure(len(found), sum(found), sum(found))
    for mention, entity in ((statement.subject, gold.subject_entity), (statement.object, gold.object_entity)):
        if entity:
            label = mention.label if mention is not None else None
            yield "links", Figure(1, label is not None, label is not None and same(label, entity))


def _text(mention: Mention | None) -> str:
    return mention.text if mention is not None else ""


def pairs(statements: Iterable[Statement], gold: Iterable[Gold]) -> dict[int, Statement]:
    """For each gold statement that was found, by its number, the best statement for it; each is used once."""
    free = list(statements)
    found = {}
    for number, each in enumerate(gold):
        candidates = [statement for statement in free if matches(statement, each)]
        if candidates:
            found[number] = max(candidates, key=lambda statement: sum(f.right for _, f in details(statement, each)))
            free.remove(found[number])
    return found


def score(texts: Iterable[Text], readings: Iterable[Reading]) -> Scored:
    """The figures of readings against the texts that they are of, in the same order."""
    counts: Counter[tuple[str, str]] = Counter()
    errors = []
    for text, reading in zip(texts, readings, strict=True):
        wanted = sorted(text.gold, key=lambda gold: gold.optional)
        found = pairs(reading.statements, wanted)
        used = {statement.id for statement in found.values()}
        for number, gold in enumerate(wanted):
            if gold.optional:
                continue
            statement = found.get(number)
            parts = [("statements", Figure(1, statement is not None, statement is not None)), *details(statement, gold)]
            for name, figure in parts:
                counts.update({(name, "gold"): figure.gold, (name, "read"): figure.read, (name, "right"): figure.right})
                if statement is not None and not figure.gold == figure.read == figure.right:
                    errors.append(f"{text.document.id}: wrong {name}: {gold.line}  <-  {_told(statement)}")
            if statement is None:
                errors.append(f"{text.document.id}: missed: {gold.line}")
        for statement in reading.statements:
            if statement.id not in used:
                counts["statements", "read"] += 1
                errors.append(f"{text.document.id}: in vain: {_told(statement)}")
    names = dict.fromkeys(name for name, _ in counts)
    figures = {name: Figure(*(counts[name, part] for part in ("gold", "read", "right"))) for name in names}
    return Scored(figures, tuple(errors))


def _told(statement: Statement) -> str:
    """A statement as a gold line would have it."""
    arguments = [f"{a.marker}: {a.filler.text}" for a in statement.arguments]
    holders = " > ".join(_text(link.source) or "-" for link in statement.attributed_to)
    time = statement.time.value or statement.time.text if statement.time else ""
    named = {"by": holders, "mood": mood(statement.factuality), "time": time, "place": _text(statement.place)}
    fields = [*arguments, *(f"{key}: {value}" for key, value in named.items() if value)]
    return f"{core(statement)} | {'; '.join(fields)} ({statement.rule})"


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description="Scores the quality corpus.")
    parser.add_argument("--errors", action="store_true", help="show what was missed, wrong or read in vain")
    parser.add_argument("--model", help="installed spaCy English pipeline to read with")
    options = parser.parse_args()
    texts = load()
    scored = score(texts, Pipeline(options.model).read_all(text.document for text in texts))
    if options.errors:
        print(*scored.errors, sep="\n")
    for name, figure in scored.figures.items():
        print(
            f"{name:<12}{figure.gold:>5} wanted {figure.read:>5} read {figure.right:>5} right"
            f"   precision {figure.precision:.3f}   recall {figure.recall:.3f}   F1 {figure.f1:.3f}"
        )


if __name__ == "__main__":
    main()
