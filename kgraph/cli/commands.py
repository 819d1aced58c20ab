"""The commands of ``kgraph``."""

# What is slow to import waits for the command that needs it, and a command has one argument an option.
# ruff: noqa: PLC0415, PLR0913, PLR0917

from __future__ import annotations

import datetime
import functools
import shutil
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from kgraph import __version__
from kgraph.cli import (
    dictionary,
    engines,
    graph_reports,
    graphs,
    intake,
    interrupts,
    output,
    pictures,
    progress,
    stores,
)
from kgraph.cli.engines import Chosen, engine_options
from kgraph.cli.options import DEBUG, Inputs, Manner, debug_option, reading_options, store_options
from kgraph.cli.writing import Writing, optional_writing_options
from kgraph.errors import KGraphError
from kgraph.read import registry

HELP = """Reads political news and builds a knowledge graph of statements.

INPUT is a file (text, HTML, JSON Lines, CSV, Parquet, feed, web archive,
NewsML: see kgraph formats), a folder or a pattern of such files, a URL of a
store such as s3://, or - for text on standard input. Data goes to standard
output, all messages to standard error.

\b
Exit codes:
    0  all went well
    1  finished, but some documents could not be read (one line each says why);
       of validate: the graph does not conform
    2  wrong usage: an unknown option, format or date; a faulty RDF file or query
    3  no document could be read
    4  the output cannot be written
    5  the language model is missing or does not fit
    6  the ontology or the lexicon is malformed
    7  a query took longer than its time limit
    8  the store is damaged, in use or not up to date
    9  workers cannot be started, or the cluster cannot be reached
   70  an error of kgraph itself
  130  interrupted (ctrl-C); 143  terminated
  141  the reader of standard output went away
"""
LISTING_NAMES = ("table", "jsonl", "mentions", "openie")


class Commands(click.Group):
    """The group of all commands; shows the trace of an error if ``--debug`` was given."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command that was given."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            output.discard_stdout()
            ctx.exit(141)
        except KeyboardInterrupt as error:
            if sys.stderr.isatty():
                click.echo(err=True)  # after the terminal's ^C; elsewhere an empty line would be a line too many
            raise click.Abort from error
        except click.exceptions.Exit:
            raise
        except Exception:
            if ctx.meta.get(DEBUG):
                traceback.print_exc()
            raise
        return result


def main(args: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code.

    Args:
        args: The arguments, by default those of the process.
    """
    manner = Manner()
    try:
        with interrupts.heeded():
            return int(kgraph.main(args, prog_name="kgraph", standalone_mode=False, obj=manner) or 0)
    except click.ClickException as error:
        message, exit_code = f"{error.format_message()} (see kgraph --help)", error.exit_code
    except click.Abort:
        message, exit_code = "interrupted", 130
    except interrupts.TerminatedError:
        message, exit_code = "terminated", 143
    except KGraphError as error:
        message, exit_code = str(error), error.exit_code
    except Exception as error:
        message = f"unexpected {type(error).__name__}: {error}; run it again with --debug and report the trace"
        exit_code = KGraphError.exit_code
    (progress.write_error if manner.json else intake.tell)(message)
    return exit_code


@click.group(
    cls=Commands,
    help=HELP,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="kgraph %(version)s")
