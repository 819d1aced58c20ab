"""Delayed identification: an official speaks unnamed, and the next paragraph quotes him by name.

News writing may open with a role ("The U.S. envoy to Geneva said ...") and give
the name only with the first quotation. Where exactly one person is so named,
without title or apposition, the role is his.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kgraph.extract.coreference.names import Identity, Name, Names
from kgraph.extract.coreference.roles import Description, describe, fits, is_definite
from kgraph.extract.coreference.speakers import name_around
from kgraph.extract.offices import Holding
from kgraph.extract.phrases import mention_of
from kgraph.model.document import Span
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence, Token
from kgraph.model.statement import Mention, MentionKind, Statement

_DESCRIBED_BY = frozenset({"appos", "compound", "amod", "nmod", "relcl", "acl"})


class Speech(NamedTuple):
    """A statement that reports somebody's words, with the head of who says them."""

    statement: Statement
    sentence: int
    head: Token


class Identification(NamedTuple):
    """A role, whom a later name identifies as its holder, and where that name first stands."""

    description: Description
    head: Token
    identity: Identity
    name: Name


def identifications(
    speeches: Sequence[Speech],
    sentences: Sequence[Sentence],
    names: Names,
    held: Mapping[Identity, Sequence[Description]],
    lexicon: Lexicon,
) -> list[Identification]:
    """The roles of a document whose holder is named in the paragraph after."""
    unnamed = [
        (speech, description)
        for speech in speeches
        if (description := _role(speech, sentences, lexicon)) is not None
        and not any(fits(description, known, lexicon) for all_known in held.values() for known in all_known)
    ]
    if not unnamed:
        return []
    bare = list(_bare_speakers(speeches, sentences, names, held))
    found = []
    for speech, description in unnamed:
        followers = [name for name in bare if _follows(speech, name, sentences)]
        if len(followers) != 1:
            continue
        name = followers[0]
        rivals = [other for each, other in unnamed if each.sentence <= name.sentence]
        if all(_same_role(description, other, lexicon) for other in rivals):
            found.append(Identification(description, speech.head, names.identities[name.head.start], name))
    return found


def _role(speech: Speech, sentences: Sequence[Sentence], lexicon: Lexicon) -> Description | None:
    """The office of an unnamed official who speaks, with its state or body."""
    head, sentence = speech.head, sentences[speech.sentence]
    if head.tag != "NN" or head.lemma.lower() not in lexicon.offices or not is_definite(sentence, head):
        return None
    if sentence.child(head, "appos", "conj") is not None or head.dep in {"appos", "conj"}:
        return None
    description = describe(speech.sentence, sentence, head)
    return description if description is not None and description.bodies else None


def _bare_speakers(
    speeches: Sequence[Speech],
    sentences: Sequence[Sentence],
    names: Names,
    held: Mapping[Identity, Sequence[Description]],
) -> Iterable[Name]:
    """Full names that are first given where the person is quoted, with nothing that says who he is."""
    given = set()
    for speech in speeches:
        content = speech.statement.content
        identity = names.identities.get(speech.head.start)
        if identity is None or content is None or not content.quoted or identity in held or identity in given:
            continue
        name = names.all[speech.head.start]
        if identity.label != "PERSON" or not identity.full or name.span != identity.span:
            continue
        sentence = sentences[speech.sentence]
        inside = range(name.tokens[0].i, name.tokens[-1].i + 1)
        beside = [t for t in sentence.children(name.head) if t.i not in inside and t.dep in _DESCRIBED_BY]
        if not beside and name.head.dep != "appos":
            given.add(identity)
            yield name


def _follows(speech: Speech, name: Name, sentences: Sequence[Sentence]) -> bool:
    apart = sentences[name.sentence].paragraph - sentences[speech.sentence].paragraph
    return name.sentence > speech.sentence and 0 <= apart <= 1


def _same_role(one: Description, other: Description, lexicon: Lexicon) -> bool:
    return fits(one, other, lexicon) or fits(other, one, lexicon)


def holding(found: Identification, sentences: Sequence[Sentence], text: str) -> Holding:
    """The office that an identification tells of, as its own statement will say it."""
    sentence, head = sentences[found.description.sentence], found.head
    bodies = [child for child in sentence.subtree(head) if child.entity in {"GPE", "ORG", "NORP", "LOC", "FAC"}]
    spans = dict.fromkeys(name_around(sentence, token) for token in bodies)
    first = max((t.i + 1 for t in bodies if t.i < head.i), default=sentence.subtree(head)[0].i)
    title = [token for token in sentence.tokens[first : head.i + 1] if token.tag not in {"DT", "POS", "PRP$"}]
    words = found.name.span
    person = Mention(
        words, words.of(text), found.name.head.text, MentionKind.NAME, words, "PERSON", lemma=found.name.head.lower
    )
    return Holding(
        person=person,
        office=mention_of(sentence, title or [head], head, text),
        bodies=tuple(_body(sentence, span, text) for span in spans),
        rule="office/delayed identification",
    )


def _body(sentence: Sentence, span: Span, text: str) -> Mention:
    tokens = [token for token in sentence.tokens if span.start <= token.start and token.end <= span.end]
    return mention_of(sentence, tokens, tokens[-1], text)
