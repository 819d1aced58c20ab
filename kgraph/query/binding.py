"""What a user's words for a parameter mean in a graph: an IRI, a prefixed name, a name of somebody, a value."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches

import pyoxigraph as ox

from kgraph.errors import GraphError
from kgraph.graph.constraints import node_of
from kgraph.graph.terms import KG, PREFIXES, PROV, RDF, RDFS, SKOS, XSD, prefixed
from kgraph.model.identifiers import OPEN_PREDICATE, slug

Term = ox.NamedNode | ox.Literal

_LABEL = ox.NamedNode(RDFS + "label")
_NAMES = (_LABEL, ox.NamedNode(SKOS + "altLabel"))
_TYPE = ox.NamedNode(RDF + "type")
_EVENT_TYPE = ox.NamedNode(KG + "eventType")
_PREDICATE = ox.NamedNode(RDF + "predicate")
_NO_ENTITIES = tuple(ox.NamedNode(iri) for iri in (KG + "Referent", RDF + "Property", PROV + "SoftwareAgent"))
_INTEGER = re.compile("[+-]?[0-9]+")
_SHOWN = 5


def resolve(store: ox.Store, name: str, words: str, kind: str) -> Term:
    """The term that a value means.

    Args:
        store: The graph.
        name: The parameter's name, for messages.
        words: What the user wrote.
        kind: One of :data:`kgraph.query.library.KINDS`.

    Raises:
        GraphError: It means nothing in the graph, or several things; tells which.
    """
    if kind in _VALUES:
        form, fits = _VALUES[kind]
        if not fits(words):
            raise GraphError(f"--bind {name}={words}: {words!r} is not {form}")
        return ox.Literal(words, datatype=ox.NamedNode(XSD + kind))
    iri = _iri(words)
    if iri is not None:
        return iri
    if kind == "type":
        return _by_iri(store, name, words, _EVENT_TYPE, [KG + words, KG + words.upper()])
    if kind == "predicate":
        return _by_iri(store, name, words, _PREDICATE, [KG + words, OPEN_PREDICATE + slug(words)])
    return _entity(store, name, words)


def _is_day(words: str) -> bool:
    try:
        return datetime.date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


_VALUES: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "boolean": ("true or false", {"true", "false"}.__contains__),
    "date": ("a day such as 2022-06-01", _is_day),
    "integer": ("a whole number", _INTEGER.fullmatch),
    "string": ("a word", bool),
}
"""The kinds that are values: in words, and what fits; each is a datatype of XML Schema."""


def _iri(words: str) -> ox.NamedNode | None:
    """A whole IRI, in angle brackets or not, or a name with one of our prefixes."""
    prefix, colon, local = words.partition(":")
    if colon and prefix in PREFIXES:
        words = PREFIXES[prefix] + local
    elif not (words.startswith("<") and words.endswith(">")) and not re.match(r"(https?://|urn:)\S+$", words):
        return None
    try:
        return ox.NamedNode(words.strip("<>"))
    except ValueError as error:
        raise GraphError(f"{words}: no IRI: {error}") from error


def _by_iri(store: ox.Store, name: str, words: str, link: ox.NamedNode, iris: list[str]) -> ox.NamedNode:
    """The first of some IRIs that the graph has as the value of a property."""
    for iri in iris:
        if " " not in iri and any(_values(store, None, link, ox.NamedNode(iri))):
            return ox.NamedNode(iri)
    known = {words_of(quad).replace("#", "/").rpartition("/")[2] for quad in _values(store, None, link, None)}
    alike = ", ".join(get_close_matches(words, sorted(known), n=_SHOWN)) or "none that is alike"
    raise GraphError(f"--bind {name}={words}: the graph has no {words!r}; it has: {alike}")


def _entity(store: ox.Store, name: str, words: str) -> ox.NamedNode:
    """Whoever has a name: as its label, else as another name, else written in other capitals."""
    for predicate in _NAMES:
        found = _resolved(store, _values(store, None, predicate, ox.Literal(words)))
        if found:
            return _only(store, name, words, found)
    everyone = [quad for predicate in _NAMES for quad in _values(store, None, predicate, None)]
    found = _resolved(store, (quad for quad in everyone if words_of(quad).casefold() == words.casefold()))
    if found:
        return _only(store, name, words, found)
    names = sorted({words_of(quad) for quad in everyone if _is_entity(store, quad.subject)})
    alike = ", ".join(get_close_matches(words, names, n=_SHOWN)) or "nobody alike; give an IRI"
    raise GraphError(f"--bind {name}={words}: the graph knows nobody named {words!r}; it knows: {alike}")


def _only(store: ox.Store, name: str, words: str, found: list[ox.NamedNode]) -> ox.NamedNode:
    if len(found) == 1:
        return found[0]
    shown = ", ".join(f"{short(each)} ({_kind(store, each)})" for each in found[:_SHOWN])
    raise GraphError(f"--bind {name}={words}: {words!r} is the name of {len(found)}; choose one by its IRI: {shown}")


def _resolved(store: ox.Store, quads: Iterable[ox.Quad]) -> list[ox.NamedNode]:
    subjects = {quad.subject for quad in quads if _is_entity(store, quad.subject)}
    return sorted((each for each in subjects if isinstance(each, ox.NamedNode)), key=lambda each: each.value)


def _is_entity(store: ox.Store, node: object) -> bool:
    return isinstance(node, ox.NamedNode) and not any(any(_values(store, node, _TYPE, other)) for other in _NO_ENTITIES)


def _kind(store: ox.Store, node: ox.NamedNode) -> str:
    labels = sorted(words_of(quad) for quad in _values(store, node, _LABEL, None))
    types = sorted(words_of(quad).rpartition("#")[2] for quad in _values(store, node, _TYPE, None))
    return ", ".join([*labels[:1], *types[:1]])


def _values(
    store: ox.Store, subject: ox.NamedNode | None, predicate: ox.NamedNode, value: Term | None
) -> Iterator[ox.Quad]:
    return store.quads_for_pattern(subject, predicate, value, None)


def words_of(quad: ox.Quad) -> str:
    """The value of a quad as it reads."""
    return node_of(quad.object).value


def short(node: ox.NamedNode) -> str:
    """An IRI as a prefixed name, or whole where none of our prefixes is its own."""
    split = prefixed(node.value)
    return f"{split[0]}:{split[1]}" if split is not None else f"<{node.value}>"
