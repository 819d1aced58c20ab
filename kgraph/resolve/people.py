"""Persons by name: across documents only a name of several words tells who is meant."""

from __future__ import annotations

from collections.abc import Iterable


def full_names(names: Iterable[str]) -> frozenset[str]:
    """The names of several words among the persons' names of a document.

    A bare surname merges nobody across documents; within one, extraction
    says which full name it takes up.

    Args:
        names: The persons' names in the document, full and short ones.
    """
    return frozenset(name for name in names if " " in name)
