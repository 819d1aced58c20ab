"""How reading grows with the workers: ``python -m tests.benchmarks.scaling``.

- Speed: words a second of two workers as a multiple of those of one, each in
  processes of their own, once a tenth of the documents is read. There are many
  times as many chunks as workers, so that their ends do not matter.
  The best of some rounds in turn counts, since others who use the machine only
  ever add time. It must be at least 1.8 where two cores are free.
- Work: seconds of processor time a thousand words, of all workers. It tells
  what two cost each other (memory bandwidth, caches) however busy the machine.
- Memory: the peak of the largest worker after a tenth of the documents and at
  the end. It must not pass 400 MB nor grow by more than 10 %.

The texts are our own samples, each time with other names and numbers. Exit
code 1 tells that a limit was passed.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kgraph.engine import Done, Stage, Task
from kgraph.engine.workers import Workers, cores
from kgraph.model.document import Document
from kgraph.work import ReadingRecipe
from tests.benchmarks.reading import samples, varied
from tests.faults.processes import processor_seconds, workers

SMALLEST_RATIO = 1.8
LARGEST_MEGABYTES = 400.0
LARGEST_GROWTH = 1.10
_DOCUMENTS = 8_000
_WARM = 10  # the first tenth of the documents is for warming up
_ROUNDS = 2
_LONG = 1_000_000


@dataclass(frozen=True)
class Measured:
    """One run.

    Attributes:
        words_a_second: By the clock, once a tenth of the documents is read.
        work: Seconds of processor time a thousand words.
        warm: Peak of the largest worker after a tenth of the documents, in megabytes.
        peak: The same at the end.
    """

    words_a_second: float
    work: float
    warm: float
    peak: float


def measure(documents: Sequence[Document], count: int) -> Measured:
    """Reads the documents by so many workers."""
    run = Workers(count).run(map(_task, documents), ReadingRecipe(kept=(Stage.CODE,)))
    first = max(1, len(documents) // _WARM)
    words, warm, peak = 0, 0.0, 0.0
    start = spent = 0.0
    for number, (document, outcome) in enumerate(zip(documents, run, strict=True), start=1):
        assert isinstance(outcome, Done), outcome
        if number > first:
            words += len(document.text.split())
        elif number == first:
            start, spent, warm = time.perf_counter(), processor_seconds(workers()), peak_megabytes()
        if number == len(documents):
            peak = peak_megabytes()
            spent = processor_seconds(workers()) - spent
    return Measured(words / (time.perf_counter() - start), spent * 1000 / words, warm, peak)


def peak_megabytes() -> float:
    """The highest peak of memory among the workers of this process, as Linux tells it."""
    return max((_peak(pid) for pid in workers()), default=0.0)


def _peak(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
    fields = dict(line.split(":", 1) for line in lines if ":" in line)
    return int(fields["VmHWM"].split()[0]) / 1024


def _task(document: Document) -> Task:
    return Task(document.id, document)


def long_document(characters: int) -> Document:
    """One document of so many characters."""
    text = ""
    for document in varied(samples()):
        text += document.text + "\n\n"
        if len(text) >= characters:
            break
    return Document("long", text)


def main(args: Sequence[str] | None = None) -> int:
    """Measures and prints; returns 1 if a limit was passed."""
    parser = argparse.ArgumentParser(description="Measures how reading grows with the workers.")
    parser.add_argument("--documents", type=int, default=_DOCUMENTS, help="documents a round")
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help="rounds of which the best counts")
    parser.add_argument("--long", type=int, default=_LONG, help="characters of the long document; 0 for none")
    options = parser.parse_args(args)
    documents = list(itertools.islice(varied(samples()), options.documents))
    found: dict[int, list[Measured]] = {1: [], 2: []}
    for _ in range(options.rounds):
        for count, several in found.items():
            several.append(measure(documents, count))
    best = {count: max(several, key=lambda each: each.words_a_second) for count, several in found.items()}
    print(f"{len(documents):,} documents, {options.rounds} rounds, {cores()} cores")
    for count, each in best.items():
        print(
            f"{count} workers  {each.words_a_second:8,.0f} words/s  {each.work:6.3f} CPU s a thousand words"
            f"  peak {each.peak:5.0f} MB a worker, {each.peak / each.warm:.3f} of its warm one"
        )
    ratio = best[2].words_a_second / best[1].words_a_second
    peak = max(each.peak for several in found.values() for each in several)
    growth = max(each.peak / each.warm for several in found.values() for each in several)
    print(f"two workers read {ratio:.2f} times as much as one (at least {SMALLEST_RATIO}); CPU time a word ", end="")
    print(f"is {best[2].work / best[1].work:.2f} times that of one")
    if options.long:
        document = long_document(options.long)
        after = measure([*documents[:20], document, *documents[20:40]], 1).peak
        print(f"with a document of {len(document.text):,} characters: peak {after:.0f} MB")
        peak = max(peak, after)
    print(f"largest worker {peak:.0f} MB (at most {LARGEST_MEGABYTES:.0f}), grown to {growth:.3f} ", end="")
    print(f"(at most {LARGEST_GROWTH})")
    slow = ratio < SMALLEST_RATIO and cores() > 1
    return int(slow or peak > LARGEST_MEGABYTES or growth > LARGEST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
