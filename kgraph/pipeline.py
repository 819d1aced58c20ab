"""The order of the stages: documents in, readings out, readings to one graph.

Model, ontology and lexicon are loaded once, here, and passed to the stages,
which are pure functions. Each is loaded when it is first used: whoever only
codes anew loads no language model.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph import memory, ontology
from kgraph.engine import Stage
from kgraph.events.code import code
from kgraph.events.coder import Coder, coder
from kgraph.extract.reading import extract
from kgraph.graph.background import iris_of, with_background
from kgraph.graph.merge import graph_of, linked, merge
from kgraph.graph.rebase import rebased
from kgraph.lexicon import load as lexicon
from kgraph.model.document import Document
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import ParsedDocument
from kgraph.model.statement import Reading
from kgraph.model.vocabulary import Vocabulary
from kgraph.ontology.triggers import TriggerWords
from kgraph.parse import DEFAULT_MODEL
from kgraph.republication import Earlier, Rank, Signature, rank, republications, signature
from kgraph.resolve.knowledge import Knowledge, knowledge
from kgraph.resolve.mentions import resolve

if TYPE_CHECKING:
    from kgraph.parse import Parser


class Pipeline:
    """Everything that reading needs, each part loaded when it is first used.

    Args:
        model: Name of an installed spaCy English pipeline; the default one where ``None``.
        one_sentence_per_line: Every line of a text is exactly one sentence.
        own_ontology: A folder with Turtle files of the user's own, laid over the shipped ontology.

    All that loads a part may raise:

    - ModelError: The model is not installed or does not fit.
    - OntologyError: The ontology or the lexicon is malformed.
    """

    def __init__(
        self, model: str | None = None, one_sentence_per_line: bool = False, own_ontology: Path | None = None
    ) -> None:
        self._model = model or DEFAULT_MODEL
        self._one_sentence_per_line = one_sentence_per_line
        self._own_ontology = own_ontology

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The ontology that it reads with."""
        return ontology.load(own=self._own_ontology)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return lexicon.load()

    @cached_property
    def _parser(self) -> Parser:
        from kgraph.parse import Parser  # noqa: PLC0415 - takes a second, and is not wanted where all is parsed

        return Parser(self._model, self._one_sentence_per_line)

    @cached_property
    def _known(self) -> Knowledge:
        with memory.uncollected():
            return knowledge(self.vocabulary, self._lexicon)

    @cached_property
    def _coder(self) -> Coder:
        return coder(self.vocabulary, self._lexicon)

    def load(self, first: Stage = Stage.PARSE) -> None:
        """Loads now what the stages need, from the first one named on."""
        if first is Stage.PARSE:
            _ = self._parser
        _ = self._known, self._coder
        # All this stays to the end; looking through it again and again takes a twentieth of the reading.
        gc.freeze()

    def trigger_words(self) -> TriggerWords:
        """What can stand in triggers, as the model's lemmatizer and the lexicon know it."""
        return TriggerWords(self._parser.verb_lemma, self._lexicon.events.nouns.keys())

    def parse(self, documents: Iterable[Document]) -> Iterator[ParsedDocument]:
        """Yields each document parsed, in the order given."""
        return self._parser.parse(documents)

    def extract(self, parsed: ParsedDocument) -> Reading:
        """What a parsed document says."""
        return extract(parsed, self._lexicon)

    def code(self, extracted: Reading) -> Reading:
        """What was extracted, resolved and coded."""
        return code(resolve(extracted, self._known), self._coder)

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Yields the reading of each document, resolved and coded, in the order given."""
        self.load()
        for parsed in self.parse(documents):
            yield self.code(self.extract(parsed))

    def read_originals(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """The same, but an empty reading of each document that surely only repeats another, in no certain order."""
        earlier = Earlier()
        passed: list[Document] = []

        def originals() -> Iterator[Document]:
            for document in documents:
                if earlier.shares_words(document):
                    passed.append(document)
                else:
                    yield document

        for reading in self.read_all(originals()):
            yield from self._unread(passed)
            yield reading
        yield from self._unread(passed)

    def _unread(self, documents: list[Document]) -> Iterator[Reading]:
        while documents:
            yield Reading(documents.pop(), self._parser.info, (), ())


def graphs(readings: Iterable[Reading]) -> list[KnowledgeGraph]:
    """The graph of each reading; where documents are one story (:mod:`kgraph.republication`), only the first speaks."""
    found: list[KnowledgeGraph] = []
    told: list[tuple[Rank, Signature]] = []
    for reading in readings:
        found.append(graph_of(reading))
        told.append((rank(reading.document), signature(reading.document)))
    repeated = republications(told)
    return [linked(each, repeated) for each in found]


def build(readings: Iterable[Reading], vocabulary: Vocabulary | None = None, base: str | None = None) -> KnowledgeGraph:
    """Unites readings into one graph, the same whatever their order, with what a vocabulary knows of its entities.

    Documents of the same story are linked to its original, see :func:`graphs`.

    Args:
        readings: What was read.
        vocabulary: What to tell of the entities.
        base: Below which IRI that stands which the texts alone are the source of; by default the shared one.
    """
    graph = merge(graphs(readings))
    if vocabulary is not None:
        graph = with_background(graph, vocabulary)
    if base is not None:
        known = iris_of(vocabulary) if vocabulary is not None else frozenset[str]()
        graph = rebased(graph, base, known)
    return graph
