"""The script that makes ``entities/countries.ttl``: how it reads the tables' cells."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kgraph.ontology import shipped

SCRIPT = shipped() / "scripts" / "build_countries.py"
COUNTRIES = """\
fips,iso3,wikidata,geonames,short_name,long_name,abbreviation,cldr_name,nationality_noun,nationality_adjective,capital
BB,BBB,Q2,22,Bravo,none,BBB or BRV,Bravo & Co,Bravan(s),Bravan,"Port (on Isle), Haven, D.C."
AA,AAA,Q1,11,Alpha,The Alphan Republic,,Alpha,none,none,none
KK,,,,Kilo,none,,,Kilan,Kilan,Kilotown
"""
CODES = """\
ISO3166-1-Alpha-3,CLDR display name,UNTERM English Short,UNTERM English Formal,is_independent,wikidata_id,Geoname ID
AAA,Alpha,Alpha (the),the Republic of Alpha,Part of BB,https://x.example/wiki/Q1,11
BBB,Bravo,Bravo,,Yes,https://x.example/wiki/Q2,22
"""


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_countries", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_countries"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("cell", "nouns"),
    [
        ("Algerian(s)", ["Algerian", "Algerians"]),
        ("Motswana (singular), Batswana (plural)", ["Motswana", "Batswana"]),
        ("Frenchman(men), Frenchwoman(women)", ["Frenchman", "Frenchmen", "Frenchwoman", "Frenchwomen"]),
        ("Briton(s), British (collective plural)", ["Briton", "Britons", "British"]),
        ("Chinese (singular and plural)", ["Chinese"]),
        ("Guamanian(s) (US citizens)", ["Guamanian", "Guamanians"]),
        ("Chinese/Hong Konger", ["Chinese", "Hong Konger"]),
        ("NA (US citizens)", []),
        ("none", []),
    ],
)
def test_nationals(script: ModuleType, cell: str, nouns: list[str]) -> None:
    assert list(script.nationals_of(cell)) == nouns


@pytest.mark.parametrize(
    ("cell", "cities"),
    [
        ("Washington, D.C.", {"Washington, D.C."}),
        ("Porto-Novo (constitutional capital); Cotonou (seat of government)", {"Porto-Novo", "Cotonou"}),
        ("Gitega (political capital), Bujumbura (commercial capital)", {"Gitega", "Bujumbura"}),
        ("Tirana (Tirane)", {"Tirana", "Tirane"}),
        ("Nicosia (Lefkosia/Lefkosa)", {"Nicosia", "Lefkosia", "Lefkosa"}),
        ("Kyiv (Kiev is the transliteration from Russian)", {"Kyiv"}),
        ("Suva (on Viti Levu)", {"Suva"}),
        ("Bogot&aacute;", {"Bogotá"}),
        ("Santiago; note - Valparaiso is the seat of the national legislature", {"Santiago"}),
        ("no official capital; government offices in the Yaren District", set()),
        ("", set()),
    ],
)
def test_capitals(script: ModuleType, cell: str, cities: set[str]) -> None:
    assert set(script.capitals_of(cell)) == cities


def build(folder: Path, names: str) -> subprocess.CompletedProcess[str]:
    files = {"countries.csv": COUNTRIES, "codes.csv": CODES, "names.tsv": names}
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    options = [f"--{name.partition('.')[0]}={folder / name}" for name in files]
    command = [sys.executable, str(SCRIPT), *options, "-o", str(folder / "out.ttl")]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_builds_the_file(tmp_path: Path) -> None:
    done = build(tmp_path, "# why\nBBB\tdrop\tPort\nBBB\tweakName\tBravo\nKLO\tfactbook\tKK\n")
    assert done.stderr == ""
    _, *blocks = (tmp_path / "out.ttl").read_text("utf-8").split("\n\n")[1:]
    assert blocks == [
        'kge:AAA a kg:Place ;\n    rdfs:label "Alpha"@en ;\n    kg:iso3 "AAA" ;\n'
        '    kg:name "Alpha", "Alphan Republic", "Republic of Alpha" ;\n'
        "    owl:sameAs <https://sws.geonames.org/11/>, wd:Q1 .",
        'kge:BBB a kg:State ;\n    rdfs:label "Bravo and Co"@en ;\n    kg:iso3 "BBB" ;\n'
        '    kg:name "BBB", "BRV", "Bravo and Co" ;\n    kg:weakName "Bravo" ;\n    kg:adjective "Bravan" ;\n'
        '    kg:national "Bravans" ;\n    kg:capital "Haven, D.C." ;\n'
        "    owl:sameAs <https://sws.geonames.org/22/>, wd:Q2 .",
        'kge:KLO a kg:State ;\n    rdfs:label "Kilo"@en ;\n    kg:iso3 "KLO" ;\n    kg:name "Kilo" ;\n'
        '    kg:adjective "Kilan" ;\n    kg:national "Kilan" ;\n    kg:capital "Kilotown" .\n',
    ]
    assert not list(tmp_path.glob("*.partial"))


def test_a_broken_correction_leaves_no_file(tmp_path: Path) -> None:
    done = build(tmp_path, "BBB\tnickname\tBee\n")
    assert done.returncode == 1
    assert "names.tsv:1: expected key, kind and value" in done.stderr
    assert not (tmp_path / "out.ttl").exists()
