"""Programs of others that read graph files: each a function from files to what it holds after reading them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import igraph
import networkx
import pytest

from kgraph.export.appearance import colour, size
from kgraph.graph.property import PropertyGraph, attributes

HERE = Path(__file__).parent
INSTALLED = HERE.parents[1] / ".clients"
"""Where ``tests/interop/install-graph-clients.sh`` puts what is no Debian package."""

SCHEMAS = INSTALLED / "gephi" / "schemas"


class Edge(NamedTuple):
    """An edge as a program holds it."""

    source: str
    target: str
    attributes: Mapping[str, Any]


class Held(NamedTuple):
    """What a program holds: attributes by the id of each node, edges by their ids."""

    nodes: Mapping[str, Mapping[str, Any]]
    edges: Mapping[str, Edge]


def held(view: PropertyGraph, *, drawn: bool = False, timed: bool = False, kinds: bool = False) -> Held:
    """What a program must hold of a view.

    Args:
        view: The view.
        drawn: With the colours of nodes and edges and the sizes of nodes.
        timed: With the days of each.
        kinds: With the kinds of edges.
    """
    nodes, edges = {}, {}
    for node in view.nodes:
        seen = {"color": colour(node), "size": size(node)} if drawn else {}
        nodes[node.id] = {**attributes(node), **seen, **({"times": [*node.times]} if timed else {})}
    for edge in view.edges:
        seen = {"color": colour(edge)} if drawn else {}
        told = {**attributes(edge), **seen, **({"times": [*edge.times]} if timed else {})}
        edges[edge.id] = Edge(edge.source, edge.target, {**told, **({"kind_of_edge": edge.parallel} if kinds else {})})
    return Held(nodes, edges)


def needs(missing: bool, what: str) -> None:
    """Skips a test for want of a program, unless none may be missing."""
    if missing and os.environ.get("KGRAPH_ALL_CLIENTS") != "1":
        pytest.skip(f"{what} is missing; run tests/interop/install-graph-clients.sh")


def _answers(command: Iterable[str | Path], cwd: Path) -> list[Any]:
    done = subprocess.run([*command], capture_output=True, check=True, cwd=cwd, timeout=300)
    return [json.loads(line) for line in done.stdout.splitlines()]


def gephi(files: Iterable[Path], *, merge: bool) -> list[Held]:
    """Gephi's importer, which unites parallel edges of one kind unless told to keep them.

    It holds days as milliseconds; of GraphML it holds blank texts in a way of its own, see :func:`as_gephi`.
    """
    needs(not (INSTALLED / "gephi" / "lib").is_dir() or shutil.which("java") is None, "Gephi's importer")
    started = ["java", "-cp", f"{INSTALLED}/gephi/lib/*", str(HERE / "gephi" / "Import.java")]
    found = []
    for answer in _answers([*started, "merge" if merge else "keep", *files], INSTALLED):
        assert answer["issues"] == []
        nodes = {node["id"]: _of_gephi(node) for node in answer["nodes"]}
        edges = {edge["id"]: Edge(edge["source"], edge["target"], _of_gephi(edge)) for edge in answer["edges"]}
        assert all(edge["directed"] for edge in answer["edges"])
        found.append(Held(nodes, edges))
    return found


def as_gephi(expected: Held) -> Held:
    """What Gephi holds of GraphML: it takes blank texts for none, and calls a node without a label by its id."""

    def told(values: Mapping[str, Any]) -> dict[str, Any]:
        return {name: "" if isinstance(value, str) and not value.strip() else value for name, value in values.items()}

    nodes = {key: told(values) for key, values in expected.nodes.items()}
    nodes = {key: {**values, "label": values["label"] or key} for key, values in nodes.items()}
    edges = {key: edge._replace(attributes=told(edge.attributes)) for key, edge in expected.edges.items()}
    return Held(nodes, edges)


def _of_gephi(element: Mapping[str, Any]) -> dict[str, Any]:
    told = {"label": element["label"] or "", **element["attributes"]}
    told = {name: "" if value is None else value for name, value in told.items()}
    if "weight" in element:
        told |= {"weight": element["weight"], "kind_of_edge": element["kind"]}
    if "size" in element:
        told["size"] = round(element["size"], 2)
    days = [datetime.fromtimestamp(time / 1000, UTC).date().isoformat() for time in element["times"]]
    return told | {"color": element["color"], "times": days}


def graphology(files: Iterable[Path]) -> list[Held]:
    """Graphology's readers; that of GEXF holds no label where it is empty."""
    needs(not (INSTALLED / "graphology").is_dir() or shutil.which("node") is None, "graphology")
    found = []
    for answer in _answers(["node", HERE / "graphology" / "read.mjs", *files], INSTALLED / "graphology"):
        nodes = {node["key"]: {"label": "", **node.get("attributes", {})} for node in answer["nodes"]}
        edges = {
            edge["key"]: Edge(edge["source"], edge["target"], {"label": "", **edge["attributes"]})
            for edge in answer["edges"]
        }
        found.append(Held(nodes, edges))
    return found


def in_networkx(file: Path) -> Held:
    """Networkx's readers."""
    read = networkx.read_gexf(file, version="1.3") if file.suffix == ".gexf" else None
    graph = read if read is not None else networkx.read_graphml(file, force_multigraph=True)
    nodes = {node: dict(values) for node, values in graph.nodes(data=True)}
    if graph.is_multigraph():
        edges = {key: Edge(one, other, dict(told)) for one, other, key, told in graph.edges(keys=True, data=True)}
    else:
        edges = {told["id"]: Edge(one, other, dict(told)) for one, other, told in graph.edges(data=True)}
    return Held(nodes, edges)


def in_igraph(file: Path) -> Held:
    """Igraph's reader, which keeps no ids of edges; they are numbered here in the order of the file."""
    graph = igraph.Graph.Read_GraphML(str(file))
    names = graph.vs["id"] if graph.vcount() else []
    nodes = {vertex["id"]: _without(vertex.attributes(), "id") for vertex in graph.vs}
    edges = {
        str(number): Edge(names[edge.source], names[edge.target], _without(edge.attributes(), "id"))
        for number, edge in enumerate(graph.es)
    }
    return Held(nodes, edges)


def _without(values: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}


def xmllint(schema: Path, *files: Path) -> tuple[int, str]:
    """The exit code of xmllint, and what it complains of.

    Args:
        schema: An XML Schema, or RELAX NG where its name ends in ``.rng``.
        *files: What is checked.
    """
    needs(shutil.which("xmllint") is None, "xmllint")
    needs(not schema.exists(), f"the schema {schema.name}")
    kind = "--relaxng" if schema.suffix == ".rng" else "--schema"
    done = subprocess.run(
        ["xmllint", "--nonet", "--noout", kind, schema, *files], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr
