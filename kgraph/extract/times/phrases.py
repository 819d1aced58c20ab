"""The time expressions of clauses and noun phrases: which words of a sentence say when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgraph.extract.clauses import Clause
from kgraph.extract.times.values import value
from kgraph.model.document import Document, Span
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence, Token
from kgraph.model.statement import Time

_TIME_ENTITIES = frozenset({"DATE", "TIME"})
_CLAUSE_ADJUNCTS = ("prep", "npadvmod", "advmod", "nmod", "appos")
_NOUN_ADJUNCTS = ("poss", "compound", "nmod", "nummod", "amod", "npadvmod", "prep")
_NOT_TIME_PARTS = frozenset({"relcl", "acl", "advcl", "ccomp", "pcomp"})
_SEPARATORS = frozenset({",", "(", ")"})
# What may stand after a head inside an expression even where it names no time: "a day after the attack".
_BINDERS = frozenset({"after", "before", "of", "from", "since", "to", "until", "later"})
_BARE_MARKERS = frozenset({"at", "during", "in", "on"})
_PRESENT = frozenset({"VBZ", "VBP"})


def time_of(clause: Clause, lexicon: Lexicon, document: Document, future: bool) -> Time | None:
    """The time at which a clause places what it says, or ``None`` where it names none.

    Expressions that stand side by side are one ("at 5 p.m. on Wednesday"). Of
    several the first with a value counts. A verb that shares its subject with
    one before it shares what stands before that one, too ("On Monday they met
    and signed a treaty").

    Args:
        clause: The clause.
        lexicon: The words of time.
        document: Its text and its date; relative expressions have no value without the date.
        future: Whether the clause speaks of what is to come.
    """
    sentence, verb = clause.sentence, clause.verb
    ahead = future or _is_scheduled(sentence, verb, lexicon)
    found = _time(_expressions(_clause_tokens(sentence, verb, lexicon)), lexicon, document, ahead)
    head = sentence.head(verb)
    if found is None and verb.dep == "conj" and head.pos in {"VERB", "AUX"}:
        before = (token for token in _clause_tokens(sentence, head, lexicon) if token.i < head.i)
        return _time(_expressions(before), lexicon, document, ahead)
    return found


def time_of_phrase(
    sentence: Sentence, head: Token, lexicon: Lexicon, document: Document, future: bool = False
) -> Time | None:
    """The time inside a noun phrase, for the event that the noun names: "Friday's attack", "the 2014 annexation".

    Args:
        sentence: The noun's sentence.
        head: The noun.
        lexicon: The words of time.
        document: Its text and its date.
        future: Whether the event lies ahead.
    """
    tokens = _phrase_tokens(sentence, head, lexicon)
    return _time(_expressions(tokens), lexicon, document, future)


def is_time(token: Token, lexicon: Lexicon) -> bool:
    """Whether a head names a time."""
    if token.entity in _TIME_ENTITIES:
        return True
    symbol = lexicon.time_words.get(token.lower, "")
    if symbol[:1] == "R" or (symbol[:1] in {"U", "S"} and token.dep == "npadvmod"):
        return True
    named = token.lower in lexicon.weekdays or token.lower in lexicon.months
    return (named and token.pos == "PROPN") or (token.dep == "advmod" and symbol == "V")


def _clause_tokens(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The words of the time expressions that belong to a verb.

    Those that a parser hangs on a proper name beside it are the verb's, too:
    a name has no time ("Russia Wednesday criticized", "met Weber on Friday").
    """
    for child in sentence.children(verb):
        if child.dep in _CLAUSE_ADJUNCTS and _is_adjunct(sentence, child, lexicon):
            yield from _parts(sentence, child, lexicon)
        elif child.dep in {"nsubj", "nsubjpass", "dobj"}:
            yield from _on_name(sentence, child, lexicon)
        elif child.dep == "prep":
            for filler in sentence.children(child, "pobj"):
                yield from _on_name(sentence, filler, lexicon)


def _phrase_tokens(sentence: Sentence, head: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The words of the time expressions inside a noun phrase.

    Those beside the noun below its preposition or on a name in its own
    phrases are the noun's, too ("on a visit to Chad Wednesday").
    """
    for child in sentence.children(head, *_NOUN_ADJUNCTS):
        if _is_adjunct(sentence, child, lexicon):
            yield from _parts(sentence, child, lexicon)
        elif child.dep == "prep":
            for filler in sentence.children(child, "pobj"):
                yield from _on_name(sentence, filler, lexicon)
    if head.dep == "pobj":
        for child in sentence.children(sentence.head(head), "npadvmod"):
            if child.i > head.i and _is_adjunct(sentence, child, lexicon):
                yield from _parts(sentence, child, lexicon)


def _on_name(sentence: Sentence, name: Token, lexicon: Lexicon) -> Iterator[Token]:
    if name.pos != "PROPN" or name.entity in _TIME_ENTITIES:
        return
    for child in sentence.children(name, "prep", "npadvmod", "appos"):
        if child.i > name.i and _is_adjunct(sentence, child, lexicon):
            yield from _parts(sentence, child, lexicon)


def _is_adjunct(sentence: Sentence, child: Token, lexicon: Lexicon) -> bool:
    """Whether a dependent says when: it names a time, or governs what does, or is "ago"."""
    if child.dep == "prep":
        below = sentence.children(child, "pobj", "pcomp", "prep")
        return any(is_time(filler, lexicon) or _is_clock(sentence, filler) for filler in below)
    return is_time(child, lexicon)


def _is_clock(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun holds a time of day: "6 p.m. local time"."""
    return any(child.entity == "TIME" for child in sentence.children(noun, "nmod", "compound", "nummod"))


def _parts(sentence: Sentence, adjunct: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The words of an adjunct that belong to the time expression, names and clauses beside it left out."""
    yield adjunct
    for child in sentence.children(adjunct):
        if child.dep in _NOT_TIME_PARTS or (child.dep in {"compound", "poss"} and _is_name(child)):
            continue
        preposition = child.dep == "prep" and child.pos == "ADP" and adjunct.pos != "ADP"
        if preposition and child.lower not in _BINDERS and not _is_adjunct(sentence, child, lexicon):
            continue
        yield from _parts(sentence, child, lexicon)


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.entity not in _TIME_ENTITIES


def _expressions(tokens: Iterable[Token]) -> list[list[Token]]:
    """Runs of neighbouring words, in reading order, free of punctuation at their edges."""
    runs: list[list[Token]] = []
    for token in sorted(set(tokens)):
        if runs and token.i <= runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return [run for run in map(_trimmed, runs) if run]


def _trimmed(run: list[Token]) -> list[Token]:
    while run and (run[-1].pos == "PUNCT" or run[-1].tag == "POS" or run[-1].text in _SEPARATORS):
        run = run[:-1]
    while run and (run[0].pos == "PUNCT" or run[0].text in _SEPARATORS):
        run = run[1:]
    return run


def _time(runs: list[list[Token]], lexicon: Lexicon, document: Document, ahead: bool) -> Time | None:
    """The first expression that has a value, else the first."""
    first: Time | None = None
    for run in runs:
        words = [token.lower for token in run]
        found = value(words, lexicon, document.date, ahead)
        bare = words[0] in _BARE_MARKERS and len(words) > 1
        unneeded = bare and value(words[1:], lexicon, document.date, ahead) == found
        span = Span(run[int(unneeded)].start, run[-1].end)
        time = Time(span, span.of(document.text), found)
        if found:
            return time
        first = first or time
    return first


def _is_scheduled(sentence: Sentence, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a present tense speaks of what is ahead: "the summit opens Tuesday", "is visiting on Friday"."""
    if verb.tag in _PRESENT:
        return verb.lemma.lower() not in lexicon.cues
    auxiliaries = sentence.children(verb, "aux", "auxpass")
    if any(token.tag in {"VBD", "VBN"} or token.lemma == "have" for token in auxiliaries):
        return False
    return verb.tag in {"VBG", "VBN"} and any(token.tag in _PRESENT for token in auxiliaries)
