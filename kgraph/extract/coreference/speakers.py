"""The first person in quotations: "I" is the speaker, "we" the side that he speaks for."""

from __future__ import annotations

from kgraph.extract.coreference.discourse import Discourse, Link, Referent
from kgraph.extract.coreference.markables import Markable, Sort
from kgraph.extract.phrases import filler
from kgraph.model.document import Span
from kgraph.model.parsed import Sentence, Token

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


def first_person(discourse: Discourse, pronoun: Markable) -> Link | None:
    """Whom a first-person pronoun in a quotation means; ``None`` outside of quotations and where nobody speaks.

    Args:
        discourse: After all else has been followed, since the speaker may be named behind his words.
        pronoun: "I", "we" or one of their forms.
    """
    start = discourse.setting.speakers[pronoun.quotation] if pronoun.quotation >= 0 else None
    speaker = discourse.of.get(start) if start is not None else None
    if speaker is None:
        return None
    if pronoun.token.lower in SINGULAR:
        return Link((speaker,), "first person/speaker") if _is_one(speaker) else None
    sentence = discourse.setting.sentences[pronoun.sentence]
    place = _named_place(discourse, sentence, pronoun)
    if place is not None:
        return Link((place,), "first person/body spoken at")
    return _side(discourse, speaker)


def _is_one(speaker: Referent) -> bool:
    return speaker.sort is Sort.PERSON and not speaker.plural


def _side(discourse: Discourse, speaker: Referent) -> Link | None:
    if speaker.sort in {Sort.ORGANISATION, Sort.STATE} or speaker.plural:
        return Link((speaker,), "first person/speakers")
    side = discourse.setting.sides.get(speaker.identity) if speaker.identity is not None else None
    if side is not None:
        return Link((side,), "first person/side of the office")
    if speaker.identity is None:
        for description in speaker.descriptions:
            if description.noun in discourse.setting.lexicon.reference.representing and description.own:
                sentence = discourse.setting.sentences[description.sentence]
                return Link((name_around(sentence, description.own[0]),), "first person/side of the office")
    return Link((speaker,), "first person/speaker and others")


def _named_place(discourse: Discourse, sentence: Sentence, pronoun: Markable) -> Referent | None:
    """The organisation at which a speaker says that "we" do something: "here at NATO, we believe"."""
    for verb in sentence.ancestors(pronoun.token):
        beside = (verb, *sentence.children(verb, "advmod"))
        for preposition in (child for above in beside for child in sentence.children(above, "prep")):
            place = filler(sentence, preposition) if preposition.lower == "at" else None
            if place is not None and preposition.i < pronoun.token.i:
                referent = discourse.of.get(place.start)
                if referent is not None and referent.identity is not None and referent.sort is Sort.ORGANISATION:
                    return referent
        if verb.dep in {"relcl", "advcl"}:
            break
    return None


def name_around(sentence: Sentence, token: Token) -> Span:
    """The place of the recognised name that holds a token, else of the token alone."""
    for span in sentence.names:
        if span.first <= token.i <= span.last:
            return Span(sentence.tokens[span.first].start, sentence.tokens[span.last].end)
    return Span(token.start, token.end)
