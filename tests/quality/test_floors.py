"""What reading reaches on the quality corpus: a change that loses more than a little of it fails here.

The floors stand a little below what is reached; who reaches more raises them.
"""

from __future__ import annotations

import pytest

from kgraph.pipeline import Pipeline
from tests.quality.corpus import load
from tests.quality.score import Scored, score

FLOORS = [
    ("statements", 0.91, 0.89),
    ("holders", 0.82, 0.80),
    ("factuality", 0.82, 0.83),
    ("times", 0.80, 0.75),
    ("arguments", 0.0, 0.77),
    ("links", 0.9, 0.2),
]


@pytest.fixture(scope="module")
def scored(pipeline: Pipeline) -> Scored:
    texts = load()
    return score(texts, pipeline.read_all(text.document for text in texts))


@pytest.mark.parametrize(("name", "precision", "recall"), FLOORS)
def test_quality_stays_above_its_floor(scored: Scored, name: str, precision: float, recall: float) -> None:
    figure = scored.figures[name]
    errors = "\n".join(scored.errors)
    assert figure.precision >= precision, errors
    assert figure.recall >= recall, errors


def test_the_corpus_is_large_enough_to_tell() -> None:
    texts = load()
    assert len(texts) >= 30
    assert sum(not gold.optional for text in texts for gold in text.gold) >= 150
