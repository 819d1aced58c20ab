"""RDF terms, triples and prefixes in plain Python, so that the model of the graph depends on no RDF library."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from kgraph.model import identifiers

DCAT = "http://www.w3.org/ns/dcat#"
DCTERMS = "http://purl.org/dc/terms/"
KG = identifiers.ONTOLOGY
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
VOID = "http://rdfs.org/ns/void#"
WIKIDATA = "http://www.wikidata.org/entity/"
XSD = "http://www.w3.org/2001/XMLSchema#"


class Names:
    """The IRIs of a vocabulary's terms by their names: ``kg.Statement``.

    Each is one string however often it is asked for: a graph has millions of properties, and to put the same few
    together and to look them up anew would take longer than all else about them.

    Args:
        space: The vocabulary's namespace.
    """

    def __init__(self, space: str) -> None:
        self._space = space

    def __getattr__(self, name: str) -> str:
        """The IRI of a term that was not asked for before."""
        iri = self._space + name
        setattr(self, name, iri)
        return iri


dcterms, kg, owl, prov, rdf, rdfs, schema, skos = map(Names, (DCTERMS, KG, OWL, PROV, RDF, RDFS, SCHEMA, SKOS))

SHARED_PREFIXES = MappingProxyType(
    {
        "dcat": DCAT,
        "dcterms": DCTERMS,
        "kg": KG,
        "kge": identifiers.ENTITY,
        "kgp": identifiers.OPEN_PREDICATE,
        "owl": OWL,
        "prov": PROV,
        "rdf": RDF,
        "rdfs": RDFS,
        "schema": SCHEMA,
        "skos": SKOS,
        "void": VOID,
        "wd": WIKIDATA,
        "xsd": XSD,
    }
)
"""The namespaces that all graphs share: vocabularies, known entities, open predicates."""

_OWN_PREFIXES = MappingProxyType(
    {
        "kga": identifiers.AGENT,
        "kgc": identifiers.CLAIM,
        "kgd": identifiers.DOCUMENT,
        "kgm": identifiers.MENTION,
        "kgr": identifiers.READING,
        "kgs": identifiers.STATEMENT,
        "kgx": identifiers.DATASET,
    }
)


def prefixes(base: str = identifiers.BASE) -> dict[str, str]:
    """One prefix a namespace, for every format, in the alphabet's order.

    Args:
        base: What stands before the IRIs that a graph mints. Entities below another base than the shared one are
            ``kgn:``, since ``kge:`` are the known ones.
    """
    own = {prefix: base + space.removeprefix(identifiers.BASE) for prefix, space in _OWN_PREFIXES.items()}
    if base != identifiers.BASE:
        own["kgn"] = base + identifiers.ENTITY.removeprefix(identifiers.BASE)
    return dict(sorted({**SHARED_PREFIXES, **own}.items()))


PREFIXES = MappingProxyType(prefixes())
"""The prefixes below the shared base."""

# Most terms come again and again; making one costs more than looking it up.
_CACHED = 2**14

# A subset of Turtle's PN_LOCAL that never needs a backslash.
_LOCAL_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")

# The end of an IRI that can be the local name of an XML element (NCName, here of ASCII letters).
_XML_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*\Z")

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


class TripleTerm(NamedTuple):
    """A triple as a value, which RDF 1.2 has: what a statement reifies, whether it is so or not."""

    subject: IRI
    predicate: IRI
    object: IRI

    @property
    def value(self) -> str:
        """How N-Triples writes it."""
        return f"<<( {' '.join(f'<{part.value}>' for part in self)} )>>"


Term: TypeAlias = IRI | Literal | TripleTerm


class Triple(NamedTuple):
    """One edge of the RDF graph; there are no blank nodes, so subjects are always IRIs."""

    subject: IRI
    predicate: IRI
    object: Term


def is_local_name(name: str) -> bool:
    """Whether a name can follow a prefix in every format without an escape."""
    return _LOCAL_NAME.fullmatch(name) is not None


def ends_in_xml_name(iri: str) -> bool:
    """Whether an IRI can be a predicate in RDF/XML, where it must be an XML name in a namespace."""
    return _XML_NAME.search(iri) is not None


def split_xml_name(iri: str) -> tuple[str, str]:
    """The namespace of a predicate's XML name, and the name.

    Raises:
        ValueError: The IRI does not end in one.
    """
    found = _XML_NAME.search(iri)
    if found is None:
        raise ValueError(f"{iri} does not end in an XML name")
    return iri[: found.start()], found[0]


def prefixed(iri: str) -> tuple[str, str] | None:
    """The prefix whose namespace an IRI lies in, and the rest of the IRI; nothing if it lies in none."""
    return next(((prefix, iri[len(space) :]) for prefix, space in PREFIXES.items() if iri.startswith(space)), None)


def clean(text: str) -> str:
    """The text with U+FFFD in place of each character that XML 1.0 cannot hold.

    Literals are the same in every format, so what one of them cannot write is
    written in none. One character stands for one: offsets still count.
    """
    return _NOT_XML.sub("\ufffd", text)


@lru_cache(maxsize=_CACHED)
def named_node(iri: str) -> IRI:
    """An IRI as a term; the same object for the same IRI, as long as it is remembered."""
    return IRI(iri)


@lru_cache(maxsize=_CACHED)
def string(text: str) -> Literal:
    """An ``xsd:string``."""
    return Literal(clean(text))


_TRUE = Literal("true", XSD + "boolean")
_FALSE = Literal("false", XSD + "boolean")


def boolean(value: bool) -> Literal:
    """An ``xsd:boolean``."""
    return _TRUE if value else _FALSE


@lru_cache(maxsize=_CACHED)
def integer(value: int) -> Literal:
    """An ``xsd:integer``."""
    return Literal(str(value), XSD + "integer")


@lru_cache(maxsize=_CACHED)
def decimal(value: float) -> Literal:
    """An ``xsd:decimal`` of at most six places in the canonical form of XML Schema 1.0: 0.5, 1.0."""
    digits = f"{value:.6f}".rstrip("0")
    return Literal(digits + "0" if digits.endswith(".") else digits, XSD + "decimal")


@lru_cache(maxsize=_CACHED)
def date(iso: str) -> Literal:
    """An ``xsd:date`` from an ISO 8601 day."""
    return Literal(iso, XSD + "date")
