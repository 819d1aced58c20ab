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
from kgraph.model.identifiers import ENTITY, slug
from kgraph.model.statement import Mention, MentionKind, Reading, Time
from kgraph.resolve import candidates as names
from kgraph.resolve import mint, people
from kgraph.resolve.claims import claims, name_of, without_title
from kgraph.resolve.described import Describer
from kgraph.resolve.evidence import Candidate, decide
from kgraph.resolve.gazetteer import PERSON, THINGS, Naming
from kgraph.resolve.knowledge import Knowledge
from kgraph.resolve.metonyms import is_metonym
from kgraph.resolve.names import key, plain
from kgraph.resolve.outcome import NOTHING, Outcome, ambiguous, linked, minted
from kgraph.resolve.owners import owner_inside
from kgraph.resolve.page import page_of

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_DEMONYMS = frozenset({"NORP", "GPE"})
_TITLED = frozenset({"PERSON", "GPE"})
_THING = "PRODUCT"


class Linker:
    """Links the mentions of one document.

    Args:
        reading: The document with its statements and mentions.
        known: What is known of the world.
    """

    def __init__(self, reading: Reading, known: Knowledge) -> None:
        self._known = known
        taking_part = [mention for statement in reading.statements for mention in statement.mentions()]
        named = [mention for mention in (*taking_part, *reading.mentions) if mention.name is not None]
        self._page = page_of(reading, named, known.names)
        self._claims = claims(reading, named, self._page, known)
        date = reading.document.date
        self._today = date.isoformat() if date is not None else ""
        self._people = {key(name_of(m, self._page)) for m in named if m.hint == "PERSON"}
        self._by_span = {m.span: m for m in named}
        self._by_span.update((m.span, m) for m in taking_part if m.kind is MentionKind.NOMINAL)
        self._described = Describer(self._page, known, named)
        self._names: dict[tuple[str, str, bool], Outcome] = {}
        self._mentions: dict[tuple[Span, str, bool, str], Outcome] = {}

    def day(self, time: Time | None = None) -> str:
        """The day for which offices are asked for: that of a statement where told and past, else that of writing."""
        told = time.value if time is not None else ""
        past = _DAY.fullmatch(told) and (not self._today or told < self._today)
        return told if past else self._today

    def link(self, mention: Mention, place: bool, day: str) -> Outcome:
        """What a mention means.

        Args:
            mention: The mention.
            place: Whether it stands where a place does ("in Moscow").
            day: For which day its office is asked for, if it is one.
        """
        if mention.kind is MentionKind.PRONOUN and len(mention.antecedents) != 1:
            return NOTHING
        place = place or (mention.name == mention.span and self._page.is_place(mention.span))
        cached = mention.span, mention.head, place, day
        found = self._mentions.get(cached)
        if found is None:
            found = self._mentions[cached] = self._taken_up(mention, place) or self._linked(mention, place, day)
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
            found = self._linked(earlier, place, self._today) if earlier is not None else NOTHING
        return _inherited(found, own, mention.coreference) if found is not NOTHING else None

    def _linked(self, mention: Mention, place: bool, day: str) -> Outcome:
        if mention.kind is MentionKind.NAME and mention.name is not None:
            return self._name(mention, place, day)
        if mention.kind is MentionKind.NOMINAL:
            return self._demonym(mention) or self._thing(mention) or self._described.link(mention, day, self._bearer)
        return NOTHING

    def _name(self, mention: Mention, place: bool, day: str) -> Outcome:
        name = self._widest(mention)
        personal = key(name) in self._people or key(name) in self._claims
        found = self._named(name, mention.hint, place) if personal or self._known.names.called(name) else NOTHING
        if found is NOTHING and not personal:
            found = self._described.link(mention, day, self._bearer)
        if found is NOTHING:
            found = self._named(name, mention.hint, place)
        if found.entity is not None and found.type == "Nationality":
            return self._described.elsewhere(mention, found.entity) or found
        return found

    def _widest(self, mention: Mention) -> str:
        """The longest known name in the phrase that ends where its name does, small words apart, else its name."""
        assert mention.name is not None
        words = self._page.within(mention.name)
        anchor = self._page.ends_at.get(words.stop - 1) if words else None
        if anchor is not None and mention.span.start <= anchor.span.start:
            text = self._page.document.text
            before = text[mention.name.start : anchor.span.start]  # "northeast" in "northeast Nigeria"
            if before == before.lower():
                return plain(anchor.span.of(text))
        return name_of(mention, self._page)

    def _named(self, name: str, hint: str, place: bool) -> Outcome:
        """What a name means throughout the document."""
        cached = key(name), hint, place
        if cached not in self._names:
            self._names[cached] = self._decided(name, hint, place)
        return self._names[cached]

    def _bearer(self, mention: Mention) -> Entity | None:
        """The person that a name means."""
        return self._named(name_of(mention, self._page), mention.hint, place=False).entity

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
        if decision.possible and any(each.rule != "surname" for each in decision.possible):
            return ambiguous(decision.possible)  # a bare surname of several is nobody known
        senses = known.names.called(name)
        if place and any(is_metonym(sense) for sense in senses):
            country = next(sense.entry.country for sense in senses if is_metonym(sense))
            return minted(Entity(f"{ENTITY}place-{slug(name)}", name, "Place", country=country), "place by name", 0.6)
        # Small models take the surnames of heads of state for organisations and places.
        headlike = (
            not personal and " " not in name and any(people.is_head(known.offices, each.entry) for each in options)
        )
        if headlike or (personal and (hint in {"PERSON", ""} or about or " " in name)):
            entity: Entity | None = mint.person(
                name, page.document.id, about, people.sector(known.offices, "", about, self._today)
            )
        else:
            actor = known.nouns.actors.get(known.nouns.ending(key(name).split(), known.nouns.actors))
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
            decision = decide([each for each in found if each.entry.type in THINGS])
            return linked(decision.chosen, name) if decision.chosen is not None else None
        return None


def _inherited(found: Outcome, own: str, rule: str) -> Outcome:
    """What an antecedent means, with the name by which it is taken up."""
    entity = found.entity
    if entity is None:
        return replace(found, rule=rule)
    names = {*entity.names, own} - {"", entity.label}
    return replace(found, entity=replace(entity, names=tuple(sorted(names))), type=entity.type, rule=rule)
