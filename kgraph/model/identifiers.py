"""How IRIs are minted: always from content, never from a clock, a counter or an order.

Every local name is made of ``[A-Za-z0-9_-]`` alone, since some triple stores
corrupt names that Turtle has to escape.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

BASE = "https://w3id.org/kgraph/"
ONTOLOGY = BASE + "ontology#"
ENTITY = BASE + "entity/"
STATEMENT = BASE + "statement/"
DOCUMENT = BASE + "document/"
CLAIM = BASE + "claim/"
MENTION = BASE + "mention/"
READING = BASE + "reading/"
AGENT = BASE + "agent/"
DATASET = BASE + "dataset/"
NANOPUBLICATION = BASE + "nanopub/"
OPEN_PREDICATE = BASE + "predicate/"

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")


def digest(*parts: object) -> str:
    """A 96-bit hexadecimal digest of the parts; no two different sequences of parts are joined to the same text."""
    joined = "\x1f".join(str(part).replace("\x1f", "\x1f\x1f") for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def digest_of(parts: Iterable[object]) -> str:
    """As :func:`digest`, of any number of parts, which are never held together."""
    running = hashlib.sha256()
    separator = ""
    for part in parts:
        running.update((separator + str(part).replace("\x1f", "\x1f\x1f")).encode("utf-8", "surrogatepass"))
        separator = "\x1f"
    return running.hexdigest()[:24]


def slug(words: str) -> str:
    """A readable local name: accents folded, the rest joined by hyphens; a digest is added where letters are lost."""
    if words.isascii():
        ascii_only = words
    else:
        ascii_only = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    local = _UNSAFE.sub("-", ascii_only).strip("-").lower()
    if ascii_only.isascii() and local and len(local) <= 80:
        return local
    return f"{local[:60].strip('-')}-{digest(words)}".lstrip("-")


@lru_cache(maxsize=1)  # asked once a statement; hashing a long text each time would take quadratic time
def document_iri(document_id: str, text: str) -> str:
    """The IRI of a document with this id and this text."""
    return DOCUMENT + digest("document", document_id, text)


@lru_cache(maxsize=1 << 12)  # a text has few verbs, many times over
def open_predicate_iri(lemma: str) -> str:
    """The IRI of a predicate that the ontology does not know; its local name is an XML name, as RDF/XML asks for."""
    name = slug(lemma)
    return OPEN_PREDICATE + (name if name[:1].isalpha() else f"_{name}")


def base_of(document: str) -> str:
    """The base below which a document's IRI stands, and with it all that is minted from the document.

    It is the shared one for an IRI that was not minted here.
    """
    base, minted, _ = document.rpartition(DOCUMENT.removeprefix(BASE))
    return base if minted else BASE
