"""Documents to parsed documents; the only package that knows spaCy.

:class:`Parser` is imported when it is first asked for: spaCy takes a second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kgraph.parse.model import DEFAULT_MODEL

if TYPE_CHECKING:
    from kgraph.parse.parser import Parser

__all__ = ["DEFAULT_MODEL", "Parser"]


def __getattr__(name: str) -> Any:
    """Imports the parser."""
    if name != "Parser":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kgraph.parse.parser import Parser  # noqa: PLC0415

    return Parser
