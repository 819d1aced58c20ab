"""What is denied, unsure, still to come or only wanted."""

from __future__ import annotations

import pytest

from kgraph.pipeline import Pipeline
from tests.statements import mood, read

PLAIN = [
    ("Russia attacked the town.", "attack", ""),
    ("The army has shelled the port.", "shell", ""),
    ("Spain is sending troops.", "send", ""),
    ("The general who led the coup fled.", "lead", ""),
]

NEGATION = [
    ("Russia did not attack the town.", "attack", "negated"),
    ("Russia never attacked the town.", "attack", "negated"),
    ("No country recognized the government.", "recognize", "negated"),
    ("Nobody signed the treaty.", "sign", "negated"),
    ("None of the ministers resigned.", "resign", "negated"),
    ("The rebels accepted nothing.", "accept", "negated"),
    ("Spain did not only send troops but also tanks.", "send", ""),
    ("Spain no longer supports the plan.", "support", "negated"),
    ("Spain hardly supports the plan.", "support", "negated"),
    ("Spain neither signed nor ratified the treaty.", "ratify", "negated"),
    ("Neither Spain nor Portugal signed the treaty.", "sign", "negated"),
    ("The minister did not resign or apologize.", "apologize", "negated"),
    ("The visit was planned but not announced.", "plan", ""),
    ("The visit was planned but not announced.", "announce", "negated"),
    ("The bank left without paying its debts.", "pay", "negated"),
    ("Instead of paying the fine, the bank sued.", "pay", "negated"),
    ("Rather than pay the fine, the bank sued.", "pay", "negated"),
    ("Spain has yet to sign the treaty.", "sign", "negated"),
    ("The army was too weak to hold the town.", "hold", "negated"),
]

IMPLICATIVES = [
    ("The army failed to capture the town.", "capture", "negated"),
    ("The army did not fail to capture the town.", "capture", ""),
    ("The army managed to capture the town.", "capture", ""),
    ("The army did not manage to capture the town.", "capture", "negated"),
    ("The minister refused to sign the treaty.", "sign", "negated"),
    ("The minister declined to sign the treaty.", "sign", "negated"),
    ("The minister forgot to sign the treaty.", "sign", "negated"),
    ("The minister pretended to sign the treaty.", "sign", "negated"),
    ("The minister was unable to leave the country.", "leave", "negated"),
    ("The minister was able to leave the country.", "leave", ""),
    ("The minister was not able to leave the country.", "leave", "negated"),
    ("The rebels stopped shelling the town.", "shell", "negated"),
    ("The rebels began shelling the town.", "shell", ""),
    ("The rebels kept shelling the town.", "shell", ""),
    ("Police prevented the crowd from entering the square.", "enter", "negated"),
    ("Police forced the crowd to leave the square.", "leave", ""),
    ("The court barred him from leaving the country.", "leave", "negated"),
    ("The country avoided signing the treaty.", "sign", "negated"),
    ("Britain lacks the ability to stop the boats.", "stop", "negated"),
    ("The refusal to sign the treaty angered Spain.", "sign", "negated"),
    ("The rebels succeeded in capturing the town.", "capture", ""),
    ("The rebels tried to capture the town.", "capture", "possible"),
    ("The army moved the guns to protect the town.", "protect", "future planned"),
    ("The shares fell, to close at a record low.", "close", ""),
    ("France was the first country to recognize the state.", "recognize", ""),
    ("Parliament passed a law to curb imports.", "curb", "future planned"),
    ("The country has a deadline to finish the dam.", "finish", "future planned"),
    ("After meeting the king, the envoy did not sign the treaty.", "meet", ""),
]

