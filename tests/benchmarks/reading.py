"""How fast reading is and how much memory it takes: ``python -m tests.benchmarks.reading``.

- Speed: the processor time that extraction, resolution and coding take, as a
  ratio of that of bare ``nlp.pipe`` with the same model on the same texts. All
  are measured in turn in one run, and the best round of each counts, since
  others who use the machine only ever add time. All three together must be at
  most 0.25, resolution and coding at most 0.15.
- Build: how many words the whole of ``kgraph build`` reads on one core, from
  files to Turtle, in the time in which bare parsing reads one; start-up is told
  apart. It must be at least 1.2.
- Length: what follows the parse of one document of a million characters, as a
  ratio of the time for the same text in documents of ordinary length. It must
  be at most 1.5, or a step grows faster than its text.
- Memory: the process's peak after a tenth of the sentences and after all of
  them, in documents of ordinary length with names and numbers that never came
  before. It must not grow by more than 10 %.

The texts are our own samples, in ``tests/data`` and ``tests/quality``. Exit
code 1 tells that a limit was passed.
"""

from __future__ import annotations

import argparse
import dataclasses
import gc
import itertools
import json
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy

from kgraph import ontology
from kgraph.events.code import code
from kgraph.events.coder import coder
from kgraph.extract.reading import extract
from kgraph.lexicon import load as lexicon
from kgraph.model.document import Document
from kgraph.model.parsed import ParsedDocument
from kgraph.model.statement import Reading
from kgraph.parse import DEFAULT_MODEL, Parser
from kgraph.resolve.knowledge import knowledge
from kgraph.resolve.mentions import resolve
from tests.benchmarks.build import BATCH, exhaust, measure_build, seconds
from tests.quality.corpus import load

LARGEST_RATIO = 0.25
LARGEST_RATIO_AFTER_EXTRACTION = 0.15
LARGEST_GROWTH = 1.10
SMALLEST_BUILD_RATIO = 1.2
LARGEST_BURDEN = 1.5
_ROUNDS = 5
_COPIES = 4
_SENTENCES = 20_000
_CHARACTERS = 1_000_000
_DATA = Path(__file__).parents[1] / "data"
_BREAK = "\n\n"
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-zš]{3,}(?=[ ,.’])")
_NUMBER = re.compile(r"(?<= )\d{2,3}(?= )")
_SYLLABLES = ("ba", "de", "ko", "li", "ma", "no", "ra", "shi", "ta", "vu")


@dataclass(frozen=True)
class Speed:
    """Seconds of processor time, each of the best of the rounds."""

    parsing: float
    extraction: float
    resolution: float
    coding: float

    @property
    def ratio(self) -> float:
        """What follows the parse as a ratio of bare parsing."""
        return self.extraction / self.parsing + self.after_extraction

    @property
    def after_extraction(self) -> float:
        """Resolution and coding as a ratio of bare parsing."""
        return (self.resolution + self.coding) / self.parsing


@dataclass(frozen=True)
class Memory:
    """The process's peak memory when warm and at the end, in the unit of ``getrusage`` (kilobytes on Linux)."""

    warm: int
    end: int

    @property
    def growth(self) -> float:
        """The end's peak as a multiple of the warm one."""
        return self.end / self.warm


