"""RDF terms, triples and prefixes in plain Python, so that the model of the graph depends on no RDF library."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from kgraph.model import identifiers

AGENT = identifiers.BASE + "agent/"
DCTERMS = "http://purl.org/dc/terms/"
KG = identifiers.ONTOLOGY
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
WIKIDATA = "http://www.wikidata.org/entity/"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES = MappingProxyType(
    {
        "dcterms": DCTERMS,
        "kg": KG,
        "kga": AGENT,
        "kgc": identifiers.CLAIM,
        "kgd": identifiers.DOCUMENT,
        "kge": identifiers.ENTITY,
        "kgm": identifiers.MENTION,
        "kgp": identifiers.OPEN_PREDICATE,
        "kgs": identifiers.STATEMENT,
        "owl": OWL,
        "prov": PROV,
        "rdf": RDF,
        "rdfs": RDFS,
        "schema": SCHEMA,
        "skos": SKOS,
        "wd": WIKIDATA,
        "xsd": XSD,
    }
)
"""One prefix a namespace, for every format."""

# A subset of Turtle's PN_LOCAL that never needs a backslash.
_LOCAL_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")

# What XML 1.0 (section 2.2) cannot hold even as a character reference: C0 controls but tab, line feed and carriage
# return, surrogates, U+FFFE and U+FFFF.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class IRI(NamedTuple):
    """A resource."""

    value: str


class Literal(NamedTuple):
    """A value in its lexical form with the IRI of its datatype."""

    value: str
    datatype: str = XSD + "string"


Term: TypeAlias = IRI | Literal


class Triple(NamedTuple):
    """One edge of the RDF graph; there are no blank nodes, so subjects are always IRIs."""

    subject: IRI
    predicate: IRI
    object: Term


def is_local_name(name: str) -> bool:
    """Whether a name can follow a prefix in every format without an escape."""
    return _LOCAL_NAME.fullmatch(name) is not None


def prefixed(iri: str) -> tuple[str, str] | None:
    """The prefix whose namespace an IRI lies in, and the rest of the IRI; nothing if it lies in none."""
    return next(((prefix, iri[len(space) :]) for prefix, space in PREFIXES.items() if iri.startswith(space)), None)


def clean(text: str) -> str:
    """The text with U+FFFD in place of each character that XML 1.0 cannot hold.

    Literals are the same in every format, so what one of them cannot write is
    written in none. One character stands for one: offsets still count.
    """
    return _NOT_XML.sub("\ufffd", text)


def string(text: str) -> Literal:
    """An ``xsd:string``."""
    return Literal(clean(text))


def boolean(value: bool) -> Literal:
    """An ``xsd:boolean``."""
    return Literal("true" if value else "false", XSD + "boolean")


def integer(value: int) -> Literal:
    """An ``xsd:integer``."""
    return Literal(str(value), XSD + "integer")


def decimal(value: float) -> Literal:
    """An ``xsd:decimal`` of at most six places in the canonical form of XML Schema 1.0: 0.5, 1.0."""
    digits = f"{value:.6f}".rstrip("0")
    return Literal(digits + "0" if digits.endswith(".") else digits, XSD + "decimal")


def date(iso: str) -> Literal:
    """An ``xsd:date`` from an ISO 8601 day."""
    return Literal(iso, XSD + "date")
