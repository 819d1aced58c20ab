"""Documents to parsed documents: tokens, dependencies and names, by a spaCy pipeline.

The unit that the pipeline sees is the paragraph, not the document: it is faster, memory does not grow with the
length of a document, and a headline never runs into the sentence after it.
White space never becomes a token, so hard line breaks do not disturb the
parser; offsets still count in the untouched text.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import groupby
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple

import spacy
from spacy.tokens import Doc
from threadpoolctl import ThreadpoolController

from kgraph.direct_speech import Utterance, boundaries, graft, utterances
from kgraph.errors import ModelError
from kgraph.layout import paragraphs
from kgraph.model.document import Document
from kgraph.model.parsed import ModelInfo, NamedSpan, ParsedDocument, Sentence, Token
from kgraph.parse.forms import Forms
from kgraph.parse.model import DEFAULT_MODEL, not_installed
from kgraph.parse.transitions import annotate, groups
from kgraph.parse.vectors import with_fast_matrices, with_fast_vectors
from kgraph.parse.words import Splitter
from kgraph.spelling import CommonWords, is_headline, readable, recased, usual_forms

if TYPE_CHECKING:
    from spacy.language import Language

_BATCH_CHARACTERS = 100_000
_ZONE_CHARACTERS = 400_000
_LONGEST_SENTENCE = 250  # tokens; lists and tables without punctuation would take rules quadratic time
_NEEDED_COMPONENTS = {"tagger", "parser", "ner"}
_ATTRIBUTES: list[int | str] = ["ENT_TYPE", "HEAD"]


class _Unit(NamedTuple):
    """A paragraph on its way through the pipeline: its tokens, where they and its direct speech lie, whose it is."""

    doc: Doc
    starts: list[int]
    ends: list[int]
    spoken: list[tuple[int, int]]
    document: int
    paragraph: int


class Parser:
    """A loaded language model, ready to parse documents.

    Args:
        model: Name of an installed spaCy English pipeline.
        one_sentence_per_line: Every line of a text is exactly one sentence.

    Raises:
        ModelError: The model is not installed, is not English or lacks a tagger, parser or entity recogniser.
    """

    def __init__(self, model: str = DEFAULT_MODEL, one_sentence_per_line: bool = False) -> None:
        self._nlp = _load(model)
        self._common = _common_words(self._nlp)
        self._split = Splitter(self._nlp)
        self._forms = Forms(self._nlp)
        self._threads = ThreadpoolController()
        self._zone = ExitStack()
        self._characters = 0
        self._one_sentence_per_line = one_sentence_per_line
        self.info = ModelInfo(name=model, version=str(self._nlp.meta["version"]))

    def parse(self, documents: Iterable[Document]) -> Iterator[ParsedDocument]:
        """Yields each document parsed, in the order given; documents are read in batches of bounded size."""
        for batch in _batches(documents):
            self._renew_zone(sum(len(document.text) for document in batch))
            # The matrices are too small for several threads: they only wait for each other.
            with self._threads.limit(limits=1, user_api="blas"):
                parsed = deque(self._parse_batch(batch))
            while parsed:
                yield parsed.popleft()  # and holds it no longer: a long document takes a hundred megabytes

    def verb_lemma(self, word: str) -> str:
        """The lemma of a verb form in lower case; the word itself if it is a lemma, or unknown."""
        return self._common.lemma(word, "verb")

    def _renew_zone(self, characters: int) -> None:
        """Forgets the words of a good deal of text, which never end; to learn the frequent ones anew takes time."""
        if self._characters > _ZONE_CHARACTERS:
            self._zone.close()
            self._characters = 0
        if not self._characters:
            self._zone.enter_context(self._nlp.memory_zone())
        self._characters += characters

    def _parse_batch(self, batch: list[Document]) -> Iterator[ParsedDocument]:
        units = (unit for number, document in enumerate(batch) for unit in self._units(number, document.text))
        sentences: list[list[Sentence]] = [[] for _ in batch]
        for group in groups(units, lambda unit: len(unit.starts)):
            docs = annotate(self._nlp, [unit.doc for unit in group])
            for doc, unit in zip(docs, group, strict=True):
                found = list(self._sentences(doc, unit, batch[unit.document].text))
                joined = graft(found, unit.spoken) if unit.spoken else found
                sentences[unit.document].extend(piece for sentence in joined for piece in _bounded(sentence))
        for document, found in zip(batch, sentences, strict=True):
            yield ParsedDocument(document, tuple(found), self.info)

    def _units(self, number: int, text: str) -> Iterator[_Unit]:
        """The paragraphs of a document as tokens, headlines with the capitals of running text."""
        spans = list(paragraphs(text, self._one_sentence_per_line))
        headlines = {span for span in spans if not self._one_sentence_per_line and is_headline(span.of(text))}
        forms = usual_forms(span.of(text) for span in spans if span not in headlines) if headlines else {}
        for paragraph, span in enumerate(spans):
            legible = readable(span.of(text))
            words = legible.words
            if forms and span in headlines:
                words = recased(words, forms, self._common)
            split = self._split(words)
            starts = [span.start + legible.start(start) for start in split.starts]
            lengths = map(len, split.texts)
            ends = [span.start + legible.end(a + n) for a, n in zip(split.starts, lengths, strict=True)]
            doc = Doc(self._nlp.vocab, words=split.texts, spaces=split.spaced)
            found = utterances(split.texts)
            for position, begins in self._boundaries(found, len(starts)).items():
                doc[position].is_sent_start = begins
            spoken = [(starts[each.first], ends[each.last]) for each in found]
            yield _Unit(doc, starts, ends, spoken, number, paragraph)

    def _boundaries(self, spoken: Sequence[Utterance], count: int) -> Mapping[int, bool]:
        """The tokens of a paragraph that must begin a sentence, or must not."""
        if self._one_sentence_per_line:
            return {position: not position for position in range(count)}
        return boundaries(spoken, count)

    def _sentences(self, doc: Doc, unit: _Unit, text: str) -> Iterator[Sentence]:
        """The sentences of one parsed paragraph, in document offsets."""
        forms = self._forms.of(doc)
        strings = self._nlp.vocab.strings
        rows = doc.to_array(_ATTRIBUTES)
        heads = rows[:, -1].astype("int64").tolist() if len(doc) else []
        entities = rows[:, 0].tolist()
        for sent in doc.sents:
            first = sent.start
            tokens = []
            for i in range(first, sent.end):
                lemma, tag, pos, dep, lower = forms[i]
                start, end = unit.starts[i], unit.ends[i]
                words = intern(text[start:end])  # most come again and again
                entity = strings[entities[i]] if entities[i] else ""
                head = i - first + heads[i]
                tokens.append(Token(i - first, start, end, words, lemma, tag, pos, dep, head, entity, lower))
            names = tuple(NamedSpan(ent.start - first, ent.end - 1 - first, ent.label_) for ent in sent.ents)
            yield Sentence(tuple(tokens), names, unit.paragraph)


def _load(model: str) -> Language:
    try:
        nlp = spacy.load(model)
    except OSError as error:
        if model in spacy.util.get_installed_models():
            raise ModelError(f"model {model} cannot be loaded: {error}") from error
        raise not_installed(model) from error
    missing = _NEEDED_COMPONENTS - set(nlp.pipe_names)
    if nlp.lang != "en" or missing:
        problem = f"lacks {', '.join(sorted(missing))}" if missing else f"reads {nlp.lang}, not English"
        raise ModelError(f"model {model} {problem}; choose an English pipeline such as {DEFAULT_MODEL}")
    with_fast_matrices(nlp)
    with_fast_vectors(nlp)
    _with_fast_lemmas(nlp)
    return nlp


def _with_fast_lemmas(nlp: Language) -> None:
    """Makes sets of the lists of lemmas, of which the lemmatizer goes through tens of thousands for each new word."""
    table = _lemmas(nlp, "lemma_index")
    for part, words in list(table.items()):
        table[part] = frozenset(words)


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Documents in groups of about a hundred thousand characters."""
    total = 0

    def group(document: Document) -> int:
        nonlocal total
        total += len(document.text)
        return total // _BATCH_CHARACTERS

    for _, batch in groupby(documents, key=group):
        yield list(batch)