MODALS = [
    ("Spain will send troops.", "send", "future"),
    ("Spain won't send troops.", "send", "negated future"),
    ("Spain is going to send troops.", "send", "future planned"),
    ("Spain may send troops.", "send", "possible"),
    ("Spain might not send troops.", "send", "negated possible"),
    ("Spain could send troops.", "send", "possible"),
    ("Spain cannot send troops.", "send", "negated"),
    ("Spain could not send troops.", "send", "negated"),
    ("Spain should send troops.", "send", "unknown future demanded"),
    ("Spain must send troops.", "send", "unknown future demanded"),
    ("Spain must have sent troops.", "send", "probable"),
    ("Spain may have sent troops.", "send", "possible"),
    ("The roads should be closed and cleared.", "clear", "unknown future demanded"),
    ("Spain will close the border and send troops.", "send", "future"),
]

COUNTERFACTUALS = [
    ("Spain would have sent troops.", "send", "negated conditional"),
    ("Spain should have sent troops.", "send", "negated conditional"),
    ("If Spain had known, it would have sent troops.", "know", "negated conditional"),
    ("If Spain had known, it would have sent troops.", "send", "negated conditional"),
    ("Without the treaty, Spain would not have sent troops.", "send", "negated unknown conditional"),
]

HEDGES = [
    ("Spain probably sent troops.", "send", "probable"),
    ("Spain allegedly sent troops.", "send", "possible"),
    ("Spain reportedly sent troops.", "send", "possible"),
    ("Perhaps Spain sent troops.", "send", "possible"),
    ("Spain allegedly bribed officials and jailed a witness.", "jail", "possible"),
    ("Spain seems to support the plan.", "support", "probable"),
    ("Spain is likely to send troops.", "send", "probable"),
    ("Spain is unlikely to send troops.", "send", "negated probable"),
    ("Spain is expected to send troops.", "send", "probable future"),
    ("Spain is about to send troops.", "send", "probable future"),
    ("Spain is on the verge of sending troops.", "send", "probable future"),
    ("The ship is due to leave the port.", "leave", "future planned"),
    ("The ship is scheduled to leave the port.", "leave", "future planned"),
    ("It is possible that Spain sent troops.", "send", "possible"),
    ("It is not true that Spain sent troops.", "send", "negated"),
    ("The general is believed to have fled the country.", "flee", "probable"),
    ("The general is said to have fled the country.", "flee", ""),
]

PLANS_AND_WISHES = [
    ("Spain promised to send troops.", "send", "future promised"),
    ("Spain threatened to send troops.", "send", "future promised"),
    ("Spain plans to send troops.", "send", "future planned"),
    ("Spain decided to send troops.", "send", "future planned"),
    ("Spain announced a plan to send troops.", "send", "future planned"),
    ("Spain is ready to send troops.", "send", "future planned"),
    ("Spain is in talks to buy tanks.", "buy", "possible future planned"),
    ("Spain wants to send troops.", "send", "unknown future desired"),
    ("Spain does not want to send troops.", "send", "negated probable"),
    ("Chad urged Spain to send troops.", "send", "unknown future demanded"),
    ("Spain needs to send troops.", "send", "unknown future demanded"),
    ("It is necessary to send troops.", "send", "unknown future demanded"),
    ("Spain to send troops to Chad", "send", "future planned"),
    ("Stop the war.", "stop", "unknown future demanded"),
    ("Do not attack the town.", "attack", "negated unknown future demanded"),
    ("“Leave the town,” the general said.", "leave", "unknown future demanded"),
]

CONDITIONS_AND_QUESTIONS = [
    ("If Spain sends troops, the war ends.", "send", "unknown conditional"),
    ("If Spain sends troops, the war ends.", "end", "unknown conditional"),
    ("Spain will act unless Chad leaves.", "leave", "unknown future conditional"),
    ("Even if Chad leaves, Spain will send troops.", "send", "future"),
    ("Did Spain send troops?", "send", "unknown questioned"),
    ("Officials asked whether Spain sent troops.", "send", "unknown questioned"),
    ("Officials asked why Spain sent troops.", "send", ""),
    ("Spain will send troops when the talks end.", "end", "future"),
    ("Spain will send troops before Chad leaves the pact.", "leave", "future"),
    ("Spain sent troops when the talks ended.", "end", ""),
]

