"""Nouns by which actors without a name are known: of bodies, of people ("police", "lawmakers"), titles of office."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from kgraph.inflection import plural, singular
from kgraph.model.lexicon import Lexicon
from kgraph.model.vocabulary import ActorType, Vocabulary
from kgraph.resolve.names import key


@dataclass(frozen=True, slots=True)
class Nouns:
    """The nouns, all as keys.

    Attributes:
        actors: Kinds of bodies and people by noun.
        titles: The titles of known offices.
        generic: Lemmas of nouns that denote a person, or people of whatever kind.
        persons: Lemmas of nouns that denote a single person.
        other: Modifiers that make another office of one: "deputy" in "deputy prime minister".
        former: Modifiers that say an office is held no more, or not yet.
        lengths: How many words the longest noun or title with a certain last word has.
        heads: The words that a noun or title has, wherever they stand in it.
    """

    actors: Mapping[str, ActorType]
    titles: frozenset[str]
    generic: frozenset[str]
    persons: frozenset[str]
    other: frozenset[str]
    former: frozenset[str]
    lengths: Mapping[str, int]
    heads: frozenset[str]

    def ending(self, words: Sequence[str], known: Container[str]) -> str:
        """The longest of the known nouns that the words end with, empty if none."""
        for length in range(min(self.lengths.get(words[-1], 0), len(words)) if words else 0, 0, -1):
            noun = " ".join(words[-length:])
            if noun in known:
                return noun
        return ""

    def is_actor(self, noun: str) -> bool:
        """Whether a noun of one word, in singular or plural, is known to mean a body or people."""
        return noun in self.actors or not {noun, singular(noun)}.isdisjoint(self.generic)

    def is_person(self, noun: str) -> bool:
        """Whether the last word of a noun denotes persons, one or several."""
        last = noun.rsplit(maxsplit=1)[-1]
        return last in self.persons or singular(last) in self.persons


def nouns(vocabulary: Vocabulary, lexicon: Lexicon) -> Nouns:
    """Indexes the nouns of a vocabulary and a lexicon."""
    actors = {key(noun): kind for kind in vocabulary.actor_types for noun in kind.nouns}
    actors = {**{plural(noun): kind for noun, kind in actors.items()}, **actors}
    titles = frozenset(key(title) for office in vocabulary.offices for title in office.titles)
    persons = frozenset(map(key, lexicon.offices | lexicon.reference.persons))
    lengths: dict[str, int] = {}
    for words in map(str.split, (*actors, *titles, *persons)):
        lengths[words[-1]] = max(lengths.get(words[-1], 0), len(words))
    return Nouns(
        actors=actors,
        titles=titles,
        generic=persons | {"group"},
        persons=persons,
        other=frozenset(first for first, _, rest in (title.partition(" ") for title in titles) if rest in titles),
        former=frozenset(map(key, lexicon.former)),
        lengths=lengths,
        heads=frozenset(word for noun in (*actors, *titles, *persons) for word in noun.split()) | {"group"},
    )
