"""Triggers: which words make which predicate, and which of several wins."""

from __future__ import annotations

import pytest

from kgraph.pipeline import Pipeline
from tests.statements import read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Serbia sent troops to Mali.", "deploys", id="object's lemma"),
        pytest.param("Serbia sent howitzers to Mali.", "arms", id="word class"),
        pytest.param("Serbia sent dozens of howitzers to Mali.", "arms", id="measure looked through"),
        pytest.param("Serbia ruled out talks with Mali.", "refusesTalks", id="particle and object"),
        pytest.param("The union launched a hunger strike.", "hungerStrikes", id="modifier of the object"),
        pytest.param("Serbia declared a cease-fire.", "ceasesFire", id="compound"),
        pytest.param("The museum returned two skulls to Peru.", "givesBack", id="any object"),
        pytest.param("The ambassador returned to Peru.", "goesTo", id="no object"),
        pytest.param("The troops left Serbia.", "withdraws", id="subject's class"),
        pytest.param("Serbia took over Mosul.", "invades", id="named place"),
    ],
)
def test_trigger(pipeline: Pipeline, text: str, name: str) -> None:
    found = [statement.predicate.iri.rpartition("#")[2] for statement in read(pipeline, text).statements]
    assert name in found


def test_noun_triggers_by_itself(pipeline: Pipeline) -> None:
    statements = read(pipeline, "The blockade of Serbia by Mali went on.").statements
    assert "blockades" in [statement.predicate.iri.rpartition("#")[2] for statement in statements]
