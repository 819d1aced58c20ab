"""The lexicon's loader: what it takes, and how it tells what is wrong."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from kgraph.errors import OntologyError
from kgraph.lexicon.load import load
from kgraph.model.lexicon import Lexicon


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with as_file(files("kgraph.lexicon") / "en") as shipped:
        return Path(shutil.copytree(shipped, tmp_path / "en"))


def test_a_copy_is_as_good_as_the_shipped_lexicon(folder: Path, lexicon: Lexicon) -> None:
    assert load(folder) == lexicon


def test_a_closed_class_has_its_words(lexicon: Lexicon) -> None:
    assert lexicon.closed.instead == {"instead", "rather"}
    assert "in addition to" in lexicon.closed.presupposing_prepositions


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        ("closed_classes.tsv", "ranks\t", "rankz\t", "no rule speaks of a class 'rankz'; remove it"),
        ("closed_classes.tsv", "ranks\tfirst|last|latest|only|second|third\n", "", "lacks the class 'ranks'"),
        ("negators.tsv", "\nno\n", "\nno\nno\n", "'no' stands after 'no'; sort the rows, each once"),
        ("cue_verbs.tsv", "\nadd\t", "\nadd\tperhaps\t", "4 fields where 3 are wanted"),
        ("hedges.tsv", "\tpossible\n", "\tmaybe\n", "'maybe' is none of asserted"),
        ("months.tsv", "\t12\n", "\ttwelve\n", "'twelve' is no number"),
    ],
)
def test_what_is_wrong_is_told_with_its_file(folder: Path, name: str, old: str, new: str, problem: str) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(OntologyError, match=rf"^{name}:") as error:
        load(folder)
    assert problem in str(error.value)


def test_a_missing_file_is_told(folder: Path) -> None:
    (folder / "hedges.tsv").unlink()
    with pytest.raises(OntologyError, match=r"hedges\.tsv: cannot be read"):
        load(folder)
