"""Files whose content is divided into buckets: whoever wants one bucket of a file reads no other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kgraph.engine.parts import appearing

_BUCKET = "bucket"


def digest(*parts: object) -> str:
    """A name made of what something is made of."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def bucket_of(buckets: int, *parts: str) -> int:
    """The bucket that something belongs to, out of so many."""
    return int(digest(*parts)[:8], 16) % buckets


def put(path: Path, rows: Iterable[Mapping[str, str]], columns: tuple[str, ...]) -> None:
    """Writes the texts of each bucket, by their columns; the first row is that of the first bucket.

    Raises:
        OutputError: The file cannot be written.
    """
    schema = pa.schema([(_BUCKET, pa.int32()), *((column, pa.large_string()) for column in columns)])
    with (
        appearing(path) as place,
        pq.ParquetWriter(place, schema, compression="zstd", write_statistics=False) as writer,
    ):
        for bucket, row in enumerate(rows):
            # A row group each, so that the others are passed over.
            writer.write_table(pa.Table.from_pylist([{_BUCKET: bucket, **row}], schema=schema))


def get(path: Path, bucket: int, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The texts of one bucket in some columns."""
    with pq.ParquetFile(path) as file:
        (row,) = file.read_row_group(bucket, columns=list(columns)).to_pylist()
    return tuple(row[column] for column in columns)
