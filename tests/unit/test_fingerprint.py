from __future__ import annotations

from pathlib import Path

import grimp
import pytest

from kgraph.engine import Stage
from kgraph.errors import ModelError, OntologyError
from kgraph.fingerprint import SOURCES, fingerprints, ontology_fingerprint

_ENTRANCES = {
    Stage.PARSE: ("kgraph.parse.parser",),
    Stage.EXTRACT: ("kgraph.extract.reading", "kgraph.lexicon.load"),
    Stage.CODE: ("kgraph.resolve.mentions", "kgraph.resolve.knowledge", "kgraph.events.code", "kgraph.ontology.load"),
}


def covered(stage: Stage) -> set[str]:
    """What a stage's fingerprint covers, those of the stages before it included."""
    stages = list(Stage)[: list(Stage).index(stage) + 1]
    return {name.removesuffix(".py") for each in stages for name in SOURCES[each]}


@pytest.mark.parametrize("stage", Stage)
def test_whatever_a_stage_imports_is_in_its_fingerprint(stage: Stage) -> None:
    graph = grimp.build_graph("kgraph", exclude_type_checking_imports=True)
    used = {
        module.split(".")[1]
        for entrance in _ENTRANCES[stage]
        for module in {entrance, *graph.find_upstream_modules(entrance)}
        if module.count(".")
    }
    assert used - covered(stage) <= {"errors"} | ({"model"} if stage is Stage.PARSE else set())


def test_they_are_the_same_every_time() -> None:
    assert fingerprints() == fingerprints()


def test_an_ontology_of_ones_own_touches_coding_alone(tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(
        "<https://w3id.org/kgraph/ontology#criticizes> <https://w3id.org/kgraph/ontology#verbTrigger> 'frobnicate' .",
        encoding="utf-8",
    )
    usual, own = fingerprints(), fingerprints(own_ontology=tmp_path)
    assert (own.parse, own.extract) == (usual.parse, usual.extract)
    assert own.code != usual.code
    assert own.ontology == ontology_fingerprint(tmp_path) != usual.ontology
    with pytest.raises(OntologyError, match="no such folder"):
        fingerprints(own_ontology=tmp_path / "none")


def test_another_model_touches_everything(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text('{"version": "1"}', encoding="utf-8")
    first = fingerprints(str(tmp_path))
    (tmp_path / "meta.json").write_text('{"version": "2"}', encoding="utf-8")
    second = fingerprints(str(tmp_path))
    assert len({first.parse, second.parse, fingerprints().parse}) == 3
    assert len({first.extract, second.extract}) == len({first.code, second.code}) == 2
    assert fingerprints(one_sentence_per_line=True).parse != fingerprints().parse


@pytest.mark.parametrize("name", ["no_such_model", "no such model", "kgraph.none"])
def test_a_model_that_is_not_installed(name: str) -> None:
    with pytest.raises(ModelError, match="is not installed; install it with: python -m spacy download"):
        fingerprints(name)
