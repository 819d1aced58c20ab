"""JSON-LD 1.1 with the context of the ontology, which each file holds whole, so that it is read offline.

Terms of the ontology stand without a prefix (``"certainty": "certain"``), as
:file:`ontology/context.jsonld` defines them; what is minted stands below the
prefixes that follow.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from kgraph.graph.rdf import Profile, Resource, resources
from kgraph.graph.terms import IRI, KG, RDF, SHARED_PREFIXES, XSD, Literal, Term, is_local_name, prefixes
from kgraph.model.graph import KnowledgeGraph
from kgraph.ontology.files import shipped

CONTEXT = "context.jsonld"
_TYPE = RDF + "type"
# Literals whose canonical form is that of JSON.
_NATIVE = frozenset({XSD + "boolean", XSD + "integer"})
_STRING = XSD + "string"
_CACHED_NAMES = 2**16
_encode = json.JSONEncoder(ensure_ascii=False).encode


def jsonld(graph: KnowledgeGraph, profile: Profile) -> Iterator[str]:
    """The pieces of a JSON-LD file: the context, then an object for each subject."""
    context = json.loads((shipped() / CONTEXT).read_text(encoding="utf-8"))["@context"]
    own = {prefix: space for prefix, space in prefixes(graph.base).items() if prefix not in SHARED_PREFIXES}
    yield '{\n"@context": [\n'
    yield f"{_line_by_line(context)},\n{_line_by_line(own)}\n],\n"
    yield '"@graph": ['
    names = _Names(context, prefixes(graph.base))
    separator = "\n"
    for resource in resources(graph, profile):
        yield f"{separator}{_object(resource, names)}"
        separator = ",\n"
    yield "\n]\n}\n"


def _line_by_line(entries: Mapping[str, Any]) -> str:
    lines = ",\n".join(f" {_encode(name)}: {_encode(value)}" for name, value in entries.items())
    return f"{{\n{lines}\n}}"


class _Names:
    """How a context shortens IRIs.

    Args:
        context: The terms of the ontology.
        spaces: Namespaces by their prefixes.
    """

    def __init__(self, context: Mapping[str, Any], spaces: Mapping[str, str]) -> None:
        terms = {name: value for name, value in context.items() if isinstance(value, dict)}
        self._coerced = {name: _full(value["@type"], spaces) for name, value in terms.items() if "@type" in value}
        self._terms = {_full(value["@id"], spaces): name for name, value in terms.items()}
        # What a plain local name would be taken for.
        self._taken = {*context, *spaces} - {name for iri, name in self._terms.items() if iri == KG + name}
        self._by_space = {space: prefix for prefix, space in spaces.items()}
        self.compact = lru_cache(maxsize=_CACHED_NAMES)(self._compact)
        self.term = lru_cache(maxsize=_CACHED_NAMES)(self._term)

    def coercion(self, term: str) -> str | None:
        """What the values of a term are taken for."""
        return self._coerced.get(term)

    def _compact(self, iri: str) -> str:
        """An IRI that stands for a node."""
        split = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._by_space.get(iri[:split])
        return f"{prefix}:{iri[split:]}" if prefix is not None and is_local_name(iri[split:]) else iri

    def _term(self, iri: str) -> str:
        """An IRI that is a word of a vocabulary: a property, a class, a value of an enumeration."""
        if iri in self._terms:
            return self._terms[iri]
        local = iri.removeprefix(KG)
        return local if local != iri and is_local_name(local) and local not in self._taken else self._compact(iri)


def _full(name: str, spaces: Mapping[str, str]) -> str:
    prefix, colon, local = name.partition(":")
    return spaces[prefix] + local if colon and prefix in spaces else name


def _object(resource: Resource, names: _Names) -> str:
    lines = [f'"id": {_encode(names.compact(resource.iri))}']
    for predicate, values in resource.properties.items():
        if predicate == _TYPE:
            key, told = "type", [names.term(value.value) for value in values if isinstance(value, IRI)]
        else:
            key = names.term(predicate)
            told = [_value(value, names.coercion(key), names) for value in values]
        lines.append(f"{_encode(key)}: {_encode(told[0] if len(told) == 1 else told)}")
    return "{\n " + ",\n ".join(lines) + "\n}"


def _value(value: Term, coercion: str | None, names: _Names) -> Any:
    if isinstance(value, IRI):
        if coercion == "@vocab":
            return names.term(value.value)
        name = names.compact(value.value)
        return name if coercion == "@id" else {"id": name}
    if isinstance(value, Literal):
        if value.datatype == (coercion or _STRING):
            return value.value
        if coercion is None and value.datatype in _NATIVE:
            return json.loads(value.value)
        return {"@value": value.value, "@type": names.compact(value.datatype)}
    raise TypeError("JSON-LD has no triple terms")
