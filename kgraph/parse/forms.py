"""Part of speech and lemma of words, each combination worked out once.

spaCy's attribute ruler and rule lemmatizer look at every token anew, which
costs a fifth of bare parsing. All but a few of their rules ask for nothing but
a word's form, tag and relation, so that what they say of one token holds for
all like it. Paragraphs in which one of the few others fits are given to the
components themselves: the result is theirs, token for token.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

from kgraph.parse.recent import Recent
from kgraph.spelling import whole_lemma

if TYPE_CHECKING:
    from spacy.language import Language

_RULER = "attribute_ruler"
_LEMMATIZER = "lemmatizer"
_MODES_BY_WORD = frozenset({"lookup", "rule"})
_BY_WORD = frozenset({"DEP", "IS_SPACE", "LOWER", "ORTH", "TAG", "TEXT"})
_MANY = 8_000  # forms, some 3 MB
_KEY: list[int | str] = ["ORTH", "TAG", "DEP"]
_VALUES: list[int | str] = ["LEMMA", "POS"]


class Form(NamedTuple):
    """What is the same for all tokens of one form, tag and relation."""

    lemma: str
    tag: str
    pos: str
    dep: str
    lower: str


class Forms:
    """The forms of tokens.

    Takes the attribute ruler and the lemmatizer out of a pipeline where what
    they say can be remembered, and leaves them in where it cannot.

    Args:
        nlp: The pipeline; changed.
    """

    def __init__(self, nlp: Language) -> None:
        self._strings = nlp.vocab.strings
        self._vocab = nlp.vocab
        self._known = Recent(self._learnt, _MANY)
        self._beyond = Matcher(nlp.vocab)
        self._marks: frozenset[str] | None = frozenset()
        self._components = _by_word(nlp)
        if not self._components:
            return
        longer = [pattern for pattern in _patterns(self._components[0]) if len(pattern) > 1]
        if longer:
            self._beyond.add("longer", longer)
            self._marks = _marks(longer)
        for name in (_RULER, _LEMMATIZER):
            nlp.disable_pipe(name)

    def of(self, doc: Doc) -> list[Form]:
        """The form of each token of a parsed paragraph."""
        keys = list(map(tuple, doc.to_array(_KEY).tolist()))
        if not self._components:
            return self._described(doc, keys)
        known = self._known
        forms = [known[key] for key in keys]
        return self._described(doc, keys) if self._may_fit(forms) and self._beyond(doc) else forms

    def _may_fit(self, forms: list[Form]) -> bool:
        """Whether it is worth looking for patterns of several tokens."""
        marks = self._marks
        return marks is None or any(form.lower in marks or form.dep in marks for form in forms)

    def _described(self, doc: Doc, keys: list[tuple[int, ...]]) -> list[Form]:
        """The forms as the components see them in their paragraph."""
        for component in self._components:
            component(doc)
        values = doc.to_array(_VALUES).tolist()
        return [self._form(key, *value) for key, value in zip(keys, values, strict=True)]

    def _learnt(self, key: tuple[int, ...]) -> Form:
        orth, tag, dep = key
        alone = Doc(self._vocab, words=[self._strings[orth]])
        alone[0].tag, alone[0].dep = tag, dep
        for component in self._components:
            component(alone)
        found = self._form(key, alone[0].lemma, alone[0].pos)
        for component in self._components:
            if isinstance(component, Lemmatizer) and len(component.cache) > _MANY:
                component.cache.clear()  # it would never end
        return found

    def _form(self, key: tuple[int, ...], lemma_key: int, pos_key: int) -> Form:
        orth, tag, dep = (self._string(each) for each in key)
        lemma, pos, lower = self._string(lemma_key), self._string(pos_key), orth.lower()
        return Form(whole_lemma(lower, lemma) if pos == "VERB" else lemma, tag, pos, dep, lower)

    def _string(self, key: int) -> str:
        return self._strings[key] if key else ""


def _by_word(nlp: Language) -> tuple[AttributeRuler, Lemmatizer] | tuple[()]:
    """The two components if they stand together and ask for no more than a word's form, tag and relation."""
    names = nlp.pipe_names
    if _RULER not in names or names[names.index(_RULER) + 1 :][:1] != [_LEMMATIZER]:
        return ()
    ruler, lemmatizer = nlp.get_pipe(_RULER), nlp.get_pipe(_LEMMATIZER)
    if not isinstance(ruler, AttributeRuler) or not isinstance(lemmatizer, Lemmatizer):
        return ()
    asked = {each for pattern in _patterns(ruler) for token in pattern for each in token}
    return (ruler, lemmatizer) if lemmatizer.mode in _MODES_BY_WORD and asked <= _BY_WORD else ()


def _patterns(ruler: AttributeRuler) -> list[list[dict[str, Any]]]:
    """The ruler's patterns, each a list of what is asked of one token after another."""
    return [pattern for entry in ruler.patterns for pattern in cast("Any", entry["patterns"])]


def _marks(patterns: list[list[dict[str, Any]]]) -> frozenset[str] | None:
    """Words in lower case and relations of which a paragraph has one wherever a pattern fits; ``None`` if none do."""
    found: set[str] = set()
    for pattern in patterns:
        telling = next(filter(None, map(_asked, pattern)), None)
        if telling is None:
            return None
        found |= telling
    return frozenset(found)


def _asked(token: dict[str, Any]) -> set[str]:
    """The words, or relations, one of which a token of a pattern must have; none if it may do without."""
    for name in ("LOWER", "DEP"):
        value = token.get(name)
        if isinstance(value, dict) and value.keys() == {"IN"}:
            value = value["IN"]
        if value and not isinstance(value, dict) and "OP" not in token:
            return {value} if isinstance(value, str) else set(value)
    return set()
