"""The mentions of one document, each with what it means: names first, then what is only described.

What is decided of a name holds for the whole document, with all that the
document says of its bearer; a mention that takes up another one gets its
entity.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kgraph.model.document import Span
from kgraph.model.entity import Entity
from kgraph.model.identifiers import ENTITY, digest, slug
from kgraph.model.statement import Mention, MentionKind, Reading
from kgraph.model.vocabulary import EntityEntry
from kgraph.resolve import candidates as names
from kgraph.resolve import mint, people
from kgraph.resolve.claims import claims, name_of, plain, without_title
from kgraph.resolve.descriptions import Description, describe
from kgraph.resolve.evidence import Candidate, decide
from kgraph.resolve.gazetteer import PERSON, Naming
from kgraph.resolve.groups import composed
from kgraph.resolve.holders import holder
from kgraph.resolve.knowledge import Knowledge
from kgraph.resolve.metonyms import is_metonym
from kgraph.resolve.names import key
from kgraph.resolve.nouns import ending
from kgraph.resolve.outcome import NOTHING, Outcome, ambiguous, linked, minted
from kgraph.resolve.owners import owner_at, owner_inside
from kgraph.resolve.page import page_of

_DEMONYMS = frozenset({"NORP", "GPE"})
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_TITLED = frozenset({"PERSON", "GPE"})
_THING = "PRODUCT"
_THINGS = frozenset({"Weapon", "Vehicle", "Aircraft", "Ship"})
_ETHNIC = "ethnic"
_WITHIN = frozenset({"in", "of", "from", "throughout", "across"})
_CIVILIANS = "CVL"
_AT_HOME = frozenset({"COP", "REB", "OPP"})
_OBSERVERS = frozenset({"JRN", "MED", None})


class Linker:
    """Links the mentions of one document.

    Args:
        reading: The document with its statements and mentions.
        known: What is known of the world.
    """

    def __init__(self, reading: Reading, known: Knowledge) -> None:
        self._known = known
        self._page = page_of(reading, known.names)
        self._claims = claims(reading, self._page, known)
        named = [m for m in (*(m for s in reading.statements for m in s.mentions()), *reading.mentions) if m.name]
        date = reading.document.date
        self._today = date.isoformat() if date is not None else ""
        self._people = {key(name_of(m, self._page)) for m in named if m.hint == "PERSON"}
        self._people_at = {m.name.start: m for m in named if m.name is not None and m.hint == "PERSON"}
        self._by_span = {m.span: m for m in named}
        for statement in reading.statements:
            self._by_span.update((m.span, m) for m in statement.mentions() if m.kind is MentionKind.NOMINAL)
        self._names: dict[tuple[str, str, bool], Outcome] = {}
        self._mentions: dict[tuple[Span, str, bool, str], Outcome] = {}

    def link(self, mention: Mention, place: bool = False, time: str = "") -> Outcome:
        """What a mention means.

        Args:
            mention: The mention.
            place: Whether it stands where a place does ("in Moscow").
            time: When the statement is the case that it takes part in, as far as it is told.
        """
        if mention.kind is MentionKind.PRONOUN and len(mention.antecedents) != 1:
            return NOTHING
        place = place or (mention.name == mention.span and self._page.is_place(mention.span))
        cached = mention.span, mention.head, place, time
        found = self._mentions.get(cached)
        if found is None:
            found = self._mentions[cached] = self._taken_up(mention, place) or self._linked(mention, place, time)
        return found

    def _taken_up(self, mention: Mention, place: bool) -> Outcome | None:
        """What the one antecedent of a mention means; a known short name keeps its own meaning."""
        if len(mention.antecedents) != 1:
            return None
        antecedent = mention.antecedents[0]
        own = name_of(mention, self._page) if mention.name is not None else ""
        hint = self._page.hints.get(antecedent.end)
        if own and hint != "PERSON" and self._known.names.called(own):
            return None
        if hint is not None:
            found = self._named(plain(antecedent.of(self._page.document.text)), hint, place)
        else:
            earlier = self._by_span.get(antecedent)
            found = self._linked(earlier, place, "") if earlier is not None else NOTHING
        return _inherited(found, own, mention.coreference) if found is not NOTHING else None

    def _linked(self, mention: Mention, place: bool, time: str) -> Outcome:
        if mention.kind is MentionKind.NAME and mention.name is not None:
            return self._name(mention, place, time)
        if mention.kind is MentionKind.NOMINAL:
            return self._demonym(mention) or self._thing(mention) or self._described(mention, time)
        return NOTHING

    def _name(self, mention: Mention, place: bool, time: str) -> Outcome:
        name = self._widest(mention)
        personal = key(name) in self._people or key(name) in self._claims
        if not personal and not self._known.names.called(name):
            described = self._described(mention, time)
            if described is not NOTHING:
                return described
        found = self._named(name, mention.hint, place)
        if found.entity is not None and found.type == "Nationality":
            return self._elsewhere(mention, found)
        return found

    def _widest(self, mention: Mention) -> str:
        """The longest known name in the phrase that ends where its name does, else its name."""
        assert mention.name is not None
        words = self._page.within(mention.name)
        anchor = self._page.ends_at.get(words.stop - 1) if words else None
        if anchor is not None and mention.span.start <= anchor.span.start <= mention.name.start:
            return plain(anchor.span.of(self._page.document.text))
        return name_of(mention, self._page)

    def _named(self, name: str, hint: str, place: bool) -> Outcome:
        """What a name means throughout the document."""
        cached = key(name), hint, place
        if cached not in self._names:
            self._names[cached] = self._decided(name, hint, place)
        return self._names[cached]

    def _decided(self, name: str, hint: str, place: bool) -> Outcome:
        page, known = self._page, self._known
        if hint in _TITLED and not known.names.called(name):
            name = without_title(name, known.nouns)
        about = self._claims.get(key(name), ())
        personal = hint == "PERSON" or bool(about) or key(name) in self._people
        options: Sequence[Candidate] = names.candidates(page, known.names, names.Use(name, hint, place))
        if personal or not options:
            options = [*options, *people.candidates(page, known, name, "PERSON" if personal else hint, about)]
        decision = decide(options)
        if decision.chosen is not None:
            chosen = decision.chosen.entry
            human = chosen.type == PERSON
            sector = people.sector(known.offices, chosen.iri, about, self._today) if human else None
            return linked(decision.chosen, name, sector)
        if decision.possible:
            return ambiguous(decision.possible)
        senses = known.names.called(name)
        if place and any(is_metonym(sense) for sense in senses):
            country = next(sense.entry.country for sense in senses if is_metonym(sense))
            return minted(Entity(f"{ENTITY}place-{slug(name)}", name, "Place", country=country), "place by name", 0.6)
        if personal and (hint in {"PERSON", ""} or about or " " in name):
            entity: Entity | None = mint.person(
                name, page.document.id, about, people.sector(known.offices, "", about, self._today)
            )
        else:
            actor = known.nouns.actors.get(ending(key(name).split(), known.nouns.actors, known.nouns.longest))
            entity = mint.named(name, hint, owner_inside(name, known.names), actor) if not senses else None
        rule = "full name" if personal and " " in name else "unknown name"
        return minted(entity, rule, 0.6) if entity is not None else NOTHING

    def _demonym(self, mention: Mention) -> Outcome | None:
        """A demonym as a mention of its own: "Russian" in "the Russian foreign minister"."""
        if mention.hint not in _DEMONYMS or not mention.text[:1].isupper():
            return None
        found = names.candidates(self._page, self._known.names, names.Use(mention.text, mention.hint))
        decision = decide([each for each in found if each.rule == Naming.DEMONYM.value])
        return linked(decision.chosen, "") if decision.chosen is not None else None

    def _thing(self, mention: Mention) -> Outcome | None:
        """A weapon or vehicle by the name that its noun ends or follows: "Kalibr missiles", "Leopard 2 tanks"."""
        for i in self._page.within(mention.span):
            anchor = self._page.ends_at.get(i) or self._page.ends_at.get(i - 1)
            if anchor is None or self._page.words[i].text != mention.head or anchor.span.start < mention.span.start:
                continue
            name = anchor.span.of(self._page.document.text)
            found = names.candidates(self._page, self._known.names, names.Use(name, _THING))
            decision = decide([each for each in found if each.entry.type in _THINGS])
            return linked(decision.chosen, name) if decision.chosen is not None else None
        return None

    def _described(self, mention: Mention, time: str) -> Outcome:
        """The holder of the office, the body or the people that a phrase describes."""
        page, known = self._page, self._known
        found = describe(page, page.within(mention.span), mention.head, mention.lemma, known.nouns)
        if found is None or found.owners > 1:
            return NOTHING
        owner = owner_at(page, found.owner, known.names) if found.owner is not None else None
        if found.title and owner is not None:
            day = _day(time, self._today)
            held = holder(known, found, owner, self._partner(found), day)
            if held is not None:
                return held
        owner = owner or self._person_owning(found, mention)
        person = known.nouns.is_person(found.noun)
        told = owner
        if owner is None and _is_of_the_state(found) and not (person and found.singular):
            owner = self._only_state()
        made = composed(found, owner, person, (page.document.id, mention.span.start), known.names)
        if made is None:
            return NOTHING
        if told is None and owner is not None:
            return minted(made.entity, f"{made.rule}, the only state spoken of", 0.7)
        return minted(made.entity, made.rule, made.score)

    def _partner(self, found: Description) -> EntityEntry | None:
        if found.partner is None:
            return None
        return owner_at(self._page, found.partner, self._known.names)

    def _only_state(self) -> EntityEntry | None:
        country = self._page.only_country
        return self._known.names.by_iri.get(ENTITY + country) if country is not None else None

    def _person_owning(self, found: Description, mention: Mention) -> EntityEntry | None:
        """The state of the person whose body or people are described: "Assad's forces", "supporters of Ben Bella"."""
        if found.owner is not None:
            return None
        for i in self._page.within(mention.span):
            name = self._people_at.get(self._page.words[i].start)
            if name is not None:
                person = self._named(name_of(name, self._page), name.hint, place=False).entity
                if person is not None and person.country is not None:
                    return self._known.names.by_iri.get(ENTITY + person.country)
        return None

    def _elsewhere(self, mention: Mention, found: Outcome) -> Outcome:
        """A people outside its state: "ethnic Albanians in Serbia" are Serbia's, if of any state."""
        page = self._page
        words = page.within(mention.span)
        assert mention.name is not None
        after = page.within(mention.name).stop
        ethnic = any(page.words[i].key == _ETHNIC for i in words)
        marker = page.words[after].text if after < words.stop else ""
        if not ethnic and marker != "of":
            return found
        anchors = [page.anchors[i] for i in range(after, words.stop) if i in page.anchors]
        state = owner_at(page, anchors[0], self._known.names) if anchors and marker in _WITHIN else None
        assert found.entity is not None
        country = state.country if state is not None else self._only_other(found.entity.country)
        noun = name_of(mention, page)
        local = f"{country or digest('ethnic', page.document.id)}-ethnic-{slug(noun)}".lower()
        label = f"ethnic {noun}"
        group = Entity(f"{ENTITY}group-{local}", label, "Group", country=country, sector=_CIVILIANS)
        return minted(group, "people outside their state", 0.7)

    def _only_other(self, country: str | None) -> str | None:
        others = [each for each in self._page.countries if each != country]
        return others[0] if len(others) == 1 else None


def _is_of_the_state(found: Description) -> bool:
    """Whether the body or people, of whom nobody says whose they are, may be the only state's that is spoken of.

    Certain ones are ("the rebels"), and of any ones those who act at home; officials, leaders and troops may be
    anybody's.
    """
    actor = found.actor
    if found.owner is not None or actor is None or actor.sector in _OBSERVERS:
        return False
    at_home = actor.sector in _AT_HOME
    return at_home if found.tags else found.definite or at_home or (found.singular and actor.type != "Group")


def _inherited(found: Outcome, own: str, rule: str) -> Outcome:
    """What an antecedent means, with the name by which it is taken up."""
    entity = found.entity
    if entity is None:
        return replace(found, rule=rule)
    names = {*entity.names, own} - {"", entity.label}
    return replace(found, entity=replace(entity, names=tuple(sorted(names))), type=entity.type, rule=rule)


def _day(time: str, today: str) -> str:
    """The day for which an office is asked for: that of the statement where told and past, else that of writing."""
    return time if _DAY.fullmatch(time) and (not today or time < today) else today
