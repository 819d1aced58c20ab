"""A store of any number of documents that nobody had to parse.

Some dozen articles of our samples are read once. Each synthetic document is
one of them with other words of the same length in the place of its own, so
that all offsets hold:

- an actor that the ontology knows becomes another of its kind, few of them
  often and most seldom, as in news (Zipf's law);
- a name that the ontology does not know becomes one that was never heard;
- most other words become words of the same length out of the samples, so that
  no two documents are near duplicates (:mod:`kgraph.republication`).

All that is minted from a document is minted anew: the document's IRI, those of
its statements, and those of entities that it alone knows. Verbs and times stay
as they are, and with them predicates, acts and factuality. The same number
gives the same document in every run.
"""

from __future__ import annotations

import datetime
import itertools
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kgraph import corpus, ontology
from kgraph.engine import Done
from kgraph.fingerprint import fingerprints
from kgraph.model.document import Document, Span
from kgraph.model.entity import Entity, entity_of
from kgraph.model.identifiers import DOCUMENT, STATEMENT, digest, document_iri, slug
from kgraph.model.statement import Event, Mention, MentionKind, Party, Reading, Statement
from kgraph.model.vocabulary import EntityEntry
from kgraph.pipeline import Pipeline
from kgraph.store import Store
from kgraph.work import coded
from tests.benchmarks.reading import samples

ARTICLES = 48
"""How many articles are read to be varied."""

_PARTS = 2  # samples an article, of about five statements each
_LONGEST_PART = 400  # characters
_BREAK = "\n\n"
_BATCH = 500
_OUTLETS = tuple(f"Outlet {number}" for number in range(1, 201))
_FIRST_DAY = datetime.date(2020, 1, 1)
_DAYS = 1_500
_WORD = re.compile(r"[^\W\d_]+")
_CONTENT_WORD = re.compile(r"\b[a-z]{4,}\b")
_DIGEST = re.compile(r"-[0-9a-f]{24}$")
_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprstvz"


class Zipf:
    """Draws one of some things, the n-th with a chance in proportion to 1/n."""

    def __init__(self, things: Sequence[EntityEntry]) -> None:
        self._things = things
        self._weights = list(itertools.accumulate(1 / rank for rank in range(1, len(things) + 1)))

    def draw(self, chance: random.Random) -> EntityEntry:
        """One of them."""
        return chance.choices(self._things, cum_weights=self._weights)[0]


class World:
    """What stands in for names and words: entities of the ontology by kind and length of a name, words by length."""

    def __init__(self, entries: Iterable[EntityEntry], texts: Iterable[str]) -> None:
        self.known = {entry.iri: entry for entry in entries}
        named: defaultdict[tuple[str, int], dict[str, EntityEntry]] = defaultdict(dict)
        for entry in self.known.values():
            for name in (entry.label, *entry.names):
                named[entry.type, len(name)].setdefault(entry.iri, entry)
        chance = random.Random(0)
        self._named = {key: Zipf(chance.sample([*found.values()], len(found))) for key, found in named.items()}
        words: defaultdict[int, set[str]] = defaultdict(set)
        for text in texts:
            for word in _CONTENT_WORD.findall(text):
                words[len(word)].add(word)
        self._words = {length: sorted(found) for length, found in words.items()}

    def other(self, entry: EntityEntry, length: int, chance: random.Random) -> tuple[EntityEntry, str] | None:
        """An entity of the same kind and its name of a length."""
        drawn = self._named.get((entry.type, length))
        if drawn is None:
            return None
        other = drawn.draw(chance)
        return other, next(name for name in (other.label, *other.names) if len(name) == length)

    def word(self, length: int, chance: random.Random) -> str:
        """A word of a length out of the samples."""
        return chance.choice(self._words[length])


