"""Persons inside one document: a full name stands for the surname alone that follows it.

Surnames are only ever resolved within a document; across documents a bare
surname merges nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def surname(name: str) -> str:
    """The last word of a name that is no suffix: "Kennedy" of "Robert F. Kennedy Jr."."""
    words = [word for word in name.split() if word.lower() not in _SUFFIXES]
    return words[-1] if words else name


def full_names(names: Iterable[str]) -> Mapping[str, str]:
    """From each name of a person in a document to the full name that is meant.

    A full name stands for itself and, where no other person of the document
    shares it, for its surname.

    Args:
        names: The persons' names in the document, full and short ones.
    """
    full = sorted({name for name in names if len(name.split()) > 1})
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in full:
        bearers[surname(name)].add(name)
    found = {name: name for name in full}
    found.update({last: next(iter(who)) for last, who in bearers.items() if len(who) == 1})
    return found
