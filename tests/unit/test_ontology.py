"""The ontology: what the shipped one holds, and how a broken one is refused."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.errors import OntologyError
from kgraph.model.identifiers import ENTITY, ONTOLOGY
from kgraph.model.statement import Certainty, Modality
from kgraph.model.vocabulary import ActorType, EntityEntry, Holding, OfficeEntry, PredicateType, Vocabulary
from kgraph.ontology import load, shipped
from tests.turtle import PREFIXES

CORE = """
<https://w3id.org/kgraph/ontology> a owl:Ontology ; owl:versionInfo "9.9" .
kg:State a owl:Class ; rdfs:label "state"@en .
kg:ACCUSE a kg:EventType ; rdfs:label "accuse"@en .
kg:ACCUSE-allege a kg:EventMode ; rdfs:label "allege"@en ; skos:broader kg:ACCUSE ; skos:notation "allege" .
kg:relation a owl:ObjectProperty ; rdfs:label "relation"@en .
"""
DECLARED = (
    *("eventType", "mode", "verbTrigger", "nounTrigger", "name", "weakName", "iso3", "memberOf", "partOf", "kind"),
    *("title", "heldOffice", "heldBy", "since", "until", "actorNoun", "sector"),
)
OFFICE = 'kge:O a kg:Office ; rdfs:label "O" ; kg:title "mayor" . kge:P a kg:State ; rdfs:label "P" . '
HOLDING = OFFICE + "kge:H a kg:Holding ; kg:heldOffice kge:O ; kg:heldBy kge:P ; "
PREDICATE = 'kg:blames rdfs:subPropertyOf kg:relation ; rdfs:label "blames" ; skos:example "A blamed B." ; '


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load()


def predicate(vocabulary: Vocabulary, name: str) -> PredicateType:
    return next(each for each in vocabulary.predicates if each.iri == ONTOLOGY + name)


def entity(vocabulary: Vocabulary, name: str) -> EntityEntry:
    return next(each for each in vocabulary.entities if each.iri == ENTITY + name)


def write(folder: Path, extra: str) -> Path:
    """A small ontology with something added in a second file."""
    declarations = "".join(f'kg:{name} a owl:DatatypeProperty ; rdfs:label "{name}" .\n' for name in DECLARED)
    (folder / "kgraph.ttl").write_text(PREFIXES + CORE + declarations, "utf-8")
    (folder / "entities").mkdir()
    (folder / "entities" / "extra.ttl").write_text(PREFIXES + extra, "utf-8")
    return folder


def test_holds_office_is_known(vocabulary: Vocabulary) -> None:
    assert "hold office" in predicate(vocabulary, "holdsOffice").verbs


def test_the_united_states(vocabulary: Vocabulary) -> None:
    found = entity(vocabulary, "USA")
    assert (found.label, found.type, found.country) == ("United States", "State", "USA")
    assert {"U.S.", "US", "USA", "United States", "United States of America"} <= {*found.names}
    assert {"American", "U.S."} <= {*found.adjectives}
    assert found.nationals == ("Americans",)
    assert {"Washington", "Washington, D.C."} <= {*found.capitals}
    assert "http://www.wikidata.org/entity/Q30" in found.same_as


@pytest.mark.parametrize(
    ("key", "label", "slot", "value"),
    [
        ("RUS", "Russia", "capitals", "Moscow"),
        ("RUS", "Russia", "nationals", "Russians"),
        ("TUR", "Turkey", "names", "Türkiye"),
        ("TUR", "Turkey", "capitals", "Ankara"),
        ("UKR", "Ukraine", "capitals", "Kyiv"),
        ("UKR", "Ukraine", "capitals", "Kiev"),
        ("GBR", "United Kingdom", "names", "Britain"),
        ("GBR", "United Kingdom", "nationals", "Britons"),
        ("PRK", "North Korea", "names", "DPRK"),
        ("PRK", "North Korea", "adjectives", "North Korean"),
        ("CIV", "Ivory Coast", "names", "Côte d'Ivoire"),
        ("CHN", "China", "nationals", "Chinese"),
        ("MMR", "Myanmar", "names", "Burma"),
        ("GEO", "Georgia", "weak_names", "Georgia"),
        ("JOR", "Jordan", "weak_names", "Jordan"),
        ("BOL", "Bolivia", "capitals", "Sucre"),
        ("BOL", "Bolivia", "capitals", "La Paz"),
        ("BWA", "Botswana", "nationals", "Batswana"),
        ("FRA", "France", "nationals", "Frenchwomen"),
        ("POL", "Poland", "nationals", "Poles"),
        ("PSE", "Palestine", "adjectives", "Palestinian"),
        ("TWN", "Taiwan", "adjectives", "Taiwanese"),
        ("XKX", "Kosovo", "capitals", "Pristina"),
        ("GRL", "Greenland", "capitals", "Nuuk"),
    ],
)
def test_names_of_states(vocabulary: Vocabulary, key: str, label: str, slot: str, value: str) -> None:
    found = entity(vocabulary, key)
    assert found.label == label
    assert value in getattr(found, slot)


def test_weak_names_are_no_names(vocabulary: Vocabulary) -> None:
    assert "Georgia" not in entity(vocabulary, "GEO").names
    assert all("Congo" not in each.names for each in vocabulary.entities)


def test_gaza_is_a_place_of_palestine(vocabulary: Vocabulary) -> None:
    found = entity(vocabulary, "gaza-strip")
    assert (found.type, found.country) == ("Place", "PSE")
    assert "Gaza" in found.names


def test_names_hold_no_remarks(vocabulary: Vocabulary) -> None:
    for each in vocabulary.entities:
        for name in (*each.names, *each.weak_names, *each.adjectives, *each.nationals, *each.capitals):
            assert not re.search(r"[();:\[\]]|^the |^none$| capital", name), name
            assert name == name.strip()


def test_a_short_name_of_a_person_is_weak(vocabulary: Vocabulary) -> None:
    for each in vocabulary.entities:
        assert each.type != "Person" or all(" " in name for name in each.names), each


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("NATO", ("IGO", None, "MIL", "IntergovernmentalOrganization")),
        ("U.N. Security Council", ("IGO", None, "GOV", "IntergovernmentalOrganization")),
        ("Kremlin", (None, "RUS", "GOV", "Government")),
        ("White House", (None, "USA", "GOV", "Government")),
        ("State Department", (None, "USA", "GOV", "Ministry")),
        ("Verkhovna Rada", (None, "UKR", "LEG", "Legislature")),
        ("Shin Bet", (None, "ISR", "SPY", "Agency")),
        ("People's Liberation Army", (None, "CHN", "MIL", "MilitaryUnit")),
        ("Islamic State", ("IMG", None, "REB", "ArmedGroup")),
        ("Houthis", (None, "YEM", "REB", "ArmedGroup")),
        ("Human Rights Watch", ("NGO", None, "SOC", "Organization")),
        ("Bharatiya Janata Party", (None, "IND", "PTY", "PoliticalParty")),
        ("Le Monde", (None, "FRA", "JRN", "NewsOutlet")),
        ("Gazprom", ("MNC", "RUS", "BUS", "Company")),
        ("High Mobility Artillery Rocket System", (None, "USA", None, "Weapon")),
        ("F-16", (None, "USA", None, "Aircraft")),
        ("Leopard 2", (None, "DEU", None, "Vehicle")),
        ("Admiral Kuznetsov", (None, "RUS", None, "Ship")),
        ("Bakhmut", (None, "UKR", None, "City")),
        ("Crimea", (None, "UKR", None, "Place")),
    ],
)
def test_names_of_actors_places_and_things(vocabulary: Vocabulary, name: str, codes: tuple[str | None, ...]) -> None:
    (found,) = [each for each in vocabulary.entities if name in each.names]
    assert (found.kind, found.country, found.sector, found.type) == codes


def test_members_of_alliances(vocabulary: Vocabulary) -> None:
    assert {ENTITY + "TUR", ENTITY + "USA"} < set(entity(vocabulary, "org-nato").members)
    assert ENTITY + "GBR" not in entity(vocabulary, "org-european-union").members


def test_capitals_are_cities_too(vocabulary: Vocabulary) -> None:
    capital, state = entity(vocabulary, "city-UKR-kyiv"), entity(vocabulary, "UKR")
    assert {*capital.names} & {*state.capitals} >= {"Kiev", "Kyiv"}
    assert any("geonames" in iri for iri in capital.same_as)


@pytest.mark.parametrize(
    ("country", "title", "day", "name"),
    [
        ("USA", "president", "2013-06-01", "Barack Obama"),
        ("USA", "president", "2023-06-01", "Joe Biden"),
        ("USA", "secretary of state", "2022-06-01", "Antony Blinken"),
        ("RUS", "foreign minister", "2015-01-01", "Sergey Lavrov"),
        ("GBR", "defense secretary", "2022-06-01", "Ben Wallace"),
        ("TUR", "leader", "2010-06-01", "Recep Tayyip Erdoğan"),
        ("DEU", "chancellor", "2010-06-01", "Angela Merkel"),
    ],
)
def test_who_held_an_office_on_a_day(vocabulary: Vocabulary, country: str, title: str, day: str, name: str) -> None:
    offices = {each.iri for each in vocabulary.offices if each.country == country and title in each.titles}
    persons = {
        each.person
        for each in vocabulary.holdings
        if each.office in offices and (each.start or "") <= day and (each.end or "9999") > day
    }
    (found,) = [each for each in vocabulary.entities if each.iri in persons]
    assert found.label == name


def test_offices_of_bodies(vocabulary: Vocabulary) -> None:
    (found,) = [each for each in vocabulary.offices if "nato chief" in each.titles]
    assert (found.body, found.country) == (ENTITY + "org-nato", None)


@pytest.mark.parametrize(
    ("noun", "sector", "type_"),
    [
        ("foreign ministry", "GOV", "Ministry"),
        ("ministry of defense", "GOV", "Ministry"),
        ("parliament", "LEG", "Legislature"),
        ("supreme court", "JUD", "Court"),
        ("police", "COP", "Agency"),
        ("army", "MIL", "MilitaryUnit"),
        ("officials", "GOV", "Group"),
        ("rebels", "REB", "ArmedGroup"),
        ("lawmakers", "LEG", "Group"),
        ("journalist", "JRN", "Group"),
        ("protesters", "OPP", "Group"),
        ("refugees", "REF", "Group"),
    ],
)
def test_nouns_of_actors(vocabulary: Vocabulary, noun: str, sector: str, type_: str) -> None:
    (found,) = [each for each in vocabulary.actor_types if noun in each.nouns]
    assert (found.sector, found.type) == (sector, type_)


def test_every_enumerated_value_is_a_concept() -> None:
    core = (shipped() / "kgraph.ttl").read_text("utf-8")
    for value in (*Certainty, *Modality):
        assert f"kg:{value} a kg:{type(value).__name__}, skos:Concept" in core


def test_output_is_sorted(vocabulary: Vocabulary) -> None:
    assert [each.iri for each in vocabulary.predicates] == sorted(each.iri for each in vocabulary.predicates)
    assert [each.iri for each in vocabulary.entities] == sorted(each.iri for each in vocabulary.entities)
    for each in vocabulary.predicates:
        assert list(each.verbs) == sorted(set(each.verbs))


@pytest.mark.parametrize("path", sorted((shipped() / "entities").glob("*.tsv")), ids=lambda path: path.stem)
def test_tables_are_sorted(path: Path) -> None:
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    rows = [line.split("\t") for line in lines]
    body = rows[1:] if rows[0][0] in {"names", "label"} else rows
    assert body == sorted(body)


def test_local_names_need_no_escape(vocabulary: Vocabulary) -> None:
    def iris() -> Iterator[str]:
        yield from (each.iri for each in vocabulary.event_types.values())
        yield from (each.iri for each in vocabulary.predicates)
        yield from (each.iri for each in vocabulary.entities)
        yield from (each.iri for each in vocabulary.offices)
        yield from (each.iri for each in vocabulary.actor_types)

    for iri in iris():
        assert re.fullmatch(r"[A-Za-z0-9_-]+", iri.removeprefix(ONTOLOGY).removeprefix(ENTITY)), iri


def test_loads_fast() -> None:
    best = min(_seconds() for _ in range(3))
    assert best < 0.5


def _seconds() -> float:
    start = time.perf_counter()
    load()
    return time.perf_counter() - start


def test_a_small_ontology(tmp_path: Path) -> None:
    extra = 'kge:AAA a kg:State ; rdfs:label "Aland"@en ; kg:iso3 "AAA" ; kg:name "Aland" .\n'
    extra += PREDICATE + 'kg:eventType kg:ACCUSE ; kg:mode "allege" ; kg:verbTrigger "fault", "blame" .'
    found = load(write(tmp_path, extra))
    assert found.version == "9.9"
    assert found.predicates == (
        PredicateType(
            ONTOLOGY + "blames", "blames", "ACCUSE", "allege", verbs=("blame", "fault"), examples=("A blamed B.",)
        ),
    )
    assert found.entities == (EntityEntry(ENTITY + "AAA", "Aland", "State", ("Aland",), country="AAA"),)


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        pytest.param("kg:x a kg:State ,, .", r"extra\.ttl:7: not valid Turtle: ", id="syntax"),
        pytest.param('kge:A a kg:State ; kg:name "A" .', r"<\S+/A> has no rdfs:label", id="entity without label"),
        pytest.param("kg:Thing a owl:Class .", r"<\S+#Thing> has no rdfs:label", id="class without label"),
        pytest.param('kge:A rdfs:label "A" .', r"<\S+/A> has no class", id="entity without class"),
        pytest.param(
            'kge:A a kg:Planet ; rdfs:label "A" .', r"<\S+/A> is of the unknown class <\S+Planet>", id="unknown class"
        ),
        pytest.param(
            PREDICATE + "kg:eventType kg:SHOUT .", r"<\S+#blames> has the unknown event type SHOUT", id="event type"
        ),
        pytest.param(
            PREDICATE + 'kg:eventType kg:ACCUSE ; kg:mode "loud" .', r"<\S+#blames> has the mode 'loud'", id="mode"
        ),
        pytest.param(PREDICATE + 'kg:verbTrigger " " .', r"<\S+#blames> has an empty trigger", id="empty trigger"),
        pytest.param(
            PREDICATE + 'kg:verbTrigger "blame <thing>" .',
            r"<\S+#blames> has .* unknown word class <thing>",
            id="class",
        ),
        pytest.param(
            PREDICATE.replace("skos:example", "skos:note") + 'kg:verbTrigger "blame" .',
            r"<\S+#blames> has no skos:example",
            id="no example",
        ),
        pytest.param(
            PREDICATE
            + 'kg:verbTrigger "blame" .'
            + PREDICATE.replace("kg:blames", "kg:faults")
            + 'kg:verbTrigger "Blame" .',
            r"<\S+#faults> shares the trigger 'Blame' \(verbs\) with <\S+#blames>",
            id="duplicate trigger",
        ),
        pytest.param(
            "".join(f'kge:{key} a kg:State ; rdfs:label "{key}" ; kg:name "Congo" . ' for key in "AB"),
            r"<\S+/B> shares the name 'Congo' with <\S+/A>; make it a weak name of both",
            id="strong name of two",
        ),
        pytest.param(
            'kge:A a kg:State ; rdfs:label "A" ; kg:name "Chad" ; kg:weakName "Chad" .',
            r"<\S+/A> has the name 'Chad' both as strong and as weak",
            id="strong and weak",
        ),
        pytest.param(
            'kge:A a kg:State ; rdfs:label "A" ; kg:memberOf kge:B .',
            r"<\S+/A> is a member of the unknown <",
            id="member",
        ),
        pytest.param(
            'kge:A a kg:State ; rdfs:label "A" ; kg:partOf kge:B .', r"<\S+/A> is a part of the unknown <", id="part"
        ),
        pytest.param(
            'kge:A a kg:State ; rdfs:label "A" ; kg:kind "IGO", "NGO" .',
            r"<\S+/A> has several values of kg:kind: IGO, NGO",
            id="two kinds",
        ),
        pytest.param('kge:A a kg:Office ; rdfs:label "A" .', r"<\S+/A> has no kg:title", id="office without title"),
        pytest.param(
            'kge:A a kg:Office ; rdfs:label "A" ; kg:title "Mayor" .', r"<\S+/A> has the title 'Mayor'", id="title"
        ),
        pytest.param(
            OFFICE + "kge:H a kg:Holding ; kg:heldOffice kge:X ; kg:heldBy kge:P .",
            r"<\S+/H> is of the unknown office",
            id="unknown office",
        ),
        pytest.param(
            OFFICE + "kge:H a kg:Holding ; kg:heldOffice kge:O ; kg:heldBy kge:X .",
            r"<\S+/H> is by the unknown person",
            id="unknown person",
        ),
        pytest.param(HOLDING + 'kg:since "June" .', r"<\S+/H> has the date 'June'", id="no date"),
        pytest.param(
            HOLDING + 'kg:since "2022-06-01" ; kg:until "2021" .',
            r"<\S+/H> ends 2021, before it starts, 2022-06-01",
            id="ends before it starts",
        ),
        pytest.param(
            'kge:A a kg:State ; rdfs:label "A" ; kg:actorNoun "army" .',
            r"<\S+/A> has a kg:actorNoun; make it a class",
            id="noun of no class",
        ),
        pytest.param(
            "".join(
                f'kg:{name} a owl:Class ; rdfs:label "{name}" ; rdfs:subClassOf kg:State ; kg:actorNoun "army" . '
                for name in ("Army", "Force")
            ),
            r"<\S+#Force> shares the noun 'army' with <\S+#Army>",
            id="noun of two",
        ),
        pytest.param(
            'kge:A a kg:State ; rdfs:label "A" ; kg:nickname "Ay" .',
            r"<\S+/A> uses <\S+#nickname>, which kgraph\.ttl does not declare",
            id="undeclared property",
        ),
    ],
)
def test_broken_ontologies_are_refused(tmp_path: Path, extra: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message) as caught:
        load(write(tmp_path, extra))
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path / "entities" / "extra.ttl"))


def test_a_weak_name_of_two_is_no_error(tmp_path: Path) -> None:
    extra = "".join(f'kge:{key} a kg:State ; rdfs:label "{key}" ; kg:weakName "Congo" .\n' for key in "AB")
    assert [each.weak_names for each in load(write(tmp_path, extra)).entities] == [("Congo",), ("Congo",)]


def test_offices_members_and_nouns_of_a_small_ontology(tmp_path: Path) -> None:
    extra = HOLDING + 'kg:since "2021-03" . '
    extra += 'kge:B a kg:State ; rdfs:label "B" ; kg:memberOf kge:P . '
    extra += (
        'kg:Army a owl:Class ; rdfs:label "army" ; rdfs:subClassOf kg:State ; kg:actorNoun "army" ; kg:sector "MIL" .'
    )
    found = load(write(tmp_path, extra))
    assert found.offices == (OfficeEntry(ENTITY + "O", "O", ("mayor",)),)
    assert found.holdings == (Holding(ENTITY + "O", ENTITY + "P", "2021-03", None, ENTITY + "H"),)
    assert found.actor_types == (ActorType(ONTOLOGY + "Army", "army", "State", ("army",), "MIL"),)
    assert [each.members for each in found.entities] == [(), (ENTITY + "B",)]


def test_a_folder_without_ontology(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"kgraph\.ttl: no such file"):
        load(tmp_path)


def test_an_ontology_without_version(tmp_path: Path) -> None:
    write(tmp_path, "")
    core = tmp_path / "kgraph.ttl"
    core.write_text(core.read_text("utf-8").replace('; owl:versionInfo "9.9" ', ""), "utf-8")
    with pytest.raises(OntologyError, match=r"kgraph\.ttl: the owl:Ontology has no owl:versionInfo"):
        load(tmp_path)


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    write(tmp_path, "")
    (tmp_path / "bad.ttl").write_bytes(b'<http://a.example/> <http://b.example/> "\xff" .')
    with pytest.raises(OntologyError, match=r"bad\.ttl:1: not valid Turtle"):
        load(tmp_path)
