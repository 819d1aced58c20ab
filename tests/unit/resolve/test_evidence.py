"""When a candidate is chosen, and what it says for itself."""

from __future__ import annotations

from kgraph.model.vocabulary import EntityEntry
from kgraph.resolve.evidence import UNKNOWN, Candidate, Decision, Reason, decide


def candidate(iri: str, *weights: float, kind: str = "State", country: str | None = None) -> Candidate:
    reasons = tuple(Reason(f"reason {i}", weight) for i, weight in enumerate(weights))
    return Candidate(EntityEntry(iri, iri, kind, (), country=country), kind, "name", reasons)


def test_the_score_is_the_sum_of_the_reasons_within_bounds() -> None:
    assert candidate("a", 0.5, 0.25).score == 0.75
    assert candidate("a", 0.9, 0.9).score == 1
    assert candidate("a", 0.1, -0.5).score == 0
    assert str(Reason("the same state", 0.15)) == "the same state +0.15"


def test_reasons_that_do_not_hold_are_passed_over() -> None:
    assert candidate("a", 0.5).supported(None, Reason("more", 0.25)).score == 0.75


def test_a_clearly_better_one_is_chosen() -> None:
    best = candidate("a", 0.8)
    assert decide([candidate("b", 0.6), best]) == Decision(chosen=best)


def test_near_ones_are_all_possible_whatever_their_order() -> None:
    first, second = candidate("a", 0.8), candidate("b", 0.75)
    assert decide([second, first]) == decide([first, second]) == Decision(possible=(first, second))


def test_more_than_the_bound_still_counts() -> None:
    best = candidate("a", 0.9, 0.3)
    assert decide([best, candidate("b", 1.0)]).chosen == best


def test_a_weak_one_is_not_chosen_for_want_of_others() -> None:
    assert decide([candidate("a", 0.5)]) == decide([]) == UNKNOWN


def test_a_state_goes_before_a_body_of_it_with_its_name() -> None:
    state = candidate("a", 0.8, country="VAT")
    assert decide([state, candidate("b", 0.8, kind="Organization", country="VAT")]).chosen == state
    assert decide([state, candidate("b", 0.8, kind="Organization", country="ITA")]).chosen is None
