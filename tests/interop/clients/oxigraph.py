"""The Oxigraph server."""

from __future__ import annotations

import sys
from pathlib import Path

import pyoxigraph as ox

from tests.interop.clients.client import FORMATS, Store
from tests.interop.clients.server import Server, ask, free_port, send

_PROGRAM = Path(sys.executable).with_name("oxigraph")


class OxigraphServer(Store):
    """The server of the PyPI package ``oxigraph``."""

    name = "oxigraph"
    reads = FORMATS

    @classmethod
    def missing(cls) -> str | None:
        return None if _PROGRAM.exists() else "the oxigraph server; pip install oxigraph"

    def __init__(self, scratch: Path) -> None:
        super().__init__(scratch)
        address = f"127.0.0.1:{free_port()}"
        self._url = f"http://{address}"
        self._server = Server(
            [str(_PROGRAM), "serve", "--bind", address], scratch, f"{self._url}/query?query=ASK%7B%7D"
        )

    def load(self, file: Path) -> None:
        send(f"{self._url}/update", b"CLEAR ALL", "application/sparql-update")
        send(f"{self._url}/store", file)

    def solutions(self, query: str) -> ox.QuerySolutions:
        return ask(f"{self._url}/query", query)

    def close(self) -> None:
        self._server.stop()
