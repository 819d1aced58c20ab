"""Days of publication, as inputs write them.

Read are ISO 8601 (``2022-06-01``, ``2022-06-01T23:30:00-05:00``,
``20220601T120000Z``), the same with slashes or as the fourteen digits of GDELT,
and the form of mail and feeds (``Wed, 01 Jun 2022 12:30:00 GMT``). A date that
can be read in two ways, such as 06/01/2022, is an error and never guessed.

A moment's day is the day that it has in its own time zone: "on Wednesday" in an
article means the writer's Wednesday, not that of Greenwich.
"""

from __future__ import annotations

import datetime
import re

from kgraph.errors import InputError

_SLASHED = re.compile(r"(\d{4})/(\d{2})/(\d{2})(?=$|[T ])")
_FOURTEEN_DIGITS = re.compile(r"(\d{8})(\d{6})")
_MAIL = re.compile(r"(?:[A-Z][a-z]{2,8},\s*)?\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4}\s+\d{1,2}:\d{2}.*")
_NO_COLON_ZONE = re.compile(r"(?<=\d)\s?([+-]\d{2})(\d{2})$|(?<=\d)\s?(?:UTC|GMT)$")


def day(value: str) -> datetime.date:
    """The day that a text names.

    Raises:
        InputError: It is no date that can be read in one way only.
    """
    text = value.strip()
    try:
        if _MAIL.fullmatch(text):
            from email.utils import parsedate_to_datetime  # noqa: PLC0415 - slow to import

            return parsedate_to_datetime(text).date()
        return datetime.datetime.fromisoformat(_as_iso(text)).date()
    except ValueError as error:
        raise InputError(f"{value!r} is no date; write it as 2022-06-01 or 2022-06-01T12:30:00Z") from error


def _as_iso(text: str) -> str:
    """The few forms that are ISO 8601 but for their marks, in ISO 8601."""
    text = _SLASHED.sub(r"\1-\2-\3", text)
    text = _NO_COLON_ZONE.sub(lambda zone: f"{zone[1]}:{zone[2]}" if zone[1] else "+00:00", text)
    digits = _FOURTEEN_DIGITS.fullmatch(text)
    return f"{digits[1]}T{digits[2]}" if digits is not None else text
