"""Number of English nouns as far as their endings tell, where no parser has seen the word in its sentence."""

from __future__ import annotations

from functools import lru_cache


def plural(noun: str) -> str:
    """A noun in the plural: "allies", "attacks"."""
    return noun.removesuffix("y") + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeou" else noun + "s"


def singular(noun: str) -> str:
    """A noun in the singular: "ally", "policeman"."""
    if noun.endswith("men"):
        return noun.removesuffix("men") + "man"
    return noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun.removesuffix("s")


@lru_cache(maxsize=1 << 12)  # a document has few words, many times over
def singulars(word: str) -> tuple[str, ...]:
    """The word itself and all that its singular may be: "talks" and "talk", "buses", "bus" and "buse"."""
    if word.endswith("ies"):
        return word, word[:-3] + "y", word[:-2], word[:-1]
    if word.endswith("es"):
        return word, word[:-2], word[:-1]
    return (word, word[:-1]) if word.endswith("s") and not word.endswith("ss") else (word,)
