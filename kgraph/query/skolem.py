"""Blank nodes get IRIs, so that files can be united: always the same for what is said of them.

A blank node stands below ``/.well-known/genid/`` (RDF 1.1, section 3.5) under a
digest of all that is said of it and of the blank nodes that it hangs together
with, in the canonical form of RDFC-1.0. Given twice, it is still one node.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kgraph.model.identifiers import BASE, digest

GENID = BASE + ".well-known/genid/"


def skolemised(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Quads with an IRI in the place of each blank node."""
    blank: list[ox.Quad] = []
    for quad in quads:
        if any(isinstance(part, ox.BlankNode) for part in quad):
            blank.append(quad)
        else:
            yield quad
    for together in _components(blank):
        dataset = ox.Dataset(together)
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        canonical = sorted(dataset, key=str)
        name = GENID + digest("blank", *canonical)
        for quad in canonical:
            yield ox.Quad(*(_named(part, name) for part in quad))  # type: ignore[arg-type]


def _named(part: object, name: str) -> object:
    return ox.NamedNode(f"{name}-{part.value}") if isinstance(part, ox.BlankNode) else part


def _components(quads: Iterable[ox.Quad]) -> list[list[ox.Quad]]:
    """The quads in groups that share no blank node."""
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while leader.setdefault(name, name) != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    named = [(quad, [part.value for part in quad if isinstance(part, ox.BlankNode)]) for quad in quads]
    for _, names in named:
        for other in names[1:]:
            leader[find(other)] = find(names[0])
    groups: defaultdict[str, list[ox.Quad]] = defaultdict(list)
    for quad, names in named:
        groups[find(names[0])].append(quad)
    return list(groups.values())
