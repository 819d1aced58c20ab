"""Apache Jena: its command-line tools and its server Fuseki."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from tests.interop.clients.client import FORMATS, INSTALLED, Store, results, run
from tests.interop.clients.server import Server, ask, free_port, send

_JAVA = INSTALLED / "jdk" / "bin" / "java"
_JARS = INSTALLED / "jena" / "lib"


def missing() -> str | None:
    """What the machine lacks for Jena, if anything."""
    installed = _JAVA.exists() and _JARS.is_dir()
    return None if installed else "Apache Jena; run tests/interop/install-clients.sh"


def command(main: str) -> list[str]:
    """The command that starts one of Jena's programs, quick to start rather than quick to run."""
    return [str(_JAVA), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g", "-cp", f"{_JARS}/*", main]


class Arq(Store):
    """Jena's query command, which loads the file anew for each query."""

    name = "arq"
    reads = FORMATS

    @classmethod
    def missing(cls) -> str | None:
        return missing()

    def load(self, file: Path) -> None:
        self._file = file

    def solutions(self, query: str) -> ox.QuerySolutions:
        return results(run([*command("arq.arq"), "--data", str(self._file), "--results", "JSON", query]))


class Fuseki(Store):
    """Jena's server."""

    name = "fuseki"
    reads = FORMATS

    @classmethod
    def missing(cls) -> str | None:
        return missing()

    def __init__(self, scratch: Path) -> None:
        super().__init__(scratch)
        port = free_port()
        self._url = f"http://127.0.0.1:{port}/graph"
        fuseki = command("org.apache.jena.fuseki.main.cmds.FusekiMainCmd")
        options = ["--mem", "--update", "--localhost", "--port", str(port), "/graph"]
        self._server = Server([*fuseki, *options], scratch, f"{self._url}/query?query=ASK%7B%7D")

    def load(self, file: Path) -> None:
        send(f"{self._url}/update", b"CLEAR ALL", "application/sparql-update")
        send(f"{self._url}/data", file)

    def solutions(self, query: str) -> ox.QuerySolutions:
        return ask(f"{self._url}/query", query)

    def close(self) -> None:
        self._server.stop()
