"""A graph that was built before, from its records."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path

from kgraph.errors import InputError
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.graph_codec import decode_graph

RECORDS = "graph.jsonl"
_GZIP = ".gz"


def read_graph(path: Path) -> KnowledgeGraph:
    """Reads the records of a graph.

    Args:
        path: A folder that ``kgraph build`` wrote, or its ``graph.jsonl``, of any name; one that ends in ``.gz`` is
            compressed.

    Raises:
        InputError: There is none, it cannot be read, or it is malformed; the message names the line.
    """
    file = _records(path)
    name = str(file)
    try:
        with file.open("rb") as raw:
            plain = gzip.GzipFile(fileobj=raw) if name.lower().endswith(_GZIP) else raw
            # Only line feeds end a line: JSON writes the other line ends of Unicode as they are.
            with io.TextIOWrapper(plain, encoding="utf-8", newline="\n") as lines:
                return decode_graph(lines, name)
    except FileNotFoundError as error:
        raise InputError(f"{path}: there is no such file or folder; check the path") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: not UTF-8: {error}; write it again with kgraph build") from error
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(f"{name}: not a whole gzip file: {error}; write it again with kgraph build") from error
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror or error}; check the file") from error


def _records(path: Path) -> Path:
    if not path.is_dir():
        return path
    found = next((file for file in (path / RECORDS, path / f"{RECORDS}{_GZIP}") if file.exists()), None)
    if found is None:
        raise InputError(f"{path}: the folder holds no {RECORDS}; build it with --format records")
    return found
