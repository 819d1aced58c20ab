"""Attribution: which words of a text are whose.

A *report* joins a cue, the source that is its subject and the content, the
reported words (PARC 3, Pareti 2016; PolNeAR, Newell et al. 2018). The cue's
complement gives indirect speech; direct speech is joined to its report in
:mod:`kgraph.extract.speech`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from kgraph.extract.clauses import Clause
from kgraph.extract.content import clausal_content, nominal_content, runs
from kgraph.extract.governors import governing_verb
from kgraph.model.document import Span
from kgraph.model.lexicon import Cue, Lexicon
from kgraph.model.parsed import Sentence, Token

_REDUCED = frozenset({"acl", "relcl"})
_LONGEST_LABEL = 6  # words before the colon
_LABELS = frozenset({"ADJ", "ADP", "DET", "NOUN", "PART", "PROPN"})
_SPEAKERS = frozenset({"", "NORP", "ORG", "PERSON"})


@dataclass(frozen=True, slots=True)
class Report:
    """A cue with the words that it reports.

    ``clause`` is the cue's clause, or ``None`` for "according to" and for nouns
    ("the claim that"), whose source then stands in ``source``. ``nominal`` tells
    that the content is a phrase, not a clause.
    """

    sentence: Sentence
    cue: tuple[Token, ...]
    clause: Clause | None
    source: Token | None
    spans: tuple[Span, ...]
    quoted: bool
    nominal: bool = False

    @property
    def place(self) -> Span:
        """Where the cue stands."""
        return Span(self.cue[0].start, self.cue[-1].end)


def reports(found: Sequence[Clause], sentence: Sentence, lexicon: Lexicon) -> list[Report]:
    """The reports of one sentence, before quotations of other sentences are joined to them."""
    made = [report for clause in found if (report := _report(clause, lexicon)) is not None]
    return [*made, *_according_to(sentence), *_by_nouns(found, sentence, lexicon)]


def cue_of(clause: Clause, lexicon: Lexicon) -> Cue | None:
    """The lexicon's entry for a clause's predicate as a cue: by verb, verb and marker, or predicative adjective."""
    for argument in clause.arguments:
        cue = lexicon.cues.get(f"{clause.lemma} {argument.marker}")
        if cue is not None:
            return cue
    if clause.verb.lemma in lexicon.embedders and clause.complement is not None and clause.complement.dep != "ccomp":
        return None
    if clause.verb.lemma == "be":
        adjective = clause.sentence.child(clause.verb, "acomp")
        return lexicon.cue_adjectives.get(adjective.lower) if adjective is not None else None
    return lexicon.cues.get(clause.lemma) or lexicon.cues.get(clause.verb.lemma.lower())


def _report(clause: Clause, lexicon: Lexicon) -> Report | None:
    cue = cue_of(clause, lexicon)
    tokens = clausal_content(clause, cue, lexicon) if cue is not None else []
    nominal = not tokens and (bool(clause.subjects) or (clause.passive and clause.verb.dep not in _REDUCED))
    if nominal:
        tokens = nominal_content(clause, lexicon)
        tokens = [] if len(tokens) == 1 and tokens[0].lower in lexicon.closed.pointers else tokens
    if cue is None and not tokens:
        return None
    return Report(clause.sentence, clause.words, clause, None, runs(tokens), quoted=False, nominal=nominal)


def by_labels(sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Report]:
    """The reports that a name and a colon make at the start of a paragraph, in headlines and transcripts.

    "Weber: Nobody will leave" says that Weber says so; so does "Poll: Most
    want to leave". What is reported goes on to the end of the paragraph.
    """
    made = []
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        paragraph = list(group)
        colon = next((t for t in paragraph[0].tokens[1 : _LONGEST_LABEL + 1] if t.text == ":"), None)
        if colon is None:
            continue
        speaker, told = paragraph[0].tokens[: colon.i], paragraph[0].tokens[colon.i + 1 :]
        names = speaker[-1].pos == "PROPN" and all(token.pos in _LABELS for token in speaker)
        voice = (names and speaker[-1].entity in _SPEAKERS) or speaker[-1].lower in lexicon.cue_nouns
        spans = [*runs(told), *(span for sentence in paragraph[1:] for span in runs(sentence.tokens))]
        if voice and spans and any(token.pos in {"VERB", "AUX"} for token in told):
            whole = Span(spans[0].start, spans[-1].end)
            made.append(Report(paragraph[0], (colon,), None, speaker[-1], (whole,), quoted=False))
    return made


def _according_to(sentence: Sentence) -> list[Report]:
    found = []
    for token in sentence.tokens:
        if token.lower != "according":
            continue
        to = sentence.child(token, "prep", "prt")
        if to is None or to.lower != "to":
            continue
        source = sentence.child(to, "pobj")
        if source is None:
            continue
        inside = {t.i for t in sentence.subtree(token)}
        content = [t for t in sentence.subtree(sentence.head(token)) if t.i not in inside]
        found.append(Report(sentence, (token, to), None, source, runs(content), quoted=False))
    return found


def _by_nouns(found: Sequence[Clause], sentence: Sentence, lexicon: Lexicon) -> list[Report]:
    """Reports whose cue is a noun: "Kyiv's claim that", "they repeated the demand to", "her concerns about"."""
    made = []
    for token in sentence.tokens:
        if token.pos == "NOUN" and token.lemma.lower() in lexicon.cue_nouns:
            source = _source_of_noun(found, sentence, token, lexicon)
            clause = next((c for c in sentence.children(token, "acl", "ccomp", "relcl") if _says(sentence, c)), None)
            words = sentence.subtree(clause) if clause is not None else _topic_of_noun(sentence, token, lexicon)
            finite = clause is not None and clause.tag != "VB"
            if words and (source is not None or finite):
                made.append(Report(sentence, (token,), None, source, runs(words), quoted=False))
    return made


def _says(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause behind a noun tells what the noun holds, not which one is meant."""
    introduced = sentence.children(clause, "aux", "mark")
    return any(child.tag == "TO" or (child.dep == "mark" and child.lower == "that") for child in introduced)


def _topic_of_noun(sentence: Sentence, noun: Token, lexicon: Lexicon) -> list[Token]:
    """The phrase that tells what a noun is about: "concern *over the war*", "criticism *of the plan*"."""
    event = lexicon.events.nouns.get(noun.lemma.lower())
    markers = set(lexicon.closed.topic_prepositions)
    if event is not None:
        markers.update(marker for marker, part in event.markers.items() if part in {"object", "topic"})
        markers.update({"of"} if event.of == "object" else ())
    preposition = next((p for p in sentence.children(noun, "prep") if p.lower in markers), None)
    return sentence.subtree(preposition)[1:] if preposition is not None else []


def _source_of_noun(found: Sequence[Clause], sentence: Sentence, noun: Token, lexicon: Lexicon) -> Token | None:
    """Whose claim it is: the possessor's, of whom it is "from", or the subject's of a verb like "voiced concerns"."""
    owner = sentence.child(noun, "poss")
    if owner is not None:
        return owner
    if (event := lexicon.events.nouns.get(noun.lemma.lower())) is not None:
        for preposition in sentence.children(noun, "prep"):
            if event.markers.get(preposition.lower) == "subject":
                return sentence.child(preposition, "pobj")
    for clause in found:
        governor = governing_verb(clause, noun, lexicon) if not clause.passive else None
        if governor is not None and "agent" in governor.subject and clause.subjects:
            return clause.subjects[0]
    return None
