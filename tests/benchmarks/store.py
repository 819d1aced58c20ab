"""What keeping a corpus costs, and what it saves: ``python -m tests.benchmarks.store``.

Each run is ``kgraph build`` as a process of its own, from its start to its
end; the processor time counts, since others who use the machine only ever add
wall time.

- Writing: the first run into a store, against the same run without one that
  writes no graph either. It must cost at most 10 % more.
- Nothing new: the same run again. It must take at most 2 % of the first.
- One document in a hundred changed: at most 3 % of the first.

What these two take is mostly the start of the program and the loading of the
model, which is the same for a small corpus as for a large one; so the corpus
is 3,000 articles of some 450 words. Exit code 1 tells that a limit was passed.
"""

from __future__ import annotations

import argparse
import itertools
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.reading import samples, varied

MOST_FOR_WRITING = 0.10
MOST_FOR_NOTHING = 0.02
MOST_FOR_A_HUNDREDTH = 0.03
_DOCUMENTS = 3_000
_PARTS = 8  # samples an article
_BREAK = "\n\n"
_WITHOUT_STORE = """
import sys
from collections import deque
from kgraph.pipeline import Pipeline
from kgraph.read import registry
deque(Pipeline().read_all(registry.read(sys.argv[1:])), maxlen=0)
"""


@dataclass(frozen=True)
class Costs:
    """Seconds of processor time, and bytes."""

    without_store: float
    first: float
    nothing: float
    hundredth: float
    text: int
    store: int

    @property
    def writing(self) -> float:
        """What storing adds, as a share of reading."""
        return self.first / self.without_store - 1


def write_corpus(folder: Path, documents: int) -> int:
    """Writes articles of our samples with ever other names, one a file; tells their characters."""
    parts = varied(samples())
    characters = 0
    for number in range(documents):
        text = _BREAK.join(part.text for part in itertools.islice(parts, _PARTS))
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
        characters += len(text)
    return characters


def change(folder: Path) -> None:
    """Adds a sentence to every hundredth article."""
    for file in sorted(folder.iterdir())[::100]:
        with file.open("a", encoding="utf-8") as text:
            text.write(f"{_BREAK}Russia criticized the decision.")


def measure(documents: int = _DOCUMENTS) -> Costs:
    """Builds a corpus with and without a store, again, and again with changes."""
    with tempfile.TemporaryDirectory() as place:
        corpus, store = Path(place, "corpus"), Path(place, "news.kgraph")
        corpus.mkdir()
        characters = write_corpus(corpus, documents)
        build = ["-m", "kgraph", "build", str(corpus), "--store", str(store)]
        without_store = _seconds(["-c", _WITHOUT_STORE, str(corpus)])
        first = _seconds(build)
        size = store.stat().st_size
        nothing = _seconds(build)
        change(corpus)
        return Costs(without_store, first, nothing, _seconds(build), characters, size)


def _seconds(arguments: Sequence[str]) -> float:
    """The processor time of a process of Python and of those that it starts."""
    import resource  # noqa: PLC0415 - Windows has none

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(args: Sequence[str] | None = None) -> int:
    """Measures and prints; returns 1 if a limit was passed."""
    parser = argparse.ArgumentParser(description="Measures what a store costs and saves.")
    parser.add_argument("--documents", type=int, default=_DOCUMENTS, help="articles of the corpus")
    options = parser.parse_args(args)
    found = measure(options.documents)
    nothing, hundredth = found.nothing / found.first, found.hundredth / found.first
    print(f"{options.documents:,} documents, {found.text:,} characters; the store has {found.store:,} bytes")
    print(f"reading, nothing kept    {found.without_store:8.2f} s")
    print(f"first run into a store   {found.first:8.2f} s   {found.writing:+.1%} (at most {MOST_FOR_WRITING:+.0%})")
    print(
        f"nothing new              {found.nothing:8.2f} s   {nothing:.2%} of the first (at most {MOST_FOR_NOTHING:.0%})"
    )
    print(
        f"one in a hundred changed {found.hundredth:8.2f} s   {hundredth:.2%} of the first "
        f"(at most {MOST_FOR_A_HUNDREDTH:.0%})"
    )
    passed = found.writing > MOST_FOR_WRITING or nothing > MOST_FOR_NOTHING or hundredth > MOST_FOR_A_HUNDREDTH
    return int(passed)


if __name__ == "__main__":
    sys.exit(main())