def samples() -> list[Document]:
    """Our own sample articles and the texts of the quality corpus."""
    rows = [json.loads(line) for line in (_DATA / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    articles = [Document(row["id"], row["text"]) for row in rows]
    articles += [Document(file.stem, file.read_text(encoding="utf-8")) for file in sorted(_DATA.glob("*.txt"))]
    return articles + [text.document for text in load()]


def measure_speed(documents: Sequence[Document], model: str = DEFAULT_MODEL, rounds: int = _ROUNDS) -> Speed:
    """Times bare parsing and each stage that follows the parse on the same texts, in turn."""
    nlp = spacy.load(model)
    texts = [document.text for document in documents]
    parsed = list(Parser(model).parse(documents))
    stages = Stages.load()
    extracted = list(map(stages.extract, parsed))
    resolved = list(map(stages.resolve, extracted))
    found = [
        (
            seconds(lambda: exhaust(nlp.pipe(texts, batch_size=BATCH))),
            seconds(lambda: exhaust(map(stages.extract, parsed))),
            seconds(lambda: exhaust(map(stages.resolve, extracted))),
            seconds(lambda: exhaust(map(stages.code, resolved))),
        )
        for _ in range(rounds)
    ]
    return Speed(*map(min, zip(*found, strict=True)))


@dataclass(frozen=True)
class Stages:
    """The stages that follow the parse, with everything loaded."""

    extract: Callable[[ParsedDocument], Reading]
    resolve: Callable[[Reading], Reading]
    code: Callable[[Reading], Reading]

    @classmethod
    def load(cls) -> Stages:
        """Loads what they need."""
        words, vocabulary = lexicon.load(), ontology.load()
        known, acts = knowledge(vocabulary, words), coder(vocabulary, words)
        gc.freeze()  # as the pipeline does
        return cls(
            lambda parsed: extract(parsed, words),
            lambda reading: resolve(reading, known),
            lambda reading: code(reading, acts),
        )

    def follow(self, parsed: ParsedDocument) -> Reading:
        """All of them in turn."""
        return self.code(self.resolve(self.extract(parsed)))


def measure_length(characters: int = _CHARACTERS, model: str = DEFAULT_MODEL) -> float:
    """The time for one long document as a ratio of that for its parts as documents of their own."""
    parts = []
    for document in varied(samples()):
        parts.append(document)
        characters -= len(document.text) + len(_BREAK)
        if characters <= 0:
            break
    parser, follow = Parser(model), Stages.load().follow
    (whole,) = parser.parse([Document("whole", _BREAK.join(part.text for part in parts))])
    apart = list(parser.parse(parts))
    alone = seconds(lambda: [follow(part) for part in apart])
    return seconds(lambda: follow(whole)) / alone


def measure_memory(sentences: int = _SENTENCES, model: str = DEFAULT_MODEL) -> Memory:
    """Reads varied samples until that many sentences are read; the first tenth warms up."""
    follow = Stages.load().follow
    read, warm = 0, 0
    for parsed in Parser(model).parse(varied(samples())):
        follow(parsed)
        read += len(parsed.sentences)
        if not warm and read >= sentences / 10:
            warm = _peak()
        if read >= sentences:
            break
    return Memory(warm, _peak())


def varied(documents: Sequence[Document]) -> Iterator[Document]:
    """The documents over and over, each time with other names and numbers; the same ones in every run."""
    chance = random.Random(0)
    for copy in itertools.count():
        for document in documents:
            names = _NAME.sub(lambda _: _invented(chance), document.text)
            text = _NUMBER.sub(lambda _: str(chance.randrange(10, 1000)), names)
            yield Document(f"{document.id}-{copy}", text, document.date)


def _invented(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=4)).capitalize()


def _peak() -> int:
    import resource  # noqa: PLC0415 - Windows has none

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(args: Sequence[str] | None = None) -> int:
    """Measures and prints; returns 1 if a limit was passed."""
    parser = argparse.ArgumentParser(description="Measures the speed and the memory of reading.")
    parser.add_argument("--model", default=DEFAULT_MODEL, help="installed spaCy English pipeline to read with")
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help="rounds of which the best counts")
    parser.add_argument("--copies", type=int, default=_COPIES, help="how often to take the samples for the speed")
    parser.add_argument("--characters", type=int, default=_CHARACTERS, help="length of the long document")
    parser.add_argument("--sentences", type=int, default=_SENTENCES, help="sentences to read for the memory")
    options = parser.parse_args(args)
    memory = measure_memory(options.sentences, options.model)  # first, before bare parsing raises the peak
    print(f"memory over {options.sentences:,} sentences: {memory.growth:.3f} of its warm peak", end=" ")
    print(f"(at most {LARGEST_GROWTH:.2f})")
    documents = list(itertools.islice(varied(samples()), len(samples()) * options.copies))
    speed = measure_speed(documents, options.model, options.rounds)
    characters = sum(len(document.text) for document in documents)
    print(f"{len(documents)} documents, {characters:,} characters, {options.model}, {options.rounds} rounds")
    for name, spent in dataclasses.asdict(speed).items():
        print(f"{name:<24} {spent:8.3f} s   {spent / speed.parsing:8.3f} of parsing")
    print(f"all after the parse      {speed.ratio:8.3f}   of parsing (at most {LARGEST_RATIO:.3f})")
    print(f"resolution and coding    {speed.after_extraction:8.3f}   of parsing", end=" ")
    print(f"(at most {LARGEST_RATIO_AFTER_EXTRACTION:.3f})")
    whole = measure_build(documents, options.model, options.rounds)
    print(
        f"whole build              {whole.ratio:8.3f}   words to one of parsing (at least {SMALLEST_BUILD_RATIO:.3f}),",
        end=" ",
    )
    print(f"and {whole.start:.3f} s to start")
    burden = measure_length(options.characters, options.model)
    print(f"one long document        {burden:8.3f}   of the time for its parts (at most {LARGEST_BURDEN:.3f})")
    slow = speed.ratio > LARGEST_RATIO or speed.after_extraction > LARGEST_RATIO_AFTER_EXTRACTION
    slow = slow or whole.ratio < SMALLEST_BUILD_RATIO
    return int(slow or memory.growth > LARGEST_GROWTH or burden > LARGEST_BURDEN)


if __name__ == "__main__":
    sys.exit(main())
