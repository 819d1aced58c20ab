"""Mentions without a name of their own: the holder of an office, a body, a group of people.

Whose they are is told by a name in the phrase, by a person in it ("Assad's
forces"), or by the only state that the document speaks of, where the words
can only mean that state's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from kgraph.model.entity import Entity
from kgraph.model.identifiers import ENTITY, digest, slug
from kgraph.model.statement import Mention, MentionKind
from kgraph.model.vocabulary import EntityEntry
from kgraph.resolve.claims import name_of
from kgraph.resolve.descriptions import Description, describe
from kgraph.resolve.groups import composed
from kgraph.resolve.holders import holder
from kgraph.resolve.knowledge import Knowledge
from kgraph.resolve.outcome import NOTHING, Outcome, minted
from kgraph.resolve.owners import owner_at
from kgraph.resolve.page import Page

Bearer = Callable[[Mention], Entity | None]

_LONGEST_TITLE = 5
_ETHNIC = "ethnic"
_WITHIN = frozenset({"in", "of", "from", "throughout", "across"})
_CIVILIANS = "CVL"
_AT_HOME = frozenset({"COP", "REB"})
_OF_STATES = frozenset({"GOV", "MIL", "COP", "REB", "OPP", "JUD", "LEG", "SPY"})


class Describer:
    """Tells whom the phrases of one document describe.

    Args:
        page: The document.
        known: What is known of the world.
        named: Its mentions that hold a name.
    """

    def __init__(self, page: Page, known: Knowledge, named: Iterable[Mention]) -> None:
        self._page, self._known = page, known
        self._people = {m.name.start: m for m in named if m.name is not None and m.hint == "PERSON"}

    def link(self, mention: Mention, day: str, bearer: Bearer) -> Outcome:
        """The holder of the office on a day, the body or the people that a phrase describes.

        Args:
            mention: The phrase.
            day: The day.
            bearer: Tells which person a name means. Given with each phrase and not kept: two objects that hold each
                other would keep the document.
        """
        page, known = self._page, self._known
        words = page.within(mention.span)
        found = describe(page, words, mention.head, mention.lemma, known.nouns)
        if found is None or found.owners > 1 or (found.title and not found.direct):
            return NOTHING
        owner = owner_at(page, found.owner, known.names) if found.owner is not None else None
        if found.title and owner is not None:
            held = holder(known, found, owner, self._partner(found), day)
            if held is not None:
                return held
        if owner is None and found.owner is None:
            owner = self._person_owning(words, found.at, bearer)
            if owner is not None:  # the words before the noun name that person
                found = replace(found, before=(), tags=(), sectors=())
        person = known.nouns.is_person(found.noun)
        nameless = owner is None and not any(i in page.anchors for i in words)
        inferred = nameless and _is_of_the_state(found) and not (person and found.singular)
        owner = self._only_state() if inferred else owner
        if owner is None and (mention.kind is MentionKind.NAME or not _is_of_some_state(found)):
            return NOTHING
        made = composed(found, owner, person, (page.document.id, mention.span.start), known.names)
        if made is None:
            return NOTHING
        if inferred and owner is not None:
            return minted(made.entity, f"{made.rule}, the only state spoken of", 0.7)
        return minted(made.entity, made.rule, made.score)

    def elsewhere(self, mention: Mention, people: Entity) -> Outcome | None:
        """A people outside its state: "ethnic Albanians in Serbia" are Serbia's, if of any state."""
        page = self._page
        words = page.within(mention.span)
        assert mention.name is not None
        after = page.within(mention.name).stop
        ethnic = any(page.words[i].key == _ETHNIC for i in words)
        marker = page.words[after].text if after < words.stop else ""
        if not ethnic and marker != "of":
            return None
        anchors = [page.anchors[i] for i in range(after, words.stop) if i in page.anchors]
        state = owner_at(page, anchors[0], self._known.names) if anchors and marker in _WITHIN else None
        country = state.country if state is not None else self._only_other(people.country)
        noun = name_of(mention, page)
        local = f"{country or digest('ethnic', page.document.id)}-ethnic-{slug(noun)}".lower()
        label = f"ethnic {noun}"
        group = Entity(f"{ENTITY}group-{local}", label, "Group", country=country, sector=_CIVILIANS)
        return minted(group, "people outside their state", 0.7)

    def _partner(self, found: Description) -> EntityEntry | None:
        return owner_at(self._page, found.partner, self._known.names) if found.partner is not None else None

    def _only_state(self) -> EntityEntry | None:
        country = self._page.only_country
        return self._known.names.by_iri.get(ENTITY + country) if country is not None else None

    def _only_other(self, country: str | None) -> str | None:
        others = [each for each in self._page.countries if each != country]
        return others[0] if len(others) == 1 else None

    def _person_owning(self, words: range, noun: int, bearer: Bearer) -> EntityEntry | None:
        """The state of the person whose body or people are meant: "Assad's forces", "a spokesman for Ghani"."""
        for i in words:
            name = self._people.get(self._page.words[i].start)
            if name is None or (i > noun and not self._is_of(noun, i)):
                continue
            person = bearer(name)
            if person is not None and person.country is not None:
                return self._known.names.by_iri.get(ENTITY + person.country)
        return None

    def _is_of(self, noun: int, name: int) -> bool:
        """Whether "of" or "for" stands right behind a noun, with nothing but a title between it and a name."""
        between = self._page.words[noun + 1 : name]
        return bool(between) and between[0].text in {"of", "for"} and len(between) <= _LONGEST_TITLE


def _is_of_the_state(found: Description) -> bool:
    """Whether the body or people, of whom nobody says whose they are, may be the only state's that is spoken of.

    Certain ones are ("the rebels"), and of any ones those who act at home; officials, leaders and troops may be
    anybody's.
    """
    actor = found.actor
    modified = len(found.before) > len(found.sectors) + len(found.tags)
    if found.owner is not None or actor is None or actor.sector not in _OF_STATES or modified:
        return False
    return actor.sector in _AT_HOME or (found.article and not found.tags)


def _is_of_some_state(found: Description) -> bool:
    """Whether those who are described take part in politics by what they are, whosesoever they are."""
    return found.actor is not None and (found.actor.sector in _OF_STATES or bool(found.tags))
