"""The pass itself: a document's sentences and statements become links from words to what they take up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kgraph.extract.coreference import definites, pronouns
from kgraph.extract.coreference.discourse import Discourse, Link, Referent, Setting
from kgraph.extract.coreference.events import About, taken_up
from kgraph.extract.coreference.heads import head_of
from kgraph.extract.coreference.identification import holding
from kgraph.extract.coreference.markables import Markable, Sort, markables
from kgraph.extract.coreference.preparation import prepare
from kgraph.extract.coreference.roles import describe
from kgraph.extract.coreference.speakers import PLURAL, SINGULAR, first_person
from kgraph.extract.offices import Holding
from kgraph.extract.phrases import phrase
from kgraph.extract.quotes import Quotation
from kgraph.model.document import Span
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence
from kgraph.model.statement import Argument, Attribution, Mention, Statement

_FIRST_PERSON = SINGULAR | PLURAL


@dataclass(frozen=True, slots=True)
class References:
    """What the words of a document take up.

    Attributes:
        spans: The antecedents, by where the head of the words starts.
        rules: The rule that found them, by the same.
        starts: The keys of both, sorted.
        about: The statements that event nouns take up, by the span of the noun's mention and of its predicate.
        holdings: The offices that only a later sentence gives to somebody, with the sentence that names the office.
    """

    spans: Mapping[int, tuple[Span, ...]]
    rules: Mapping[int, str]
    starts: Sequence[int]
    about: Mapping[tuple[Span, Span], About]
    holdings: tuple[tuple[Sentence, Holding], ...]


def follow(
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    quoted: Sequence[Quotation],
    text: str,
    lexicon: Lexicon,
) -> References:
    """Follows the references of a document.

    Args:
        sentences: Its sentences, repaired.
        statements: What it says, with the holders.
        quoted: Its quotations.
        text: Its text.
        lexicon: Knowledge of its language.
    """
    setting, found = prepare(sentences, statements, quoted, text, lexicon)
    discourse = _read(setting, markables(sentences, setting.names, quoted, lexicon))
    spans, rules = _settled(discourse)
    holdings = tuple((sentences[each.description.sentence], holding(each, sentences, text)) for each in found)
    return References(spans, rules, sorted(spans), taken_up(statements, sentences, lexicon), holdings)


def _read(setting: Setting, found: Sequence[Sequence[Markable]]) -> Discourse:
    """Follows the references in reading order, and those of the first person in the end."""
    discourse = Discourse(setting)
    spoken: list[Markable] = []
    for number, inside in enumerate(found):
        discourse.forget(number)
        for markable in inside:
            if markable.name is not None:
                _follow_name(discourse, markable)
            elif not markable.pronoun:
                _follow_description(discourse, markable)
            elif markable.token.lower in _FIRST_PERSON:
                spoken.append(markable)
            else:
                choice = pronouns.antecedent(discourse, markable)
                if choice is not None:
                    discourse.link(markable, choice.referent, choice.rule)
    for pronoun in spoken:
        link = first_person(discourse, pronoun)
        if link is not None:
            discourse.links[pronoun.token.start] = link
    return discourse


def _follow_name(discourse: Discourse, markable: Markable) -> None:
    start = markable.token.start
    referent = discourse.named(markable, discourse.setting.names.identities[start])
    rule = discourse.setting.names.rules.get(start)
    if rule is not None:
        discourse.links[start] = Link((referent,), rule)
    discourse.note(markable, referent)


def _follow_description(discourse: Discourse, markable: Markable) -> None:
    """Takes a description for somebody or something known, else for somebody or something new."""
    setting, token = discourse.setting, markable.token
    sentence = setting.sentences[markable.sentence]
    identity = setting.identified.get(token.start)
    if identity is not None:
        discourse.link(markable, discourse.named(markable, identity), "role/delayed identification")
        return
    pair = definites.pair(discourse, markable)
    if pair:
        discourse.links[token.start] = Link(pair, "pair")
        return
    if markable.sort is Sort.THING:
        discourse.note(markable, discourse.described(markable, ""))
        return
    description = describe(markable.sentence, sentence, token)
    subject = _predicated(discourse, sentence, markable)
    if subject is not None and description is not None:
        discourse.describe(subject, description)
        return
    beside = _apposed(discourse, sentence, markable)
    if beside is not None:
        if description is not None:
            discourse.describe(beside, description)
        discourse.link(markable, beside, "apposition")
        return
    if description is not None and definites.can_be_taken_up(sentence, markable):
        kind = definites.person if markable.sort is Sort.PERSON else definites.organisation
        referent = kind(discourse, markable, description)
        if referent is not None:
            discourse.link(markable, referent, f"role/{kind.__name__}")
            return
    gender = setting.lexicon.reference.genders.get(token.lemma.lower(), "")
    referent = discourse.described(markable, gender)
    if description is not None:
        discourse.describe(referent, description)
    discourse.note(markable, referent)


def _predicated(discourse: Discourse, sentence: Sentence, markable: Markable) -> Referent | None:
    """The person of whom a description is affirmed: "Smith is a lawyer"."""
    verb = sentence.head(markable.token)
    if markable.token.dep != "attr" or verb.lemma != "be" or sentence.child(verb, "neg", "aux") is not None:
        return None
    subject = sentence.child(verb, "nsubj")
    referent = discourse.of.get(subject.start) if subject is not None else None
    return referent if referent is not None and referent.sort is markable.sort is Sort.PERSON else None


def _apposed(discourse: Discourse, sentence: Sentence, markable: Markable) -> Referent | None:
    """The named person or organisation in apposition to a description of its sort."""
    token = markable.token
    beside = [*sentence.children(token, "appos"), *([sentence.head(token)] if token.dep == "appos" else [])]
    for other in beside:
        identity = discourse.setting.names.identities.get(other.start)
        if identity is None or markable.plural:
            continue
        if (identity.label, markable.sort) in {("PERSON", Sort.PERSON), ("ORG", Sort.ORGANISATION)}:
            name = Markable(
                markable.sentence,
                other,
                markable.sort,
                False,
                markable.slot,
                markable.quotation,
                name=discourse.setting.names.all[other.start],
            )
            return discourse.named(name, identity)
    return None


def _settled(discourse: Discourse) -> tuple[dict[int, tuple[Span, ...]], dict[int, str]]:
    """The links with the place of the name, or of the first description, of each referent."""
    spans: dict[int, tuple[Span, ...]] = {}
    rules: dict[int, str] = {}
    for start, link in discourse.links.items():
        places = tuple(_place(discourse, target) for target in link.targets)
        if not any(place.start <= start < place.end for place in places):
            spans[start], rules[start] = places, link.rule
    return spans, rules


def _place(discourse: Discourse, target: Referent | Span) -> Span:
    if isinstance(target, Span):
        return target
    if target.identity is not None:
        return target.identity.span
    words = phrase(discourse.setting.sentences[target.first.sentence], target.first.token)
    return Span(words[0].start, words[-1].end)


def linked(statements: Sequence[Statement], sentences: Sequence[Sentence], found: References) -> Iterator[Statement]:
    """The statements with what their mentions, and those of their holders, take up."""
    by_start = {sentence.span.start: sentence for sentence in sentences}
    done = {statement.id: _linked(statement, by_start[statement.sentence.start], found) for statement in statements}
    for statement in done.values():
        chain = tuple([Attribution(each.statement, done[each.statement].subject) for each in statement.attributed_to])
        yield statement if chain == statement.attributed_to else replace(statement, attributed_to=chain)


def _linked(statement: Statement, sentence: Sentence, found: References) -> Statement:
    def filled(mention: Mention) -> Mention:
        about = found.about.get((mention.span, statement.predicate.span))
        if about is not None:
            return replace(mention, about=about.statement, coreference=about.rule)
        return with_antecedents(mention, sentence, found)

    # An office is no person, although its noun stands for one elsewhere.
    is_office = statement.predicate.lemma == "hold office"
    subject = statement.subject and filled(statement.subject)
    target = statement.object if is_office or statement.object is None else filled(statement.object)
    arguments = tuple([_with_filler(argument, filled(argument.filler)) for argument in statement.arguments])
    place = statement.place and filled(statement.place)
    if (subject, target, arguments, place) == (
        statement.subject,
        statement.object,
        statement.arguments,
        statement.place,
    ):
        return statement
    return statement.told_of(subject, target, arguments, place, statement.attributed_to)


def _with_filler(argument: Argument, filler: Mention) -> Argument:
    return argument if filler is argument.filler else Argument(argument.role, argument.marker, filler)


def with_antecedents(mention: Mention, sentence: Sentence, found: References) -> Mention:
    """A mention with what its head takes up; the same object where that is nothing."""
    first = bisect_left(found.starts, mention.span.start)
    if first == len(found.starts) or found.starts[first] >= mention.span.end:
        return mention
    start = head_of(sentence, mention).start
    if start not in found.spans:
        return mention
    return replace(mention, antecedents=found.spans[start], coreference=found.rules[start])
