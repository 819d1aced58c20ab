"""A pipeline's components over many paragraphs at once, its transition parsers a step at a time.

spaCy's dependency parser and entity recogniser are transition systems (Honnibal
and Johnson, "An improved non-monotonic transition system for dependency
parsing", 2015). Their greedy loop gives up the interpreter's lock and takes it
again for each of the eight feature vectors of each transition, since the
matrix library that it calls declares that it may raise: half of the time of
both. Here the loop keeps the lock and scores the next transition of all
paragraphs of a group together; each step is the components' own, and so is what
comes of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from spacy.pipeline import DependencyParser, EntityRecognizer
from thinc.api import NumpyOps

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

T = TypeVar("T")

_TOKENS = 1_000  # of a group: more take more memory and are no faster


def groups(paragraphs: Iterable[T], tokens: Callable[[T], int]) -> Iterator[list[T]]:
    """Paragraphs in groups of bounded size; a longer one alone.

    Args:
        paragraphs: The paragraphs.
        tokens: How many tokens one has.
    """
    group: list[T] = []
    total = 0
    for paragraph in paragraphs:
        size = tokens(paragraph)
        if group and total + size > _TOKENS:
            yield group
            group, total = [], 0
        group.append(paragraph)
        total += size
    if group:
        yield group


def annotate(nlp: Language, docs: list[Doc]) -> list[Doc]:
    """Runs the components of a pipeline over the paragraphs of one group; the same as ``nlp.pipe``."""
    for _, component in nlp.pipeline:
        if _is_greedy(component):
            _parse_greedily(component, docs)
        elif hasattr(component, "pipe"):
            docs = list(component.pipe(docs, batch_size=len(docs)))
        else:
            docs = [component(doc) for doc in docs]
    return docs


def _is_greedy(component: Any) -> bool:
    """Whether a component is a transition system on the processor that takes the best transition at each step."""
    return (
        isinstance(component, (DependencyParser, EntityRecognizer))
        and component.cfg["beam_width"] == 1
        and isinstance(component.model.ops, NumpyOps)
    )


def _parse_greedily(component: Any, docs: list[Doc]) -> None:
    docs = [doc for doc in docs if len(doc)]
    if not docs:
        return
    scorer = component.model.predict(docs)
    states = component.moves.init_batch(docs)
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        unfinished = component.transition_states(unfinished, scorer.predict(unfinished))
    component.set_annotations(docs, states)
