"""Graphs become one: built ones, and foreign RDF that uses the ontology.

The union is the same for any order of the files, and for one that is given
twice. What the files say is kept, with three exceptions:

- Of what there can be one of, one is kept, by the rules of
  :mod:`kgraph.graph.merge`: the description of a statement that was read with
  the highest confidence, the fullest of a document, the longest label of an
  entity, whose others become further names.
- Claims, what contradicts and corroborates what, direct triples and the
  description of the dataset follow from the statements and are made anew, by
  the rules of :mod:`kgraph.graph.claims` and :mod:`kgraph.graph.dataset`.
- Blank nodes get IRIs (:mod:`kgraph.query.skolem`).

A graph whose name is no document's is foreign, and is kept as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

import pyoxigraph as ox

from kgraph.graph.claims import Saying, held, united
from kgraph.graph.constraints import Node, node_of
from kgraph.graph.dataset import contents_descriptions, range_of
from kgraph.graph.descriptions import LABEL
from kgraph.graph.rdf import Profile, claim_descriptions
from kgraph.graph.terms import DCAT, DCTERMS, IRI, KG, PROV, RDF, RDFS, SCHEMA, SKOS, VOID, Literal
from kgraph.graph.views import Contents
from kgraph.model.graph import Claim
from kgraph.model.identifiers import BASE, DATASET, base_of
from kgraph.query.records import TYPE, Properties, has_class, is_entity, only, saying
from kgraph.query.skolem import skolemised

Row: TypeAlias = tuple[str, str, Node, str]
"""Subject, predicate, value and the name of the graph, empty for the default one."""

# Only their values tell two readings of one statement apart; what others add to it stands beside.
_OURS = (KG, RDF, RDFS, PROV, DCTERMS, SCHEMA + "url")
_SINGLE = ("country", "kind", "sector")


@dataclass(frozen=True, slots=True)
class Union:
    """One graph out of several.

    Attributes:
        rows: Its quads, sorted.
        conflicts: What the files tell differently and which was kept, a line each.
    """

    rows: tuple[Row, ...]
    conflicts: tuple[str, ...]


@dataclass(slots=True)
class _Told:
    """What several files say of one node: what each says, and all of it."""

    versions: list[Properties] = field(default_factory=list)

    def all(self) -> dict[str, set[Node]]:
        together: defaultdict[str, set[Node]] = defaultdict(set)
        for version in self.versions:
            for path, values in version.items():
                together[path] |= values
        return dict(together)


def unite(files: Iterable[Iterable[ox.Quad]]) -> Union:
    """Unites what some files say."""
    return _Uniting(files).result()


class _Uniting:
    def __init__(self, files: Iterable[Iterable[ox.Quad]]) -> None:
        told: defaultdict[str, _Told] = defaultdict(_Told)
        quads = [_rows(each) for each in files]
        documents = {row[0] for rows in quads for row in rows if row[1] == TYPE and row[2] == IRI(KG + "Document")}
        self.foreign = {row for rows in quads for row in rows if row[3] and row[3] not in documents}
        for rows in quads:
            for subject, properties in _descriptions(row for row in rows if row not in self.foreign).items():
                told[subject].versions.append(properties)
        self.conflicts: list[str] = []
        self.dropped: list[Properties] = []
        self.licences = {
            only(each, DCTERMS + "license") for one in told.values() for each in one.versions if _is_dataset(each)
        }
        self.described = bool(self.licences)
        self.known = {
            subject: self._one(subject, one)
            for subject, one in sorted(told.items())
            if not any(map(_is_dataset, one.versions)) and not _is_partition(subject)
        }
        self.told = told

    def result(self) -> Union:
        sayings = list(_sayings(self.known))
        claims = united(sayings)
        self._forget()
        profile = Profile(rdf12=any(RDF + "reifies" in each for each in self.known.values()))
        places: defaultdict[tuple[str, str, Node], set[str]] = defaultdict(set)
        for subject, properties in self.known.items():
            graph = _graph_of(properties)
            for path, values in properties.items():
                for value in values:
                    places[subject, path, value].add(graph)
        for subject, description in claim_descriptions(held(claims), profile):
            for path, value in description:
                places[subject, path, value].add("")
        for claim in claims:
            if claim.holder is None and claim.factuality.actual:
                places[claim.subject, claim.predicate, IRI(claim.object)] = set(claim.documents)
        if self.described or any(has_class(each, "Document") for each in self.known.values()):
            for subject, path, value in self._dataset(claims, places):
                places[subject, path, value].add("")
        rows = {(*triple, graph) for triple, graphs in places.items() for graph in graphs} | self.foreign
        return Union(tuple(sorted(rows, key=_rank)), tuple(sorted(self.conflicts)))

    def _one(self, subject: str, told: _Told) -> dict[str, set[Node]]:
        """What is kept of a node."""
        everything = told.all()
        if has_class(everything, "Statement"):
            return self._chosen(subject, told, "Statement", _confidence)
        if has_class(everything, "Document"):
            return self._chosen(subject, told, "Document", _fullness)
        for name in ("Referent", "Office", "Holding", "Reading"):
            if has_class(everything, name):
                return self._chosen(subject, told, name, lambda _: Decimal(0))
        if is_entity(everything):
            return self._entity(subject, everything)
        return everything

    def _chosen(
        self, subject: str, told: _Told, name: str, rank: Callable[[Properties], Decimal]
    ) -> dict[str, set[Node]]:
        """The best of several whole descriptions, with what others add to it."""
        whole = [each for each in told.versions if has_class(each, name)]
        own = {_sorted(_ours(each)): _ours(each) for each in whole}
        best = max(own, key=lambda each: (rank(own[each]), each))
        kept = {path: set(values) for path, values in own[best].items()}
        if len(own) > 1:
            self.conflicts.append(f"{subject} is told in {len(own)} ways; one {name.lower()} of them is kept")
            self.dropped += [each for key, each in own.items() if key != best]
        for each in told.versions:
            added = each if not has_class(each, name) else {p: v for p, v in each.items() if not p.startswith(_OURS)}
            for path, values in added.items():
                kept.setdefault(path, set()).update(values)
        return kept

    def _entity(self, subject: str, everything: dict[str, set[Node]]) -> dict[str, set[Node]]:
        labels = sorted(value for value in everything.get(LABEL, ()) if isinstance(value, Literal))
        if labels:
            label = max(labels, key=lambda value: (len(value.value), value.value))
            names = everything.get(SKOS + "altLabel", set()) | {*labels}
            everything[LABEL] = {*everything[LABEL]} - {*labels} | {label}
            everything[SKOS + "altLabel"] = names - {label}
        classes = {value for value in everything[TYPE] if str(value.value).startswith(KG)}
        if len(classes) > 1:
            kept = min(classes)
            self.conflicts.append(f"{subject} is of {len(classes)} classes; {kept.value} is kept")
            everything[TYPE] = everything[TYPE] - classes | {kept}
        for path in (KG + name for name in _SINGLE):
            if len(everything.get(path, ())) > 1:
                kept = min(everything[path])
                self.conflicts.append(f"{subject} has several {path.removeprefix(KG)}; {kept.value} is kept")
                everything[path] = {kept}
        return {path: values for path, values in everything.items() if values}

    def _forget(self) -> None:
        """Leaves out what followed from the statements of the files and may follow no longer."""
        dates = {iri: date for iri, each in self.known.items() if (date := only(each, DCTERMS + "date"))}
        for iri, one in self.told.items():
            for version in one.versions:
                said = saying(iri, version, dates) if has_class(version, "Statement") else None
                if said is not None and not said.holder and said.factuality.actual:
                    self.known.get(said.subject, {}).get(said.predicate, set()).discard(IRI(said.object))
        statements = {iri for iri, each in self.known.items() if has_class(each, "Statement")}
        for iri in [iri for iri, each in self.known.items() if has_class(each, "Claim")]:
            evidence = {str(value.value) for value in self.known[iri].get(KG + "evidence", ())}
            if evidence <= statements:
                left = {path: values for path, values in self.known[iri].items() if not path.startswith((KG, RDF))}
                self.known[iri] = left
        self.known = {iri: {p: v for p, v in each.items() if v} for iri, each in self.known.items()}
        self._forget_referents()

    def _forget_referents(self) -> None:
        """Leaves out the referents that a description which was not kept alone speaks of."""
        unsure = {str(value.value) for each in self.dropped for values in each.values() for value in values}
        unsure = {iri for iri in unsure if iri in self.known and has_class(self.known[iri], "Referent")}
        if unsure:
            named = {value.value for each in self.known.values() for values in each.values() for value in values}
            self.known = {iri: each for iri, each in self.known.items() if iri not in unsure - named}

    def _dataset(self, claims: Sequence[Claim], places: Sized) -> Iterator[tuple[str, str, Node]]:
        documents = sorted(iri for iri, each in self.known.items() if has_class(each, "Document"))
        readings = sorted(
            (only(each, PROV + "used") or "", iri) for iri, each in self.known.items() if has_class(each, "Reading")
        )
        contents = Contents(
            base=base_of(documents[0]) if documents else BASE,
            readings=[iri for _, iri in readings],
            statements=sorted(iri for iri, each in self.known.items() if has_class(each, "Statement")),
            days=range_of(date for iri in documents if (date := only(self.known[iri], DCTERMS + "date"))),
            documents=len(documents),
            claims=len(claims),
            referents=sum(has_class(each, "Referent") for each in self.known.values()),
            entities=sum(is_entity(each) for each in self.known.values()),
        )
        licence = next(iter(self.licences)) if len(self.licences) == 1 else None
        if len(self.licences - {None}) > 1:
            self.conflicts.append("the files are under several licences; none is stated for the union")
        for subject, description in contents_descriptions(contents, len(places), licence):
            for path, value in description:
                yield subject, path, value


def _rows(quads: Iterable[ox.Quad]) -> set[Row]:
    return {
        (node_of(quad.subject).value, quad.predicate.value, node_of(quad.object), _name(quad.graph_name))
        for quad in skolemised(quads)
    }


def _name(graph: object) -> str:
    return graph.value if isinstance(graph, ox.NamedNode) else ""


def _descriptions(rows: Iterable[Row]) -> dict[str, dict[str, set[Node]]]:
    found: dict[str, dict[str, set[Node]]] = {}
    for subject, path, value, _ in rows:
        found.setdefault(subject, {}).setdefault(path, set()).add(value)
    return found


def _sayings(known: dict[str, dict[str, set[Node]]]) -> Iterator[Saying]:
    dates = {
        iri: date
        for iri, each in known.items()
        if has_class(each, "Document") and (date := only(each, DCTERMS + "date"))
    }
    for iri, each in known.items():
        if has_class(each, "Statement"):
            said = saying(iri, each, dates)
            if said is not None:
                yield said


def _graph_of(properties: Properties) -> str:
    """The graph that a node's description stands in: its document's, for statements and referents."""
    if has_class(properties, "Statement") or has_class(properties, "Referent"):
        return only(properties, PROV + "wasDerivedFrom") or ""
    return ""


def _is_dataset(properties: Properties) -> bool:
    return IRI(DCAT + "Dataset") in properties.get(TYPE, ()) and bool(properties.get(VOID + "classPartition"))


def _is_partition(subject: str) -> bool:
    return f"/{DATASET.removeprefix(BASE)}" in subject


def _ours(properties: Properties) -> dict[str, frozenset[Node]]:
    return {path: frozenset(values) for path, values in properties.items() if path.startswith(_OURS)}


def _sorted(properties: Properties) -> str:
    return repr(sorted((path, sorted(values, key=repr)) for path, values in properties.items()))


def _confidence(properties: Properties) -> Decimal:
    try:
        return Decimal(only(properties, KG + "confidence") or "0")
    except InvalidOperation:
        return Decimal(0)


def _fullness(properties: Properties) -> Decimal:
    return Decimal(
        sum(path in properties for path in (DCTERMS + "date", DCTERMS + "title", SCHEMA + "url", DCTERMS + "source"))
    )


def _rank(row: Row) -> tuple[str, str, bool, str, str]:
    subject, path, value, graph = row
    return graph, subject, path != TYPE, path, repr(value)
