"""Parses a query before it runs: tells where it is wrong, and refuses what would reach out of the graph.

``SERVICE`` makes a store fetch from any address, and ``FROM`` makes some stores
load files. Both are looked for in the parsed algebra, where no spelling hides
them. Updates are no queries and fail to parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from kgraph.errors import GraphError
from kgraph.graph.terms import PREFIXES

_UPDATE = re.compile(r"(?i)\s*(?:(?:PREFIX|BASE)[^>]*>\s*)*(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b")
_POSITION = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_TOKEN = re.compile(r"""[?$]?[\w:-]+|<[^<>\s]*>|"[^"\n]*"?|'[^'\n]*'?|\S""")
_UNDECLARED = "Prefix not found"
_UNGROUPED = "SELECT contains a variable that is unbound"


class QueryError(GraphError):
    """A query that is no SPARQL 1.1.

    Attributes:
        excerpt: The line that is wrong and a caret below its place.
    """

    def __init__(self, message: str, excerpt: str = "") -> None:
        super().__init__(message)
        self.excerpt = excerpt


@dataclass(frozen=True, slots=True)
class Query:
    """A query that may run.

    Attributes:
        text: Its words.
        ordered: Whether it says in which order its rows come.
    """

    text: str
    ordered: bool


def checked(text: str, name: str = "query") -> Query:
    """A query, if it is one that may run; our prefixes need no declaration in it.

    Args:
        text: SPARQL 1.1.
        name: What messages call it.

    Raises:
        QueryError: It is no query; tells the line and the column.
        GraphError: It is an update, or it reaches out of the graph.
    """
    update = _UPDATE.match(re.sub(r"(?m)^\s*#.*$", "", text))
    if update:
        raise GraphError(f"{name}: {update[1].upper()} is an update; only SELECT, ASK, CONSTRUCT and DESCRIBE are run")
    algebra = _algebra(text)
    if algebra is not None:
        for part in _parts(algebra):
            if part.name == "ServiceGraphPattern":
                raise GraphError(
                    f"{name}: SERVICE is not allowed, it would fetch from elsewhere; merge the data instead"
                )
        if algebra.datasetClause:
            raise GraphError(f"{name}: FROM is not allowed; give the files to read, and name graphs with GRAPH")
    elif "service" in _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), text).lower():
        # What rdflib cannot parse pyoxigraph must not see before it is sure that it asks nobody else.
        raise QueryError(f"{name}: is no SPARQL 1.1, and names SERVICE, which is not allowed")
    try:
        ox.Store().query(text, prefixes=dict(PREFIXES))
    except SyntaxError as error:
        raise _located(str(error), text, name) from error
    ordered = "order" in text.lower() if algebra is None else any(part.name == "OrderBy" for part in _outer(algebra))
    return Query(text, ordered)


def _algebra(text: str) -> CompValue | None:
    try:
        return translateQuery(parseQuery(text), initNs=dict(PREFIXES)).algebra
    except Exception:
        return None


def _parts(value: object) -> Iterator[CompValue]:
    """Every part of a parsed query."""
    waiting: list[object] = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, CompValue):
            yield each
            waiting += each.values()
        elif isinstance(each, Iterable) and not isinstance(each, str):
            waiting += each


def _outer(algebra: CompValue) -> Iterator[CompValue]:
    """The parts that make the rows of the query itself, not those of the queries within it."""
    part = algebra.p
    while isinstance(part, CompValue) and part.name in {"Slice", "Distinct", "Reduced", "Project", "OrderBy"}:
        yield part
        part = part.p


def _located(told: str, text: str, name: str) -> QueryError:
    """An error with its line, its column and the words that stand there."""
    found = _POSITION.match(told)
    if found is None:
        return QueryError(f"{name}: no SPARQL: {told}")
    if _UNGROUPED in told:
        return QueryError(f"{name}: no SPARQL: SELECT names a variable that is not in GROUP BY; aggregate it or add it")
    lines = text.split("\n")
    end = sum(len(line) + 1 for line in lines[: int(found[1]) - 1]) + int(found[2]) - 1
    offset = max(0, end - _overshot(found[3]))
    if _UNDECLARED in told:  # found only behind the name
        offset = next((token.start() for token in _TOKEN.finditer(text) if token.end() == end), offset)
    before = text[:offset]
    line, column = before.count("\n"), offset - (before.rfind("\n") + 1)
    token = _TOKEN.match(text, offset)
    where = f"{name}, line {line + 1}, column {column + 1}"
    problem = f"unexpected {token[0]}" if token else "the query ends too early"
    if token and ":" in token[0] and token[0].partition(":")[0] not in PREFIXES:
        problem += "; if its prefix is not declared, declare it with PREFIX"
    return QueryError(f"{where}: no SPARQL: {problem}", f"{lines[line]}\n{' ' * column}^")


def _overshot(expected: str) -> int:
    """By how much pyoxigraph's position is too far: the length of the keyword that it compared there."""
    terms = [term for term in expected.split(", ") if term != "[_]"]
    keywords = [len(term) for term in terms if term.isalnum()]
    return min(keywords) if keywords and len(keywords) == len(terms) else 0
