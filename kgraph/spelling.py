"""Text as the parser should see it: odd characters and headline capitals made ordinary, offsets kept.

A parser is trained on clean sentences. It reads marks of typography and of
broken encodings as words, and the capitals of a headline as names.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

_APOSTROPHES = "’‘`´ʼ′‛＇"
_QUOTES = "″‟＂"
_HYPHENS = "‐‑−﹣－"
_SPACES = "\u200b\u2060\ufeff\u0085\u00a0"
# Written differently, meant alike. Each maps to one character, so that offsets stay;
# what is no sign to read becomes a space.
_UNIFORM = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys(_SPACES, " "),
        "«": "“",
        "»": "”",
        "„": "“",
        "―": "—",
    }
)
# No sign of their own: soft hyphens, joiners, marks of direction, variation selectors.
_SILENT = "\u00ad\u034f\u061c\u180e\u200c-\u200f\u202a-\u202e\u2061-\u2069\ufe00-\ufe0f\U000e0000-\U000e007f"
_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
# UTF-8 that was read as Windows-1252: "â€™" for an apostrophe, "Ã©" for an e with an acute accent.
_MANGLED = {
    mangled: char
    for char in "‘’“”–—…•éèêëáàâäãåçíìîïñóòôöõøúùûüßÉÈÁÀÄÅÇÑÓÖØÚÜšžŠŽćčđğışŞ\u00a0"
    if (mangled := char.encode().decode("cp1252", errors="replace")) and "\ufffd" not in mangled
} | {"â€\u009d": "”", "â€\u009c": "“", "â€\u0099": "’", "â€\u0098": "‘", "â€\u0093": "–", "â€\u0094": "—"}
_ODD = re.compile(
    "|".join(
        [
            *sorted(map(re.escape, _MANGLED), key=len, reverse=True),
            f"[^\\W{_COMBINING}][{_COMBINING}]+",
            f"[{_SILENT}{_COMBINING}]+",
        ]
    )
)

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’-](?!s\b)[^\W\d_]+)*", re.IGNORECASE)
_FEWEST_WORDS = 3
_MOST_WORDS = 30
_NATIONALITY = re.compile(r".+(?:an|ese|ish|i)")
_ENDINGS = frozenset({"ed", "es", "ing"})
_SHORT_STEM = re.compile(r"[^aeiou]*[aeiou][^aeiouswxyz]")


@dataclass(frozen=True, slots=True)
class Readable:
    """A stretch of text as the parser should see it.

    Attributes:
        words: The text; its length differs from the original where characters were left out or put together.
        starts: For each character, where its original begins; ``None`` where all stand where they stood.
        ends: For each character, where its original ends.
    """

    words: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def start(self, position: int) -> int:
        """Where the original of a character begins."""
        return position if self.starts is None else self.starts[position]

    def end(self, position: int) -> int:
        """Where the original of the stretch before a position ends."""
        return position if self.ends is None else self.ends[position - 1]


def readable(text: str) -> Readable:
    """A text without odd characters: one kind of apostrophe, composed accents, no soft hyphens, no mojibake."""
    if text.isascii() or _ODD.search(text) is None:
        return Readable(text.translate(_UNIFORM))
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in [*_ODD.finditer(text), None]:
        until = match.start() if match is not None else len(text)
        words += text[at:until]
        starts += range(at, until)
        ends += range(at + 1, until + 1)
        if match is not None:
            plain = _plain(match[0])
            words += plain
            starts += [match.start()] * len(plain)
            ends += [match.end()] * len(plain)
            at = match.end()
    return Readable("".join(words).translate(_UNIFORM), tuple(starts), tuple(ends))


def _plain(odd: str) -> str:
    """The one character that is meant, or none."""
    if odd in _MANGLED:
        return _MANGLED[odd]
    return unicodedata.normalize("NFC", odd)[:1] if odd[0].isalpha() else ""


def is_headline(words: str) -> bool:
    """Whether nearly every longer word is capitalised, so that capitals tell nothing of names."""
    found = [word for word in _WORD.findall(words) if len(word) > 3]
    if len(found) < _FEWEST_WORDS or len(words.split()) > _MOST_WORDS:
        return is_shouted(words)
    return sum(word[0].isupper() for word in found) >= 0.9 * len(found) or is_shouted(words)


def is_shouted(words: str) -> bool:
    """Whether a text stands in capitals throughout."""
    letters = "".join(filter(str.isalpha, words))
    return len(_WORD.findall(words)) >= _FEWEST_WORDS and sum(map(str.isupper, letters)) >= 0.85 * len(letters)


def usual_forms(sentences: Iterable[str]) -> dict[str, str]:
    """How the words of running text are written inside its sentences, by their lower-case form."""
    counts: dict[str, Counter[str]] = {}
    for text in sentences:
        for match in _WORD.finditer(text):
            word = match[0]
            if word[0].islower() or text[max(match.start() - 2, 0) : match.start()].rstrip()[-1:].isalnum():
                counts.setdefault(word.lower(), Counter())[word] += 1
    return {lower: max(sorted(forms), key=forms.__getitem__) for lower, forms in counts.items()}


@dataclass(frozen=True, slots=True)
class CommonWords:
    """Words that are no names: what WordNet lists, as the rules of a lemmatizer know it.

    A noun counts only in the plural, since the list holds names among its
    nouns; a nationality does not count.

    Attributes:
        function_words: Articles, prepositions, pronouns and the like.
        lemmas: By part of speech ("verb", "noun", "adj", "adv"), the lemmas.
        rules: By part of speech, endings with what they stand for in the lemma.
        exceptions: By part of speech, irregular forms.
    """

    function_words: Container[str]
    lemmas: Mapping[str, Container[str]]
    rules: Mapping[str, Sequence[Sequence[str]]]
    exceptions: Mapping[str, Mapping[str, Sequence[str]]]

    def lemma(self, word: str, part: str) -> str:
        """The lemma of a form of a part of speech; the word itself if it is a lemma, or unknown."""
        lemmas = self.lemmas.get(part, ())
        if word in lemmas:
            return word
        irregular = self.exceptions.get(part, {}).get(word, ())
        regular = (word.removesuffix(end) + base for end, base in self.rules.get(part, ()) if word.endswith(end))
        return next(iter(irregular), None) or next((form for form in regular if form in lemmas), word)

    def __contains__(self, word: object) -> bool:
        """Whether a word in lower case is no name."""
        if not isinstance(word, str):
            return False
        if word in self.function_words:
            return True
        if _NATIONALITY.fullmatch(word):
            return False
        parts = ("verb", "adj", "adv")
        if any(word in self.lemmas.get(part, ()) or word in self.exceptions.get(part, ()) for part in parts):
            return True
        inflected = ("verb", "adj") if word in self.lemmas.get("noun", ()) else ("verb", "adj", "noun")
        return any(
            word.endswith(ending) and word.removesuffix(ending) + base in self.lemmas.get(part, ())
            for part in inflected
            for ending, base in self.rules.get(part, ())
        )


def recased(words: str, forms: Mapping[str, str], common: Container[str]) -> str:
    """A headline with the capitals of running text, character for character.

    Args:
        words: The headline.
        forms: How the document's running text writes words, by their lower-case form.
        common: Words that are no names, in lower case.
    """
    shouted = is_shouted(words)
    made = _WORD.sub(lambda match: _usual(match[0], forms, common, shouted), words)
    first = _WORD.search(made)
    if first is None:
        return made
    return made[: first.start()] + _capital(made[first.start()]) + made[first.start() + 1 :]


def _usual(word: str, forms: Mapping[str, str], common: Container[str], shouted: bool) -> str:
    """A word of a headline as it would stand in running text; what may be a name keeps its capital."""
    lower = word.lower()
    if len(lower) != len(word):
        return word
    form = forms.get(lower)
    if form is not None:
        return form
    if lower in common or lower == "s":
        return lower
    return word[0] + lower[1:] if shouted and len(word) > 3 else word


def _capital(char: str) -> str:
    upper = char.upper()
    return upper if len(upper) == 1 else char


def whole_lemma(word: str, lemma: str) -> str:
    """The lemma of a verb's form, with the silent *e* that a lemmatizer lost.

    A short stem doubles its last consonant before an ending ("rapped"; Quirk et al. 1985, section 3.8), so the form of
    one that does not ("raped", "staged", "hopes") has an *e* of its own.

    Args:
        word: The form, in lower case.
        lemma: What the lemmatizer makes of it.
    """
    if word[len(lemma) :] in _ENDINGS and word.startswith(lemma) and _SHORT_STEM.fullmatch(lemma):
        return lemma + "e"
    return lemma
