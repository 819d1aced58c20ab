"""Readings as lists, without the graph: a table for people, lines for programs.

The JSON forms are those of :mod:`kgraph.model.codec`. The open-IE form is one
open tuple a line, tab separated, as the scorers of that field read it
(sentence, confidence, relation, subject, object, further arguments; Stanovsky
and Dagan 2016, Bhardwaj et al. 2019).
"""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kgraph.export.openie import openie
from kgraph.export.wording import factuality, heading, holder, one_line, phrase
from kgraph.model.codec import FORMAT_VERSION, dump_lines, encode_mention, encode_statement
from kgraph.model.statement import Mention, Reading, Statement

TABLE_WIDTH = 100
_LONGEST_CELL = 120
_FACTUALITY_WIDTH = len("conditional,")
_DATE_WIDTH = len("2022-06-01")
_QUOTES = "\"'“”‘’«»"


@dataclass(frozen=True, slots=True)
class Listing:
    """A way to list a reading.

    Attributes:
        description: One line for ``kgraph formats``.
        lines: Renders one reading as lines, each with its line end.
    """

    description: str
    lines: Callable[[Reading], Iterable[str]]


def statements(reading: Reading) -> Iterator[str]:
    """The statements as JSON Lines, each with the model that read it."""
    model = str(reading.model)
    return dump_lines({**encode_statement(statement), "model": model} for statement in reading.statements)


def mentions(reading: Reading) -> Iterator[str]:
    """The mentions as JSON Lines, each with the model that read it."""
    model = str(reading.model)
    return dump_lines({**encode_mention(mention, reading.document.id), "model": model} for mention in reading.mentions)


def table(reading: Reading, width: int = TABLE_WIDTH) -> Iterator[str]:
    """A table of the statements for a terminal.

    Args:
        reading: What was read.
        width: Columns of the terminal.

    Yields:
        Lines with their line ends.
    """
    grid = Table(box=box.SIMPLE_HEAD, width=width, padding=(0, 1, 0, 0), pad_edge=False)
    for title, ratio in {"subject": 18, "predicate": 14, "object": 26, "said by": 14}.items():
        grid.add_column(title, ratio=ratio, overflow="fold")
    grid.add_column("factuality", width=_FACTUALITY_WIDTH)
    grid.add_column("time", width=_DATE_WIDTH, overflow="fold")
    for _sentence, together in itertools.groupby(reading.statements, key=lambda statement: statement.sentence):
        for statement in together:
            grid.add_row(*(Text(one_line(cell)) for cell in _cells(statement, reading.document.text)))
        grid.add_section()
    console = Console(width=width, color_system=None, force_terminal=False, legacy_windows=False)
    with console.capture() as capture:
        console.print(grid)
    yield heading(reading)
    if reading.statements:
        yield from (line.rstrip() + "\n" for line in capture.get().strip("\n").splitlines())
    yield "\n"


LISTINGS = {
    "jsonl": Listing(f"statements as JSON Lines, version {FORMAT_VERSION}", statements),
    "mentions": Listing(f"entity mentions as JSON Lines, version {FORMAT_VERSION}", mentions),
    "openie": Listing("open tuples, tab separated: sentence, confidence, relation, arguments", openie),
    "table": Listing("a table for people", table),
}


def _cells(statement: Statement, text: str) -> tuple[str, ...]:
    """The words of one row."""
    predicate = statement.predicate.lemma if _is_nominal(statement) else statement.predicate.text
    parts = [_name(statement.object)] if statement.object and not _in_content(statement, statement.object) else []
    for argument in statement.arguments:
        if not _in_content(statement, argument.filler):
            marker, _words = phrase(argument)
            parts.append(f"{marker} {_name(argument.filler)}".strip())
    if statement.content:
        words = " … ".join(span.of(text) for span in statement.content.spans)
        parts.append(f"“{words.strip(_QUOTES)}”" if statement.content.quoted else words)
    parts += [f"in {_name(statement.place)}"] if statement.place else []
    return (
        _name(statement.subject) if statement.subject else "–",
        f"{predicate} [{statement.event.type}]" if statement.event else predicate,
        textwrap.shorten(", ".join(parts), _LONGEST_CELL, placeholder=" …"),
        " < ".join(holder(link.source, text) for link in reversed(statement.attributed_to)),
        factuality(statement.factuality),
        (statement.time.value or statement.time.text) if statement.time else "",
    )


def _is_nominal(statement: Statement) -> bool:
    """Whether the object's own words are the predicate: "Minister" in "Minister Berg" says which office she holds."""
    return statement.object is not None and statement.object.span.overlaps(statement.predicate.span)


def _in_content(statement: Statement, part: Mention) -> bool:
    """Whether the object or an argument is what the statement's content gives already."""
    content = statement.content
    return content is not None and any(span.overlaps(part.span) for span in content.spans)


def _name(mention: Mention) -> str:
    """The words of a mention with what they were resolved to, where the words do not say it."""
    if mention.label is None or mention.label.casefold() in mention.text.casefold():
        return mention.text
    return f"{mention.text} (= {mention.label})"
