"""SHACL Core over a stream of descriptions, at the speed of writing them.

A general validator needs the whole graph in memory and takes minutes for a
million triples, so that no export could wait for it. The shapes of graphs ask
for little more than a node's own properties; this module compiles them into
plain checks and takes one description after the other. Classes of the nodes
that links lead to are looked up at the end, when all are known.

It knows node shapes that target classes, or the subjects or objects of a
property, paths of one predicate, ``sh:or`` and the constraints of
:mod:`kgraph.graph.constraints`.
Anything else in a shapes file is an error, never ignored. Whatever it reports,
pyshacl reports too, and the other way round: a property test proves it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pyoxigraph as ox

from kgraph.errors import OntologyError
from kgraph.graph.constraints import Broken, Description, Node, Property, Shape, Violation, node_of
from kgraph.graph.constraints import shape as compile_shape
from kgraph.graph.terms import RDF, RDFS

_TYPE = RDF + "type"
_SUBCLASS = RDFS + "subClassOf"

Checks: TypeAlias = tuple[tuple[str, Broken], ...]
"""Properties, each with a check of its values."""


@dataclass(frozen=True, slots=True)
class Classes:
    """What an ontology tells of classes: those above each, itself included, and those of its individuals."""

    above: Mapping[str, AbstractSet[str]]
    of: Mapping[str, AbstractSet[str]]

    def all_above(self, names: Iterable[str]) -> frozenset[str]:
        """Some classes with those above them."""
        return frozenset(upper for name in names for upper in self.above.get(name, (name,)))


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """Compiled shapes with the classes that they are to be understood by; no two are alike."""

    shapes: tuple[Shape, ...]
    classes: Classes


def load(shapes: Path, ontology: Iterable[Path]) -> Shapes:
    """Compiles a file of shapes.

    Args:
        shapes: SHACL in Turtle.
        ontology: Turtle files that tell the classes above classes.

    Raises:
        OntologyError: A file cannot be read, or the shapes hold what is not known here.
    """
    graph: defaultdict[ox.NamedNode | ox.BlankNode, list[tuple[str, Node]]] = defaultdict(list)
    for quad in _parsed(shapes):
        graph[quad.subject].append((quad.predicate.value, node_of(quad.object)))  # type: ignore[index]
    rows = {node_of(subject): properties for subject, properties in graph.items()}
    try:
        found = tuple(compile_shape(subject, rows) for subject in sorted(rows) if _is_node_shape(rows[subject]))
    except ValueError as error:
        raise OntologyError(f"{shapes}: {error}") from error
    return Shapes(found, _classes(quad for path in ontology for quad in _parsed(path)))


def _parsed(path: Path) -> Iterator[ox.Quad]:
    try:
        yield from ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE)
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"{path}: cannot be read: {error}") from error


def _is_node_shape(properties: Sequence[tuple[str, Node]]) -> bool:
    return any(name == RDF + "type" and value.value.endswith("shacl#NodeShape") for name, value in properties)


def _classes(quads: Iterable[ox.Quad]) -> Classes:
    parents: defaultdict[str, set[str]] = defaultdict(set)
    types: defaultdict[str, set[str]] = defaultdict(set)
    for quad in quads:
        subject, predicate, value = quad.subject, quad.predicate.value, quad.object
        if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode):
            if predicate == _SUBCLASS:
                parents[subject.value].add(value.value)
            elif predicate == _TYPE:
                types[subject.value].add(value.value)
    above = {name: frozenset(_closure(name, parents)) for name in parents}
    of = {
        name: frozenset(upper for each in kinds for upper in above.get(each, {each})) for name, kinds in types.items()
    }
    return Classes(above, of)


def _closure(name: str, parents: Mapping[str, AbstractSet[str]]) -> set[str]:
    found, waiting = set[str](), [name]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += parents.get(each, ())
    return found


def violations(described: Iterable[tuple[Node, Description]], shapes: Shapes) -> Iterator[Violation]:
    """What the shapes find wrong, in the order of the descriptions; what hangs on other nodes comes last.

    Args:
        described: Each node once, with all its properties; no value twice.
        shapes: What to check by.
    """
    plans = _plans(shapes)
    classes: dict[Node, AbstractSet[str]] = {}
    waiting: list[tuple[Node, Node, str, Shape, Property | None]] = []
    objects = [_Objects(each) for each in shapes.shapes if each.objects_of]
    for node, properties in described:
        plan = plans.of(properties)
        if plan.classes:
            classes[node] = plan.classes
        for shape, checks, links in plan.shapes:
            if checks is None or _any_broken(shape, checks, node, properties):
                yield from shape.violations(node, properties)
            for link, wanted in links:
                values = (node,) if link is None else properties[link.path]
                waiting += [(node, each, wanted, shape, link) for each in values if wanted not in classes.get(each, ())]
        for named in objects:
            named.see(node, properties, plan)
    for named in objects:
        yield from named.violations()
    yield from _broken_links(waiting, classes, shapes.classes)


def _any_broken(shape: Shape, checks: Checks, node: Node, properties: Description) -> bool:
    """Whether a node breaks one of the checks that are left."""
    for path, broken in checks:
        if broken(properties.get(path, ()), properties):
            return True
    return bool(shape.constraints) and any(each.broken((node,), properties) for each in shape.constraints)


def _broken_links(
    waiting: Iterable[tuple[Node, Node, str, Shape, Property | None]],
    classes: Mapping[Node, AbstractSet[str]],
    known: Classes,
) -> Iterator[Violation]:
    """The links to nodes that lack the class, now that the classes of all are told."""
    for node, value, wanted, shape, link in waiting:
        if wanted not in classes.get(value, ()) and wanted not in known.of.get(str(value.value), ()):
            path, message, name = ("", shape.message, shape.id) if link is None else (link.path, link.message, link.id)
            yield Violation(node, path, value, "ClassConstraintComponent", message, name)


class _Plan(NamedTuple):
    """What to do with nodes that have the same classes, and as many values of the same properties.

    Attributes:
        classes: Their classes with those above.
        shapes: The shapes they are targets of, each with the checks that are left and the links to look at.
        paths: The properties.
        numbers: The properties in their order with the number of values of each.
    """

    classes: AbstractSet[str]
    shapes: tuple[tuple[Shape, Checks | None, tuple[tuple[Property | None, str], ...]], ...]
    paths: frozenset[str]
    numbers: tuple[tuple[str, ...], tuple[int, ...]]


class _Plans:
    """The plans of a graph: few for any number of nodes, since the same writer describes them all."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes
        self._plans: dict[tuple[tuple[Node, ...], tuple[tuple[str, ...], tuple[int, ...]]], _Plan] = {}

    def of(self, properties: Description) -> _Plan:
        """The plan for a node with these properties."""
        types = tuple(properties.get(_TYPE, ()))
        numbers = tuple(properties), tuple(map(len, properties.values()))
        plan = self._plans.get((types, numbers))
        if plan is None:
            plan = self._plans[types, numbers] = self._made(types, numbers, properties)
        return plan

    def _made(
        self, types: Sequence[Node], numbers: tuple[tuple[str, ...], tuple[int, ...]], properties: Description
    ) -> _Plan:
        classes = self._shapes.classes.all_above(str(each.value) for each in types)
        shapes = [
            each
            for each in self._shapes.shapes
            if not each.targets.isdisjoint(classes) or not each.subjects_of.isdisjoint(properties)
        ]
        told = tuple((each, each.checks(properties), each.links(properties)) for each in shapes)
        return _Plan(classes, told, frozenset(properties), numbers)


