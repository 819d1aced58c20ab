"""What keeping a corpus costs, and what it saves.

Each run is ``kgraph build`` as a process of its own, from its start to its
end; the processor time counts, since others who use the machine only ever add
wall time.

- Writing: the first run into a store, against the same run without one that
  writes no graph either, both on one core and on a part of the corpus, and both
  less their start, which differs. The best of some rounds in turn counts. It
  must cost at most 10 % more.
- Nothing new: a second run over the whole corpus. It must take at most 2 % of
  the first.
- One document in a hundred changed: at most 3 % of the first.

What these two take is mostly the start of the program and the loading of the
model, which is the same for a small corpus as for a large one; so the corpus
is 3,000 articles of some 410 words.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import process
from tests.benchmarks.articles import BREAK, SHORT, articles, write_corpus
from tests.benchmarks.findings import Findings, Limit

MOST_FOR_WRITING = 0.10
MOST_FOR_NOTHING = 0.02
MOST_FOR_A_HUNDREDTH = 0.03
_DOCUMENTS = 3_000
_PART = 12  # one in so many shows what writing costs
_ROUNDS = 2
_MEGABYTE = 1e6
_WITHOUT_STORE = """
import sys
from collections import deque
from kgraph.pipeline import Pipeline
from kgraph.read import registry
deque(Pipeline().read_all(registry.read(sys.argv[1:])), maxlen=0)
"""


@dataclass(frozen=True)
class Costs:
    """Seconds of processor time, and bytes.

    Attributes:
        without_store: Reading a part of the corpus, less the start.
        part: Reading this part into a store, less the start.
        first: Reading the whole corpus into a store.
        nothing: The same again.
        hundredth: The same with one article in a hundred changed.
        text: The characters of the corpus.
        store: The size of the store.
    """

    without_store: float
    part: float
    first: float
    nothing: float
    hundredth: float
    text: int
    store: int

    @property
    def writing(self) -> float:
        """What storing adds, as a share of reading."""
        return self.part / self.without_store - 1


def change(folder: Path) -> None:
    """Adds a sentence to every hundredth article."""
    for file in sorted(folder.iterdir())[::100]:
        with file.open("a", encoding="utf-8") as text:
            text.write(f"{BREAK}{SHORT}")


def measure(documents: int) -> Costs:
    """Builds a part of a corpus with and without a store, then all of it, again, and again with changes."""
    texts = [each.text for each in articles(documents)]
    with tempfile.TemporaryDirectory() as place:
        corpus, store = Path(place, "corpus"), Path(place, "news.kgraph")
        rounds = [_writing(texts[: max(1, documents // _PART)], Path(place, f"{each}")) for each in range(_ROUNDS)]
        without_store, with_store = map(min, zip(*rounds, strict=True))
        write_corpus(corpus, texts)
        first = _build(corpus, store)
        size = store.stat().st_size
        nothing = _build(corpus, store)
        change(corpus)
        hundredth = _build(corpus, store)
    return Costs(without_store, with_store, first, nothing, hundredth, sum(map(len, texts)), size)


def _writing(texts: list[str], place: Path) -> tuple[float, float]:
    """What some texts cost without and with a store beyond a short one alone."""
    place.mkdir()
    few, part = place / "few", place / "part"
    write_corpus(few, [SHORT])
    write_corpus(part, texts)
    reading = [process.python("-c", _WITHOUT_STORE, each).seconds for each in (part, few)]
    keeping = [_build(each, place / f"{each.name}.kgraph", "--workers", "1") for each in (part, few)]
    shutil.rmtree(place)
    return reading[0] - reading[1], keeping[0] - keeping[1]


def _build(corpus: Path, store: Path, *options: str) -> float:
    return process.python("-m", "kgraph", "build", corpus, "--store", store, *options).seconds


def findings(scale: float) -> Findings:
    """Measures what a store costs and saves."""
    documents = max(2, int(_DOCUMENTS * scale))
    found = measure(documents)
    rows = (
        ("first run", found.first, 1.0),
        ("nothing new", found.nothing, found.nothing / found.first),
        ("one document in a hundred changed", found.hundredth, found.hundredth / found.first),
    )
    limits = (
        Limit("writing the store, as a share of reading", found.writing, most=MOST_FOR_WRITING),
        Limit("a run with nothing new, as a share of the first", rows[1][2], most=MOST_FOR_NOTHING),
        Limit("a run with one document in a hundred changed", rows[2][2], most=MOST_FOR_A_HUNDREDTH),
    )
    note = (
        f"{documents:,} articles of {found.text / _MEGABYTE:.2g} million characters; "
        f"the store has {found.store / _MEGABYTE:.2g} MB."
    )
    return Findings(("Run", "CPU s", "Share of the first"), rows, limits, (note,))
