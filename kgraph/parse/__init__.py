"""Documents to parsed documents; the only package that knows spaCy."""

from kgraph.parse.parser import DEFAULT_MODEL, Parser

__all__ = ["DEFAULT_MODEL", "Parser"]
