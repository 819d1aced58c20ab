"""CAMEO codes and what they are in PLOVER, in both directions, and the script that makes the mapping."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Graph, Namespace
from rdflib.namespace import SKOS

from kgraph.model.identifiers import ONTOLOGY
from kgraph.model.vocabulary import Vocabulary
from kgraph.ontology import shipped

KG = Namespace(ONTOLOGY)
SCRIPT = shipped() / "scripts" / "build_cameo.py"
# Modes that CAMEO does not tell apart; those of AID are contexts there.
UNTOLD = {
    *("AID-asylum", "AID-economic", "AID-humanitarian", "AID-military", "ASSAULT-execute", "ASSAULT-primitive"),
    *("COERCE-censor", "COERCE-confiscate", "COERCE-destroy", "COERCE-detain", "COERCE-withhold", "CONSULT-host"),
    *("CONSULT-multilateral", "MOBILIZE-weapons", "PROTEST-strike-gen", "PROTEST-strike-lim", "RETREAT-resign"),
    *("SANCTION-cancel", "SANCTION-convict", "THREATEN-arrest", "THREATEN-curfew", "THREATEN-martial-law"),
}
# Charges before a court, which the manual has under ACCUSE and the table, with arrests, under COERCE.
DEPARTURES = {("charges", "173")}
TABLE = """\
# A heading

08: CONCEDE
081: CONCEDE, ,  legal # Loosens
08: RETREAT
0841: RETREAT, release ,   legal; military # Frees
14: PROTEST
1411: PROTEST, demo, executive   # Marches
175: ASSAULT, pro_autocracy , military # Cracks down
"""


@pytest.fixture(scope="module")
def mapping() -> Graph:
    return Graph().parse(shipped() / "events" / "cameo.ttl")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder: Path = tmp_path_factory.mktemp("cameo")
    (folder / "table.txt").write_text(TABLE, "utf-8")
    subprocess.run([sys.executable, str(SCRIPT), str(folder / "table.txt"), "-o", str(folder / "made.ttl")], check=True)
    return Graph().parse(folder / "made.ttl")


def codes(mapping: Graph) -> dict[str, set[str]]:
    """The local names of the types and modes that each code is matched with."""
    found: dict[str, set[str]] = {}
    for concept, notation in mapping.subject_objects(SKOS.notation):
        matched = {*mapping.objects(concept, SKOS.broadMatch), *mapping.objects(concept, SKOS.narrowMatch)}
        found[str(notation)] = {str(each).removeprefix(ONTOLOGY) for each in matched}
    return found


def test_every_code_has_a_type_and_modes_and_contexts_that_there_are(mapping: Graph, vocabulary: Vocabulary) -> None:
    types = {*vocabulary.event_types}
    modes = {f"{mode.event}-{mode.name}" for mode in vocabulary.modes}
    for code, matched in codes(mapping).items():
        assert matched & types, code
        assert matched <= types | modes, code
        assert {name.partition("-")[0] for name in matched} <= matched, code
    contexts = {str(each) for each in mapping.objects(None, KG.impliesContext)}
    assert contexts <= {context.name for context in vocabulary.contexts}


def test_the_codes_are_those_of_cameo_from_03_to_20(mapping: Graph) -> None:
    found = codes(mapping)
    assert len(found) == 274
    assert {code for code in found if len(code) == 2} == {f"{root:02}" for root in range(3, 21)}


def test_every_code_but_the_roots_refines_another(mapping: Graph) -> None:
    for concept, value in mapping.subject_objects(SKOS.notation):
        notation = str(value)
        above = [str(each).rpartition("-")[2] for each in mapping.objects(concept, SKOS.broader)]
        assert len(above) == (0 if len(notation) == 2 else 1), notation
        assert all(notation.startswith(each) for each in above), notation


def test_every_type_and_mode_leads_to_codes_unless_cameo_does_not_tell_it(
    mapping: Graph, vocabulary: Vocabulary
) -> None:
    named = {name for matched in codes(mapping).values() for name in matched}
    assert named >= {*vocabulary.event_types}
    assert {f"{mode.event}-{mode.name}" for mode in vocabulary.modes} - named == UNTOLD


def test_codes_of_predicates_and_types_are_of_their_type(mapping: Graph, vocabulary: Vocabulary) -> None:
    known = codes(mapping)
    coded = {(each.label, each.event, each.cameo) for each in vocabulary.predicates if each.cameo}
    coded |= {(each.label, each.name, each.cameo) for each in vocabulary.event_types.values() if each.cameo}
    assert {(label, code) for label, event, code in coded if event not in known[str(code)]} == DEPARTURES


def test_script_gives_a_root_of_two_types_both(made: Graph) -> None:
    assert {*made.objects(KG["cameo-08"], SKOS.broadMatch)} == {KG.CONCEDE, KG.RETREAT}


def test_script_tells_mode_contexts_and_the_nearest_code_above(made: Graph) -> None:
    code = KG["cameo-0841"]
    assert {*made.objects(code, SKOS.broadMatch)} == {KG.RETREAT, KG["RETREAT-release"]}
    assert {str(each) for each in made.objects(code, KG.impliesContext)} == {"legal", "military"}
    assert {*made.objects(code, SKOS.broader)} == {KG["cameo-08"]}


def test_script_matches_a_mode_with_the_finer_ones(made: Graph) -> None:
    code = KG["cameo-1411"]
    assert {*made.objects(code, SKOS.narrowMatch)} == {KG["PROTEST-demo-org"], KG["PROTEST-demo-spon"]}
    assert {*made.objects(code, SKOS.broadMatch)} == {KG.PROTEST}


def test_script_takes_a_context_in_the_wrong_column_for_one(made: Graph) -> None:
    code = KG["cameo-175"]
    assert {*made.objects(code, SKOS.broadMatch)} == {KG.ASSAULT}
    assert {str(each) for each in made.objects(code, KG.impliesContext)} == {"military", "pro_autocracy"}
