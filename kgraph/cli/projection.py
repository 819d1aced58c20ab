"""The options that choose what of a graph is shown; every command that shows one has the same."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from kgraph.cli.options import iso_date
from kgraph.errors import UsageError

if TYPE_CHECKING:
    from kgraph.graph.selection import Projection
    from kgraph.model.vocabulary import Vocabulary

VIEW_NAMES = ("actors", "claims", "statements")

_VIEW_HELP = "Who acts on whom, who says what, or every statement"

_OPTIONS = (
    click.option("--event-type", "event_types", multiple=True, metavar="NAME", help="PLOVER type, such as ACCUSE."),
    click.option("--from", "since", metavar="2022-06-01", callback=iso_date, help="First day of what is shown."),
    click.option("--to", "until", metavar="2022-06-30", callback=iso_date, help="Last day of what is shown."),
    click.option("--source", "sources", multiple=True, metavar="NAME", help="Outlet that the documents come from."),
    click.option(
        "--min-evidence",
        type=click.IntRange(1),
        default=1,
        metavar="N",
        help="How many documents must tell an edge or a claim.",
    ),
    click.option("--by-country", is_flag=True, help="Fold persons, bodies and places into their states."),
    click.option("--signed", is_flag=True, help="Join actors by cooperation and conflict, not by what they do."),
)


_NAMES = ("event_types", "since", "until", "sources", "min_evidence", "by_country", "signed")


def projection_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of what is shown but for the view, given to the command as one ``projection``."""

    @functools.wraps(command)
    def projected(*args: Any, **given: Any) -> None:
        from kgraph.graph.selection import Projection  # noqa: PLC0415 - slow

        chosen = {name: given.pop(name) for name in _NAMES}
        chosen["event_types"] = tuple(name.upper() for name in chosen["event_types"])
        command(*args, projection=Projection(**chosen), **given)

    for decorate in reversed(_OPTIONS):
        projected = decorate(projected)
    return projected


def views_option(*default: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The option of a command that shows several views; given to it as ``views``."""
    return click.option(
        "--view",
        "views",
        multiple=True,
        type=click.Choice(VIEW_NAMES),
        default=default,
        show_default=True,
        help=f"{_VIEW_HELP}; as often as wanted.",
    )


def view_option(default: str = "actors") -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The option of a command that shows one view; given to it as ``view``."""
    return click.option(
        "--view", type=click.Choice(VIEW_NAMES), default=default, show_default=True, help=f"{_VIEW_HELP}."
    )


def check_event_types(projection: Projection, vocabulary: Vocabulary) -> None:
    """Makes sure that a projection names event types of the ontology.

    Raises:
        UsageError: It names another.
    """
    for name in projection.event_types:
        if name not in vocabulary.event_types:
            raise UsageError(f"unknown event type {name!r}; there are: {', '.join(sorted(vocabulary.event_types))}")
