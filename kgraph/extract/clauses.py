"""Clauses: every verbal predicate of a sentence with its participants.

Grammatical relations are made deep ones: a passive's surface subject becomes
the object, a relative pronoun its antecedent, and a clause without a subject
of its own takes the one that control, raising, coordination or adjunction
gives it (Huddleston and Pullum 2002, chapters 14 and 20).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.extract.phrases import coordinated, filler, marker, members
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence, Token

_NOT_PREDICATES = frozenset(
    {"aux", "auxpass", "amod", "compound", "nmod", "prep", "case", "mark", "cc", "det", "punct"}
)
_VERB_GROUP = frozenset({"aux", "auxpass", "neg", "advmod"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_RELATIVE_TAGS = frozenset({"WDT", "WP"})


@dataclass(frozen=True, slots=True)
class ClauseArgument:
    """A participant besides subject and object: role, marking word, head token."""

    role: str
    marker: str
    head: Token


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with its participants as head tokens.

    Attributes:
        sentence: The sentence that it stands in.
        verb: The predicate's head word.
        words: The verb group, in reading order and without a gap.
        lemma: Its lemma, with the particle.
        subjects: Deep subjects; several when coordinated.
        objects: Deep objects; several when coordinated or exemplified.
        arguments: Further participants.
        complement: Head of the clause that completes the predicate, if one does.
        passive: Whether it stands in the passive.
        rule: How its subject was found.
    """

    sentence: Sentence
    verb: Token
    words: tuple[Token, ...]
    lemma: str
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    arguments: tuple[ClauseArgument, ...]
    complement: Token | None
    passive: bool
    rule: str


def clauses(sentence: Sentence, lexicon: Lexicon) -> Iterator[Clause]:
    """Yields the clauses of a sentence in reading order."""
    for token in sentence.tokens:
        if is_predicate(token):
            yield _clause(sentence, token, lexicon)


def is_predicate(token: Token) -> bool:
    """Whether a token heads a clause."""
    return token.pos in {"VERB", "AUX"} and token.dep not in _NOT_PREDICATES and token.tag != "MD"


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb stands in the passive, a reduced one included ("the man arrested on Friday")."""
    if sentence.child(verb, "nsubjpass", "auxpass", "agent", "csubjpass") is not None:
        return True
    if verb.dep in {"acl", "advcl"} and verb.tag == "VBN":
        return sentence.child(verb, "aux", *_SUBJECTS) is None
    bare = verb.tag == "VBN" and sentence.child(verb, "aux") is None
    if bare and verb.dep in {"ccomp", "xcomp"}:
        return True  # "want the law repealed"
    return bare and verb.dep == "conj" and is_passive(sentence, sentence.head(verb))


def _clause(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Clause:
    passive = is_passive(sentence, verb)
    surface, rule = surface_subjects(sentence, verb, lexicon)
    words, lemma = _predicate_words(sentence, verb, lexicon)
    objects = _objects(sentence, verb, lexicon) or _shared_objects(sentence, verb, lexicon)
    if passive:
        subjects = _agents(sentence, verb)
        retained = objects if sentence.child(verb, "dobj") is not None else []
        objects = [*surface, *(o for o in retained if o not in surface)] if surface else objects
        rule = f"passive/{rule}"
    else:
        subjects = surface
    objects += [member for head in objects for member in members(sentence, head, lexicon)]
    arguments, exemplified = _arguments(sentence, verb, lexicon)
    arguments += _partners(sentence, objects, lexicon)
    return Clause(
        sentence=sentence,
        verb=verb,
        words=words,
        lemma=lemma,
        subjects=tuple(dict.fromkeys(subjects)),
        objects=tuple(dict.fromkeys([*objects, *exemplified])),
        arguments=tuple(arguments),
        complement=_complement(sentence, verb, lexicon),
        passive=passive,
        rule=rule,
    )


def _predicate_words(sentence: Sentence, verb: Token, lexicon: Lexicon) -> tuple[tuple[Token, ...], str]:
    """The verb group, without a gap, and the verb's lemma with the particle that makes it a phrasal one.

    The group holds the auxiliaries, negation and adverbs that stand right
    before the verb, the particle right after it and a preposition that the
    verb selects: "has also called off", "talked about".
    """
    particle = sentence.child(verb, "prt")
    if particle is None:
        after = [child for child in sentence.children(verb, "advmod") if child.i == verb.i + 1]
        particle = next((child for child in after if child.lower in lexicon.particles), None)
    first = verb.i
    while first and sentence.tokens[first - 1].dep in _VERB_GROUP and sentence.tokens[first - 1].head == verb.i:
        first -= 1
    last = verb.i + 1 if particle is not None and particle.i == verb.i + 1 else verb.i
    lemma = verb.lemma.lower() if particle is None else f"{verb.lemma.lower()} {particle.lower}"
    if last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].lower in lexicon.topics.get(lemma, ()):
        last += 1
    return sentence.tokens[first : last + 1], lemma


def surface_subjects(sentence: Sentence, verb: Token, lexicon: Lexicon) -> tuple[list[Token], str]:
    """The subject as the grammar of the surface has it, found near or inherited, and by which rule."""
    own = [child for child in sentence.children(verb, *_SUBJECTS) if child.lower != "there"]
    if own:
        return _resolve_relative(sentence, verb, own)
    if sentence.child(verb, "expl") is not None:
        return [], "existential"
    finder = _INHERITANCE.get(verb.dep)
    return finder(sentence, verb, lexicon) if finder else ([], "no subject")


def relative_pronoun(sentence: Sentence, verb: Token) -> Token | None:
    """The relative pronoun that is a clause's subject."""
    return next((child for child in sentence.children(verb, "nsubj") if child.tag in _RELATIVE_TAGS), None)


