"""The published ontology: the same in every syntax, and a page on which every term has its place."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import html5lib
import owlready2
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from kgraph.export.publication.files import FORMS, publish
from kgraph.model.identifiers import ENTITY, ONTOLOGY
from kgraph.ontology.load import load

OWN = """
@prefix kg: <https://w3id.org/kgraph/ontology#> .
@prefix kge: <https://w3id.org/kgraph/entity/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<https://example.org/words#frobnicates> a owl:ObjectProperty ;
    rdfs:label "<script>alert('frob') & </script>"@en ;
    rdfs:subPropertyOf kg:relation ; kg:eventType kg:ACCUSE ; kg:verbTrigger "frobnicate" ;
    skos:definition "Finds \\"fault\\" <b>loudly</b>."@en ; skos:example "Russia frobnicated Poland."@en .
kg:Person rdfs:seeAlso [ rdfs:label "a table of persons" ] .
kg:criticizes rdfs:label "finds fault with"@en .
kge:zorgon-league a kg:PoliticalParty ; rdfs:label "Zorgon League"@en ; kg:name "Zorgon League" .
"""
HTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("published")
    publish(target)
    return target


@pytest.fixture(scope="module")
def page(folder: Path) -> Element:
    return parsed(folder)


def parsed(folder: Path) -> Element:
    """The page, which must be HTML5 without an error."""
    root: Element = html5lib.HTMLParser(strict=True).parse((folder / "index.html").read_text(encoding="utf-8"))
    return root


def run(*args: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kgraph", "ontology", "publish", *args]
    env = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env)


def ids(page: Element) -> list[str]:
    return [each.attrib["id"] for each in page.iter() if "id" in each.attrib]


def graph(folder: Path, name: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse((folder / name).read_bytes(), format=FORMS[name].syntax)}


def test_every_syntax_holds_the_same(folder: Path) -> None:
    turtle = graph(folder, "ontology.ttl")
    assert len(turtle) > 5000
    assert all(graph(folder, name) == turtle for name in FORMS)
    by_rdflib = [rdflib.Graph().parse(folder / name) for name in ("ontology.ttl", "ontology.rdf")]
    assert len(by_rdflib[0]) == len(turtle)
    assert isomorphic(*by_rdflib)


def test_the_vocabulary_is_published_and_entities_are_not(folder: Path) -> None:
    subjects = {triple.subject.value for triple in graph(folder, "ontology.ttl")}  # type: ignore[union-attr]
    vocabulary = load()
    assert {each.iri for each in vocabulary.predicates} <= subjects
    assert {each.iri for each in vocabulary.event_types.values()} <= subjects
    assert {each.iri for each in vocabulary.actor_types} <= subjects
    assert not any(subject.startswith(ENTITY) for subject in subjects)


def test_owlready2_loads_classes_and_properties(folder: Path) -> None:
    world = owlready2.World()
    loaded = world.get_ontology((folder / "ontology.rdf").as_uri()).load()
    names = loaded.get_namespace(ONTOLOGY)
    assert names.Person in names.Actor.subclasses()
    assert names.evidence.domain == [names.Claim]
    assert names.evidence.range == [names.Statement]
    assert names.relation in names.criticizes.is_a
    assert owlready2.FunctionalProperty in names.begin.is_a
    assert names.verbTrigger[names.criticizes]
    assert [str(label) for label in names.ACCUSE.label] == ["accuse"]
    with folder.joinpath("ontology.ttl").open("rb") as file:
        declared = rdflib.Graph().parse(file)
    owl_class = rdflib.URIRef("http://www.w3.org/2002/07/owl#Class")
    assert {each.iri for each in loaded.classes()} == {
        str(iri) for iri in declared.subjects(rdflib.RDF.type, owl_class)
    }


def test_every_term_has_its_place(folder: Path, page: Element) -> None:
    places = ids(page)
    assert len(places) == len(set(places))
    terms = {triple.subject.value for triple in graph(folder, "ontology.ttl")}  # type: ignore[union-attr]
    assert {iri.removeprefix(ONTOLOGY) for iri in terms if iri.startswith(ONTOLOGY)} <= set(places)


def test_links_lead_to_places_of_the_page(page: Element) -> None:
    places = set(ids(page))
    links = [each.attrib["href"] for each in page.iter(HTML + "a")]
    assert [link for link in links if link.startswith("#") and unquote(link[1:]) not in places] == []
    local = {link for link in links if not link.startswith(("#", "http"))}
    assert local == set(FORMS)


def test_the_page_asks_for_nothing_from_elsewhere(page: Element) -> None:
    fetched = [each.attrib["src"] for each in page.iter() if "src" in each.attrib]
    linked = {each.attrib["href"] for each in page.iter(HTML + "link")}
    assert fetched == []
    assert linked == set(FORMS)
    style = next(page.iter(HTML + "style")).text or ""
    assert "url(" not in style
    assert "@import" not in style


def test_a_predicate_is_told_with_its_words_and_sentences(page: Element) -> None:
    (accuse,) = (each for each in page.iter(HTML + "article") if each.attrib["id"] == "ACCUSE")
    (criticizes,) = (each for each in accuse.iter(HTML + "article") if each.attrib["id"] == "criticizes")
    text = "".join(criticizes.itertext())
    for told in (
        "lash out at",
        "tirade",
        "Russia criticized the U.S. decision.",
        "The book was criticized for its length.",
    ):
        assert told in text


def test_own_terms_are_there_and_escaped(tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.mkdir()
    (words / "own.ttl").write_text(OWN, encoding="utf-8")
    publish(tmp_path / "out", words)
    page = parsed(tmp_path / "out")
    (entry,) = (e for e in page.iter(HTML + "article") if e.attrib["id"] == "https://example.org/words#frobnicates")
    text = "".join(entry.itertext())
    assert "<script>alert('frob') & </script>" in text
    assert 'Finds "fault" <b>loudly</b>.' in text
    assert [each.tag for each in entry.iter() if each.tag in {HTML + "script", HTML + "b"}] == []

    assert any(isinstance(triple.subject, ox.BlankNode) for triple in graph(tmp_path / "out", "ontology.ttl"))
    publish(tmp_path / "again", words)
    for name in ("index.html", *FORMS):
        assert (tmp_path / "again" / name).read_bytes() == (tmp_path / "out" / name).read_bytes()

    labels = {
        (triple.subject.value, triple.object.value)  # type: ignore[union-attr]
        for triple in graph(tmp_path / "out", "ontology.ttl")
        if isinstance(triple.subject, ox.NamedNode) and triple.predicate.value.endswith("#label")
    }
    assert (ONTOLOGY + "criticizes", "finds fault with") in labels
    assert (ONTOLOGY + "criticizes", "criticizes") not in labels
    assert not any(iri.startswith(ENTITY) for iri, _label in labels)


def test_the_same_bytes_whatever_the_hash_seed(folder: Path, tmp_path: Path) -> None:
    run("-o", str(tmp_path), seed="77")
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["index.html", *sorted(FORMS)]
    assert [(tmp_path / name).read_bytes() for name in names] == [(folder / name).read_bytes() for name in names]


def test_the_command_tells_what_it_wrote(tmp_path: Path) -> None:
    done = run("-o", str(tmp_path / "site"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [str(tmp_path / "site" / name) for name in ("index.html", *FORMS)]
    assert (tmp_path / "site" / "index.html").stat().st_size > 100_000


def test_a_place_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("as it was")
    done = run("-o", str(tmp_path / "file"))
    assert done.returncode == 4
    assert len(done.stderr.splitlines()) == 1
    assert (tmp_path / "file").read_text() == "as it was"
