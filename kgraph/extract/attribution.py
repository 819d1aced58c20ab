"""Attribution: which words of a text are whose.

A *report* joins a cue, the source that is its subject and the content, the
reported words (PARC 3, Pareti 2016; PolNeAR, Newell et al. 2018). The cue's
complement gives indirect speech; direct speech is joined to its report in
:mod:`kgraph.extract.speech`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kgraph.extract.clauses import Clause
from kgraph.extract.content import clausal_content, nominal_content, runs
from kgraph.model.document import Span
from kgraph.model.lexicon import Cue, Lexicon
from kgraph.model.parsed import Sentence, Token


@dataclass(frozen=True, slots=True)
class Report:
    """A cue with the words that it reports.

    ``clause`` is the cue's clause, or ``None`` for "according to", whose
    source and cue words then stand in ``source`` and ``cue``. ``nominal`` tells
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
    return made + _according_to(sentence)


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
    nominal = not tokens and bool(clause.subjects)
    if nominal:
        tokens = nominal_content(clause, lexicon)
    if cue is None and not tokens:
        return None
    return Report(clause.sentence, clause.words, clause, None, runs(tokens), quoted=False, nominal=nominal)


def _according_to(sentence: Sentence) -> list[Report]:
    found = []
    for token in sentence.tokens:
        to = sentence.child(token, "prep", "prt")
        if token.lower != "according" or to is None or to.lower != "to":
            continue
        source = sentence.child(to, "pobj")
        if source is None:
            continue
        inside = {t.i for t in sentence.subtree(token)}
        content = [t for t in sentence.subtree(sentence.head(token)) if t.i not in inside]
        found.append(Report(sentence, (token, to), None, source, runs(content), quoted=False))
    return found
