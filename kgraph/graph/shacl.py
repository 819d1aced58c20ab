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
from pathlib import Path

import pyoxigraph as ox

from kgraph.errors import OntologyError
from kgraph.graph.constraints import Description, Node, Shape, Violation, node_of
from kgraph.graph.constraints import shape as compile_shape
from kgraph.graph.terms import IRI, RDF, RDFS

_TYPE = IRI(RDF + "type")
_SUBCLASS = RDFS + "subClassOf"
_NONE: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Classes:
    """What an ontology tells of classes: those above each, itself included, and those of its individuals."""

    above: Mapping[str, AbstractSet[str]]
    of: Mapping[str, AbstractSet[str]]

    def all_above(self, names: Iterable[str]) -> frozenset[str]:
        """Some classes with those above them."""
        return frozenset(upper for name in names for upper in self.above.get(name, (name,)))


@dataclass(frozen=True, slots=True)
class Shapes:
    """Compiled shapes with the classes that they are to be understood by."""

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
            elif predicate == _TYPE.value:
                types[subject.value].add(value.value)
    above = {name: frozenset(_closure(name, parents)) for name in parents}
    of = {name: frozenset(upper for each in kinds for upper in above.get(each, {each})) for name, kinds in types.items()}
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
    """What the shapes find wrong, in the order of the descriptions; what hangs on other nodes' classes comes last.

    Args:
        described: Each node once, with all its properties; no value twice.
        shapes: What to check by.
    """
    targets = _Targets(shapes)
    classes: dict[Node, frozenset[str]] = {}
    waiting: list[tuple[Node, str, Violation]] = []
    objects = [_Objects(each) for each in shapes.shapes if each.objects_of]
    for node, properties in described:
        kinds = targets.classes(properties.get(RDF + "type", _NONE))
        if kinds:
            classes[node] = kinds
        for each in targets.shapes(kinds, properties):
            yield from each.violations(node, properties)
            for value, wanted, violation in each.links(node, properties):
                if wanted not in classes.get(value, ()):
                    waiting.append((value, wanted, violation))
        for values in objects:
            values.see(node, properties)
    for values in objects:
        yield from values.violations()
    for value, wanted, violation in waiting:
        if wanted not in classes.get(value, ()) and wanted not in shapes.classes.of.get(value.value, ()):
            yield violation


class _Objects:
    """The values of some properties, which a shape is about; they may be described before or after they are named."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._named: set[Node] = set()
        self._found: dict[Node, tuple[Violation, ...]] = {}

    def see(self, node: Node, properties: Description) -> None:
        """Takes note of a node and of whom it names."""
        for path in self._shape.objects_of:
            if path in properties:
                self._named.update(properties[path])
        self._found[node] = tuple(self._shape.violations(node, properties))

    def violations(self) -> Iterator[Violation]:
        """What is wrong with those that were named; of what is nowhere described, all is missing."""
        for node in sorted(self._named, key=repr):
            yield from self._found[node] if node in self._found else self._shape.violations(node, {})


class _Targets:
    """Which shapes a node is the target of; remembered by the set of its classes, of which graphs have few."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes
        self._by_classes: dict[frozenset[str], tuple[Shape, ...]] = {}
        self._upper: dict[tuple[Node, ...], frozenset[str]] = {}
        self._by_property = [(name, each) for each in shapes.shapes for name in sorted(each.subjects_of)]

    def classes(self, types: Sequence[Node]) -> frozenset[str]:
        """All classes of a node with these types."""
        key = tuple(types)
        if key not in self._upper:
            self._upper[key] = self._shapes.classes.all_above(each.value for each in key)
        return self._upper[key]

    def shapes(self, classes: frozenset[str], properties: Description) -> Sequence[Shape]:
        found = self._by_classes.get(classes)
        if found is None:
            found = tuple(each for each in self._shapes.shapes if not each.targets.isdisjoint(classes))
            self._by_classes[classes] = found
        others = [each for name, each in self._by_property if name in properties and each not in found]
        return [*found, *dict.fromkeys(others)] if others else found
