"""The ontology as one page of HTML."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import jinja2
import pyoxigraph as ox

from kgraph.export.publication.entries import Entries, Entry, Link
from kgraph.export.publication.gather import Ontology
from kgraph.graph.terms import DCTERMS, KG, OWL, PREFIXES, RDFS, SKOS
from kgraph.model.vocabulary import EntityEntry, Vocabulary

_ITSELF = KG.removesuffix("#")
_RELATION = KG + "relation"
_EXAMPLES = 3
_FOREIGN = {
    RDFS + "subClassOf": "is a subclass of",
    RDFS + "subPropertyOf": "is a subproperty of",
    SKOS + "closeMatch": "means nearly",
}
_EXPLAINED = (KG, OWL, RDFS, SKOS, PREFIXES["rdf"], PREFIXES["xsd"])


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under one title."""

    id: str
    title: str
    about: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A class with those below it."""

    link: Link
    below: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """How many entities of a class are known, and the names of some."""

    kind: Link
    count: int
    examples: tuple[str, ...]


def render(ontology: Ontology, files: Mapping[str, object]) -> str:
    """The page.

    Args:
        ontology: What it shows.
        files: The other files of the publication by name, each with its ``name`` and ``media_type``.
    """
    entries = Entries(ontology)
    rows = entries.rows[_ITSELF]
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("kgraph.export.publication", ""),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    return environment.get_template("page.html.jinja").render(
        title=rows[DCTERMS + "title"][0].value,
        description=rows[DCTERMS + "description"][0].value,
        version=ontology.vocabulary.version,
        version_iri=rows[OWL + "versionIRI"][0].value,
        namespace=KG,
        licences=list(_licences(entries)),
        files=files,
        tree=_tree(entries),
        sections=list(_sections(entries)),
        alignments=list(_alignments(entries)),
        prefixes=ontology.prefixes,
        known=_known(ontology.vocabulary, entries),
        offices=len(ontology.vocabulary.offices),
        holdings=len(ontology.vocabulary.holdings),
    )


def _sections(entries: Entries) -> Iterator[Section]:
    """All terms, each in one section."""
    types = entries.of_type(KG + "EventType")
    modes, predicates = entries.of_type(KG + "EventMode"), entries.having(RDFS + "subPropertyOf", _RELATION)
    coded = {iri for each in types for iri in entries.having(KG + "eventType", each)}
    nouns = [iri for iri in entries.of_type(OWL + "Class") if KG + "actorNoun" in entries.rows[iri]]
    properties = [iri for kind in ("Object", "Datatype") for iri in entries.of_type(f"{OWL}{kind}Property")]
    done = {_ITSELF, *types, *modes, *predicates}

    def section(name: str, title: str, about: str, iris: Iterable[str]) -> Iterator[Section]:
        left = [iri for iri in entries.sorted(set(iris)) if iri not in done]
        done.update(left)
        if left:
            yield Section(f"section-{name}", title, about, tuple(map(entries.entry, left)))

    kinds = list(section("kinds", "Kinds of bodies and people", "Classes of actors that news calls by a noun.", nouns))
    yield from section(
        "classes",
        "Classes",
        "What statements, documents, actors, places and things are.",
        entries.of_type(OWL + "Class"),
    )
    yield from kinds
    yield from section("properties", "Properties", "What joins them.", properties)
    yield from section(
        "annotations",
        "Annotation properties",
        "What the ontology says of its own terms.",
        entries.of_type(OWL + "AnnotationProperty"),
    )
    yield Section(
        "section-events",
        "Event types",
        "The kinds of political acts after PLOVER, each with its modes and the predicates coded as it.",
        tuple(
            entries.entry(iri, [*entries.having(SKOS + "broader", iri), *entries.having(KG + "eventType", iri)])
            for iri in types
        ),
    )
    yield Section(
        "section-predicates",
        "Predicates that are no political act",
        "They join two in a direct triple as the others do, and are coded as no event.",
        tuple(entries.entry(iri) for iri in predicates if iri not in coded),
    )
    yield from section("contexts", "Contexts", "Fields of life in which acts stand.", entries.of_type(KG + "Context"))
    yield from section(
        "words", "Word classes", "Words that are the same to a trigger.", entries.of_type(KG + "WordClass")
    )
    yield from section(
        "values",
        "Certainties, modalities and other concepts",
        "The values that properties have.",
        entries.of_type(SKOS + "Concept", SKOS + "ConceptScheme"),
    )
    yield from section(
        "others", "Other terms", "What is none of these.", (iri for iri in entries.rows if iri != _ITSELF)
    )


def _tree(entries: Entries) -> tuple[Branch, ...]:
    """The classes of the ontology below those that stand below none of it; event types have a section of their own."""
    classes = set(entries.of_type(OWL + "Class")) - set(entries.of_type(KG + "EventType"))
    parents = {iri: [each.value for each in entries.rows[iri].get(RDFS + "subClassOf", ())] for iri in classes}

    def branch(iri: str) -> Branch:
        below = [each for each in entries.having(RDFS + "subClassOf", iri) if each in classes]
        return Branch(entries.link(ox.NamedNode(iri)), tuple(map(branch, below)))

    return tuple(branch(iri) for iri in entries.sorted(classes) if classes.isdisjoint(parents[iri]))


def _alignments(entries: Entries) -> Iterator[tuple[Link, str, Link]]:
    """What the ontology says of its terms and those of other vocabularies."""
    for iri in entries.sorted(entries.rows):
        for predicate, words in _FOREIGN.items():
            for value in entries.rows[iri].get(predicate, ()):
                if isinstance(value, ox.NamedNode) and not value.value.startswith(_EXPLAINED):
                    yield entries.link(ox.NamedNode(iri)), words, entries.link(value)


def _licences(entries: Entries) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """Of what which licence holds, the whole first."""
    for iri in sorted(entries.rows, key=lambda iri: (iri != _ITSELF, iri)):
        licences = entries.rows[iri].get(DCTERMS + "license")
        if licences:
            subject = "the ontology" if iri == _ITSELF else entries.label(iri)
            yield subject, tuple(Link(each.value, each.value) for each in licences)


def _known(vocabulary: Vocabulary, entries: Entries) -> list[Known]:
    """The classes of known entities, the largest first, each with those of its entities that have most names."""
    found: defaultdict[str, list[EntityEntry]] = defaultdict(list)
    for each in vocabulary.entities:
        found[each.type].append(each)
    rows = []
    for kind, members in found.items():
        first = sorted(members, key=lambda each: (-len(each.names), each.label, each.iri))[:_EXAMPLES]
        rows.append(Known(entries.link(ox.NamedNode(KG + kind)), len(members), tuple(each.label for each in first)))
    return sorted(rows, key=lambda row: (-row.count, row.kind.text))