@dataclass(frozen=True)
class Template:
    """An article that was read, with what can be replaced in it.

    Attributes:
        reading: What was read.
        mentions: All mentions of its statements.
        actors: The known entities that it names, each with the name that stands in the text.
        names: The words of names that the ontology does not know.
        words: Other words that may change.
        pattern: Finds all of these in a text.
    """

    reading: Reading
    mentions: tuple[Mention, ...]
    actors: Mapping[str, str]
    names: tuple[str, ...]
    words: tuple[str, ...]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, reading: Reading, known: Mapping[str, EntityEntry]) -> Template:
        """The template that a reading makes."""
        text = reading.document.text
        mentions = tuple(dict.fromkeys(itertools.chain(reading.mentions, *map(_mentions, reading.statements))))
        actors = {
            each.entity: each.name.of(text)
            for each in mentions
            if each.entity is not None
            and each.entity in known
            and each.kind is MentionKind.NAME
            and each.name is not None
        }
        names = {word for each in reading.entities if each.iri not in known for word in _capitalised(each)}
        fixed = [
            *(each.predicate.span for each in reading.statements),
            *(each.time.span for each in reading.statements if each.time),
        ]
        words = {
            found[0]
            for found in _CONTENT_WORD.finditer(text)
            if not any(span.overlaps(Span(*found.span())) for span in fixed)
        }
        for entity in reading.entities:
            words -= set(_WORD.findall(entity.label))
        parts = sorted({*actors.values(), *names, *words}, key=lambda part: (-len(part), part))
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, parts))})\b")
        return cls(reading, mentions, actors, tuple(sorted(names)), tuple(sorted(words)), pattern)


def _mentions(statement: Statement) -> Iterator[Mention]:
    yield from statement.mentions()
    yield from (link.source for link in statement.attributed_to if link.source is not None)
    if statement.event is not None:
        yield from (party.mention for party in (*statement.event.actors, *statement.event.recipients))


def _capitalised(entity: Entity) -> Iterator[str]:
    if entity.type in {"Person", "Organization", "Place"}:
        yield from (word for name in (entity.label, *entity.names) for word in _WORD.findall(name) if word.istitle())


def templates(world: World) -> list[Template]:
    """The templates of all documents."""
    short = [each for each in samples() if len(each.text) < _LONGEST_PART]
    chance = random.Random(0)
    articles = (
        Document(str(number), _BREAK.join(part.text for part in chance.sample(short, _PARTS)), _FIRST_DAY)
        for number in range(ARTICLES)
    )
    return [Template.of(reading, world.known) for reading in Pipeline().read_all(articles)]


def readings(count: int, first: int = 0) -> Iterator[Reading]:
    """So many readings of synthetic documents, from a number on."""
    world = World(ontology.load().entities, (each.text for each in samples()))
    found = templates(world)
    for number in range(first, first + count):
        yield Variation(found[number % len(found)], world, number).reading()


