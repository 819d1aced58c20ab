"""The script that makes ``events/verbs.ttl``: which patterns become triggers, and of which predicate."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.ontology import shipped

SCRIPT = shipped() / "scripts" / "build_verb_triggers.py"
DICTIONARY = """\
&TREATY
+TREATY
+WRITTEN_AGREEMENT

---  SEVER   [---]  ---
SEVER
CUT {CUTS CUTTING }
- * CONTACTS              [161]   # CUT
- * {DIPLOMATIC CONTACTS} [161]   # SEVER
- ARMY * LINKS            [161]   # CUT
- * OPINIONS              [010]   # CUT
- * TALKS (WITH ENEMY)    [164]   # SEVER
- * &TREATY               [161]   # SEVER
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("verbs")
    (folder / "verbs.txt").write_text(DICTIONARY, "utf-8")
    command = [sys.executable, str(SCRIPT), str(folder / "verbs.txt"), "-o", str(folder / "verbs.ttl")]
    subprocess.run(command, check=True, capture_output=True)
    return Path(folder / "verbs.ttl").read_text("utf-8")


@pytest.mark.parametrize("trigger", ['"sever talk with enemy"', '"sever <treaty>"'])
def test_pattern_becomes_a_trigger(made: str, trigger: str) -> None:
    assert trigger in made


def test_synonym_set_becomes_a_word_class(made: str) -> None:
    assert "kg:words-treaty a kg:WordClass" in made
    assert '"agreement", "treaty"' in made


@pytest.mark.parametrize("word", ["link", "opinion"])
def test_what_asks_for_too_much_or_is_no_act_is_left_out(made: str, word: str) -> None:
    assert word not in made
