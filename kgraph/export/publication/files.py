"""The files of a publication."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pyoxigraph as ox

from kgraph.export.publication.gather import Ontology, gather
from kgraph.export.publication.page import render
from kgraph.export.publish import publish as written

PAGE = "index.html"


class Form(NamedTuple):
    """A syntax that the ontology is published in."""

    name: str
    media_type: str
    syntax: ox.RdfFormat


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "ontology.ttl": Form("Turtle", "text/turtle", ox.RdfFormat.TURTLE),
        "ontology.rdf": Form("RDF/XML", "application/rdf+xml", ox.RdfFormat.RDF_XML),
        "ontology.jsonld": Form("JSON-LD", "application/ld+json", ox.RdfFormat.JSON_LD),
    }
)
"""The files of RDF by their names."""


def publish(directory: Path, own: Path | None = None) -> list[Path]:
    """Writes the ontology as files of RDF and as a page; the same bytes for the same ontology.

    Args:
        directory: Where to; made if it is missing.
        own: A folder with Turtle files of the user's own, laid over the shipped ontology.

    Returns:
        The files, the page first.

    Raises:
        OntologyError: A file of the ontology cannot be read or contradicts itself or another.
        OutputError: The folder or a file in it cannot be written; none is touched then.
    """
    ontology = gather(own)
    files: dict[str, Callable[[], Iterator[str]]] = {PAGE: partial(_page, ontology)}
    files.update({name: partial(_rdf, ontology, form.syntax) for name, form in FORMS.items()})
    return written(files, directory)


def _page(ontology: Ontology) -> Iterator[str]:
    yield render(ontology, FORMS)


def _rdf(ontology: Ontology, syntax: ox.RdfFormat) -> Iterator[str]:
    content = ox.serialize(ontology.triples, format=syntax, prefixes=dict(ontology.prefixes))
    assert content is not None  # since it goes to no file
    yield content.decode()
