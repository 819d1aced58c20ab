"""What a document says of its people beside their names: titles before them, and the offices that they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kgraph.model.document import Span
from kgraph.model.statement import Mention, Reading
from kgraph.model.vocabulary import EntityEntry
from kgraph.resolve.gazetteer import Naming
from kgraph.resolve.knowledge import Knowledge
from kgraph.resolve.names import key, plain
from kgraph.resolve.nouns import Nouns
from kgraph.resolve.owners import owner_at
from kgraph.resolve.page import Page
from kgraph.resolve.people import Claim

_HOLDS_OFFICE = "hold office"
_PEOPLE = frozenset({"PERSON", "ORG", "GPE", ""})  # small models take surnames for organisations and places
_LONGEST_TITLE = 8


@dataclass(frozen=True, slots=True)
class _Title:
    """A noun before a name: what it says, and the index of its first word."""

    title: str
    sector: str | None
    first: int


def claims(reading: Reading, named: Iterable[Mention], page: Page, known: Knowledge) -> Mapping[str, tuple[Claim, ...]]:
    """The claims about each person, by the key of the name; a short name shares those of the full one it takes up.

    Args:
        reading: The document with its statements and mentions.
        named: The mentions that hold a name, those of statements first.
        page: The document.
        known: The indexes.
    """
    found: dict[str, dict[Claim, None]] = defaultdict(dict)
    for mention, claim in (*_titles(named, page, known), *_offices(reading, page, known)):
        spans = [mention.name or mention.span, *(mention.antecedents if len(mention.antecedents) == 1 else ())]
        for span in spans:
            found[key(without_title(plain(span.of(page.document.text)), known.nouns))][claim] = None
    return {name: tuple(about) for name, about in found.items()}


def name_of(mention: Mention, page: Page) -> str:
    """The name in a mention, with single spaces and without a possessive mark."""
    return plain((mention.name or mention.span).of(page.document.text))


def without_title(name: str, nouns: Nouns) -> str:
    """A person's name without the title that the parser took for a part of it: "King Abdullah"."""
    words = name.split(" ")
    for length in range(min(_LONGEST_TITLE, len(words) - 1), 0, -1):
        if key(words[length - 1]) in nouns.lengths and key(" ".join(words[:length])) in nouns.titles:
            return " ".join(words[length:])
    return name


def _titles(named: Iterable[Mention], page: Page, known: Knowledge) -> Iterator[tuple[Mention, Claim]]:
    """Titles right before names: "Russian Foreign Minister", "former President", "Judge"."""
    seen: set[int] = set()
    for mention in named:
        if mention.name is None or mention.hint not in _PEOPLE or mention.name.start in seen:
            continue
        seen.add(mention.name.start)
        words = page.within(mention.name)
        if not words or page.words[words.start].text[0].islower():
            continue
        inside = len(words) - len(page.within(_untitled(mention.name, page, known.nouns)))
        title = _title_before(page, words.start + inside, known.nouns)
        if title is not None:
            if mention.hint in {"PERSON", ""} or title.title:
                yield mention, _claim(page, title, known)
        elif mention.hint == "PERSON" and (owner := _nationality(page, mention, words.start, known)) is not None:
            yield mention, Claim(country=owner.country)


def _nationality(page: Page, mention: Mention, name: int, known: Knowledge) -> EntityEntry | None:
    """The state that a demonym in the phrase before a name tells: "Kenyan marathon runner Anna Weber"."""
    for i in range(page.within(mention.span).start, name):
        anchor = page.anchors.get(i)
        if anchor is not None and anchor.senses[0].naming is Naming.DEMONYM and not anchor.compound:
            return owner_at(page, anchor, known.names)
    return None


def _untitled(name: Span, page: Page, nouns: Nouns) -> Span:
    """Where a name stands without the title that the parser took for a part of it."""
    rest = without_title(name.of(page.document.text), nouns)
    return Span(name.end - len(rest), name.end)


def _title_before(page: Page, name: int, nouns: Nouns) -> _Title | None:
    """The longest title, or noun for a person, that ends right before a name."""
    first = name
    while first > max(name - _LONGEST_TITLE, 0) and not page.apart(first):
        first -= 1
    if first == name:
        return None
    before = [page.words[i].key for i in range(first, name)]
    title = nouns.ending(before, nouns.titles)
    noun = nouns.ending(before, nouns.actors)
    if title:
        return _Title(title, "GOV", name - len(title.split()))
    if noun and (before[-1] in nouns.persons):
        return _Title("", nouns.actors[noun].sector, name - len(noun.split()))
    return _Title("", None, name - 1) if before[-1] in nouns.persons else None


def _claim(page: Page, title: _Title, known: Knowledge) -> Claim:
    """The claim of a title with what stands before it: a former one, whose it is."""
    first, former = title.first, False
    while first > 0 and not page.apart(first) and page.words[first - 1].key in known.nouns.former:
        first, former = first - 1, True
    last = first if first - 1 in page.ends_at or first < 2 else first - 1
    owner = _demonym_before(page, last, known) if last == first or _owns(page, last) else None
    if owner is not None:
        start = page.ends_at[last - 1].first
        former |= start > 0 and page.words[start - 1].key in known.nouns.former
    sector = title.sector
    if title.title:
        sector = next((o.sector for o in known.offices.by_title[title.title] if o.sector), sector)
    return Claim(
        title.title,
        country=owner.country if owner is not None else None,
        kind=owner.kind if owner is not None else None,
        sector=sector,
        former=former,
    )


def _owns(page: Page, i: int) -> bool:
    """Whether a genitive stands right before a word: "Jordan's visiting King"."""
    return i - 1 in page.ends_at and page.ends_at[i - 1].possessive


def _demonym_before(page: Page, i: int, known: Knowledge) -> EntityEntry | None:
    """Whose what follows is, by the name that ends right before it."""
    anchor = page.ends_at.get(i - 1)
    return owner_at(page, anchor, known.names) if anchor is not None and not page.apart(i) else None


def _offices(reading: Reading, page: Page, known: Knowledge) -> Iterator[tuple[Mention, Claim]]:
    """The offices that statements say somebody holds."""
    for statement in reading.statements:
        person, office = statement.subject, statement.object
        if statement.predicate.lemma != _HOLDS_OFFICE or person is None or office is None:
            continue
        words = [page.words[i].key for i in page.within(office.span)]
        title = known.nouns.ending(words, known.nouns.titles)
        owners = [_body(argument.filler, page, known) for argument in statement.arguments]
        owner = next((each for each in owners if each is not None), None)
        yield (
            person,
            Claim(
                title,
                country=owner.country if owner is not None else None,
                kind=owner.kind if owner is not None else None,
                sector=_sector(title, words, known),
            ),
        )


def _sector(title: str, words: Sequence[str], known: Knowledge) -> str | None:
    if title:
        return next((office.sector for office in known.offices.by_title[title] if office.sector), "GOV")
    noun = known.nouns.ending(words, known.nouns.actors)
    return known.nouns.actors[noun].sector if noun else None


def _body(mention: Mention, page: Page, known: Knowledge) -> EntityEntry | None:
    for i in page.within(mention.span):
        if i in page.anchors:
            return owner_at(page, page.anchors[i], known.names)
    return None
