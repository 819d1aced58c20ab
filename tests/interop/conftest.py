"""Clients as fixtures: started when a test first asks for them, ended when the tests of this folder are through."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias, TypeVar

import pytest

from kgraph.export.registry import EXPORTERS, export
from tests.interop.awkward import awkward_graph
from tests.interop.clients.client import FORMATS, Client

C = TypeVar("C", bound=Client)
Start: TypeAlias = Callable[[type[C]], C]


@pytest.fixture(scope="package")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start[Client]]:
    """Starts a client, or finds the one that runs; skips where the machine lacks it, unless none may be lacking."""
    running: dict[type[Client], Client] = {}
    with contextlib.ExitStack() as stack:

        def started(kind: type[Client]) -> Client:
            lacking = kind.missing()
            if lacking and os.environ.get("KGRAPH_ALL_CLIENTS") != "1":
                pytest.skip(f"lacks {lacking}")
            assert lacking is None
            if kind not in running:
                running[kind] = kind(tmp_path_factory.mktemp("client"))
                stack.callback(running[kind].close)
            return running[kind]

        yield started


@pytest.fixture(scope="package")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The awkward graph in every format of RDF, by the name of the file."""
    names = [each.name for each in EXPORTERS.values() if any(name.rpartition(".")[2] in FORMATS for name in each.files)]
    files = export(awkward_graph(), names, tmp_path_factory.mktemp("exported"))
    return {file.name: file for file in files}
