"""Repairs of parses that are systematically wrong, as a pure function from sentence to sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kgraph.direct_speech import CLOSING, MARKS
from kgraph.model.lexicon import Lexicon
from kgraph.model.parsed import Sentence, Token

_Rule = Callable[[Sentence, Token, Lexicon], list[Token]]

_COMPLEMENTS = frozenset({"acomp", "attr", "dobj", "oprd"})
_NOMINALS = frozenset({"NOUN", "PRON", "PROPN"})
_GERUND_MARKERS = frozenset({"of", "for", "from", "against"})


def repair(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """The sentence with its known parser errors mended; the same object where there are none."""
    mended: dict[int, Token] = {}
    for token in sentence.tokens:
        if token.lower in lexicon.verb_forms and token.tag.startswith("VB"):
            token = token._replace(lemma=lexicon.verb_forms[token.lower])  # noqa: PLW2901 - the rules see it mended
            mended[token.i] = token
        for rule in _RULES.get(token.dep, ()):
            found = rule(sentence, token, lexicon)
            if found:
                mended.update((each.i, each) for each in found)
                break
    if not mended:
        return sentence
    tokens = tuple(mended.get(token.i, token) for token in sentence.tokens)
    return Sentence(tokens, sentence.names, sentence.paragraph)


def _hidden_gerund(sentence: Sentence, token: Token, lexicon: Lexicon) -> list[Token]:
    if not _is_hidden_gerund(sentence, token, lexicon):
        return []
    noun = sentence.head(token)
    return [token._replace(dep="pcomp", pos="VERB", head=noun.head), noun._replace(dep="dobj", head=token.i)]


def _part_on_auxiliary(sentence: Sentence, token: Token, _lexicon: Lexicon) -> list[Token]:
    """What belongs to a clause but hangs on its auxiliary: "the U.S. is openly adding fuel"."""
    head = sentence.head(token)
    return [token._replace(head=head.head)] if head.dep in {"aux", "auxpass"} else []


def _called_out_subject(sentence: Sentence, token: Token, _lexicon: Lexicon) -> list[Token]:
    """A subject before a comma that was taken for an interjection: "Weber, meanwhile, left"."""
    verb = sentence.head(token)
    if not token.text[0].isupper() or token.entity in {"DATE", "TIME"}:
        return []
    if token.i > verb.i or token.pos not in {"INTJ", "PROPN"} or not _lacks_subject(sentence, verb):
        return []
    return [token._replace(dep="nsubj", pos="PROPN", tag="NNP")]


def _stolen_subject(sentence: Sentence, token: Token, _lexicon: Lexicon) -> list[Token]:
    """A subject that hangs on the participle behind it: "The envoy, noting the delay, said"."""
    participle = sentence.head(token)
    verb = sentence.head(participle)
    if participle.tag != "VBG" or sentence.child(participle, "aux") is not None:
        return []
    if participle.dep not in {"ccomp", "advcl"} or participle.i > verb.i or not _lacks_subject(sentence, verb):
        return []
    if sentence.tokens[participle.i - 1].text != ",":
        return []
    return [token._replace(head=verb.i), participle._replace(dep="advcl")]


def _inverted_source(sentence: Sentence, token: Token, lexicon: Lexicon) -> list[Token]:
    """A source behind its cue that was taken for the subject of what he says: "The war, said Weber, will go on"."""
    verb = sentence.head(token)
    cue = sentence.head(verb)
    if verb.dep != "ccomp" or not cue.i < token.i < verb.i:
        return []
    phrase = sentence.subtree(token)
    set_off = cue.i > 0 and phrase[0].i == cue.i + 1 and phrase[-1].i + 1 < len(sentence.tokens)
    if not set_off or cue.lemma.lower() not in lexicon.cues or sentence.tokens[cue.i - 1].text != ",":
        return []
    if "," not in {phrase[-1].text, sentence.tokens[phrase[-1].i + 1].text}:
        return []
    before = [child for child in (*sentence.children(cue), *sentence.children(verb)) if child.i < cue.i]
    spoken_of = next((child for child in before if child.pos in _NOMINALS), None)
    if spoken_of is not None and any(each.text == "," for each in sentence.subtree(spoken_of)):
        return []  # "Smith, a lawyer, said Weber, his client, had left"
    mended = [token._replace(head=cue.i)]
    return mended if spoken_of is None else [*mended, spoken_of._replace(dep="nsubj", head=verb.i)]


def _speaker_as_object(sentence: Sentence, token: Token, lexicon: Lexicon) -> list[Token]:
    """A speaker behind his cue and a quotation that was taken for an object: ""It is time," exhorted her friend"."""
    cue = sentence.head(token)
    if token.i < cue.i or cue.i == 0 or cue.lemma.lower() not in lexicon.cues:
        return []
    if not _lacks_subject(sentence, cue) or sentence.tokens[cue.i - 1].text not in CLOSING:
        return []
    return [token._replace(dep="nsubj")]


def _gerund_with_subject(sentence: Sentence, token: Token, lexicon: Lexicon) -> list[Token]:
    """A gerund whose subject was taken for the object of the preposition: "complained about *Chad leaving*"."""
    verb = sentence.head(token)
    if token.tag != "VBG" or token.i < 2:
        return []
    for preposition in sentence.children(verb, "prep"):
        noun = sentence.child(preposition, "pobj")
        topical = preposition.lower in lexicon.topics.get(verb.lemma.lower(), ())
        if topical and noun is not None and sentence.subtree(noun)[-1].i == token.i - 1:
            return [token._replace(dep="pcomp", head=preposition.i), noun._replace(dep="nsubj", head=token.i)]
    return []


def _object_before_quotation(sentence: Sentence, token: Token, lexicon: Lexicon) -> list[Token]:
    """An object taken for a possessor of the quoted words that describe her: "called her 'weak'"."""
    noun = sentence.head(token)
    verb = sentence.head(noun)
    after = sentence.tokens[token.i + 1 :][:1]
    if token.lower != "her" or not after or after[0].text not in MARKS:
        return []
    if noun.dep not in _COMPLEMENTS or "predicative" not in lexicon.topics.get(verb.lemma.lower(), ()):
        return []
    return [token._replace(dep="dobj", tag="PRP", head=verb.i), noun._replace(dep="oprd")]


def _modal_name(sentence: Sentence, token: Token, _lexicon: Lexicon) -> list[Token]:
    """A name taken for a modal, which cannot stand before a finite verb: "Will believes", "May said"."""
    verb = sentence.head(token)
    if token.tag != "MD" or verb.tag not in {"VBZ", "VBD"} or not token.text[0].isupper():
        return []
    return [token._replace(dep="nsubj", pos="PROPN", tag="NNP")] if _lacks_subject(sentence, verb) else []


def _unequal_conjunct(sentence: Sentence, token: Token, _lexicon: Lexicon) -> list[Token]:
    """A finite verb coordinated with what is none, not with its finite governor: "vowed to stay and left"."""
    above = sentence.head(token)
    if not _is_finite(sentence, token) or _is_finite(sentence, above):
        return []
    if above.tag != "VB" and not (above.dep in _COMPLEMENTS and _lacks_subject(sentence, token)):
        return []
    while above.head != above.i and not _is_finite(sentence, above):
        above = sentence.head(above)
    same = above.pos in {"VERB", "AUX"} and _is_finite(sentence, above) and above.i < token.i
    if not same:
        return []
    first = sentence.subtree(token)[0].i
    between = [
        child._replace(head=above.i) for child in sentence.children(sentence.head(token), "cc") if child.i < first
    ]
    return [token._replace(head=above.i), *between[-1:]]


def _coordinated_cue(sentence: Sentence, token: Token, lexicon: Lexicon) -> list[Token]:
    """A second act of speaking taken for a part of what the first reports: "noted that time was up and asked why"."""
    told = sentence.head(token)
    cue = sentence.head(told)
    if told.dep != "ccomp" or not cue.i < told.i < token.i:
        return []
    if cue.tag != token.tag or token.tag not in {"VBD", "VBZ"}:
        return []
    if not {cue.lemma.lower(), token.lemma.lower()} <= lexicon.cues.keys() or not _lacks_subject(sentence, token):
        return []
    if sentence.child(token, "ccomp", "xcomp") is None:
        return []
    between = [child._replace(head=cue.i) for child in sentence.children(told, "cc") if child.i < token.i]
    return [token._replace(head=cue.i), *between[-1:]]


def _event_adjective(sentence: Sentence, token: Token, lexicon: Lexicon) -> list[Token]:
    """An event noun taken for an adjective, though it stands in a noun's place: "the army *offensive* on the town"."""
    if token.tag != "JJ" or token.lemma.lower() not in lexicon.events.nouns:
        return []
    before = [child._replace(dep="compound") for child in sentence.children(token, "nsubj") if child.i < token.i]
    return [token._replace(pos="NOUN", tag="NN"), *before]