@debug_option
@click.pass_context
def kgraph(ctx: click.Context) -> None:
    """Without a command, shows the help."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@kgraph.command()
@reading_options
@click.option("--base", metavar="IRI", help="What the IRIs of documents, statements and new entities begin with.")
@optional_writing_options
@store_options
@engine_options
@click.pass_context
def build(
    ctx: click.Context,
    inputs: Inputs,
    base: str | None,
    writing: Writing | None,
    store: Path | None,
    keep: bool,
    retry: bool,
    log_json: bool,
    chosen: Chosen,
    date: datetime.date | None,
    model: str | None,
    ontology: Path | None,
) -> None:
    """Builds the knowledge graph of all INPUTs.

    It goes to a folder, one or more files a format, or to one file, whose ending tells the format; an ending .gz
    compresses it. Prints the paths of the files written. What is shown of the graph, by --view and the options after
    it, goes for the formats of graph files (graphml, gexf, cytoscape, dot, node-link). For example:

        kgraph build articles/ --date 2022-06-01 -o graph

        kgraph build articles/ --date 2022-06-01 -o news.ttl.gz

        kgraph build articles/ -o graph --format gexf --view actors --by-country --from 2022-06-01

    With --store, a file keeps all that was read: the next run reads only what is new or has changed, forgets
    documents that are not among the INPUTs any more, and goes on where it was interrupted. Without INPUT it brings the
    store up to date after a change of the model, the ontology or kgraph:

        kgraph build articles/ --store news.kgraph -o graph

    All cores of the machine read; with --engine dask the machines of a Dask cluster do. The graph is the same. Without
    -o they write it too, in parts, into the folder that all of them see:

        kgraph build articles/ --engine dask --scheduler tcp://head:8786 --shared /mnt/news --format turtle
    """
    if not inputs.paths and store is None:
        raise click.UsageError("nothing to read; give files, folders or - for standard input")
    if writing is None and store is None and chosen.shared is None:
        raise click.UsageError("say where the graph goes: -o DIR, or what keeps it: --store FILE")
    in_parts = chosen.shared is not None and store is None
    if writing is not None and not writing.place and not in_parts:
        raise click.UsageError("say where the files go: -o DIR; only a cluster writes into its --shared DIR without")
    from kgraph.cli import building
    from kgraph.cli import target as where

    target = where.target(writing) if writing is not None and writing.place else None
    how = where.in_parts(writing)
    building.check(None if writing is None else writing.projection, base, ontology)
    reader = engines.engine(chosen)
    wanted = building.Wanted(model, ontology, keep, retry, log_json, inputs.any_language, reader, base, target, how)
    built = building.run(store, chosen.shared, inputs.read(date) if inputs.paths else None, wanted)
    for path in built.files:
        click.echo(path)
    ctx.exit(built.exit_code)


@kgraph.command()
@reading_options
@click.option("--text", metavar="TEXT", help="Read this text instead of INPUT.")
@click.option(
    "--format", "listing", type=click.Choice(LISTING_NAMES), default="table", show_default=True, help="What to list."
)
@click.option("--explain", is_flag=True, help="Tell of each part of each statement which words and rule it rests on.")
@click.option("-o", "--output", "file", default="-", metavar="FILE", help="Where to write; - is standard output.")
@click.option("--one-sentence-per-line", is_flag=True, help="Every line of the text is exactly one sentence.")
@click.pass_context
def extract(
    ctx: click.Context,
    inputs: Inputs,
    text: str | None,
    listing: str,
    explain: bool,
    file: str,
    one_sentence_per_line: bool,
    date: datetime.date | None,
    model: str | None,
    ontology: Path | None,
) -> None:
    """Lists the statements of all INPUTs.

    INPUT can also be a text on the command line. For example:

        kgraph extract --text "Russia criticized the U.S. decision."

    With --explain, each statement tells in 100 columns which words, at which offsets, and which rule
    made each of its parts, who holds it, and how it is coded:

        kgraph extract --explain --text "Russia criticized the U.S. decision."
    """
    if (text is None) == (not inputs.paths):
        raise click.UsageError("give files, folders or - for standard input, or else --text")
    if explain and ctx.get_parameter_source("listing") is not click.core.ParameterSource.DEFAULT:
        raise click.UsageError(f"--explain is a list of its own; leave out --format {listing}")
    found = inputs.read(date) if text is None else iter([registry.from_text(text, date)])
    on_screen = file == output.STDOUT and sys.stdout.isatty()
    # A text that is given directly is read whatever its language.
    every = inputs.any_language or text is not None
    with (
        output.open_text(file) as lines,
        intake.open_run(found, show_progress=not on_screen, any_language=every) as run,
    ):
        if run.empty:
            ctx.exit(run.exit_code)
        from kgraph import pipeline
        from kgraph.export.explain import explain as explanation
        from kgraph.export.listing import LISTINGS, table

        write = explanation if explain else LISTINGS[listing].lines
        if write is table and on_screen:
            write = functools.partial(table, width=shutil.get_terminal_size().columns)
        engine = pipeline.Pipeline(model, one_sentence_per_line, ontology)
        for reading in engine.read_all(run.documents):
            lines.writelines(write(reading))
    ctx.exit(run.exit_code)


@kgraph.command()
@debug_option
def formats() -> None:
    """Lists what can be read and written."""
    from kgraph.export.listing import LISTINGS
    from kgraph.export.registry import EXPORTERS

    sections = {
        "INPUT files, --input-format": [
            (name, f"{entry.description} ({', '.join(entry.suffixes)})") for name, entry in registry.FORMATS.items()
        ],
        "kgraph build --format": [
            (name, f"{exporter.description} ({', '.join(exporter.files)})") for name, exporter in EXPORTERS.items()
        ],
        "kgraph extract --format": [(name, entry.description) for name, entry in LISTINGS.items()],
    }
    for title, rows in sections.items():
        click.echo(f"{title}:")
        for name, description in sorted(rows):
            click.echo(f"  {name:<10} {description}")


kgraph.add_command(dictionary.ontology)
kgraph.add_command(graph_reports.export)
kgraph.add_command(graph_reports.stats)
kgraph.add_command(graphs.merge)
kgraph.add_command(graphs.query)
kgraph.add_command(graphs.validate)
kgraph.add_command(pictures.plot)
kgraph.add_command(pictures.report)
kgraph.add_command(stores.store)
