"""Number of English nouns as far as their endings tell, where no parser has seen the word in its sentence."""

from __future__ import annotations

from collections.abc import Iterator


def plural(noun: str) -> str:
    """A noun in the plural: "allies", "attacks"."""
    return noun.removesuffix("y") + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeou" else noun + "s"


def singular(noun: str) -> str:
    """A noun in the singular: "ally", "policeman"."""
    if noun.endswith("men"):
        return noun.removesuffix("men") + "man"
    return noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun.removesuffix("s")


def singulars(word: str) -> Iterator[str]:
    """The word itself and all that its singular may be: "talks" and "talk", "buses", "buse" and "bus"."""
    yield word
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
