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


def test_misread_lemma(lexicon: Lexicon) -> None:
    wrong = sentence("Chad NNP PROPN nsubj 1", "relaunched VBD VERB ROOT 1", "talks NNS NOUN dobj 1")
    assert repair(wrong, lexicon).tokens[1].lemma == "relaunch"


def test_noun_like_a_misread_verb_keeps_its_lemma(lexicon: Lexicon) -> None:
    right = sentence("Routes NNS NOUN nsubj 1", "closed VBD VERB ROOT 1")
    assert repair(right, lexicon).tokens[0].lemma == "Routes"


def test_source_between_commas_taken_for_the_subject_of_what_he_says(lexicon: Lexicon) -> None:
    wrong = sentence(
        "Chad NNP PROPN nsubj 2",
        ", , PUNCT punct 2",
        "say VBD VERB ROOT 2",
        "Weber NNP PROPN nsubj 5",
        ", , PUNCT punct 3",
        "lost VBD VERB ccomp 2",
    )
    mended = repair(wrong, lexicon)
    assert (mended.tokens[3].dep, mended.tokens[3].head) == ("nsubj", 2)
    assert (mended.tokens[0].dep, mended.tokens[0].head) == ("nsubj", 5)


def test_second_act_of_speaking_inside_the_first(lexicon: Lexicon) -> None:
    wrong = sentence(
        "Chad NNP PROPN nsubj 1",
        "note VBD VERB ROOT 1",
        "time NN NOUN nsubj 3",
        "ran VBD VERB ccomp 1",
        "and CC CCONJ cc 3",
        "ask VBD VERB conj 3",
        "why WRB SCONJ advmod 7",
        "left VBD VERB ccomp 5",
    )
    assert repair(wrong, lexicon).tokens[5].head == 1


def test_gerund_with_its_subject_behind_a_preposition(lexicon: Lexicon) -> None:
    wrong = sentence(
        "Mali NNP PROPN nsubj 1",
        "complain VBD VERB ROOT 1",
        "about IN ADP prep 1",
        "Chad NNP PROPN pobj 2",
        "leaving VBG VERB advcl 1",
    )
    mended = repair(wrong, lexicon)
    assert (mended.tokens[4].dep, mended.tokens[4].head) == ("pcomp", 2)
    assert (mended.tokens[3].dep, mended.tokens[3].head) == ("nsubj", 4)


def test_possessor_at_the_end_of_a_cut_sentence(lexicon: Lexicon) -> None:
    cut = sentence("Critics NNS NOUN nsubj 1", "call VBP VERB ROOT 1", "liar NN NOUN oprd 1", "her PRP$ PRON poss 2")
    assert repair(cut, lexicon) is cut


def test_event_noun_taken_for_an_adjective(lexicon: Lexicon) -> None:
    wrong = sentence(
        "army NN NOUN nsubj 1",
        "offensive JJ ADJ nsubj 5",
        "on IN ADP prep 1",
        "towns NNS NOUN pobj 2",
        "has VBZ AUX aux 5",
        "failed VBN VERB ROOT 5",
    )
    mended = repair(wrong, lexicon)
    assert (mended.tokens[1].pos, mended.tokens[0].dep) == ("NOUN", "compound")
