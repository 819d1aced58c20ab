"""Triggers that are in vain: words that no text can match, or that another trigger always matches before them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kgraph.inflection import singulars
from kgraph.model.finding import Finding, Weight
from kgraph.model.vocabulary import PredicateType, Vocabulary
from kgraph.ontology.triples import Triples

# A noun is matched with the one word before it.
_LONGEST_NOUN = 2


@dataclass(frozen=True, slots=True)
class TriggerWords:
    """What can stand in triggers.

    Attributes:
        verb: The lemma of a verb form; the word itself if it is a lemma or unknown.
        nouns: Lemmas of the nouns that make statements.
    """

    verb: Callable[[str], str]
    nouns: AbstractSet[str]


def in_vain(vocabulary: Vocabulary, triples: Triples, words: TriggerWords) -> Iterator[Finding]:
    """Warns of triggers that never match and of predicates that have none."""
    seen: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for predicate in vocabulary.predicates:
        for problem, remedy in _problems(predicate, words, seen):
            yield Finding(str(triples.files[predicate.iri]), predicate.iri, problem, remedy, Weight.WARNING)


def _problems(
    predicate: PredicateType, words: TriggerWords, seen: defaultdict[tuple[str, ...], list[str]]
) -> Iterator[tuple[str, str]]:
    if not predicate.verbs and not predicate.nouns:
        yield "has no trigger, so nothing makes it", "give it a kg:verbTrigger or a kg:nounTrigger"
    for trigger in predicate.verbs:
        subject, verb, others = _parts(trigger)
        lemma = words.verb(verb)
        if lemma != verb:
            yield (
                f"has the verb trigger {trigger!r}, whose verb is no lemma",
                f"write {trigger.replace(verb, lemma, 1)!r}",
            )
        same = seen[subject, verb, *sorted(others)]
        if same:
            yield f"has the verb trigger {trigger!r}, which {same[0]} goes before", "remove one of the two"
        same.append(f"{trigger!r} of <{predicate.iri}>")
    for trigger in predicate.nouns:
        noun = trigger.split()
        if len(noun) > _LONGEST_NOUN:
            yield f"has the noun trigger {trigger!r}, which is too long to match", "leave one word before the noun"
        elif words.nouns.isdisjoint(singulars(noun[-1])):
            remedy = "remove it, or add the noun to deverbal_nouns.tsv of the lexicon"
            yield f"has the noun trigger {trigger!r}, whose noun makes no statement", remedy


def _parts(trigger: str) -> tuple[str, str, list[str]]:
    """The class of the subject, the verb and the words after it."""
    parts = trigger.split()
    subject = parts.pop(0) if parts[0].startswith("<") else ""
    return subject, parts[0], parts[1:]
