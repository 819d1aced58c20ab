"""The script that makes ``given_names.tsv``: which names it keeps."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kgraph.model.lexicon import Lexicon
from kgraph.ontology import shipped

SCRIPT = shipped() / "scripts" / "build_given_names.py"
OFFICEHOLDERS = """\
person,person_wikidata,gender
Ada North,Q1,female
Ada North,Q1,female
Ada South,Q2,female
Bo West,Q3,male
Bo East,Q4,female
Pele,Q5,male
Cy Hill,Q6,
Kim Lake,Q7,male
"""


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_given_names", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_given_names"] = module
    spec.loader.exec_module(module)
    return module


def test_a_person_of_several_offices_counts_once(script: ModuleType) -> None:
    rows = [{"person": "Ada North", "person_wikidata": "Q1", "gender": "female"}] * 3
    assert script.of_officeholders(rows)["ada"] == {"female": 1}


def test_names_of_both_genders_or_of_none_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "holders.csv").write_text(OFFICEHOLDERS)
    (tmp_path / "female").write_text("KIM  0.200 1 1\nEVE  0.100 1 2\n")
    (tmp_path / "male").write_text("ADAM  0.300 1 1\nEVE  0.001 1 2\n")
    target = tmp_path / "given_names.tsv"
    tables = ["--officeholders", "holders.csv", "--census", "female", "male"]
    subprocess.run([sys.executable, str(SCRIPT), *tables, "-o", target.name], check=True, cwd=tmp_path)
    rows = [line for line in target.read_text().splitlines() if not line.startswith("#")]
    assert rows == ["ada\tfemale", "adam\tmale", "eve\tfemale"]


def test_the_shipped_names_tell_both_genders(lexicon: Lexicon) -> None:
    names = lexicon.reference.given_names
    assert (names["angela"], names["sergey"]) == ("female", "male")
    assert "kim" not in names
    assert min(list(names.values()).count(gender) for gender in ("female", "male")) > 1000
