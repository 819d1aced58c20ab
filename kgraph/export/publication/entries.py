"""The terms of an ontology as entries of a page: what each is, what it stands beside, which words mean it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote

import pyoxigraph as ox

from kgraph.export.publication.gather import Ontology, Value
from kgraph.graph.terms import DCTERMS, KG, OWL, RDF, RDFS, SKOS

TYPE, LABEL = RDF + "type", RDFS + "label"
DEFINITION, EXAMPLE, COUNTEREXAMPLE = SKOS + "definition", SKOS + "example", KG + "counterExample"

FACTS = MappingProxyType(
    {
        RDFS + "subClassOf": "Subclass of",
        RDFS + "subPropertyOf": "Subproperty of",
        OWL + "disjointWith": "Disjoint with",
        OWL + "inverseOf": "Inverse of",
        RDFS + "domain": "Domain",
        RDFS + "range": "Range",
        SKOS + "broader": "Mode of",
        SKOS + "inScheme": "In scheme",
        KG + "quadClass": "Quad class",
        KG + "plannedAs": "If only planned",
        KG + "refusedAs": "If refused",
        KG + "contentType": "Of what",
        KG + "eventType": "Event type",
        KG + "mode": "Mode",
        KG + "impliesContext": "Context",
        KG + "cameo": "CAMEO code",
        KG + "recipientSlot": "Recipient slot",
        KG + "joint": "Done together",
        KG + "reciprocal": "Reciprocal",
        KG + "requiresRecipient": "Requires recipient",
        KG + "domestic": "Domestic",
        KG + "vow": "Vow",
        KG + "sector": "Sector",
        KG + "kind": "Kind",
        SKOS + "closeMatch": "Close match",
        DCTERMS + "source": "Source",
        DCTERMS + "license": "Licence",
    }
)
"""What an entry tells in a line each, and how the line is headed."""

REVERSED = MappingProxyType(
    {
        RDFS + "subClassOf": "Superclass of",
        RDFS + "subPropertyOf": "Superproperty of",
        RDFS + "domain": "In the domain of",
        RDFS + "range": "In the range of",
        SKOS + "inScheme": "Holds",
    }
)
"""What is told of the object too: each entry names those that name it."""

WORDS = MappingProxyType(
    {
        KG + "verbTrigger": "Verb triggers",
        KG + "nounTrigger": "Noun triggers",
        KG + "word": "Words",
        KG + "actorNoun": "Nouns",
    }
)
"""Which words mean an entry."""

NESTED = frozenset({SKOS + "broader", SKOS + "inScheme", KG + "eventType", RDFS + "subPropertyOf"})
"""What the place of an entry below another tells already."""

CHARACTERISTICS = MappingProxyType(
    {OWL + "FunctionalProperty": "at most one value", OWL + "SymmetricProperty": "holds both ways"}
)


@dataclass(frozen=True, slots=True)
class Link:
    """A value: with ``href`` a link to a term of the page or to somewhere else."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One term.

    Attributes:
        iri: Its IRI.
        anchor: The id of its place in the page.
        name: Its IRI with a prefix.
        label: Its label.
        definition: What it means.
        characteristics: What kind of property it is.
        facts: Headed lines of values.
        words: Headed lists of words.
        examples: Sentences or values that show it.
        counterexamples: Sentences that hold a word of it and do not mean it.
        children: Entries that stand below it.
    """

    iri: str
    anchor: str
    name: str
    label: str
    definition: str
    characteristics: tuple[str, ...]
    facts: tuple[tuple[str, tuple[Link, ...]], ...]
    words: tuple[tuple[str, tuple[str, ...]], ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    children: tuple[Entry, ...] = ()


class Entries:
    """Makes the entries of an ontology."""

    def __init__(self, ontology: Ontology) -> None:
        self.rows = ontology.rows
        self._prefixes = ontology.prefixes
        self._named_by = _reversed(self.rows)
        self._own = {iri for iri, row in self.rows.items() if LABEL in row}

    def entry(self, iri: str, children: Iterable[str] = (), *, nested: bool = False) -> Entry:
        """The entry of a term, with those of others below it, in the order given."""
        row = self.rows[iri]
        kinds = {value.value for value in row.get(TYPE, ()) if isinstance(value, ox.NamedNode)}
        return Entry(
            iri=iri,
            anchor=anchor(iri),
            name=self.name(iri),
            label=self.label(iri),
            definition=" ".join(_texts(row, DEFINITION)),
            characteristics=tuple(text for kind, text in CHARACTERISTICS.items() if kind in kinds),
            facts=tuple(self._facts(iri, NESTED if nested else frozenset())),
            words=tuple((heading, _texts(row, name)) for name, heading in WORDS.items() if name in row),
            examples=_texts(row, EXAMPLE),
            counterexamples=_texts(row, COUNTEREXAMPLE),
            children=tuple(self.entry(each, nested=True) for each in children),
        )

    def link(self, value: Value) -> Link:
        """A value as it is shown: a term by its name and linked, anything else by its words."""
        if not isinstance(value, ox.NamedNode):
            return Link(value.value)
        own = value.value in self._own
        return Link(self.name(value.value), "#" + quote(anchor(value.value)) if own else value.value)

    def label(self, iri: str) -> str:
        """The label of a term."""
        return next(iter(_texts(self.rows[iri], LABEL)), self.name(iri))

    def name(self, iri: str) -> str:
        """An IRI with its prefix; whole if there is none."""
        known = [(space, prefix) for prefix, space in self._prefixes.items() if iri.startswith(space) and iri != space]
        space, prefix = max(known, default=("", ""))
        return f"{prefix}:{iri.removeprefix(space)}" if space else iri

    def sorted(self, iris: Iterable[str]) -> list[str]:
        """Terms by their labels."""
        return sorted(iris, key=lambda iri: (self.label(iri).casefold(), iri))

    def of_type(self, *kinds: str) -> list[str]:
        """The terms that are of any of these classes, by their labels."""
        wanted = {ox.NamedNode(kind) for kind in kinds}
        return self.sorted(iri for iri in self._own if not wanted.isdisjoint(self.rows[iri].get(TYPE, ())))

    def having(self, predicate: str, value: str) -> list[str]:
        """The terms with this value, by their labels."""
        return self.sorted(self._named_by.get((value, predicate), ()))

    def _facts(self, iri: str, told: AbstractSet[str]) -> Iterator[tuple[str, tuple[Link, ...]]]:
        row = self.rows[iri]
        for predicate, heading in FACTS.items():
            if predicate in row and predicate not in told:
                yield heading, tuple(map(self.link, row[predicate]))
        for predicate, heading in REVERSED.items():
            named_by = self.having(predicate, iri)
            if named_by:
                yield heading, tuple(self.link(ox.NamedNode(each)) for each in named_by)


def anchor(iri: str) -> str:
    """The id of a term's place: what follows the namespace, so that its IRI leads there; of another its whole IRI."""
    return iri.removeprefix(KG)


def _texts(row: Mapping[str, tuple[Value, ...]], predicate: str) -> tuple[str, ...]:
    return tuple(value.value for value in row.get(predicate, ()) if isinstance(value, ox.Literal))


def _reversed(rows: Mapping[str, Mapping[str, tuple[Value, ...]]]) -> dict[tuple[str, str], set[str]]:
    """The subjects by object and predicate."""
    found: dict[tuple[str, str], set[str]] = {}
    for subject, row in rows.items():
        for predicate in (TYPE, SKOS + "broader", KG + "eventType", *REVERSED):
            for value in row.get(predicate, ()):
                if isinstance(value, ox.NamedNode):
                    found.setdefault((value.value, predicate), set()).add(subject)
    return found
