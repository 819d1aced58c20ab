"""The fields of a JSON record, each of the type that it must have.

All raise :class:`InputError` that names the key and what stands there instead.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from kgraph.errors import InputError
from kgraph.model.document import Span

JsonObject = Mapping[str, Any]
T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

_REQUIRED: Any = object()


def checked(decode: Callable[[JsonObject], T], record: JsonObject) -> T:
    """Decodes, so that a span that cannot be is an error of the record."""
    try:
        return decode(record)
    except ValueError as error:
        raise InputError(f"the record cannot be: {error}") from error


def get(record: JsonObject, key: str, kind: Any, default: Any = _REQUIRED) -> Any:
    """A value of the wanted type; JSON's true and false are no integers here."""
    if not isinstance(record, Mapping):
        raise InputError(f"an object was expected, not {json.dumps(record)[:40]}")
    value = record.get(key, default)
    if value is _REQUIRED:
        raise InputError(f"the key {key!r} is missing")
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        wanted = kind.__name__ if isinstance(kind, type) else str(kind)
        raise InputError(f"{key!r} must be {wanted}, not {json.dumps(value)[:40]}")
    return value


def optional(record: JsonObject, key: str, decode: Callable[[JsonObject], T]) -> T | None:
    """An object as what it is the record of; ``None`` where it is null or missing."""
    value = get(record, key, dict | None, None)
    return None if value is None else decode(value)


def sequence(record: JsonObject, key: str, decode: Callable[[JsonObject], T]) -> tuple[T, ...]:
    """A list of objects as what they are the records of."""
    return tuple(decode(part) for part in get(record, key, list))


def enumerated(record: JsonObject, key: str, kind: type[E], default: Any = _REQUIRED) -> E:
    """One of the values of an enumeration."""
    value = get(record, key, str, default)
    if value not in {member.value for member in kind}:
        raise InputError(f"{key!r} must be one of {', '.join(member.value for member in kind)}, not {value!r}")
    return kind(value)


def strings(record: JsonObject, key: str, default: Any = _REQUIRED) -> tuple[str, ...]:
    """A list of strings."""
    values = get(record, key, list, default)
    if not all(isinstance(value, str) for value in values):
        raise InputError(f"{key!r} must be a list of strings")
    return tuple(values)


def spans(record: JsonObject, key: str, default: Any = _REQUIRED) -> tuple[Span, ...]:
    """A list of spans, each ``[start, end]``."""
    pairs = get(record, key, list, default)
    if not all(isinstance(pair, list) and [type(offset) for offset in pair] == [int, int] for pair in pairs):
        raise InputError(f"{key!r} must be a list of pairs of integers")
    return tuple(Span(*pair) for pair in pairs)
