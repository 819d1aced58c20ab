"""Third-person pronouns: whom or what "he", "she", "they" and "it" take up.

Candidates are the mentions of the last sentences that agree in number, gender
and animacy and that binding theory allows; the most salient one is taken if it
is clearly ahead of the next (Hobbs 1978; Lappin and Leass 1994), else nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from kgraph.extract.coreference.discourse import Discourse, Referent
from kgraph.extract.coreference.markables import Markable, Slot, Sort
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence, Token

_GENDERS = {
    **dict.fromkeys(("he", "him", "his"), "male"),
    **dict.fromkeys(("she", "her", "hers"), "female"),
}
_PLURALS = frozenset({"they", "them", "their", "theirs"})
_BODIES = frozenset({Sort.ORGANISATION, Sort.STATE})
_FRONTED = frozenset({"prep", "advcl"})
# How far ahead the best candidate must be.
_MARGIN = 1.75
_KNOWN = 1.25


class Choice(NamedTuple):
    """Whom a pronoun takes up and by which rule."""

    referent: Referent
    rule: str


def antecedent(discourse: Discourse, pronoun: Markable) -> Choice | None:
    """Whom a third-person pronoun takes up, ``None`` where nobody is clearly meant."""
    word = pronoun.token.lower
    gender = _GENDERS.get(word)
    if gender is not None:
        choice = _person(discourse, pronoun, gender)
        if choice is not None and not choice.referent.gender:
            choice.referent.gender = gender
        return choice
    if word in _PLURALS:
        return _group(discourse, pronoun)
    if word in {"it", "its"}:
        return _body(discourse, pronoun)
    return None


def _ranked(
    discourse: Discourse, pronoun: Markable, suits: Callable[[Referent], bool]
) -> list[tuple[float, Referent, list[Markable]]]:
    """The candidates with their salience, best first."""
    mentions: dict[int, list[Markable]] = defaultdict(list)
    referents: dict[int, Referent] = {}
    for mention, referent in discourse.before(pronoun):
        if suits(referent):
            mentions[id(referent)].append(mention)
            referents[id(referent)] = referent
    scored = [
        (discourse.salience(pronoun, found) * _told(referents[key]), referents[key], found)
        for key, found in mentions.items()
    ]
    return sorted(scored, key=lambda each: (-each[0], each[1].first.token.start))


def _told(referent: Referent) -> float:
    """Weighs a person whose gender is known against one who may be of any."""
    return _KNOWN if referent.gender else 1.0


def _person(discourse: Discourse, pronoun: Markable, gender: str) -> Choice | None:
    ranked = _ranked(discourse, pronoun, lambda referent: referent.suits(gender))
    owner = _owner_before(discourse, pronoun, gender)
    if owner is not None:
        return Choice(owner, "pronoun/owner before")
    fronted = _fronted(discourse, pronoun, gender)
    if fronted is not None:
        return Choice(fronted, "pronoun/fronted") if not ranked or ranked[0][1] is fronted else None
    if not ranked or not _is_sure(ranked[0][1], ranked[0][2], pronoun):
        return None
    if len(ranked) == 1:
        return Choice(ranked[0][1], "pronoun/only person")
    if pronoun.quotation < 0 and ranked[0][0] >= _MARGIN * ranked[1][0]:
        return Choice(ranked[0][1], "pronoun/most salient person")
    return None


def _owner_before(discourse: Discourse, pronoun: Markable, gender: str) -> Referent | None:
    """The person to whom a possessive adds one of his own: "Smith and his wife"."""
    sentence = discourse.setting.sentences[pronoun.sentence]
    owned = sentence.head(pronoun.token)
    if pronoun.token.dep != "poss" or owned.dep != "conj":
        return None
    referent = discourse.of.get(sentence.head(owned).start)
    return referent if referent is not None and referent.identity is not None and referent.suits(gender) else None


def _is_sure(referent: Referent, mentions: Sequence[Markable], pronoun: Markable) -> bool:
    """Whether a candidate is somebody in particular: named, or described just before."""
    if referent.identity is not None:
        return True
    return any(not mention.weak and mention.sentence >= pronoun.sentence - 1 for mention in mentions)


def _fronted(discourse: Discourse, pronoun: Markable, gender: str) -> Referent | None:
    """The subject that a fronted phrase with a pronoun waits for: "In his speech, Smith said ..."."""
    sentence = discourse.setting.sentences[pronoun.sentence]
    if pronoun.quotation >= 0:
        return None
    token = pronoun.token
    while token.dep not in _FRONTED:
        if token.head == token.i:
            return None
        token = sentence.tokens[token.head]
    subject = sentence.child(sentence.head(token), "nsubj", "nsubjpass")
    if subject is None or subject.i < token.i:
        return None
    identity = discourse.setting.names.identities.get(subject.start)
    if identity is None or identity.label != "PERSON":
        return None
    name = discourse.setting.names.all[subject.start]
    referent = discourse.named(
        Markable(pronoun.sentence, subject, Sort.PERSON, False, Slot.SUBJECT, -1, name=name), identity
    )
    return referent if referent.suits(gender) else None


def _group(discourse: Discourse, pronoun: Markable) -> Choice | None:
    """The reporters whom "they" means in what they say of themselves: "officials insist that they gave no order"."""
    sentence, token = discourse.setting.sentences[pronoun.sentence], pronoun.token
    lexicon = discourse.setting.lexicon
    if token.lower != "they" or not _acts(sentence, token, lexicon):
        return None
    verb = sentence.head(token)
    cue = sentence.head(verb)
    subject = sentence.child(cue, "nsubj")
    if verb.dep != "ccomp" or cue.lemma.lower() not in lexicon.cues or subject is None or subject.i > token.i:
        return None
    referent = discourse.of.get(subject.start)
    if referent is None or not (referent.plural or referent.sort is Sort.ORGANISATION):
        return None
    return Choice(referent, "pronoun/reporters") if referent.sort is not Sort.THING else None


def _body(discourse: Discourse, pronoun: Markable) -> Choice | None:
    """The state or organisation that "it" or "its" means: the subject above, else that of the sentence before."""
    sentence = discourse.setting.sentences[pronoun.sentence]
    token = pronoun.token
    if token.lower == "it" and (token.dep != "nsubj" or not _acts(sentence, token, discourse.setting.lexicon)):
        return None
    below = token
    for subject in _subjects_above(sentence, token):
        referent = discourse.of.get(subject.start)
        if referent is None or (referent.sort is Sort.THING and not referent.plural):
            return None
        if referent.sort in _BODIES and referent.identity is not None:
            return None if _rivalled(discourse, sentence, subject, token) else Choice(referent, "pronoun/subject above")
        below = subject
    return None if below is not token else _of_sentence_before(discourse, pronoun)


def _of_sentence_before(discourse: Discourse, pronoun: Markable) -> Choice | None:
    """The main subject of the sentence before, where nothing else of that sentence could be meant."""
    if pronoun.sentence == 0 or pronoun.slot is not Slot.SUBJECT or pronoun.quotation >= 0:
        return None
    before = discourse.setting.sentences[pronoun.sentence - 1]
    root = next((token for token in before.tokens if token.dep == "ROOT"), None)
    subject = before.child(root, "nsubj") if root is not None else None
    referent = discourse.of.get(subject.start) if subject is not None else None
    if referent is None or referent.sort not in _BODIES or referent.identity is None:
        return None
    rivals = {
        id(other)
        for mention, other in discourse.window
        if mention.sentence == pronoun.sentence - 1
        and (other.sort in _BODIES or mention.slot >= Slot.OBJECT)
        and other is not referent
        and other.sort is not Sort.PERSON
        and not other.plural
    }
    return Choice(referent, "pronoun/subject before") if not rivals else None


def _acts(sentence: Sentence, subject: Token, lexicon: Lexicon) -> bool:
    """Whether a subject does something, so that it is neither expletive nor what something is said to be."""
    verb = sentence.head(subject)
    if subject.dep != "nsubj" or verb.pos != "VERB" or verb.lemma.lower() in lexicon.reference.impersonal:
        return False
    return sentence.child(verb, "nsubjpass", "auxpass", "acomp", "attr") is None


def _subjects_above(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The subjects of the verbs above a pronoun that stand before it, nearest first."""
    for ancestor in sentence.ancestors(token):
        if ancestor.pos in {"VERB", "AUX"}:
            subject = sentence.child(ancestor, "nsubj", "nsubjpass")
            if subject is not None and subject.i < token.i:
                inside = {each.i for each in sentence.subtree(subject)}
                if token.i not in inside:
                    yield subject


def _rivalled(discourse: Discourse, sentence: Sentence, subject: Token, pronoun: Token) -> bool:
    """Whether a singular thing or another body stands between a subject and the pronoun, outside of its own phrase."""
    above = {ancestor.i for ancestor in sentence.ancestors(pronoun)}
    for token in sentence.tokens[subject.i + 1 : pronoun.i]:
        other = discourse.of.get(token.start)
        if other is not None and token.i not in above and other.sort is not Sort.PERSON and not other.plural:
            return True
    return False
