"""Names that mean the same within a document, and what each group of them means.

"Smith" takes up "Anna Smith", "NATO" the "North Atlantic Treaty Organization".
How a short name finds the full one stands in
:mod:`kgraph.extract.coreference.shortened`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kgraph.extract.phrases import strip_name
from kgraph.model.document import Span
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence, Token

VALUES = frozenset(
    {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"}
)  # OntoNotes value types: no names of anybody
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
# Small models take a surname for an organisation more often than the other way round.
_PERSON_SHARE = 0.3
_BESIDE = ("compound", "amod", "nmod", "appos")

Key = tuple[str, ...]


class Name(NamedTuple):
    """A name where it stands.

    Attributes:
        sentence: The number of its sentence.
        tokens: Its words without title and possessive mark.
        head: The head among them.
        label: The parser's label, empty where it has none.
        text: Its words in lower case with single spaces, without article.
    """

    sentence: int
    tokens: tuple[Token, ...]
    head: Token
    label: str
    text: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.tokens[0].start

    @property
    def parts(self) -> tuple[str, str, str] | None:
        """Given name, surname and the initials between them, of a name of several words that can be a person's."""
        words = [token.lower for token in self.tokens if token.lower not in _SUFFIXES and token.pos != "PUNCT"]
        if len(words) < 2 or words[0] == words[-1]:
            return None
        initials = "".join(word.replace(".", "") if "." in word else word[0] for word in words[1:-1])
        return words[0], words[-1], initials


@dataclass(frozen=True, slots=True)
class Identity:
    """Who or what several names of a document mean.

    Attributes:
        span: Its fullest name where that stands first.
        name: That name in lower case, without article.
        label: What the parser mostly takes it for (OntoNotes label).
        gender: "female" or "male" where the names and titles tell, else empty.
        full: Whether the fullest name has more than one word.
        sentence: Where it is first named in full.
    """

    span: Span
    name: str
    label: str
    gender: str
    full: bool
    sentence: int


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a document by where their head word starts.

    Attributes:
        all: Every name.
        identities: Whom each name means.
        rules: Which rule says so where the name is not the fullest itself.
    """

    all: Mapping[int, Name]
    identities: Mapping[int, Identity]
    rules: Mapping[int, str]


def recognised(number: int, sentence: Sentence, lexicon: Lexicon) -> list[Name]:
    """The names of a sentence that the parser recognised, titles left out."""
    found = []
    for span in sentence.names:
        if span.label in VALUES:
            continue
        tokens = strip_name(list(sentence.tokens[span.first : span.last + 1]))
        while span.label == "PERSON" and len(tokens) > 1 and _is_title(tokens[0], lexicon):
            tokens = tokens[1:]
        inside = range(tokens[0].i, tokens[-1].i + 1)
        head = next((t for t in reversed(tokens) if t.head not in inside or t.head == t.i), tokens[-1])
        found.append(_name(number, tokens, head, span.label))
    return found


def _name(number: int, tokens: Sequence[Token], head: Token, label: str) -> Name:
    text = " ".join([token.lower for token in tokens]).removeprefix("the ")
    return Name(number, tuple(tokens), head, label, text)


def unrecognised(number: int, sentence: Sentence, surnames: set[str]) -> list[Name]:
    """Proper nouns that the parser has no label for and that are somebody's surname."""
    return [
        _name(number, [token], token, "")
        for token in sentence.tokens
        if token.pos == "PROPN" and not token.entity and token.lower in surnames
    ]


def _is_title(token: Token, lexicon: Lexicon) -> bool:
    return token.lower in lexicon.offices or token.lower in lexicon.reference.genders


def people(found: Sequence[Name], sentences: Sequence[Sentence], lexicon: Lexicon) -> dict[Key, Name]:
    """The persons named in full, each with the first such name.

    Given name and surname make one person, unless the initials between them
    tell several apart ("George W. Bush", "George H. W. Bush").
    """
    named: list[tuple[str, str, str, Name]] = []
    initials: dict[Key, set[str]] = defaultdict(set)
    for name in found:
        parts = name.parts
        if parts is None or parts[1] in lexicon.reference.organisations:
            continue
        if name.label == "PERSON" or _is_titled(name, parts[0], sentences[name.sentence], lexicon):
            named.append((*parts, name))
            initials[parts[:2]].add(parts[2])
    persons: dict[Key, Name] = {}
    for given, surname, middle, name in named:
        several = len(initials[given, surname] - {""}) > 1
        persons.setdefault((given, surname, middle) if several else (given, surname), name)
    return persons


def _is_titled(name: Name, given: str, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a name that the parser takes for something else is a person's: a title and a given name say so."""
    if given not in lexicon.reference.given_names or len(name.tokens) > 3:
        return False
    return any(_is_title(token, lexicon) for token in sentence.children(name.head, "compound"))


def identity(
    names: Sequence[Name],
    is_person: bool,
    rules: Mapping[int, str],
    sentences: Sequence[Sentence],
    lexicon: Lexicon,
) -> Identity:
    """One record for names in reading order that mean the same."""
    full = [name for name in names if name.head.start not in rules] or list(names)
    first = full[0]
    labels = [name.label for name in full]
    is_person = is_person or labels.count("PERSON") >= _PERSON_SHARE * len(labels)
    label = "PERSON" if is_person else max(dict.fromkeys(labels), key=labels.count)
    gender = ""
    if is_person:
        told = {told_gender(name, sentences[name.sentence], lexicon) for name in names} - {""}
        given = lexicon.reference.given_names.get(first.tokens[0].lower, "") if len(first.tokens) > 1 else ""
        gender = told.pop() if len(told) == 1 else given if not told else ""
    return Identity(first.span, first.text, label, gender, len(first.tokens) > 1, first.sentence)


def told_gender(name: Name, sentence: Sentence, lexicon: Lexicon) -> str:
    """The gender that titles and descriptions beside a name tell: "Mr.", "spokeswoman", "her husband"."""
    genders = lexicon.reference.genders
    beside = [t.lemma.lower() for t in sentence.children(name.head, *_BESIDE) if not _is_owned(sentence, t)]
    if name.head.dep == "appos":
        beside.append(sentence.head(name.head).lemma.lower())
    first = name.tokens[0].i
    if first:
        beside.append(sentence.tokens[first - 1].lower)
    told = {genders[word] for word in beside if word in genders}
    return told.pop() if len(told) == 1 else ""


def _is_owned(sentence: Sentence, token: Token) -> bool:
    """Whether somebody beside a name is told by his relation to it: "Smith, his wife and two children"."""
    owner = sentence.child(token, "poss")
    return owner is not None and owner.tag == "PRP$"
