"""Surnames inside one document."""

from __future__ import annotations

import pytest

from kgraph.resolve.people import full_names, surname


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Anna Weber", "Weber"), ("Robert Hall Jr.", "Hall"), ("Weber", "Weber"), ("Jr.", "Jr.")],
)
def test_surname(name: str, expected: str) -> None:
    assert surname(name) == expected


def test_a_surname_means_its_only_bearer() -> None:
    assert full_names(["Anna Weber", "Weber"])["Weber"] == "Anna Weber"


def test_a_shared_surname_means_nobody() -> None:
    assert "Weber" not in full_names(["Anna Weber", "Otto Weber", "Weber"])


def test_a_surname_without_full_name_stays_alone() -> None:
    assert full_names(["Weber"]) == {}
