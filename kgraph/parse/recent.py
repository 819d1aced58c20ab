"""What was worked out of late, so that memory does not grow with the text."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(dict[K, V]):
    """Values by key, each worked out when it is first asked for.

    Once there are many they are all old; an old one that is asked for again stays, the others go when there are many
    again. So what is frequent is worked out once, and at most twice as many are kept.

    Args:
        make: Works a value out.
        most: How many are many.
    """

    def __init__(self, make: Callable[[K], V], most: int) -> None:
        super().__init__()
        self._make = make
        self._most = most
        self._old: dict[K, V] = {}

    def __missing__(self, key: K) -> V:
        """The value of a key that was not asked for of late."""
        value = self._old[key] if key in self._old else self._make(key)
        if len(self) >= self._most:
            self._old = dict(self)
            self.clear()
        self[key] = value
        return value
