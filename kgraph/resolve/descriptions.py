"""Noun phrases taken apart: whose ("Russian", "Athens'", "of Brazil") and what ("foreign ministry", "officials").

Premodifiers name the owner before the noun, a preposition right behind it
names him after it. Nouns of quantity are looked through: "a group of
Moroccan diplomats" is about diplomats (partitives, Quirk et al. 1985, 5.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kgraph.model.vocabulary import ActorType
from kgraph.resolve.gazetteer import Naming
from kgraph.resolve.names import key
from kgraph.resolve.nouns import Nouns
from kgraph.resolve.page import Anchor, Page, Word

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OWNED = frozenset({"his", "her", "its", "their", "our", "my", "your"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "any", "some", "no", "each", "every"})
_DETERMINERS = _DEFINITE | _OWNED | _INDEFINITE
_OWNER_MARKERS = frozenset({"of", "for", "to", "from", "in", "at", "throughout", "across", "within", "inside", "near"})
_FOLLOWING = frozenset({"and", "or", "who", "on", "during", "after", "before", "since", "when", "with", "by", "as"})
_BELONGING = frozenset({"of", "from", "to"})
_STANDING = frozenset({"based", "living", "operating", "located", "stationed", "serving", "working"})
# What a hyphen may join to an owner's name; "-backed" and the like name somebody else.
_OWNING = frozenset({"led", "based", "run", "controlled", "member", "born"})
_QUANTITIES = frozenset(
    {"band", "couple", "crowd", "dozen", "dozens", "group", "groups", "half", "handful", "hundreds", "majority"}
    | {"million", "millions", "minority", "most", "number", "numbers", "one", "pair", "part", "percent", "quarter"}
    | {"scores", "some", "tens", "team", "teams", "third", "thousands", "two", "three", "four", "five"}
)
_FARTHEST = 8
_LONGEST_REST = 7


@dataclass(frozen=True, slots=True)
class Description:
    """What a noun phrase says of whom it means.

    Attributes:
        at: The index of its head among the document's words.
        noun: The known noun at its head, with the nouns before it that belong to it; a key.
        actor: The kind of body or people that this noun means, if one is known.
        title: The title of office at its head, a key; empty if none.
        singular: Whether it means one.
        article: Whether a definite article or demonstrative stands before it.
        definite: Whether a determiner or genitive says that a certain one is meant.
        certain: Whether nothing says that any one is meant ("a", "some"); titles of office go without article.
        owner: The name of the state, body or place that it belongs to.
        owners: How many such names are coordinated before the noun.
        marker: How the owner is given: empty for a premodifier, else the preposition.
        direct: Whether the owner is all that the preposition introduces, not a part of it ("of the Kenyan team").
        partner: The name behind a noun whose owner stands before it: "NATO" in "the U.S. ambassador to NATO".
        leading: The words before the owner, as keys.
        before: The words between the owner, or the determiner, and the noun, as keys.
        tags: The names between them that are no owner's, as they stand: "Kurdish" in "Kurdish militants".
        sectors: The kinds of bodies or people named before the noun: "police" in "police officials".
    """

    at: int
    noun: str
    actor: ActorType | None
    title: str
    singular: bool
    article: bool
    definite: bool
    certain: bool
    owner: Anchor | None
    owners: int
    marker: str
    direct: bool
    partner: Anchor | None
    leading: tuple[str, ...]
    before: tuple[str, ...]
    tags: tuple[str, ...]
    sectors: tuple[ActorType, ...]


def describe(page: Page, words: range, head: str, lemma: str, nouns: Nouns) -> Description | None:
    """Takes a phrase apart.

    Args:
        page: The document.
        words: The phrase's words.
        head: Its head word, as it stands.
        lemma: The lemma of that word.
        nouns: The nouns that are known.

    Returns:
        ``None`` where the head is no noun that is known.
    """
    noun = head.rstrip(".")
    if not _may_be_actor(key(noun), lemma, nouns):
        return None
    at = next((i for i in words if page.words[i].bare == noun), None)
    if at is None:
        return None
    inner = _looked_through(page, words, at, nouns)
    if inner is not None:
        return _described(page, *inner, nouns, plural=True)
    return _described(page, words, at, nouns, plural=page.words[at].key != lemma)


def _may_be_actor(head: str, lemma: str, nouns: Nouns) -> bool:
    """Whether a head can be that of a known noun or title, or measures one; most heads cannot."""
    return head in nouns.heads or lemma in nouns.heads or head in _QUANTITIES or head.isdigit()


def _looked_through(page: Page, words: range, at: int, nouns: Nouns) -> tuple[range, int] | None:
    """What a noun of quantity measures: the words behind "of", and the last noun among them that is known."""
    quantity = page.words[at].key
    if not (quantity in _QUANTITIES or quantity.isdigit()):
        return None
    of = next((i for i in range(at + 1, min(at + 4, words.stop)) if page.words[i].text == "of"), None)
    if of is None:
        return None
    for i in range(of + 1, words.stop):
        if page.words[i].text == "of" and page.words[i - 1].key in _QUANTITIES:
            continue
        if page.words[i].text in _OWNER_MARKERS or page.apart(i):
            return None
        following = page.words[i + 1].key if i + 1 < words.stop else ""
        if nouns.is_actor(page.words[i].key) and not nouns.is_actor(following):
            return range(of + 1, words.stop), i
    return None


def _described(page: Page, words: range, at: int, nouns: Nouns, plural: bool) -> Description | None:
    keys = [page.words[i].key for i in range(words.start, words.stop)]
    before, stop = keys[: at - words.start + 1], at + 1
    title = ""
    if not plural:
        title, stop = _title_around(page, before, at, words.stop, nouns)
    noun = max(nouns.ending(before, nouns.actors), nouns.ending(before, nouns.persons), key=len)
    if not noun and not title and not nouns.is_actor(before[-1]):
        return None
    noun = noun or title or before[-1]
    length = min(len((title or noun).split()) - (stop - at - 1), len(before)) if title else len(noun.split())
    first = at - max(length, 1) + 1
    named = page.anchor(first, at) if title else None
    if named is not None and title.split(" ", named.last - first + 1)[-1] in nouns.titles:
        title, first = title.split(" ", named.last - first + 1)[-1], named.last + 1  # "UN" in "UN chief" is the owner
    owner, owners = _owner_before(page, words.start, first)
    behind, marker = _owner_behind(page, stop, words.stop)
    if keys[0] in _OWNED and marker != "of":
        behind, marker = None, ""  # "its embassy in Kenya" is not Kenya's
    if owner is None and behind is not None and _goes_on(page, behind, words.stop):
        owners = 2
    start, partner = words.start, None
    if owner is None:
        owner = behind
    else:
        start, partner, marker = owner.last + 1, behind, ""
    between = tuple(page.words[i].key for i in range(start, first))
    return Description(
        at=at,
        noun=noun,
        actor=nouns.actors.get(noun),
        title=title,
        singular=not plural,
        article=keys[0] in _DEFINITE,
        definite=_is_definite(page, words, owner, marker),
        certain=keys[0] not in _INDEFINITE,
        owner=owner,
        owners=owners,
        marker=marker,
        direct=not marker or _is_alone(page, stop, owner, words.stop),
        partner=partner,
        leading=_undetermined(keys[: owner.first - words.start]) if owner is not None and not marker else (),
        before=_undetermined(between),
        tags=tuple(page.words[i].bare for i in range(start, first) if _is_tag(page, i)),
        sectors=tuple(nouns.actors[word] for word in between if word in nouns.actors),
    )


def _is_tag(page: Page, i: int) -> bool:
    """Whether a word is a name that the parser recognises and nothing else is known of."""
    if _is_ethnic(page, i):
        return True
    if not page.words[i].text[0].isupper() or i in page.anchors:
        return False
    return page.words[i].end in page.hints or not page.apart(i)


def _undetermined(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _DETERMINERS)


def _title_around(page: Page, before: Sequence[str], at: int, stop: int, nouns: Nouns) -> tuple[str, int]:
    """The longest title around a head, and where it ends: "foreign minister", "secretary of state"."""
    for end in range(min(at + _LONGEST_REST, stop), at + 1, -1):
        behind = [page.words[i].key for i in range(at + 1, end)]
        title = nouns.ending([*before, *behind], nouns.titles)
        if len(title.split()) > len(behind):
            return title, end
    return nouns.ending(before, nouns.titles), at + 1


def _is_alone(page: Page, marker: int, owner: Anchor | None, stop: int) -> bool:
    """Whether a name and at most an article make up all that a preposition introduces."""
    if owner is None or any(page.words[i].text != "the" for i in range(marker + 1, owner.first)):
        return False
    return owner.senses[0].naming is not Naming.DEMONYM and _is_closed(page, owner, stop)


def _is_definite(page: Page, words: range, owner: Anchor | None, marker: str) -> bool:
    """Whether a determiner, or an owner in the genitive, says that a certain one is meant."""
    first = page.words[words.start].key
    genitive = owner is not None and not marker and owner.possessive and owner.first == words.start
    return first in _DEFINITE or first in _OWNED or genitive


def _owner_before(page: Page, start: int, stop: int) -> tuple[Anchor | None, int]:
    """The first name before a noun that can own it, and how many names stand there side by side."""
    found: Anchor | None = None
    owners, i = 0, start
    while i < stop:
        anchor = page.anchor(i, stop)
        if anchor is None:
            i += 1
            continue
        if (not anchor.compound or anchor.compound in _OWNING) and not _is_ethnic(page, i):
            joined = found is None or _are_joined(page.words[found.last + 1 : anchor.first])
            owners += 1 if joined else 0
            found = found or anchor
        i = anchor.last + 1
    return found, owners


def _is_ethnic(page: Page, i: int) -> bool:
    """Whether a demonym tells the people, not the state: "ethnic Albanian guerrillas"."""
    return i > 0 and page.words[i - 1].text == "ethnic"


def _are_joined(between: Sequence[Word]) -> bool:
    return any(word.text in {"and", "or"} for word in between)


def _owner_behind(page: Page, start: int, stop: int) -> tuple[Anchor | None, str]:
    """The name that a preposition right behind a noun introduces."""
    if start < stop and page.words[start].key in _STANDING:
        start += 1
    if start >= stop or page.words[start].text not in _OWNER_MARKERS or page.apart(start):
        return None, ""
    for i in range(start + 1, min(start + _FARTHEST, stop)):
        if page.apart(i):
            break
        anchor = page.anchors.get(i)
        if anchor is not None and anchor.compound not in {"backed", "occupied", "controlled"}:
            closed = page.words[start].text in _BELONGING or _is_closed(page, anchor, stop)
            return (anchor, page.words[start].text) if closed else (None, "")
    return None, ""


def _is_closed(page: Page, owner: Anchor, stop: int) -> bool:
    """Whether a name ends its phrase, or is a demonym in it: "in southern Kenya", "in the Kenyan capital"."""
    after = owner.last + 1
    ends = after >= stop or page.apart(after) or page.words[after].text in _OWNER_MARKERS | _FOLLOWING
    return ends or owner.senses[0].naming is Naming.DEMONYM


def _goes_on(page: Page, owner: Anchor, stop: int) -> bool:
    """Whether a name is the first of several: "of Kenya, Sudan and Chad"."""
    after = owner.last + 1
    return after < stop and (after in page.anchors or (_are_joined([page.words[after]]) and after + 1 in page.anchors))
