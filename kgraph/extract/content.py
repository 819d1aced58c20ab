"""What a cue reports: the words of the clause or phrase that says what was said, thought or wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from kgraph.direct_speech import CLOSING
from kgraph.extract.clauses import Clause
from kgraph.extract.phrases import coordinated, phrase
from kgraph.model.document import Span
from kgraph.model.lexicon import Cue, Effect, Lexicon
from kgraph.model.parsed import Sentence, Token

_PARENTHETICAL = frozenset({"parataxis", "ccomp", "advcl", "dep"})
_EDGE = frozenset(".,;:—–-")
_PAUSES = frozenset({",", "-", "–", "—", "--", "("})
_RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})


def clausal_content(clause: Clause, cue: Cue, lexicon: Lexicon) -> list[Token]:
    """The words of the clause that a cue reports, below it or, where the cue is parenthetical, above it."""
    sentence, verb = clause.sentence, clause.verb
    if (
        clause.complement is not None
        and not _is_purpose(sentence, clause.complement, cue)
        and not _is_impersonal(clause)
    ):
        words = _without_asides(sentence, clause.complement, lexicon)
        return [*_shared_object(clause, lexicon), *_without_adjuncts_of_cue(sentence, verb, clause.complement, words)]
    if _is_parenthetical(clause):
        inside = {token.i for token in sentence.subtree(verb)}
        return [token for token in sentence.subtree(sentence.head(verb)) if token.i not in inside]
    return []


def _is_purpose(sentence: Sentence, complement: Token, cue: Cue) -> bool:
    """Whether an infinitive says what for, since its cue reports no infinitives: "called to congratulate him"."""
    infinitive = any(token.tag == "TO" for token in sentence.children(complement, "aux"))
    return complement.dep == "xcomp" and infinitive and cue.infinitive is Effect.ASSERTED


def _is_impersonal(clause: Clause) -> bool:
    """Whether nobody in particular holds what an adjective says: "it is clear that"."""
    return clause.verb.lemma == "be" and [subject.lower for subject in clause.subjects] == ["it"]


def _shared_object(clause: Clause, lexicon: Lexicon) -> list[Token]:
    """The object that shares in what is said: "urged *Chad* to leave", "blamed *Chad for* leaving"."""
    complement = clause.complement
    slots = lexicon.topics.get(clause.lemma, frozenset())
    if complement is None or complement.dep == "ccomp":
        return []
    if complement.dep == "xcomp":
        before = [head for head in clause.objects if clause.verb.i < head.i < complement.i]
        return [t for head in before for t in phrase(clause.sentence, head)] if "object" in slots else []
    preposition = clause.sentence.head(complement)
    if not {"object", preposition.lower} & slots:
        return []
    return [*(token for head in clause.objects for token in phrase(clause.sentence, head)), preposition]


def _without_adjuncts_of_cue(sentence: Sentence, cue: Token, complement: Token, words: list[Token]) -> list[Token]:
    """Reported words without what stands between cue and clause: "said *Tuesday* the war is over"."""
    that = next((t for t in sentence.children(complement, "mark") if t.lower == "that" and t.i > cue.i), None)
    if that is not None and complement.i > cue.i:
        return [word for word in words if word.i >= that.i]
    if words and words[0].i == cue.i + 1 and words[0].dep in {"npadvmod", "advmod"} and words[0].entity == "DATE":
        of_time = {token.i for token in sentence.subtree(words[0])}
        return [word for word in words if word.i not in of_time]
    return words


def nominal_content(clause: Clause, lexicon: Lexicon) -> list[Token]:
    """The phrase that a cue is about where no clause completes it: "criticized the plan", "talked about the war"."""
    slots = lexicon.topics.get(clause.lemma) or lexicon.topics.get(clause.verb.lemma.lower(), frozenset())
    sentence = clause.sentence
    if clause.verb.lemma == "be":
        return _of_adjective(clause, lexicon)
    anonymous = clause.passive and not clause.subjects
    if ("object" in slots and not anonymous) or ("predicative" in slots and _predicative(clause)):
        gap = _relative_object(clause, clause.objects) is not None
        heads = [head for head in clause.objects if clause.passive or gap or head.i > clause.verb.i]
        if heads:
            return _with_partners(clause, lexicon, [*_whole(clause, heads), *_predicative(clause)])
    for preposition in sentence.children(clause.verb, "prep"):
        if preposition.lower in slots and (preposition.i > clause.verb.i or clause.verb.dep == "relcl"):
            below = [head for child in sentence.children(preposition, "pobj") for head in coordinated(sentence, child)]
            gerund = sentence.child(preposition, "pcomp")
            if below:
                return [
                    *_whole(clause, below),
                    *_predicative(clause),
                    *_infinitive_after(clause, preposition, lexicon),
                ]
            return sentence.subtree(gerund) if gerund is not None else []
    return []


def _of_adjective(clause: Clause, lexicon: Lexicon) -> list[Token]:
    """What a predicative adjective of attitude is about: "wary *of the plan*"."""
    adjective = clause.sentence.child(clause.verb, "acomp")
    if adjective is None or adjective.lower not in lexicon.cue_adjectives:
        return []
    preposition = next(
        (p for p in clause.sentence.children(adjective, "prep") if p.lower in lexicon.closed.attitude_prepositions),
        None,
    )
    return clause.sentence.subtree(preposition)[1:] if preposition is not None else []


def _with_partners(clause: Clause, lexicon: Lexicon, words: list[Token]) -> list[Token]:
    """The object with the prepositional phrases right behind it that are no adjuncts: "demanded money *from Chad*"."""
    end = max(words).i if words else 0
    for argument in sorted(clause.arguments, key=lambda each: each.head):
        preposition = clause.sentence.head(argument.head)
        between = clause.sentence.tokens[end + 1 : preposition.i]
        if (
            argument.marker in lexicon.closed.partner_prepositions
            and preposition.i > end
            and all(token.text in CLOSING for token in between)
        ):
            more = clause.sentence.subtree(preposition)
            words, end = [*words, *more], more[-1].i
    return words


def _infinitive_after(clause: Clause, preposition: Token, lexicon: Lexicon) -> list[Token]:
    """The infinitive whose subject a preposition marks: "called for the army *to leave*"."""
    if preposition.lower not in lexicon.closed.infinitive_subject_prepositions:
        return []
    sentence = clause.sentence
    end = sentence.subtree(preposition)[-1].i
    for child in sentence.children(clause.verb, "xcomp", "advcl"):
        words = sentence.subtree(child)
        if words[0].i == end + 1 and words[0].tag == "TO":
            return words
    return []


def _whole(clause: Clause, heads: list[Token]) -> list[Token]:
    """Coordinated phrases with all that describes them, and the words between them."""
    pronoun = _relative_object(clause, heads)
    if pronoun is not None:
        return [pronoun]
    words = [t for head in heads for t in phrase(clause.sentence, head, clause.verb, described=True)]
    between = clause.sentence.tokens[min(words).i : max(words).i + 1] if len(heads) > 1 else ()
    inside = {token.i for head in heads for token in clause.sentence.subtree(head)}
    return [*words, *(token for token in between if token.i in inside)]


def _relative_object(clause: Clause, heads: Sequence[Token]) -> Token | None:
    """The relative pronoun that stands for what is reported: "the treaty, *which* he called a mistake"."""
    sentence, verb = clause.sentence, clause.verb
    if verb.dep != "relcl" or list(heads) != [sentence.head(verb)]:
        return None
    return next((t for t in sentence.children(verb, "dobj", "nsubjpass") if t.tag in _RELATIVES), None)


def _predicative(clause: Clause) -> list[Token]:
    """What the object is said to be, with the "as" before it: "called the move *a provocation*"."""
    found: list[Token] = []
    for argument in clause.arguments:
        if argument.role == "attribute":
            found += phrase(clause.sentence, argument.head, described=True)
            before = clause.sentence.head(argument.head)
            found += [before] if before.lower == "as" else []
    return found


def _without_asides(sentence: Sentence, complement: Token, lexicon: Lexicon) -> list[Token]:
    """A reported clause without what its reporter adds after a comma: "..., although he gave no details".

    In indirect speech what a comma sets off at the end is the writer's: a
    concessive or contrasting clause, a relative clause that does not restrict
    (supplements take no part in what is reported: Potts 2005), the next act of
    speaking ("..., adding that").
    """
    words = sentence.subtree(complement)
    for token in words:
        if token.i > complement.i and _is_aside(sentence, token, lexicon):
            aside = sentence.subtree(token)
            if aside[-1].i >= words[-1].i - 1:
                dropped = {each.i for each in aside}
                return [word for word in words if word.i not in dropped]
    return words


def _is_aside(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    if token.dep not in {"advcl", "prep", "relcl"}:
        return False
    first = sentence.subtree(token)[0]
    if first.i == 0 or sentence.tokens[first.i - 1].text not in _PAUSES:
        return False
    if token.dep == "relcl":
        return any(each.tag in _RELATIVES for each in sentence.tokens[first.i : first.i + 2])
    if token.dep == "prep" or token.tag == "VBN":
        return token.lower in lexicon.closed.comparing
    if token.tag == "VBG":
        return token.lemma.lower() in lexicon.cues
    introduced = {child.lower for child in sentence.children(token, "mark", "advmod")}
    return bool(introduced & lexicon.closed.aside_openers)


def _is_parenthetical(clause: Clause) -> bool:
    """Whether a cue stands beside its content, not above it: "The war, (as) officials say, is over"."""
    verb = clause.verb
    if verb.dep not in _PARENTHETICAL or not clause.subjects or _is_subordinate(clause):
        return False
    if clause.subjects[0].lower == "you":
        return False  # "you know" asks for attention and reports nothing
    governor = clause.sentence.head(verb)
    inside = clause.sentence.subtree(verb)
    if governor.i in range(inside[0].i, inside[-1].i + 1):
        return False
    tokens = clause.sentence.tokens
    edges = [*inside[:1], *inside[-1:], *tokens[max(inside[0].i - 1, 0) : inside[0].i], *tokens[inside[-1].i + 1 :][:1]]
    marks = {token.text for token in edges if token.pos == "PUNCT"}
    temporal = clause.sentence.child(verb, "mark") is not None and not marks & _PAUSES
    return bool(marks) and not temporal and not clause.objects


def _is_subordinate(clause: Clause) -> bool:
    """Whether a clause is introduced by a conjunction or a word such as "when", or has its subject from above."""
    introduced = clause.sentence.children(clause.verb, "mark", "advmod")
    joined = any((token.dep == "mark" and token.lower != "as") or token.tag == "WRB" for token in introduced)
    return joined or not clause.rule.endswith("own subject")


def runs(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """Maximal runs of neighbouring tokens as spans, punctuation at their edges left out."""
    spans = []
    for _, group in groupby(enumerate(sorted(set(tokens))), key=lambda pair: pair[1].i - pair[0]):
        run = [token for _, token in group]
        while run and (run[-1].pos == "PUNCT" or run[-1].text in _EDGE):
            run.pop()
        while run and (run[0].pos == "PUNCT" or run[0].text in _EDGE):
            run.pop(0)
        if run:
            spans.append(Span(run[0].start, run[-1].end))
    return tuple(spans)
