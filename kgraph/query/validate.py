"""Whether files conform to the shapes, and the report of it, for people or in SHACL's own terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from kgraph.errors import GraphError
from kgraph.export.conformance import shapes
from kgraph.graph import shacl
from kgraph.graph.constraints import SH, Blank, Node, Tagged, Violation, node_of
from kgraph.graph.terms import IRI, PREFIXES, RDF, XSD, Literal
from kgraph.query.binding import short
from kgraph.query.files import quads
from kgraph.query.union import Union
from kgraph.query.write import term

_TYPE = ox.NamedNode(RDF + "type")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Report:
    """What a validation found.

    Attributes:
        triples: How many there are.
        violations: What is wrong, sorted.
    """

    triples: int
    violations: tuple[Violation, ...]


def validate(files: Iterable[Path], own: Path | None = None) -> Report:
    """Validates files together, as one graph, with the graphs in them.

    Args:
        files: RDF files.
        own: Shapes of the user's, in addition to those of graphs.

    Raises:
        GraphError: A file cannot be read, or the shapes are none.
    """
    described: dict[Node, dict[str, list[Node]]] = {}
    found = dict.fromkeys(quad.triple for path in files for quad in quads(path))
    for triple in found:
        properties = described.setdefault(node_of(triple.subject), {})
        properties.setdefault(triple.predicate.value, []).append(node_of(triple.object))
    violations = list(shacl.violations(described.items(), shapes()))
    if own is not None:
        violations += _own(found, own)
    return Report(len(found), tuple(sorted(set(violations), key=repr)))


def require(union: Union) -> None:
    """Makes sure that a union conforms.

    Raises:
        GraphError: It does not; names the first violation.
    """
    described: dict[Node, dict[str, list[Node]]] = {}
    for subject, path, value in dict.fromkeys(row[:3] for row in union.rows):
        described.setdefault(IRI(subject), {}).setdefault(path, []).append(value)
    for each in islice(shacl.violations(described.items(), shapes()), 1):
        raise GraphError(f"the union does not conform: {_line(each)}; see kgraph validate, and correct the files")


def _own(triples: Iterable[ox.Triple], path: Path) -> Iterator[Violation]:
    """What shapes of the user's find wrong, by pyshacl, which knows all of SHACL Core."""
    import pyshacl  # noqa: PLC0415 - slow to import
    import rdflib  # noqa: PLC0415

    rules = rdflib.Graph()
    rules.parse(data=ox.serialize(_triples(path), format=ox.RdfFormat.N_TRIPLES), format="nt")
    data = rdflib.Graph().parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    try:
        _, results, _ = pyshacl.validate(data, shacl_graph=rules)
    except Exception as error:
        raise GraphError(f"{path}: cannot be used as shapes: {error}") from error
    if not isinstance(results, rdflib.Graph):
        raise GraphError(f"{path}: cannot be used as shapes: {results}")
    said = ox.parse(results.serialize(format="nt", encoding="utf-8"), format=ox.RdfFormat.N_TRIPLES)
    told: dict[object, dict[str, Node]] = {}
    for quad in said:
        told.setdefault(quad.subject, {})[quad.predicate.value.removeprefix(SH)] = node_of(quad.object)
    for each in told.values():
        if "focusNode" in each:
            component = str(each["sourceConstraintComponent"].value).removeprefix(SH)
            message = str(each["resultMessage"].value) if "resultMessage" in each else component
            where = str(each["resultPath"].value) if "resultPath" in each else ""
            # A blank node that pyshacl makes for the occasion names nothing outside of it.
            source = each.get("sourceShape", Blank("_:shape"))
            shape = Blank("_:shape") if isinstance(source, Blank) else source
            yield Violation(each["focusNode"], where, each.get("value"), component, message, shape)


def _triples(path: Path) -> list[ox.Triple]:
    return [quad.triple for quad in quads(path)]


def as_text(report: Report) -> Iterator[str]:
    """A line for each violation: node, property, value and what is asked for; then how many of each kind."""
    yield from (f"{_line(each)}\n" for each in report.violations)
    if not report.violations:
        yield f"conforms: {report.triples:,} triples, nothing wrong\n"
        return
    nodes = len({each.focus for each in report.violations})
    yield f"does not conform: {len(report.violations)} violations at {nodes} nodes in {report.triples:,} triples\n"
    for message, count in sorted(Counter(each.message for each in report.violations).items(), key=lambda one: -one[1]):
        yield f"{count:6}  {message}\n"


def _line(each: Violation) -> str:
    parts = [_shown(each.focus)]
    parts += [short(ox.NamedNode(each.path))] if each.path else []
    parts += [_shown(each.value)] if each.value is not None and each.value != each.focus else []
    return f"{' '.join(parts)}: {each.message}"


def _shown(node: Node) -> str:
    if isinstance(node, IRI):
        return short(ox.NamedNode(node.value))
    if isinstance(node, Literal | Tagged):
        words = " ".join(node.value.split())
        return f'"{words}"' if len(words) <= _LONGEST else f'"{words[:_LONGEST]}…"'
    return str(node.value) if isinstance(node, Blank) else str(term(node))


def as_turtle(report: Report) -> bytes:
    """The report in the terms of SHACL (section 3.6), in Turtle."""
    head = ox.BlankNode("report")
    conforms = Literal("false" if report.violations else "true", XSD + "boolean")
    rows: list[ox.Triple] = [
        ox.Triple(head, _TYPE, ox.NamedNode(SH + "ValidationReport")),
        ox.Triple(head, ox.NamedNode(SH + "conforms"), term(conforms)),
    ]
    results = [ox.BlankNode(f"r{number}") for number in range(len(report.violations))]
    rows += [ox.Triple(head, ox.NamedNode(SH + "result"), result) for result in results]
    for result, each in zip(results, report.violations, strict=True):
        told: dict[str, Node | None] = {
            "focusNode": each.focus,
            "resultPath": IRI(each.path) if each.path else None,
            "value": each.value,
            "resultMessage": Literal(each.message),
            "resultSeverity": IRI(SH + "Violation"),
            "sourceConstraintComponent": IRI(SH + each.component),
            # The blank nodes of a shapes file name nothing outside of it.
            "sourceShape": each.shape if isinstance(each.shape, IRI) else None,
        }
        rows.append(ox.Triple(result, _TYPE, ox.NamedNode(SH + "ValidationResult")))
        rows += [
            ox.Triple(result, ox.NamedNode(SH + name), term(value)) for name, value in told.items() if value is not None
        ]
    return ox.serialize(rows, format=ox.RdfFormat.TURTLE, prefixes={**PREFIXES, "sh": SH}) or b""
