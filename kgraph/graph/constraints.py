"""The constraints of SHACL Core that the shapes of graphs use, compiled into plain checks."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import pyoxigraph as ox

from kgraph.graph.terms import IRI, RDF, XSD, Literal, TripleTerm

SH = "http://www.w3.org/ns/shacl#"


class Blank(NamedTuple):
    """A blank node; its value begins with ``_:``, as no IRI does."""

    value: str


class Tagged(NamedTuple):
    """A string with a language tag."""

    value: str
    language: str


Node: TypeAlias = IRI | Literal | Blank | Tagged | TripleTerm
Description: TypeAlias = Mapping[str, Sequence[Node]]
"""The properties of a node: the values of each by its IRI."""
Rows: TypeAlias = Mapping[Node, Sequence[tuple[str, Node]]]
"""A file of shapes: the properties of each of its nodes."""


class Violation(NamedTuple):
    """One result of a validation.

    Attributes:
        focus: The node that breaks a shape.
        path: IRI of the property that it breaks it by; empty for the node itself.
        value: The value that breaks it, if one does.
        component: Local name of the constraint's component in SHACL's namespace.
        message: What is asked for, in the words of the shape.
        shape: The shape that has the constraint.
    """

    focus: Node
    path: str
    value: Node | None
    component: str
    message: str
    shape: Node


Broken: TypeAlias = Callable[[Sequence[Node], Description], Sequence[Node | None]]
"""Gives the values that break a constraint, of those of one property; ``None`` where no value is to blame."""


class Constraint(NamedTuple):
    """One constraint.

    Attributes:
        component: Local name of its component in SHACL's namespace.
        broken: What breaks it.
        counts: Whether it asks for the number of values alone.
        demands: Whether it can be broken where there is no value.
    """

    component: str
    broken: Broken
    counts: bool
    demands: bool


@dataclass(frozen=True, slots=True)
class Property:
    """What a shape asks of one property."""

    id: Node
    path: str
    message: str
    constraints: tuple[Constraint, ...]
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """One node shape.

    Attributes:
        id: Its IRI, or a blank node inside another.
        targets: Classes whose nodes it is about.
        subjects_of: Properties whose subjects it is about.
        objects_of: Properties whose values it is about.
        message: What it asks for.
        constraints: What it asks of the node itself.
        classes: Classes that the node must have.
        properties: What it asks of the node's properties.
        alternatives: Of each list of shapes (``sh:or``), one must be met.
    """

    id: Node
    targets: frozenset[str]
    subjects_of: frozenset[str]
    objects_of: frozenset[str]
    message: str
    constraints: tuple[Constraint, ...]
    classes: tuple[str, ...]
    properties: tuple[Property, ...]
    alternatives: tuple[tuple[Shape, ...], ...]

    def violations(self, node: Node, description: Description) -> Iterator[Violation]:
        """What is wrong with a node, but for the classes of what it is linked to."""
        for each in self.properties:
            values = description.get(each.path, ())
            for constraint in each.constraints:
                for value in constraint.broken(values, description):
                    yield Violation(node, each.path, value, constraint.component, each.message, each.id)
        for constraint in self.constraints:
            for value in constraint.broken((node,), description):
                yield Violation(node, "", value, constraint.component, self.message, self.id)
        for shapes in self.alternatives:
            if all(any(shape.violations(node, description)) for shape in shapes):
                yield Violation(node, "", node, "OrConstraintComponent", self.message, self.id)

    def checks(self, description: Description) -> tuple[tuple[str, Broken], ...] | None:
        """What is left to check of a node, once the number of the values of each property is known.

        Returns:
            The properties to look at, each with a check of its values; ``None`` if the numbers alone break the shape,
            or if it asks for something that must be looked at as a whole.
        """
        left = []
        for each in self.properties:
            values = description.get(each.path, ())
            for constraint in each.constraints:
                if constraint.counts and constraint.broken(values, description):
                    return None
                if not constraint.counts and (values or constraint.demands):
                    left.append((each.path, constraint.broken))
        if not all(any(shape.met_by_number(description) for shape in shapes) for shapes in self.alternatives):
            return None
        return tuple(left)

    def met_by_number(self, description: Description) -> bool:
        """Whether the number of the values of each property settles that a node meets the shape."""
        return not self.constraints and self.checks(description) == ()

    def links(self, description: Description) -> tuple[tuple[Property | None, str], ...]:
        """Which properties of a node must lead to which class; ``None`` for the node itself."""
        own = [(None, name) for name in self.classes]
        return (*own, *((each, name) for each in self.properties if each.path in description for name in each.classes))


def node_of(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    """A term of pyoxigraph as one of ours."""
    if isinstance(term, ox.NamedNode):
        return IRI(term.value)
    if isinstance(term, ox.BlankNode):
        return Blank(f"_:{term.value}")
    if isinstance(term, ox.Literal):
        return Tagged(term.value, term.language) if term.language else Literal(term.value, term.datatype.value)
    return TripleTerm(*(node_of(part) for part in term))  # type: ignore[arg-type]


def shape(node: Node, rows: Rows) -> Shape:
    """Compiles a node shape.

    Raises:
        ValueError: It holds what is not known here.
    """
    found = _Parts(node, rows)
    compiled = Shape(
        id=node,
        targets=frozenset(found.iris("targetClass")),
        subjects_of=frozenset(found.iris("targetSubjectsOf")),
        objects_of=frozenset(found.iris("targetObjectsOf")),
        message=found.message(),
        classes=tuple(found.iris("class")),
        properties=tuple(_property(each, rows) for each in found.take("property")),
        alternatives=tuple(tuple(shape(each, rows) for each in _items(first, rows)) for first in found.take("or")),
        constraints=found.constraints(),
    )
    if compiled.objects_of and (compiled.targets or compiled.subjects_of or _has_classes(compiled)):
        raise ValueError(f"{node.value} has sh:targetObjectsOf beside other targets or sh:class; give it a shape alone")
    return compiled


def _has_classes(compiled: Shape) -> bool:
    return bool(compiled.classes) or any(each.classes for each in compiled.properties)


def _property(node: Node, rows: Rows) -> Property:
    found = _Parts(node, rows)
    paths = found.iris("path")
    if len(paths) != 1:
        raise ValueError(f"the property shape {node.value} has a path that is not one IRI; only such are known")
    classes, message = found.iris("class"), found.message()
    return Property(node, paths[0], message, found.constraints(), tuple(classes))


class _Parts:
    """The parts of a shape, taken one by one, so that what nobody takes is noticed."""

    def __init__(self, node: Node, rows: Rows) -> None:
        self._node = node
        self._rows = rows
        self._left: dict[str, list[Node]] = {}
        for name, value in rows.get(node, ()):
            if name.startswith(SH):
                self._left.setdefault(name.removeprefix(SH), []).append(value)

    def take(self, name: str) -> list[Node]:
        return sorted(self._left.pop(name, ()))

    def iris(self, name: str) -> list[str]:
        values = self.take(name)
        if not all(isinstance(value, IRI) for value in values):
            raise ValueError(f"sh:{name} of {self._node.value} is no IRI; only IRIs are known")
        return [value.value for value in values]

    def message(self) -> str:
        return "; ".join(value.value for value in self.take("message"))

    def constraints(self) -> tuple[Constraint, ...]:
        """All that is left.

        Raises:
            ValueError: Something of it is no constraint that is known.
        """
        found: list[Constraint] = []
        for name in sorted(self._left):
            if name not in _CONSTRAINTS:
                raise ValueError(
                    f"sh:{name} of {self._node.value} is not known; validate with it as a file of your own"
                )
            component = name[0].upper() + name[1:] + "ConstraintComponent"
            counts = name in {"minCount", "maxCount"}
            found += [
                Constraint(component, _CONSTRAINTS[name](value, self._rows), counts, counts or name == "hasValue")
                for value in self.take(name)
            ]
        return tuple(found)


def _items(first: Node, rows: Rows) -> Iterator[Node]:
    """The members of an RDF list."""
    while first.value != RDF + "nil":
        cell = dict(rows[first])
        yield cell[RDF + "first"]
        first = cell[RDF + "rest"]


def _min_count(limit: Node, _rows: Rows) -> Broken:
    least = int(limit.value)
    return lambda values, _: (None,) if len(values) < least else ()


def _max_count(limit: Node, _rows: Rows) -> Broken:
    most = int(limit.value)
    return lambda values, _: (None,) if len(values) > most else ()


def _each(wrong: Callable[[Node], bool]) -> Broken:
    return lambda values, _: [value for value in values if wrong(value)]


_remembered = lru_cache(maxsize=1 << 12)  # for what takes longer than to look it up; many values come again and again


def _node_kind(kind: Node, _rows: Rows) -> Broken:
    allowed = {
        SH + "IRI": (IRI,),
        SH + "BlankNode": (Blank,),
        SH + "Literal": (Literal, Tagged),
        SH + "BlankNodeOrIRI": (Blank, IRI),
        SH + "BlankNodeOrLiteral": (Blank, Literal, Tagged),
        SH + "IRIOrLiteral": (IRI, Literal, Tagged),
    }[kind.value]
    return _each(lambda value: not isinstance(value, allowed))


def _datatype(datatype: Node, _rows: Rows) -> Broken:
    wanted = datatype.value
    if wanted == RDF + "langString":
        return _each(lambda value: not isinstance(value, Tagged))
    if wanted == XSD + "date":
        return _each(lambda value: _date(value) is None)
    if wanted not in _LEXICAL:
        return _each(lambda value: not isinstance(value, Literal) or value.datatype != wanted)
    form = _LEXICAL[wanted].fullmatch
    return _each(
        _remembered(
            lambda value: not isinstance(value, Literal) or value.datatype != wanted or form(value.value) is None
        )
    )


def _pattern(pattern: Node, _rows: Rows) -> Broken:
    matches = re.compile(pattern.value).search
    return _each(_remembered(lambda value: isinstance(value, Blank) or matches(value.value) is None))


def _min_length(limit: Node, _rows: Rows) -> Broken:
    least = int(limit.value)
    return _each(lambda value: isinstance(value, Blank) or len(value.value) < least)


def _in(first: Node, rows: Rows) -> Broken:
    allowed = frozenset(_items(first, rows))
    return _each(lambda value: value not in allowed)


def _has_value(wanted: Node, _rows: Rows) -> Broken:
    return lambda values, _: () if wanted in values else (None,)


def _limit(fits: Callable[[Decimal, Decimal], bool]) -> Callable[[Node, Rows], Broken]:
    def compiled(limit: Node, _rows: Rows) -> Broken:
        bound = Decimal(limit.value)

        def wrong(value: Node) -> bool:
            number = _number(value)
            return number is None or not fits(number, bound)

        return _each(_remembered(wrong))

    return compiled


def _less_than_or_equals(other: Node, _rows: Rows) -> Broken:
    path = other.value

    def broken(values: Sequence[Node], description: Description) -> Sequence[Node | None]:
        # One result for each pair that breaks it, as SHACL wants it.
        return [value for value in values for most in description.get(path, ()) if not _not_above(value, most)]

    return broken


def _disjoint(other: Node, _rows: Rows) -> Broken:
    path = other.value
    return lambda values, description: [value for value in values if value in description.get(path, ())]


def _not_above(one: Node, other: Node) -> bool:
    """Whether two literals compare and the first is not the greater one."""
    numbers = _number(one), _number(other)
    if numbers[0] is not None and numbers[1] is not None:
        return numbers[0] <= numbers[1]
    dates = _date(one), _date(other)
    if dates[0] is not None and dates[1] is not None:
        return dates[0] <= dates[1]
    strings = isinstance(one, Literal) and isinstance(other, Literal) and one.datatype == other.datatype == _STRING
    return strings and one.value <= other.value


@lru_cache(maxsize=2**16)  # offsets and confidences are few and come again and again
def _number(value: Node) -> Decimal | None:
    if not isinstance(value, Literal) or value.datatype not in _NUMBERS:
        return None
    return Decimal(value.value) if _LEXICAL[value.datatype].fullmatch(value.value) else None


@lru_cache(maxsize=2**12)  # so are days
def _date(value: Node) -> datetime.date | None:
    if not isinstance(value, Literal) or value.datatype != XSD + "date":
        return None
    try:
        return datetime.date.fromisoformat(value.value) if len(value.value) == len("2022-06-01") else None
    except ValueError:
        return None


_STRING = XSD + "string"
_NUMBERS = frozenset({XSD + "integer", XSD + "decimal"})
# What the values of a datatype look like, of those datatypes that graphs have (XML Schema 1.1, part 2).
_LEXICAL = {
    XSD + "boolean": re.compile("true|false|1|0"),
    XSD + "decimal": re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"),
    XSD + "integer": re.compile("[+-]?[0-9]+"),
}
_CONSTRAINTS: Mapping[str, Callable[[Node, Rows], Broken]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "nodeKind": _node_kind,
    "datatype": _datatype,
    "pattern": _pattern,
    "minLength": _min_length,
    "in": _in,
    "hasValue": _has_value,
    "minInclusive": _limit(lambda value, bound: value >= bound),
    "maxInclusive": _limit(lambda value, bound: value <= bound),
    "lessThanOrEquals": _less_than_or_equals,
    "disjoint": _disjoint,
}
