"""Participants of nominal events that stand beside the noun: genitives, prepositions, adjectives, compounds.

Which slot each fills is the lexicon's knowledge of the noun. Where a genitive
and an "of" phrase compete, the genitive is the subject ("the army's arrest of
the mayor"; NOMLEX, Macleod et al. 1998).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kgraph.extract.clauses import ClauseArgument
from kgraph.extract.governors import host
from kgraph.extract.phrases import coordinated, filler, marker
from kgraph.extract.times import is_time
from kgraph.model.lexicon import EventNoun, Lexicon
from kgraph.model.parsed import Sentence, Token

_VALUES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})
_NAMES = frozenset({"GPE", "LOC", "NORP", "ORG", "PERSON"})
_ACTORS = frozenset({"NORP", "ORG", "PERSON"})
_THINGS = frozenset({"", "PRODUCT"})  # parsers know few weapons
_PREMODIFIERS = ("amod", "compound", "nmod")


@dataclass(slots=True)
class EventPhrase:
    """An event noun in its sentence, with the participants found so far.

    Attributes:
        sentence: Where it stands.
        head: The noun.
        noun: The lexicon's entry for it.
        lexicon: Knowledge of the language.
        subjects: Deep subjects.
        objects: Deep objects.
        arguments: Further participants.
        rule: How its subject was found, else its object.
    """

    sentence: Sentence
    head: Token
    noun: EventNoun
    lexicon: Lexicon
    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    arguments: list[ClauseArgument] = field(default_factory=list)
    rule: str = ""

    def fill(self, slot: str, heads: Sequence[Token], rule: str) -> None:
        """Puts participants into a slot, "subject" or "object", if it is free."""
        target = self.subjects if slot == "subject" else self.objects
        others = [head for head in heads if head != self.head]
        if slot and others and not target:
            target += others
            self.rule = rule if slot == "subject" else self.rule or rule

    def add(self, role: str, word: str, heads: Sequence[Token], rule: str = "preposition") -> None:
        """Takes in a prepositional participant; without a role of its own only a place is kept."""
        if role in {"subject", "object"}:
            self.fill(role, heads, rule)
        elif role or word in self.lexicon.place_markers:
            self.arguments += [ClauseArgument(role or "location", word, head) for head in heads]


def fill_from_phrase(event: EventPhrase) -> None:
    """Finds the participants that stand beside an event noun, or beside the one that it is coordinated with."""
    _from_prepositions(event)
    _from_genitive(event, event.head)
    _from_modifiers(event, event.head)
    top = host(event.sentence, event.head)
    if top != event.head and top.lemma.lower() in event.lexicon.events.nouns:
        _from_genitive(event, top)
        _from_modifiers(event, top)


def is_value(token: Token, lexicon: Lexicon) -> bool:
    """Whether a head is an amount or a time rather than a participant."""
    return token.entity in _VALUES or is_time(token, lexicon)


def _from_prepositions(event: EventPhrase) -> None:
    """Participants after prepositions; "of" last, since what it introduces may hang on the others."""
    of: list[Token] = []
    for word, heads in _prepositional(event):
        if word == "by" or word in event.lexicon.closed.between:
            event.fill("subject", heads, "agent" if word == "by" else "parties")
        elif word == "of" and word not in event.noun.markers:
            of = of or heads
        else:
            event.add(event.noun.markers.get(word, ""), word, heads)
    if of and event.noun.of:
        acts = of[0].pos == "PROPN" and not event.subjects and not _has_agent_before(event)
        either = "subject" if acts else "object"
        event.fill(event.noun.of if event.noun.of != "either" else either, of, "genitive")


def _prepositional(event: EventPhrase) -> Iterator[tuple[str, list[Token]]]:
    """What prepositions introduce, with those that the parser hangs on others before them: "by Chad *to Mali*".

    These are hung on the noun in the event's own copy of the sentence, so
    that the phrase before them ends where they begin.
    """
    sentence = event.sentence
    stack = _prepositions(event)
    while stack:
        preposition = stack.pop(0)
        first = filler(sentence, preposition)
        if first is None or is_value(first, event.lexicon):
            continue
        heads = [head for head in coordinated(sentence, first) if head != event.head]
        word = marker(sentence, preposition)
        yield word, heads
        if heads and (word in {"by", "of", *event.lexicon.closed.between} or heads[-1].pos == "PROPN"):
            moved = [p for p in sentence.children(heads[-1], "prep") if marker(sentence, p) in event.noun.markers]
            stack += moved
            if moved:
                event.sentence = _hung_on(event.sentence, event.head, moved)


def _prepositions(event: EventPhrase) -> list[Token]:
    """A noun's prepositions; where it has none, those after the nouns that it is coordinated with."""
    sentence = event.sentence
    own = list(sentence.children(event.head, "prep", "agent"))
    if own:
        return own
    group = coordinated(sentence, host(sentence, event.head))
    last = max(member.i for member in group)
    return [p for member in group for p in sentence.children(member, "prep", "agent") if p.i > last]