def _resolve_relative(sentence: Sentence, verb: Token, own: list[Token]) -> tuple[list[Token], str]:
    first = own[0]
    if first.tag in _RELATIVE_TAGS or (first.lower == "that" and first.pos == "PRON" and verb.dep == "relcl"):
        if verb.dep == "relcl":
            return [_antecedent(sentence, verb)], "relative clause"
        if verb.dep == "conj" and sentence.head(verb).dep == "relcl":
            return [_antecedent(sentence, sentence.head(verb))], "relative clause"
    return [head for subject in own for head in coordinated(sentence, subject)], "own subject"


def _antecedent(sentence: Sentence, verb: Token) -> Token:
    return sentence.head(verb)


def _from_coordination(sentence: Sentence, verb: Token, lexicon: Lexicon) -> tuple[list[Token], str]:
    head = sentence.head(verb)
    if head.pos not in {"VERB", "AUX"}:
        return [], "no subject"
    return surface_subjects(sentence, head, lexicon)[0], "shared subject"


def _from_control(sentence: Sentence, verb: Token, lexicon: Lexicon) -> tuple[list[Token], str]:
    governor = sentence.head(verb)
    lemma = governor.lemma.lower()
    if lemma in lexicon.object_controls:
        controlled = _objects(sentence, governor, lexicon)
        if controlled:
            return controlled, "object control"
    if governor.pos in {"VERB", "AUX"}:
        return surface_subjects(sentence, governor, lexicon)[0], "subject control"
    return _from_noun_or_adjective(sentence, governor, lexicon)


def _from_noun_or_adjective(sentence: Sentence, governor: Token, lexicon: Lexicon) -> tuple[list[Token], str]:
    """The subject of an infinitive below a noun or adjective: "its plan to send", "they are able to send"."""
    owner = sentence.child(governor, "poss")
    if owner is not None:
        return [owner], "possessor control"
    for ancestor in sentence.ancestors(governor):
        if ancestor.pos in {"VERB", "AUX"} and ancestor.dep not in {"aux", "auxpass"}:
            return surface_subjects(sentence, ancestor, lexicon)[0], "subject control"
    return [], "no subject"


def _from_adjunction(sentence: Sentence, verb: Token, lexicon: Lexicon) -> tuple[list[Token], str]:
    governor = sentence.head(verb)
    if governor.pos not in {"VERB", "AUX"}:
        return _from_noun_or_adjective(sentence, governor, lexicon)
    if any(child.dep == "mark" for child in sentence.children(verb)) and verb.tag not in {"VBG", "VBN"}:
        return [], "no subject"
    return surface_subjects(sentence, governor, lexicon)[0], "adjunct control"


def _from_noun(sentence: Sentence, verb: Token, lexicon: Lexicon) -> tuple[list[Token], str]:
    governor = sentence.head(verb)
    if any(child.tag == "TO" for child in sentence.children(verb, "aux")):
        if governor.pos in {"VERB", "AUX"}:
            return surface_subjects(sentence, governor, lexicon)[0], "subject control"
        return _from_noun_or_adjective(sentence, governor, lexicon)
    if verb.tag == "VBG" and verb.lemma.lower() in lexicon.cues and sentence.tokens[verb.i - 1].text == ",":
        return _from_main_clause(sentence, governor, lexicon)
    return [governor], "participle"


def _from_main_clause(sentence: Sentence, noun: Token, lexicon: Lexicon) -> tuple[list[Token], str]:
    """The subject of a participle of speech behind a comma, which is whoever acts: "praised the plan, adding that"."""
    if noun.dep not in _SUBJECTS:
        for ancestor in sentence.ancestors(noun):
            if is_predicate(ancestor):
                return surface_subjects(sentence, ancestor, lexicon)[0], "adjunct control"
    return [noun], "participle"


def _from_preposition(sentence: Sentence, verb: Token, lexicon: Lexicon) -> tuple[list[Token], str]:
    preposition = sentence.head(verb)
    governor = sentence.head(preposition)
    if governor.pos not in {"VERB", "AUX"}:
        return _from_noun_or_adjective(sentence, governor, lexicon)
    if governor.lemma.lower() in lexicon.object_controls and preposition.lower in lexicon.closed.gerund_prepositions:
        if is_passive(sentence, governor):
            return surface_subjects(sentence, governor, lexicon)[0], "object control"
        controlled = _objects(sentence, governor, lexicon)
        if controlled:
            return controlled, "object control"
    return surface_subjects(sentence, governor, lexicon)[0], "adjunct control"