@lru_cache(maxsize=8)  # many graphs, as of one document each, are checked by the same shapes
def _plans(shapes: Shapes) -> _Plans:
    return _Plans(shapes)


class _Objects:
    """The values of some properties, which a shape is about; they may be described before or after they are named."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._named: set[Node] = set()
        self._found: dict[Node, tuple[Violation, ...]] = {}
        self._by_numbers: dict[object, tuple[Violation, ...]] = {}
        self._counts = not (shape.constraints or shape.alternatives) and all(
            each.counts for part in shape.properties for each in part.constraints
        )

    def see(self, node: Node, properties: Description, plan: _Plan) -> None:
        """Takes note of a node and of whom it names."""
        for path in plan.paths & self._shape.objects_of:
            self._named.update(properties[path])
        if not self._counts:
            self._found[node] = tuple(self._shape.violations(node, properties))
            return
        # Nodes alike in numbers break it alike, so that one tuple does for all of them.
        found = self._by_numbers.get(plan.numbers)
        if found is None:
            found = self._by_numbers[plan.numbers] = tuple(self._shape.violations(node, properties))
        self._found[node] = found

    def violations(self) -> Iterator[Violation]:
        """What is wrong with those that were named; of what is nowhere described, all is missing."""
        for node in sorted(self._named, key=repr):
            found = self._found[node] if node in self._found else self._shape.violations(node, {})
            yield from (each._replace(focus=node) for each in found)
