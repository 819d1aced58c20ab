"""The order of the stages: documents in, readings out, readings to one graph.

Model, ontology and lexicon are loaded once, here, and passed to the stages,
which are pure functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kgraph import ontology
from kgraph.events.code import code
from kgraph.events.coder import coder
from kgraph.extract.reading import extract
from kgraph.graph.background import with_background
from kgraph.graph.merge import graph_of, merge
from kgraph.graph.rebase import rebased
from kgraph.lexicon import load as lexicon
from kgraph.model.document import Document
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.statement import Reading
from kgraph.model.vocabulary import Vocabulary
from kgraph.ontology.cache import without_collection
from kgraph.ontology.triggers import TriggerWords
from kgraph.parse import DEFAULT_MODEL, Parser
from kgraph.resolve.knowledge import knowledge
from kgraph.resolve.mentions import resolve


class Pipeline:
    """Everything that reading needs, loaded.

    Args:
        model: Name of an installed spaCy English pipeline; the default one where ``None``.
        one_sentence_per_line: Every line of a text is exactly one sentence.
        own_ontology: A folder with Turtle files of the user's own, laid over the shipped ontology.

    Attributes:
        vocabulary: The ontology that it reads with.

    Raises:
        ModelError: The model is not installed or does not fit.
        OntologyError: The ontology or the lexicon is malformed.
    """

    def __init__(
        self, model: str | None = None, one_sentence_per_line: bool = False, own_ontology: Path | None = None
    ) -> None:
        self._lexicon = lexicon.load()
        self.vocabulary = ontology.load(own=own_ontology)
        with without_collection():
            self._known = knowledge(self.vocabulary, self._lexicon)
        self._coder = coder(self.vocabulary, self._lexicon)
        self._parser = Parser(model or DEFAULT_MODEL, one_sentence_per_line)

    def trigger_words(self) -> TriggerWords:
        """What can stand in triggers, as the model's lemmatizer and the lexicon know it."""
        return TriggerWords(self._parser.verb_lemma, self._lexicon.events.nouns.keys())

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Yields the reading of each document, resolved and coded, in the order given."""
        for parsed in self._parser.parse(documents):
            extracted = extract(parsed, self._lexicon)
            yield code(resolve(extracted, self._known), self._coder)


def build(readings: Iterable[Reading], vocabulary: Vocabulary | None = None, base: str | None = None) -> KnowledgeGraph:
    """Unites readings into one graph, the same whatever their order, with what a vocabulary knows of its entities.

    Args:
        readings: What was read.
        vocabulary: What to tell of the entities.
        base: Below which IRI that stands which the texts alone are the source of; by default the shared one.
    """
    graph = merge(graph_of(reading) for reading in readings)
    if vocabulary is not None:
        graph = with_background(graph, vocabulary)
    if base is not None:
        known = frozenset(entry.iri for entry in vocabulary.entities) if vocabulary is not None else frozenset[str]()
        graph = rebased(graph, base, known)
    return graph
