"""Scores that explain themselves: a candidate is the sum of its reasons, and a decision needs a clear best one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kgraph.model.vocabulary import EntityEntry

THRESHOLD = 0.6
"""A candidate below it is not linked, whatever the others are."""

MARGIN = 0.12
"""A candidate that is not better by this much than the next is one of several possible ones."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for a candidate, or against it where the weight is negative."""

    words: str
    weight: float

    def __str__(self) -> str:
        return f"{self.words} {self.weight:+.2f}"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a mention may mean.

    Attributes:
        entry: The entity.
        type: The class under which the mention shows it.
        rule: The rule that found it.
        reasons: What speaks for it and against it, the name itself first.
    """

    entry: EntityEntry
    type: str
    rule: str
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> float:
        """The sum of the reasons."""
        return round(sum(reason.weight for reason in self.reasons), 2)

    @property
    def score(self) -> float:
        """The weight, between 0 and 1."""
        return min(max(self.weight, 0.0), 1.0)

    def supported(self, *reasons: Reason | None) -> Candidate:
        """The candidate with more reasons; those that do not hold are ``None``."""
        told = [reason for reason in reasons if reason is not None]
        return Candidate(self.entry, self.type, self.rule, (*self.reasons, *told)) if told else self


@dataclass(frozen=True, slots=True)
class Decision:
    """What a mention means: one candidate, or none but several possible ones."""

    chosen: Candidate | None = None
    possible: tuple[Candidate, ...] = ()


UNKNOWN = Decision()
_STATE = "State"


def decide(candidates: Sequence[Candidate]) -> Decision:
    """Chooses the candidate that is good enough and clearly better than the next one, else all that are near it."""
    ranked = sorted(candidates, key=_rank)
    if not ranked or ranked[0].weight < THRESHOLD:
        return UNKNOWN
    near = tuple(each for each in ranked if ranked[0].weight - each.weight < MARGIN)
    chosen = near[0] if len(near) == 1 else _state_among(near)
    return Decision(chosen=chosen) if chosen is not None else Decision(possible=near)


def _state_among(near: Sequence[Candidate]) -> Candidate | None:
    """The state, where the others are bodies of it that share its name ("the Vatican")."""
    states = [each for each in near if each.entry.type == _STATE]
    own = len(states) == 1 and all(each.entry.country == states[0].entry.country for each in near)
    return states[0] if own else None


def _rank(candidate: Candidate) -> tuple[float, str]:
    return -candidate.weight, candidate.entry.iri
