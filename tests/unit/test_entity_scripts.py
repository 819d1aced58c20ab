"""The scripts that make the files of entities: small tables in, the same Turtle every time out."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kgraph.model.vocabulary import EntityEntry, Vocabulary
from kgraph.ontology import load, shipped

SCRIPTS = shipped() / "scripts"
STATES = """\
@prefix kg: <https://w3id.org/kgraph/ontology#> .
@prefix kge: <https://w3id.org/kgraph/entity/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix wd: <http://www.wikidata.org/entity/> .

kge:AAA a kg:State ; rdfs:label "Alpha"@en ; kg:iso3 "AAA" ; kg:name "Alpha", "Republic of Alpha" ;
    kg:adjective "Alphan" ; owl:sameAs wd:Q1 .
kge:BBB a kg:State ; rdfs:label "Bravo"@en ; kg:iso3 "BBB" ; kg:name "Bravo" ; kg:adjective "Bravan" .
"""
HOLDERS = """\
country_iso3,country_wikidata,office,person,person_wikidata,start,end,gender,english_wikipedia
AAA,Q1,Minister for Foreign Affairs,José M. Núñez,Q10,2010-05-01,2012-01-01,,
AAA,Q1,Minister of Foreign Affairs of Alpha,Ana Weber,Q11,2012-01-01,,,
AAA,Q1,President,Ivo Kral,Q12,2011,2010,,Ivo Kral (politician)
,Q1,President of the Republic of Alpha,Ivo Kral,Q12,2011-03-04,,,
ZZZ,Q9,President,Nobody Known,Q13,2011,,,
BBB,Q2,President,Ana Weber,Q14,2001-01-01,2004-01-01,,
"""
COUNTRIES = """\
iso3,wikidata,chief_of_state,head_of_government,member_of
AAA,Q1,President Petra Maria NOVAK (since 4 April 2021),none,"UN, ZZ (observer)"
BBB,Q2,none,none,UN
"""
LEADERS = """\
stateabb,leader,sdate,smonth,syear,emonth,eyear,birthyear
ALP,Stone,4,3,1961,1,1970,1900
ALP,Kral,4,3,2011,,,1950
"""


@pytest.fixture(scope="module", autouse=True)
def scripts() -> Any:
    sys.path.insert(0, str(SCRIPTS))
    yield
    sys.path.remove(str(SCRIPTS))


def script(name: str) -> ModuleType:
    return importlib.import_module(name)


@pytest.fixture
def states(tmp_path: Path) -> Path:
    path = tmp_path / "countries.ttl"
    path.write_text(STATES, "utf-8")
    return path


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def run(name: str, *options: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPTS / f"{name}.py"), *map(str, options)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def loaded(folder: Path) -> Vocabulary:
    """The Turtle files of a folder with the shipped classes and properties."""
    put(folder, "kgraph.ttl", (shipped() / "kgraph.ttl").read_text("utf-8"))
    return load(folder)


def entity(vocabulary: Vocabulary, label: str) -> EntityEntry:
    (found,) = [each for each in vocabulary.entities if each.label == label]
    return found


@pytest.mark.parametrize(
    ("office", "country", "expected"),
    [
        ("Minister for Foreign Affairs", "AAA", {"foreign minister", "minister of foreign affairs", "top diplomat"}),
        ("Minister of Defense of Alpha", "AAA", {"defence minister", "defense minister", "minister of defense"}),
        ("Minister of Education and Science", "AAA", {"education minister", "science minister"}),
        ("Secretary of State for Defence", "GBR", {"defence secretary", "defense secretary", "defence minister"}),
        ("Secretary of Defence", "USA", {"secretary of defense", "defense secretary", "pentagon chief"}),
        ("Permanent Representative to the United Nations", "AAA", {"un ambassador", "ambassador to the u.n."}),
        ("ambassador to the United States of America", "AAA", {"ambassador to the united states"}),
        ("Federal Chancellor of Alpha", "AAA", {"chancellor"}),
        ("Governor of the National Bank", "AAA", {"central bank governor", "central bank chief"}),
        ("Attorney-General", "AAA", {"attorney general", "attorney-general"}),
        ("Acting President", "AAA", {"president"}),
    ],
)
def test_titles(office: str, country: str, expected: set[str]) -> None:
    titles = script("office_titles")
    assert expected <= titles.titles(titles.canonical(office, ["Alpha"]), country)


@pytest.mark.parametrize(
    ("office", "country", "wrong"),
    [
        ("Secretary of Defence", "USA", "defence minister"),
        ("Secretary of State", "USA", "state secretary"),
        ("Minister of State for Foreign Affairs", "GBR", "foreign minister"),
        ("Deputy Minister of Finance", "RUS", "finance minister"),
    ],
)
def test_titles_of_others(office: str, country: str, wrong: str) -> None:
    titles = script("office_titles")
    assert wrong not in titles.titles(titles.canonical(office, []), country)


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("soldier", "soldiers"),
        ("policeman", "policemen"),
        ("member of parliament", "members of parliament"),
        ("spy", "spies"),
        ("attorney general", "attorneys general"),
        ("schoolchild", "schoolchildren"),
        ("coach", "coaches"),
        ("salesperson", "salespeople"),
    ],
)
def test_plurals(noun: str, plural: str) -> None:
    assert script("build_actor_nouns").plural(noun) == plural


def offices(folder: Path, states: Path) -> subprocess.CompletedProcess[str]:
    tables = {
        "holders": put(folder, "holders.csv", HOLDERS),
        "countries": put(folder, "countries.csv", COUNTRIES),
        "leaders": put(folder, "leaders.csv", LEADERS),
        "leader-codes": put(folder, "codes.tsv", "ALP\tAAA\n"),
        "leader-names": put(folder, "names.tsv", "AAA\tStone\tEva Stone\n"),
        "curated": put(folder, "curated.tsv", "# why\nAAA\tpresident\tIvo Kral\t2011-03-04\t2021-04-04\n"),
        "states": states,
        "taken": states,
        "offices": folder / "offices.ttl",
        "output": folder / "people.ttl",
    }
    return run("build_offices", *(part for name, path in tables.items() for part in (f"--{name}", path)))


def test_offices_and_their_holders(tmp_path: Path, states: Path) -> None:
    assert offices(tmp_path, states).stderr == ""
    found = loaded(tmp_path)
    held = {
        (office.label, person.label, each.start, each.end)
        for each in found.holdings
        for office in found.offices
        for person in found.entities
        if (office.iri, person.iri) == (each.office, each.person)
    }
    assert held == {
        ("Minister for Foreign Affairs of Alpha", "José M. Núñez", "2010-05-01", "2012-01-01"),
        ("Minister for Foreign Affairs of Alpha", "Ana Weber", "2012-01-01", None),
        ("President of Alpha", "Ivo Kral", "2011-03-04", "2021-04-04"),
        ("President of Alpha", "Petra Maria Novak", "2021-04-04", None),
        ("President of Bravo", "Ana Weber", "2001-01-01", "2004-01-01"),
        ("Leader of Alpha", "Eva Stone", "1961-03-04", "1970-01"),
        ("Leader of Alpha", "Ivo Kral", "2011-03-04", "2021-04-04"),
        ("Leader of Alpha", "Petra Maria Novak", "2021-04-04", None),
    }


def test_names_of_persons(tmp_path: Path, states: Path) -> None:
    offices(tmp_path, states)
    found = loaded(tmp_path)
    person = entity(found, "José M. Núñez")
    assert set(person.names) == {"José M. Núñez", "Jose M. Nunez", "José Núñez", "Jose Nunez"}
    assert set(person.weak_names) == {"Núñez", "Nunez"}
    assert (person.country, person.same_as) == ("AAA", ("http://www.wikidata.org/entity/Q10",))
    namesakes = [each for each in found.entities if each.label == "Ana Weber"]
    assert [each.names for each in namesakes] == [(), ()]
    assert all("Ana Weber" in each.weak_names for each in namesakes)


def test_offices_are_built_the_same_again(tmp_path: Path, states: Path) -> None:
    offices(tmp_path, states)
    first = [(tmp_path / name).read_bytes() for name in ("offices.ttl", "people.ttl")]
    offices(tmp_path, states)
    assert first == [(tmp_path / name).read_bytes() for name in ("offices.ttl", "people.ttl")]


def curated(folder: Path, states: Path, table: str) -> subprocess.CompletedProcess[str]:
    paths = put(folder, "things.tsv", table), put(folder, "countries.csv", COUNTRIES)
    options = ("--table", paths[0], "--prefix", "org", "--countries", paths[1], "--taken", states)
    return run("build_curated", *options, "-o", folder / "things.ttl")


def test_a_table_of_our_own(tmp_path: Path, states: Path) -> None:
    table = "# why\nnames\tweakName\tkind\tpartOf\tfactbook\tformer\n"
    table += "UN Labour Office|The Office\tULO\tIGO\torg-world-union\t\t\nWorld Union|Alpha\t\tIGO\t\tUN\tBBB\n"
    assert curated(tmp_path, states, table).stderr == ""
    found = loaded(tmp_path)
    office, union = entity(found, "UN Labour Office"), entity(found, "World Union")
    assert {"U.N. Labor Office", "United Nations Labour Office", "Office"} < set(office.names)
    assert (office.weak_names, office.kind, office.part_of) == (("ULO",), "IGO", union.iri)
    # What a state is called stays the state's; only full members that have not left belong to it.
    assert (union.names, union.weak_names) == (("World Union",), ("Alpha",))
    assert [iri[-3:] for iri in union.members] == ["AAA"]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("names\tcolour\nA\tred\n", "unknown column colour"),
        ("names\nA B\nA-B\n", "org-a-b stands in the table twice"),
        ("names\tpartOf\nA\torg-b\n", "org-a: partOf is the unknown org-b"),
        ("names\nA\tB\n", "expected 1 cells"),
    ],
)
def test_a_broken_table_leaves_no_file(tmp_path: Path, states: Path, table: str, message: str) -> None:
    done = curated(tmp_path, states, table)
    assert done.returncode == 1
    assert message in done.stderr
    assert not (tmp_path / "things.ttl").exists()


def test_governments_and_their_seats(tmp_path: Path, states: Path) -> None:
    seats = put(tmp_path, "seats.tsv", "AAA\tOld Palace\tHill\n")
    done = run("build_governments", "--states", states, "--seats", seats, "-o", tmp_path / "governments.ttl")
    assert done.stderr == ""
    found = entity(loaded(tmp_path), "Government of Alpha")
    assert set(found.names) == {"Alphan government", "Government of Alpha", "Old Palace"}
    assert (found.seats, found.weak_names, found.country, found.sector) == (
        ("Hill", "Old Palace"),
        ("Hill",),
        "AAA",
        "GOV",
    )


AGENTS = """\
FARMER [~AGR]
NEWS_ANCHOR [~MED]
RIOT_POLICE {} [~COP]
!MINIST! FOR_HEALTH [~GOVHLH]
AH-64_APACHE [~MIL]
"""
NOUNS = """\
label\tabove\tsector\tkind\trest\tnouns
farm people\tGroup\tAGR\t\tpeople\tgrower
press people\tGroup\tJRN\t\tpeople\treporter
constables\tAgency\tCOP\t\tbody\tpolice|labour police
"""


def test_nouns_for_actors(tmp_path: Path) -> None:
    options = ("--agents", put(tmp_path, "agents.txt", AGENTS), "--table", put(tmp_path, "nouns.tsv", NOUNS))
    assert run("build_actor_nouns", *options, "-o", tmp_path / "actors.ttl").stderr == ""
    found = {each.label: each for each in loaded(tmp_path).actor_types}
    assert found["farm people"].nouns == ("farmer", "farmers", "grower", "growers")
    assert found["press people"].nouns == ("news anchor", "news anchors", "reporter", "reporters")
    assert found["constables"].nouns == ("labor police", "labour police", "police", "riot police")


ACTORS = """\
RED_DAWN_LIBERATION_ARMY_(RDLA)_ [AAAREB] # remark
+ARMY_OF_THE_RED_DAWN_
+2ND_DAWN_
BRAVO_CHILDREN'S_RELIEF_FUND_ [NGOBBBHLH]
DIRECTOR_OF_THE_RELIEF_FUND_ [NGOBBBHLH]
JOHN_DOE_ [NGO 900101-950101]
SMALL_HOLDINGS_INC_ [MNCBBB] # Shops $2,000,000
GREAT_OIL_COMPANY_ [MNCBBB] # Oil $90,000,000,000
"""


def test_non_state_actors(tmp_path: Path, states: Path) -> None:
    actors = put(tmp_path, "actors.txt", ACTORS)
    options = ("--actors", actors, "--states", states, "--taken", states)
    assert run("build_non_state", *options, "-o", tmp_path / "non-state.ttl").stderr == ""
    found = {each.label: each for each in loaded(tmp_path).entities if each.type != "State"}
    assert set(found) == {"Red Dawn Liberation Army", "Bravo Children's Relief Fund", "Great Oil"}
    army, fund = found["Red Dawn Liberation Army"], found["Bravo Children's Relief Fund"]
    assert (army.country, army.kind, army.sector, army.type) == ("AAA", None, "REB", "ArmedGroup")
    assert "Army of the Red Dawn" in army.names
    assert army.weak_names == ("RDLA",)
    assert (fund.country, fund.kind, fund.sector) == ("BBB", "NGO", "MED")


def test_cities_and_their_namesakes(tmp_path: Path, states: Path) -> None:
    def city(number: int, name: str, code: str, population: int) -> dict[str, object]:
        return {"geonameid": number, "name": name, "countrycode": code, "population": population}

    data = tmp_path / "data"
    data.mkdir()
    rows = [city(1, "Port", "AA", 900_000), city(2, "Port", "BB", 150_000), city(3, "Rosa", "AA", 120_000)]
    rows += [city(4, "Haven (Old)", "BB", 20_000), city(5, "Ham", "BB", 20_000)]
    put(data, "cities15000.json", json.dumps(dict(enumerate(rows))))
    capitals = [("AA", "AAA", "Port"), ("BB", "BBB", "Ham")]
    states_of = {iso: {"iso": iso, "iso3": iso3, "capital": capital} for iso, iso3, capital in capitals}
    put(data, "countries.json", json.dumps(states_of))
    put(data, "us_states.json", '{"DE": {"name": "Delta", "geonameid": 9}}')
    names, given = put(tmp_path, "city-names.tsv", "AA\tPort\tPorto\n"), put(tmp_path, "given.tsv", "port\tmale\n")
    options = ("--data", data, "--names", names, "--given-names", given, "--taken", states)
    assert run("build_cities", *options, "-o", tmp_path / "cities.ttl").stderr == ""
    found = {each.iri.rpartition("/")[2]: each for each in loaded(tmp_path).entities}
    assert found["city-AAA-port"].names == ("Port", "Porto")
    assert found["city-AAA-port"].same_as == ("https://sws.geonames.org/1/",)
    assert (found["city-BBB-port"].names, found["city-BBB-port"].weak_names) == ((), ("Port",))
    assert "city-BBB-ham" in found
    assert "city-BBB-haven" not in found
    assert (found["state-USA-delta"].type, found["state-USA-delta"].country) == ("Place", "USA")