_INHERITANCE = {
    "conj": _from_coordination,
    "xcomp": _from_control,
    "advcl": _from_adjunction,
    "acl": _from_noun,
    "relcl": _from_noun,
    "pcomp": _from_preposition,
}


def _objects(sentence: Sentence, verb: Token, lexicon: Lexicon) -> list[Token]:
    """Direct objects and predicative complements, coordination spread out, a relative gap filled."""
    direct = sentence.children(verb, "dobj") or sentence.children(verb, "attr") or sentence.children(verb, "acomp")
    if not direct and sentence.child(verb, "dative") is None:
        direct = sentence.children(verb, "oprd")
    found = []
    for head in direct:
        if head.tag in _RELATIVE_TAGS and verb.dep == "relcl":
            found.append(sentence.head(verb))
        else:
            found += coordinated(sentence, head)
    if not found and _has_object_gap(sentence, verb, lexicon):
        found.append(sentence.head(verb))
    return found


def _shared_objects(sentence: Sentence, verb: Token, lexicon: Lexicon) -> list[Token]:
    """The object behind the last of coordinated verbs, which the first share: "seized and burned *the flag*"."""
    following = sentence.child(verb, "conj")
    between = sentence.child(verb, "cc")
    adjacent = following is not None and between is not None and (between.i, following.i) == (verb.i + 1, verb.i + 2)
    if following is None or not adjacent or following.pos != "VERB":
        return []
    return _objects(sentence, following, lexicon) if sentence.child(following, "nsubj", "dobj") is not None else []


def _has_object_gap(sentence: Sentence, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a relative clause lacks just the object: "the weapons Ukraine wanted"."""
    if verb.dep != "relcl" or sentence.child(verb, "nsubj") is None:
        return False
    below = sentence.children(verb)
    if any(t.tag in {*_RELATIVE_TAGS, "WRB", "WP$"} or t.lower in lexicon.closed.relative_adverbs for t in below):
        return False
    stranded = any(t.dep == "prep" and not sentence.children(t) for t in below)
    return not stranded and sentence.child(verb, "ccomp", "xcomp", "nsubjpass") is None


def _agents(sentence: Sentence, verb: Token) -> list[Token]:
    return [
        head
        for by in sentence.children(verb, "agent")
        for agent in sentence.children(by, "pobj")
        for head in coordinated(sentence, agent)
    ]


def _arguments(sentence: Sentence, verb: Token, lexicon: Lexicon) -> tuple[list[ClauseArgument], list[Token]]:
    """Prepositional, dative and predicative arguments, and heads that exemplify the object from outside its phrase."""
    found: list[ClauseArgument] = []
    exemplified: list[Token] = []
    for child in sentence.children(verb, "prep", "dative", "oprd"):
        if child.dep == "oprd":
            if child not in _objects(sentence, verb, lexicon):
                found.append(ClauseArgument("attribute", "", child))
        elif child.dep == "dative" and child.pos != "ADP":
            found += [ClauseArgument("recipient", "to", head) for head in coordinated(sentence, child)]
        else:
            word = marker(sentence, child)
            head = filler(sentence, child) or _stranded(sentence, verb, child)
            if head is None or word == "according":
                continue
            heads = coordinated(sentence, head)
            if word in lexicon.exemplifiers and word != "like":
                exemplified += heads
            else:
                role = "recipient" if child.dep == "dative" else lexicon.roles.get(word, "oblique")
                found += [ClauseArgument(role, word, each) for each in heads]
    return found, exemplified


def _partners(sentence: Sentence, objects: list[Token], lexicon: Lexicon) -> list[ClauseArgument]:
    """Named participants that the parser hangs on the object: "Chad" in "signed a treaty with Chad"."""
    return [
        ClauseArgument(lexicon.roles.get(word, "oblique"), word, head)
        for target in objects
        for child in sentence.children(target, "prep")
        if (word := marker(sentence, child)) in lexicon.closed.named_partner_prepositions
        and (first := filler(sentence, child)) is not None
        for head in coordinated(sentence, first)
        if head.pos == "PROPN"
    ]


def _stranded(sentence: Sentence, verb: Token, preposition: Token) -> Token | None:
    """The antecedent that fills a stranded preposition: "the systems Ukraine asked for"."""
    if verb.dep == "relcl" and not sentence.children(preposition):
        return sentence.head(verb)
    return None


def _complement(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Token | None:
    """The clause that completes a predicate, looking through a predicative adjective and a preposition."""
    direct = sentence.child(verb, "ccomp", "xcomp")
    if direct is not None:
        return direct
    for adjective in sentence.children(verb, "acomp"):
        below = sentence.child(adjective, "ccomp", "xcomp")
        if below is not None:
            return below
    for preposition in sentence.children(verb, "prep"):
        gerund = sentence.child(preposition, "pcomp")
        if gerund is not None and preposition.lower not in lexicon.closed.adjunct_prepositions:
            return gerund
    return None