class Variation:
    """One synthetic document.

    Args:
        template: What it is made of.
        world: What stands in for names and words.
        number: The number of the document.
    """

    def __init__(self, template: Template, world: World, number: int) -> None:
        self._template, self._world = template, world
        self._chance = chance = random.Random(number)
        old = template.reading.document.text
        self._others: dict[str, EntityEntry] = {}
        self._words = {word: world.word(len(word), chance) for word in template.words}
        self._words |= {word: _invented(len(word), chance) for word in template.names}
        for iri, name in template.actors.items():
            other = world.other(world.known[iri], len(name), chance)
            if other is not None:
                self._others[iri], self._words[name] = other
        text = self._changed(old)
        assert len(text) == len(old)
        day = _FIRST_DAY + datetime.timedelta(days=chance.randrange(_DAYS))
        rank = min(int(chance.paretovariate(1)), len(_OUTLETS))
        title = text.partition(".")[0]
        self.document = Document(f"{number:07}", text, day, title, f"https://news.example/{number}", _OUTLETS[rank - 1])
        self.iri = document_iri(self.document.id, text)
        self._entities = {each.iri: self._entity(each) for each in template.reading.entities}
        self._mentions = {each: self._mention(each) for each in template.mentions}

    def reading(self) -> Reading:
        """What would be read of it."""
        read = self._template.reading
        return Reading(
            self.document,
            read.model,
            tuple(map(self._statement, read.statements)),
            tuple(self._mentions[each] for each in read.mentions),
            tuple(sorted({each.iri: each for each in self._entities.values()}.values())),
        )

    def _changed(self, words: str) -> str:
        return self._template.pattern.sub(lambda found: self._words.get(found[0], found[0]), words)

    def _entity(self, entity: Entity) -> Entity:
        other = self._others.get(entity.iri)
        if other is not None:
            return entity_of(other)
        if entity.iri in self._world.known:
            return entity
        label = self._changed(entity.label)
        iri = entity.iri.replace(slug(entity.label), slug(label))
        if _DIGEST.search(iri):
            iri = _DIGEST.sub("-" + digest("entity", self.iri, iri), iri)
        return replace(entity, iri=iri, label=label, names=tuple(sorted(map(self._changed, entity.names))))

    def _mention(self, mention: Mention) -> Mention:
        text = mention.span.of(self.document.text)
        place = mention.text.find(mention.head)
        head = text[place : place + len(mention.head)] if place >= 0 else mention.head
        entity = self._entities.get(mention.entity) if mention.entity is not None else None
        return replace(
            mention,
            text=text,
            head=head,
            lemma=mention.lemma if head == mention.head else head.lower(),
            entity=mention.entity if entity is None else entity.iri,
            label=mention.label if entity is None else entity.label,
            about=mention.about and self._named(mention.about),
        )

    def _told(self, mention: Mention | None) -> Mention | None:
        return None if mention is None else self._mentions[mention]

    def _named(self, statement: str) -> str:
        return STATEMENT + digest("statement", self.iri, statement)

    def _statement(self, statement: Statement) -> Statement:
        return replace(
            statement,
            id=self._named(statement.id),
            document=self.document.id,
            subject=self._told(statement.subject),
            object=self._told(statement.object),
            place=self._told(statement.place),
            arguments=tuple(replace(each, filler=self._mentions[each.filler]) for each in statement.arguments),
            attributed_to=tuple(
                replace(link, statement=self._named(link.statement), source=self._told(link.source))
                for link in statement.attributed_to
            ),
            event=statement.event and self._event(statement.event),
        )

    def _event(self, event: Event) -> Event:
        return replace(
            event, actors=tuple(map(self._party, event.actors)), recipients=tuple(map(self._party, event.recipients))
        )

    def _party(self, party: Party) -> Party:
        mention = self._mentions[party.mention]
        other = self._others.get(party.mention.entity or "")
        if other is None:
            return replace(party, mention=mention)
        return Party(mention, other.country, other.kind, other.sector)


def _invented(length: int, chance: random.Random) -> str:
    letters = itertools.islice(itertools.cycle((_CONSONANTS, _VOWELS)), length)
    return "".join(map(chance.choice, letters)).capitalize()


def write(path: Path, sizes: Sequence[int], reached: Callable[[int, int], None]) -> None:
    """Writes a store of documents, and tells whenever it has one of the sizes.

    Args:
        path: Its file.
        sizes: Numbers of documents, in rising order.
        reached: Called while the store is closed, with its documents and their statements.
    """
    prints = fingerprints()
    source = readings(sizes[-1])
    before = statements = 0
    for size in sizes:
        with Store.to_write(path) as store:
            corpus.begin(store, prints)
            while before < size:
                batch = list(itertools.islice(source, min(_BATCH, size - before)))
                corpus.take_in(store, (each.document for each in batch))
                with store.transaction():
                    for each in batch:
                        key = document_iri(each.document.id, each.document.text).removeprefix(DOCUMENT)
                        store.keep(Done(key, (coded(each),)), prints.of)
                before += len(batch)
                statements += sum(len(each.statements) for each in batch)
            corpus.end(store)
        reached(size, statements)