def _is_finite(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb stands in the past or present tense, by its own form or by its auxiliary's."""
    forms = {verb.tag, *(child.tag for child in sentence.children(verb, "aux", "auxpass"))}
    return bool(forms & {"VBD", "VBZ", "VBP", "MD"})


def _lacks_subject(sentence: Sentence, verb: Token) -> bool:
    finite = verb.tag in {"VBD", "VBZ", "VBP"} or sentence.child(verb, "aux") is not None
    return finite and sentence.child(verb, "nsubj", "nsubjpass", "csubj", "expl") is None


def _is_hidden_gerund(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    """Whether a gerund was taken for a modifier: "accused Washington of escalating tensions".

    The verb must be one whose object is understood as the gerund's subject,
    and nothing may stand between the preposition and the gerund.
    """
    if token.tag != "VBG":
        return False
    noun = sentence.head(token)
    preposition = sentence.head(noun)
    if noun.dep != "pobj" or preposition.lower not in _GERUND_MARKERS or preposition.i != token.i - 1:
        return False
    return sentence.head(preposition).lemma.lower() in lexicon.object_controls


# What may be wrong with a word, by the relation in which the parser puts it.
_RULES: Mapping[str, tuple[_Rule, ...]] = {
    "advcl": (_gerund_with_subject,),
    "advmod": (_part_on_auxiliary,),
    "amod": (_hidden_gerund,),
    "aux": (_modal_name,),
    "conj": (_unequal_conjunct, _coordinated_cue),
    "dobj": (_speaker_as_object, _event_adjective),
    "intj": (_called_out_subject,),
    "mark": (_part_on_auxiliary,),
    "neg": (_part_on_auxiliary,),
    "npadvmod": (_called_out_subject,),
    "nsubj": (_part_on_auxiliary, _stolen_subject, _inverted_source, _event_adjective),
    "nsubjpass": (_part_on_auxiliary, _event_adjective),
    "pobj": (_event_adjective,),
    "poss": (_object_before_quotation,),
}
