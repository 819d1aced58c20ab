"""Parquet: one row, one document."""

# pyarrow is large and not always there: it waits for the first file that needs it.
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Iterator

from kgraph.errors import InputError
from kgraph.read import rows
from kgraph.read.source import Defaults, Found, Source, seekable

_ROWS_AT_ONCE = 256


def read(source: Source, defaults: Defaults) -> Iterator[Found | InputError]:
    """Reads the rows of a Parquet file, in batches and only the columns that are used (:mod:`kgraph.read.rows`).

    Yields:
        A row's document, or its error with the number of the row.
    """
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        yield InputError(f"{source.name}: Parquet needs pyarrow; install it: pip install 'kgraph[tables]'")
        return
    with source.open() as opened:
        try:
            file = parquet.ParquetFile(seekable(opened), pre_buffer=False)
            found = rows.required(file.schema_arrow.names, defaults.columns, source.name)
            number = 0
            for batch in file.iter_batches(_ROWS_AT_ONCE, columns=sorted({*found.values()})):
                for row in batch.to_pylist():
                    number += 1
                    yield _row(row, found, source, number, defaults)
        except InputError as error:
            yield error
        except ArrowException as error:
            yield InputError(f"{source.name}: no whole Parquet file: {error}; write it again")


def _row(
    row: dict[str, object], found: dict[str, str], source: Source, number: int, defaults: Defaults
) -> Found | InputError:
    try:
        return rows.document(row, found, rows.row_place(source, number), defaults)
    except InputError as error:
        return error
