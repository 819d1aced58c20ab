"""Which names tell across documents who is meant."""

from __future__ import annotations

from kgraph.resolve.people import full_names


def test_only_names_of_several_words_are_full() -> None:
    assert full_names(["Anna Weber", "Weber", "Otto von Weber"]) == {"Anna Weber", "Otto von Weber"}
