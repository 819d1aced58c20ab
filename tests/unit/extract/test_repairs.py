"""Repairs of parses, on parses built by hand."""

from __future__ import annotations

from kgraph.extract.repairs import repair
from kgraph.model.lexicon import Lexicon
from tests.statements import sentence


def test_gerund_taken_for_a_modifier(lexicon: Lexicon) -> None:
    wrong = sentence(
        "Chad NNP PROPN nsubj 1",
        "accused VBD VERB ROOT 1",
        "Mali NNP PROPN dobj 1",
        "of IN ADP prep 1",
        "escalating VBG VERB amod 5",
        "tensions NNS NOUN pobj 3",
    )
    mended = repair(wrong, lexicon)
    assert (mended.tokens[4].dep, mended.tokens[4].head) == ("pcomp", 3)
    assert (mended.tokens[5].dep, mended.tokens[5].head) == ("dobj", 4)


def test_modifier_after_another_verb_stays(lexicon: Lexicon) -> None:
    right = sentence(
        "Chad NNP PROPN nsubj 1",
        "sent VBD VERB ROOT 1",
        "news NN NOUN dobj 1",
        "of IN ADP prep 2",
        "escalating VBG VERB amod 5",
        "tensions NNS NOUN pobj 3",
    )
    assert repair(right, lexicon) is right


def test_subject_hung_on_the_auxiliary(lexicon: Lexicon) -> None:
    wrong = sentence("Chad NNP PROPN nsubj 1", "is VBZ AUX aux 2", "adding VBG VERB ROOT 2", "fuel NN NOUN dobj 2")
    assert repair(wrong, lexicon).tokens[0].head == 2
