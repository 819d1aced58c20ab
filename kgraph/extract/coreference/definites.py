"""Definite descriptions: whom or what "the minister", "the company", "the two countries" take up."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.extract.coreference.discourse import Discourse, Referent
from kgraph.extract.coreference.markables import Markable, Sort
from kgraph.extract.coreference.roles import Description, akin, fits, is_definite
from kgraph.extract.phrases import coordinated
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence, Token

_RECENT = 2  # sentences
# Nouns that say so little of an organisation that only the one named last can be meant.
_BROAD = frozenset({"company", "firm", "group", "organisation", "organization"})
_PAIRS = {
    **dict.fromkeys(("country", "nation", "government", "neighbor", "neighbour"), frozenset({Sort.STATE})),
    **dict.fromkeys(("leader", "man", "woman", "candidate", "minister", "president"), frozenset({Sort.PERSON})),
    "side": frozenset({Sort.STATE, Sort.PERSON, Sort.ORGANISATION}),
}


def person(discourse: Discourse, markable: Markable, description: Description) -> Referent | None:
    """The person introduced before to whom a definite description belongs, if there is one only."""
    lexicon = discourse.setting.lexicon
    gender = lexicon.reference.genders.get(description.noun, "")
    found = [
        referent
        for referent in _described(discourse, description, lexicon)
        if referent.sort is Sort.PERSON and not referent.plural and (not gender or referent.gender in {"", gender})
    ]
    return _only(found, markable)


def organisation(discourse: Discourse, markable: Markable, description: Description) -> Referent | None:
    """The organisation named before that a definite description takes up, by its name or by what it was called."""
    lexicon = discourse.setting.lexicon
    if description.bodies:
        return None
    kinds = lexicon.reference.organisations.get(description.noun, frozenset()) - {description.noun}
    named = [
        referent
        for kind in sorted({description.noun, *kinds})
        for referent in discourse.by_kind.get(kind, ())
        if referent.identity is not None
        and referent.identity.name != description.noun
        and set(description.words) <= set(referent.identity.name.split())
    ]
    called = [each for each in _described(discourse, description, lexicon) if each.identity is not None]
    taken = _only([*named, *called], markable)
    if taken is not None and description.noun in _BROAD and taken.last < discourse.last_organisation:
        return None
    return taken


def _described(discourse: Discourse, description: Description, lexicon: Lexicon) -> list[Referent]:
    """The referents of whom something has been said that a description fits."""
    return [
        referent
        for noun in sorted(akin(description.noun, lexicon))
        for referent in discourse.by_noun.get(noun, ())
        if any(fits(description, known, lexicon) for known in referent.descriptions)
    ]


def pair(discourse: Discourse, markable: Markable) -> tuple[Referent, ...]:
    """The two that were last coordinated, for "both sides" and "the two countries"; empty where that is not clear."""
    sentence = discourse.setting.sentences[markable.sentence]
    sorts = _PAIRS.get(markable.token.lemma.lower())
    if sorts is None or not markable.plural or not _is_two(sentence, markable.token):
        return ()
    pairs = {}
    for mention, _ in discourse.window:
        if mention.sentence < markable.sentence - _RECENT:
            continue
        heads = coordinated(discourse.setting.sentences[mention.sentence], mention.token)
        found = [discourse.of.get(head.start) for head in heads]
        if len(heads) > 1:
            members = tuple(each for each in found if each is not None and each.sort in sorts and not each.plural)
            if len(heads) == len(members) == 2 and members[0] is not members[1]:
                pairs[frozenset(map(id, members))] = members
            elif len(heads) > 2:
                return ()
    return next(iter(pairs.values())) if len(pairs) == 1 else ()


def _is_two(sentence: Sentence, head: Token) -> bool:
    before = {child.lower for child in sentence.children(head, "det", "nummod", "predet", "amod")}
    return "both" in before or {"the", "two"} <= before


def _only(found: Sequence[Referent], markable: Markable) -> Referent | None:
    """The only candidate, or the only recent one of several."""
    unique = {id(referent): referent for referent in found}
    if len(unique) > 1:
        unique = {key: each for key, each in unique.items() if each.last >= markable.sentence - _RECENT}
    return next(iter(unique.values())) if len(unique) == 1 else None


def can_be_taken_up(sentence: Sentence, markable: Markable) -> bool:
    """Whether a description is definite and singular, so that it may take up somebody."""
    return not markable.plural and markable.token.dep != "attr" and is_definite(sentence, markable.token)
