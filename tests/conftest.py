"""Fixtures that all tests share; the model, the ontology and the lexicon are loaded once."""

from __future__ import annotations

import pytest

from kgraph import ontology
from kgraph.lexicon import load as load_lexicon
from kgraph.model.lexicon import Lexicon
from kgraph.model.vocabulary import Vocabulary
from kgraph.pipeline import Pipeline


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon.load()


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return ontology.load()


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return Pipeline()
