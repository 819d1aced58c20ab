"""A memory of bounded size."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kgraph.parse.recent import Recent


@given(st.lists(st.integers(0, 12)), st.integers(1, 6))
def test_values_are_right_and_few_are_kept(keys: list[int], most: int) -> None:
    made: list[int] = []

    def double(key: int) -> int:
        made.append(key)
        return 2 * key

    recent = Recent(double, most)
    for key in keys:
        assert recent[key] == 2 * key
        assert len(recent) <= most
    assert set(made) == set(keys)


def test_what_is_asked_for_again_and_again_is_made_once() -> None:
    made: list[int] = []
    recent = Recent(made.append, 3)
    for key in range(20):
        _ = recent[-1], recent[key]
    assert made.count(-1) == 1
    _ = recent[0]
    assert made.count(0) == 2
