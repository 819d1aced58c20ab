"""Makes ``context.jsonld``, the JSON-LD context of graphs, from ``kgraph.ttl``.

usage: build_context.py [-o FILE]

Terms of the ontology need no entry of their own, since ``@vocab`` is its
namespace; those that do have one tell what their values are taken for: IRIs,
terms of the ontology (certainties, event types, predicates), days or decimals.
Of other vocabularies the terms that graphs use are named, unless the ontology
has a term of that name.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kgraph.graph.terms import KG, SHARED_PREFIXES, XSD

ONTOLOGY = Path(__file__).parent.parent
OUT = ONTOLOGY / "context.jsonld"
# Properties whose values are terms of the ontology.
ENUMERATED = frozenset({"certainty", "eventType", "modality"})
COERCED = {XSD + "date": "xsd:date", XSD + "decimal": "xsd:decimal"}
OTHERS: dict[str, str | None] = {
    "dcterms:conformsTo": "@id",
    "dcterms:identifier": None,
    "dcterms:license": "@id",
    "owl:sameAs": "@id",
    "prov:used": "@id",
    "prov:wasAssociatedWith": "@id",
    "prov:wasAttributedTo": "@id",
    "prov:wasDerivedFrom": "@id",
    "prov:wasGeneratedBy": "@id",
    "rdf:object": "@id",
    "rdf:predicate": "@vocab",
    "rdf:subject": "@id",
    "rdfs:label": None,
    "schema:softwareVersion": None,
    "schema:temporalCoverage": None,
    "schema:url": "xsd:anyURI",
    "skos:altLabel": None,
    "void:class": "@vocab",
    "void:classPartition": "@id",
    "void:documents": None,
    "void:entities": None,
    "void:triples": None,
    "void:uriSpace": None,
    "void:vocabulary": "@id",
}


def context() -> dict[str, Any]:
    """The context: prefixes, then terms in the alphabet's order."""
    own = dict(_own())
    others = {name.partition(":")[2]: (name, coerced) for name, coerced in OTHERS.items()}
    shared = sorted({*own} & {*others})
    if shared:
        raise SystemExit(f"build_context: the ontology has terms of its own called {', '.join(shared)}")
    terms = {**own, **others}
    return {
        "@version": 1.1,
        "@vocab": KG,
        "id": "@id",
        "type": "@type",
        **SHARED_PREFIXES,
        **{name: _definition(*terms[name]) for name in sorted(terms)},
    }


def _definition(iri: str, coerced: str | None) -> dict[str, str]:
    return {"@id": iri} if coerced is None else {"@id": iri, "@type": coerced}


def _own() -> Iterator[tuple[str, tuple[str, str]]]:
    """The ontology's properties whose values are no plain strings, whole numbers or truth values."""
    with (ONTOLOGY / "kgraph.ttl").open("rb") as file:
        triples = {tuple(map(str, quad.triple)) for quad in ox.parse(file, format=ox.RdfFormat.TURTLE)}
    kinds = {subject: kind for subject, _, kind in triples if kind.endswith("owl#ObjectProperty>")}
    ranges = {subject: value.strip("<>") for subject, verb, value in triples if verb.endswith("rdf-schema#range>")}
    for subject in sorted({*kinds, *ranges}):
        name = subject.strip("<>").removeprefix(KG)
        if subject in kinds:
            yield name, (f"kg:{name}", "@vocab" if name in ENUMERATED else "@id")
        elif ranges[subject] in COERCED:
            yield name, (f"kg:{name}", COERCED[ranges[subject]])


def main(args: list[str] | None = None) -> int:
    """Writes the file; prints how many terms it has."""
    parser = argparse.ArgumentParser(description="Makes context.jsonld from kgraph.ttl.")
    parser.add_argument("-o", "--output", type=Path, default=OUT)
    options = parser.parse_args(args)
    made = context()
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(value)}" for name, value in made.items())
    options.output.write_text(f'{{\n "@context": {{\n{lines}\n }}\n}}\n', encoding="utf-8", newline="\n")
    print(f"{options.output}: {sum(isinstance(value, dict) for value in made.values())} terms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
