"""Noun phrases as mentions: which words belong to a head, how they refer, and what proper name they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kgraph.model.document import Span
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence, Token
from kgraph.model.statement import Mention, MentionKind

# Dependents that say something more about the head rather than which one is meant.
_OUTSIDE = frozenset({"relcl", "conj", "cc", "preconj", "appos", "parataxis", "advcl", "mark", "intj"})
_DESCRIPTIONS = frozenset({"relcl", "appos"})
_NAME_PARTS = frozenset({"compound", "nmod", "flat", "nummod"})
_NOT_REFERENCES = frozenset(
    {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"}
)  # OntoNotes value types
_SET_OFF = frozenset({"acl", "appos", "dep", "prep", "relcl"})
_SEPARATORS = frozenset({",", "(", "—", "–", "--", ";"})


def phrase(
    sentence: Sentence,
    head: Token,
    without: Token | None = None,
    described: bool = False,
    supplemented: bool = False,
) -> list[Token]:
    """The words of the phrase around a head, in order and without a gap.

    Relative clauses, appositions and coordinated phrases stay outside, and so
    does what a comma separates from the head, and the clause of ``without``.
    Where the phrase is wanted as ``described``, appositions and relative clauses stay in,
    and if ``supplemented`` even relative clauses that a comma sets off.
    """
    kept = {head.i}
    stack = [head]
    while stack:
        token = stack.pop()
        for child in sentence.children(token):
            if child is without or _is_outside(sentence, token, child, token is head, described):
                continue
            if described and not supplemented and _is_supplement(sentence, child):
                continue
            kept.add(child.i)
            stack.append(child)
    first = last = head.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    tokens = list(sentence.tokens[first : last + 1])
    while tokens[-1].pos == "PUNCT" and tokens[-1] is not head:
        tokens.pop()
    while tokens[0].pos == "PUNCT" and tokens[0] is not head:
        tokens.pop(0)
    return tokens


def _is_outside(sentence: Sentence, parent: Token, child: Token, top: bool, described: bool) -> bool:
    if described and child.dep in _DESCRIPTIONS:
        return False
    if top and child.dep in _OUTSIDE:
        return True
    if child.i < parent.i or child.dep not in _SET_OFF or described:
        return False
    first = sentence.subtree(child)[0]
    return sentence.tokens[first.i - 1].text in _SEPARATORS


def _is_supplement(sentence: Sentence, child: Token) -> bool:
    """Whether a relative clause does not restrict what it hangs on, as the comma before it tells."""
    return child.dep == "relcl" and sentence.tokens[sentence.subtree(child)[0].i - 1].text == ","


def coordinated(sentence: Sentence, head: Token) -> list[Token]:
    """A head and the heads coordinated with it: both of "Russia and Iran", in reading order."""
    heads, stack = [], [head]
    while stack:
        token = stack.pop()
        heads.append(token)
        stack.extend(child for child in sentence.children(token, "conj") if child.pos not in {"VERB", "AUX"})
    return sorted(heads)


def members(sentence: Sentence, head: Token, lexicon: Lexicon) -> list[Token]:
    """The heads that exemplify a phrase: "tanks" and "shells" in "weapons such as tanks and shells" (Hearst 1992)."""
    found = []
    for child in sentence.children(head, "prep"):
        if marker(sentence, child) in lexicon.exemplifiers:
            found += [member for filler in sentence.children(child, "pobj") for member in coordinated(sentence, filler)]
    return found


def marker(sentence: Sentence, preposition: Token) -> str:
    """A preposition in lower case, with the word that completes it: "such as", "out of", "because of"."""
    before = [child for child in sentence.children(preposition) if child.i == preposition.i - 1]
    after = [child for child in sentence.children(preposition, "prep") if child.i == preposition.i + 1]
    words = [*before[:1], preposition, *after[:1]]
    joined = " ".join(token.lower for token in words)
    return joined if joined in _COMPLEX else preposition.lower


_COMPLEX = frozenset({"such as", "out of", "because of", "along with", "together with", "ahead of", "instead of"})


def filler(sentence: Sentence, preposition: Token) -> Token | None:
    """The head of what a preposition governs, looking through a complex one ("out of Ukraine")."""
    direct = sentence.child(preposition, "pobj")
    if direct is None and (inner := sentence.child(preposition, "prep")) is not None:
        return sentence.child(inner, "pobj")
    return direct


def source(sentence: Sentence, head: Token, text: str, without: Token | None = None) -> Mention:
    """The mention of who reports, with the appositions and relative clauses that describe him (PARC 3, Pareti 2016)."""
    return mention_of(sentence, phrase(sentence, head, without, described=True, supplemented=True), head, text)


def joint_source(sentence: Sentence, heads: Sequence[Token], text: str, without: Token) -> Mention:
    """The mention of coordinated sources, who make one report together: "Kyiv and its allies"."""
    ends = [phrase(sentence, head, without, described=True, supplemented=True) for head in (heads[0], heads[-1])]
    tokens = list(sentence.tokens[ends[0][0].i : ends[1][-1].i + 1])
    joint = mention_of(sentence, tokens, heads[0], text)
    return replace(joint, kind=MentionKind.NOMINAL, name=None, hint="")


def mention(sentence: Sentence, head: Token, text: str, without: Token | None = None) -> Mention:
    """The mention that a noun phrase makes.

    Args:
        sentence: Where it stands.
        head: Its head.
        text: The document's text.
        without: A verb below the head whose clause is left out, since the mention takes part in it.
    """
    tokens = phrase(sentence, head, without)
    return mention_of(sentence, tokens, head, text)


def mention_of(sentence: Sentence, tokens: list[Token], head: Token, text: str) -> Mention:
    """The mention made by these tokens, of which ``head`` is the head; a possessive mark at the end stays out."""
    if len(tokens) > 1 and tokens[-1].tag == "POS":
        tokens = tokens[:-1]
    span = Span(tokens[0].start, tokens[-1].end)
    if head.pos == "PRON" or head.tag in {"PRP", "WP", "WDT"}:
        kind = MentionKind.PRONOUN
    else:
        kind = MentionKind.NAME if head.pos == "PROPN" else MentionKind.NOMINAL
    name = name_tokens(sentence, head) if kind is MentionKind.NAME else []
    if name:
        first, last = tokens[0].i, tokens[-1].i
        name = [token for token in name if first <= token.i <= last]
    return Mention(
        span=span,
        text=span.of(text),
        head=head.text,
        kind=kind,
        lemma=head.lemma.lower(),
        name=Span(name[0].start, name[-1].end) if name else None,
        hint=head.entity,
    )


def name_tokens(sentence: Sentence, head: Token) -> list[Token]:
    """The proper name that a head ends: the recognised entity around it, else the capitalised words before it."""
    for span in sentence.names:
        if span.first <= head.i <= span.last and span.label not in _NOT_REFERENCES:
            return strip_name(list(sentence.tokens[span.first : span.last + 1]))
    first = head.i
    while first > 0:
        before = sentence.tokens[first - 1]
        if before.pos != "PROPN" or before.dep not in _NAME_PARTS or before.entity != head.entity:
            break
        first -= 1
    return list(sentence.tokens[first : head.i + 1])


def strip_name(tokens: list[Token]) -> list[Token]:
    """A name without the article before it and the possessive mark after it."""
    while len(tokens) > 1 and (tokens[0].tag in {"DT", "PRP$"} or tokens[0].pos == "PUNCT"):
        tokens = tokens[1:]
    while len(tokens) > 1 and (tokens[-1].tag == "POS" or tokens[-1].pos == "PUNCT"):
        tokens = tokens[:-1]
    return tokens


def named_mentions(sentence: Sentence, text: str) -> list[Mention]:
    """Every name in a sentence that the parser recognised as an entity, in reading order."""
    found = []
    for span in sentence.names:
        if span.label in _NOT_REFERENCES:
            continue
        tokens = strip_name(list(sentence.tokens[span.first : span.last + 1]))
        place = Span(tokens[0].start, tokens[-1].end)
        found.append(
            Mention(
                place,
                place.of(text),
                tokens[-1].text,
                MentionKind.NAME,
                place,
                span.label,
                lemma=tokens[-1].lemma.lower(),
            )
        )
    return found
