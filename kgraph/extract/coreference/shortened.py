"""Short names for full ones: surnames, given names, acronyms, and parts of the names of organisations.

Small models take surnames for organisations and places; a word that is the
surname of a person named in full is that person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kgraph.extract.coreference.names import Key, Name, Names, identity, people, recognised, told_gender, unrecognised
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence

_SMALL_WORDS = frozenset({"and", "for", "of", "on", "the"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
# Kinds of organisations that are called by the first word of their name alone ("Ford Motor").
_BY_FIRST_WORD = ("company", "firm", "newspaper", "magazine")


def names_of(sentences: Sequence[Sentence], lexicon: Lexicon) -> Names:
    """Groups the names of a document by what they mean."""
    found = [name for number, sentence in enumerate(sentences) for name in recognised(number, sentence, lexicon)]
    persons = people(found, sentences, lexicon)
    surnames = {key[1] for key in persons}
    if surnames:
        found += [name for i, sentence in enumerate(sentences) for name in unrecognised(i, sentence, surnames)]
        found.sort(key=_start)
    groups: dict[Key, list[Name]] = defaultdict(list)
    rules: dict[int, str] = {}
    short = _ShortNames(found, persons, sentences, lexicon)
    for name in found:
        key, rule = short.key(name)
        groups[key].append(name)
        if rule:
            rules[name.head.start] = rule
    identities = {}
    for key, group in groups.items():
        meant = identity(group, key in persons, rules, sentences, lexicon)
        for name in group:
            identities[name.head.start] = meant
            if meant.label == "PERSON" and name.text != meant.name:
                rules.setdefault(name.head.start, "name/variant")
    return Names({name.head.start: name for name in found}, identities, rules)


def _start(name: Name) -> int:
    return name.start


class _ShortNames:
    """What the short names of a document stand for."""

    def __init__(
        self, found: Sequence[Name], persons: Mapping[Key, Name], sentences: Sequence[Sentence], lexicon: Lexicon
    ) -> None:
        self._persons, self._sentences, self._lexicon = persons, sentences, lexicon
        self._by_text: dict[str, Key] = {}
        for key, first in persons.items():
            self._by_text.setdefault(first.text, key)
        self._by_surname: dict[str, list[Key]] = defaultdict(list)
        self._by_given: dict[str, list[Key]] = defaultdict(list)
        for key in persons:
            self._by_surname[key[1]].append(key)
            self._by_given[key[0]].append(key)
        self._bare: dict[str, list[int]] = defaultdict(list)
        self._first: dict[str, list[Key]] = {}
        self._called_person: set[str] = set()
        self._organisations: dict[str, int] = {}
        for name in found:
            if len(name.tokens) == 1:
                self._bare[name.text].append(name.start)
                if name.label == "PERSON":
                    self._called_person.add(name.text)
            elif name.label == "ORG":
                self._organisations.setdefault(name.text, name.start)
        self._acronyms: dict[str, set[str]] = defaultdict(set)
        self._parts: dict[str, set[str]] = defaultdict(set)
        for text in self._organisations:
            self._index(text)

    def _index(self, text: str) -> None:
        """Files an organisation's name under its acronym and under the word that it may be shortened to."""
        words = [word for word in text.split() if word not in _SMALL_WORDS and word[:1].isalnum()]
        if len(words) < 2:
            return
        kinds = self._lexicon.reference.organisations
        self._acronyms["".join(word[0] for word in words)].add(text)
        if words[-1] in kinds:
            self._parts[words[-1]].add(text)
        if any(words[-1] in kinds[kind] for kind in _BY_FIRST_WORD):
            self._parts[words[0]].add(text)
        if words[-1] in kinds["newspaper"]:
            self._parts[words[-1]].add(text)

    def key(self, name: Name) -> tuple[Key, str]:
        """What groups a name with others, and the rule that shortened it, empty for a full name."""
        parts = name.parts
        if parts is not None:
            known = next((key for key in (parts[:2], parts) if key in self._persons), None)
            if known is not None and name.label == "PERSON":
                return known, ""
            return self._by_text.get(name.text, (name.text,)), ""
        return self._person(name) or self._organisation(name) or ((name.text,), "")

    def _person(self, name: Name) -> tuple[Key, str] | None:
        word = name.text
        if name.label in _PLACES and name.head.dep in {"pobj", "compound"}:
            return None
        bearers = self._meant(name)
        if len(bearers) == 1:
            return bearers[0], "name/surname"
        if word in self._by_surname or name.label != "PERSON":
            return None
        bearers = [key for key in self._by_given.get(word, []) if self._persons[key].start < name.start]
        return (bearers[0], "name/given name") if len(bearers) == 1 else None

    def _meant(self, name: Name) -> Sequence[Key]:
        """The bearers of a surname that a title allows; of several, the one that the bare surname was first used for.

        That is the bearer named in full first, where the bare surname is used before the next one is named.
        """
        bearers = self._by_surname.get(name.text, [])
        gender = told_gender(name, self._sentences[name.sentence], self._lexicon) if bearers else ""
        if gender:
            given = self._lexicon.reference.given_names
            return [key for key in bearers if given.get(key[0], gender) == gender]
        if len(bearers) < 2:
            return bearers
        if name.text not in self._first:
            first, second = sorted(bearers, key=lambda key: self._persons[key].start)[:2]
            reach = range(self._persons[first].start, self._persons[second].start)
            self._first[name.text] = [first] if any(start in reach for start in self._bare[name.text]) else []
        return self._first[name.text]

    def _organisation(self, name: Name) -> tuple[Key, str] | None:
        """The organisation that an acronym, or the short form of a name given before it, stands for.

        A short form may come first in a headline.
        """
        if name.label not in {"ORG", "GPE"}:
            return None
        bare, token = name.text.replace(".", ""), name.tokens[-1]
        longer = self._acronyms.get(bare, set()) if token.text.isupper() and len(bare) > 1 else set()
        if len(longer) == 1:
            return (next(iter(longer)),), "name/acronym"
        if name.label != "ORG" or name.text in self._called_person or not token.text[:1].isupper():
            return None
        body = max(self._sentences[0].span.end, min(self._bare[name.text], default=name.start))
        longer = {text for text in self._parts.get(name.text, set()) if self._organisations[text] < body}
        return ((next(iter(longer)),), "name/short form") if len(longer) == 1 else None
