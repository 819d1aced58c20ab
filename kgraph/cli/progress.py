"""How a run goes, told on standard error: a bar on a terminal, JSON where asked for, else only what went wrong."""

# Rich is slow to import, and needed only where standard error is a terminal; the store is not for every command.
# ruff: noqa: PLC0415
from __future__ import annotations

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
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (
            TextColumn("reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TextColumn("left"),
            TimeRemainingColumn(compact=True),
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
        tell(f"{document}: set aside, since it cannot be read: {reason}")


class Bar(Quiet):
    """A bar with the rate, the remaining time and the number of documents that were set aside."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._start = time.monotonic()
        self._documents = self._words = self._aside = 0
        self._total = 0

    def begin(self, work: Work) -> None:
        """Shows the bar."""
        self._start = time.monotonic()
        self._task = self._progress.add_task("", total=work.total, rate="", aside="")

    def read(self, document: str, words: int) -> None:  # noqa: ARG002
        """Moves it on."""
        self._advance(words)

    def aside(self, document: str, words: int, reason: str) -> None:
        """Moves it on and says why."""
        self._aside += 1
        super().aside(document, words, reason)
        self._advance(words)

    def _advance(self, words: int) -> None:
        self._documents += 1
        self._words += words
        seconds = max(time.monotonic() - self._start, 1e-3)
        rate = f"{self._documents / seconds:,.1f} documents/s, {self._words / seconds:,.0f} words/s"
        aside = f"{self._aside:,} set aside" if self._aside else ""
        self._progress.update(self._task, advance=1, rate=rate, aside=aside)


class JsonLines:
    """One JSON object a line: what is to be done, how far it is once a second, what is set aside."""

    def __init__(self) -> None:
        self._documents = self._words = self._aside = self._total = 0
        self._start = self._told = time.monotonic()

    def begin(self, work: Work) -> None:
        """Tells what is to be done."""
        self._total = work.total
        self._start = self._told = time.monotonic()
        write("begin", documents=work.total, words=work.words)

    def read(self, document: str, words: int) -> None:  # noqa: ARG002
        """Tells how far it is."""
        self._advance(words)

    def aside(self, document: str, words: int, reason: str) -> None:
        """Tells why."""
        self._aside += 1
        write("aside", document=document, reason=reason)
        self._advance(words)

    def _advance(self, words: int) -> None:
        self._documents += 1
        self._words += words
        now = time.monotonic()
        if now - self._told < _EVERY and self._documents < self._total:
            return
        self._told = now
        seconds = max(now - self._start, 1e-3)
        left = seconds / self._documents * (self._total - self._documents)
        write(
            "progress",
            documents=self._documents,
            of=self._total,
            aside=self._aside,
            documents_per_second=round(self._documents / seconds, 2),
            words_per_second=round(self._words / seconds),
            seconds_left=round(left),
        )


def write(event: str, **fields: Any) -> None:
    """Writes one event as one line of JSON on standard error."""
    click.echo(json.dumps({"event": event, **fields}), err=True)


def write_error(message: str) -> None:
    """Writes an error as an event."""
    write("error", message=" ".join(message.split()))


def write_note(message: str) -> None:
    """Writes what is worth knowing and no error as an event."""
    write("note", message=" ".join(message.split()))
