from __future__ import annotations

import datetime

import click
import pytest
from click.testing import CliRunner

from kgraph.cli import projection as options
from kgraph.errors import UsageError
from kgraph.graph.projection import VIEWS
from kgraph.graph.selection import VIEW_NAMES, Projection
from kgraph.model.vocabulary import EventType, Vocabulary


def given(*arguments: str) -> tuple[Projection, str]:
    """What a command with the options is given."""
    found: list[tuple[Projection, str]] = []

    @click.command()
    @options.view_option()
    @options.projection_options
    def command(projection: Projection, view: str) -> None:
        found.append((projection, view))

    CliRunner().invoke(command, arguments, catch_exceptions=False, standalone_mode=False)
    return found[0]


def test_the_views_have_one_list_of_names() -> None:
    assert options.VIEW_NAMES == VIEW_NAMES == tuple(VIEWS)


def test_every_option_reaches_the_projection() -> None:
    assert given() == (Projection(), "actors")
    window = ("--from", "2022-06-01", "--to", "2022-06-30")
    sources = ("--source", "The Paper", "--source", "The Wire")
    rest = ("--event-type", "accuse", "--min-evidence", "2", "--by-country", "--signed", "--view", "claims")
    assert given(*window, *sources, *rest) == (
        Projection(
            event_types=("ACCUSE",),
            since=datetime.date(2022, 6, 1),
            until=datetime.date(2022, 6, 30),
            sources=("The Paper", "The Wire"),
            min_evidence=2,
            by_country=True,
            signed=True,
        ),
        "claims",
    )


@pytest.mark.parametrize("arguments", [("--min-evidence", "0"), ("--view", "maps"), ("--from", "June")])
def test_wrong_usage_is_told(arguments: tuple[str, ...]) -> None:
    with pytest.raises(click.UsageError):
        given(*arguments)


def test_event_types_must_be_in_the_ontology() -> None:
    vocabulary = Vocabulary("1", {"AID": EventType("urn:x", "AID", "aid", "")}, (), ())
    options.check_event_types(Projection(event_types=("AID",)), vocabulary)
    with pytest.raises(UsageError, match="unknown event type 'AIDS'; there are: AID"):
        options.check_event_types(Projection(event_types=("AIDS",)), vocabulary)
