"""How a run goes, told on standard error: a bar on a terminal, JSON where asked for, else only what went wrong."""

# Rich is slow to import, and needed only where standard error is a terminal; the store is not for every command.
# ruff: noqa: PLC0415
from __future__ import annotations

import datetime
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from kgraph.cli.intake import tell

if TYPE_CHECKING:
    from rich.progress import Progress

    from kgraph.corpus import Watcher
    from kgraph.store.store import Work

_EVERY = 1.0  # seconds between two lines of progress in JSON


@contextmanager
def watching(log_json: bool) -> Iterator[Watcher]:
    """A watcher for the run of a command."""
    if log_json:
        yield JsonLines()
    elif sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (
            TextColumn("reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TextColumn("{task.fields[left]}"),
            TextColumn("[red]{task.fields[aside]}"),
        )
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            yield Bar(progress)
    else:
        yield Quiet()


class Quiet:
    """Tells only of documents that are set aside."""

    def begin(self, work: Work) -> None:
        """Says nothing."""

    def read(self, document: str, words: int) -> None:
        """Says nothing."""

    def aside(self, document: str, words: int, reason: str) -> None:  # noqa: ARG002
        """Says why."""
        tell_aside(document, reason)


class Pace:
    """How far a run is, how fast it is on the whole, and how long it will still take at that speed.

    Attributes:
        work: What is to be done.
        documents: How many are done or set aside.
        aside: How many of them are set aside.
    """

    def __init__(self, work: Work) -> None:
        self.work = work
        self.documents = self.aside = self._words = 0
        self._start = time.monotonic()

    def advance(self, words: int) -> None:
        """A document of so many words more is done."""
        self.documents += 1
        self._words += words

    @property
    def documents_per_second(self) -> float:
        """Since the beginning."""
        return self.documents / self._seconds

    @property
    def words_per_second(self) -> float:
        """Since the beginning."""
        return self._words / self._seconds

    @property
    def seconds_left(self) -> float:
        """By the words that are left, since a long document takes longer."""
        return max(self.work.words - self._words, 0) / self.words_per_second if self._words else 0.0

    @property
    def _seconds(self) -> float:
        return max(time.monotonic() - self._start, 1e-3)


class Bar(Quiet):
    """A bar with the rate, the remaining time and the number of documents that were set aside."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def begin(self, work: Work) -> None:
        """Shows the bar."""
        self._pace = Pace(work)
        self._task = self._progress.add_task("", total=work.total, rate="", left="", aside="")

    def read(self, document: str, words: int) -> None:  # noqa: ARG002
        """Moves it on."""
        self._advance(words)

    def aside(self, document: str, words: int, reason: str) -> None:
        """Moves it on and says why."""
        self._pace.aside += 1
        super().aside(document, words, reason)
        self._advance(words)

    def _advance(self, words: int) -> None:
        pace = self._pace
        pace.advance(words)
        self._progress.update(
            self._task,
            advance=1,
            rate=f"{pace.documents_per_second:,.1f} documents/s, {pace.words_per_second:,.0f} words/s",
            left=f"{datetime.timedelta(seconds=round(pace.seconds_left))} left",
            aside=f"{pace.aside:,} set aside" if pace.aside else "",
        )


class JsonLines:
    """One JSON object a line: what is to be done, how far it is once a second, what is set aside."""

    def begin(self, work: Work) -> None:
        """Tells what is to be done."""
        self._pace = Pace(work)
        self._told = time.monotonic()
        write("begin", documents=work.total, words=work.words)

    def read(self, document: str, words: int) -> None:  # noqa: ARG002
        """Tells how far it is."""
        self._advance(words)

    def aside(self, document: str, words: int, reason: str) -> None:
        """Tells why."""
        self._pace.aside += 1
        write_aside(document, reason)
        self._advance(words)

    def _advance(self, words: int) -> None:
        pace = self._pace
        pace.advance(words)
        now = time.monotonic()
        if now - self._told < _EVERY and pace.documents < pace.work.total:
            return
        self._told = now
        write(
            "progress",
            documents=pace.documents,
            of=pace.work.total,
            aside=pace.aside,
            documents_per_second=round(pace.documents_per_second, 2),
            words_per_second=round(pace.words_per_second),
            seconds_left=round(pace.seconds_left),
        )


def tell_aside(document: str, reason: str) -> None:
    """Tells in one line why a document was set aside."""
    tell(f"{document}: set aside, since it cannot be read: {reason}")


def write_aside(document: str, reason: str) -> None:
    """Writes the same as an event."""
    write("aside", document=document, reason=reason)


def write(event: str, **fields: Any) -> None:
    """Writes one event as one line of JSON on standard error."""
    click.echo(json.dumps({"event": event, **fields}), err=True)


def write_error(message: str) -> None:
    """Writes an error as an event."""
    write("error", message=" ".join(message.split()))


def write_note(message: str) -> None:
    """Writes what is worth knowing and no error as an event."""
    write("note", message=" ".join(message.split()))