def _hung_on(sentence: Sentence, noun: Token, prepositions: Sequence[Token]) -> Sentence:
    places = {preposition.i for preposition in prepositions}
    tokens = tuple(t._replace(head=noun.i) if t.i in places else t for t in sentence.tokens)
    return Sentence(tokens, sentence.names, sentence.paragraph)


def _has_agent_before(event: EventPhrase) -> bool:
    before = (child for child in event.sentence.children(event.head) if child.i < event.head.i)
    return any(child.dep == "poss" or child.entity in _ACTORS for child in before)


def _from_genitive(event: EventPhrase, noun: Token) -> None:
    sentence = event.sentence
    owner = sentence.child(noun, "poss")
    if owner is None or is_time(owner, event.lexicon):
        return
    if owner.tag == "WP$":
        relative = next((t for t in sentence.ancestors(owner) if t.dep == "relcl"), None)
        if relative is None:
            return
        owner = sentence.head(relative)
    slot = event.noun.genitive
    if slot == "object" and (event.objects or _is_organisation(owner, event.lexicon)):
        slot = "subject"
    elif slot == "subject" and event.subjects and event.noun.of in {"object", "either"}:
        slot = "object"
    event.fill(slot, coordinated(sentence, owner), "genitive")


def _is_organisation(token: Token, lexicon: Lexicon) -> bool:
    return token.entity == "ORG" or token.lemma.lower() in lexicon.reference.organisations


def _from_modifiers(event: EventPhrase, noun: Token) -> None:
    """Adjectives of nation and compounds: "Russian", "U.S." and "troop" of "withdrawal", "Saudi" of "Saudi-led"."""
    sentence = event.sentence
    before = [child for child in sentence.children(noun, *_PREMODIFIERS) if child.i < noun.i]
    for leading in before:
        leader = sentence.child(leading, "npadvmod") if leading.tag == "VBN" else None
        entry = event.lexicon.events.verbs.get(leading.lemma.lower()) if leader is not None else None
        if leader is not None and entry is not None and "agent" in entry.subject and _is_proper(leader):
            event.fill("subject", [_as_name(leader)], "modifier")
    inner = [below for child in before for below in sentence.children(child, *_PREMODIFIERS)]
    for child in [*before, *(below for below in inner if below.pos in {"ADJ", "PROPN"})]:
        if is_value(child, event.lexicon) or "-" in child.text:
            continue
        if _is_proper(child):
            heads = [_as_name(head) for head in coordinated(sentence, child) if _is_proper(head)]
            event.fill(_slot_of_name(child, event.noun), heads, "modifier")
        elif child.pos == "PROPN" and child.entity in _THINGS and event.noun.compound == "object":
            event.fill("object", [child], "compound")
        elif child.tag in {"NN", "NNS"} and child.dep != "amod":
            event.fill(_slot_of_compound(child, event.noun, event.lexicon), [child], "compound")


def _is_proper(token: Token) -> bool:
    """Whether a modifier names an actor or place: a proper noun or an adjective made of one."""
    if token.pos == "PROPN":
        return token.entity in _NAMES
    return token.pos == "ADJ" and token.text[0].isupper() and (token.entity in _NAMES or token.i > 0)


def _as_name(token: Token) -> Token:
    """An adjective of nation as the name that it is made of."""
    return token._replace(pos="PROPN", entity=token.entity or "NORP")


def _slot_of_name(token: Token, noun: EventNoun) -> str:
    """What a name before the noun is; a place without its adjective is the object or the scene ("Gaza blockade")."""
    if noun.genitive == "object" and token.entity == "PERSON":
        return "object"
    if token.pos == "ADJ" or token.entity in _ACTORS or token.text.isupper() or "." in token.text:
        return "subject" if noun.genitive else ""
    takes_object = noun.of in {"object", "either"} or "object" in noun.markers.values()
    return "object" if takes_object and noun.genitive == "subject" else ""


def _slot_of_compound(token: Token, noun: EventNoun, lexicon: Lexicon) -> str:
    """What an unnamed noun before the noun is: "troop withdrawal", "police raid"."""
    lemma = token.lemma.lower()
    if lemma in lexicon.reference.organisations and lemma not in lexicon.events.nouns:
        return "subject" if noun.genitive else ""
    if noun.compound == "object":
        return "" if lemma in lexicon.events.circumstances else "object"
    acts = lemma in lexicon.reference.persons or lemma in lexicon.offices
    return noun.compound if acts and noun.compound == "subject" else ""