def _common_words(nlp: Language) -> CommonWords:
    """What the model's lemmatizer knows of words that are no names; function words alone where it knows nothing."""

    def table(name: str) -> dict[str, Any]:
        found = _lemmas(nlp, name)
        return {part: found[part] for part in ("verb", "noun", "adj", "adv") if part in found}

    lemmas = {part: frozenset(words) for part, words in table("lemma_index").items()}
    return CommonWords(nlp.Defaults.stop_words, lemmas, table("lemma_rules"), table("lemma_exc"))


def _lemmas(nlp: Language, table: str) -> Any:
    """A table of the model's lemmatizer; an empty one if it has none."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if nlp.has_pipe("lemmatizer") else None
    return lookups.get_table(table) if lookups is not None and lookups.has_table(table) else {}


def _bounded(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence, or pieces of one that is too long; a word whose head is in another piece heads its own."""
    count = len(sentence.tokens)
    if count <= _LONGEST_SENTENCE:
        yield sentence
        return
    for first in range(0, count, _LONGEST_SENTENCE):
        last = min(first + _LONGEST_SENTENCE, count) - 1
        tokens = tuple(
            token._replace(i=token.i - first, head=token.head - first)
            if first <= token.head <= last
            else token._replace(i=token.i - first, head=token.i - first, dep="ROOT")
            for token in sentence.tokens[first : last + 1]
        )
        names = tuple(
            NamedSpan(max(name.first, first) - first, min(name.last, last) - first, name.label)
            for name in sentence.names
            if name.first <= last and name.last >= first
        )
        yield Sentence(tokens, names, sentence.paragraph)
