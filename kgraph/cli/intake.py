"""The documents of a run: the good ones go on, the errors of the others are told and counted."""

# Rich is slow to import, and needed only where standard error is a terminal.
# ruff: noqa: PLC0415
from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from kgraph.errors import InputError
from kgraph.model.document import Document
from kgraph.read.selection import Selection


def tell(message: str) -> None:
    """Writes one error as one line on standard error."""
    click.echo(f"kgraph: error: {' '.join(message.split())}", err=True)


def note(message: str) -> None:
    """Writes what is worth knowing and no error as one line on standard error."""
    click.echo(f"kgraph: {message}", err=True)


class Run:
    """The documents of one run of a command.

    Attributes:
        documents: Those that can be read and are selected; each passes once.
        empty: Whether there are none; known before the first is asked for.
    """

    def __init__(
        self,
        found: Iterator[Document | InputError],
        selection: Selection,
        advance: Callable[[str], None],
        tell_error: Callable[[str], None],
    ) -> None:
        self._advance = advance
        self._selection = selection
        self._tell = tell_error
        self._failed = 0
        good = self._good(found)
        first = next(good, None)
        self.empty = first is None
        self.documents: Iterator[Document] = itertools.chain([] if first is None else [first], good)

    @property
    def exit_code(self) -> int:
        """0 if all documents were read, 1 if some failed, 3 if all did; final once ``documents`` is used up."""
        if self.empty:
            return InputError.exit_code
        return 1 if self._failed else 0

    @property
    def all_read(self) -> bool:
        """Whether nothing failed so far."""
        return not self._failed

    def _good(self, found: Iterator[Document | InputError]) -> Iterator[Document]:
        for item in found:
            if isinstance(item, InputError):
                self._failed += 1
                self._tell(str(item))
            elif self._selection.takes(item):
                self._advance(item.id)
                yield item


@contextmanager
def open_run(
    found: Iterator[Document | InputError],
    *,
    show_progress: bool,
    any_language: bool = False,
    tell_error: Callable[[str], None] = tell,
    tell_note: Callable[[str], None] = note,
) -> Iterator[Run]:
    """Starts a run and, if wanted and standard error is a terminal, shows its progress there.

    At the end it tells what was left unread on purpose.

    Args:
        found: What the readers yield.
        show_progress: False where the output itself goes to the terminal.
        any_language: Whether to read other languages than English.
        tell_error: What tells of the errors.
        tell_note: What tells of the rest.
    """
    selection = Selection(any_language)
    try:
        with _progress(show_progress) as advance:
            yield Run(found, selection, advance, tell_error)
    finally:
        for line in selection.told():
            tell_note(line)


@contextmanager
def _progress(wanted: bool) -> Iterator[Callable[[str], None]]:
    """What to call with the id of each document."""
    if not (wanted and sys.stderr.isatty()):
        yield lambda _document: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:,.0f} documents"), TimeElapsedColumn())
    name = TextColumn("{task.description}", markup=False)
    with Progress(*columns, name, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda document: progress.update(task, advance=1, description=document[:60])
