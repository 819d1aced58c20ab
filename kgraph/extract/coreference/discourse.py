"""The discourse as it is read: who and what has been spoken of so far, and how salient each is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kgraph.extract.coreference.markables import Markable, Sort, governor
from kgraph.extract.coreference.names import Identity, Names
from kgraph.extract.coreference.roles import Description
from kgraph.extract.quotes import Quotation
from kgraph.model.document import Span
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence

# How far back, in sentences, a pronoun looks (Lappin and Leass 1994 look back four).
REACH = 3
_RECENT = 100
_QUOTED = 0.4
_REPEATED = 1.2


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody or something that a document speaks of, while it is read."""

    sort: Sort
    plural: bool
    gender: str
    first: Markable
    identity: Identity | None = None
    descriptions: list[Description] = field(default_factory=list)
    last: int = 0

    def suits(self, gender: str) -> bool:
        """Whether a singular pronoun of this gender can mean the person."""
        return self.sort is Sort.PERSON and not self.plural and self.gender in {"", gender}


class Link(NamedTuple):
    """What a markable takes up, a referent or a place in the text, and the rule that says so."""

    targets: tuple[Referent | Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a document before its references are followed.

    Attributes:
        sentences: Its sentences.
        names: Its names.
        quotations: Its quotations, by start.
        speakers: The start of the head of each quotation's speaker, if known.
        reporters: From the start of a reporter's head to the words that he is quoted with.
        held: The offices that titles and appositions give each identity.
        sides: The state or body that the holder of an office speaks for.
        identified: From the start of the head of a role to the identity that is named later.
        lexicon: Knowledge of the language.
    """

    sentences: Sequence[Sentence]
    names: Names
    quotations: Sequence[Quotation]
    speakers: Sequence[int | None]
    reporters: Mapping[int, Sequence[Span]]
    held: Mapping[Identity, Sequence[Description]]
    sides: Mapping[Identity, Span]
    identified: Mapping[int, Identity]
    lexicon: Lexicon


class Discourse:
    """The referents so far, with the mentions of the last sentences."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.by_identity: dict[Identity, Referent] = {}
        self.of: dict[int, Referent] = {}
        self.links: dict[int, Link] = {}
        self.window: list[tuple[Markable, Referent]] = []
        self.by_noun: dict[str, list[Referent]] = defaultdict(list)
        self.by_kind: dict[str, list[Referent]] = defaultdict(list)
        self.last_organisation = 0

    def named(self, markable: Markable, identity: Identity) -> Referent:
        """The referent of an identity; a new one where it is spoken of for the first time."""
        referent = self.by_identity.get(identity)
        if referent is None:
            referent = Referent(markable.sort, markable.plural, identity.gender, markable, identity)
            self.by_identity[identity] = referent
            for description in self.setting.held.get(identity, ()):
                self.describe(referent, description)
            if identity.label == "ORG":
                for kind in {identity.name, *identity.name.split()[1:][-1:]}:
                    self.by_kind[kind].append(referent)
        return referent

    def describe(self, referent: Referent, description: Description) -> None:
        """Adds what a referent is said to be."""
        if all(known.noun != description.noun for known in referent.descriptions):
            self.by_noun[description.noun].append(referent)
        referent.descriptions.append(description)

    def described(self, markable: Markable, gender: str) -> Referent:
        """A new referent for a description that takes up nobody."""
        return Referent(markable.sort, markable.plural, gender, markable)

    def note(self, markable: Markable, referent: Referent) -> None:
        """Remembers that a markable means a referent."""
        self.of[markable.token.start] = referent
        self.window.append((markable, referent))
        referent.last = markable.sentence
        if referent.identity is not None and referent.identity.label == "ORG":
            self.last_organisation = markable.sentence

    def link(self, markable: Markable, referent: Referent, rule: str) -> None:
        """Records that a markable takes up a referent, and by which rule."""
        self.links[markable.token.start] = Link((referent,), rule)
        self.note(markable, referent)

    def forget(self, sentence: int) -> None:
        """Drops from the window what a pronoun in this sentence no longer reaches."""
        self.window = [pair for pair in self.window if pair[0].sentence >= sentence - REACH]

    def before(self, markable: Markable) -> Iterator[tuple[Markable, Referent]]:
        """The mentions in reach that grammar and quotation marks allow a pronoun to take up."""
        sentence = self.setting.sentences[markable.sentence]
        own_words = self.setting.reporters.get(markable.token.start, ())
        speaker = self._speaker(markable)
        verb = governor(sentence, markable.token) if markable.token.tag == "PRP" else -1
        for mention, referent in self.window:
            start = mention.token.start
            if referent is speaker or any(words.start <= start < words.end for words in own_words):
                continue
            if mention.sentence == markable.sentence and self._barred(sentence, mention, markable, verb):
                continue
            yield mention, referent

    def _speaker(self, markable: Markable) -> Referent | None:
        """Who says the quotation that a markable stands in: he is "I" there, never "he"."""
        if markable.quotation < 0:
            return None
        start = self.setting.speakers[markable.quotation]
        if start is None:
            return None
        name = self.setting.names.identities.get(start)
        return self.by_identity.get(name) if name is not None else self.of.get(start)

    @staticmethod
    def _barred(sentence: Sentence, mention: Markable, markable: Markable, verb: int) -> bool:
        """Whether binding theory forbids a pronoun to mean something of the same sentence.

        A participant of the same verb is barred (condition B), and so is a
        phrase that holds the pronoun ("his brother").
        """
        other, own = mention.token, markable.token
        if (
            own.tag == "PRP"
            and verb >= 0
            and governor(sentence, other) == verb
            and other.dep not in {"poss", "compound"}
        ):
            return True
        while own.head != own.i and own.dep not in {"conj", "appos"}:
            own = sentence.tokens[own.head]
            if own.i == other.i:
                return True
        return False

    def salience(self, markable: Markable, mentions: Sequence[Markable]) -> float:
        """How much the mentions of one referent offer themselves to a pronoun (Lappin and Leass 1994).

        In each sentence the best mention counts, by recency and grammatical
        function, and more where there are several; a sentence further back
        counts half as much, and so does what is only mentioned in a quotation
        for a pronoun outside.
        """
        best: dict[int, float] = {}
        for mention in mentions:
            weight = (_RECENT + mention.slot) * 0.5 ** (markable.sentence - mention.sentence)
            if mention.quotation >= 0 and mention.quotation != markable.quotation:
                weight *= _QUOTED
            if mention.slot < 20:
                weight *= 0.5
            other = best.get(mention.sentence, 0.0)
            best[mention.sentence] = max(other, weight) * (_REPEATED if other else 1.0)
        return sum(best.values())