HOLDERS = [
    ("Officials said that Spain sent troops.", "send", ""),
    ("Officials denied that Spain sent troops.", "send", "negated"),
    ("Officials believe that Spain sent troops.", "send", "probable"),
    ("Officials do not believe that Spain sent troops.", "send", "negated probable"),
    ("Officials doubt that Spain sent troops.", "send", "negated probable"),
    ("Officials fear that Spain sent troops.", "send", "possible feared"),
    ("Officials did not say that Spain sent troops.", "send", "unknown"),
    ("There is no indication that Spain sent troops.", "send", "unknown"),
    ("Spain may have said that Chad sent troops.", "send", ""),
]

EVENTS = [
    ("The rebels' attack on the town was reported.", "attack", ""),
    ("Spain criticized the attack on the town.", "attack", ""),
    ("Spain will condemn the attack on the town.", "attack", ""),
    ("There was no attack on the town.", "attack", "negated"),
    ("Spain denied the attack on the town.", "attack", "negated"),
    ("Police averted an attack on the embassy.", "attack", "negated"),
    ("The minister's visit to Chad was cancelled.", "visit", "negated"),
    ("The minister's visit to Chad was postponed.", "visit", "negated"),
    ("The minister cancelled a visit to Chad.", "visit", "negated"),
    ("The sides parted without an agreement with the union.", "agree", "negated"),
    ("The alleged murder of the envoy shocked Spain.", "murder", "possible"),
    ("A possible attack on the embassy worries Spain.", "attack", "possible"),
    ("The threat of an attack on the embassy worries Spain.", "attack", "possible"),
    ("Officials attempted a rescue of the hostages.", "rescue", "possible"),
    ("The planned visit to Chad angered Spain.", "visit", "future planned"),
    ("The minister's upcoming visit to Chad angered Spain.", "visit", "future"),
    ("The minister's visit to Chad is scheduled for May.", "visit", "future planned"),
    ("Spain will impose sanctions on Chad.", "sanction", "future"),
    ("Spain will not impose sanctions on Chad.", "sanction", "negated future"),
    ("Spain may impose sanctions on Chad.", "sanction", "possible"),
    ("Spain imposed no sanctions on Chad.", "sanction", "negated"),
    ("Sanctions on Chad will be imposed.", "sanction", "future"),
    ("Chad is preparing sanctions on Spain.", "sanction", "future planned"),
    ("Chad is considering sanctions on Spain.", "sanction", "possible future planned"),
    ("Chad promised aid to Spain.", "aid", "future promised"),
    ("Chad demanded the release of the envoy.", "release", "unknown future demanded"),
    ("The king called for talks with Chad.", "talk", "unknown future demanded"),
    ("Spain fears an attack by rebels.", "attack", "possible feared"),
    ("Officials suspect the murder of the envoy.", "murder", "probable"),
    ("An attack on the base is imminent.", "attack", "probable future"),
    ("An attack on the base is unlikely.", "attack", "negated probable"),
    ("The talks with Chad are expected to begin in May.", "talk", "probable future"),
    ("The talks with Chad took place in May.", "talk", ""),
    ("The talks with Chad will take place in May.", "talk", "future"),
    ("The war ended the blockade of the port.", "blockade", ""),
    ("Spain hopes to end the blockade of the port.", "blockade", ""),
]


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        *PLAIN,
        *NEGATION,
        *IMPLICATIVES,
        *MODALS,
        *COUNTERFACTUALS,
        *HEDGES,
        *PLANS_AND_WISHES,
        *CONDITIONS_AND_QUESTIONS,
        *HOLDERS,
        *EVENTS,
    ],
)
def test_factuality(pipeline: Pipeline, text: str, lemma: str, expected: str) -> None:
    found = {mood(s.factuality) for s in read(pipeline, text).statements if s.predicate.lemma == lemma}
    assert found == {expected}


def test_the_cue_itself_is_a_fact(pipeline: Pipeline) -> None:
    found = {s.predicate.lemma: mood(s.factuality) for s in read(pipeline, "Spain promised to send troops.").statements}
    assert found["promise"] == ""
