"""Articles of ordinary length: some of our samples each, with ever other names and numbers."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from kgraph.model.document import Document
from tests.benchmarks.reading import samples, varied

BREAK = "\n\n"
SHORT = "Russia criticized the decision."
"""A text that takes no more than the start of the program."""
_PARTS = 8  # samples an article, some 410 words


def articles(count: int) -> Iterator[Document]:
    """So many articles, the same in every run."""
    short_and_long = samples()
    random.Random(0).shuffle(short_and_long)
    parts = varied(short_and_long)
    for number in range(count):
        text = BREAK.join(part.text for part in itertools.islice(parts, _PARTS))
        yield Document(f"{number:06}", text)


def write_corpus(folder: Path, texts: Iterable[str]) -> None:
    """Writes texts as files of a new folder."""
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
