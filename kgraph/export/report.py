"""What the dictionaries lack: actors that were not resolved and verbs that no predicate knows, by frequency.

An *actor* here is a mention that stands as the subject of a statement, as the
recipient of one, or as a side of a political act. Pronouns and words that take
up others are left out, since no dictionary can hold them. Names are counted by
the name, other phrases by the lemma of their head.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kgraph.export.wording import name_of, one_line
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import OPEN_PREDICATE
from kgraph.model.statement import Mention, MentionKind, Resolution, Statement

WIDTH = 100
_RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that a dictionary could explain.

    Attributes:
        words: A name, or a lemma.
        kind: ``name`` or ``description`` of an actor, ``verb`` of a statement.
        count: How often they stand for an actor, or make a statement.
        ambiguous: How many of those are ambiguous rather than unknown.
        example: The shortest sentence that has them.
    """

    words: str
    kind: str
    count: int
    ambiguous: int
    example: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was read, how much of it the dictionaries explain, and what they lack, the most frequent first.

    Attributes:
        documents: Documents read.
        statements: Statements made.
        known: Statements whose predicate the ontology knows.
        coded: Statements coded as political acts.
        mentions: Mentions of actors.
        linked: Those that are linked to an entity.
        ambiguous: Those that may mean several.
        actors: Actors that are not linked.
        verbs: Verbs and nouns without a predicate.
    """

    documents: int
    statements: int
    known: int
    coded: int
    mentions: int
    linked: int
    ambiguous: int
    actors: tuple[Gap, ...]
    verbs: tuple[Gap, ...]


def report(graphs: Iterable[KnowledgeGraph]) -> Report:
    """Counts what was resolved and coded in graphs that share no document; the same whatever their order."""
    documents = statements = known = coded = 0
    found = dict.fromkeys(Resolution, 0)
    actors, verbs = _Gaps(), _Gaps()
    for graph in graphs:
        documents += len(graph.documents)
        for evidence in graph.evidence:
            statement = evidence.statement
            statements += 1
            coded += statement.event is not None
            if statement.predicate.iri.startswith(OPEN_PREDICATE):
                verbs.add(statement.predicate.lemma, "verb", one_line(evidence.sentence))
            else:
                known += 1
        for mention, sentence in _actors(graph):
            found[mention.resolution] += 1
            if mention.resolution is not Resolution.LINKED:
                words = name_of(mention) if mention.name else mention.lemma or mention.head.lower()
                kind = "name" if mention.name else "description"
                actors.add(one_line(words), kind, sentence, mention.resolution is Resolution.AMBIGUOUS)
    return Report(
        documents=documents,
        statements=statements,
        known=known,
        coded=coded,
        mentions=sum(found.values()),
        linked=found[Resolution.LINKED],
        ambiguous=found[Resolution.AMBIGUOUS],
        actors=actors.sorted(),
        verbs=verbs.sorted(),
    )


def as_json(found: Report, top: int | None = None) -> str:
    """The report as one JSON object with the names of its fields; ``top`` is the most gaps of each list."""
    shown = {**asdict(found), "actors": found.actors[:top], "verbs": found.verbs[:top]}
    return json.dumps(shown, ensure_ascii=False, indent=2, default=asdict) + "\n"


def as_text(found: Report, top: int | None = None) -> Iterator[str]:
    """The report for people in 100 columns, as lines with their line ends."""
    unknown = found.mentions - found.linked - found.ambiguous
    yield f"{_counted(found.documents, 'document')}, {_counted(found.statements, 'statement')}\n"
    yield (
        f"actors:     {_share(found.linked, found.mentions)} of {_counted(found.mentions, 'mention')} linked, "
        f"{found.ambiguous} ambiguous, {unknown} unknown\n"
    )
    yield (
        f"predicates: {_share(found.known, found.statements)} of the statements known, "
        f"{_share(found.coded, found.statements)} coded as political acts\n"
    )
    yield from _table("unresolved actors", found.actors[:top], len(found.actors), kinds=True)
    yield from _table("verbs without a predicate", found.verbs[:top], len(found.verbs), kinds=False)


class _Gaps:
    """Gaps while they are counted."""

    def __init__(self) -> None:
        self._counts: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
        self._examples: dict[tuple[str, str], str] = {}

    def add(self, words: str, kind: str, sentence: str, ambiguous: bool = False) -> None:
        key = words, kind
        self._counts[key][0] += 1
        self._counts[key][1] += ambiguous
        known = self._examples.setdefault(key, sentence)
        self._examples[key] = min(known, sentence, key=lambda each: (len(each), each))

    def sorted(self) -> tuple[Gap, ...]:
        counts = self._counts.items()
        gaps = (Gap(*key, count, ambiguous, self._examples[key]) for key, (count, ambiguous) in counts)
        return tuple(sorted(gaps, key=lambda gap: (-gap.count, gap.words.casefold(), gap.words, gap.kind)))


def _actors(graph: KnowledgeGraph) -> Iterator[tuple[Mention, str]]:
    """The mentions of actors that a dictionary could explain, each once, with their sentences."""
    seen = set()
    for evidence in graph.evidence:
        for mention in _acting(evidence.statement):
            taken_up = mention.kind is MentionKind.PRONOUN or mention.about is not None or mention.antecedents
            place = evidence.document, mention.span
            if place not in seen and (mention.entity is not None or not taken_up):
                seen.add(place)
                yield mention, one_line(evidence.sentence)


def _acting(statement: Statement) -> Iterator[Mention]:
    if statement.subject is not None:
        yield statement.subject
    yield from (argument.filler for argument in statement.arguments if argument.role == _RECIPIENT)
    if statement.event is not None:
        yield from (party.mention for party in (*statement.event.actors, *statement.event.recipients))


def _table(title: str, gaps: Sequence[Gap], total: int, *, kinds: bool) -> Iterator[str]:
    yield "\n"
    if not gaps:
        yield f"no {title}\n"
        return
    yield f"{title}: {total}\n" if len(gaps) == total else f"{title}: the first {len(gaps)} of {total}\n"
    grid = Table(box=box.SIMPLE_HEAD, width=WIDTH, padding=(0, 1, 0, 0), pad_edge=False)
    grid.add_column("times", justify="right")
    grid.add_column("words", max_width=30, overflow="fold")
    if kinds:
        grid.add_column("which")
    grid.add_column("for example", no_wrap=True, overflow="ellipsis", ratio=1)
    for gap in gaps:
        which = [f"{gap.kind}, ambiguous" if gap.ambiguous else gap.kind] if kinds else []
        grid.add_row(*(Text(cell) for cell in (str(gap.count), gap.words, *which, gap.example)))
    console = Console(width=WIDTH, color_system=None, force_terminal=False, legacy_windows=False)
    with console.capture() as capture:
        console.print(grid)
    yield from (line.rstrip() + "\n" for line in capture.get().strip("\n").splitlines())


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "none"
